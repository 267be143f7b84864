import type { ActorRef } from '@yichuang/kernel/case';
import { instant } from '@yichuang/kernel/time';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../platform/db/index.ts';
import { createTestDatabase, type TestDatabase } from '../platform/db/test-database.ts';
import {
  appendJournal,
  findingText,
  publishRoots,
  readJournal,
  readRoots,
  verifyLedger,
  type NewJournalEntry,
} from './index.ts';

const tenantId = 'yunxi';
const RULES = 'supervision:rules';
const actor: ActorRef = { kind: 'staff', personId: 'p1', name: '江慎', post: 'supervisor' };
const entry = (at: string, data: object, type = 'RulePublished'): NewJournalEntry => ({
  type,
  actor,
  data,
  at: instant(at),
});

let database: TestDatabase;
let db: Db;
let now = instant('2026-11-23T02:00:00.000Z');
const clock = { now: () => now };
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
});
afterAll(() => database.drop());

const verify = () => verifyLedger({ tenantId, db: database.db });

describe('the journal', () => {
  test('entries are numbered from 1 in their stream and read back as handed in', async () => {
    const given = [
      entry('2026-11-23T01:00:00.000Z', { type: 'timeliness', limit: 5, text: '超期 "一"\n' }),
      entry('2026-11-23T01:00:00.000Z', { nested: { b: [1, null, true], a: '' } }, 'HitRaised'),
    ];
    const appended = await appendJournal(db, tenantId, RULES, given);
    expect(appended.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(appended[1]?.prevHash).toBe(appended[0]?.hash);
    const read = await readJournal(db, tenantId, RULES);
    expect(read).toEqual(appended);
    expect(read).toMatchObject(given);
    expect(await readJournal(db, tenantId, RULES, { after: 1 })).toEqual([appended[1]]);
    expect(await readJournal(db, 'elsewhere', RULES)).toEqual([]);
  });

  test('nothing is appended for no entries', async () => {
    expect(await appendJournal(db, tenantId, 'reviews', [])).toEqual([]);
    expect(await readJournal(db, tenantId, 'reviews')).toEqual([]);
  });

  test('twenty who append at once make one chain', async () => {
    const ten = Array.from({ length: 20 }, (_, n) =>
      appendJournal(db, tenantId, 'reviews', [entry('2026-11-23T01:05:00.000Z', { n })]),
    );
    const seqs = (await Promise.all(ten)).map(([one]) => one?.seq ?? 0);
    expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect((await verify()).findings).toEqual([]);
  });

  test('what the caller takes back was never there, and its number is given again', async () => {
    const before = (await readJournal(db, tenantId, RULES)).length;
    const undone = db.tx(async (tx) => {
      await appendJournal(tx, tenantId, RULES, [entry('2026-11-23T01:06:00.000Z', {})]);
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    const at = '2026-11-23T01:07:00.000Z';
    const [added] = await appendJournal(db, tenantId, RULES, [entry(at, {})]);
    expect(added?.seq).toBe(before + 1);
  });

  test('a stream does not run backwards in time', async () => {
    const early = [entry('2026-11-23T00:30:00.000Z', {})];
    await expect(appendJournal(db, tenantId, RULES, early)).rejects.toThrow(/much later entries/u);
    const mixed = ['2026-11-23T03:00:00.000Z', '2026-11-23T02:00:00.000Z'];
    await expect(
      appendJournal(
        db,
        tenantId,
        RULES,
        mixed.map((at) => entry(at, {})),
      ),
    ).rejects.toThrow(/order of their instants/u);
  });

  test('who took the instant first may append second: instants cross, numbers do not', async () => {
    const late = entry('2026-11-23T01:20:00.000Z', { n: 1 });
    const early = entry('2026-11-23T01:19:59.000Z', { n: 2 });
    const appended = [
      ...(await appendJournal(db, tenantId, 'crossing', [late])),
      ...(await appendJournal(db, tenantId, 'crossing', [early])),
    ];
    expect(appended.map(({ seq }) => seq)).toEqual([1, 2]);
    expect((await verify()).findings).toEqual([]);
  });

  test('the application itself can neither change nor remove an entry', async () => {
    for (const sql of ['DELETE FROM journal', 'UPDATE journal SET seq = 9']) {
      await expect(db.query(sql)).rejects.toThrow(/permission denied/u);
      await expect(database.owner.query(sql)).rejects.toThrow(/journal is append-only/u);
    }
  });
});

describe('the day’s tree', () => {
  test('a day on which nothing happened but the journal has a root, over its entries', async () => {
    now = instant('2026-11-24T02:00:00.000Z');
    const [root] = await publishRoots({ tenantId, db: database.db, clock });
    expect(root).toMatchObject({ day: '2026-11-23', size: 25 });
    expect(await readRoots(db, tenantId, { limit: 9 })).toEqual([root]);
    expect(await verify()).toMatchObject({ entries: 25, days: 1, findings: [] });
  });

  test('nothing can be appended to a day whose root is published', async () => {
    const late = [entry('2026-11-23T15:59:59.000Z', {})];
    await expect(appendJournal(db, tenantId, 'late', late)).rejects.toThrow(/is published/u);
    const next = [entry('2026-11-24T01:00:00.000Z', {})];
    expect(await appendJournal(db, tenantId, 'late', next)).toMatchObject([{ seq: 1 }]);
  });
});

describe('verification', () => {
  /** As an intruder with the owner's rights, past the trigger; puts everything back. */
  async function foundAfter(sql: string): Promise<object[]> {
    let found: object[] = [];
    const undone = database.owner.tx(async (tx) => {
      await tx.query('ALTER TABLE journal DISABLE TRIGGER journal_append_only');
      await tx.query(sql);
      const { findings } = await verifyLedger({ tenantId, db: { ...database.db, tx: tx.tx } });
      found = findings.map((finding) => ({ ...finding, text: findingText(finding, 'zh-CN') }));
      throw new Error('put back');
    });
    await expect(undone).rejects.toThrow('put back');
    return found;
  }

  test('changed content, a missing entry, a cut end and a moved entry are each found', async () => {
    expect(
      await foundAfter(`UPDATE journal SET data = '{}' WHERE seq = 2 AND stream = '${RULES}'`),
    ).toMatchObject([
      { problem: 'hash', stream: RULES, seq: 2, text: `日志${RULES}的第2条内容被改动。` },
    ]);
    const missing = await foundAfter(`DELETE FROM journal WHERE seq = 2 AND stream = '${RULES}'`);
    expect(missing).toMatchObject([
      { problem: 'seq', seq: 3 },
      { problem: 'prev-hash', seq: 3 },
      { problem: 'root', day: '2026-11-23' },
    ]);
    const cut = await foundAfter(`DELETE FROM journal WHERE stream = 'late'`);
    expect(cut).toMatchObject([{ problem: 'head', stream: 'late', seq: 0 }]);
    const moved = await foundAfter(`UPDATE journal SET stream = 'x' WHERE stream = 'late'`);
    expect(moved.length).toBeGreaterThanOrEqual(3);
    expect(moved).toContainEqual(expect.objectContaining({ problem: 'hash', stream: 'x' }));
  });
});
