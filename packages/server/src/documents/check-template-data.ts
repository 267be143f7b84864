import type { FieldType, TemplateField, TemplateManifest } from './template-manifest.ts';

/** The data of one document: JSON, shaped as the manifest says. */
export type DocumentData = Readonly<Record<string, unknown>>;

/** One thing that is wrong with a document's data. */
export interface TemplateProblem {
  /** `materials[2].name`; the template's id when the template itself is unknown. */
  readonly path: string;
  /** Chinese name of the field. */
  readonly label: string;
  readonly code:
    'unknown-template' | 'missing' | 'empty' | 'wrong-type' | 'unknown-field' | 'no-glyph';
  /** What was expected, in English. */
  readonly message: string;
}

const MEANING: Readonly<Record<FieldType, string>> = {
  text: 'a text',
  date: 'a date YYYY-MM-DD',
  'date-time': 'a civil time YYYY-MM-DDTHH:mm',
  integer: 'a whole number, not negative',
  'money-fen': 'an amount in fen, a whole number, not negative',
  boolean: 'true or false',
  url: 'an http or https address',
  texts: 'a list of texts with at least one entry',
  group: 'an object',
  list: 'a list with at least one entry',
};

/**
 * Everything that is wrong with the data, in the order of the manifest; empty when it may be
 * rendered. Unknown fields are problems too: a misspelt optional field would silently be left out
 * of a document that somebody relies on.
 */
export function checkTemplateData(
  manifest: TemplateManifest,
  id: string,
  data: DocumentData,
): readonly TemplateProblem[] {
  const entry = manifest.templates.find((one) => one.id === id);
  if (entry === undefined) {
    return [
      { path: id, label: id, code: 'unknown-template', message: 'there is no such template' },
    ];
  }
  return checkFields([...manifest.common, ...entry.fields], data, '');
}

function checkFields(
  fields: readonly TemplateField[],
  data: DocumentData,
  prefix: string,
): TemplateProblem[] {
  const known = new Set(fields.map((field) => field.name));
  const strangers = Object.keys(data)
    .filter((name) => !known.has(name))
    .map((name) => problem(prefix + name, name, 'unknown-field', 'the template has no such field'));
  return [...fields.flatMap((field) => checkField(field, data[field.name], prefix)), ...strangers];
}

function checkField(field: TemplateField, value: unknown, prefix: string): TemplateProblem[] {
  const path = prefix + field.name;
  if (value === undefined || value === null) {
    if (!field.required) return [];
    return [problem(path, field.label, 'missing', `expected ${MEANING[field.type]}`)];
  }
  if (!isOfType(field.type, value)) {
    return [problem(path, field.label, 'wrong-type', `expected ${MEANING[field.type]}`)];
  }
  if (isBlank(value)) return [problem(path, field.label, 'empty', 'must not be empty')];
  if (field.oneOf !== undefined && !(typeof value === 'string' && field.oneOf.includes(value))) {
    const allowed = field.oneOf.join(', ');
    return [problem(path, field.label, 'wrong-type', `expected one of ${allowed}`)];
  }
  return checkInside(field, value, path);
}

function checkInside(field: TemplateField, value: unknown, path: string): TemplateProblem[] {
  if (field.type === 'group' && isRecord(value)) {
    return checkFields(field.fields ?? [], value, `${path}.`);
  }
  if (field.type !== 'list' || !Array.isArray(value)) return [];
  return value.flatMap((entry: unknown, index) =>
    isRecord(entry)
      ? checkFields(field.fields ?? [], entry, `${path}[${index}].`)
      : [problem(`${path}[${index}]`, field.label, 'wrong-type', 'expected an object')],
  );
}

function isOfType(type: FieldType, value: unknown): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'date':
      return typeof value === 'string' && isCivilDate(value);
    case 'date-time':
      return typeof value === 'string' && isCivilDateTime(value);
    case 'integer':
    case 'money-fen':
      return Number.isSafeInteger(value) && Number(value) >= 0;
    case 'boolean':
      return typeof value === 'boolean';
    case 'url':
      return typeof value === 'string' && isWebAddress(value);
    case 'texts':
      return Array.isArray(value) && value.every((one) => typeof one === 'string' && one !== '');
    case 'group':
      return isRecord(value);
    case 'list':
      return Array.isArray(value);
  }
}

/** Empty texts and lists: a document with a blank where a name belongs must not go out. */
function isBlank(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

/** A real day of the calendar: 2026-02-30 comes back as March and is refused. */
function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

function isCivilDateTime(text: string): boolean {
  return /^.{10}T([01]\d|2[0-3]):[0-5]\d$/.test(text) && isCivilDate(text.slice(0, 10));
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}

function isRecord(value: unknown): value is DocumentData {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function problem(
  path: string,
  label: string,
  code: TemplateProblem['code'],
  message: string,
): TemplateProblem {
  return { path, label, code, message };
}
