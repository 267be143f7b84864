import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

export type Locale = 'zh-CN' | 'en';
export type TextKey = keyof typeof zhCN;
export type TextParams = Readonly<Record<string, string | number>>;
export type Translate = (key: TextKey, params?: TextParams) => string;

const messages: Readonly<Record<Locale, Readonly<Record<TextKey, string>>>> = {
  'zh-CN': zhCN,
  en,
};

/** Texts of one language; `{name}` in a text is replaced by the parameter of that name. */
export function translator(locale: Locale): Translate {
  return (key, params = {}) =>
    messages[locale][key].replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(params[name] ?? whole),
    );
}

/** The key, if there is such a text: for words that come from data (phases, codes). */
export function textKey(prefix: string, name: string): TextKey | undefined {
  const key = `${prefix}.${name}`;
  return isTextKey(key) ? key : undefined;
}

function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(zhCN, key);
}
