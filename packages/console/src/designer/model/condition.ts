/**
 * Conditions as people say them (field, comparison, value, joined by "and" or "or") and as the flow
 * keeps them (FEEL). What somebody wrote by hand and this cannot say is shown as written.
 */
export type FieldKind = 'number' | 'text' | 'choice' | 'yes-no' | 'date';

/** What a condition may look at: a field of the form, or the outcome of a part of a joint case. */
export interface ConditionField {
  /** As FEEL names it: `amount`, `parts.fire`. */
  readonly name: string;
  readonly title: string;
  readonly kind: FieldKind;
  readonly unit?: string | undefined;
  /** For `choice`. */
  readonly options?: readonly { readonly value: string; readonly title: string }[];
}

export type Comparison =
  'is' | 'is-not' | 'one-of' | 'above' | 'at-least' | 'below' | 'at-most' | 'filled' | 'not-filled';

export interface ConditionRow {
  readonly field: string;
  readonly comparison: Comparison;
  /** One value; several for `one-of`; none for `filled`. */
  readonly values: readonly string[];
}

export interface Condition {
  readonly join: 'and' | 'or';
  readonly rows: readonly ConditionRow[];
}

const comparisons: Readonly<Record<FieldKind, readonly Comparison[]>> = {
  number: ['above', 'at-least', 'is', 'at-most', 'below', 'is-not'],
  text: ['is', 'is-not', 'filled', 'not-filled'],
  choice: ['is', 'is-not', 'one-of', 'filled', 'not-filled'],
  'yes-no': ['is'],
  date: ['at-least', 'at-most', 'is', 'filled', 'not-filled'],
};
const signs = {
  is: '=',
  'is-not': '!=',
  above: '>',
  'at-least': '>=',
  below: '<',
  'at-most': '<=',
} as const;

export function comparisonsOf(field: ConditionField): readonly Comparison[] {
  return comparisons[field.kind];
}

export function needsValue(comparison: Comparison): boolean {
  return comparison !== 'filled' && comparison !== 'not-filled';
}

/** Whether every row says something: only then does the condition have a FEEL form. */
export function isComplete(condition: Condition, fields: readonly ConditionField[]): boolean {
  return (
    condition.rows.length > 0 && condition.rows.every((row) => writeRow(row, fields) !== undefined)
  );
}

/** FEEL; '' while a row is unfinished, which the list of problems then asks for. */
export function writeCondition(condition: Condition, fields: readonly ConditionField[]): string {
  if (!isComplete(condition, fields)) return '';
  return condition.rows.map((row) => writeRow(row, fields) ?? '').join(` ${condition.join} `);
}

function writeRow(row: ConditionRow, fields: readonly ConditionField[]): string | undefined {
  const field = fields.find(({ name }) => name === row.field);
  if (field === undefined) return undefined;
  if (row.comparison === 'filled') return `${row.field} != null`;
  if (row.comparison === 'not-filled') return `${row.field} = null`;
  const values = row.values.map((value) => writeValue(field, value));
  const [first] = values;
  if (first === undefined || values.includes(undefined)) return undefined;
  if (row.comparison === 'one-of') return `${row.field} in (${values.join(', ')})`;
  const left = field.kind === 'date' ? `date(${row.field})` : row.field;
  return `${left} ${signs[row.comparison]} ${first}`;
}

function writeValue(field: ConditionField, text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  switch (field.kind) {
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(trimmed) ? trimmed : undefined;
    case 'yes-no':
      return trimmed === 'true' || trimmed === 'false' ? trimmed : undefined;
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(trimmed) ? `date("${trimmed}")` : undefined;
    case 'text':
    case 'choice':
      return JSON.stringify(text);
  }
}

/** Undefined for FEEL that rows cannot say. */
export function readCondition(
  feel: string,
  fields: readonly ConditionField[],
): Condition | undefined {
  for (const join of ['and', 'or'] as const) {
    const rows = splitOutside(feel, join).map((part) => readRow(part.trim(), fields));
    const known = rows.filter((row) => row !== undefined);
    if (known.length === rows.length) return { join, rows: known };
  }
  return undefined;
}

function readRow(part: string, fields: readonly ConditionField[]): ConditionRow | undefined {
  const empty = /^([A-Za-z][\w.-]*)\s*(!=|=)\s*null$/.exec(part);
  if (empty !== null) {
    const [, name = '', sign] = empty;
    const comparison = sign === '=' ? 'not-filled' : 'filled';
    return known(fields, name) && { field: name, comparison, values: [] };
  }
  const list = /^([A-Za-z][\w.-]*)\s+in\s*\(([^()]*)\)$/.exec(part);
  if (list !== null) {
    const [, name = '', inside = ''] = list;
    const values = splitOutside(inside, ',').map((each) => readText(each.trim()));
    const texts = values.filter((value) => value !== undefined);
    const isWhole = texts.length === values.length && known(fields, name)?.kind === 'choice';
    return isWhole ? { field: name, comparison: 'one-of', values: texts } : undefined;
  }
  const compared = /^(?:date\(([A-Za-z]\w*)\)|([A-Za-z][\w.-]*))\s*(>=|<=|!=|=|>|<)\s*(.+)$/s.exec(
    part,
  );
  if (compared === null) return undefined;
  const [, dated, plain, sign, right = ''] = compared;
  const field = known(fields, dated ?? plain ?? '');
  const comparison = (Object.keys(signs) as (keyof typeof signs)[]).find((c) => signs[c] === sign);
  if (field === undefined || comparison === undefined) return undefined;
  if ((field.kind === 'date') !== (dated !== undefined)) return undefined;
  const value = readValue(field, right.trim());
  if (value === undefined || !comparisonsOf(field).includes(comparison)) return undefined;
  return { field: field.name, comparison, values: [value] };
}

function known(fields: readonly ConditionField[], name: string): ConditionField | undefined {
  return fields.find((field) => field.name === name);
}

function readValue(field: ConditionField, text: string): string | undefined {
  switch (field.kind) {
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text) ? text : undefined;
    case 'yes-no':
      return text === 'true' || text === 'false' ? text : undefined;
    case 'date':
      return /^date\("(\d{4}-\d\d-\d\d)"\)$/.exec(text)?.[1];
    case 'text':
    case 'choice':
      return readText(text);
  }
}

function readText(text: string): string | undefined {
  if (!/^"(?:[^"\\]|\\.)*"$/s.test(text)) return undefined;
  try {
    return String(JSON.parse(text));
  } catch {
    // A FEEL escape that JSON does not know: shown as written.
    return undefined;
  }
}

/** Splits where the word or sign stands outside quotes and brackets. */
function splitOutside(text: string, by: 'and' | 'or' | ','): string[] {
  const parts: string[] = [];
  let depth = 0;
  let isQuoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (isQuoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') isQuoted = false;
      continue;
    }
    if (sign === '"') isQuoted = true;
    if (sign === '(' || sign === '[' || sign === '{') depth += 1;
    if (sign === ')' || sign === ']' || sign === '}') depth -= 1;
    if (depth > 0 || !isSeparator(text, at, by)) continue;
    parts.push(text.slice(from, at));
    from = at + by.length;
    at = from - 1;
  }
  return [...parts, text.slice(from)];
}

function isSeparator(text: string, at: number, by: 'and' | 'or' | ','): boolean {
  if (!text.startsWith(by, at)) return false;
  const before = text[at - 1] ?? '';
  const after = text[at + by.length] ?? '';
  return by === ',' || (/\s/.test(before) && /\s/.test(after));
}
