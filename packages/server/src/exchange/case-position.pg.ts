/** How far each case has come; what follows from one answer is written in one statement. */
import type { UploadProblem } from '@yichuang/contracts';
import type { Instant } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

export interface ClaimedCase {
  readonly caseId: string;
  readonly sentSeq: number;
  /** How often the receiver failed at it alone. */
  readonly attempts: number;
  readonly restartedAt: Instant | null;
}

/** Cases with events since `fromDay` that are not known yet; null: since the beginning. */
export async function findMovedCases(
  db: Db,
  tenantId: string,
  { fromDay, at, most }: { readonly fromDay: string | null; readonly at: Instant; most: number },
): Promise<number> {
  const rows = await db.query(
    `WITH moved AS (
       SELECT case_id, max(seq) AS seq FROM event WHERE tenant_id = $1 AND day >= $2
       GROUP BY case_id
     )
     INSERT INTO exchange_case AS x (tenant_id, case_id, head_seq, behind_since, try_at)
     SELECT $1, c.id, c.version, $3, $3
     FROM moved m
     JOIN cases c ON c.tenant_id = $1 AND c.id = m.case_id
     LEFT JOIN exchange_case o ON o.tenant_id = $1 AND o.case_id = m.case_id
     WHERE CASE WHEN o.case_id IS NULL THEN c.state ->> 'lifecycle' IS NULL
       ELSE o.head_seq < m.seq END
     LIMIT $4
     ${MOVED}
     RETURNING 1`,
    [tenantId, fromDay ?? '0001-01-01', at, most],
  );
  return rows.length;
}

/**
 * A case that has just moved; one that is not told to anybody stays out.
 * @returns false when there is nothing new to tell
 */
export async function markMovedCase(
  db: Db,
  tenantId: string,
  caseId: string,
  at: Instant,
): Promise<boolean> {
  const rows = await db.query({
    name: 'exchange-mark',
    text: `INSERT INTO exchange_case AS x (tenant_id, case_id, head_seq, behind_since, try_at)
     SELECT tenant_id, id, version, $3, $3 FROM cases
     WHERE tenant_id = $1 AND id = $2 AND state ->> 'lifecycle' IS NULL
     ${MOVED}
     RETURNING 1`,
    values: [tenantId, caseId, at],
  });
  return rows.length > 0;
}

/** A case that is behind already keeps since when, and when it is tried again. */
const MOVED = `ON CONFLICT (tenant_id, case_id) DO UPDATE SET
       head_seq = excluded.head_seq,
       behind_since = CASE WHEN x.head_seq > x.sent_seq THEN x.behind_since
         ELSE excluded.behind_since END,
       try_at = CASE WHEN x.head_seq > x.sent_seq THEN x.try_at ELSE excluded.try_at END
     WHERE excluded.head_seq > x.head_seq`;

export interface ClaimQuestion {
  readonly lease: string;
  readonly at: Instant;
  readonly until: Instant;
  readonly most: number;
  /** Those at which the receiver failed before go alone, so that they take nobody along. */
  readonly isAlone: boolean;
}

export async function claimCases(
  db: Db,
  tenantId: string,
  { lease, at, until, most, isAlone }: ClaimQuestion,
): Promise<ClaimedCase[]> {
  const rows = await db.query<{
    case_id: string;
    sent_seq: number;
    attempts: number;
    restarted_at: Instant | null;
  }>(
    `UPDATE exchange_case SET lease = $2, leased_until = $4
     WHERE tenant_id = $1 AND case_id IN (
       SELECT case_id FROM exchange_case
       WHERE tenant_id = $1 AND head_seq > sent_seq AND held_at IS NULL AND try_at <= $3
         AND (attempts > 0) = $6 AND (leased_until IS NULL OR leased_until <= $3)
       ORDER BY try_at, case_id LIMIT $5 FOR UPDATE SKIP LOCKED)
     RETURNING case_id, sent_seq, attempts, restarted_at`,
    [tenantId, lease, at, until, most, isAlone],
  );
  return rows.map((row) => ({
    caseId: row.case_id,
    sentSeq: row.sent_seq,
    attempts: row.attempts,
    restartedAt: row.restarted_at,
  }));
}

export interface AnsweredMessage {
  readonly seq: number;
  readonly table: string;
  readonly day: string;
  readonly shape: string;
  readonly digest: string;
}

/** What came of sending a case. */
export interface CaseResult {
  readonly caseId: string;
  readonly lease: string;
  readonly at: Instant;
  readonly sentSeq: number;
  readonly answered: readonly AnsweredMessage[];
  readonly attempts: number;
  readonly tryAt: Instant;
  /** A person has to do something before it goes on. */
  readonly isHeld: boolean;
  readonly problem?: UploadProblem;
  readonly isRestart?: boolean;
}

/** @returns false when somebody else has the case by now; then nothing is written */
export async function recordResult(db: Db, tenantId: string, result: CaseResult): Promise<boolean> {
  const { caseId, lease, at, sentSeq, attempts, tryAt, problem } = result;
  return db.tx(async (tx) => {
    const written = await tx.query(
      `UPDATE exchange_case SET sent_seq = $4, attempts = $5, try_at = $6,
         held_at = CASE WHEN $7 THEN $8::timestamptz END, problem = $9,
         behind_since = CASE WHEN head_seq > $4 THEN behind_since END,
         restarted_at = CASE WHEN $10 THEN $8::timestamptz
           WHEN head_seq > $4 THEN restarted_at END,
         lease = NULL, leased_until = NULL
       WHERE tenant_id = $1 AND case_id = $2 AND lease = $3 RETURNING 1`,
      [
        tenantId,
        caseId,
        lease,
        sentSeq,
        attempts,
        tryAt,
        result.isHeld,
        at,
        problem === undefined ? null : JSON.stringify(problem),
        result.isRestart === true,
      ],
    );
    if (written.length === 0) return false;
    await insertAnsweredInTx(tx, tenantId, result);
    return true;
  });
}

async function insertAnsweredInTx(
  tx: Db,
  tenantId: string,
  { caseId, at, answered }: CaseResult,
): Promise<void> {
  if (answered.length === 0) return;
  await tx.query(
    `INSERT INTO exchange_message
       (tenant_id, case_id, seq, table_name, day, shape, digest, answered_at)
     SELECT $1, $2, m.seq, m."table", m.day, m.shape, m.digest, $3
     FROM jsonb_to_recordset($4) AS m(seq int, "table" text, day date, shape text, digest text)
     ON CONFLICT (tenant_id, case_id, seq, table_name) DO UPDATE
     SET day = excluded.day, shape = excluded.shape, digest = excluded.digest,
       answered_at = excluded.answered_at`,
    [tenantId, caseId, at, JSON.stringify(answered)],
  );
}

/** From the first event again, at once; whoever sends it now finds the lease gone. */
export async function sendAgain(
  db: Db,
  tenantId: string,
  caseIds: readonly string[],
  at: Instant,
): Promise<number> {
  const rows = await db.query(
    `UPDATE exchange_case SET sent_seq = 0, attempts = 0, try_at = $3, held_at = NULL,
       problem = NULL, lease = NULL, leased_until = NULL, restarted_at = NULL,
       behind_since = coalesce(behind_since, $3)
     WHERE tenant_id = $1 AND case_id = ANY($2) RETURNING 1`,
    [tenantId, [...caseIds], at],
  );
  return rows.length;
}
