import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstClosedDirectory } from './embedded-account.ts';
import { readPostmasterFile } from './embedded-files.ts';
import { isAlive } from './embedded-process.ts';
import { startEmbedded, type EmbeddedPostgres } from './embedded.ts';

const isRoot = process.getuid?.() === 0;
let directory: string;
const clusters = new Set<string>();
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'yichuang-embedded-'));
  await chmod(directory, 0o755);
});
afterAll(async () => {
  for (const cluster of clusters) await rm(cluster, { recursive: true, force: true });
  await rm(directory, { recursive: true, force: true });
});

async function start(name: string, messages: string[] = []): Promise<EmbeddedPostgres> {
  const onMessage = (message: string): number => messages.push(message);
  const started = await startEmbedded({ dataDirectory: join(directory, name), onMessage });
  clusters.add(started.cluster);
  return started;
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query({ text: sql, rowMode: 'array' });
  await client.end();
  return rows[0];
}

/** A Node process of its own that starts the database and is then killed with -9. */
async function killedStarter(dataDirectory: string): Promise<number> {
  const module = join(import.meta.dirname, 'embedded.ts');
  const source = `const { startEmbedded } = await import(${JSON.stringify(module)});
    const { pid } = await startEmbedded({ dataDirectory: ${JSON.stringify(dataDirectory)} });
    console.log('pid ' + pid); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = await new Promise<number>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the starter ended')));
    child.stdout.once('data', (data) => resolve(Number(/\d+/.exec(String(data))?.[0])));
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.removeAllListeners('exit');
  child.kill('SIGKILL');
  await ended;
  return pid;
}

describe('the embedded PostgreSQL', () => {
  it('is made, keeps its data over a restart, and ends when it is stopped', async () => {
    const first = await start('plain');
    const url = first.urls.owner;
    expect(first.origin).toBe('started');
    expect(await ask(url, 'SHOW server_encoding')).toEqual(['UTF8']);
    expect(await ask(url, "SELECT datcollate FROM pg_database WHERE datname = 'yichuang'")).toEqual(
      ['C.UTF-8'],
    );
    await ask(url, "CREATE TABLE kept AS SELECT '一窗'::text AS word");
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    const second = await start('plain');
    expect(await ask(second.urls.owner, 'SELECT word FROM kept')).toEqual(['一窗']);
    await second.stop();
  });

  it('listens on this machine only, and lets nobody in without the password', async () => {
    const started = await start('plain');
    const superuser = started.superuserUrl('postgres');
    expect(await ask(superuser, 'SHOW listen_addresses')).toEqual(['127.0.0.1']);
    expect(await ask(superuser, 'SHOW unix_socket_directories')).toEqual(['']);
    const wrong = superuser.replace(/:[^:@]+@/, ':password@');
    await expect(ask(wrong, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    await started.stop();
  });

  it('keeps its passwords where only this user reads them', async () => {
    const { mode } = await stat(join(directory, 'plain', 'database.json'));
    expect(mode & 0o777).toBe(0o600);
  });

  it('is used again when a killed process left it running, and then ended', async () => {
    const pid = await killedStarter(join(directory, 'left'));
    expect(isAlive(pid)).toBe(true);
    const messages: string[] = [];
    const adopted = await start('left', messages);
    expect([adopted.origin, adopted.pid]).toEqual(['adopted', pid]);
    expect(messages.join()).toContain('left running');
    expect(await ask(adopted.urls.app, 'SELECT 1')).toEqual([1]);
    await adopted.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it('is ended by its own pid when it was left running and does not answer', async () => {
    const dataDirectory = join(directory, 'mute');
    const pid = await killedStarter(dataDirectory);
    const recordFile = join(dataDirectory, 'database.json');
    const record = JSON.parse(await readFile(recordFile, 'utf8')) as { cluster: string };
    const pidFile = join(record.cluster, 'postmaster.pid');
    await writeFile(pidFile, (await readFile(pidFile, 'utf8')).replace('ready', 'stopping'));
    const started = await start('mute');
    expect(started.origin).toBe('started');
    expect(isAlive(pid)).toBe(false);
    await started.stop();
  });

  it('is not mistaken for a stranger who got its pid', async () => {
    const first = await start('plain');
    await first.stop();
    const lines = [
      String(process.pid),
      first.cluster,
      '0',
      String(first.port),
      '',
      '',
      '',
      'ready',
    ];
    await writeFile(join(first.cluster, 'postmaster.pid'), lines.join('\n'));
    const second = await start('plain');
    expect(second.origin).toBe('started');
    expect(isAlive(process.pid)).toBe(true);
    await second.stop();
  });

  it('is shared with a second process, which leaves it running', async () => {
    const first = await start('shared');
    const ownerFile = join(directory, 'shared', 'database.owner');
    await writeFile(ownerFile, String(process.ppid)); // as if another, living process owned it
    const second = await start('shared');
    expect(second.origin).toBe('shared');
    await second.stop();
    expect(isAlive(first.pid)).toBe(true);
    await first.stop();
  });

  it('is started again on its port when it dies', async () => {
    const started = await start('plain');
    const before = started.pid;
    process.kill(before, 'SIGKILL');
    const deadline = Date.now() + 20_000;
    let answer: unknown;
    while (answer === undefined && Date.now() < deadline) {
      answer = await ask(started.urls.app, 'SELECT 1').catch(() => undefined);
      if (started.pid === before) answer = undefined;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(answer).toEqual([1]);
    await started.stop();
    expect(readPostmasterFile(started.cluster)).toBeUndefined();
  });

  it.runIf(isRoot)('moves its files where its account gets to, and says so', async () => {
    const closed = join(directory, 'closed');
    await mkdir(closed, { mode: 0o700 });
    const messages: string[] = [];
    const started = await start('closed/data', messages);
    expect(started.cluster.startsWith(directory)).toBe(false);
    expect(messages.join()).toContain(`may not enter ${closed}`);
    expect(await ask(started.urls.app, 'SELECT 1')).toEqual([1]);
    await started.stop();
    const again = await start('closed/data');
    expect(again.cluster).toBe(started.cluster);
    await again.stop();
  });

  it.runIf(isRoot)('knows the first directory in the way', async () => {
    const nobody = { uid: 65_534, gid: 65_534, isOther: true };
    expect(firstClosedDirectory(join(directory, 'closed', 'a'), nobody)).toBe(
      join(directory, 'closed'),
    );
    expect(firstClosedDirectory(join(directory, 'plain'), nobody)).toBeUndefined();
  });
});
