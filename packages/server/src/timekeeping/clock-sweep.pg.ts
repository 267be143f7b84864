import type { Instant, PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

/** Correction limits that have run out on cases that nobody answered. */
export async function findLapsed(
  db: Db,
  tenantId: string,
  now: Instant,
  limit: number,
): Promise<{ caseId: string; ruleId: string }[]> {
  const rows = await db.query<{ case_id: string; rule_id: string }>(
    `SELECT case_id, rule_id FROM clock
     WHERE tenant_id = $1 AND kind = 'correction' AND stopped_at IS NULL AND NOT is_suspended
       AND overdue_at <= $2
     ORDER BY overdue_at LIMIT $3`,
    [tenantId, now, limit],
  );
  return rows.map(({ case_id: caseId, rule_id: ruleId }) => ({ caseId, ruleId }));
}

/**
 * Limits other than that of corrections that ran out after `since`, up to `now`, with whose end
 * the kernel may bring something about. Each once: most steps that run late have no such rule. Of
 * statutory limits it is that of the simple procedure alone.
 */
export async function findRunOut(
  db: Db,
  tenantId: string,
  since: Instant,
  now: Instant,
): Promise<{ caseId: string; ruleId: string }[]> {
  const rows = await db.query<{ case_id: string; rule_id: string }>(
    `SELECT case_id, min(rule_id) AS rule_id FROM clock
     WHERE tenant_id = $1 AND stopped_at IS NULL AND NOT is_suspended
       AND overdue_at > $2 AND overdue_at <= $3
       AND (kind IN ('debt', 'opinion', 'wait', 'step', 'objection', 'review')
         OR (kind = 'statutory' AND EXISTS (SELECT 1 FROM letter l
           WHERE l.tenant_id = $1 AND l.case_id = clock.case_id AND l.is_simple)))
     GROUP BY case_id`,
    [tenantId, since, now],
  );
  return rows.map(({ case_id: caseId, rule_id: ruleId }) => ({ caseId, ruleId }));
}

export interface TurnedClock {
  readonly caseId: string;
  readonly kind: string;
  readonly clockId: string;
  readonly light: 'yellow' | 'red';
  readonly dueOn: PlainDate;
}

/** More at once than this are told at the next looks. */
const MOST_TOLD = 5000;

/** 异议, 请求复查: the end of a right makes nothing late, and nobody is reminded of it. */
const DUTIES = `kind NOT IN ('objection', 'review')`;

/** Clocks that became yellow or red after `since`, up to `now`. */
export async function findTurned(
  db: Db,
  tenantId: string,
  since: Instant,
  now: Instant,
): Promise<TurnedClock[]> {
  const rows = await db.query<{
    case_id: string;
    kind: string;
    clock_id: string;
    light: 'yellow' | 'red';
    due_on: PlainDate;
  }>(
    `(SELECT case_id, kind, clock_id, 'red' AS light, due_on FROM clock
      WHERE tenant_id = $1 AND stopped_at IS NULL AND NOT is_suspended
        AND overdue_at > $2 AND overdue_at <= $3 AND ${DUTIES} LIMIT ${MOST_TOLD})
     UNION ALL
     (SELECT case_id, kind, clock_id, 'yellow', due_on FROM clock
      WHERE tenant_id = $1 AND stopped_at IS NULL AND NOT is_suspended
        AND warn_at > $2 AND warn_at <= $3 AND overdue_at > $3 AND ${DUTIES}
      LIMIT ${MOST_TOLD})`,
    [tenantId, since, now],
  );
  return rows.map((row) => ({
    caseId: row.case_id,
    kind: row.kind,
    clockId: row.clock_id,
    light: row.light,
    dueOn: row.due_on,
  }));
}

const SETTING = 'timekeeper-looked-at';

export async function readLastLook(db: Db, tenantId: string): Promise<Instant | undefined> {
  const [row] = await db.query<{ value: Instant }>(
    'SELECT value FROM setting WHERE tenant_id = $1 AND name = $2',
    [tenantId, SETTING],
  );
  return row?.value;
}

export async function writeLastLook(db: Db, tenantId: string, at: Instant): Promise<void> {
  await db.query(
    `INSERT INTO setting (tenant_id, name, value, changed_at)
     VALUES ($1, $2, to_jsonb($3::text), $4)
     ON CONFLICT (tenant_id, name) DO UPDATE
     SET value = excluded.value, changed_at = excluded.changed_at`,
    [tenantId, SETTING, at, at],
  );
}

export interface CaseHolder {
  readonly personId: string;
  readonly stepName: string;
  readonly itemName: string;
  readonly number: string;
}

/** Who holds the open tasks of a case today. */
export async function findHolders(
  db: Db,
  tenantId: string,
  caseId: string,
  today: PlainDate,
): Promise<CaseHolder[]> {
  const rows = await db.query<{
    person_id: string;
    step_name: string;
    item_name: string;
    number: string;
  }>(
    `SELECT DISTINCT a.person_id, t.step_name, c.item_name, c.number
     FROM open_task t
     JOIN cases c ON c.tenant_id = $1 AND c.id = t.case_id
     JOIN account a ON a.tenant_id = $1 AND t.post_id = 'person:' || a.person_id
       AND NOT a.is_disabled
     WHERE t.tenant_id = $1 AND t.case_id = $2
     UNION
     SELECT DISTINCT a.person_id, t.step_name, c.item_name, c.number
     FROM open_task t
     JOIN cases c ON c.tenant_id = $1 AND c.id = t.case_id
     JOIN post_holder h ON h.tenant_id = $1 AND h.post_id = t.post_id
       AND h.from_on <= $3::date AND (h.to_on IS NULL OR h.to_on >= $3::date)
     JOIN account a ON a.tenant_id = $1 AND a.id = h.account_id AND NOT a.is_disabled
     WHERE t.tenant_id = $1 AND t.case_id = $2`,
    [tenantId, caseId, today],
  );
  return rows.map((row) => ({
    personId: row.person_id,
    stepName: row.step_name,
    itemName: row.item_name,
    number: row.number,
  }));
}
