import type { StaffPerson } from '@yichuang/contracts';
import type { Db } from '../platform/db/index.ts';

interface StaffRow {
  readonly person_id: string;
  readonly name: string | null;
  readonly is_disabled: boolean;
  readonly posts: StaffPerson['posts'] | null;
}

const MOST_FOUND = 50;

interface StaffQuery {
  readonly today: string;
  /** Part of a name, a post or an office. */
  readonly text?: string;
  readonly personIds?: readonly string[];
  /** Also those whose account is disabled: of whoever left in a hurry the work is still there. */
  readonly isDisabledToo?: boolean;
}

/** Who works here today: accounts that are open, with the posts they hold. */
export async function findStaff(
  db: Db,
  tenantId: string,
  query: StaffQuery,
): Promise<StaffPerson[]> {
  const rows = await db.query<StaffRow>(
    // Each part by itself first: joined in one go, a freshly filled county, whose tables the
    // planner knows nothing of yet, was walked account by person by post, for seconds.
    `WITH staff AS MATERIALIZED (
       SELECT a.id, a.person_id, a.is_disabled FROM account a
       WHERE a.tenant_id = $1 AND (NOT a.is_disabled OR $6)),
     held AS MATERIALIZED (
       SELECT s.person_id, bool_or(p.name ILIKE $5 OR o.name ILIKE $5) AS is_found,
         json_agg(json_build_object('postId', p.id, 'name', p.name, 'orgName', o.name)
           ORDER BY o.id, p.id) AS posts
       FROM staff s
       JOIN post_holder h ON h.tenant_id = $1 AND h.account_id = s.id
         AND h.from_on <= $2::date AND (h.to_on IS NULL OR h.to_on >= $2::date)
       JOIN post p ON p.tenant_id = $1 AND p.id = h.post_id
       JOIN org o ON o.tenant_id = $1 AND o.id = p.org_id
       GROUP BY s.person_id)
     SELECT n.id AS person_id, n.name, s.is_disabled, held.posts
     FROM (SELECT person_id, bool_and(is_disabled) AS is_disabled FROM staff
       GROUP BY person_id) s
     JOIN person n ON n.tenant_id = $1 AND n.id = s.person_id
     LEFT JOIN held ON held.person_id = s.person_id
     WHERE ($3::uuid[] IS NULL OR n.id = ANY ($3))
       AND ($4 = '' OR n.name ILIKE $5 OR held.is_found)
     ORDER BY n.name, n.id LIMIT ${MOST_FOUND}`,
    [
      tenantId,
      query.today,
      query.personIds === undefined ? null : [...query.personIds],
      query.text ?? '',
      `%${(query.text ?? '').replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`,
      query.isDisabledToo ?? false,
    ],
  );
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name ?? '',
    posts: row.posts ?? [],
    ...(row.is_disabled && { isDisabled: true }),
  }));
}
