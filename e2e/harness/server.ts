// A whole server for one journey: the real main.ts, its own embedded database and data folder, a
// free port. Journeys talk to it as the public does, over HTTP, and read nothing else of it.

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { countyFolder } from './county-folder.ts';

const root = join(import.meta.dirname, '../..');
/** Four seconds on a quiet core. */
const readyWithinMs = 150_000;
/** Killed later than that: its database, a session of its own, would go on without it. */
const stopWithinMs = 60_000;

export interface TestServer {
  /** Where it answers, without a final slash: `http://127.0.0.1:41234`. */
  readonly url: string;
  /** Ends the server and removes its data. Safe to call twice. */
  readonly stop: () => Promise<void>;
  /** All it has printed so far, both streams. */
  readonly log: () => string;
  /** Folder that holds its database and files. */
  readonly dataFolder: string;
}

export interface ServerOptions {
  /** Settings on top of the test's own (PORT, HOST, DATA_DIR). */
  readonly env?: Readonly<Record<string, string>>;
  /** A folder of an earlier server, to start again on its data; it is then not removed. */
  readonly dataFolder?: string;
}

/**
 * Starts `main.ts start --demo` and waits for its ready line.
 *
 * @throws Error with the server's whole log when it ends or stays silent for 150 s.
 */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const dataFolder = options.dataFolder ?? (await countyFolder());
  let log = '';
  const child = spawn(process.execPath, ['packages/server/src/main.ts', 'start', '--demo'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(await freePort()),
      HOST: '127.0.0.1',
      DATA_DIR: dataFolder,
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that a server that will not stop takes its database with it.
    detached: true,
  });
  const keep = (chunk: Buffer) => (log += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const killAtExit = () => signalGroup(child, 'SIGKILL');
  process.once('exit', killAtExit);
  const stop = async () => {
    process.off('exit', killAtExit);
    await end(child);
    if (options.dataFolder === undefined) {
      // The database may still be writing its last words.
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
    }
  };
  try {
    return { url: await readyUrl(child, () => log), stop, log: () => log, dataFolder };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function readyUrl(child: ChildProcess, log: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`The server ${why}.\n${log()}`));
    const timer = setTimeout(() => fail(`was not ready in ${readyWithinMs} ms`), readyWithinMs);
    const look = () => {
      const line = /^ready (http:\/\/\S+)$/m.exec(log());
      if (line?.[1] === undefined) return;
      clearTimeout(timer);
      child.stdout?.off('data', look);
      resolve(line[1].replace(/\/$/, ''));
    };
    child.stdout?.on('data', look);
    child.once('error', (error) => fail(`could not be started: ${error.message}`));
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      fail(`ended with ${code ?? signal} before it was ready`);
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), stopWithinMs);
  await ended;
  clearTimeout(timer);
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH: it is gone already.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  probe.close();
  await once(probe, 'close');
  return address.port;
}
