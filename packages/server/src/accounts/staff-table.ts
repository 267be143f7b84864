import { readTable } from '../catalogue/index.ts';
import { columnHeaders } from './column-headers.messages.ts';
import type { RowProblem } from './row-problem.ts';

export type Column = keyof typeof columnHeaders;

/** A row of the file as texts, by column; '' where nothing is written. */
export interface StaffRow {
  /** As a spreadsheet counts, the header being row 1. */
  readonly row: number;
  readonly cells: Readonly<Record<Column, string>>;
}

export interface StaffTable {
  readonly rows: readonly StaffRow[];
  /** Headers as the file writes them; ours where the file has none. */
  readonly headers: Readonly<Record<Column, string>>;
  readonly problems: readonly RowProblem[];
}

/** A password for each row is hashed for 30 ms: half a minute is what a browser waits for. */
export const maxRows = 1_000;
const COLUMNS = Object.keys(columnHeaders) as Column[];
const REQUIRED: readonly Column[] = ['name', 'loginName', 'posts'];

/** A list of staff from CSV or Excel; rows in which nobody is named are passed over. */
export async function readStaffTable(bytes: Uint8Array): Promise<StaffTable> {
  const read = await readTable(bytes);
  if (!read.ok) return { ...nothing, problems: [read.problem] };
  const { header } = read.table;
  const places = new Map(COLUMNS.map((column) => [column, header.findIndex(isOf(column))]));
  const headers = { ...ownHeaders };
  for (const [column, at] of places) headers[column] = header[at] ?? headers[column];
  const missing = REQUIRED.filter((column) => places.get(column) === -1);
  if (missing.length > 0) {
    const problems = missing.map((column) => missingColumn(headers[column]));
    return { rows: [], headers, problems };
  }
  const rows = read.table.rows
    .map(({ row, cells }) => ({ row, cells: cellsOf(cells, places) }))
    .filter(({ cells }) => `${cells.name}${cells.loginName}${cells.phone}` !== '');
  const [problem] = rows.length > maxRows ? [tooManyRows()] : rows.length === 0 ? [empty()] : [];
  return problem === undefined
    ? { rows, headers, problems: [] }
    : { ...nothing, problems: [problem] };
}

const ownHeaders: Record<Column, string> = {
  org: columnHeaders.org[0],
  posts: columnHeaders.posts[0],
  name: columnHeaders.name[0],
  loginName: columnHeaders.loginName[0],
  phone: columnHeaders.phone[0],
};
const nothing = { rows: [], headers: ownHeaders };

function isOf(column: Column): (header: string) => boolean {
  const names: readonly string[] = columnHeaders[column];
  return (header) => names.includes(header.replaceAll(/[\s_]/gu, '').toLowerCase());
}

function cellsOf(cells: readonly string[], places: ReadonlyMap<Column, number>): StaffRow['cells'] {
  const cell = (column: Column): string => cells[places.get(column) ?? -1] ?? '';
  return {
    org: cell('org'),
    posts: cell('posts'),
    name: cell('name'),
    loginName: cell('loginName'),
    phone: cell('phone'),
  };
}

function missingColumn(column: string): RowProblem {
  return { row: 1, column, code: 'column-missing', params: { column } };
}

function tooManyRows(): RowProblem {
  return { row: maxRows + 2, code: 'too-many-rows', params: { maximum: maxRows } };
}

function empty(): RowProblem {
  return { row: 2, code: 'file-empty', params: {} };
}
