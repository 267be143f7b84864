import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { loadPack } from '../catalogue/index.ts';
import { ensureDemoAccounts } from '../demo/index.ts';
import { readConfig, type Config } from '../platform/config/index.ts';
import { createTestDatabase, type TestDatabase } from '../platform/db/test-database.ts';
import { cookieName, type App } from '../platform/http/index.ts';
import { ensureKeyFile } from '../platform/secrets/index.ts';
import { loadStatutes } from '../statutes/index.ts';
import type { TrialHost } from '../trial/index.ts';
import { assemble, type Parts } from './assemble.ts';
import { buildSite } from './build-site.ts';
import { hostTrial } from './host-trial.ts';
import { publishPack } from './publish-pack.ts';

/** Who asks: the cookie that a browser would send. */
export interface TestCaller {
  readonly personId: string;
  send(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    url: string,
    body?: object,
    /** The network it comes from; this machine when absent. */
    remoteAddress?: string,
  ): Promise<LightMyRequestResponse>;
  /** As a form with one file would. */
  sendFile(url: string, name: string, bytes: Uint8Array): Promise<LightMyRequestResponse>;
}

/** The whole program on a database of its own, asked by injection; jobs run when told to. */
export interface TestSite extends AsyncDisposable {
  readonly app: App;
  readonly trial: TrialHost;
  readonly parts: Parts;
  readonly database: TestDatabase;
  readonly nobody: TestCaller;
  staff(loginName: string): Promise<TestCaller>;
  resident(phone: string): Promise<TestCaller>;
}

/** Read and checked once for all files of a process: half a second each time, and never changed. */
const readData = once(() => {
  const { packDirectory, overlayDirectories } = testConfig(tmpdir());
  return Promise.all([loadPack(packDirectory, { overlays: overlayDirectories }), loadStatutes()]);
});

/** The pack is published once for all files of a process; each has a copy of what that made. */
const publishCounty = once(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yichuang-county-'));
  const database = await createTestDatabase();
  const parts = await assembleIn(folder, database);
  const [pack] = await readData();
  await publishPack(database.db, pack, parts.people, parts.clock.now(), true);
  await ensureDemoAccounts(pack, parts.people, folder);
  await parts.boardSignal.stop();
  await parts.jobs.stop();
  return { folder, template: await database.keepAsTemplate() };
});

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

async function assembleIn(
  folder: string,
  database: TestDatabase,
  other: Partial<Config> = {},
): Promise<Parts> {
  const config = { ...testConfig(folder), ...other };
  ensureKeyFile(config.secretKeyFile);
  const [pack, statutes] = await readData();
  const { db, urls } = database;
  return assemble({
    config,
    pack,
    statutes,
    database: { db, urls, migrations: { applied: [], version: 0 }, stop: async () => undefined },
    onError: (error) => {
      throw error;
    },
  });
}

/** @param other of the configuration, where it is not as in the demo */
export async function openTestSite(other: Partial<Config> = {}): Promise<TestSite> {
  const county = await publishCounty();
  const folder = await mkdtemp(join(tmpdir(), 'yichuang-site-'));
  // With the key that what the template holds was sealed with.
  await cp(county.folder, folder, { recursive: true });
  const database = await createTestDatabase(county.template);
  const parts = await assembleIn(folder, database, other);
  const trial = hostTrial(parts, { small: 9, medium: 40 });
  const app = await buildSite(parts, trial);
  const isSecure = false;
  const caller = (cookie: string, personId: string): TestCaller => ({
    personId,
    send(method, url, body, remoteAddress) {
      const request: InjectOptions = {
        method,
        url,
        headers: { cookie, 'idempotency-key': randomUUID() },
        ...(body === undefined ? {} : { payload: body }),
        ...(remoteAddress === undefined ? {} : { remoteAddress }),
      };
      return app.inject(request);
    },
    sendFile(url, name, bytes) {
      const boundary = 'form-boundary';
      const head =
        `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n` +
        'Content-Type: application/octet-stream\r\n\r\n';
      return app.inject({
        method: 'POST',
        url,
        headers: { cookie, 'content-type': `multipart/form-data; boundary=${boundary}` },
        payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
      });
    },
  });
  const origin = { ip: '127.0.0.1', userAgent: 'test' };
  return {
    app,
    trial,
    parts,
    database,
    nobody: caller('', ''),
    async staff(loginName) {
      const [row] = await database.db.query<{
        id: string;
        person_id: string;
      }>('SELECT id, person_id FROM account WHERE tenant_id = $1 AND login_name = $2', [
        parts.deps.tenantId,
        loginName,
      ]);
      if (row === undefined) throw new Error(`no account ${loginName}`);
      const login = {
        kind: 'staff',
        personId: row.person_id,
        accountId: row.id,
      } as const;
      const token = await parts.people.sessions.start(login, origin);
      return caller(`${cookieName('staff', isSecure)}=${token}`, row.person_id);
    },
    async resident(phone) {
      const personId = await parts.people.persons.ofPhone(phone);
      const token = await parts.people.sessions.start(
        {
          kind: 'resident',
          personId,
        },
        origin,
      );
      return caller(`${cookieName('resident', isSecure)}=${token}`, personId);
    },
    async [Symbol.asyncDispose]() {
      await trial.close();
      await app.close();
      await parts.boardSignal.stop();
      await parts.jobs.stop();
      await database.drop();
      await rm(folder, {
        recursive: true,
        force: true,
      });
    },
  };
}

function testConfig(folder: string): Config {
  const config = readConfig(
    { DATA_DIR: folder, LOG_LEVEL: 'silent', DEMO: '1', TRIAL_PORT: '0' },
    { demo: true },
  );
  if ('problems' in config) throw new Error(config.problems.join('\n'));
  return config;
}
