import type { LogHead } from '@yichuang/kernel/ledger';
import type { Instant } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import type { TimeStamp } from './time-stamp.ts';

/** A month of days that an authority was away; older heads are held by any newer one. */
const HEADS_AT_ONCE = 31;

/**
 * Heads that this authority has not stamped since the last that it did, oldest first. One that is
 * new gets the newest only: it holds all days before.
 */
export async function unstampedHeads(
  db: Db,
  tenantId: string,
  authority: string,
): Promise<LogHead[]> {
  const heads = await db.query<Omit<LogHead, 'tenantId'> & { is_known: boolean }>(
    `WITH last AS (
       SELECT max(size) AS size FROM ledger_stamp WHERE tenant_id = $1 AND authority = $2)
     SELECT h.size, h.day, h.root, last.size IS NOT NULL AS is_known FROM ledger_head h, last
     WHERE h.tenant_id = $1 AND h.size > coalesce(last.size, 0)
     ORDER BY h.size DESC LIMIT $3`,
    [tenantId, authority, HEADS_AT_ONCE],
  );
  const [newest] = heads;
  const wanted = newest?.is_known === false ? [newest] : heads.toReversed();
  return wanted.map(({ size, day, root }) => ({ tenantId, size, day, root }));
}

export interface NewStamp extends TimeStamp {
  readonly size: number;
  readonly authority: string;
  readonly receivedAt: Instant;
}

/** Kept once for each head and authority: who comes second changes nothing. */
export async function insertStamp(db: Db, tenantId: string, stamp: NewStamp): Promise<void> {
  const { size, authority, token, stampedAt, receivedAt } = stamp;
  await db.query(
    `INSERT INTO ledger_stamp (tenant_id, size, authority, token, stamped_at, received_at)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (tenant_id, size, authority) DO NOTHING`,
    [tenantId, size, authority, Buffer.from(token), stampedAt, receivedAt],
  );
}

/** The token of a head; of several authorities, the one that stamped it first. */
export async function readStamp(
  db: Db,
  tenantId: string,
  size: number,
): Promise<Uint8Array | undefined> {
  const [row] = await db.query<{ token: Buffer }>(
    `SELECT token FROM ledger_stamp WHERE tenant_id = $1 AND size = $2
     ORDER BY stamped_at, authority LIMIT 1`,
    [tenantId, size],
  );
  return row?.token;
}
