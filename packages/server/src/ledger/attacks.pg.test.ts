// An administrator with the password of the database's owner, against those who kept something.
// The table in docs/threat-model.md is what was found here, row by row.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import {
  readPublishedRoots,
  verifyReceipt,
  type LedgerReceipt,
  type PublishedRoots,
} from '@yichuang/kernel/ledger';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createCaseStore, sha256 } from '../cases/index.ts';
import {
  constructionForm,
  openTestCounty,
  walkToPermit,
  type TestCounty,
} from '../issuing/testing-county.ts';
import type { Database, Db } from '../platform/db/index.ts';
import {
  appendJournal,
  createDayTrees,
  publishRoots,
  readHeads,
  readRoots,
  receiptOf,
  verifyLedger,
} from './index.ts';
import {
  deleteCase,
  depths,
  forgeCase,
  forgeries,
  mend,
  unguard,
  type Depth,
} from './testing-attacks.ts';

/** Who finds it: each kept something else, and asks the county for it again. */
interface Found {
  /** `yichuang ledger verify` on the database as it stands. */
  readonly verify: boolean;
  /** Whoever has the receipt of the case that was forged. */
  readonly own: boolean;
  /** Whoever has a receipt of another case of that day. */
  readonly other: boolean;
  /** Whoever kept a head, the feed or a time stamp of before. */
  readonly head: boolean;
}

const STREAM = 'supervision:rules';
const HIT = 'supervision:hit:7';
const actor = { kind: 'staff', personId: 'p1', name: '江慎' } as const;

let county: TestCounty;
let tenantId: string;
/** Of a closed day: forged, and one beside it. */
let permit: string;
let bystander: string;
/** Of today: its day has no root yet. */
let fresh: string;
let kept: { readonly receipts: ReadonlyMap<string, LedgerReceipt>; readonly feed: PublishedRoots };

beforeAll(async () => {
  county = await openTestCounty();
  ({ tenantId } = county.deps);
  permit = await walkToPermit(county);
  bystander = await county.file('建筑工程施工许可', constructionForm);
  await note('RulePublished');
  await nextMorning('2026-11-24');
  await note('RuleTried');
  await county.file('建筑工程施工许可', constructionForm);
  await nextMorning('2026-11-25');
  fresh = await county.file('建筑工程施工许可', constructionForm);
  await note('HitRaised', HIT);
  kept = await keep(county.database.db);
});
afterAll(() => county[Symbol.asyncDispose]());

function note(type: string, stream = STREAM): Promise<object> {
  const at = county.now();
  return appendJournal(county.deps.db, tenantId, stream, [{ type, actor, data: { limit: 5 }, at }]);
}

async function nextMorning(day: string): Promise<void> {
  county.setClock(`${day}T01:00:00.000Z`);
  await publishRoots(county.deps);
}

function receiptIn(db: Database, caseId: string): Promise<LedgerReceipt | undefined> {
  const store = createCaseStore(db, tenantId);
  return receiptOf({ tenantId, db, store, trees: createDayTrees(db, tenantId) }, caseId);
}

/** What careful people have at home before anything happens. */
async function keep(db: Database): Promise<typeof kept> {
  const receipts = new Map<string, LedgerReceipt>();
  for (const caseId of [permit, bystander, fresh]) {
    const receipt = await receiptIn(db, caseId);
    if (receipt !== undefined) receipts.set(caseId, receipt);
  }
  return { receipts, feed: await published(db) };
}

async function published(db: Db): Promise<PublishedRoots> {
  const roots = await readRoots(db, tenantId, { limit: 99 });
  const heads = await readHeads(db, tenantId, { limit: 99 });
  return readPublishedRoots(JSON.stringify({ roots, heads })) ?? {};
}

/** The county no longer says what the receipt says, or no longer has the roots it leads to. */
async function contradicts(db: Database, caseId: string): Promise<boolean> {
  const receipt = kept.receipts.get(caseId);
  if (receipt === undefined) throw new Error('no receipt was kept');
  if (!verifyReceipt(receipt, sha256, await published(db)).ok) return true;
  try {
    return (await receiptIn(db, caseId))?.hash !== receipt.hash;
  } catch (error) {
    // The county itself finds that it cannot prove the day any more, and gives no receipt.
    return String(error).includes('do not lead to');
  }
}

async function foundIn(db: Database, caseId = permit): Promise<Found> {
  const { findings } = await verifyLedger({ tenantId, db });
  const withKept = await verifyLedger({ tenantId, db }, { known: kept.feed });
  return {
    verify: findings.length > 0,
    own: await contradicts(db, caseId),
    other: await contradicts(db, bystander),
    head: withKept.findings.some(({ problem }) => problem.startsWith('kept')),
  };
}

/** One connection answers one question at a time; readers ask several. */
function oneByOne(tx: Db): Db {
  let last: Promise<unknown> = Promise.resolve();
  const db: Db = {
    query(...asked) {
      const answer = last.then(() => tx.query<never>(...asked));
      last = answer.catch(() => undefined);
      return answer;
    },
    tx: (work) => work(db),
  };
  return db;
}

/** As the owner, past every guard, and taken back afterwards. */
async function foundAfter(
  attack: (tx: Db) => Promise<unknown>,
  depth: Depth,
  caseId?: string,
): Promise<Found> {
  let found: Found | undefined;
  const undone = county.database.owner.tx(
    async (tx) => {
      await unguard(tx);
      await attack(tx);
      await mend(tx, tenantId, depth);
      found = await foundIn({ ...county.database.owner, ...oneByOne(tx) }, caseId);
      throw new Error('taken back');
    },
    { retry: 'never' },
  );
  await expect(undone).rejects.toThrow('taken back');
  if (found === undefined) throw new Error('nobody looked');
  return found;
}

const rows: string[] = [];

/** One row of the document's table. */
function record(what: string, mended: string, { verify, own, other, head }: Found): void {
  const said = [verify, own, other, head].map((each) => (each ? 'found' : '–'));
  rows.push([what, mended, ...said].join(' | '));
}

describe('an administrator with the owner’s password', () => {
  test('nothing done, nothing found', async () => {
    const found = await foundAfter(() => Promise.resolve(), 'nothing');
    expect(found).toEqual({ verify: false, own: false, other: false, head: false });
    const mended = await foundAfter(() => Promise.resolve(), 'all heads');
    expect(mended).toEqual(found);
  });

  describe.each(Object.entries(forgeries))('%s', (what, forge) => {
    test.each(depths)('mending %s', async (depth) => {
      const found = await foundAfter((tx) => forgeCase(tx, tenantId, permit, forge), depth);
      record(what, depth, found);
      expect(found.verify).toBe(depth !== 'all heads');
      expect(Object.values(found)).toContain(true);
    });
  });

  test.each(['nothing', 'all heads'] as const)(
    'deletes a whole case, mending %s',
    async (depth) => {
      const found = await foundAfter((tx) => deleteCase(tx, permit), depth);
      record('a case of a closed day deleted', depth, found);
      expect(Object.values(found)).toContain(true);
    },
  );

  test.each(['nothing', 'all heads'] as const)('changes the journal, mending %s', async (depth) => {
    const change = `UPDATE journal SET data = '{"limit":50}' WHERE type = 'RulePublished'`;
    const found = await foundAfter((tx) => tx.query(change), depth);
    record('a journal entry changed', depth, found);
    expect(Object.values(found)).toContain(true);
  });

  test('deletes an entry of today’s journal: nobody holds anything of it yet', async () => {
    const gone = async (tx: Db) => {
      await tx.query(`DELETE FROM journal WHERE stream = $1`, [HIT]);
      await tx.query(`DELETE FROM journal_head WHERE stream = $1`, [HIT]);
    };
    const found = await foundAfter(gone, 'nothing');
    record('a hit of today deleted with its stream', 'nothing', found);
    expect(found).toEqual({ verify: false, own: false, other: false, head: false });
  });

  test('rewrites a published root alone', async () => {
    const change = `UPDATE ledger_root SET root = repeat('0', 64) WHERE day = '2026-11-23'`;
    const found = await foundAfter((tx) => tx.query(change), 'nothing');
    record('a published root overwritten', 'nothing', found);
    expect(found.verify).toBe(true);
  });

  test('changes or deletes what is of today: only a receipt tells', async () => {
    const reword = (tx: Db) =>
      forgeCase(tx, tenantId, fresh, (events) =>
        events.map((each) => {
          const text = JSON.stringify(each.event).replaceAll('青石家园一期', '青石家园二期');
          return { ...each, event: JSON.parse(text) as typeof each.event };
        }),
      );
    record('an event of today reworded', 'nothing', await foundAfter(reword, 'nothing', fresh));
    const mended = await foundAfter(reword, 'snapshot', fresh);
    record('an event of today reworded', 'snapshot', mended);
    const gone = await foundAfter((tx) => deleteCase(tx, fresh), 'nothing', fresh);
    record('a case of today deleted', 'nothing', gone);
    expect([mended, gone]).toEqual([
      { verify: false, own: true, other: false, head: false },
      { verify: false, own: true, other: false, head: false },
    ]);
  });
});

describe('yesterday’s backup restored', () => {
  async function asSuperuser(...statements: string[]): Promise<void> {
    const client = new pg.Client({ connectionString: inject('testCluster').superuserUrl });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  }

  test('and the work gone on with: the roots since then are not those that were kept', async () => {
    const name = new URL(county.database.urls.app).pathname.slice(1);
    const backup = `${name}_backup`;
    const alone = (of: string) =>
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${of}'`;
    await asSuperuser(alone(name), `CREATE DATABASE ${backup} TEMPLATE ${name}`);
    // The day that is to be forgotten: a case is filed, people keep its receipt and the feed.
    const lost = await county.file('建筑工程施工许可', constructionForm);
    const early = { ...kept, receipts: new Map(kept.receipts) };
    const open = await receiptIn(county.database.db, lost);
    if (open !== undefined) early.receipts.set(lost, open);
    await nextMorning('2026-11-26');
    const receipt = await receiptIn(county.database.db, lost);
    if (receipt === undefined) throw new Error('no receipt was given');
    const late = await keep(county.database.db);
    await asSuperuser(
      alone(name),
      `ALTER DATABASE ${name} RENAME TO ${name}_lost`,
      `ALTER DATABASE ${backup} RENAME TO ${name}`,
      `DROP DATABASE ${name}_lost`,
    );
    county.setClock('2026-11-25T03:00:00.000Z');
    await county.file('建筑工程施工许可', constructionForm);
    kept = early;
    record('a backup of this morning restored', 'goes on', await foundIn(county.database.db, lost));
    await nextMorning('2026-11-26');
    kept = { ...late, receipts: new Map([...late.receipts, [lost, receipt]]) };
    const found = await foundIn(county.database.db, lost);
    record('yesterday’s backup restored', 'goes on', found);
    expect(found).toMatchObject({ verify: false, own: true, head: true });
  });
});

test('docs/threat-model.md says who found what, and nothing else', () => {
  const path = join(import.meta.dirname, '../../../../docs/threat-model.md');
  const text = readFileSync(path, 'utf8');
  const table = text.split('\n').filter((line) => /\| (found|–) +\|$/u.test(line));
  const stated = table.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim())
      .join(' | '),
  );
  expect(stated).toEqual(rows);
});
