import type { LocalText, Locale } from '../services.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

export type TextKey = keyof typeof zhCN;
export type TextParams = Readonly<Record<string, string | number>>;
export type Translate = (key: TextKey, params?: TextParams) => string;

const texts: Readonly<Record<Locale, Readonly<Record<TextKey, string>>>> = { 'zh-CN': zhCN, en };

/**
 * Texts in one language. `{name}` is a parameter; `{n|day|days}` picks the first word for one.
 *
 * @throws Error for a parameter that was not given: found by the tests of the pages
 */
export function translator(locale: Locale): Translate {
  const own = texts[locale];
  return (key, params = {}) =>
    own[key].replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (_, name: string, one, many) => {
      const value = params[name];
      if (value === undefined) throw new Error(`text ${key} lacks the parameter ${name}`);
      if (one === undefined) return String(value);
      return String(Math.abs(Number(value)) === 1 ? one : many);
    });
}

/** The text as the reader's language has it. */
export function localText(text: LocalText, locale: Locale): string {
  return typeof text === 'string' ? text : text[locale];
}

/** A pack's name of a thing: its English one for English readers, where it has one. */
export function localName(
  locale: Locale,
  thing: { readonly name: string; readonly nameEn?: string | undefined },
): string {
  return locale === 'en' ? (thing.nameEn ?? thing.name) : thing.name;
}
