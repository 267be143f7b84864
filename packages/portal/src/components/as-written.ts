import { html, type HtmlValue } from '../html.ts';
import type { Locale } from '../services.ts';

const HAN = /\p{Script=Han}/u;

/** Has a text that a department published in Chinese only. */
export function isChinese(text: string): boolean {
  return HAN.test(text);
}

/**
 * A department's own words on a page in another language: marked as Chinese, so that a screen
 * reader speaks them as Chinese and a browser may offer to translate them (WCAG 2.2, 3.1.2).
 */
export function asWritten(locale: Locale, text: string): HtmlValue {
  return locale === 'en' && isChinese(text) ? html`<span lang="zh-CN">${text}</span>` : text;
}
