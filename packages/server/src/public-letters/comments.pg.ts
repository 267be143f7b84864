/** Comments of the public: kept as written, shown once somebody has read them. */
import type { Instant } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

export type CommentStatus = 'pending' | 'shown' | 'hidden';

export interface CommentColumns {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly name: string | null;
  readonly text: string;
  readonly at: Instant;
  readonly status: CommentStatus;
  readonly words: readonly string[];
}

const MOST_SHOWN = 200;

/** Oldest first, as a conversation is read. */
export async function shownComments(
  db: Db,
  tenantId: string,
  caseId: string,
): Promise<CommentColumns[]> {
  return db.query<CommentColumns>(
    `${SELECTED} WHERE c.tenant_id = $1 AND c.case_id = $2 AND c.status = 'shown'
     ORDER BY c.at, c.id LIMIT ${MOST_SHOWN}`,
    [tenantId, caseId],
  );
}

/** Those on letters that are public now, the oldest first. */
export async function commentsWith(
  db: Db,
  tenantId: string,
  status: CommentStatus,
): Promise<CommentColumns[]> {
  return db.query<CommentColumns>(
    `${SELECTED} WHERE c.tenant_id = $1 AND c.status = $2 ORDER BY c.at, c.id LIMIT ${MOST_SHOWN}`,
    [tenantId, status],
  );
}

const SELECTED = `SELECT c.id, p.number, p.title, x.name, c.text, c.at, c.status, c.words
  FROM letter_comment c
  JOIN published_letter p ON p.tenant_id = $1 AND p.case_id = c.case_id
  JOIN person x ON x.tenant_id = $1 AND x.id = c.person_id`;

export interface NewComment {
  readonly id: string;
  readonly caseId: string;
  readonly personId: string;
  readonly text: string;
  readonly at: Instant;
  readonly words: readonly string[];
}

export async function insertComment(db: Db, tenantId: string, comment: NewComment): Promise<void> {
  const { id, caseId, personId, text, at, words } = comment;
  await db.query(
    `INSERT INTO letter_comment (tenant_id, id, case_id, person_id, text, at, words)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [tenantId, id, caseId, personId, text, at, [...words]],
  );
}

/** @returns false when there is no such comment */
export async function judgeComment(
  db: Db,
  tenantId: string,
  verdict: {
    readonly id: string;
    readonly status: Exclude<CommentStatus, 'pending'>;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<boolean> {
  const rows = await db.query(
    `UPDATE letter_comment SET status = $3, judged_by = $4, judged_at = $5
     WHERE tenant_id = $1 AND id = $2 RETURNING 1`,
    [tenantId, verdict.id, verdict.status, verdict.by, verdict.at],
  );
  return rows.length > 0;
}
