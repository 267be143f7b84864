import { html, type HtmlValue } from '../html.ts';
import type { Locale } from '../services.ts';

const HAN = /\p{Script=Han}/u;
const HAN_RUN = /(\p{Script=Han}+)/u;
const LATIN_WORD = /\p{Script=Latin}{2,}/u;

/** Has a text that a department published in Chinese only. */
export function isChinese(text: string): boolean {
  return HAN.test(text);
}

/**
 * A department's own words on a page in another language: marked as Chinese, so that a screen
 * reader speaks them as Chinese and a browser may offer to translate them (WCAG 2.2, 3.1.2).
 */
export function asWritten(locale: Locale, text: string): HtmlValue {
  if (locale !== 'en' || !isChinese(text)) return text;
  // An English sentence that names an office: only the name is Chinese.
  const parts = LATIN_WORD.test(text) ? text.split(HAN_RUN) : [text];
  return parts.map((part) => (isChinese(part) ? html`<span lang="zh-CN">${part}</span>` : part));
}
