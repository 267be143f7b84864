/**
 * What an administrator with the database owner's password can do to the record, as far as their
 * patience goes. They have this repository, so they recompute whatever they like with its own code.
 */
import { replay } from '@yichuang/kernel/case';
import { eventHash, merkleAccumulator, toHex, type HashHex } from '@yichuang/kernel/ledger';
import { addMs, civilDate, type Instant } from '@yichuang/kernel/time';
import { hashedEvent, sha256 } from '../cases/index.ts';
import type { Db } from '../platform/db/index.ts';
import { chainEntries } from './journal.ts';
import { readJournal } from './journal.pg.ts';
import { publishHeads } from './ledger-heads.pg.ts';
import { casesOf, leavesOf, type LedgerEvent } from './ledger-store.pg.ts';

/** How far a forger mends what would betray them; each does also what stands before it. */
export const depths = ['nothing', 'hashes', 'snapshot', 'root of the day', 'all heads'] as const;
export type Depth = (typeof depths)[number];

type Forge = (events: readonly LedgerEvent[]) => readonly LedgerEvent[];

const DAY_MS = 86_400_000;

/** The five ways to forge the events of one case, by a place that folds also when forged. */
export const forgeries: Readonly<Record<string, Forge>> = {
  'an opinion reworded': (events) =>
    events.map((each) => {
      const event = JSON.parse(
        JSON.stringify(each.event).replace('材料齐全', '材料不全'),
      ) as object;
      return { ...each, event: event as LedgerEvent['event'] };
    }),
  'an acceptance back-dated by a day': (events) =>
    events.map((each) => {
      if (each.event.type !== 'CaseAccepted') return each;
      const at: Instant = addMs(each.at, -DAY_MS);
      return { ...each, at, day: civilDate(at) };
    }),
  'a check of materials slipped in': (events) => {
    const at = events.findIndex(({ event }) => event.type === 'MaterialsChecked');
    return numbered(events.toSpliced(at + 1, 0, ...events.slice(at, at + 1)));
  },
  'the last event deleted': (events) => events.slice(0, -1),
  'two opinions in another order': (events) => {
    const isOpinion = ({ event }: LedgerEvent): boolean =>
      event.type === 'TaskDecided' && event.stepId === 'countersign';
    const at = events.findIndex(isOpinion);
    const swapped = events.slice(at, at + 2).toReversed();
    return numbered(events.toSpliced(at, 2, ...swapped));
  },
};

function numbered(events: readonly LedgerEvent[]): LedgerEvent[] {
  return events.map((each, i) => ({ ...each, seq: i + 1 }));
}

/** The tables whose guard an owner takes away first. */
const guarded = ['event', 'journal', 'ledger_root', 'ledger_head'] as const;

export async function unguard(tx: Db): Promise<void> {
  for (const table of guarded) {
    await tx.query(`ALTER TABLE ${table} DISABLE TRIGGER ${table}_append_only`);
  }
}

export async function forgeCase(
  tx: Db,
  tenantId: string,
  caseId: string,
  forge: Forge,
): Promise<void> {
  for await (const found of casesOf(tx, tenantId)) {
    if (found.caseId === caseId) await putEvents(tx, tenantId, caseId, forge(found.events));
  }
}

async function putEvents(
  tx: Db,
  tenantId: string,
  caseId: string,
  events: readonly LedgerEvent[],
): Promise<void> {
  await tx.query('DELETE FROM event WHERE tenant_id = $1 AND case_id = $2', [tenantId, caseId]);
  for (const { seq, day, at, by, event, prevHash, hash } of events) {
    const { type, ...data } = event;
    await tx.query(
      `INSERT INTO event (tenant_id, case_id, seq, day, at, type, actor, data, prev_hash, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [tenantId, caseId, seq, day, at, type, by, JSON.stringify(data), prevHash, hash],
    );
  }
}

/** Mends everything up to `depth`, so that the database agrees with itself as far as that. */
export async function mend(tx: Db, tenantId: string, depth: Depth): Promise<void> {
  const goes = (as: Depth): boolean => depths.indexOf(depth) >= depths.indexOf(as);
  if (goes('hashes')) {
    for await (const { caseId, events } of casesOf(tx, tenantId)) {
      const chained = rechained(tenantId, caseId, events);
      await putEvents(tx, tenantId, caseId, chained);
      const last = chained.at(-1);
      await tx.query('UPDATE cases SET head_hash = $2, version = $3 WHERE id = $1', [
        caseId,
        last?.hash,
        last?.seq,
      ]);
      if (!goes('snapshot')) continue;
      await tx.query('UPDATE cases SET state = $2 WHERE id = $1', [
        caseId,
        JSON.stringify(replay(chained)),
      ]);
    }
    await rechainJournal(tx, tenantId);
  }
  if (goes('root of the day')) await rewriteRoots(tx, tenantId);
  if (goes('all heads')) {
    const [last] = await tx.query<{ at: Instant }>(
      'SELECT max(published_at) AS at FROM ledger_head',
    );
    await tx.query('DELETE FROM ledger_head');
    if (last !== undefined) await publishHeads(tx, tenantId, last.at);
  }
}

function rechained(
  tenantId: string,
  caseId: string,
  events: readonly LedgerEvent[],
): LedgerEvent[] {
  let prevHash: HashHex | null = null;
  return events.map(({ seq, at, by, event, day }) => {
    const recorded = { seq, at, by, event };
    const hash = eventHash(prevHash, hashedEvent(tenantId, caseId, recorded), sha256);
    const link: LedgerEvent = { ...recorded, day, prevHash, hash };
    prevHash = hash;
    return link;
  });
}

async function rechainJournal(tx: Db, tenantId: string): Promise<void> {
  const streams = await tx.query<{ stream: string }>('SELECT stream FROM journal_head');
  for (const { stream } of streams) {
    const entries = await readJournal(tx, tenantId, stream);
    const bare = entries.map(({ type, actor, data, at }) => ({ type, actor, data, at }));
    const chained = chainEntries(tenantId, stream, { seq: 0, hash: null }, bare);
    for (const { seq, prevHash, hash } of chained) {
      await tx.query(
        'UPDATE journal SET prev_hash = $3, hash = $4 WHERE stream = $1 AND seq = $2',
        [stream, seq, prevHash, hash],
      );
    }
    const last = chained.at(-1);
    await tx.query('UPDATE journal_head SET hash = $2, seq = $3 WHERE stream = $1', [
      stream,
      last?.hash ?? null,
      last?.seq ?? 0,
    ]);
  }
}

async function rewriteRoots(tx: Db, tenantId: string): Promise<void> {
  const [last] = await tx.query<{ day: string }>('SELECT max(day) AS day FROM ledger_root');
  const days = await tx.query<{ day: string }>(
    `SELECT day FROM event WHERE day <= $1 UNION SELECT day FROM journal WHERE day <= $1`,
    [last?.day],
  );
  await tx.query('DELETE FROM ledger_root WHERE NOT day = ANY ($1)', [days.map(({ day }) => day)]);
  for (const { day } of days) {
    const tree = merkleAccumulator(sha256);
    for await (const leaf of leavesOf(tx, tenantId, day)) tree.add(leaf);
    await tx.query(
      `INSERT INTO ledger_root (tenant_id, day, size, root, published_at)
       VALUES ($1, $2, $3, $4, $2::date + 1)
       ON CONFLICT (tenant_id, day) DO UPDATE SET root = excluded.root, size = excluded.size`,
      [tenantId, day, tree.size(), toHex(tree.root())],
    );
  }
}

/** A case gone with everything that names it; the owner drops the keys that would hinder it. */
export async function deleteCase(tx: Db, caseId: string): Promise<void> {
  const named = await tx.query<{ name: string }>(
    `SELECT c.conrelid::regclass::text AS name FROM pg_constraint c
     WHERE c.contype = 'f' AND c.confrelid = 'cases'::regclass`,
  );
  for (const { name } of named) {
    await tx.query(`DELETE FROM ${name} WHERE case_id = $1`, [caseId]);
  }
  await tx.query('DELETE FROM cases WHERE id = $1', [caseId]);
}
