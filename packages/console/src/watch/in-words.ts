import type { WatchDefinition } from '@yichuang/contracts';
import { formatDay } from '../format/format-day.ts';
import { textKey, type Locale, type TextKey, type Translate } from '../texts/locale.ts';

type Rule = Pick<WatchDefinition, 'when' | 'parameters'>;

/** A condition as people say it: names become words, thresholds their values. Pure. */
export function inWords({ when, parameters = {} }: Rule, t: Translate): string {
  const named = when.replace(/\b(it|case|all|p)\.(\w+)/g, (whole, of: string, name: string) => {
    if (of === 'p') return String(parameters[name]?.value ?? whole);
    const word = `“${factWord(name, t)}”`;
    if (of === 'it') return word;
    return `${t(of === 'case' ? 'watch.word.case' : 'watch.word.all')} ${word}`;
  });
  const valued = named.replace(/"([^"]*)"/g, (_whole, value: string) => {
    return `“${valueWord(value, t)}”`;
  });
  const said = OPERATORS.reduce(
    (text, [pattern, key]) => text.replace(pattern, ` ${t(key)} `),
    valued,
  );
  return setTight(said.replace(/\s+/g, ' ').trim());
}

/** Chinese is set without spaces between its words, and its quotes bring their own. */
function setTight(text: string): string {
  return text.replace(/(?<=[”〕\p{sc=Han}]) (?=[“〔\p{sc=Han}])/gu, '');
}

/** Longer ones first: `>=` is no `>`. */
const OPERATORS: readonly (readonly [RegExp, TextKey])[] = [
  [/>=/g, 'watch.word.least'],
  [/<=/g, 'watch.word.most'],
  [/!=/g, 'watch.word.isNot'],
  [/>/g, 'watch.word.more'],
  [/</g, 'watch.word.less'],
  [/=/g, 'watch.word.is'],
  [/\band\b/g, 'watch.word.and'],
  [/\bor\b/g, 'watch.word.or'],
  [/\bnot(?=\()/g, 'watch.word.not'],
];

/** A word of the data, such as a level of a limit, as people call it. */
function valueWord(value: string, t: Translate): string {
  const key = textKey('watch.value', value);
  return key === undefined ? value : t(key);
}

/** A sentence with places, each shown as the word for what will stand there. */
export function placesInWords(
  { says, saysEn = says, parameters = {} }: Pick<WatchDefinition, 'says' | 'saysEn' | 'parameters'>,
  t: Translate,
  locale: Locale,
): string {
  const shown = (locale === 'en' ? saysEn : says).replace(
    /\{(it|case|all|p)\.(\w+)\}/g,
    (whole, of: string, name: string) =>
      of === 'p' ? String(parameters[name]?.value ?? whole) : `〔${factWord(name, t)}〕`,
  );
  return setTight(shown);
}

const OVERALL = ['Mean', 'Spread', 'Median'] as const;

/** A fact as people call it; `refusedShareMean` is the mean of one. */
export function factWord(name: string, t: Translate): string {
  const key = textKey('fact', name);
  if (key !== undefined) return t(key);
  const end = OVERALL.find((one) => name.endsWith(one));
  if (end === undefined) return name;
  const base = textKey('fact', name.slice(0, -end.length));
  return base === undefined ? name : `${t(base)} ${t(`watch.word.${end}`)}`;
}

/** A value that a condition read, as people write it. */
export function factValue(
  name: string,
  value: string | number | boolean | null,
  t: Translate,
  locale: Locale,
): string {
  if (value === null || value === '') return t('watch.nothing');
  if (typeof value === 'boolean') return t(value ? 'watch.yes' : 'watch.no');
  if (typeof value === 'string') {
    return DAY.test(value) ? formatDay(value, locale) : valueWord(value, t);
  }
  if (/^hour$|Hour$/.test(name)) return clockTime(value);
  if (name.endsWith('Share')) return `${(value * 100).toFixed(1)}%`;
  return String(Math.round(value * 100) / 100);
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** 1.92 hours after midnight as 01:55. */
function clockTime(hours: number): string {
  const minutes = Math.round(hours * 60);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
