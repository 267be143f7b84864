/**
 * What is told to the level above of each case, as data: which events make a row of which table,
 * and what stands in its columns (laws.md §6.5: the national tables of 办件).
 */
import { Type, type Static } from '@sinclair/typebox';
import type { CaseEvent } from '@yichuang/kernel/case';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { readsOf } from './conditions.ts';
import { pointerPart } from './json-lines.ts';
import { isMissing, readPackJson, type Report } from './read-pack.ts';
import type { PackProblem } from './pack-problem.ts';
import { closed, Id, isOneOf, Name, Text } from './schema-parts.ts';

/**
 * Events that a table may listen to. Those of letters are not among them: no shape, however it is
 * written, makes a row of a letter.
 */
export const uploadEvents = [
  'CaseReceived',
  'CaseAccepted',
  'AcceptanceRefused',
  'CorrectionRequested',
  'CorrectionReceived',
  'MaterialsSupplied',
  'PaperReceived',
  'TaskDecided',
  'StepReturned',
  'ClockStarted',
  'ClockRevised',
  'SpecialProcedureStarted',
  'SpecialProcedureEnded',
  'LimitExtended',
  'DecisionMade',
  'FeeAssessed',
  'PaymentRecorded',
  'DocumentIssued',
  'ResultServed',
  'SupervisionHit',
  'CaseConcluded',
  'CaseWithdrawn',
  'CaseTerminated',
  'CaseVoided',
  'DecisionRevoked',
  'CaseArchived',
] as const satisfies readonly CaseEvent['type'][];

/** What the expressions of a table read, beside what all of them do. */
const OWN_FACTS = {
  case: [],
  act: ['act'],
  material: ['material'],
  procedure: ['procedure'],
  certificate: ['certificate'],
} as const;

const COMMON_FACTS = ['case', 'item', 'office', 'applicant', 'contact', 'event', 'actor', 'row'];

const Column = closed({
  name: Type.String({ pattern: '^[a-z][a-z0-9_]{0,63}$' }),
  title: Name,
  /** `an..50` characters, `n..16,2` digits, `YYYYMMDD`, `YYYYMMDDhhmmss`. */
  type: Type.String({
    pattern: '^(an(\\.\\.)?[0-9]+|n(\\.\\.)?[0-9]+(,[0-9])?|YYYYMMDD(hhmmss)?)$',
  }),
  /** A path such as `case.number`, or FEEL. */
  value: Text,
  isRequired: Type.Optional(Type.Boolean()),
  /** Code list in which the value has to be. */
  list: Type.Optional(Id),
  /** From our word to the list's code; a word that is not in it is a problem. */
  map: Type.Optional(Type.Record(Type.String(), Type.String())),
  /** With a map: what is not in it stays as it is. */
  keepsOthers: Type.Optional(Type.Boolean()),
  /** A longer text ends in … rather than being a problem. */
  isCut: Type.Optional(Type.Boolean()),
});

const Table = closed({
  name: Type.String({ pattern: '^[a-z][a-z0-9_]{0,40}$' }),
  title: Name,
  titleEn: Name,
  source: Text,
  /** What one row is about; a later event about the same thing sends the row again. */
  each: isOneOf('case', 'act', 'material', 'procedure', 'certificate'),
  on: Type.Array(isOneOf(...uploadEvents), { minItems: 1, uniqueItems: true }),
  /** FEEL; without it, at each of the events. */
  when: Type.Optional(Text),
  columns: Type.Array(Column, { minItems: 1 }),
});

const UploadShapeSchema = closed({
  id: Id,
  /** Goes up with every change: a message names the version it was made by. */
  version: Type.Integer({ minimum: 1 }),
  name: Name,
  nameEn: Name,
  source: Text,
  /** After so many hours without an answer the supervisors are told. */
  standstillHours: Type.Integer({ minimum: 1, maximum: 720 }),
  codeLists: Type.Record(
    Type.String(),
    closed({ source: Text, codes: Type.Record(Type.String(), Name) }),
  ),
  tables: Type.Array(Table, { minItems: 1 }),
});

export type UploadShape = Static<typeof UploadShapeSchema>;
export type UploadTable = UploadShape['tables'][number];
export type UploadColumn = UploadTable['columns'][number];

/** @returns undefined where the pack says nothing of an upload, or says it wrongly: a problem */
export async function readUploadShape(
  directory: string,
  problems: PackProblem[],
): Promise<UploadShape | undefined> {
  const file = 'upload.json';
  try {
    await access(join(directory, file));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  const read = await readPackJson(directory, file, UploadShapeSchema, problems);
  if (read === undefined) return undefined;
  checkTables(read.value, read.report);
  return read.value;
}

function checkTables({ tables, codeLists }: UploadShape, report: Report): void {
  const names = new Set<string>();
  for (const [i, table] of tables.entries()) {
    const at = `/tables/${i}`;
    if (names.has(table.name)) report(`${at}/name`, 'id-used-twice', { id: table.name });
    names.add(table.name);
    const facts = new Set<string>([...COMMON_FACTS, ...OWN_FACTS[table.each]]);
    if (table.when !== undefined) checkExpression(table.when, facts, `${at}/when`, report);
    const columns = new Set<string>();
    for (const [j, column] of table.columns.entries()) {
      const place = `${at}/columns/${j}`;
      if (columns.has(column.name)) report(`${place}/name`, 'id-used-twice', { id: column.name });
      columns.add(column.name);
      checkExpression(column.value, facts, `${place}/value`, report);
      checkCodes(column, codeLists, place, report);
    }
  }
}

function checkExpression(
  expression: string,
  facts: ReadonlySet<string>,
  pointer: string,
  report: Report,
): void {
  const { parses, names } = readsOf(expression);
  if (!parses) return report(pointer, 'condition-does-not-parse', { condition: expression });
  const unknown = names.find((name) => !facts.has(name));
  if (unknown !== undefined) report(pointer, 'condition-names-unknown-field', { field: unknown });
}

function checkCodes(
  { list, map = {}, keepsOthers = false }: UploadColumn,
  codeLists: UploadShape['codeLists'],
  place: string,
  report: Report,
): void {
  if (list === undefined) return;
  const codes = codeLists[list]?.codes;
  if (codes === undefined) return report(`${place}/list`, 'unknown-code-list', { id: list });
  if (keepsOthers) return;
  for (const [word, code] of Object.entries(map)) {
    if (codes[code] !== undefined) continue;
    report(`${place}/map${pointerPart(word)}`, 'value-not-allowed', {
      allowed: Object.keys(codes).join(', '),
    });
  }
}
