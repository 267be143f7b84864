import type { DirectoryOrg } from '../cases/index.ts';
import { parseMobile } from '@yichuang/kernel/ids';
import { isPlainDate, type PlainDate } from '@yichuang/kernel/time';
import type { Column, LetterTable, TableRow } from './letter-table.ts';
import type { RowProblem } from './row-problem.ts';

/** A letter of another system, as its row states it. */
export interface StatedLetter {
  readonly row: number;
  readonly sourceNumber: string;
  readonly title: string;
  readonly body: string;
  readonly receivedOn?: PlainDate;
  readonly name?: string;
  /** Who writes there, if not by name. */
  readonly account?: string;
  /** In its one form. */
  readonly phone?: string;
  readonly place?: string;
  readonly divisionId?: string;
  readonly category?: string;
  readonly likes: number;
  readonly dislikes: number;
  readonly answer?: { readonly text: string; readonly on: PlainDate; readonly by: string };
}

export interface RowContext {
  readonly headers: LetterTable['headers'];
  readonly today: PlainDate;
  readonly orgs: readonly DirectoryOrg[];
}

/** Every problem of the row at once, so that a clerk mends a file in one go. */
export function letterOfRow(
  { row, cells }: TableRow,
  context: RowContext,
): { readonly letter: StatedLetter } | { readonly problems: readonly RowProblem[] } {
  const problems: RowProblem[] = [];
  const add = (column: Column, code: string, params: RowProblem['params'] = {}): undefined => {
    const header = context.headers[column] ?? column;
    problems.push({ row, column: header, code, params: { column: header, ...params } });
    return undefined;
  };
  const { sourceNumber = '', title = '', body = '' } = cells;
  for (const column of ['sourceNumber', 'title', 'body'] as const) {
    if (cells[column] === undefined) add(column, 'cell-empty');
  }
  if (sourceNumber.length > 60) add('sourceNumber', 'cell-too-long', { maximum: 60 });
  const receivedOn = dayAt('receivedOn', cells, context, add);
  const phone = phoneAt(cells, add);
  const divisionId = divisionAt(cells, context, add);
  const likes = countAt('likes', cells, add);
  const dislikes = countAt('dislikes', cells, add);
  const answer = answerAt(cells, context, receivedOn, add);
  if (problems.length > 0) return { problems };
  const { name, account, place, category } = cells;
  return {
    letter: {
      row,
      sourceNumber,
      title,
      body,
      likes,
      dislikes,
      ...(receivedOn === undefined ? {} : { receivedOn }),
      ...(name === undefined ? {} : { name }),
      ...(account === undefined ? {} : { account }),
      ...(phone === undefined ? {} : { phone }),
      ...(place === undefined ? {} : { place }),
      ...(divisionId === undefined ? {} : { divisionId }),
      ...(category === undefined ? {} : { category }),
      ...(answer === undefined ? {} : { answer }),
    },
  };
}

type Cells = TableRow['cells'];
type Add = (column: Column, code: string, params?: RowProblem['params']) => undefined;

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)/u;

/** The day in front of whatever time stands behind it, as it is written there. */
export function dayOf(text: string): PlainDate | undefined {
  const [, year = '', month = '', day = ''] = DAY.exec(text.trim()) ?? [];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(written) ? written : undefined;
}

function dayAt(
  column: 'receivedOn' | 'answeredOn',
  cells: Cells,
  { today }: RowContext,
  add: Add,
): PlainDate | undefined {
  const text = cells[column];
  if (text === undefined) return undefined;
  const day = dayOf(text);
  if (day === undefined) return add(column, 'day-unreadable', { value: text });
  return day > today ? add(column, 'day-to-come', { value: text }) : day;
}

/** A number that cannot be called is left out of nothing: the clerk is told. */
function phoneAt(cells: Cells, add: Add): string | undefined {
  if (cells.phone === undefined) return undefined;
  const parsed = parseMobile(cells.phone);
  return parsed.ok ? parsed.value : add('phone', 'phone-wrong');
}

function divisionAt(cells: Cells, { orgs }: RowContext, add: Add): string | undefined {
  const { division } = cells;
  if (division === undefined) return undefined;
  const found = orgs.find(({ id, name }) => id === division || name === division);
  return found?.id ?? add('division', 'division-unknown', { value: division });
}

function countAt(column: 'likes' | 'dislikes', cells: Cells, add: Add): number {
  const text = cells[column] ?? '0';
  if (!/^\d{1,7}$/u.test(text)) add(column, 'count-wrong', { value: text });
  return Number(text);
}

function answerAt(
  cells: Cells,
  context: RowContext,
  receivedOn: PlainDate | undefined,
  add: Add,
): StatedLetter['answer'] {
  if (cells.answer === undefined) return undefined;
  if (cells.answeredOn === undefined) return add('answeredOn', 'cell-empty');
  const on = dayAt('answeredOn', cells, context, add);
  if (on === undefined) return undefined;
  if (receivedOn === undefined || on < receivedOn) return add('answeredOn', 'answered-before');
  return { text: cells.answer, on, by: cells.answeredBy ?? '' };
}
