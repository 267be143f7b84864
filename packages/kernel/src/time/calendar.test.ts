import { readFileSync } from 'node:fs';
import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  type CalendarYear,
  computeLimit,
  dayFacts,
  isPublished,
  isStatutoryOff,
  isWorkingDay,
  type LimitRule,
  makeCalendar,
  nextWorkingDay,
  parseCalendarYear,
  plainDate,
  workingDayOnOrAfter,
} from './index.ts';

const folder = new URL('../../../../packs/statutes/calendar/', import.meta.url);
const numbers = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];
const years: CalendarYear[] = numbers.map((year) =>
  parseCalendarYear(JSON.parse(readFileSync(new URL(`${year}.json`, folder), 'utf8'))),
);
const calendar = makeCalendar(years);
const firstDay = plainDate('2018-01-01');
const lastDay = plainDate('2026-12-31');

const limitOfWorkingDays: LimitRule = {
  id: 'T',
  name: 'working days',
  basis: { law: 'test', article: '1' },
  trigger: 'start',
  amount: 1,
  unit: 'WD',
  direction: 'forward',
  suspendedBy: [],
  roll: 'none',
  onExpiry: 'overdue',
  level: 'L',
};

describe('calendar against the independent package chinese-days', () => {
  test('no day of 2018 to 2026 differs', () => {
    const differing: string[] = [];
    for (let date = firstDay; date <= lastDay; date = addDays(date, 1)) {
      const isWorking = isWorkingDay(calendar, date);
      const agrees =
        isWorking === chineseDays.isWorkday(date) && isWorking !== chineseDays.isHoliday(date);
      if (!agrees) differing.push(date);
    }
    expect(differing).toEqual([]);
  });

  test('the n-th working day is the same', () => {
    fc.assert(
      fc.property(fc.nat({ max: 3000 }), fc.integer({ min: 1, max: 60 }), (offset, amount) => {
        const from = addDays(firstDay, offset);
        const { dueOn, provisional } = computeLimit({
          rule: limitOfWorkingDays,
          from,
          amount,
          calendar,
        });
        let theirs = from;
        for (let left = amount; left > 0;) {
          theirs = addDays(theirs, 1);
          if (chineseDays.isWorkday(theirs)) left -= 1;
        }
        expect(dueOn).toBe(theirs);
        expect(provisional).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('working days of each month are those of the law table', () => {
    const counted = [2024, 2025, 2026].map((year) => {
      const months = Array.from({ length: 12 }, () => 0);
      for (
        let date = plainDate(`${year}-01-01`);
        date.startsWith(`${year}`);
        date = addDays(date, 1)
      ) {
        const month = Number(date.slice(5, 7)) - 1;
        if (isWorkingDay(calendar, date)) months[month] = (months[month] ?? 0) + 1;
      }
      return months.join(' ');
    });
    expect(counted).toEqual([
      '22 18 21 22 21 19 23 22 21 19 21 22',
      '19 19 21 22 19 20 23 21 23 18 20 23',
      '21 16 22 21 19 21 23 21 22 18 21 23',
    ]);
  });
});

describe('what the calendar says of a day', () => {
  test.each([
    ['2026-02-17', 'holiday', false, '春节'],
    ['2026-02-14', 'makeup-workday', true, '春节'],
    ['2026-02-07', 'weekend', false, undefined],
    ['2026-02-09', 'workday', true, undefined],
    ['2024-02-09', 'workday', true, undefined],
    ['2018-12-31', 'holiday', false, '元旦'],
    ['2018-12-29', 'makeup-workday', true, '元旦'],
    ['2020-02-03', 'workday', true, '春节'],
  ])('%s is %s', (date, kind, isWorking, name) => {
    const facts = dayFacts(calendar, plainDate(date));
    expect(facts).toMatchObject({ kind, isWorking });
    expect(facts.name).toBe(name);
    expect(facts.source === undefined).toBe(name === undefined);
  });

  test('a day off is statutory only by the national notice', () => {
    expect(isStatutoryOff(calendar, plainDate('2026-02-17'))).toBe(true);
    expect(isStatutoryOff(calendar, plainDate('2026-02-07'))).toBe(false);
  });

  test('a year is published when its notice is here', () => {
    expect(isPublished(calendar, lastDay)).toBe(true);
    expect(isPublished(calendar, plainDate('2027-01-01'))).toBe(false);
    expect(isPublished(calendar, plainDate('2017-12-31'))).toBe(false);
  });

  test('the next working day, and the one on or after', () => {
    const sunday = plainDate('2025-10-05');
    expect(nextWorkingDay(calendar, sunday)).toBe('2025-10-09');
    expect(workingDayOnOrAfter(calendar, plainDate('2025-10-09'))).toBe('2025-10-09');
    expect(nextWorkingDay(calendar, plainDate('2025-10-09'))).toBe('2025-10-10');
  });
});

describe('local overrides', () => {
  const typhoon = { date: plainDate('2026-09-15'), isWorking: false, source: '县防指〔2026〕3号' };
  const local = makeCalendar(years, [typhoon]);

  test('stand above the national calendar, with their document', () => {
    expect(isWorkingDay(local, typhoon.date)).toBe(false);
    expect(dayFacts(local, typhoon.date)).toMatchObject({
      kind: 'holiday',
      source: typhoon.source,
    });
    expect(isWorkingDay(calendar, typhoon.date)).toBe(true);
  });

  test('move limits by the day that they close', () => {
    const from = plainDate('2026-09-14');
    const due = (on: typeof calendar) =>
      computeLimit({ rule: limitOfWorkingDays, from, calendar: on }).dueOn;
    expect([due(calendar), due(local)]).toEqual(['2026-09-15', '2026-09-16']);
  });

  test('show in the version', () => {
    expect(calendar.version).toMatch(/^2018-2026\.[0-9a-f]{8}$/);
    expect(local.version).toMatch(/^2018-2026\+1\.[0-9a-f]{8}$/);
    expect(makeCalendar(years.toReversed()).version).toBe(calendar.version);
    expect(makeCalendar([years[0], years[2]].flatMap((year) => year ?? [])).version).toMatch(
      /^2018,2020\./,
    );
  });
});

test('a year given twice is a fault', () => {
  expect(() => makeCalendar([...years, ...years.slice(0, 1)])).toThrow('calendar 2018 is twice');
});
