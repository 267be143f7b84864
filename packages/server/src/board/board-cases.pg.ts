/** The cases behind a number of the board, what falls due first on top. */
import type { LightLevel } from '@yichuang/kernel/case';
import type { Instant, PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

export interface ListedCase {
  readonly case_id: string;
  readonly number: string;
  readonly item_name: string;
  readonly org_id: string;
  readonly is_running: boolean;
  readonly was_late: boolean;
  readonly warn_at: Instant;
  readonly overdue_at: Instant;
  readonly step_warn_at: Instant;
  readonly step_overdue_at: Instant;
  readonly promise_warn_at: Instant;
  readonly promise_overdue_at: Instant;
  readonly statute_warn_at: Instant;
  readonly statute_overdue_at: Instant;
  readonly due_on: PlainDate | null;
  readonly received_at: Instant;
  readonly accused: string | null;
  readonly can_open: boolean;
  readonly tasks: readonly { readonly step: string; readonly key: string }[];
}

export interface CaseFilter {
  /** Undefined: of all organisations. */
  readonly orgIds?: readonly string[];
  readonly withWithheld: boolean;
  readonly light?: string;
  readonly level?: LightLevel;
  readonly wasLate?: boolean;
  readonly itemCode?: string;
  readonly holder?: string;
  readonly after?: { readonly at: Instant; readonly caseId: string };
}

type Give = (value: unknown) => string;

/** Conditions on `o`, with their values given out in order after those that stand there. */
function conditions(filter: CaseFilter, at: Instant, give: Give): string {
  const { orgIds, light, level, itemCode, holder } = filter;
  return [
    'o.tenant_id = $1',
    ...(orgIds === undefined ? [] : [`o.org_id = ANY (${give(orgIds)})`]),
    ...(filter.withWithheld ? [] : ['NOT o.is_withheld']),
    ...(light === undefined ? [] : [isAt(light, level, () => give(at))]),
    ...(filter.wasLate === true ? [`o.was_late AND o.overdue_at > ${give(at)}`] : []),
    ...(itemCode === undefined ? [] : [`o.item_code = ${give(itemCode)}`]),
    ...(holder === undefined
      ? []
      : [
          `EXISTS (SELECT 1 FROM open_task t WHERE t.tenant_id = $1 AND t.case_id = o.case_id
             AND t.post_id = ${give(holder)})`,
        ]),
  ].join(' AND ');
}

const NEVER = `'9999-12-31T00:00:00Z'::timestamptz`;

function isAt(light: string, level: LightLevel | undefined, at: () => string): string {
  const [warn, overdue] =
    level === undefined
      ? ['o.warn_at', 'o.overdue_at']
      : [`o.${level}_warn_at`, `o.${level}_overdue_at`];
  switch (light) {
    case 'red':
      return `${overdue} <= ${at()}`;
    case 'yellow':
      return `${warn} <= ${at()} AND ${overdue} > ${at()}`;
    case 'green':
      return `${warn} > ${at()} AND ${overdue} < ${NEVER}`;
    default:
      // Nothing runs: of the case, or of that level.
      return level === undefined ? 'NOT o.is_running' : `${overdue} = ${NEVER}`;
  }
}

export async function listBoardCases(
  db: Db,
  tenantId: string,
  filter: CaseFilter,
  reader: { readonly at: Instant; readonly keys: readonly string[]; readonly most: number },
): Promise<ListedCase[]> {
  const values: unknown[] = [tenantId, reader.keys, reader.most];
  const give: Give = (value) => `$${values.push(value)}`;
  const where = conditions(filter, reader.at, give);
  const { after } = filter;
  const behind =
    after === undefined
      ? 'true'
      : `(o.overdue_at, o.case_id) > (${give(after.at)}, ${give(after.caseId)}::uuid)`;
  return db.query<ListedCase>(
    `SELECT o.*, c.number, c.item_name, c.due_on, c.received_at,
       CASE WHEN l.case_id IS NULL THEN NULL ELSE c.state #>> '{form,accusedName}' END AS accused,
       EXISTS (SELECT 1 FROM case_reader r WHERE r.tenant_id = $1 AND r.case_id = o.case_id
         AND r.reader = ANY ($2)) AS can_open,
       coalesce((SELECT json_agg(json_build_object('step', t.step_name, 'key', t.post_id)
         ORDER BY t.opened_at, t.post_id) FROM open_task t
         WHERE t.tenant_id = $1 AND t.case_id = o.case_id), '[]') AS tasks
     FROM (SELECT * FROM open_light o WHERE ${where} AND ${behind}
       ORDER BY o.overdue_at, o.case_id LIMIT $3) AS o
     JOIN cases c ON c.tenant_id = $1 AND c.id = o.case_id
     LEFT JOIN letter l ON l.tenant_id = $1 AND l.case_id = o.case_id
     ORDER BY o.overdue_at, o.case_id`,
    values,
  );
}

export interface ChoiceRow {
  readonly key: string;
  readonly name: string | null;
  readonly cases: number;
}

/** More than these nobody reads through; the list itself goes on. */
const MOST_CHOICES = 30;

/** By which items and holders the list can be narrowed, most cases first. */
export async function countChoices(
  db: Db,
  tenantId: string,
  filter: CaseFilter,
  at: Instant,
): Promise<{ readonly items: readonly ChoiceRow[]; readonly holders: readonly ChoiceRow[] }> {
  const values: unknown[] = [tenantId];
  const where = conditions(filter, at, (value) => `$${values.push(value)}`);
  const [items, holders] = await Promise.all([
    db.query<ChoiceRow>(
      `SELECT n.key, n.cases, (SELECT i.name FROM item i
         WHERE i.tenant_id = $1 AND i.code = n.key ORDER BY i.version DESC LIMIT 1) AS name
       FROM (SELECT o.item_code AS key, count(*)::int AS cases FROM open_light o
         WHERE ${where} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_CHOICES}) AS n
       ORDER BY n.cases DESC, n.key`,
      values,
    ),
    db.query<ChoiceRow>(
      `SELECT t.post_id AS key, NULL AS name, count(DISTINCT o.case_id)::int AS cases
       FROM open_light o JOIN open_task t ON t.tenant_id = $1 AND t.case_id = o.case_id
       WHERE ${where} GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT ${MOST_CHOICES}`,
      values,
    ),
  ]);
  return { items, holders };
}
