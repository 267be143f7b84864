import {
  fieldsIn,
  type AskedWhen,
  type FieldSchema,
  type FormDefinition,
} from '@yichuang/kernel/form';
import { pointerPart } from './json-lines.ts';
import { isQuickPattern } from './pattern-ways.ts';
import type { Report } from './read-pack.ts';

/** Sections and fields agree: a field in no section would never be asked, let alone checked. */
export function checkItemForm(form: FormDefinition, report: Report): void {
  const { properties, required } = form.schema;
  const placed = new Set<string>();
  for (const [i, section] of form.sections.entries()) {
    for (const [j, field] of section.fields.entries()) {
      const at = `/form/sections/${i}/fields/${j}`;
      if (properties[field] === undefined) report(at, 'unknown-form-field', { field });
      if (placed.has(field)) report(at, 'field-in-two-sections', { field });
      placed.add(field);
    }
  }
  for (const [i, field] of required.entries()) {
    if (properties[field] !== undefined) continue;
    report(`/form/schema/required/${i}`, 'unknown-form-field', { field });
  }
  for (const [field, schema] of Object.entries(properties)) {
    const at = `/form/schema/properties${pointerPart(field)}`;
    if (!placed.has(field)) report(at, 'field-in-no-section', { field });
    const when = schema['x-when'];
    for (const { field: other } of when === undefined ? [] : fieldsIn(when)) {
      if (properties[other] !== undefined) continue;
      report(`${at}/x-when`, 'unknown-form-field', { field: other });
    }
    if (when !== undefined) checkAskedWhen(when, form, `${at}/x-when`, report);
    checkBounds(schema, at, report);
    for (const other of sourcesOf(schema)) {
      if (properties[other] !== undefined) continue;
      report(`${at}/x-computed`, 'unknown-form-field', { field: other });
    }
    if (schema.pattern !== undefined && !isPattern(schema.pattern)) {
      report(`${at}/pattern`, 'bad-pattern', { pattern: schema.pattern });
    }
  }
}

/** A value that the other field never has would keep the question from ever being asked. */
export function checkAskedWhen(
  when: AskedWhen,
  { schema }: FormDefinition,
  pointer: string,
  report: Report,
): void {
  for (const { field, equals } of fieldsIn(when)) {
    const asked = schema.properties[field];
    const isKnown = asked?.enum === undefined || asked.enum.includes(String(equals));
    if (isKnown) continue;
    const name = asked?.title ?? field;
    report(pointer, 'value-not-an-option', { name, value: String(equals) });
  }
}

function checkBounds(schema: FieldSchema, at: string, report: Report): void {
  const { minimum, maximum, minLength, maxLength } = schema;
  if (minimum !== undefined && maximum !== undefined && minimum > maximum) {
    report(`${at}/minimum`, 'range-empty', { least: minimum, most: maximum });
  }
  if (minLength !== undefined && maxLength !== undefined && minLength > maxLength) {
    report(`${at}/minLength`, 'range-empty', { least: minLength, most: maxLength });
  }
  for (const names of ['x-enum-titles', 'x-enum-titles-en'] as const) {
    for (const value of Object.keys(schema[names] ?? {})) {
      if (schema.enum?.includes(value) === true) continue;
      const params = { name: schema.title, value };
      report(`${at}/${names}${pointerPart(value)}`, 'title-of-no-option', params);
    }
  }
}

/** The fields that a computed one follows from. */
function sourcesOf({ 'x-computed': rule }: FieldSchema): readonly string[] {
  if (rule === undefined) return [];
  if (rule.by === 'sum') return rule.of;
  const { from, to, fromHalf, toHalf, calendarDays } = rule;
  return [from, to, fromHalf, toHalf, calendarDays?.field].filter((name) => name !== undefined);
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp && isQuickPattern(text);
  } catch {
    return false;
  }
}
