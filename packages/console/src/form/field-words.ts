/** Words of a form's fields in the reader's language, and values as people read them. */
import type { FieldProblem, FieldSchema, FormSection, FormValue } from '@yichuang/kernel/form';
import { isSealed } from '@yichuang/kernel/form';
import { formatDay } from '../format/format-day.ts';
import { textKey, type Locale, type Translate } from '../texts/locale.ts';

export function titleOf(schema: FieldSchema | FormSection, locale: Locale): string {
  return locale === 'en' ? (schema['x-title-en'] ?? schema.title) : schema.title;
}

export function hintOf(schema: FieldSchema, locale: Locale): string | undefined {
  return locale === 'en' ? (schema['x-description-en'] ?? schema.description) : schema.description;
}

/** '' for what has not been filled in. */
export function showValue(
  schema: FieldSchema,
  value: FormValue | undefined,
  words: {
    readonly t: Translate;
    readonly locale: Locale;
    readonly orgNames?: Readonly<Record<string, string>> | undefined;
  },
): string {
  if (value === undefined || value === null || value === '') return '';
  if (isSealed(value)) return words.t('form.sealed');
  if (typeof value === 'boolean') return words.t(value ? 'form.yes' : 'form.no');
  const unit = unitOf(schema, words.locale);
  if (typeof value === 'number') return withUnit(grouped(value), unit);
  if (schema.format === 'date') return formatDay(value, words.locale);
  if (schema.format === 'org') return words.orgNames?.[value] ?? value;
  return withUnit(optionTitle(schema, value, words.locale), unit);
}

/** What an option of a list is called. */
export function optionTitle(schema: FieldSchema, value: string, locale: Locale): string {
  const chinese = schema['x-enum-titles']?.[value];
  const own = locale === 'en' ? schema['x-enum-titles-en']?.[value] : undefined;
  return own ?? chinese ?? value;
}

export function unitOf(schema: FieldSchema, locale: Locale): string | undefined {
  return (locale === 'en' ? schema['x-unit-en'] : undefined) ?? schema['x-unit'];
}

export function showProblem(
  problem: FieldProblem,
  schema: FieldSchema | undefined,
  words: { readonly t: Translate; readonly locale: Locale },
): string {
  const key = textKey('problem', problem.code);
  const title = schema === undefined ? problem.field : titleOf(schema, words.locale);
  return key === undefined ? problem.code : words.t(key, { title, ...problem.params });
}

function grouped(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? text : `${text}.${fraction}`;
}

function withUnit(text: string, unit: string | undefined): string {
  return unit === undefined ? text : `${text} ${unit}`;
}
