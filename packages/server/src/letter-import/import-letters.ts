import type { LetterImportReport } from '@yichuang/contracts';
import type { ItemDefinition, Refusal } from '@yichuang/kernel/case';
import { civilDate } from '@yichuang/kernel/time';
import { problemOf } from '../platform/http/index.ts';
import type { Language } from '../platform/refusal.ts';
import type { LetterImportDeps } from './import-deps.ts';
import { problemText } from './import-texts.ts';
import { letterOfRow, type StatedLetter } from './letter-of-row.ts';
import { readLetterTable, type Column, type LetterTable } from './letter-table.ts';
import { openReceipt, receiveStated, refusalsOf, type Receipt } from './receive-stated.ts';
import type { RowProblem } from './row-problem.ts';
import { findBySource, putStatedVoices } from './source-numbers.pg.ts';

export interface ImportOrder {
  readonly bytes: Uint8Array;
  readonly item: ItemDefinition;
  readonly by: { readonly personId: string; readonly name: string };
  readonly isDryRun: boolean;
  readonly language: Language;
}

/** Rule by which the system records what another system states; nobody is told of these letters. */
const IMPORT = { kind: 'system', rule: 'import' } as const;

/** Letters written at once; each waits for the database most of its time. */
const AT_ONCE = 4;

/**
 * 导入: letters of a file become cases, each once by its number there. Rows with a problem are left
 * out and named; the others are taken. An import that was cut short goes on when the same file is
 * sent again: what is here already is known.
 *
 * @throws an operating error when the database cannot be written; what was written stays
 */
export async function importLetters(
  deps: LetterImportDeps,
  { bytes, item, by, isDryRun, language }: ImportOrder,
): Promise<LetterImportReport> {
  const table = await readLetterTable(bytes);
  const orgs = [...(await deps.directory.orgs()).values()];
  const context = { headers: table.headers, today: civilDate(deps.clock.now()), orgs };
  const read = table.rows.map((row) => letterOfRow(row, context));
  const stated = read.flatMap((one) => ('letter' in one ? one.letter : []));
  const { letters, twice } = onceEach(stated, table.headers);
  const receipt = await openReceipt(deps, item, IMPORT, by);
  const numbers = letters.map(({ sourceNumber }) => sourceNumber);
  const known = await findBySource(deps.db, deps.tenantId, numbers);
  const fresh = letters.filter(({ sourceNumber }) => !known.has(sourceNumber));
  const refused = fresh.flatMap((letter) =>
    problemsOf(letter, refusalsOf(deps, receipt, letter), table.headers),
  );
  const bad = new Set(refused.map(({ row }) => row));
  const good = fresh.filter(({ row }) => !bad.has(row));
  if (!isDryRun) await receiveAll(deps, receipt, letters, good);
  const problems = [
    ...table.problems,
    ...read.flatMap((one) => ('problems' in one ? one.problems : [])),
    ...twice,
    ...refused,
  ].toSorted((a, b) => a.row - b.row);
  return {
    isDryRun,
    rows: table.rows.length,
    added: good.length,
    known: known.size,
    problems: problems.map((problem) => told(deps, problem, language)),
  };
}

async function receiveAll(
  deps: LetterImportDeps,
  receipt: Receipt,
  letters: readonly StatedLetter[],
  fresh: readonly StatedLetter[],
): Promise<void> {
  const waiting = fresh.values();
  const work = async (): Promise<void> => {
    for (const letter of waiting) await receiveStated(deps, receipt, letter);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const numbers = letters.map(({ sourceNumber }) => sourceNumber);
  const here = await findBySource(deps.db, deps.tenantId, numbers);
  const voices = letters.flatMap(({ sourceNumber, likes, dislikes }) => {
    const letter = here.get(sourceNumber);
    return letter === undefined || likes + dislikes === 0
      ? []
      : [{ caseId: letter.caseId, likes, dislikes }];
  });
  await putStatedVoices(deps.db, deps.tenantId, voices);
}

/** A number that stands twice in the file: the first row counts. */
function onceEach(
  letters: readonly StatedLetter[],
  headers: LetterTable['headers'],
): { readonly letters: readonly StatedLetter[]; readonly twice: readonly RowProblem[] } {
  const first = new Map<string, StatedLetter>();
  const twice: RowProblem[] = [];
  for (const letter of letters) {
    const { row, sourceNumber: value } = letter;
    const earlier = first.get(value);
    if (earlier === undefined) {
      first.set(value, letter);
      continue;
    }
    const column = headers.sourceNumber ?? '';
    twice.push({ row, column, code: 'number-twice', params: { value, row: earlier.row } });
  }
  return { letters: [...first.values()], twice };
}

const COLUMNS: Readonly<Record<string, Column>> = {
  title: 'title',
  body: 'body',
  place: 'place',
  division: 'division',
  category: 'category',
};

function problemsOf(
  { row }: StatedLetter,
  refusals: readonly Refusal[],
  headers: LetterTable['headers'],
): RowProblem[] {
  return refusals.map(({ code, params = {} }) => {
    const column = COLUMNS[String(params['field'] ?? '')];
    const header = column === undefined ? undefined : headers[column];
    return { row, code, params, ...(header === undefined ? {} : { column: header }) };
  });
}

function told(
  { refusals }: LetterImportDeps,
  problem: RowProblem,
  language: Language,
): LetterImportReport['problems'][number] {
  const { row, code, column = '', params } = problem;
  const text =
    problemText(problem, language) ?? problemOf(refusals, [{ code, params }], language).detail;
  return { row, column, code, text };
}
