import type { CalendarYear } from './calendar.ts';
import {
  PackDataError,
  readFlag,
  readList,
  readRecord,
  readText,
  readWhole,
} from './parse-json.ts';
import { isPlainDate, type PlainDate } from './plain-date.ts';

/**
 * Reads one file of packs/statutes/calendar, in the format of NateScarlet/holiday-cn:
 * `{year, papers: [address], days: [{name, date, isOffDay}]}`.
 *
 * A file without a notice is refused: holiday-cn keeps empty files for years to come, and taking
 * one for a calendar would count plain weekends without a word (laws.md C7).
 *
 * @throws PackDataError naming the year and the element.
 */
export function parseCalendarYear(json: unknown): CalendarYear {
  const file = readRecord(json, 'calendar');
  const year = readWhole(file['year'], 'calendar.year');
  const at = `calendar ${year}`;
  const papers = readList(file['papers'], `${at}.papers`);
  if (papers.length === 0) throw new PackDataError(`${at}.papers`, 'names no official notice');
  const offDays: PlainDate[] = [];
  const workDays: PlainDate[] = [];
  const names: Record<string, string> = {};
  for (const [i, entry] of readList(file['days'], `${at}.days`).entries()) {
    const day = readDay(entry, `${at}.days[${i}]`, year);
    if (names[day.date] !== undefined) throw new PackDataError(`${at}.days[${i}]`, 'is twice');
    names[day.date] = day.name;
    (day.isOffDay ? offDays : workDays).push(day.date);
  }
  if (offDays.length === 0) throw new PackDataError(`${at}.days`, 'has no day off');
  const source = papers.map((paper, i) => readText(paper, `${at}.papers[${i}]`)).join(' ');
  return { year, offDays, workDays, source, names };
}

interface NoticeDay {
  readonly name: string;
  readonly date: PlainDate;
  readonly isOffDay: boolean;
}

function readDay(value: unknown, path: string, year: number): NoticeDay {
  const day = readRecord(value, path, ['name', 'date', 'isOffDay']);
  const date = readText(day['date'], `${path}.date`);
  if (!isPlainDate(date)) throw new PackDataError(`${path}.date`, `no such day: ${date}`);
  // The break at new year may begin in the December before, so that is where a notice may reach.
  if (!date.startsWith(`${year}-`) && !date.startsWith(`${year - 1}-12-`)) {
    throw new PackDataError(`${path}.date`, `${date} is not of the year ${year}`);
  }
  const isOffDay = readFlag(day['isOffDay'], `${path}.isOffDay`);
  return { name: readText(day['name'], `${path}.name`), date, isOffDay };
}
