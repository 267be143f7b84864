import { fieldsIn, type FieldSchema, type FormDefinition } from '@yichuang/kernel/form';
import { pointerPart } from './json-lines.ts';
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
    for (const other of sourcesOf(schema)) {
      if (properties[other] !== undefined) continue;
      report(`${at}/x-computed`, 'unknown-form-field', { field: other });
    }
    if (schema.pattern !== undefined && !isPattern(schema.pattern)) {
      report(`${at}/pattern`, 'bad-pattern', { pattern: schema.pattern });
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
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
