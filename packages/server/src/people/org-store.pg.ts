import type { Db } from '../platform/db/index.ts';

/** `superior`: above the county, where what the county answered is reviewed. */
export type OrgKind =
  'county' | 'department' | 'section' | 'counter' | 'township' | 'village' | 'superior';

export interface Org {
  readonly id: string;
  readonly parentId?: string;
  readonly name: string;
  readonly kind: OrgKind;
  readonly regionCode?: string;
  readonly creditCode?: string;
}

export interface Post {
  readonly id: string;
  readonly orgId: string;
  readonly name: string;
  /** What it is in its unit, such as `head`; flows name posts of any unit by it. */
  readonly role?: string;
  readonly capabilities: readonly string[];
}

/** Parents must come before their children. Existing ones are brought up to date. */
export async function putOrgs(db: Db, tenantId: string, orgs: readonly Org[]): Promise<void> {
  for (const org of orgs) {
    await db.query({
      name: 'org-put',
      text: `INSERT INTO org (tenant_id, id, parent_id, name, kind, region_code, credit_code)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (tenant_id, id) DO UPDATE SET parent_id = excluded.parent_id,
          name = excluded.name, kind = excluded.kind, region_code = excluded.region_code,
          credit_code = excluded.credit_code`,
      values: [
        tenantId,
        org.id,
        org.parentId ?? null,
        org.name,
        org.kind,
        org.regionCode ?? null,
        org.creditCode ?? null,
      ],
    });
  }
}

export async function putPosts(db: Db, tenantId: string, posts: readonly Post[]): Promise<void> {
  for (const { id, orgId, name, role, capabilities } of posts) {
    await db.query({
      name: 'post-put',
      text: `INSERT INTO post (tenant_id, id, org_id, name, capabilities, role)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (tenant_id, id) DO UPDATE SET org_id = excluded.org_id,
          name = excluded.name, capabilities = excluded.capabilities, role = excluded.role`,
      values: [tenantId, id, orgId, name, [...capabilities], role ?? null],
    });
  }
}

interface OrgRow {
  readonly id: string;
  readonly parent_id: string | null;
  readonly name: string;
  readonly kind: OrgKind;
  readonly region_code: string | null;
  readonly credit_code: string | null;
}

export async function listOrgs(db: Db, tenantId: string): Promise<Org[]> {
  const rows = await db.query<OrgRow>({
    name: 'org-list',
    text: `SELECT id, parent_id, name, kind, region_code, credit_code FROM org WHERE tenant_id = $1
      ORDER BY id`,
    values: [tenantId],
  });
  return rows.map((row) => ({
    id: row.id,
    ...(row.parent_id !== null && { parentId: row.parent_id }),
    name: row.name,
    kind: row.kind,
    ...(row.region_code !== null && { regionCode: row.region_code }),
    ...(row.credit_code !== null && { creditCode: row.credit_code }),
  }));
}

export async function listPosts(db: Db, tenantId: string): Promise<Post[]> {
  return db.query<Post>(
    `SELECT id, org_id AS "orgId", name, capabilities FROM post WHERE tenant_id = $1
     ORDER BY id`,
    [tenantId],
  );
}

/** The posts an account holds on that day. */
export async function listHeldPosts(
  db: Db,
  tenantId: string,
  accountId: string,
  on: string,
): Promise<Post[]> {
  return db.query<Post>({
    name: 'post-held',
    text: `SELECT p.id, p.org_id AS "orgId", p.name, p.capabilities
      FROM post_holder h JOIN post p ON p.tenant_id = $1 AND p.id = h.post_id
      WHERE h.tenant_id = $1 AND h.account_id = $2 AND h.from_on <= $3::date
        AND (h.to_on IS NULL OR h.to_on >= $3::date) ORDER BY p.id`,
    values: [tenantId, accountId, on],
  });
}

export interface PostHolder {
  readonly accountId: string;
  readonly personId: string;
  readonly name?: string;
}

/** Who holds a post on that day; for "who has it now" and for notices to staff. */
export async function listPostHolders(
  db: Db,
  tenantId: string,
  postId: string,
  on: string,
): Promise<PostHolder[]> {
  const rows = await db.query<{ account_id: string; person_id: string; name: string | null }>(
    `SELECT a.id AS account_id, a.person_id, p.name
     FROM post_holder h
     JOIN account a ON a.tenant_id = $1 AND a.id = h.account_id AND NOT a.is_disabled
     JOIN person p ON p.tenant_id = $1 AND p.id = a.person_id
     WHERE h.tenant_id = $1 AND h.post_id = $2 AND h.from_on <= $3::date
       AND (h.to_on IS NULL OR h.to_on >= $3::date) ORDER BY a.login_name`,
    [tenantId, postId, on],
  );
  return rows.map(({ account_id: accountId, person_id: personId, name }) => ({
    accountId,
    personId,
    ...(name !== null && { name }),
  }));
}

export async function putPostHolder(
  db: Db,
  tenantId: string,
  holder: { readonly accountId: string; readonly postId: string; readonly fromOn: string },
): Promise<void> {
  await db.query(
    `INSERT INTO post_holder (tenant_id, account_id, post_id, from_on) VALUES ($1, $2, $3, $4)
     ON CONFLICT (tenant_id, account_id, post_id, from_on) DO UPDATE SET to_on = NULL`,
    [tenantId, holder.accountId, holder.postId, holder.fromOn],
  );
}
