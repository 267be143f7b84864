import { certificateValidity } from '@yichuang/kernel/case';
import { isSealed, type FieldSchema, type FormValue } from '@yichuang/kernel/form';
import { maskIdNumber, maskPhone } from '@yichuang/kernel/ids';
import { civilDate, daysBetween, plainDate } from '@yichuang/kernel/time';
import { evaluate } from 'feelin';
import type { DocumentData } from '../documents/index.ts';
import { commonData, type DocumentFacts } from './document-facts.ts';
import { chineseDate, grouped } from './official-text.ts';

/** What packs' expressions may call beside FEEL's own functions. */
const FUNCTIONS = {
  chineseDate: (date: string) => chineseDate(date),
  grouped: (value: number) => grouped(value),
  /** 万元 to fen, without the error of binary fractions. */
  fenOfWan: (wan: number) => Math.round(wan * 1_000_000),
  /** Both ends counted, as contracts count their 日历天. */
  calendarDays: (from: string, to: string) => daysBetween(plainDate(from), plainDate(to)) + 1,
} as const;

/** The certificate's fields, each by the expression that the item gives for it. */
export function certificateData(facts: DocumentFacts): DocumentData {
  const { certificate } = facts.item;
  if (certificate === undefined) throw new Error(`item ${facts.item.code} has no certificate`);
  const expressions = Object.entries(certificate.data ?? {});
  const fields: Record<string, unknown> = {};
  for (const [name, expression] of expressions) {
    const value = valueOf(facts, expression);
    // FEEL says null for a field left empty; the template leaves such a field out.
    if (value !== null && value !== undefined && value !== '') fields[name] = value;
  }
  return { ...commonData(facts), ...fields };
}

/** @throws Error where the expression gives no text: a fault of the pack */
export function evaluateText(facts: DocumentFacts, expression: string): string {
  const value = valueOf(facts, expression);
  if (typeof value !== 'string' || value.trim() === '') {
    throw new Error(`item ${facts.item.code}: ${expression} gives no text`);
  }
  return value;
}

function valueOf(facts: DocumentFacts, expression: string): unknown {
  const { state, item, document, number } = facts;
  const fields = item.form?.schema.properties ?? {};
  const form: Record<string, FormValue> = {};
  const titles: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = state.form[name] ?? null;
    // Nothing sealed is opened that the expression does not name.
    const isAsked = new RegExp(`\\b${name}\\b`, 'u').test(expression);
    form[name] = isAsked ? shown(field, value, facts.open) : null;
    if (typeof value === 'string') titles[name] = field['x-enum-titles']?.[value] ?? value;
  }
  const { validFrom, validUntil } = certificateValidity(item, document.orderedAt);
  return evaluate(expression, {
    ...FUNCTIONS,
    ...form,
    titles,
    number,
    issuedOn: civilDate(document.orderedAt),
    validFrom,
    validUntil: validUntil ?? null,
    applicant: { name: state.applicant.name, kind: state.applicant.kind },
  }).value;
}

/** A certificate hangs on a wall: identity and telephone numbers appear on it masked. */
function shown(field: FieldSchema, value: FormValue, open: (sealed: string) => string): FormValue {
  if (typeof value !== 'string' || !isSealed(value)) return value;
  const plain = open(value);
  return field.format === 'mobile' ? maskPhone(plain) : maskIdNumber(plain);
}
