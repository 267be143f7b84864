import type { TaskPage, TaskRow } from '@yichuang/contracts';
import {
  civilDate,
  remainingWorkingDays,
  type Calendar,
  type Instant,
  type PlainDate,
} from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import { countLists } from './list-counts.pg.ts';
import { COUNT_CAP, grantRows, MINE, SOURCES, valuesOf } from './task-list-sources.ts';
import type { TaskLists, TaskQuery, TaskReader } from './task-lists.ts';

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
  readonly outcome: string | null;
  readonly is_read: boolean | null;
  readonly reading_id: string | null;
  readonly reading_kind: string | null;
  readonly from_name: string | null;
  readonly note: string | null;
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
    counts: (reader) => countLists(db, tenantId, reader),
  };
}

async function findRows(
  db: Db,
  tenantId: string,
  reader: TaskReader,
  query: TaskQuery,
  now: Instant,
): Promise<ListRow[]> {
  const values: unknown[] = [tenantId, ...valuesOf(query.list, reader)];
  const where = filters(query, now, values);
  const ascending = query.list === 'todo';
  const cursor = readCursor(query.cursor);
  if (cursor !== undefined) {
    values.push(cursor.at, cursor.number, cursor.key);
    const n = values.length;
    const sign = ascending ? '>' : '<';
    where.push(`(sort_at, number, sort_key) ${sign} ($${n - 2}, $${n - 1}, $${n})`);
  }
  values.push(query.limit + 1);
  // Of what falls due the same day the first come is first: numbers run with the receipt.
  const order = ascending
    ? 'sort_at, number, sort_key'
    : 'sort_at DESC, number DESC, sort_key DESC';
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
  if (query.onBehalfOf !== undefined) where.push(`on_behalf_of = ${add(query.onBehalfOf)}`);
  if (query.light === 'red') where.push(`NOT is_suspended AND overdue_at <= ${add(now)}`);
  if (query.light === 'yellow') {
    const at = add(now);
    where.push(`NOT is_suspended AND warn_at <= ${at} AND overdue_at > ${at}`);
  }
  const q = query.q?.trim() ?? '';
  if (q !== '') {
    const pattern = add(`%${q.replace(/[\\%_]/gu, '\\$&')}%`);
    // Who wrote a withheld letter is not to be found out by trying names.
    const named = `(applicant_name LIKE ${pattern} AND NOT EXISTS (SELECT 1 FROM letter w
      WHERE w.tenant_id = $1 AND w.case_id = list.case_id AND w.is_withheld))`;
    where.push(`(number LIKE ${pattern} OR ${named})`);
  }
  return where;
}

function cursorOf(row: ListRow & { readonly sort_key?: string }): string {
  const text = JSON.stringify([row.sort_at, row.number, row.sort_key ?? '']);
  return Buffer.from(text, 'utf8').toString('base64url');
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/u;

/** A cursor that nobody issued is as good as none: the list begins again. */
function readCursor(
  cursor: string | undefined,
): { at: string; number: string; key: string } | undefined {
  if (cursor === undefined) return undefined;
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const parts = /^\["([^"\\]+)","([^"\\]{1,50})","([^"\\]*)"\]$/u.exec(text);
  const [, at, number, key] = parts ?? [];
  if (at === undefined || number === undefined || key === undefined) return undefined;
  const isInstant = INSTANT.test(at) && !Number.isNaN(Date.parse(at));
  return isInstant ? { at, number, key } : undefined;
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
    ...(row.outcome === null ? {} : { outcome: row.outcome }),
    ...(row.is_read === null ? {} : { isRead: row.is_read }),
    ...(row.reading_id === null ? {} : { readingId: row.reading_id }),
    ...(row.reading_kind === null ? {} : { readingKind: row.reading_kind }),
    ...(row.from_name === null ? {} : { fromName: row.from_name }),
    ...(row.note === null || row.note === '' ? {} : { note: row.note }),
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
