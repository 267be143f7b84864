import type { TaskPage, TaskRow } from '@yichuang/contracts';
import {
  civilDate,
  remainingWorkingDays,
  type Calendar,
  type Instant,
  type PlainDate,
} from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import type { TaskLists, TaskQuery, TaskReader } from './task-lists.ts';

/** Above this a count says "1,000+": an exact one would read every row. */
const COUNT_CAP = 1000;

interface ListRow {
  readonly case_id: string;
  readonly task_id: string | null;
  readonly number: string;
  readonly item_code: string;
  readonly item_name: string;
  readonly applicant_name: string;
  readonly phase: string;
  readonly step_name: string | null;
  readonly duty: string | null;
  readonly since: Instant;
  readonly due_on: PlainDate | null;
  readonly warn_at: Instant | null;
  readonly overdue_at: Instant | null;
  readonly is_suspended: boolean;
  readonly sort_at: Instant;
  readonly others: string[] | null;
  readonly on_behalf_of: string | null;
}

export function createTaskLists(db: Db, tenantId: string, calendar: Calendar): TaskLists {
  return {
    async find(reader, query, now) {
      const [rows, counts] = await Promise.all([
        findRows(db, tenantId, reader, query, now),
        countTodo(db, tenantId, reader, now),
      ]);
      const page = rows.slice(0, query.limit);
      const last = page.at(-1);
      return {
        rows: page.map((row) => taskRow(row, now, calendar)),
        counts,
        ...(rows.length > query.limit && last !== undefined ? { nextCursor: cursorOf(last) } : {}),
      };
    },
  };
}

const COLUMNS = `c.id AS case_id, c.number, c.item_code, c.item_name, c.applicant_name, c.phase,
  c.due_on, c.warn_at, c.overdue_at, c.is_suspended`;

/** Tasks on the reader's own lists ($2) and on those of people the reader stands in for ($3). */
const MINE = `SELECT o.*, NULL::text AS on_behalf_of FROM open_task o
    WHERE o.tenant_id = $1 AND o.post_id = ANY ($2)
  UNION ALL
  SELECT o.*, g.principal FROM json_to_recordset($3::json) AS g(key text, principal text,
      item_codes text[], opened_from timestamptz)
    JOIN open_task o ON o.tenant_id = $1 AND o.post_id = g.key
      AND (g.opened_from IS NULL OR o.opened_at >= g.opened_from)
    JOIN cases gc ON gc.tenant_id = $1 AND gc.id = o.case_id
      AND (g.item_codes IS NULL OR gc.item_code = ANY (g.item_codes))`;

function grantRows({ grants }: TaskReader): string {
  return JSON.stringify(
    grants.flatMap(({ keys, principalName, itemCodes, openedFrom }) =>
      keys.map((key) => ({
        key,
        principal: principalName,
        item_codes: itemCodes ?? null,
        opened_from: openedFrom ?? null,
      })),
    ),
  );
}

const SOURCES = {
  todo: `SELECT ${COLUMNS}, t.task_id, t.step_name, t.duty, t.opened_at AS since,
      t.due_at AS sort_at, t.task_id AS sort_key, t.on_behalf_of,
      (SELECT array_agg(DISTINCT o.post_id) FROM open_task o
        WHERE o.tenant_id = $1 AND o.case_id = c.id AND o.post_id <> ALL ($2)) AS others
    FROM (SELECT DISTINCT ON (due_at, case_id, task_id) * FROM (${MINE}) mine
      ORDER BY due_at, case_id, task_id, on_behalf_of NULLS FIRST) t
    JOIN cases c ON c.tenant_id = $1 AND c.id = t.case_id`,
  done: `SELECT ${COLUMNS}, NULL AS task_id, d.step_name, NULL AS duty, d.at AS since,
      d.at AS sort_at, d.seq::text AS sort_key, NULL AS on_behalf_of, NULL::text[] AS others
    FROM done_task d
    JOIN cases c ON c.tenant_id = $1 AND c.id = d.case_id
    WHERE d.tenant_id = $1 AND d.person_id = ANY ($2) AND $3::json IS NOT NULL`,
  all: `SELECT ${COLUMNS}, NULL AS task_id, NULL AS step_name, NULL AS duty, c.received_at AS since,
      c.received_at AS sort_at, '' AS sort_key, NULL AS on_behalf_of, NULL::text[] AS others
    FROM (SELECT DISTINCT case_id FROM case_reader
      WHERE tenant_id = $1 AND reader = ANY ($2) AND $3::json IS NOT NULL) r
    JOIN cases c ON c.tenant_id = $1 AND c.id = r.case_id`,
} as const;

async function findRows(
  db: Db,
  tenantId: string,
  reader: TaskReader,
  query: TaskQuery,
  now: Instant,
): Promise<ListRow[]> {
  const who = { todo: reader.posts, done: [reader.personId], all: reader.readers }[query.list];
  const values: unknown[] = [tenantId, [...who], grantRows(reader)];
  const where = filters(query, now, values);
  const ascending = query.list === 'todo';
  const cursor = readCursor(query.cursor);
  if (cursor !== undefined) {
    values.push(cursor.at, cursor.caseId, cursor.key);
    const n = values.length;
    const sign = ascending ? '>' : '<';
    where.push(`(sort_at, case_id, sort_key) ${sign} ($${n - 2}, $${n - 1}::uuid, $${n})`);
  }
  values.push(query.limit + 1);
  const order = ascending
    ? 'sort_at, case_id, sort_key'
    : 'sort_at DESC, case_id DESC, sort_key DESC';
  return db.query<ListRow>(
    `SELECT * FROM (${SOURCES[query.list]}) AS list
     ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
     ORDER BY ${order} LIMIT $${values.length}`,
    values,
  );
}

/** Adds the filters' values to `values` and gives their conditions. */
function filters(query: TaskQuery, now: Instant, values: unknown[]): string[] {
  const where: string[] = [];
  const add = (value: unknown): string => `$${values.push(value)}`;
  if (query.itemCode !== undefined) where.push(`item_code = ${add(query.itemCode)}`);
  if (query.phase !== undefined) where.push(`phase = ${add(query.phase)}`);
  if (query.light === 'red') where.push(`NOT is_suspended AND overdue_at <= ${add(now)}`);
  if (query.light === 'yellow') {
    const at = add(now);
    where.push(`NOT is_suspended AND warn_at <= ${at} AND overdue_at > ${at}`);
  }
  const q = query.q?.trim() ?? '';
  if (q !== '') {
    const pattern = add(`%${q.replace(/[\\%_]/gu, '\\$&')}%`);
    where.push(`(number LIKE ${pattern} OR applicant_name LIKE ${pattern})`);
  }
  return where;
}

function cursorOf(row: ListRow & { readonly sort_key?: string }): string {
  const text = JSON.stringify([row.sort_at, row.case_id, row.sort_key ?? '']);
  return Buffer.from(text, 'utf8').toString('base64url');
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/u;

/** A cursor that nobody issued is as good as none: the list begins again. */
function readCursor(
  cursor: string | undefined,
): { at: string; caseId: string; key: string } | undefined {
  if (cursor === undefined) return undefined;
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const parts =
    /^\["([^"\\]+)","([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})","([^"\\]*)"\]$/u.exec(text);
  const [, at, caseId, key] = parts ?? [];
  if (at === undefined || caseId === undefined || key === undefined) return undefined;
  const isInstant = INSTANT.test(at) && !Number.isNaN(Date.parse(at));
  return isInstant ? { at, caseId, key } : undefined;
}

async function countTodo(
  db: Db,
  tenantId: string,
  reader: TaskReader,
  now: Instant,
): Promise<TaskPage['counts']> {
  const [row] = await db.query<{ todo: number; yellow: number; red: number }>(
    `SELECT count(*)::int AS todo,
       (count(*) FILTER (WHERE NOT c.is_suspended AND c.warn_at <= $4 AND c.overdue_at > $4))::int
         AS yellow,
       (count(*) FILTER (WHERE NOT c.is_suspended AND c.overdue_at <= $4))::int AS red
     FROM (SELECT DISTINCT due_at, case_id, task_id FROM (${MINE}) mine
       ORDER BY due_at LIMIT ${COUNT_CAP}) t
     JOIN cases c ON c.tenant_id = $1 AND c.id = t.case_id`,
    [tenantId, [...reader.posts], grantRows(reader), now],
  );
  const { todo = 0, yellow = 0, red = 0 } = row ?? {};
  return { todo, yellow, red, isCapped: todo >= COUNT_CAP };
}

function taskRow(row: ListRow, now: Instant, calendar: Calendar): TaskRow {
  const light = lightOf(row, now);
  const isCounted = row.due_on !== null && !row.is_suspended;
  return {
    caseId: row.case_id,
    number: row.number,
    itemCode: row.item_code,
    itemName: row.item_name,
    applicantName: row.applicant_name,
    phase: row.phase,
    since: row.since,
    light,
    others: row.others ?? [],
    ...(row.on_behalf_of === null ? {} : { onBehalfOf: row.on_behalf_of }),
    ...(row.task_id === null ? {} : { taskId: row.task_id }),
    ...(row.step_name === null || row.step_name === '' ? {} : { stepName: row.step_name }),
    ...(row.duty === null ? {} : { duty: row.duty }),
    ...(row.due_on === null ? {} : { dueOn: row.due_on }),
    ...(isCounted
      ? { remainingDays: remainingWorkingDays(calendar, civilDate(now), row.due_on) }
      : {}),
  };
}

function lightOf(row: ListRow, now: Instant): 'green' | 'yellow' | 'red' | 'grey' {
  if (row.is_suspended) return 'grey';
  if (row.overdue_at !== null && row.overdue_at <= now) return 'red';
  return row.warn_at !== null && row.warn_at <= now ? 'yellow' : 'green';
}
