import { fromHex, type HashHex } from '@yichuang/kernel/ledger';
import { addMs, civilDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import { CLOSING_MS } from './closing.ts';
import {
  chainEntries,
  type JournalEntry,
  type NewJournalEntry,
  type StreamHead,
} from './journal.ts';

/**
 * Appends to a stream of the journal in the caller's transaction. Who appends to the same stream
 * waits until that transaction ends, so the chain has no forks; keep it short.
 *
 * @param stream `area:what`, such as `supervision:rules`; a name is a chain of its own for ever
 * @returns the entries with `seq`, `prevHash` and `hash`, in the order given
 * @throws Error for an instant of a day whose root is published, or well before the last entry's;
 * TypeError for data that JSON cannot carry. Nothing is written then.
 */
export function appendJournal(
  db: Db,
  tenantId: string,
  stream: string,
  entries: readonly NewJournalEntry[],
): Promise<readonly JournalEntry[]> {
  if (entries.length === 0) return Promise.resolve([]);
  return db.tx(async (tx) => {
    const head = await lockJournal(tx, tenantId, stream);
    const chained = chainEntries(tenantId, stream, head, entries);
    await assertOrder(tx, tenantId, stream, chained);
    await insertEntries(tx, tenantId, stream, chained);
    return chained;
  });
}

/**
 * Holds a stream until the transaction ends: nobody appends to what is read of it meanwhile. The
 * head's row is the lock: the application may not lock entries, which it cannot change.
 */
export async function lockJournal(tx: Db, tenantId: string, stream: string): Promise<StreamHead> {
  const [head] = await tx.query<{ seq: number; hash: HashHex | null }>({
    name: 'journal-lock',
    text: `INSERT INTO journal_head AS head (tenant_id, stream, seq) VALUES ($1, $2, 0)
      ON CONFLICT (tenant_id, stream) DO UPDATE SET seq = head.seq RETURNING seq, hash`,
    values: [tenantId, stream],
  });
  if (head === undefined) throw new Error(`the stream ${stream} has no head`);
  return head;
}

/**
 * A published day is closed: what came late into it would make its root a lie. Instants may cross
 * by a little, since they are taken before the lock is; the numbers tell the order.
 */
async function assertOrder(
  tx: Db,
  tenantId: string,
  stream: string,
  entries: readonly JournalEntry[],
): Promise<void> {
  const instants = entries.map(({ at }) => at);
  const [first] = instants;
  if (first === undefined) return;
  if (instants.some((at, i) => i > 0 && at < (instants[i - 1] ?? ''))) {
    throw new Error(`entries of ${stream} are not in the order of their instants`);
  }
  const [found] = await tx.query<{ last_at: string | null; last_day: string | null }>({
    name: 'journal-order',
    text: `SELECT
      (SELECT max(day) FROM ledger_root WHERE tenant_id = $1) AS last_day,
      (SELECT at FROM journal WHERE tenant_id = $1 AND stream = $2 ORDER BY seq DESC LIMIT 1)
        AS last_at`,
    values: [tenantId, stream],
  });
  if (addMs(first, CLOSING_MS) < (found?.last_at ?? '')) {
    throw new Error(`${stream} has much later entries than ${first}`);
  }
  if (entries.some(({ at }) => civilDate(at) <= (found?.last_day ?? ''))) {
    throw new Error(`the root of the day of ${first} is published`);
  }
}

function insertEntries(
  tx: Db,
  tenantId: string,
  stream: string,
  entries: readonly JournalEntry[],
): Promise<object[]> {
  const rows = entries.map(({ prevHash, ...entry }) => ({
    ...entry,
    day: civilDate(entry.at),
    prev_hash: prevHash,
  }));
  const last = entries.at(-1);
  return tx.query({
    name: 'journal-append',
    text: `WITH added AS (
        INSERT INTO journal (tenant_id, stream, seq, day, at, type, actor, data, prev_hash, hash)
        SELECT $1, $2, e.seq, e.day, e.at, e.type, e.actor, e.data, e.prev_hash, e.hash
        FROM json_to_recordset($3) AS e(seq int, day date, at timestamptz, type text, actor json,
          data json, prev_hash text, hash text))
      UPDATE journal_head SET seq = $4, hash = $5 WHERE tenant_id = $1 AND stream = $2`,
    values: [tenantId, stream, JSON.stringify(rows), last?.seq, last?.hash],
  });
}

interface EntryRow extends Omit<JournalEntry, 'prevHash'> {
  readonly stream: string;
  readonly day: string;
  readonly prev_hash: HashHex | null;
}

const COLUMNS = 'stream, seq, day, at, type, actor, data, prev_hash, hash';
const ENTRIES_A_PAGE = 5_000;

/** A stream from its first entry; `after` leaves out the entries up to that number. */
export async function readJournal(
  db: Db,
  tenantId: string,
  stream: string,
  { after = 0, limit }: { readonly after?: number; readonly limit?: number } = {},
): Promise<readonly JournalEntry[]> {
  const rows = await db.query<EntryRow>({
    name: 'journal-read',
    text: `SELECT ${COLUMNS} FROM journal WHERE tenant_id = $1 AND stream = $2 AND seq > $3
      ORDER BY seq LIMIT $4`,
    values: [tenantId, stream, after, limit ?? null],
  });
  return rows.map((row) => storedEntry(row).entry);
}

export interface StoredEntry {
  readonly stream: string;
  readonly day: string;
  readonly entry: JournalEntry;
}

function storedEntry({ stream, day, prev_hash: prevHash, ...entry }: EntryRow): StoredEntry {
  return { stream, day, entry: { ...entry, prevHash } };
}

/** Every entry of every stream, in the order of the days' trees; a page in memory at a time. */
export async function* journalOf(db: Db, tenantId: string): AsyncGenerator<StoredEntry> {
  let last: readonly [string, number] | undefined = ['', 0];
  while (last !== undefined) {
    const rows: EntryRow[] = await db.query<EntryRow>(
      `SELECT ${COLUMNS} FROM journal WHERE tenant_id = $1 AND (stream, seq) > ($2, $3)
       ORDER BY stream, seq LIMIT $4`,
      [tenantId, ...last, ENTRIES_A_PAGE],
    );
    for (const row of rows) yield storedEntry(row);
    const end = rows.at(-1);
    last = rows.length === ENTRIES_A_PAGE && end ? [end.stream, end.seq] : undefined;
  }
}

/** Where each stream says that it ends. */
export async function streamHeads(
  db: Db,
  tenantId: string,
): Promise<ReadonlyMap<string, StreamHead>> {
  const rows = await db.query<{ stream: string } & StreamHead>(
    'SELECT stream, seq, hash FROM journal_head WHERE tenant_id = $1',
    [tenantId],
  );
  return new Map(rows.map(({ stream, seq, hash }) => [stream, { seq, hash }]));
}

/** Hashes of a day's entries in the order of its tree, which they end. */
export async function* journalLeavesOf(
  db: Db,
  tenantId: string,
  day: string,
): AsyncGenerator<Uint8Array> {
  let last: readonly [string, number] | undefined = ['', 0];
  while (last !== undefined) {
    const rows: { stream: string; seq: number; hash: string }[] = await db.query(
      `SELECT stream, seq, hash FROM journal
       WHERE tenant_id = $1 AND day = $2 AND (stream, seq) > ($3, $4)
       ORDER BY stream, seq LIMIT $5`,
      [tenantId, day, ...last, ENTRIES_A_PAGE],
    );
    for (const { hash } of rows) yield fromHex(hash);
    const end = rows.at(-1);
    last = rows.length === ENTRIES_A_PAGE && end ? [end.stream, end.seq] : undefined;
  }
}
