/** Open cases with four running clocks each, made in the database: as many as a test is about. */
import type { CaseState } from '@yichuang/kernel/case';
import type { Instant } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

export interface OpenCaseLoad {
  readonly tenantId: string;
  readonly cases: number;
  /** Where the first of them stands in the series: later loads go on behind earlier ones. */
  readonly from?: number;
  readonly at: Instant;
  /** Cases with a step that turns in each of the minutes that end at `at` and after it. */
  readonly turning?: {
    readonly perMinute: number;
    readonly minutes: number;
    /** A real one, so that reading it costs what it costs; its id is replaced. */
    readonly state: CaseState;
  };
}

/**
 * Seven of ten that turn become red, the others yellow. Of the rest a tenth is red already, one in
 * fifty stands still; their limits end at midnights of the next months, as limits do. Departments
 * and posts are those of the database. As the schema's owner: not through the product.
 */
export async function loadOpenCases(owner: Db, load: OpenCaseLoad): Promise<void> {
  const { tenantId, cases, from = 0, at, turning } = load;
  const turned = turning === undefined ? 0 : turning.perMinute * turning.minutes;
  const state = turning === undefined ? '{}' : JSON.stringify(turning.state);
  const ownId = turning?.state.caseId ?? '';
  await owner.query(CASES, [tenantId, from, cases, at, turned, state, ownId]);
  await owner.query(CLOCKS, [tenantId, from, cases, at, turned, turning?.perMinute ?? 1]);
  await owner.query(TASKS, [tenantId, from, cases, at]);
  await owner.query(READERS, [tenantId, from, cases]);
  await owner.query(LIGHTS, [tenantId, from, cases]);
}

const idOf = (n: string) => `('00000000-0000-4000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const chance = (n: string, of: number) => `((hashint8(${n}) & 2147483647) % ${of})`;
const SERIES = 'generate_series($2::int + 1, $2::int + $3::int) AS i';
const IN_SERIES = `case_id BETWEEN ${idOf('$2::int + 1')} AND ${idOf('$2::int + $3::int')}`;
const PICKED_ORG = `(SELECT array_agg(id ORDER BY id) AS ids FROM org WHERE tenant_id = $1
  AND kind IN ('department', 'township')) AS o`;

const CASES = `INSERT INTO cases (tenant_id, id, number, version, head_hash, state, item_code,
    item_version, item_name, org_id, applicant_id, contact_id, applicant_name, phase, received_at,
    changed_at, due_on, password_hash)
  SELECT $1, ${idOf('i')}, 'L' || lpad(i::text, 12, '0'), 3, '',
    CASE WHEN i <= $5 THEN replace($6, $7, ${idOf('i')}::text) ELSE '{}' END::json,
    t.code, t.version, t.name, o.ids[1 + ${chance('i', 997)} % cardinality(o.ids)],
    ${idOf('i')}, ${idOf('i')}, '', 'accepted', $4::timestamptz - i * interval '1 second',
    $4, ($4::timestamptz)::date + ${chance('i', 120)} - 13, ''
  FROM ${SERIES}, ${PICKED_ORG},
    (SELECT code, version, name FROM item WHERE tenant_id = $1 AND status = 'current'
     ORDER BY (definition ->> 'flow') IS NULL, code LIMIT 1) AS t`;

const CLOCKS = `INSERT INTO clock (tenant_id, case_id, clock_id, kind, rule_id, due_on, warn_at,
    overdue_at, is_suspended, is_provisional)
  SELECT $1, ${idOf('i')}, kind, kind, 'BENCH', (overdue_at - interval '1 day')::date,
    CASE WHEN turns_yellow THEN turns_at
      WHEN turns_red THEN turns_at - interval '1 day' ELSE overdue_at - soon END,
    CASE WHEN turns_red THEN turns_at ELSE overdue_at END, ${chance('i', 50)} = 0 AND i > $5, false
  FROM ${SERIES}
  CROSS JOIN LATERAL (SELECT $4::timestamptz + ((i - 1) / $6::int) * interval '1 minute'
    - interval '30 seconds' AS turns_at) AS t
  CROSS JOIN LATERAL (VALUES ('step', 0, 1), ('opinion', 4, 1), ('committed', 10, 2),
    ('statutory', 20, 4)) AS k(kind, later, days)
  CROSS JOIN LATERAL (SELECT k.days * interval '1 day' AS soon,
    i <= $5 AND kind = 'step' AND i % 10 < 7 AS turns_red,
    i <= $5 AND kind = 'step' AND i % 10 >= 7 AS turns_yellow,
    date_trunc('day', $4::timestamptz, 'Asia/Shanghai') + (later +
      CASE WHEN i <= $5 THEN 30 ELSE ${chance('i', 120)} - 12 END) * interval '1 day'
      AS overdue_at) AS d`;

const TASKS = `INSERT INTO open_task (tenant_id, post_id, case_id, task_id, step_id, step_name,
    duty, opened_at, due_at)
  SELECT $1, p.ids[1 + ${chance('i + 7', 991)} % cardinality(p.ids)], ${idOf('i')}, 't', 'review',
    'review', 'review', $4, $4
  FROM ${SERIES}, (SELECT array_agg(DISTINCT post_id ORDER BY post_id) AS ids FROM post_holder
    WHERE tenant_id = $1) AS p`;

const READERS = `INSERT INTO case_reader (tenant_id, reader, case_id, received_at)
  SELECT $1, 'org:' || org_id, id, received_at FROM cases
  WHERE tenant_id = $1 AND id BETWEEN ${idOf('$2::int + 1')} AND ${idOf('$2::int + $3::int')}`;

const LEVELS = ['step', 'promise', 'statute'] as const;
const NEVER = `'9999-12-31T00:00:00Z'::timestamptz`;
const least = (column: string, level: string) =>
  `coalesce(min(k.${column}) FILTER (WHERE NOT k.is_suspended
    AND light_level(k.kind) LIKE '${level}'), ${NEVER})`;

/** As `refresh_open_light` would, for all of them at once. */
const LIGHTS = `INSERT INTO open_light (tenant_id, case_id, org_id, item_code, is_withheld,
    is_running, was_late, warn_at, overdue_at,
    ${LEVELS.map((level) => `${level}_warn_at, ${level}_overdue_at`).join(', ')})
  SELECT $1, c.id, c.org_id, c.item_code, false, bool_or(NOT k.is_suspended), false,
    ${['%', ...LEVELS].map((l) => `${least('warn_at', l)}, ${least('overdue_at', l)}`).join(', ')}
  FROM (SELECT * FROM clock WHERE tenant_id = $1 AND ${IN_SERIES}) AS k
  JOIN cases c ON c.tenant_id = $1 AND c.id = k.case_id
  GROUP BY c.id, c.org_id, c.item_code`;
