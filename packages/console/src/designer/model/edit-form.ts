/**
 * Edits of a form. Each gives a new form, or the same object where the edit is not possible. What
 * holds after any of them: every field stands in exactly one section, no section is empty, and
 * only fields that there are can be required. A form without fields is no form: `undefined`.
 */
import type { FieldSchema, FormDefinition, FormSection } from '@yichuang/kernel/form';

/** The entries of the "add a field" list. */
export const FIELD_CHOICES = [
  'text',
  'multiline',
  'number',
  'money',
  'date',
  'choice',
  'yes-no',
  'mobile',
  'citizen-id',
  'credit-code',
  'org',
] as const;
export type FieldChoice = (typeof FIELD_CHOICES)[number];

export interface FieldPlace {
  readonly sectionId: string;
  readonly at: number;
}

/** Which entry of the list a field is; the nearest one for what came from elsewhere. */
export function choiceOf(schema: FieldSchema): FieldChoice {
  if (schema.type === 'boolean') return 'yes-no';
  if (schema.type !== 'string') {
    return schema['x-unit'] !== undefined && schema.minimum === 0 ? 'money' : 'number';
  }
  if (schema.enum !== undefined) return 'choice';
  return schema.format ?? 'text';
}

const shapes: Readonly<Record<FieldChoice, Omit<FieldSchema, 'title'>>> = {
  text: { type: 'string', maxLength: 100 },
  multiline: { type: 'string', format: 'multiline', maxLength: 500 },
  number: { type: 'number' },
  money: { type: 'number', minimum: 0 },
  date: { type: 'string', format: 'date' },
  choice: { type: 'string', enum: ['a', 'b'] },
  'yes-no': { type: 'boolean' },
  mobile: { type: 'string', format: 'mobile' },
  'citizen-id': { type: 'string', format: 'citizen-id', 'x-sensitive': true },
  'credit-code': { type: 'string', format: 'credit-code' },
  org: { type: 'string', format: 'org' },
};
const keys: Readonly<Record<FieldChoice, string>> = {
  text: 'text',
  multiline: 'note',
  number: 'number',
  money: 'amount',
  date: 'day',
  choice: 'choice',
  'yes-no': 'is',
  mobile: 'mobile',
  'citizen-id': 'citizenId',
  'credit-code': 'creditCode',
  org: 'org',
};

/** In the item's own language, which is Chinese: residents read it. */
export interface NewField {
  readonly title: string;
  /** Titles of the first options of a choice. */
  readonly options: readonly string[];
  readonly moneyUnit: string;
  /** Of the section that comes with the first field. */
  readonly sectionTitle: string;
}

/** Keys are plain identifiers, since conditions name them; one used before never returns. */
export function addField(
  form: FormDefinition | undefined,
  choice: FieldChoice,
  words: NewField,
  place: FieldPlace | undefined,
  reserved: ReadonlySet<string>,
): { readonly form: FormDefinition; readonly field: string } {
  const properties = form?.schema.properties ?? {};
  const field = freshKey(keys[choice], (key) => key in properties || reserved.has(key));
  const shape = shapes[choice];
  const titles =
    shape.enum === undefined
      ? {}
      : {
          'x-enum-titles': Object.fromEntries(
            shape.enum.map((value, i) => [value, words.options[i] ?? value]),
          ),
        };
  const unit = choice === 'money' ? { 'x-unit': words.moneyUnit } : {};
  const schema: FieldSchema = { ...shape, ...titles, ...unit, title: words.title };
  const sections = form?.sections ?? [];
  const target = sections.find(({ id }) => id === place?.sectionId) ?? sections.at(-1);
  const next: FormDefinition = {
    sections:
      target === undefined
        ? [{ id: 'section1', title: words.sectionTitle, fields: [field] }]
        : sections.map((section) =>
            section === target ? withField(section, field, place?.at) : section,
          ),
    schema: {
      type: 'object',
      properties: { ...properties, [field]: schema },
      required: form?.schema.required ?? [],
    },
  };
  return { form: next, field };
}

export function removeField(form: FormDefinition, field: string): FormDefinition | undefined {
  if (!(field in form.schema.properties)) return form;
  const { [field]: _, ...properties } = form.schema.properties;
  const sections = form.sections
    .map((section) => ({ ...section, fields: section.fields.filter((name) => name !== field) }))
    .filter(({ fields }) => fields.length > 0);
  if (sections.length === 0) return undefined;
  return {
    sections,
    schema: {
      ...form.schema,
      properties,
      required: form.schema.required.filter((name) => name !== field),
    },
  };
}

export function changeField(
  form: FormDefinition,
  field: string,
  change: (schema: FieldSchema) => FieldSchema,
): FormDefinition {
  const schema = form.schema.properties[field];
  if (schema === undefined) return form;
  const properties = { ...form.schema.properties, [field]: change(schema) };
  return { ...form, schema: { ...form.schema, properties } };
}

export function setRequired(
  form: FormDefinition,
  field: string,
  isRequired: boolean,
): FormDefinition {
  const without = form.schema.required.filter((name) => name !== field);
  const required = isRequired ? [...without, field] : without;
  return { ...form, schema: { ...form.schema, required } };
}

/** To a place among the fields as they stand; the last field of a section takes it along. */
export function moveField(form: FormDefinition, field: string, place: FieldPlace): FormDefinition {
  const from = form.sections.find(({ fields }) => fields.includes(field));
  const to = form.sections.find(({ id }) => id === place.sectionId);
  if (from === undefined || to === undefined) return form;
  const was = from.fields.indexOf(field);
  const at = from === to && place.at > was ? place.at - 1 : place.at;
  if (from === to && at === was) return form;
  const sections = form.sections
    .map((section) =>
      section === from
        ? { ...section, fields: section.fields.filter((name) => name !== field) }
        : section,
    )
    .map((section) => (section.id === to.id ? withField(section, field, at) : section))
    .filter(({ fields }) => fields.length > 0);
  return { ...form, sections };
}

/** One place up or down, from one section into the next at its end. */
export function shiftField(form: FormDefinition, field: string, by: -1 | 1): FormDefinition {
  const index = form.sections.findIndex(({ fields }) => fields.includes(field));
  const section = form.sections[index];
  if (section === undefined) return form;
  const at = section.fields.indexOf(field);
  const isInside = by === -1 ? at > 0 : at < section.fields.length - 1;
  if (isInside) {
    return moveField(form, field, { sectionId: section.id, at: by === -1 ? at - 1 : at + 2 });
  }
  const next = form.sections[index + by];
  if (next === undefined) return form;
  const place = { sectionId: next.id, at: by === -1 ? next.fields.length : 0 };
  return moveField(form, field, place);
}

/** From this field on, a section of its own. */
export function splitSection(form: FormDefinition, field: string, title: string): FormDefinition {
  const index = form.sections.findIndex(({ fields }) => fields.includes(field));
  const section = form.sections[index];
  if (section === undefined) return form;
  const at = section.fields.indexOf(field);
  if (at === 0) return form;
  const ids = form.sections.map(({ id }) => id);
  const id = freshKey('section', (key) => ids.includes(key));
  const parts = [
    { ...section, fields: section.fields.slice(0, at) },
    { id, title, fields: section.fields.slice(at) },
  ];
  return { ...form, sections: form.sections.toSpliced(index, 1, ...parts) };
}

/** Its fields join the section above; the first section's join the one below. */
export function mergeSection(form: FormDefinition, sectionId: string): FormDefinition {
  const index = form.sections.findIndex(({ id }) => id === sectionId);
  const section = form.sections[index];
  const into = form.sections[index === 0 ? 1 : index - 1];
  if (section === undefined || into === undefined) return form;
  const fields =
    index === 0 ? [...section.fields, ...into.fields] : [...into.fields, ...section.fields];
  const sections = form.sections
    .filter(({ id }) => id !== sectionId)
    .map((each) => (each.id === into.id ? { ...each, fields } : each));
  return { ...form, sections };
}

export function changeSection(
  form: FormDefinition,
  sectionId: string,
  change: (section: FormSection) => FormSection,
): FormDefinition {
  const sections = form.sections.map((each) => (each.id === sectionId ? change(each) : each));
  return { ...form, sections };
}

function withField(section: FormSection, field: string, at = section.fields.length): FormSection {
  return { ...section, fields: section.fields.toSpliced(at, 0, field) };
}

function freshKey(stem: string, isTaken: (key: string) => boolean): string {
  let n = 1;
  while (isTaken(`${stem}${n}`)) n += 1;
  return `${stem}${n}`;
}
