/**
 * A document of an approval within the offices: whatever its form holds, in words, and when
 * which step was signed. A pack brings such documents without a line of code.
 */
import type { FieldSchema, FormValue } from '@yichuang/kernel/form';
import { civilDate, isPlainDate } from '@yichuang/kernel/time';
import type { DocumentData } from '../documents/index.ts';
import { commonData, type DocumentFacts } from './document-facts.ts';
import { words } from './letter.messages.ts';
import { chineseDate } from './official-text.ts';

/**
 * Addressed to the unit that the form names. The template's entry in its manifest says which fields
 * (`form`) and which steps' days (`signed`) it prints; fields meant for few (`x-capability`) never.
 */
export function internalData(facts: DocumentFacts): DocumentData {
  const { state, item, names, document } = facts;
  const [subject = ''] = item.digest?.title ?? [];
  const printed = names.printed.get(document.template);
  const signed = withoutGaps(printed?.signed ?? [], (id) => signedOn(facts, id));
  return {
    ...commonData(facts),
    to: { name: unitOf(facts) ?? names.government },
    subject: answerIn(facts, subject) ?? state.itemName,
    form: withoutGaps(printed?.form ?? [], (field) => answerIn(facts, field)),
    ...(Object.keys(signed).length === 0 ? {} : { signed }),
    contact: { phone: item.place?.phone ?? names.servicePhone },
  };
}

function withoutGaps(
  names: readonly string[],
  valueOf: (name: string) => string | undefined,
): Readonly<Record<string, string>> {
  const known = names.flatMap((name) => {
    const value = valueOf(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(known);
}

function unitOf({ state, item, names }: DocumentFacts): string | undefined {
  const properties = item.form?.schema.properties ?? {};
  const field = Object.keys(properties).find((name) => properties[name]?.format === 'org');
  const orgId = field === undefined ? undefined : state.form[field];
  return typeof orgId === 'string' ? names.orgs.get(orgId) : undefined;
}

function answerIn(facts: DocumentFacts, name: string): string | undefined {
  const { item, state } = facts;
  const field = item.form?.schema.properties[name];
  const given = state.form[name];
  if (field === undefined || given === undefined || field['x-capability'] !== undefined) {
    return undefined;
  }
  const value = wordsOf(field, given, facts).trim();
  return value === '' ? undefined : value;
}

function wordsOf(field: FieldSchema, value: FormValue, { names, open }: DocumentFacts): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return `${value}${field['x-unit'] ?? ''}`;
  if (field['x-sensitive'] === true) return open(value);
  if (field.format === 'org') return names.orgs.get(value) ?? value;
  if (field.format === 'date' && isPlainDate(value)) return chineseDate(value);
  return field['x-enum-titles']?.[value] ?? value;
}

/** The day on which the step was signed last. */
function signedOn({ state }: DocumentFacts, stepId: string): string | undefined {
  const last = Object.values(state.marking.tasks)
    .filter((task) => task.stepId === stepId && task.status === 'done')
    .sort((a, b) => a.round - b.round)
    .at(-1);
  return last?.closedAt === undefined ? undefined : civilDate(last.closedAt);
}
