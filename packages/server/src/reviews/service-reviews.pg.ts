/** Rows of reviews. What is read here for the reviewed names nobody who wrote one. */
import type { Instant, PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import type { SubjectKind } from './invitations.pg.ts';

export interface ReviewRow {
  readonly id: string;
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  readonly round: 1 | 2;
  readonly first_id: string | null;
  readonly level: number;
  readonly reasons: readonly string[];
  readonly comment: string | null;
  readonly channel: string;
  readonly item_code: string | null;
  readonly org_id: string;
  readonly post_id: string | null;
  readonly staff_id: string | null;
  readonly is_named: boolean;
  readonly served_at: Instant;
  readonly at: Instant;
  readonly day: PlainDate;
}

export interface AuthorRow {
  readonly person_id: string | null;
  readonly contact_sealed: string | null;
  readonly device_hash: string;
  readonly address_hash: string;
  readonly screen_id: string | null;
  readonly staff_session_of: string | null;
  readonly is_own_staff: boolean;
}

const columns = `id, subject_kind, subject_id, round, first_id, level, reasons, comment, channel,
  item_code, org_id, post_id, staff_id, is_named, served_at, at, day`;

/** @throws ConstraintViolation `service_review_once` for a second one of the same round */
export async function insertReview(
  tx: Db,
  tenantId: string,
  r: ReviewRow,
  author: AuthorRow,
): Promise<void> {
  await tx.query(
    `INSERT INTO service_review (tenant_id, ${columns})
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      tenantId,
      r.id,
      r.subject_kind,
      r.subject_id,
      r.round,
      r.first_id,
      r.level,
      [...r.reasons],
      r.comment,
      r.channel,
      r.item_code,
      r.org_id,
      r.post_id,
      r.staff_id,
      r.is_named,
      r.served_at,
      r.at,
      r.day,
    ],
  );
  await tx.query(
    `INSERT INTO review_author (tenant_id, review_id, person_id, contact_sealed, device_hash,
       address_hash, screen_id, staff_session_of, is_own_staff)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tenantId,
      r.id,
      author.person_id,
      author.contact_sealed,
      author.device_hash,
      author.address_hash,
      author.screen_id,
      author.staff_session_of,
      author.is_own_staff,
    ],
  );
}

export async function findReview(
  db: Db,
  tenantId: string,
  id: string,
): Promise<ReviewRow | undefined> {
  const [row] = await db.query<ReviewRow>(
    `SELECT ${columns} FROM service_review WHERE tenant_id = $1 AND id = $2`,
    [tenantId, id],
  );
  return row;
}

export async function findReviewOf(
  db: Db,
  tenantId: string,
  of: { readonly kind: SubjectKind; readonly id: string; readonly round: 1 | 2 },
): Promise<ReviewRow | undefined> {
  const [row] = await db.query<ReviewRow>(
    `SELECT ${columns} FROM service_review
     WHERE tenant_id = $1 AND subject_kind = $2 AND subject_id = $3 AND round = $4`,
    [tenantId, of.kind, of.id, of.round],
  );
  return row;
}

export async function findAuthor(
  db: Db,
  tenantId: string,
  reviewId: string,
): Promise<AuthorRow | undefined> {
  const [row] = await db.query<AuthorRow>(
    `SELECT person_id, contact_sealed, device_hash, address_hash, screen_id, staff_session_of,
       is_own_staff FROM review_author WHERE tenant_id = $1 AND review_id = $2`,
    [tenantId, reviewId],
  );
  return row;
}

/** Whether one of these persons has an account of staff. */
export async function isStaff(
  db: Db,
  tenantId: string,
  personIds: readonly string[],
): Promise<boolean> {
  if (personIds.length === 0) return false;
  const rows = await db.query(
    'SELECT 1 FROM account WHERE tenant_id = $1 AND person_id = ANY ($2::uuid[]) LIMIT 1',
    [tenantId, [...personIds]],
  );
  return rows.length > 0;
}
