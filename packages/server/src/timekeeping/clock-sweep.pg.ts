import type { CaseState, ClockKind } from '@yichuang/kernel/case';
import type { Instant, PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

/** A limit of a case that has run out, by the rule that says what follows. */
export interface RunOut {
  readonly caseId: string;
  readonly ruleId: string;
}

export const FIND_LAPSED = {
  name: 'sweep-lapsed',
  text: `SELECT case_id, rule_id FROM clock
    WHERE tenant_id = $1 AND kind = 'correction' AND stopped_at IS NULL AND NOT is_suspended
      AND overdue_at <= $2
    ORDER BY overdue_at LIMIT $3`,
};

/** Correction limits that have run out on cases that nobody answered. */
export async function findLapsed(
  db: Db,
  tenantId: string,
  now: Instant,
  limit: number,
): Promise<RunOut[]> {
  const rows = await db.query<{ case_id: string; rule_id: string }>({
    ...FIND_LAPSED,
    values: [tenantId, now, limit],
  });
  return rows.map(({ case_id: caseId, rule_id: ruleId }) => ({ caseId, ruleId }));
}

export const FIND_RUN_OUT = {
  name: 'sweep-run-out',
  text: `SELECT case_id, min(rule_id) AS rule_id FROM clock
    WHERE tenant_id = $1 AND stopped_at IS NULL AND NOT is_suspended
      AND overdue_at > $2 AND overdue_at <= $3
      AND (kind IN ('debt', 'opinion', 'wait', 'step', 'objection', 'review')
        OR (kind = 'statutory' AND EXISTS (SELECT 1 FROM letter l
          WHERE l.tenant_id = $1 AND l.case_id = clock.case_id AND l.is_simple)))
    GROUP BY case_id`,
};

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
): Promise<RunOut[]> {
  const rows = await db.query<{ case_id: string; rule_id: string }>({
    ...FIND_RUN_OUT,
    values: [tenantId, since, now],
  });
  return rows.map(({ case_id: caseId, rule_id: ruleId }) => ({ caseId, ruleId }));
}

export async function readStates(
  db: Db,
  tenantId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, CaseState>> {
  const rows = await db.query<{ id: string; state: CaseState }>(
    'SELECT id, state FROM cases WHERE tenant_id = $1 AND id = ANY ($2::uuid[])',
    [tenantId, caseIds],
  );
  return new Map(rows.map(({ id, state }): [string, CaseState] => [id, state]));
}

export interface TurnedClock {
  readonly caseId: string;
  readonly clockId: string;
  readonly kind: ClockKind;
  readonly ruleId: string;
  readonly light: 'yellow' | 'red';
  readonly turnedAt: Instant;
  readonly dueOn: PlainDate;
}

/** 异议, 请求复查: the end of a right makes nothing late, and nobody is reminded of it. */
const DUTIES = `kind NOT IN ('objection', 'review')`;

const COLUMNS = 'case_id, clock_id, kind, rule_id, due_on';

/** Two ranges of partial indexes, whatever else the table holds. */
export const FIND_TURNED = {
  name: 'sweep-turned',
  text: `SELECT ${COLUMNS}, 'red' AS light, overdue_at AS turned_at FROM clock
      WHERE tenant_id = $1 AND stopped_at IS NULL AND NOT is_suspended
        AND overdue_at > $2 AND overdue_at <= $3 AND ${DUTIES}
    UNION ALL
    SELECT ${COLUMNS}, 'yellow', warn_at FROM clock
      WHERE tenant_id = $1 AND stopped_at IS NULL AND NOT is_suspended
        AND warn_at > $2 AND warn_at <= $3 AND overdue_at > $3 AND ${DUTIES}`,
};

/** Clocks that became yellow or red after `since`, up to `now`. */
export async function findTurned(
  db: Db,
  tenantId: string,
  since: Instant,
  now: Instant,
): Promise<TurnedClock[]> {
  const rows = await db.query<{
    case_id: string;
    clock_id: string;
    kind: ClockKind;
    rule_id: string;
    light: 'yellow' | 'red';
    turned_at: Instant;
    due_on: PlainDate;
  }>({ ...FIND_TURNED, values: [tenantId, since, now] });
  return rows.map((row) => ({
    caseId: row.case_id,
    clockId: row.clock_id,
    kind: row.kind,
    ruleId: row.rule_id,
    light: row.light,
    turnedAt: row.turned_at,
    dueOn: row.due_on,
  }));
}

/** Of those that ran out then: how many are not done yet, by kind; withheld letters left out. */
export async function countRunOut(
  db: Db,
  tenantId: string,
  from: Instant,
  until: Instant,
): Promise<{ kind: ClockKind; clocks: number }[]> {
  return db.query<{ kind: ClockKind; clocks: number }>(
    `SELECT k.kind, count(*)::int AS clocks FROM clock k
     LEFT JOIN open_light o ON o.tenant_id = $1 AND o.case_id = k.case_id
     WHERE k.tenant_id = $1 AND k.stopped_at IS NULL AND NOT k.is_suspended
       AND k.overdue_at > $2 AND k.overdue_at <= $3 AND o.is_withheld IS NOT TRUE
     GROUP BY k.kind`,
    [tenantId, from, until],
  );
}

const SETTING = 'timekeeper-looked-at';

export async function readLastLook(db: Db, tenantId: string): Promise<Instant | undefined> {
  const [row] = await db.query<{ value: Instant }>(
    'SELECT value FROM setting WHERE tenant_id = $1 AND name = $2',
    [tenantId, SETTING],
  );
  return row?.value;
}

/** The same, held until the transaction ends: of two processes one goes on. */
export async function takeLastLook(tx: Db, tenantId: string): Promise<Instant | undefined> {
  const [row] = await tx.query<{ value: Instant }>(
    'SELECT value FROM setting WHERE tenant_id = $1 AND name = $2 FOR UPDATE',
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
