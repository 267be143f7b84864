import { formatFen, type Fen } from '@yichuang/kernel/money';
import { weekday, type PlainDate } from '@yichuang/kernel/time';
import type { Language } from '../platform/refusal.ts';
import { dateTexts } from './dates.messages.ts';

/** 2026年11月22日（周日） / Sun 22 Nov 2026. */
export function formatDay(date: PlainDate, language: Language): string {
  const [year, month, day] = date.split('-').map(Number);
  const texts = dateTexts[language];
  return texts.day(year ?? 0, month ?? 0, day ?? 0, texts.weekdays[weekday(date) - 1] ?? '');
}

export function formatMoney(amount: Fen): string {
  return formatFen(amount);
}
