import type { Instant, PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

export type SubjectKind = 'case' | 'visit';

/** What may be reviewed, once in each round. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly round: 1 | 2;
}

export interface InvitationRow {
  readonly id: string;
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  readonly round: 1 | 2;
  readonly item_code: string | null;
  readonly org_id: string;
  readonly post_id: string | null;
  readonly staff_id: string | null;
  readonly person_id: string | null;
  readonly served_at: Instant;
  readonly day: PlainDate;
  readonly expires_at: Instant;
  readonly used_at: Instant | null;
}

const columns = `id, subject_kind, subject_id, round, item_code, org_id, post_id, staff_id,
  person_id, served_at, day, expires_at, used_at`;

export interface NewInvitation extends Omit<InvitationRow, 'used_at'> {
  readonly token_hash: string;
  readonly code_hash: string;
}

/** @returns false when there was one before: a job that runs again invites nobody twice */
export async function insertInvitation(
  tx: Db,
  tenantId: string,
  row: NewInvitation,
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO review_invitation (tenant_id, id, subject_kind, subject_id, round, token_hash,
       code_hash, item_code, org_id, post_id, staff_id, person_id, served_at, day, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [
      tenantId,
      row.id,
      row.subject_kind,
      row.subject_id,
      row.round,
      row.token_hash,
      row.code_hash,
      row.item_code,
      row.org_id,
      row.post_id,
      row.staff_id,
      row.person_id,
      row.served_at,
      row.day,
      row.expires_at,
    ],
  );
  return rows.length > 0;
}

export async function findByKey(
  db: Db,
  tenantId: string,
  column: 'token_hash' | 'code_hash',
  hash: string,
): Promise<InvitationRow | undefined> {
  const [row] = await db.query<InvitationRow>(
    `SELECT ${columns} FROM review_invitation WHERE tenant_id = $1 AND ${column} = $2`,
    [tenantId, hash],
  );
  return row;
}

export async function findBySubject(
  db: Db,
  tenantId: string,
  { kind, id, round }: Subject,
): Promise<InvitationRow | undefined> {
  const [row] = await db.query<InvitationRow>(
    `SELECT ${columns} FROM review_invitation
     WHERE tenant_id = $1 AND subject_kind = $2 AND subject_id = $3 AND round = $4`,
    [tenantId, kind, id, round],
  );
  return row;
}

/**
 * Opens a second invitation that was laid closed.
 * @returns false when it is open or used already, or was never laid
 */
export async function openClosed(
  tx: Db,
  tenantId: string,
  id: string,
  expiresAt: Instant,
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE review_invitation SET expires_at = $3
     WHERE tenant_id = $1 AND id = $2 AND used_at IS NULL AND expires_at <= served_at RETURNING 1`,
    [tenantId, id, expiresAt],
  );
  return rows.length > 0;
}

/** @returns false when it was used before: of two at once the second finds it used */
export async function useInvitation(
  tx: Db,
  tenantId: string,
  id: string,
  at: Instant,
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE review_invitation SET used_at = $3
     WHERE tenant_id = $1 AND id = $2 AND used_at IS NULL AND expires_at > $3 RETURNING 1`,
    [tenantId, id, at],
  );
  return rows.length > 0;
}

/** How many were served with this item by this unit since; few could be told from each other. */
export async function countServed(
  db: Db,
  tenantId: string,
  of: { readonly itemCode: string; readonly orgId: string; readonly since: PlainDate },
): Promise<number> {
  const [row] = await db.query<{ served: number }>(
    `SELECT count(*)::int AS served FROM review_invitation
     WHERE tenant_id = $1 AND item_code = $2 AND org_id = $3 AND day >= $4 AND round = 1`,
    [tenantId, of.itemCode, of.orgId, of.since],
  );
  return row?.served ?? 0;
}
