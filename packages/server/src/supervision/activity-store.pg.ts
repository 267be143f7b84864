/** Who did what, one line an act; follows from events and can be made again from them. */
import type { PlainDate } from '@yichuang/kernel/time';
import type { Activity } from '@yichuang/kernel/watch';
import type { Db } from '../platform/db/index.ts';

const COLUMNS = `case_id, kind, seq, at, day, person_id, person, org_id, item_code, seconds,
  is_off_hours, text, days_behind, is_late, corrections`;

/** All lines of a case in place of those before. */
export async function replaceActivities(
  tx: Db,
  tenantId: string,
  caseId: string,
  activities: readonly Activity[],
): Promise<void> {
  await tx.query({
    name: 'watch-activity-remove',
    text: 'DELETE FROM watch_activity WHERE tenant_id = $1 AND case_id = $2',
    values: [tenantId, caseId],
  });
  if (activities.length === 0) return;
  const rows = activities.map((one) => ({
    ...one,
    case_id: one.caseId,
    person_id: one.personId,
    org_id: one.orgId,
    item_code: one.itemCode,
    is_off_hours: one.isOffHours,
    days_behind: one.daysBehind,
    is_late: one.isLate,
  }));
  await tx.query({
    name: 'watch-activity-add',
    text: `INSERT INTO watch_activity (tenant_id, ${COLUMNS})
      SELECT $1, ${COLUMNS} FROM json_to_recordset($2) AS a(case_id uuid, kind text, seq int,
        at timestamptz, day date, person_id text, person text, org_id text, item_code text,
        seconds int, is_off_hours boolean, text text, days_behind int, is_late boolean,
        corrections int)
      ON CONFLICT DO NOTHING`,
    values: [tenantId, JSON.stringify(rows)],
  });
}

/** Both days included, in the order in which they happened. */
export function activitiesBetween(
  db: Db,
  tenantId: string,
  from: PlainDate,
  until: PlainDate,
): Promise<Activity[]> {
  return db.query<Activity & Record<string, unknown>>(
    `SELECT case_id AS "caseId", kind, seq, at, day, person_id AS "personId", person,
       org_id AS "orgId", item_code AS "itemCode", seconds, is_off_hours AS "isOffHours", text,
       days_behind AS "daysBehind", is_late AS "isLate", corrections
     FROM watch_activity WHERE tenant_id = $1 AND day BETWEEN $2 AND $3
     ORDER BY at, case_id, seq, kind`,
    [tenantId, from, until],
  );
}
