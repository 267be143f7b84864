import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** What a template's field may hold. */
export type FieldType =
  | 'text'
  | 'date'
  | 'date-time'
  | 'integer'
  | 'money-fen'
  | 'boolean'
  | 'url'
  | 'texts'
  | 'group'
  | 'list';

/** One field of a template's data. Dates are PlainDates, date-times civil time of Asia/Shanghai. */
export interface TemplateField {
  readonly name: string;
  /** Chinese name, for people who write templates and for messages. */
  readonly label: string;
  readonly type: FieldType;
  readonly required: boolean;
  /** The only texts allowed. */
  readonly oneOf?: readonly string[];
  /** Fields of a `group`, or of each entry of a `list`. */
  readonly fields?: readonly TemplateField[];
}

/** One document that the county issues. */
export interface TemplateEntry {
  readonly id: string;
  /** Absolute; `<id>.typ` lies in it. */
  readonly folder: string;
  /** Chinese name of the document. */
  readonly name: string;
  readonly nameEn: string;
  /** Whether it must bear a seal before it is served. */
  readonly sealed: boolean;
  /** Law and article that the document stands on. */
  readonly legalBasis: string;
  readonly fields: readonly TemplateField[];
}

/** `templates/manifest.json` of a pack. */
export interface TemplateManifest {
  /** Fields of every template. */
  readonly common: readonly TemplateField[];
  readonly templates: readonly TemplateEntry[];
}

const FIELD_TYPES: readonly string[] = [
  'text',
  'date',
  'date-time',
  'integer',
  'money-fen',
  'boolean',
  'url',
  'texts',
  'group',
  'list',
] satisfies FieldType[];

/**
 * The manifests of a pack and of those on top of it as one. What is common to an overlay's
 * documents is common to those alone; what is common in the pack beneath is so for all.
 * @param overlays folders of templates, as `templatesDir`
 * @throws Error naming the file and the first element that is wrong, or an id used twice
 */
export async function readTemplateManifest(
  templatesDir: string,
  overlays: readonly string[] = [],
): Promise<TemplateManifest> {
  const [base, ...further] = await Promise.all([templatesDir, ...overlays].map(readManifest));
  if (base === undefined) throw new Error('no folder of templates');
  const templates = [...base.templates];
  for (const [index, manifest] of further.entries()) {
    for (const entry of manifest.templates) {
      if (templates.some(({ id }) => id === entry.id)) {
        throw new Error(`${overlays[index]}: the id ${entry.id} is used in another pack`);
      }
      templates.push({ ...entry, fields: [...manifest.common, ...entry.fields] });
    }
  }
  return { common: base.common, templates };
}

/** Reads and checks one `manifest.json`. */
async function readManifest(templatesDir: string): Promise<TemplateManifest> {
  const file = join(templatesDir, 'manifest.json');
  const found: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (!isRecord(found)) throw new Error(`${file}: not an object`);
  return {
    common: readFields(found['common'], `${file}: common`),
    templates: readList(found['templates'], `${file}: templates`).map((entry, index) =>
      readEntry(entry, resolve(templatesDir), `${file}: templates[${index}]`),
    ),
  };
}

function readEntry(entry: unknown, folder: string, where: string): TemplateEntry {
  if (!isRecord(entry)) throw new Error(`${where}: not an object`);
  const sealed = entry['sealed'];
  if (typeof sealed !== 'boolean') throw new Error(`${where}.sealed: not a boolean`);
  return {
    id: readText(entry['id'], `${where}.id`),
    folder,
    name: readText(entry['name'], `${where}.name`),
    nameEn: readText(entry['nameEn'], `${where}.nameEn`),
    sealed,
    legalBasis: readText(entry['legalBasis'], `${where}.legalBasis`),
    fields: readFields(entry['fields'], `${where}.fields`),
  };
}

function readFields(list: unknown, where: string): readonly TemplateField[] {
  return readList(list, where).map((field, index) => readField(field, `${where}[${index}]`));
}

function readField(field: unknown, where: string): TemplateField {
  if (!isRecord(field)) throw new Error(`${where}: not an object`);
  const { required, fields, oneOf } = field;
  if (typeof required !== 'boolean') throw new Error(`${where}.required: not a boolean`);
  const type = readFieldType(field['type'], `${where}.type`);
  if ((type === 'group' || type === 'list') !== (fields !== undefined)) {
    throw new Error(`${where}.fields: groups and lists have fields, and nothing else has`);
  }
  return {
    name: readText(field['name'], `${where}.name`),
    label: readText(field['label'], `${where}.label`),
    type,
    required,
    ...(fields === undefined ? {} : { fields: readFields(fields, `${where}.fields`) }),
    ...(oneOf === undefined
      ? {}
      : { oneOf: readList(oneOf, `${where}.oneOf`).map((one) => readText(one, `${where}.oneOf`)) }),
  };
}

function readFieldType(type: unknown, where: string): FieldType {
  if (typeof type !== 'string' || !isFieldType(type)) {
    throw new Error(`${where}: not one of ${FIELD_TYPES.join(', ')}`);
  }
  return type;
}

function isFieldType(type: string): type is FieldType {
  return FIELD_TYPES.includes(type);
}

function readList(list: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(list)) throw new Error(`${where}: not a list`);
  return list;
}

function readText(text: unknown, where: string): string {
  if (typeof text !== 'string' || text === '') throw new Error(`${where}: not a text`);
  return text;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
