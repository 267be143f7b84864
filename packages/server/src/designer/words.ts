/** Settings of an item in words: what they are called, and what a value of them means. */
import type { ChangePart, DesignChange } from '@yichuang/contracts';
import type { Language } from '../platform/refusal.ts';
import type { Difference } from './differences.ts';
import { isSame } from './differences.ts';
import type { FlowPlace } from './flow-places.ts';
import { compareTexts as en } from './texts/compare.en.ts';
import { compareTexts as zh } from './texts/compare.zh-CN.ts';
import type { CompareKey, CompareTexts } from './texts/compare-texts.ts';

/** What ids mean; a name that is not known is shown as its id. */
export interface Names {
  readonly posts: ReadonlyMap<string, string>;
  readonly organisations: ReadonlyMap<string, string>;
  readonly themes: ReadonlyMap<string, string>;
  readonly templates: ReadonlyMap<string, string>;
  readonly rules: ReadonlyMap<string, string>;
  readonly items: ReadonlyMap<string, string>;
  readonly nodes: ReadonlyMap<string, string>;
  readonly fields: ReadonlyMap<string, string>;
}

export interface Words {
  say(key: CompareKey, params?: Readonly<Record<string, string>>): string;
  label(setting: string): string;
  value(setting: string, value: unknown): string;
  within(name: FlowPlace['withinName']): string;
  item(code: string): string;
  readonly separator: string;
}

export function createWords(names: Names, language: Language): Words {
  const texts = language === 'en' ? en : zh;
  return {
    say: (key, params = {}) => fill(texts.sentences[key], params),
    label: (setting) => texts.labels[setting] ?? setting,
    value: (setting, value) => valueText(names, texts, setting, value),
    within: (name) =>
      typeof name === 'string'
        ? texts.sentences[`way-${name}`]
        : fill(texts.sentences['way-branch'], { split: name[0], branch: name[1] }),
    item: (code) => names.items.get(code) ?? code,
    separator: texts.separator,
  };
}

function fill(text: string, params: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => params[name] ?? whole);
}

/** A sentence shows this much of a value; the whole is beside it. */
const MOST_SHOWN = 60;

/** One setting that was set, unset or changed, as a sentence. */
export function changeOf(
  words: Words,
  where: ChangePart,
  difference: Difference,
  about: { readonly subject?: string; readonly nodeId?: string; readonly field?: string } = {},
): DesignChange {
  const { key } = difference;
  const [before, after] = [
    textOf(words, key, difference.before),
    textOf(words, key, difference.after),
  ];
  const { subject = '', ...place } = about;
  return {
    kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
    where,
    ...place,
    text: subject + sentence(words, difference, before, after),
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
}

function textOf(words: Words, key: string, value: unknown): string | undefined {
  return value === undefined ? undefined : words.value(key, value);
}

function sentence(
  words: Words,
  { key, before: was, after: is }: Difference,
  before: string | undefined,
  after: string | undefined,
): string {
  const label = words.label(key);
  if (before === undefined) return words.say('set', { label, after: short(after ?? '') });
  if (after === undefined) return words.say('unset', { label, before: short(before) });
  if (!Array.isArray(was) || !Array.isArray(is)) {
    return words.say('changed', { label, before: short(before), after: short(after) });
  }
  const missing = (from: readonly unknown[], other: readonly unknown[]): string =>
    from
      .filter((each) => !other.some((one) => isSame(one, each)))
      .map((each) => words.value(key, [each]))
      .join(words.separator);
  const [gone, come] = [missing(was, is), missing(is, was)];
  if (gone === '' && come === '') return words.say('reordered', { label, after: short(after) });
  if (gone === '') return words.say('more', { label, come: short(come) });
  if (come === '') return words.say('fewer', { label, gone: short(gone) });
  return words.say('replaced', { label, gone: short(gone), come: short(come) });
}

function short(text: string): string {
  const letters = [...text];
  return letters.length > MOST_SHOWN ? `${letters.slice(0, MOST_SHOWN).join('')}…` : text;
}

/** Which names a setting's texts are ids of. */
const idsOf: Readonly<Record<string, keyof Names>> = {
  posts: 'posts',
  post: 'posts',
  orgId: 'organisations',
  themes: 'themes',
  template: 'templates',
  documents: 'templates',
  ruleId: 'rules',
  correctionRule: 'rules',
  serviceRule: 'rules',
  itemCode: 'items',
  to: 'nodes',
  write: 'fields',
  hide: 'fields',
  field: 'fields',
  quantityField: 'fields',
  holderField: 'fields',
  holderCodeField: 'fields',
};

function valueText(names: Names, texts: CompareTexts, setting: string, value: unknown): string {
  const plain = (each: unknown, of = setting): string => valueText(names, texts, of, each);
  if (value === null || value === undefined) return texts.nothing;
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (typeof value === 'number') return numberText(texts, setting, value);
  if (typeof value === 'string') {
    const known = idsOf[setting];
    if (known !== undefined) return names[known].get(value) ?? value;
    return texts.choices[setting]?.[value] ?? (value === '' ? texts.nothing : value);
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return texts.nothing;
    return value.map((each: unknown) => plain(each)).join(texts.separator);
  }
  return recordText(texts, setting, value as Readonly<Record<string, unknown>>, plain);
}

function numberText(texts: CompareTexts, setting: string, value: number): string {
  if (!setting.endsWith('Fen')) return String(value);
  return fill(texts.money, { yuan: (value / 100).toFixed(2) });
}

/** Records that people say in a phrase; every other one setting by setting. */
function recordText(
  texts: CompareTexts,
  setting: string,
  value: Readonly<Record<string, unknown>>,
  plain: (each: unknown, of?: string) => string,
): string {
  const { law, article, amount, unit, rule } = value;
  if (typeof law === 'string' && typeof article === 'string') return `${law}${article}`;
  if (typeof amount === 'number' && typeof unit === 'string') {
    return fill(texts.limit, { amount: String(amount), unit: plain(unit, 'unit') });
  }
  const phrase = typeof rule === 'string' ? texts.agreements[rule] : undefined;
  const others = Object.entries(value).filter(([key]) => phrase === undefined || key !== 'rule');
  const told = others.map(([key, each]) => {
    const label = texts.labels[key] ?? key;
    return `${label}${texts.colon}${plain(each, setting === 'documents' ? setting : key)}`;
  });
  return [...(phrase === undefined ? [] : [phrase]), ...told].join(texts.separator);
}
