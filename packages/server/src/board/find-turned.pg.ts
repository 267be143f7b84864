/** Cases whose light changed with the hour alone, newest first: two walks of indexes. */
import type { Instant } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

export interface TurnedLight {
  readonly caseId: string;
  readonly number: string;
  readonly itemName: string;
  readonly orgId: string;
  readonly isWithheld: boolean;
  /** Whom a letter complains of by name. */
  readonly accused: string | null;
  readonly light: 'yellow' | 'red';
  readonly turnedAt: Instant;
}

interface Read {
  readonly case_id: string;
  readonly number: string;
  readonly item_name: string;
  readonly org_id: string;
  readonly is_withheld: boolean;
  readonly accused: string | null;
  readonly light: 'yellow' | 'red';
  readonly turned_at: Instant;
}

export interface TurnedQuery {
  readonly since?: Instant;
  readonly at: Instant;
  /** Only these organisations; without them all. */
  readonly orgIds?: readonly string[];
  readonly withWithheld: boolean;
  readonly most: number;
}

const half = (light: 'yellow' | 'red', instant: string, still: string) => `
  (SELECT case_id, org_id, is_withheld, '${light}' AS light, ${instant} AS turned_at
   FROM open_light
   WHERE tenant_id = $1 AND ${instant} <= $2 AND ${instant} > $3 AND ${still}
     AND ($4::text[] IS NULL OR org_id = ANY ($4)) AND ($5 OR NOT is_withheld)
   ORDER BY ${instant} DESC LIMIT $6)`;

const FIND_TURNED = {
  name: 'board-turned',
  text: `SELECT t.case_id, c.number, c.item_name, t.org_id, t.is_withheld, t.light, t.turned_at,
      CASE WHEN l.case_id IS NULL THEN NULL ELSE c.state #>> '{form,accusedName}' END AS accused
    FROM (SELECT * FROM (${half('red', 'overdue_at', 'true')}
      UNION ALL ${half('yellow', 'warn_at', 'overdue_at > $2')}) AS both_lights
      ORDER BY turned_at DESC, case_id LIMIT $6) AS t
    JOIN cases c ON c.tenant_id = $1 AND c.id = t.case_id
    LEFT JOIN letter l ON l.tenant_id = $1 AND l.case_id = t.case_id
    ORDER BY t.turned_at DESC, t.case_id`,
};

const BEFORE_ALL = '0001-01-01T00:00:00.000Z';

export async function findTurnedLights(
  db: Db,
  tenantId: string,
  { since, at, orgIds, withWithheld, most }: TurnedQuery,
): Promise<TurnedLight[]> {
  const values = [tenantId, at, since ?? BEFORE_ALL, orgIds ?? null, withWithheld, most];
  const rows = await db.query<Read>({ ...FIND_TURNED, values });
  return rows.map((row) => ({
    caseId: row.case_id,
    number: row.number,
    itemName: row.item_name,
    orgId: row.org_id,
    isWithheld: row.is_withheld,
    accused: row.accused,
    light: row.light,
    turnedAt: row.turned_at,
  }));
}
