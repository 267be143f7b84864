/** What came of bad reviews: rows that follow from the events of their cases, and publishing. */
import type { Instant, PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import type { ReviewRow } from './service-reviews.pg.ts';

export type WorkPhase = 'contact' | 'mending' | 'appealed' | 'calling-back' | 'done';
export type Verdict = 'mistaken' | 'malicious';

/** What the events of its case say. */
export interface WorkFacts {
  readonly phase: WorkPhase;
  readonly contacted_at: Instant | null;
  readonly is_contact_late: boolean | null;
  readonly mended_at: Instant | null;
  readonly is_mend_late: boolean | null;
  readonly called_back_at: Instant | null;
  readonly call_back: string | null;
  readonly verdict: Verdict | null;
  readonly verdict_reason: string | null;
  readonly reply: string | null;
}

export interface WorkRow extends WorkFacts {
  readonly review_id: string;
  readonly case_id: string;
  readonly published_at: Instant | null;
  readonly public_comment: string | null;
  readonly public_reply: string | null;
}

const columns = `w.review_id, w.case_id, w.phase, w.contacted_at, w.is_contact_late, w.mended_at,
  w.is_mend_late, w.called_back_at, w.call_back, w.verdict, w.verdict_reason, w.reply,
  w.published_at, w.public_comment, w.public_reply`;

export async function insertWork(
  db: Db,
  tenantId: string,
  work: { readonly reviewId: string; readonly caseId: string; readonly phase: WorkPhase },
): Promise<void> {
  await db.query(
    `INSERT INTO review_work (tenant_id, review_id, case_id, phase) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING`,
    [tenantId, work.reviewId, work.caseId, work.phase],
  );
}

export async function findWorkOfCase(
  db: Db,
  tenantId: string,
  caseId: string,
): Promise<WorkRow | undefined> {
  const [row] = await db.query<WorkRow>(
    `SELECT ${columns} FROM review_work w WHERE w.tenant_id = $1 AND w.case_id = $2`,
    [tenantId, caseId],
  );
  return row;
}

export async function findWork(
  db: Db,
  tenantId: string,
  reviewId: string,
): Promise<WorkRow | undefined> {
  const [row] = await db.query<WorkRow>(
    `SELECT ${columns} FROM review_work w WHERE w.tenant_id = $1 AND w.review_id = $2`,
    [tenantId, reviewId],
  );
  return row;
}

/** What was answered to it, in the checked wording once there is one. */
export async function findReplyTo(
  db: Db,
  tenantId: string,
  reviewId: string,
): Promise<string | undefined> {
  const work = await findWork(db, tenantId, reviewId);
  return work?.public_reply ?? work?.reply ?? undefined;
}

export async function updateWork(
  db: Db,
  tenantId: string,
  reviewId: string,
  facts: WorkFacts,
): Promise<void> {
  await db.query(
    `UPDATE review_work SET phase = $3, contacted_at = $4, is_contact_late = $5, mended_at = $6,
       is_mend_late = $7, called_back_at = $8, call_back = $9, verdict = $10,
       verdict_reason = $11, reply = $12
     WHERE tenant_id = $1 AND review_id = $2`,
    [
      tenantId,
      reviewId,
      facts.phase,
      facts.contacted_at,
      facts.is_contact_late,
      facts.mended_at,
      facts.is_mend_late,
      facts.called_back_at,
      facts.call_back,
      facts.verdict,
      facts.verdict_reason,
      facts.reply,
    ],
  );
}

/** @returns false when there is no work of this review that is done */
export async function publishWork(
  db: Db,
  tenantId: string,
  reviewId: string,
  wording: {
    readonly at: Instant | null;
    readonly by: string;
    readonly comment: string | null;
    readonly reply: string | null;
  },
): Promise<boolean> {
  const rows = await db.query(
    `UPDATE review_work SET published_at = $3, published_by = $4, public_comment = $5,
       public_reply = $6
     WHERE tenant_id = $1 AND review_id = $2 AND phase = 'done' RETURNING 1`,
    [tenantId, reviewId, wording.at, wording.by, wording.comment, wording.reply],
  );
  return rows.length > 0;
}

export interface WorkLine
  extends
    WorkRow,
    Pick<ReviewRow, 'level' | 'reasons' | 'comment' | 'item_code' | 'org_id' | 'is_named' | 'day'> {
  readonly number: string;
  readonly due_on: PlainDate | null;
  readonly warn_at: Instant | null;
  readonly overdue_at: Instant | null;
  readonly second_level: number | null;
}

const MOST_LISTED = 200;

/** The office's list: what is under way by its due day, else the newest first. */
export async function listWork(
  db: Db,
  tenantId: string,
  which: 'open' | 'done',
): Promise<WorkLine[]> {
  return db.query<WorkLine>(
    `SELECT ${columns}, r.level, r.reasons, r.comment, r.item_code, r.org_id, r.is_named, r.day,
       c.number, c.due_on, c.warn_at, c.overdue_at, s.level AS second_level
     FROM review_work w
     JOIN service_review r ON r.tenant_id = $1 AND r.id = w.review_id
     JOIN cases c ON c.tenant_id = $1 AND c.id = w.case_id
     LEFT JOIN service_review s ON s.tenant_id = $1 AND s.first_id = r.id
     WHERE w.tenant_id = $1 AND (w.phase = 'done') = $2
     ORDER BY CASE WHEN $2 THEN NULL ELSE c.overdue_at END, r.at DESC, r.id
     LIMIT ${MOST_LISTED}`,
    [tenantId, which === 'done'],
  );
}

export async function recordLook(
  db: Db,
  tenantId: string,
  look: { readonly reviewId: string; readonly staffId: string; readonly at: Instant },
): Promise<void> {
  await db.query(
    `INSERT INTO review_contact_look (tenant_id, review_id, at, staff_id) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING`,
    [tenantId, look.reviewId, look.at, look.staffId],
  );
}
