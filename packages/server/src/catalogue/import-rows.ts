import type { Audience } from '@yichuang/kernel/case';
import { parseCreditCode } from '@yichuang/kernel/ids';
import { audienceNames, taskTypes } from './catalogue.messages.ts';
import {
  columnOf,
  importColumns,
  splitCell,
  type ColumnKey,
  type ImportColumn,
} from './import-columns.ts';
import type { ImportProblem } from './import-problem.ts';
import type { ImportProblemCode } from './import-problem-code.ts';
import type { ItemSource } from './item-store.ts';
import type { PackTheme } from './pack-schemas.ts';
import type { Table } from './read-table.ts';
import { themesOf } from './search-terms.ts';

/** A row of the list that says something about one item, checked. */
export interface ImportedRow {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly orgId: string;
  readonly taskType: string;
  readonly audiences: readonly Audience[];
  readonly themes: readonly string[];
  readonly synonyms: readonly string[];
  readonly summary: string;
  readonly source: ItemSource;
}

export interface RowContext {
  /** By full name, short name, or the name that another system uses for it. */
  readonly organisationOf: (name: string) => string | undefined;
  readonly themes: readonly PackTheme[];
}

/** Rows without an error, and everything that was found; every problem names its cell. */
export function readImportRows(
  table: Table,
  context: RowContext,
): { readonly rows: readonly ImportedRow[]; readonly problems: readonly ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const columns = readHeader(table.header, problems);
  const rows: ImportedRow[] = [];
  if (problems.some((problem) => problem.severity === 'error')) return { rows, problems };
  const seen = new Map<string, number>();
  for (const { row, cells } of table.rows) {
    const reader = new RowReader(row, cells, columns, problems);
    const imported = readRow(reader, context, seen);
    if (imported !== undefined) rows.push(imported);
  }
  return { rows, problems };
}

type Columns = ReadonlyMap<ColumnKey, { readonly index: number; readonly header: string }>;

function readHeader(header: readonly string[], problems: ImportProblem[]): Columns {
  const columns = new Map<ColumnKey, { index: number; header: string }>();
  const say = (
    code: ImportProblemCode,
    column: string,
    severity: ImportProblem['severity'],
    index?: number,
  ): void => {
    const cell = index === undefined ? {} : { cell: `${columnLetter(index)}1` };
    problems.push({ row: 1, column, ...cell, code, params: { column }, severity });
  };
  for (const [index, title] of header.entries()) {
    if (title === '') continue;
    const column = columnOf(title);
    if (column === undefined) say('column-unknown', title, 'warning', index);
    else if (columns.has(column.key)) say('column-twice', title, 'error', index);
    else columns.set(column.key, { index, header: title });
  }
  for (const { key, header: title, isRequired } of importColumns) {
    if (isRequired && !columns.has(key)) say('column-missing', title, 'error');
  }
  return columns;
}

/** A, B … Z, AA … as spreadsheets name their columns. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  const letter = String.fromCharCode(65 + (index % 26));
  return rest === 0 ? letter : columnLetter(rest - 1) + letter;
}

class RowReader {
  readonly row: number;
  hasError = false;
  readonly #cells: readonly string[];
  readonly #columns: Columns;
  readonly #problems: ImportProblem[];

  constructor(row: number, cells: readonly string[], columns: Columns, problems: ImportProblem[]) {
    this.row = row;
    this.#cells = cells;
    this.#columns = columns;
    this.#problems = problems;
  }

  text(column: ImportColumn): string {
    const place = this.#columns.get(column.key);
    const text = place === undefined ? '' : (this.#cells[place.index] ?? '');
    if (text === '' && column.isRequired) this.say(column.key, 'cell-empty', {});
    if ([...text].length > column.maxLength) {
      this.say(column.key, 'cell-too-long', { maximum: column.maxLength });
    }
    return text;
  }

  say(
    key: ColumnKey,
    code: ImportProblemCode,
    params: ImportProblem['params'],
    severity: ImportProblem['severity'] = 'error',
  ): void {
    const place = this.#columns.get(key);
    const column = place?.header ?? key;
    const cell = place === undefined ? {} : { cell: `${columnLetter(place.index)}${this.row}` };
    const at = { row: this.row, column, ...cell };
    this.#problems.push({ ...at, code, params: { column, ...params }, severity });
    if (severity === 'error') this.hasError = true;
  }
}

function readRow(
  reader: RowReader,
  context: RowContext,
  seen: Map<string, number>,
): ImportedRow | undefined {
  const text = Object.fromEntries(
    importColumns.map((column) => [column.key, reader.text(column)]),
  ) as Record<ColumnKey, string>;
  const orgId = context.organisationOf(text.department) ?? '';
  if (orgId === '' && text.department !== '') {
    reader.say('department', 'department-unknown', { value: text.department });
  }
  readCode(reader, text.code, seen);
  const taskType = readTaskType(reader, text.taskType);
  const themes = readThemes(reader, text, orgId, context.themes);
  const audiences = readAudiences(reader, text.audiences, themes);
  if (reader.hasError) return undefined;
  const { mainItem, regionCode, deptCode, link } = text;
  const source = Object.entries({ mainItem, regionCode, deptCode, link });
  return {
    row: reader.row,
    code: text.code,
    name: text.name,
    orgId,
    taskType,
    audiences,
    themes: themes.map(({ id }) => id),
    synonyms: splitCell(text.synonyms),
    summary: text.summary,
    source: Object.fromEntries(source.filter(([, value]) => value !== '')),
  };
}

function readCode(reader: RowReader, code: string, seen: Map<string, number>): void {
  if (code === '') return;
  if (!/^[0-9A-Za-z][0-9A-Za-z._-]{3,59}$/u.test(code)) {
    return reader.say('code', 'code-not-in-form', { value: code });
  }
  const first = seen.get(code);
  if (first !== undefined) return reader.say('code', 'code-twice', { value: code, row: first });
  seen.set(code, reader.row);
  // Both forms in use name the owner: 31 or 33 characters begin with it, the local one has it as a
  // part of its own. Codes in real use fail their standard, so that is told and not refused.
  const owner = /^[0-9A-Za-z]{31}(?:\d\d)?$/u.test(code)
    ? code.slice(0, 18)
    : code.split('-').find((part) => part.length === 18);
  if (owner !== undefined && !parseCreditCode(owner).ok) {
    reader.say('code', 'code-check-digit', { value: owner }, 'warning');
  }
}

function readTaskType(reader: RowReader, cell: string): string {
  if (cell === '') return '';
  const byName = Object.entries(taskTypes).find(([, name]) => name === cell)?.[0];
  const code = byName ?? cell.padStart(2, '0');
  if (taskTypes[code] === undefined) reader.say('taskType', 'task-type-unknown', { value: cell });
  return code;
}

/** As the list says; where it says nothing, by the words of the name and by the department. */
function readThemes(
  reader: RowReader,
  text: Readonly<Record<ColumnKey, string>>,
  orgId: string,
  themes: readonly PackTheme[],
): readonly PackTheme[] {
  const named = splitCell(text.themes);
  if (named.length === 0) return themesOf(text.name, orgId, themes);
  return named.flatMap((value) => {
    const theme = themes.find(({ id, name }) => name === value || id === value);
    if (theme !== undefined) return [theme];
    reader.say('themes', 'theme-unknown', { value });
    return [];
  });
}

function readAudiences(
  reader: RowReader,
  cell: string,
  themes: readonly PackTheme[],
): readonly Audience[] {
  const both = ['person', 'enterprise'] as const;
  const named = splitCell(cell);
  if (named.length === 0) {
    const found = both.filter((each) => themes.some(({ audience }) => audience === each));
    return found.length === 0 ? both : found;
  }
  const unknown = named.find((name) => !both.some((each) => isAudience(each, name)));
  if (unknown !== undefined) reader.say('audiences', 'audience-unknown', { value: unknown });
  return both.filter((each) => named.some((name) => isAudience(each, name)));
}

function isAudience(audience: Audience, name: string): boolean {
  return name === audience || name === audienceNames[audience];
}
