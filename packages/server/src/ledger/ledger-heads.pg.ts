import type { LedgerHead } from '@yichuang/contracts';
import { logLeaf, merkleAccumulator, toHex, type DayRoot } from '@yichuang/kernel/ledger';
import type { Instant } from '@yichuang/kernel/time';
import { sha256 } from '../cases/index.ts';
import type { Db } from '../platform/db/index.ts';

/**
 * The log of published days: leaf n is day n in the order of days, which is the order of their
 * publication. Every day has a head; a county that published days before there was a log gets
 * theirs all at once, the next time that a day is published.
 */
export async function publishHeads(db: Db, tenantId: string, publishedAt: Instant): Promise<void> {
  const days = await logDays(db, tenantId);
  const [last] = await readHeads(db, tenantId, { limit: 1 });
  const log = merkleAccumulator(sha256);
  for (const day of days) {
    log.add(logLeaf(day));
    if (log.size() <= (last?.size ?? 0)) continue;
    // Another process may have been first; its head is the same.
    await db.query(
      `INSERT INTO ledger_head (tenant_id, size, day, root, published_at)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [tenantId, log.size(), day.day, toHex(log.root()), publishedAt],
    );
  }
}

/** The first `size` days of the log, or all of them. */
export async function logDays(db: Db, tenantId: string, size?: number): Promise<DayRoot[]> {
  return db.query<{ day: string; size: number; root: string }>(
    'SELECT day, size, root FROM ledger_root WHERE tenant_id = $1 ORDER BY day LIMIT $2',
    [tenantId, size ?? null],
  );
}

/** Where a day stands in the log. */
export async function logIndex(db: Db, tenantId: string, day: string): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    'SELECT count(*) AS n FROM ledger_root WHERE tenant_id = $1 AND day < $2',
    [tenantId, day],
  );
  return row?.n ?? 0;
}

interface HeadRow {
  readonly size: number;
  readonly day: string;
  readonly root: string;
  readonly published_at: string;
  readonly stamps: LedgerHead['stamps'];
}

/** Newest first; `before` leaves out that size and the larger ones. */
export async function readHeads(
  db: Db,
  tenantId: string,
  { before, limit }: { readonly before?: number; readonly limit: number },
): Promise<LedgerHead[]> {
  const rows = await db.query<HeadRow>(
    `${HEADS} WHERE tenant_id = $1 AND ($2::int IS NULL OR size < $2) ORDER BY size DESC LIMIT $3`,
    [tenantId, before ?? null, limit],
  );
  return rows.map((row) => headOfRow(tenantId, row));
}

export async function readHead(
  db: Db,
  tenantId: string,
  size: number,
): Promise<LedgerHead | undefined> {
  const rows = await db.query<HeadRow>(`${HEADS} WHERE tenant_id = $1 AND size = $2`, [
    tenantId,
    size,
  ]);
  return rows.map((row) => headOfRow(tenantId, row))[0];
}

/** The head that was published with the day. */
export async function readHeadOfDay(
  db: Db,
  tenantId: string,
  day: string,
): Promise<LedgerHead | undefined> {
  const rows = await db.query<HeadRow>(`${HEADS} WHERE tenant_id = $1 AND day = $2`, [
    tenantId,
    day,
  ]);
  return rows.map((row) => headOfRow(tenantId, row))[0];
}

const HEADS = `SELECT size, day, root, published_at,
  (SELECT coalesce(json_agg(json_build_object('authority', s.authority,
      'stampedAt', to_char(s.stamped_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY s.authority),
    '[]') FROM ledger_stamp s WHERE s.tenant_id = h.tenant_id AND s.size = h.size) AS stamps
  FROM ledger_head h`;

function headOfRow(tenantId: string, { published_at: publishedAt, ...row }: HeadRow): LedgerHead {
  return { tenantId, ...row, publishedAt };
}
