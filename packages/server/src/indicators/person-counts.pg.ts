import type { Db } from '../platform/db/index.ts';
import type { Period } from './periods.ts';

export interface PersonCounts {
  readonly personId: string;
  readonly name: string;
  readonly orgId: string;
  readonly decided: number;
  readonly withLimit: number;
  readonly late: number;
  readonly medianWorkingDays: number | null;
  readonly medianSeconds: number | null;
  readonly rejected: number;
  readonly inBatch: number;
  readonly inOthersPlace: number;
}

/** What each person decided in the period in one of the offices, of licences and services. */
export function countPersons(
  db: Db,
  tenantId: string,
  { from, until }: Period,
  orgIds: readonly string[],
): Promise<PersonCounts[]> {
  return db.query<PersonCounts>(
    `SELECT p.person_id AS "personId", max(p.name) AS name, p.org_id AS "orgId",
       count(*)::int AS decided, count(p.is_late)::int AS "withLimit",
       (count(*) FILTER (WHERE p.is_late))::int AS late,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY p.working_days) AS "medianWorkingDays",
       percentile_cont(0.5) WITHIN GROUP (ORDER BY p.seconds) AS "medianSeconds",
       (count(*) FILTER (WHERE p.verdict = 'rejected'))::int AS rejected,
       (count(*) FILTER (WHERE p.is_batch))::int AS "inBatch",
       count(p.on_behalf_of)::int AS "inOthersPlace"
     FROM case_figure_person p
     JOIN case_figure f ON f.tenant_id = $1 AND f.case_id = p.case_id AND f.lifecycle = 'service'
     WHERE p.tenant_id = $1 AND p.done_on BETWEEN $2 AND $3 AND p.org_id = ANY ($4)
     GROUP BY p.person_id, p.org_id ORDER BY count(*) DESC, p.person_id, p.org_id`,
    [tenantId, from, until, orgIds],
  );
}
