import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventHash, hashHex, verifyReceipt, type LedgerReceipt } from '@yichuang/kernel/ledger';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashedEvent, sha256 } from '../cases/index.ts';
import {
  constructionForm,
  openTestCounty,
  walkToPermit,
  type TestCounty,
} from '../issuing/testing-county.ts';
import type { Db } from '../platform/db/index.ts';
import {
  createDayTrees,
  findingText,
  publishRoots,
  readRoots,
  receiptOf,
  verifyLedger,
  verifyReceiptFile,
  type LedgerDeps,
  type LedgerFinding,
} from './index.ts';

let county: TestCounty;
let deps: LedgerDeps;
let permit: string;
beforeAll(async () => {
  county = await openTestCounty();
  const { tenantId, db } = county.deps;
  deps = { ...county.deps, trees: createDayTrees(db, tenantId) };
  permit = await walkToPermit(county);
});
afterAll(() => county[Symbol.asyncDispose]());

async function sizeOf(day: string): Promise<number> {
  const rows = await deps.db.query('SELECT 1 FROM event WHERE day = $1', [day]);
  return rows.length;
}

/**
 * As an intruder with the owner's rights, past the grant and past the trigger. Gives what is found
 * and puts everything back.
 */
async function foundAfter(forge: (tx: Db) => Promise<unknown>): Promise<readonly LedgerFinding[]> {
  const { owner } = county.database;
  const unguarded = (work: (tx: Db) => Promise<unknown>) =>
    owner.tx(async (tx) => {
      await tx.query('ALTER TABLE event DISABLE TRIGGER event_append_only');
      await work(tx);
      await tx.query('ALTER TABLE event ENABLE TRIGGER event_append_only');
    });
  await unguarded(async (tx) => {
    await tx.query('CREATE TABLE kept_event AS SELECT * FROM event');
    await tx.query('CREATE TABLE kept_case AS SELECT id, state, head_hash FROM cases');
    await forge(tx);
  });
  const { findings } = await verifyLedger(deps);
  await unguarded(async (tx) => {
    await tx.query('DELETE FROM event');
    await tx.query('INSERT INTO event SELECT * FROM kept_event');
    await tx.query(
      `UPDATE cases c SET state = k.state, head_hash = k.head_hash
       FROM kept_case k WHERE k.id = c.id`,
    );
    await tx.query('DROP TABLE kept_event, kept_case');
  });
  expect((await verifyLedger(deps)).findings).toEqual([]);
  return findings;
}

describe('before a day is closed', () => {
  test('nothing of it is published, and a receipt proves only itself', async () => {
    expect(await publishRoots(deps)).toEqual([]);
    const receipt = await receiptOf(deps, permit);
    expect(verifyReceipt(receipt, sha256)).toEqual({ ok: true, isAnchored: false });
    expect(receipt?.event).toMatchObject({ seq: 1, caseId: permit, tenantId: 'yunxi' });
  });

  test('a minute after midnight is too early: what began before may still be written', async () => {
    county.setClock('2026-11-23T16:01:00.000Z');
    expect(await publishRoots(deps)).toEqual([]);
  });
});

describe('once a day is closed', () => {
  beforeAll(async () => {
    county.setClock('2026-11-23T16:30:00.000Z');
    await publishRoots(deps);
  });

  test('its root is published once, over all of its events', async () => {
    const [root, ...others] = await readRoots(deps.db, deps.tenantId, { limit: 10 });
    expect(others).toEqual([]);
    expect(root).toMatchObject({ day: '2026-11-23', size: await sizeOf('2026-11-23') });
    expect(await publishRoots(deps)).toEqual([]);
    expect(await readRoots(deps.db, deps.tenantId, { limit: 10 })).toEqual([root]);
  });

  test('the receipt of every event leads to the published root, offline', async () => {
    const [root] = await readRoots(deps.db, deps.tenantId, { limit: 1 });
    const published = hashHex(root?.root ?? '');
    const known = { ok: true, isAnchored: true, published: 'day' };
    const { length } = await deps.store.events(permit);
    expect(length).toBeGreaterThan(40);
    for (let seq = 1; seq <= length; seq += 1) {
      const receipt: unknown = JSON.parse(JSON.stringify(await receiptOf(deps, permit, { seq })));
      expect(verifyReceipt(receipt, sha256, { copied: published })).toEqual(known);
    }
    expect(await receiptOf(deps, permit, { seq: length + 1 })).toBeUndefined();
  });

  test('a receipt file is verified without a database; a changed one is not', async () => {
    const receipt = (await receiptOf(deps, permit)) as LedgerReceipt;
    const folder = await mkdtemp(join(tmpdir(), 'yichuang-receipt-'));
    try {
      const file = join(folder, 'receipt.json');
      const verdictOf = async (text: string) => {
        await writeFile(file, text);
        const days = { '2026-11-23': receipt.inclusion?.root ?? '' };
        return verifyReceiptFile(file, { days });
      };
      const text = JSON.stringify(receipt, null, 2);
      expect(await verdictOf(text)).toMatchObject({ ok: true, published: 'day' });
      expect(await verdictOf(text.replace('青石家园一期', '青石家园二期'))).toEqual({
        ok: false,
        problem: 'hash',
      });
      expect(await verdictOf('not JSON')).toEqual({ ok: false, problem: 'malformed' });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('days are published in their order, and days without events have no root', async () => {
    await county.file('建筑工程施工许可', constructionForm);
    county.setClock('2026-11-27T01:00:00.000Z');
    await county.file('建筑工程施工许可', constructionForm);
    county.setClock('2026-11-28T01:00:00.000Z');
    const published = await publishRoots(deps);
    expect(published.map(({ day }) => day)).toEqual(['2026-11-24', '2026-11-27']);
  });
});

describe('verification', () => {
  test('every event, snapshot and root of the walked cases is as it was written', async () => {
    const seen: number[] = [];
    const report = await verifyLedger(deps, { onProgress: (cases) => seen.push(cases) });
    const counted = await deps.db.query<{ n: number }>('SELECT count(*) AS n FROM event');
    expect(report).toEqual({
      cases: 3,
      events: counted[0]?.n,
      entries: 0,
      days: 3,
      findings: [],
    });
    expect(seen).toEqual([1, 2, 3]);
  });

  test('one changed byte of one event is found, and the sentence names it', async () => {
    const findings = await foundAfter((tx) =>
      tx.query(
        `UPDATE event SET data = replace(data::text, '材料齐全', '材料齐金')::json
         WHERE case_id = $1 AND data::text LIKE '%材料齐全%'`,
        [permit],
      ),
    );
    expect(findings).toMatchObject([
      { problem: 'hash', caseId: permit, caseNumber: '2026112300001' },
    ]);
    const [first] = findings;
    if (first === undefined) throw new Error('nothing was found');
    expect(findingText(first, 'zh-CN')).toBe(`办件2026112300001的第${first.seq}条记录内容被改动。`);
    expect(findingText(first, 'en')).toContain(`event ${first.seq}`);
  });

  test('an instant moved by a minute is found', async () => {
    const findings = await foundAfter((tx) =>
      tx.query(`UPDATE event SET at = at - interval '1 minute' WHERE case_id = $1 AND seq = 7`, [
        permit,
      ]),
    );
    expect(findings).toMatchObject([{ problem: 'hash', seq: 7 }]);
  });

  test('the last event cut off is found, by the head and by the day’s root', async () => {
    const findings = await foundAfter((tx) =>
      tx.query(
        `DELETE FROM event WHERE case_id = $1
         AND seq = (SELECT max(seq) FROM event WHERE case_id = $1)`,
        [permit],
      ),
    );
    expect(findings.map((each) => each.problem)).toEqual(['head', 'root']);
  });

  test('an event taken out of the middle is found', async () => {
    const findings = await foundAfter((tx) =>
      tx.query('DELETE FROM event WHERE case_id = $1 AND seq = 5', [permit]),
    );
    const problems = findings.map((each) => each.problem);
    expect(problems).toContain('prev-hash');
    expect(problems).toContain('root');
  });

  test('a snapshot that says other than its events is found', async () => {
    const findings = await foundAfter((tx) =>
      tx.query(
        `UPDATE cases SET state = replace(state::text, '"granted"', '"denied"')::json
         WHERE id = $1`,
        [permit],
      ),
    );
    expect(findings).toMatchObject([{ problem: 'snapshot', caseId: permit }]);
  });

  test('who recomputes every hash after a change is betrayed by the published root', async () => {
    const last = (await deps.store.events(permit)).at(-1);
    if (last === undefined) throw new Error('the case has no events');
    const { hash: _hash, prevHash, ...recorded } = last;
    const by = { ...recorded.by, name: 'nobody' };
    const event = hashedEvent(deps.tenantId, permit, { ...recorded, by });
    const hash = eventHash(prevHash, event, sha256);
    const findings = await foundAfter(async (tx) => {
      await tx.query('UPDATE event SET actor = $3, hash = $4 WHERE case_id = $1 AND seq = $2', [
        permit,
        last.seq,
        JSON.stringify(by),
        hash,
      ]);
      await tx.query('UPDATE cases SET head_hash = $2 WHERE id = $1', [permit, hash]);
    });
    expect(findings).toEqual([{ problem: 'root', day: '2026-11-23' }]);
  });

  test('the application itself can neither change nor remove an event', async () => {
    await expect(deps.db.query('DELETE FROM event')).rejects.toThrow(/permission denied/u);
    await expect(deps.db.query('UPDATE event SET seq = 1')).rejects.toThrow(/permission denied/u);
    await expect(deps.db.query('DELETE FROM ledger_root')).rejects.toThrow(/permission denied/u);
  });
});
