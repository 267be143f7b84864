import type { Instant, PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

export interface NewVisit {
  readonly id: string;
  readonly orgId: string;
  readonly postId: string;
  readonly staffId: string;
  readonly itemCode?: string;
  readonly caseId?: string;
  readonly endedAt: Instant;
  readonly day: PlainDate;
}

export async function insertVisit(tx: Db, tenantId: string, visit: NewVisit): Promise<void> {
  await tx.query(
    `INSERT INTO visit (tenant_id, id, org_id, post_id, staff_id, item_code, case_id, ended_at, day)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
    [
      tenantId,
      visit.id,
      visit.orgId,
      visit.postId,
      visit.staffId,
      visit.itemCode ?? null,
      visit.caseId ?? null,
      visit.endedAt,
      visit.day,
    ],
  );
}

export interface NewScreen {
  readonly id: string;
  readonly tokenHash: string;
  readonly orgId: string;
  readonly postId: string;
  readonly staffId: string;
  readonly openedAt: Instant;
  readonly expiresAt: Instant;
}

export async function insertScreen(db: Db, tenantId: string, screen: NewScreen): Promise<void> {
  const { id, tokenHash, orgId, postId, staffId, openedAt, expiresAt } = screen;
  await db.query(
    `INSERT INTO review_screen (tenant_id, id, token_hash, org_id, post_id, staff_id, opened_at,
       expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tenantId, id, tokenHash, orgId, postId, staffId, openedAt, expiresAt],
  );
}

export interface ScreenRow {
  readonly id: string;
  readonly org_id: string;
  readonly post_id: string;
  readonly staff_id: string;
}

/** One that has not expired. */
export async function findScreen(
  db: Db,
  tenantId: string,
  hash: string,
  now: Instant,
): Promise<ScreenRow | undefined> {
  const [row] = await db.query<ScreenRow>(
    `SELECT id, org_id, post_id, staff_id FROM review_screen
     WHERE tenant_id = $1 AND token_hash = $2 AND expires_at > $3`,
    [tenantId, hash, now],
  );
  return row;
}

/** The invitation of the visit that this member of staff ended last, if it waits. */
export async function newestOpenVisit(
  db: Db,
  tenantId: string,
  staffId: string,
  within: { readonly since: Instant; readonly now: Instant },
): Promise<string | undefined> {
  const [row] = await db.query<{ id: string; used_at: Instant | null; expires_at: Instant }>(
    `SELECT i.id, i.used_at, i.expires_at FROM visit v
     JOIN review_invitation i ON i.tenant_id = $1 AND i.subject_kind = 'visit'
       AND i.subject_id = v.id AND i.round = 1
     WHERE v.tenant_id = $1 AND v.staff_id = $2 AND v.ended_at > $3
     ORDER BY v.ended_at DESC, v.id LIMIT 1`,
    [tenantId, staffId, within.since],
  );
  return row?.used_at === null && row.expires_at > within.now ? row.id : undefined;
}

/** The case that was filed in a visit. */
export async function findCaseOf(
  db: Db,
  tenantId: string,
  visitId: string,
): Promise<string | undefined> {
  const [row] = await db.query<{ case_id: string | null }>(
    'SELECT case_id FROM visit WHERE tenant_id = $1 AND id = $2',
    [tenantId, visitId],
  );
  return row?.case_id ?? undefined;
}
