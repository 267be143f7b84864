/** The level above as it answered last. */
import type { UploadFault } from '@yichuang/contracts';
import type { Instant } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

export interface ReceiverState {
  readonly lookedDay: string | null;
  readonly failures: number;
  readonly openUntil: Instant | null;
  readonly standingSince: Instant | null;
  readonly fault: UploadFault | null;
  readonly lastAnswerAt: Instant | null;
  readonly rootDay: string | null;
  readonly contradicted: readonly string[];
}

interface StateRow {
  readonly looked_day: string | null;
  readonly failures: number;
  readonly open_until: Instant | null;
  readonly standing_since: Instant | null;
  readonly fault: UploadFault | null;
  readonly last_answer_at: Instant | null;
  readonly root_day: string | null;
  readonly contradicted: readonly string[];
}

/**
 * To another receiver everything is new, so all begins again; with another shape, what was held for
 * want of a column may now go.
 */
export async function meetReceiver(
  db: Db,
  tenantId: string,
  met: { readonly address: string; readonly shape: string; readonly at: Instant },
): Promise<void> {
  const { address, shape, at } = met;
  const read = (from: Db, lock = '') =>
    from.query<{ address: string; shape: string }>(
      `SELECT address, shape FROM exchange_receiver WHERE tenant_id = $1 ${lock}`,
      [tenantId],
    );
  const isMet = (row: { readonly address: string; readonly shape: string } | undefined): boolean =>
    row?.address === address && row.shape === shape;
  if (isMet((await read(db))[0])) return;
  await db.tx(async (tx) => {
    const [known] = await read(tx, 'FOR UPDATE');
    if (isMet(known)) return;
    await tx.query(
      `INSERT INTO exchange_receiver (tenant_id, address, shape) VALUES ($1, $2, $3)
       ON CONFLICT (tenant_id) DO UPDATE SET shape = excluded.shape`,
      [tenantId, address, shape],
    );
    await tx.query(
      `UPDATE exchange_case SET held_at = NULL, problem = NULL, attempts = 0, try_at = $2
       WHERE tenant_id = $1 AND held_at IS NOT NULL`,
      [tenantId, at],
    );
    if (known !== undefined && known.address !== address) await beginAgain(tx, tenantId, met);
  });
}

async function beginAgain(
  tx: Db,
  tenantId: string,
  { address, at }: { readonly address: string; readonly at: Instant },
): Promise<void> {
  await tx.query(
    `UPDATE exchange_case SET sent_seq = 0, attempts = 0, try_at = $2, lease = NULL,
       leased_until = NULL, restarted_at = NULL, behind_since = coalesce(behind_since, $2)
     WHERE tenant_id = $1`,
    [tenantId, at],
  );
  for (const table of ['exchange_message', 'exchange_difference', 'exchange_day']) {
    await tx.query(`DELETE FROM ${table} WHERE tenant_id = $1`, [tenantId]);
  }
  await tx.query(
    `UPDATE exchange_receiver SET address = $2, looked_day = NULL, failures = 0, open_until = NULL,
       standing_since = NULL, fault = NULL, last_answer_at = NULL, root_day = NULL,
       contradicted = '{}' WHERE tenant_id = $1`,
    [tenantId, address],
  );
}

/** @throws Error before the receiver was met */
export async function readReceiverState(db: Db, tenantId: string): Promise<ReceiverState> {
  const [row] = await db.query<StateRow>(
    `SELECT looked_day, failures, open_until, standing_since, fault, last_answer_at, root_day,
       array(SELECT to_char(day, 'YYYY-MM-DD') FROM unnest(contradicted) AS day ORDER BY day)
         AS contradicted
     FROM exchange_receiver WHERE tenant_id = $1`,
    [tenantId],
  );
  if (row === undefined) throw new Error('no receiver was met yet');
  return {
    lookedDay: row.looked_day,
    failures: row.failures,
    openUntil: row.open_until,
    standingSince: row.standing_since,
    fault: row.fault,
    lastAnswerAt: row.last_answer_at,
    rootDay: row.root_day,
    contradicted: row.contradicted,
  };
}

export async function writeLookedDay(db: Db, tenantId: string, day: string | null): Promise<void> {
  await db.query('UPDATE exchange_receiver SET looked_day = $2 WHERE tenant_id = $1', [
    tenantId,
    day,
  ]);
}

export async function recordAnswer(db: Db, tenantId: string, at: Instant): Promise<void> {
  await db.query(
    `UPDATE exchange_receiver SET failures = 0, open_until = NULL, standing_since = NULL,
       fault = NULL, last_answer_at = $2 WHERE tenant_id = $1`,
    [tenantId, at],
  );
}

/** @returns how many failures there were in a row */
export async function recordFault(
  db: Db,
  tenantId: string,
  fault: UploadFault,
  counts: boolean,
): Promise<number> {
  const [row] = await db.query<{ failures: number }>(
    `UPDATE exchange_receiver SET failures = failures + $3, fault = $2 WHERE tenant_id = $1
     RETURNING failures`,
    [tenantId, JSON.stringify(fault), counts ? 1 : 0],
  );
  return row?.failures ?? 0;
}

/** Nothing is sent before `until`. */
export async function standStill(
  db: Db,
  tenantId: string,
  { at, until }: { readonly at: Instant; readonly until: Instant },
): Promise<void> {
  await db.query(
    `UPDATE exchange_receiver SET open_until = $3, standing_since = coalesce(standing_since, $2)
     WHERE tenant_id = $1`,
    [tenantId, at, until],
  );
}

/** A person says that it may answer again. */
export async function tryNow(db: Db, tenantId: string): Promise<void> {
  await db.query('UPDATE exchange_receiver SET open_until = NULL WHERE tenant_id = $1', [tenantId]);
}

export async function recordRoots(
  db: Db,
  tenantId: string,
  { day, contradicted }: { readonly day: string; readonly contradicted: readonly string[] },
): Promise<void> {
  await db.query(
    `UPDATE exchange_receiver SET root_day = $2,
       contradicted = array(SELECT DISTINCT unnest(contradicted || $3::date[]))
     WHERE tenant_id = $1`,
    [tenantId, day, [...contradicted]],
  );
}
