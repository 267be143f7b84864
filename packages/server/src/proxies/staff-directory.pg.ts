import type { StaffPerson } from '@yichuang/contracts';
import type { Db } from '../platform/db/index.ts';

interface StaffRow {
  readonly person_id: string;
  readonly name: string | null;
  readonly posts: StaffPerson['posts'] | null;
}

const MOST_FOUND = 50;

/** Who works here today: accounts that are open, with the posts they hold. */
export async function findStaff(
  db: Db,
  tenantId: string,
  query: { readonly today: string; readonly text?: string; readonly personIds?: readonly string[] },
): Promise<StaffPerson[]> {
  const rows = await db.query<StaffRow>(
    `SELECT n.id AS person_id, n.name, json_agg(json_build_object(
         'postId', p.id, 'name', p.name, 'orgName', o.name) ORDER BY o.id, p.id)
         FILTER (WHERE p.id IS NOT NULL) AS posts
     FROM account a
     JOIN person n ON n.tenant_id = a.tenant_id AND n.id = a.person_id
     LEFT JOIN post_holder h ON h.tenant_id = a.tenant_id AND h.account_id = a.id
       AND h.from_on <= $2::date AND (h.to_on IS NULL OR h.to_on >= $2::date)
     LEFT JOIN post p ON p.tenant_id = h.tenant_id AND p.id = h.post_id
     LEFT JOIN org o ON o.tenant_id = p.tenant_id AND o.id = p.org_id
     WHERE a.tenant_id = $1 AND NOT a.is_disabled
       AND ($3::uuid[] IS NULL OR n.id = ANY ($3))
     GROUP BY n.id, n.name
     HAVING $4 = '' OR n.name ILIKE $5 OR bool_or(p.name ILIKE $5 OR o.name ILIKE $5)
     ORDER BY n.name, n.id LIMIT ${MOST_FOUND}`,
    [
      tenantId,
      query.today,
      query.personIds === undefined ? null : [...query.personIds],
      query.text ?? '',
      `%${(query.text ?? '').replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`,
    ],
  );
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name ?? '',
    posts: row.posts ?? [],
  }));
}
