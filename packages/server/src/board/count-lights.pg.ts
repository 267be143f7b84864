/** Lights of all open cases at an instant: one scan of a narrow table, grouped. */
import type { LightCounts } from '@yichuang/contracts';
import { LIGHT_LEVELS } from '@yichuang/kernel/words';
import type { Instant, PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

export interface OrgLights {
  readonly orgId: string;
  /** Withheld letters are counted apart: most may not know of them. */
  readonly isWithheld: boolean;
  readonly counts: LightCounts;
}

interface Counted {
  readonly org_id: string;
  readonly is_withheld: boolean;
  readonly open: number;
  readonly red: number;
  readonly yellow: number;
  readonly grey: number;
  readonly was_late: number;
  readonly step_red: number;
  readonly step_yellow: number;
  readonly promise_red: number;
  readonly promise_yellow: number;
  readonly statute_red: number;
  readonly statute_yellow: number;
}

/** Times are ordered: what is overdue has been yellow, and a case's first limit is its earliest. */
const COUNT_LIGHTS = {
  name: 'board-lights',
  text: `SELECT org_id, is_withheld, count(*)::int AS open,
      count(*) FILTER (WHERE overdue_at <= $2)::int AS red,
      count(*) FILTER (WHERE warn_at <= $2 AND overdue_at > $2)::int AS yellow,
      count(*) FILTER (WHERE NOT is_running)::int AS grey,
      count(*) FILTER (WHERE was_late AND overdue_at > $2)::int AS was_late,
      ${LIGHT_LEVELS.map(
        (level) => `count(*) FILTER (WHERE ${level}_overdue_at <= $2)::int AS ${level}_red,
      count(*) FILTER (WHERE ${level}_warn_at <= $2 AND ${level}_overdue_at > $2)::int
        AS ${level}_yellow`,
      ).join(',\n      ')}
    FROM open_light WHERE tenant_id = $1 GROUP BY org_id, is_withheld`,
};

export async function countLights(db: Db, tenantId: string, at: Instant): Promise<OrgLights[]> {
  const rows = await db.query<Counted>({ ...COUNT_LIGHTS, values: [tenantId, at] });
  return rows.map((row) => ({
    orgId: row.org_id,
    isWithheld: row.is_withheld,
    counts: {
      open: row.open,
      green: row.open - row.red - row.yellow - row.grey,
      yellow: row.yellow,
      red: row.red,
      grey: row.grey,
      wasLate: row.was_late,
      step: { yellow: row.step_yellow, red: row.step_red },
      promise: { yellow: row.promise_yellow, red: row.promise_red },
      statute: { yellow: row.statute_yellow, red: row.statute_red },
    },
  }));
}

export interface OrgToday {
  readonly orgId: string;
  readonly isWithheld: boolean;
  readonly received: number;
  readonly concluded: number;
}

/** What came in and what ended on a Shanghai day. */
export async function countToday(
  db: Db,
  tenantId: string,
  day: PlainDate,
  from: Instant,
  until: Instant,
): Promise<OrgToday[]> {
  const rows = await db.query<{
    org_id: string;
    is_withheld: boolean;
    received: number;
    concluded: number;
  }>({
    name: 'board-today',
    text: `SELECT coalesce(l.unit_id, d.org_id) AS org_id, coalesce(l.is_withheld, false)
        AS is_withheld, sum(d.received)::int AS received, sum(d.concluded)::int AS concluded
      FROM (SELECT id, org_id, 1 AS received, 0 AS concluded FROM cases
          WHERE tenant_id = $1 AND received_at >= $3 AND received_at < $4
        UNION ALL SELECT id, org_id, 0, 1 FROM cases
          WHERE tenant_id = $1 AND concluded_on = $2) AS d
      LEFT JOIN letter l ON l.tenant_id = $1 AND l.case_id = d.id
      GROUP BY 1, 2`,
    values: [tenantId, day, from, until],
  });
  return rows.map((row) => ({
    orgId: row.org_id,
    isWithheld: row.is_withheld,
    received: row.received,
    concluded: row.concluded,
  }));
}
