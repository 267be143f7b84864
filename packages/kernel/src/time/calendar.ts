import type { DayNumber, PlainDate } from './plain-date.ts';
import { fromDayNumber, toDayNumber, weekdayOf } from './plain-date.ts';

/**
 * One year of the State Council's holiday arrangement (部分节假日安排的通知).
 *
 * `offDays` are the days off (放假), weekends inside a holiday included; `workDays` are weekend
 * days worked in exchange (调休上班). A year's notice may rule days of the December before: the
 * notice for 2019 closed 2018-12-31, a Monday. So days are looked up by date, never by `year`.
 */
export interface CalendarYear {
  readonly year: number;
  readonly offDays: readonly PlainDate[];
  readonly workDays: readonly PlainDate[];
  /** Address or number of the notice; several are parted by a space, the later one last. */
  readonly source: string;
  /** What the notice calls the day, for explanations: {'2026-02-17': '春节'}. */
  readonly names?: Readonly<Record<string, string>>;
}

/** A local closure or opening, which stands above the national calendar. */
export interface CalendarOverride {
  readonly date: PlainDate;
  readonly isWorking: boolean;
  /** The document that ordered it. */
  readonly source: string;
}

export interface Calendar {
  readonly years: Readonly<Record<number, CalendarYear>>;
  readonly overrides?: readonly CalendarOverride[];
  /** '2018-2026.1a2b3c4d', with '+n' for n overrides: years, then a checksum of the content. */
  readonly version: string;
}

export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeup-workday';

export interface DayFacts {
  readonly kind: DayKind;
  readonly isWorking: boolean;
  readonly source?: string;
  readonly name?: string;
}

const WORKDAY: DayFacts = { kind: 'workday', isWorking: true };
const WEEKEND: DayFacts = { kind: 'weekend', isWorking: false };

/** Looked up thousands of times a second, so each calendar is indexed once, by identity. */
const indexes = new WeakMap<Calendar, ReadonlyMap<DayNumber, DayFacts>>();

/** @throws RangeError when two entries give the same year. */
export function makeCalendar(
  years: readonly CalendarYear[],
  overrides: readonly CalendarOverride[] = [],
): Calendar {
  const sorted = years.toSorted((a, b) => a.year - b.year);
  const byYear: Record<number, CalendarYear> = {};
  for (const entry of sorted) {
    if (byYear[entry.year] !== undefined) throw new RangeError(`calendar ${entry.year} is twice`);
    byYear[entry.year] = entry;
  }
  const version = describe(sorted, overrides);
  return { years: byYear, version, ...(overrides.length > 0 && { overrides }) };
}

/**
 * Monday to Friday and not a day off, or a weekend day worked in exchange. For a year that is not
 * published the answer is a guess on plain weekends: ask `isPublished` before trusting it.
 */
export function isWorkingDay(calendar: Calendar, date: PlainDate): boolean {
  return factsOf(calendar, toDayNumber(date)).isWorking;
}

/** Whether the official calendar of the day's year is known (laws.md C7). */
export function isPublished(calendar: Calendar, date: PlainDate): boolean {
  return calendar.years[Number(date.slice(0, 4))] !== undefined;
}

/** Whether the national notice makes this a day off; local closures and plain weekends are not. */
export function isStatutoryOff(calendar: Calendar, date: PlainDate): boolean {
  return Object.values(calendar.years).some((entry) => entry.offDays.includes(date));
}

/** What the calendar says of the day, with the notice it says it by. */
export function dayFacts(calendar: Calendar, date: PlainDate): DayFacts {
  return factsOf(calendar, toDayNumber(date));
}

/** The first working day after `date`. */
export function nextWorkingDay(calendar: Calendar, date: PlainDate): PlainDate {
  return fromDayNumber(workingDayFrom(calendar, toDayNumber(date) + 1));
}

/** `date` itself when it is a working day, otherwise the next one. */
export function workingDayOnOrAfter(calendar: Calendar, date: PlainDate): PlainDate {
  return fromDayNumber(workingDayFrom(calendar, toDayNumber(date)));
}

export function factsOf(calendar: Calendar, day: DayNumber): DayFacts {
  let index = indexes.get(calendar);
  if (index === undefined) {
    index = buildIndex(calendar);
    indexes.set(calendar, index);
  }
  return index.get(day) ?? (weekdayOf(day) >= 6 ? WEEKEND : WORKDAY);
}

/** A closure longer than a year is a broken pack, not a calendar. */
const LONGEST_CLOSURE_DAYS = 400;

function workingDayFrom(calendar: Calendar, first: DayNumber): DayNumber {
  for (let day = first; day < first + LONGEST_CLOSURE_DAYS; day += 1) {
    if (factsOf(calendar, day).isWorking) return day;
  }
  throw new RangeError(`no working day within a year of ${fromDayNumber(first)}`);
}

function buildIndex(calendar: Calendar): ReadonlyMap<DayNumber, DayFacts> {
  const index = new Map<DayNumber, DayFacts>();
  // Ascending years: where two notices rule the same day, the later notice wins.
  for (const entry of Object.values(calendar.years)) {
    const facts = (date: PlainDate, isWorking: boolean): DayFacts => {
      const name = entry.names?.[date];
      const kind = kindOf(date, isWorking);
      return { kind, isWorking, source: entry.source, ...(name !== undefined && { name }) };
    };
    for (const date of entry.offDays) index.set(toDayNumber(date), facts(date, false));
    for (const date of entry.workDays) index.set(toDayNumber(date), facts(date, true));
  }
  for (const { date, isWorking, source } of calendar.overrides ?? []) {
    const kind = kindOf(date, isWorking);
    index.set(toDayNumber(date), { kind, isWorking, source });
  }
  return index;
}

/** A notice may also say that an ordinary Monday is worked: 2020-02-03, after the longer break. */
function kindOf(date: PlainDate, isWorking: boolean): DayKind {
  if (!isWorking) return 'holiday';
  return weekdayOf(toDayNumber(date)) >= 6 ? 'makeup-workday' : 'workday';
}

function describe(years: readonly CalendarYear[], overrides: readonly CalendarOverride[]): string {
  const numbers = years.map((entry) => entry.year);
  const first = numbers[0] ?? 0;
  const isUnbroken = numbers.every((year, i) => year === first + i);
  const span = isUnbroken ? `${first}-${first + numbers.length - 1}` : numbers.join(',');
  const days = years.flatMap((entry) => [...entry.offDays, '/', ...entry.workDays, ';']);
  const local = overrides.flatMap((entry) => [entry.date, String(entry.isWorking)]);
  const count = overrides.length > 0 ? `+${overrides.length}` : '';
  return `${span}${count}.${checksum([...days, ...local].join(''))}`;
}

/** FNV-1a, 32 bits: tells two calendars apart in a record; it guards nothing. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
