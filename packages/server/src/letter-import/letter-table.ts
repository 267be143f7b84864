import { readTable } from '../catalogue/index.ts';
import { columnHeaders } from './column-headers.messages.ts';
import type { RowProblem } from './row-problem.ts';

export type Column = keyof typeof columnHeaders;

/** A row of the file as texts, by column; rows as a spreadsheet counts them, or lines of JSON. */
export interface TableRow {
  readonly row: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
}

export interface LetterTable {
  readonly rows: readonly TableRow[];
  /** Headers as the file writes them. */
  readonly headers: Readonly<Partial<Record<Column, string>>>;
  readonly problems: readonly RowProblem[];
}

export const maxFileBytes = 10 * 1024 * 1024;
export const maxRows = 20_000;
const REQUIRED: readonly Column[] = ['sourceNumber', 'title', 'body'];
const BRACE = 0x7b;

/** Letters of a file: Excel, CSV, or one JSON object on each line. */
export async function readLetterTable(bytes: Uint8Array): Promise<LetterTable> {
  if (bytes.length > maxFileBytes) {
    return failed({ row: 1, code: 'file-too-large', params: { maximum: 10 } });
  }
  return firstByteOf(bytes) === BRACE ? readJsonLines(bytes) : readSheet(bytes);
}

function firstByteOf(bytes: Uint8Array): number | undefined {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return bytes[start];
}

function failed(problem: RowProblem): LetterTable {
  return { rows: [], headers: {}, problems: [problem] };
}

async function readSheet(bytes: Uint8Array): Promise<LetterTable> {
  const read = await readTable(bytes);
  if (!read.ok) {
    const { row, code, params } = read.problem;
    return failed({ row, code, params });
  }
  const columns = read.table.header.map(columnOf);
  const headers = namesOf(read.table.header);
  const problems = missingOf(headers, 1);
  if (problems.length > 0) return { rows: [], headers, problems };
  const rows = read.table.rows.map(({ row, cells }) => ({
    row,
    cells: Object.fromEntries(
      cells.flatMap((cell, i): [Column, string][] => {
        const column = columns[i];
        return column === undefined || cell === '' ? [] : [[column, cell]];
      }),
    ),
  }));
  return { rows, headers, problems };
}

function columnOf(header: string): Column | undefined {
  const wanted = header.replaceAll(/\s/gu, '').toLowerCase();
  const names = Object.keys(columnHeaders) as Column[];
  return names.find((name) => (columnHeaders[name] as readonly string[]).includes(wanted));
}

function namesOf(header: readonly string[]): Partial<Record<Column, string>> {
  const named: Partial<Record<Column, string>> = {};
  for (const text of header) {
    const column = columnOf(text);
    if (column !== undefined) named[column] ??= text;
  }
  return named;
}

function missingOf(headers: LetterTable['headers'], row: number): RowProblem[] {
  return REQUIRED.filter((column) => headers[column] === undefined).map((column) => ({
    row,
    column: columnHeaders[column][0],
    code: 'column-missing',
    params: { column: columnHeaders[column][0] },
  }));
}

function readJsonLines(bytes: Uint8Array): LetterTable {
  const lines = new TextDecoder('utf-8').decode(bytes).split('\n');
  const rows: TableRow[] = [];
  const problems: RowProblem[] = [];
  let headers: LetterTable['headers'] = {};
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const row = i + 1;
    if (rows.length >= maxRows) {
      return failed({ row, code: 'too-many-rows', params: { maximum: maxRows } });
    }
    const cells = cellsOf(line);
    if (cells === undefined) {
      problems.push({ row, code: 'row-broken', params: {} });
      continue;
    }
    headers = { ...namesOf(Object.keys(cells)), ...headers };
    rows.push({ row, cells: byColumn(cells) });
  }
  const missing = missingOf(headers, 1);
  return missing.length > 0
    ? { rows: [], headers, problems: missing }
    : { rows, headers, problems };
}

function byColumn(cells: Readonly<Record<string, string>>): TableRow['cells'] {
  const found: Partial<Record<Column, string>> = {};
  for (const [key, text] of Object.entries(cells)) {
    const column = columnOf(key);
    if (column !== undefined && text !== '') found[column] ??= text;
  }
  return found;
}

/** Texts and numbers of one line; undefined where it is no JSON object. */
function cellsOf(line: string): Record<string, string> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, cell]: [string, unknown]): [string, string][] =>
      typeof cell === 'string' || typeof cell === 'number' ? [[key, String(cell).trim()]] : [],
    ),
  );
}
