/** Days are Shanghai days as `YYYY-MM-DD`, instants ISO 8601 in UTC; both shown in Shanghai. */
import { DAY_PATTERN, WEEKDAY_PATTERN } from '../texts/day-patterns.ts';
import type { Locale } from '../texts/locale.ts';

const ZONE = 'Asia/Shanghai';

/** '2026年11月22日（周日）' or 'Sun, 22 Nov 2026'. */
export function formatDay(day: string, locale: Locale): string {
  const at = new Date(`${day}T00:00:00+08:00`);
  const parts = partsOf(at, locale, { weekday: 'short' });
  const [year, month, date] = day.split('-').map(Number);
  if (locale === 'en') {
    const name = partsOf(at, locale, { month: 'short' })['month'];
    return `${parts['weekday']}, ${date} ${name} ${year}`;
  }
  return messageOfDay(year ?? 0, month ?? 0, date ?? 0, parts['weekday'] ?? '');
}

/** '11-22 14:03', with the year when it is not this one's: dense lists. */
export function formatShortAt(at: string, now: string): string {
  const parts = numericParts(at);
  const short = `${parts['month']}-${parts['day']} ${parts['hour']}:${parts['minute']}`;
  return parts['year'] === numericParts(now)['year'] ? short : `${parts['year']}-${short}`;
}

/** '2026年11月22日 14:03' or '22 Nov 2026, 14:03'. */
export function formatAt(at: string, locale: Locale): string {
  const parts = numericParts(at);
  const time = `${parts['hour']}:${parts['minute']}`;
  if (locale === 'en') {
    const name = partsOf(new Date(at), locale, { month: 'short' })['month'];
    return `${Number(parts['day'])} ${name} ${parts['year']}, ${time}`;
  }
  const day = messageOfDay(
    Number(parts['year']),
    Number(parts['month']),
    Number(parts['day']),
    undefined,
  );
  return `${day} ${time}`;
}

/** '14:03' */
export function formatTime(at: string): string {
  const parts = numericParts(at);
  return `${parts['hour']}:${parts['minute']}`;
}

/** The Shanghai day of an instant. */
export function dayOf(at: string): string {
  const parts = numericParts(at);
  return `${parts['year']}-${parts['month']}-${parts['day']}`;
}

function messageOfDay(year: number, month: number, day: number, weekday: string | undefined) {
  const text = DAY_PATTERN.replace('{y}', String(year))
    .replace('{m}', String(month))
    .replace('{d}', String(day));
  return weekday === undefined ? text : `${text}${WEEKDAY_PATTERN.replace('{w}', weekday)}`;
}

function numericParts(at: string): Readonly<Record<string, string>> {
  return partsOf(new Date(at), 'en', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}

function partsOf(
  at: Date,
  locale: Locale,
  options: Intl.DateTimeFormatOptions,
): Readonly<Record<string, string>> {
  const parts = formatter(locale, options).formatToParts(at);
  return Object.fromEntries(parts.map((part) => [part.type, part.value]));
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making one costs a hundred times what using it does, and a list shows hundreds of dates. */
function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.keys(options).join(' ')}`;
  const found = formatters.get(key);
  if (found !== undefined) return found;
  const language = locale === 'en' ? 'en-GB' : 'zh-CN';
  const made = new Intl.DateTimeFormat(language, { timeZone: ZONE, ...options });
  formatters.set(key, made);
  return made;
}
