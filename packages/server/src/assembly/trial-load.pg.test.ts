import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CertificateCheck, TrialView } from '@yichuang/contracts';
import { readJournal, verifyLedger } from '../ledger/index.ts';
import { openTestSite, type TestCaller, type TestSite } from './testing-site.ts';

/** Of the trial that a reset has opened; the test site files nine for a small load. */
const TRIAL = 'yunxi-trial-1';
const SEED = 5;

let site: TestSite;
let admin: TestCaller;
let before: Fingerprint;

beforeAll(async () => {
  site = await openTestSite();
  admin = await site.staff('admin');
  before = await fingerprint('yunxi');
  await admin.send('POST', '/api/trial/load', { size: 'small', weeks: 1, seed: SEED });
  await site.trial.settled();
  // Broken off in the middle, as by a stop of the process, and taken up where it was.
  await untilFilled(({ filed }) => filed >= 3);
  await admin.send('POST', '/api/trial/stop');
  await site.trial.settled();
  await admin.send('POST', '/api/trial/start');
  await site.trial.settled();
  await untilFilled(({ state }) => state !== 'filling');
  await jobsDone();
}, 600_000);
afterAll(() => site[Symbol.asyncDispose]());

type Filling = NonNullable<TrialView['filling']>;
type Fingerprint = ReadonlyMap<string, string>;

async function view(): Promise<TrialView> {
  return (await admin.send('GET', '/api/trial')).json<TrialView>();
}

async function untilFilled(isSo: (filling: Filling) => boolean): Promise<void> {
  const look = async (): Promise<void> => {
    const { filling } = await view();
    expect(filling !== undefined && isSo(filling)).toBe(true);
  };
  await vi.waitFor(look, { timeout: 220_000, interval: 200 });
}

/** A message whose delivery the stop broke off is tried again minutes later: it may wait. */
async function jobsDone(): Promise<void> {
  const queue = new (await import('pg')).default.Client({
    connectionString: site.database.urls.queue,
  });
  await queue.connect();
  const waiting = async (): Promise<void> => {
    const { rows } = await queue.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM graphile_worker.jobs
       WHERE task_identifier LIKE '%:' || $1 AND run_at <= now()`,
      [TRIAL],
    );
    expect(rows[0]?.n).toBe(0);
  };
  try {
    await vi.waitFor(waiting, { timeout: 60_000, interval: 200 });
  } finally {
    await queue.end();
  }
}

/** Rows of a log-in, a limit on asking, or the switch itself come with asking. */
const OF_ASKING = ['session', 'rate_window', 'setting'];
/** Who switched it on stands in the real county's journal; nothing else of a trial does. */
const OWN_STREAM: Readonly<Record<string, string>> = {
  journal: `AND stream <> 'trial:acts'`,
  journal_head: `AND stream <> 'trial:acts'`,
};

/** Number and content of a tenant's rows, table by table, of every table that has a tenant. */
async function fingerprint(tenantId: string): Promise<Fingerprint> {
  const { owner } = site.database;
  const tables = await owner.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
       AND NOT c.relispartition AND a.attname = 'tenant_id' AND c.relname <> ALL ($1)
     ORDER BY 1`,
    [OF_ASKING],
  );
  const found = new Map<string, string>();
  for (const { name } of tables) {
    const [row] = await owner.query<{ content: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '')
         AS content FROM "${name}" t WHERE tenant_id = $1 ${OWN_STREAM[name] ?? ''}`,
      [tenantId],
    );
    found.set(name, row?.content ?? '');
  }
  expect(found.size).toBeGreaterThan(30);
  return found;
}

function rowsIn(found: Fingerprint, table: string): number {
  return Number(found.get(table)?.split(' ')[0]);
}

async function column(sql: string, tenantId: string): Promise<string[]> {
  const rows = await site.database.owner.query<{ found: string }>(sql, [tenantId]);
  return rows.map(({ found }) => found);
}

describe('a filled trial county', () => {
  it('has lived through its weeks to the day, and took up what was broken off', async () => {
    const { filling, figures, now = '', generation } = await view();
    expect(generation).toBe(1);
    expect(filling).toMatchObject({ state: 'done', planned: 9, filed: 9, seed: SEED });
    expect(figures?.cases).toBeGreaterThanOrEqual(7);
    expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(600_000);
    const days = await column(
      'SELECT DISTINCT day::text AS found FROM event WHERE tenant_id = $1',
      TRIAL,
    );
    expect(days.length).toBeGreaterThan(3);
    const types = await column(
      'SELECT DISTINCT type AS found FROM event WHERE tenant_id = $1',
      TRIAL,
    );
    expect(types).toEqual(
      expect.arrayContaining(['CaseAccepted', 'TaskDecided', 'DocumentIssued']),
    );
  });

  it('keeps its own ledger, which verifies', async () => {
    const report = await verifyLedger({ tenantId: TRIAL, db: site.database.db });
    expect(report.findings).toEqual([]);
    expect(report.cases).toBeGreaterThanOrEqual(7);
  });

  it('leaves every row of the real county as it was', async () => {
    expect(await fingerprint('yunxi')).toEqual(before);
    const trial = await fingerprint(TRIAL);
    for (const table of ['event', 'cases', 'letter', 'file', 'notice', 'document_number']) {
      expect([table, rowsIn(trial, table) > 0]).toEqual([table, true]);
    }
  });

  it('stands in the real county’s journal by who began it', async () => {
    const journal = await readJournal(site.database.db, 'yunxi', 'trial:acts');
    expect(journal.map(({ type }) => type)).toEqual(['TrialReset', 'TrialStopped', 'TrialStarted']);
    expect(journal[0]).toMatchObject({ actor: { kind: 'staff', personId: admin.personId } });
  });

  it('is left as it was by what the real county does', async () => {
    const trial = await fingerprint(TRIAL);
    const resident = await site.resident('19900000001');
    const itemCode = site.parts.pack.items.find(({ lifecycle }) => lifecycle === undefined)?.code;
    expect((await resident.send('POST', '/api/my/drafts', { itemCode })).statusCode).toBe(201);
    const form = { title: '路灯不亮', body: '望溪路的路灯坏了三个多星期，请尽快修好。' };
    const letter = { itemCode: 'wz-complaint', form };
    expect((await resident.send('POST', '/api/letters', letter)).statusCode).toBe(201);
    expect(await fingerprint(TRIAL)).toEqual(trial);
  });
});

describe('what comes out of a trial county', () => {
  it('bears its mark in every number', async () => {
    const numbers = await column('SELECT number AS found FROM cases WHERE tenant_id = $1', TRIAL);
    for (const number of numbers) expect(number).toMatch(/^T\d{14}$/u);
    const documents = await column(
      'SELECT number AS found FROM document_number WHERE tenant_id = $1',
      TRIAL,
    );
    expect(documents.length).toBeGreaterThan(5);
    for (const number of documents) expect(number).toMatch(/^试|^92999999/u);
  });

  it('is unknown to the real county: numbers, check codes, cases, files', async () => {
    const { url = '' } = await view();
    const codes = await column(
      `SELECT n.check_code AS found FROM document_number n
       JOIN document_number m USING (tenant_id, case_id, document_id) WHERE n.tenant_id = $1
       ORDER BY n.at LIMIT 3`,
      TRIAL,
    );
    for (const code of codes) {
      const asked = await site.nobody.send('GET', `/api/certificates/${code}`);
      expect(asked.statusCode).toBe(404);
      const own = await fetch(`${url}/api/certificates/${code}`);
      expect(((await own.json()) as CertificateCheck).isSealValid).toBe(true);
      const page = await (await fetch(`${url}/c/${code}`)).text();
      expect(page).toContain('试运行环境生成的文书，仅供培训，不具有法律效力');
    }
    expect(codes.length).toBe(3);
    const ids = await column('SELECT id::text AS found FROM cases WHERE tenant_id = $1', TRIAL);
    const counter = await site.staff('lu.qinghe');
    for (const id of ids.slice(0, 5)) {
      expect((await counter.send('GET', `/api/cases/${id}`)).statusCode).toBe(404);
    }
    const shared = await column(
      `SELECT sha256 AS found FROM file WHERE tenant_id = $1 AND sha256 IN (
         SELECT sha256 FROM file WHERE tenant_id = 'yunxi')`,
      TRIAL,
    );
    expect(shared).toEqual([]);
  });

  it('reaches nobody: messages lie in its own gateway, each with the mark', async () => {
    const bodies = await column(
      `SELECT body AS found FROM demo_message WHERE tenant_id = $1`,
      TRIAL,
    );
    expect(bodies.length).toBeGreaterThan(0);
    for (const body of bodies) expect(body).toMatch(/^【试运行】/u);
  });

  it('is gone after a reset: no row of it in any table, and no file', async () => {
    await admin.send('POST', '/api/trial/reset', { word: '重置' });
    await site.trial.settled();
    for (const [table, content] of await fingerprint(TRIAL)) {
      expect([table, content]).toEqual([table, '0 ']);
    }
    expect(await column('SELECT id AS found FROM tenant WHERE id = $1', TRIAL)).toEqual([]);
    expect((await view()).figures).toMatchObject({ cases: 0 });
  });
});
