/** Days and instants as people read them; days are those of Shanghai. */
import {
  civilDate,
  instant,
  plainDate,
  weekday,
  type Instant,
  type PlainDate,
} from '@yichuang/kernel/time';
import type { TextKey, Translate } from './translate.ts';

/** 2026年11月22日（周日）, or Sunday 22 November 2026. */
export function longDay(t: Translate, day: string): string {
  return t('date.long', partsOf(t, plainDate(day)));
}

/** 2026年11月22日, or 22 November 2026. */
export function plainDay(t: Translate, day: string): string {
  return t('date.plain', partsOf(t, plainDate(day)));
}

/** 11月22日, or 22 November: of this year, as everything on a running case is. */
export function shortDay(t: Translate, day: string): string {
  return t('date.short', partsOf(t, plainDate(day)));
}

/** 11月22日 14:05, or 22 November, 14:05: for entries of a story. */
export function dayAndTime(t: Translate, at: string): string {
  const moment = instant(at);
  const parts = partsOf(t, civilDate(moment));
  return t('date.day-and-time', { ...parts, time: clockTime(moment) });
}

/** With the year and the seconds' place left out: what a receipt says. */
export function fullTime(t: Translate, at: string): string {
  const moment = instant(at);
  return t('date.full-time', {
    ...partsOf(t, civilDate(moment)),
    time: clockTime(moment),
  });
}

export function weekdayName(t: Translate, day: 1 | 2 | 3 | 4 | 5 | 6 | 7): string {
  return t(`weekday.${day}`);
}

export function monthTitle(t: Translate, day: PlainDate): string {
  return t('date.month', partsOf(t, day));
}

function partsOf(t: Translate, day: PlainDate): Record<string, string | number> {
  const month = Number(day.slice(5, 7));
  return {
    year: Number(day.slice(0, 4)),
    month,
    monthName: t(`month.${month}` as TextKey),
    day: Number(day.slice(8, 10)),
    weekday: weekdayName(t, weekday(day)),
  };
}

function clockTime(at: Instant): string {
  // Shanghai is UTC+8 the whole year (kernel/time).
  const hours = (Number(at.slice(11, 13)) + 8) % 24;
  return `${String(hours).padStart(2, '0')}:${at.slice(14, 16)}`;
}
