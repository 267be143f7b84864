import type { PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

export interface Supervisor {
  readonly personId: string;
  readonly name: string;
  readonly capabilities: readonly string[];
}

/** Who holds a post that supervises, on that day, with everything that their posts are able to. */
export function findSupervisors(db: Db, tenantId: string, today: PlainDate): Promise<Supervisor[]> {
  return db.query<Supervisor & Record<string, unknown>>({
    name: 'watch-supervisors',
    text: `SELECT a.person_id AS "personId", coalesce(min(n.name), '') AS name,
        array_agg(DISTINCT c) AS capabilities
      FROM post_holder h
      JOIN post p ON p.tenant_id = $1 AND p.id = h.post_id
      JOIN account a ON a.tenant_id = $1 AND a.id = h.account_id AND NOT a.is_disabled
      JOIN person n ON n.tenant_id = $1 AND n.id = a.person_id
      CROSS JOIN LATERAL unnest(p.capabilities) AS c
      WHERE h.tenant_id = $1 AND h.from_on <= $2::date AND (h.to_on IS NULL OR h.to_on >= $2::date)
      GROUP BY a.person_id HAVING bool_or(c = 'supervise') ORDER BY a.person_id`,
    values: [tenantId, today],
  });
}
