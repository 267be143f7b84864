/** What lists show of an internal case: whose it is, what is asked, in two short texts. */
import type { ItemDefinition } from '@yichuang/kernel/case';
import type { FieldSchema, FormData, FormValue } from '@yichuang/kernel/form';
import { fen } from '@yichuang/kernel/money';
import { isPlainDate, type PlainDate } from '@yichuang/kernel/time';
import type { Language } from '../platform/refusal.ts';
import { fill } from './case-texts.ts';
import { digestTexts } from './digest.messages.ts';
import { formatMoney } from './format-date.ts';

export interface Digest {
  /** 李青禾的请假申请 3 天 */
  readonly title: string;
  /** 年休假 · 11月23日 · 11月25日 */
  readonly line: string;
}

export interface DigestWords {
  readonly language: Language;
  readonly orgName: (id: string) => string | undefined;
}

/** For a form of this item; the person's name is that of whoever asks. */
export function digestOf(
  item: ItemDefinition,
  person: string,
  form: FormData,
  words: DigestWords,
): Digest {
  const facts = (fields: readonly string[]): string[] =>
    fields.flatMap((field) => {
      const schema = item.form?.schema.properties[field];
      const text = schema === undefined ? '' : showFact(schema, form[field], words);
      return text === '' ? [] : [text];
    });
  const name = words.language === 'en' ? (item.nameEn ?? item.name) : item.name;
  const title = fill(digestTexts[words.language].title, { person, item: name });
  return {
    title: [title, ...facts(item.digest?.title ?? [])].join(' '),
    // A day that is first and last is said once.
    line: facts(item.digest?.line ?? [])
      .filter((text, i, all) => text !== all[i - 1])
      .join(' · '),
  };
}

function showFact(
  schema: FieldSchema,
  value: FormValue | undefined,
  { language, orgName }: DigestWords,
): string {
  if (value === undefined || value === null || value === '' || schema['x-sensitive'] === true) {
    return '';
  }
  const unit = (language === 'en' ? schema['x-unit-en'] : undefined) ?? schema['x-unit'];
  if (typeof value === 'number') {
    if (schema['x-unit'] === '元') return formatMoney(fen(Math.round(value * 100)));
    return unit === undefined ? String(value) : `${value} ${unit}`;
  }
  if (typeof value === 'boolean') return '';
  if (schema.format === 'org') return orgName(value) ?? value;
  if (schema.format === 'date' && isPlainDate(value)) return shortDay(value, language);
  const chinese = schema['x-enum-titles']?.[value];
  const own = language === 'en' ? schema['x-enum-titles-en']?.[value] : undefined;
  return own ?? chinese ?? value;
}

/** 11月23日 / 23 Nov: the year goes without saying in a list of what is under way. */
function shortDay(date: PlainDate, language: Language): string {
  const [, month, day] = date.split('-').map(Number);
  return digestTexts[language].shortDay(month ?? 0, day ?? 0);
}
