import type { LedgerRoot } from '@yichuang/contracts';
import type { CaseState, Recorded } from '@yichuang/kernel/case';
import { fromHex, type HashHex } from '@yichuang/kernel/ledger';
import type { PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import { journalLeavesOf } from './journal.pg.ts';

const LEAVES_A_PAGE = 20_000;
const NO_CASE = '00000000-0000-0000-0000-000000000000';

interface LeafRow {
  readonly case_id: string;
  readonly seq: number;
  readonly hash: HashHex;
}

/**
 * Hashes of a day in the order of its tree, page by page: the events, case by case, then the
 * journal, stream by stream. Behind the events, so that days before there was a journal keep
 * their roots.
 */
export async function* leavesOf(db: Db, tenantId: string, day: string): AsyncGenerator<Uint8Array> {
  yield* eventLeavesOf(db, tenantId, day);
  yield* journalLeavesOf(db, tenantId, day);
}

async function* eventLeavesOf(db: Db, tenantId: string, day: string): AsyncGenerator<Uint8Array> {
  let last: { caseId: string; seq: number } | undefined = { caseId: NO_CASE, seq: 0 };
  while (last !== undefined) {
    const rows: LeafRow[] = await db.query<LeafRow>({
      name: 'ledger-leaves',
      text: `SELECT case_id, seq, hash FROM event
        WHERE tenant_id = $1 AND day = $2 AND (case_id, seq) > ($3, $4)
        ORDER BY case_id, seq LIMIT $5`,
      values: [tenantId, day, last.caseId, last.seq, LEAVES_A_PAGE],
    });
    for (const { hash } of rows) yield fromHex(hash);
    const end = rows.at(-1);
    const isMore = rows.length === LEAVES_A_PAGE && end !== undefined;
    last = isMore ? { caseId: end.case_id, seq: end.seq } : undefined;
  }
}

/** The first day after `after` on which something happened, before `until`. */
export async function nextDay(
  db: Db,
  tenantId: string,
  after: string,
  until: string,
): Promise<PlainDate | undefined> {
  const [row] = await db.query<{ day: PlainDate | null }>(
    `SELECT least(
       (SELECT min(day) FROM event WHERE tenant_id = $1 AND day > $2 AND day < $3),
       (SELECT min(day) FROM journal WHERE tenant_id = $1 AND day > $2 AND day < $3)) AS day`,
    [tenantId, after, until],
  );
  return row?.day ?? undefined;
}

export async function lastPublishedDay(db: Db, tenantId: string): Promise<PlainDate | undefined> {
  const [row] = await db.query<{ day: PlainDate | null }>(
    'SELECT max(day) AS day FROM ledger_root WHERE tenant_id = $1',
    [tenantId],
  );
  return row?.day ?? undefined;
}

interface RootRow {
  readonly day: PlainDate;
  readonly size: number;
  readonly root: HashHex;
  readonly published_at: string;
}

/** Published once: who comes second changes nothing. */
export async function insertRoot(db: Db, tenantId: string, root: LedgerRoot): Promise<void> {
  await db.query(
    `INSERT INTO ledger_root (tenant_id, day, size, root, published_at)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (tenant_id, day) DO NOTHING`,
    [tenantId, root.day, root.size, root.root, root.publishedAt],
  );
}

/** Newest first; `before` leaves out that day and the later ones. */
export async function readRoots(
  db: Db,
  tenantId: string,
  { before = '9999-12-31', limit }: { readonly before?: string; readonly limit: number },
): Promise<LedgerRoot[]> {
  const rows = await db.query<RootRow>(
    `SELECT day, size, root, published_at FROM ledger_root
     WHERE tenant_id = $1 AND day < $2 ORDER BY day DESC LIMIT $3`,
    [tenantId, before, limit],
  );
  return rows.map(rootOfRow);
}

export async function readRoot(
  db: Db,
  tenantId: string,
  day: string,
): Promise<LedgerRoot | undefined> {
  const [row] = await db.query<RootRow>(
    `SELECT day, size, root, published_at FROM ledger_root WHERE tenant_id = $1 AND day = $2`,
    [tenantId, day],
  );
  return row === undefined ? undefined : rootOfRow(row);
}

function rootOfRow({ day, size, root, published_at: publishedAt }: RootRow): LedgerRoot {
  return { day, size, root, publishedAt };
}

/** How many of the day's events stand before this one in its tree. */
export async function leafIndex(
  db: Db,
  tenantId: string,
  leaf: { readonly day: string; readonly caseId: string; readonly seq: number },
): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    `SELECT count(*) AS n FROM event
     WHERE tenant_id = $1 AND day = $2 AND (case_id, seq) < ($3, $4)`,
    [tenantId, leaf.day, leaf.caseId, leaf.seq],
  );
  return row?.n ?? 0;
}

/** The same of an entry of the journal, which stands behind all of the day's events. */
export async function journalLeafIndex(
  db: Db,
  tenantId: string,
  leaf: { readonly day: string; readonly stream: string; readonly seq: number },
): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    `SELECT (SELECT count(*) FROM event WHERE tenant_id = $1 AND day = $2)
       + (SELECT count(*) FROM journal
          WHERE tenant_id = $1 AND day = $2 AND (stream, seq) < ($3, $4)) AS n`,
    [tenantId, leaf.day, leaf.stream, leaf.seq],
  );
  return row?.n ?? 0;
}

export interface LedgerCase {
  readonly caseId: string;
  readonly number: string;
  readonly version: number;
  readonly headHash: string;
  readonly state: CaseState;
  readonly events: readonly LedgerEvent[];
}

export interface LedgerEvent extends Recorded {
  readonly day: string;
  readonly prevHash: HashHex | null;
  readonly hash: HashHex;
}

interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly head_hash: string;
  readonly state: CaseState;
}

interface EventRow {
  readonly case_id: string;
  readonly seq: number;
  readonly day: string;
  readonly at: Recorded['at'];
  readonly type: string;
  readonly actor: Recorded['by'];
  readonly data: object;
  readonly prev_hash: HashHex | null;
  readonly hash: HashHex;
}

const CASES_A_PAGE = 100;

/** Every case with its events, in the order of their ids, a page in memory at a time. */
export async function* casesOf(db: Db, tenantId: string): AsyncGenerator<LedgerCase> {
  let last: string | undefined = NO_CASE;
  while (last !== undefined) {
    const rows: CaseRow[] = await db.query<CaseRow>(
      `SELECT id, number, version, head_hash, state FROM cases
       WHERE tenant_id = $1 AND id > $2 ORDER BY id LIMIT $3`,
      [tenantId, last, CASES_A_PAGE],
    );
    const events = await eventsOf(db, tenantId, rows);
    for (const row of rows) {
      const { id, head_hash: headHash, ...shown } = row;
      yield { caseId: id, headHash, ...shown, events: events.get(id) ?? [] };
    }
    last = rows.length === CASES_A_PAGE ? rows.at(-1)?.id : undefined;
  }
}

async function eventsOf(
  db: Db,
  tenantId: string,
  cases: readonly CaseRow[],
): Promise<Map<string, LedgerEvent[]>> {
  const rows = await db.query<EventRow>(
    `SELECT case_id, seq, day, at, type, actor, data, prev_hash, hash FROM event
     WHERE tenant_id = $1 AND case_id BETWEEN $2 AND $3 ORDER BY case_id, seq`,
    [tenantId, cases[0]?.id ?? NO_CASE, cases.at(-1)?.id ?? NO_CASE],
  );
  const events = new Map<string, LedgerEvent[]>();
  for (const row of rows) {
    const { case_id: caseId, type, actor: by, data, prev_hash: prevHash, ...plain } = row;
    const event = { type, ...data } as Recorded['event'];
    const list = events.get(caseId) ?? [];
    list.push({ ...plain, by, event, prevHash });
    events.set(caseId, list);
  }
  return events;
}

/** Whether anything at all was written in the tenant's name. */
export async function hasRecord(db: Db, tenantId: string): Promise<boolean> {
  const rows = await db.query(
    `SELECT 1 FROM event WHERE tenant_id = $1
     UNION ALL SELECT 1 FROM journal WHERE tenant_id = $1 LIMIT 1`,
    [tenantId],
  );
  return rows.length > 0;
}
