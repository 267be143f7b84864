/** The product as people run it: the real main.ts in a process of its own, timed from outside. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
/** Four seconds on a quiet core. */
const readyWithinMs = 150_000;

export interface Program {
  readonly host: string;
  readonly port: number;
  readonly pid: number;
  /** From the start of the process to its ready line. */
  readonly readyMs: number;
  /** To the last byte of the home page, asked for at once when ready. */
  readonly firstPageMs: number;
  stop(): Promise<void>;
}

/**
 * Starts it on a data folder. Its log goes to a file, as under systemd: read through a pipe, every
 * line would cost the process that makes the load.
 *
 * @param nodeFlags such as --cpu-prof
 * @throws Error with the log when it does not become ready
 */
export async function startProgram(
  dataFolder: string,
  nodeFlags: readonly string[] = [],
): Promise<Program> {
  const host = '127.0.0.1';
  const port = await freePort();
  const logFile = join(dataFolder, 'bench.log');
  const log = openSync(logFile, 'a');
  const startedAt = performance.now();
  const main = join(root, 'packages/server/src/main.ts');
  const child = spawn(process.execPath, [...nodeFlags, main, 'start', '--demo'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), HOST: host, DATA_DIR: dataFolder },
    stdio: ['ignore', 'pipe', log],
  });
  closeSync(log);
  const killAtExit = (): void => void child.kill('SIGTERM');
  process.once('exit', killAtExit);
  const stop = async (): Promise<void> => {
    process.off('exit', killAtExit);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  try {
    await readyLine(child, () => readFileSync(logFile, 'utf8'));
    const readyMs = performance.now() - startedAt;
    const page = await fetch(`http://${host}:${port}/`);
    if (!page.ok) throw new Error(`the home page answered ${page.status}`);
    await page.text();
    const firstPageMs = performance.now() - startedAt;
    return { host, port, pid: child.pid ?? -1, readyMs, firstPageMs, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function readyLine(child: ChildProcess, log: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const fail = (why: string): void => reject(new Error(`the program ${why}\n${log()}`));
    const timer = setTimeout(() => fail('was not ready in time'), readyWithinMs);
    child.once('exit', (code) => fail(`ended with ${code}`));
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (!/^ready http/m.test(printed)) return;
      clearTimeout(timer);
      resolve();
    });
  });
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
