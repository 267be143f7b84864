import type { LegalBasis } from '@yichuang/kernel/time';
import { fill } from '../cases/index.ts';
import { words } from './letter.messages.ts';

const DIGITS = '零一二三四五六七八九';
const PLACES = ['', '十', '百', '千'] as const;

/** 7 → 七, 15 → 十五, 120 → 一百二十. @throws RangeError outside 0 to 9,999 */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) {
    throw new RangeError(`not a number for a letter: ${value}`);
  }
  if (value === 0) return '零';
  const digits = [...String(value)].map(Number);
  const read = digits.map((digit, i) =>
    digit === 0 ? '零' : `${DIGITS.charAt(digit)}${PLACES[digits.length - 1 - i] ?? ''}`,
  );
  const text = read.join('').replace(/零+/gu, '零').replace(/零$/u, '');
  return value < 20 ? text.replace(/^一十/u, '十') : text;
}

/** A limit in words: seven working days, thirty days. */
export function daysText(limit: { readonly amount: number; readonly unit: 'WD' | 'CD' }): string {
  const n = chineseNumber(limit.amount);
  return fill(limit.unit === 'WD' ? words.workingDays : words.calendarDays, { n });
}

/** 2026-11-22 → 2026年11月22日, as in official letters (GB/T 9704-2012 7.3.5). */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** 28640.5 → 28,640.5 */
export function grouped(value: number | string): string {
  const [whole = '', fraction] = String(value).split('.');
  const head = whole.replace(/\B(?=(\d{3})+$)/gu, ',');
  return fraction === undefined ? head : `${head}.${fraction}`;
}

/** A clerk's sentence, to stand inside one of ours: without the stop at its end. */
export function clause(text: string): string {
  return text.trim().replace(/[。.；;，,\s]+$/u, '');
}

/** 《中华人民共和国建筑法》第八条; a document number stays behind the title. */
export function citation({ law, article }: LegalBasis): string {
  return `${titled(law)}${article}`;
}

/** Articles of the same law behind one title: 《建筑法》第七条、第八条. */
export function citations(bases: readonly LegalBasis[]): string[] {
  const articles = new Map<string, string[]>();
  for (const { law, article } of bases) {
    articles.set(law, [...new Set([...(articles.get(law) ?? []), article])]);
  }
  return [...articles].map(([law, list]) => `${titled(law)}${list.join('、')}`);
}

function titled(law: string): string {
  if (law.startsWith('《')) return law;
  const [, title = law, note = ''] = /^(.+?)(（[^（）]*）)$/u.exec(law) ?? [];
  return `《${title}》${note}`;
}
