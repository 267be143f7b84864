import { describe, expect, test } from 'vitest';
import {
  type CalendarYear,
  civilDate,
  computeLimit,
  explainLimit,
  extensionProblem,
  lightAt,
  type LimitInput,
  type LimitRule,
  makeCalendar,
  plainDate,
  startOfDay,
  instant,
} from './index.ts';

// A small calendar: the days of October 2025, in which every kind of day occurs.
const october: CalendarYear = {
  year: 2025,
  offDays: [1, 2, 3, 4, 5, 6, 7, 8].map((day) => plainDate(`2025-10-0${day}`)),
  workDays: [plainDate('2025-09-28'), plainDate('2025-10-11')],
  source: 'notice',
  names: { '2025-10-01': '国庆节' },
};
const calendar = makeCalendar([october]);

const rule: LimitRule = {
  id: 'T',
  name: 'test',
  basis: { law: 'test', article: '1' },
  trigger: 'start',
  amount: 5,
  unit: 'WD',
  direction: 'forward',
  suspendedBy: ['hearing', 'testing'],
  roll: 'none',
  onExpiry: 'overdue',
  level: 'L',
};
const from = plainDate('2025-09-26');
const input = (change: Partial<LimitRule> = {}, more: Partial<LimitInput> = {}): LimitInput => ({
  rule: { ...rule, ...change },
  from,
  calendar,
  ...more,
});
const hearing = { id: 'h', reason: 'hearing', from: plainDate('2025-10-09') };

describe('computing a limit', () => {
  test('nothing to count ends on day 0, also on a day off', () => {
    const result = computeLimit(input({ amount: 0 }, { from: plainDate('2025-10-04') }));
    expect(result).toMatchObject({ dueOn: '2025-10-04', provisional: false, countedDays: 0 });
  });

  test.each([-1, 0.5, Number.NaN, 1e9])('an amount of %d is a fault', (amount) => {
    expect(() => computeLimit(input({}, { amount }))).toThrow(RangeError);
  });

  test('a suspension that the instrument does not name stops nothing', () => {
    const other = { ...hearing, reason: 'holiday-of-the-clerk', to: plainDate('2025-10-30') };
    expect(computeLimit(input({}, { suspensions: [other] }))).toEqual(computeLimit(input()));
  });

  test('a suspension that runs is read up to the day of the question, and needs it', () => {
    const suspensions = [hearing];
    expect(() => computeLimit(input({}, { suspensions }))).toThrow(/h is running/);
    const asOf = plainDate('2025-10-14');
    const due = computeLimit(input({}, { suspensions, asOf })).dueOn;
    const ended = { ...hearing, to: asOf };
    expect(due).toBe(computeLimit(input({}, { suspensions: [ended] })).dueOn);
    const before = computeLimit(input({}, { suspensions, asOf: plainDate('2025-10-01') }));
    expect(before.dueOn).toBe(computeLimit(input()).dueOn);
  });

  test('a suspension that ends before it starts is a fault', () => {
    const broken = { ...hearing, to: plainDate('2025-10-01') };
    expect(() => computeLimit(input({}, { suspensions: [broken] }))).toThrow(RangeError);
  });

  test('started and ended on one day, it stops nothing', () => {
    const short = { ...hearing, to: hearing.from };
    expect(computeLimit(input({}, { suspensions: [short] }))).toEqual(computeLimit(input()));
  });

  test('months: the corresponding day, and a suspension adds its days', () => {
    const monthly = { unit: 'MONTH', amount: 1 } as const;
    const day0 = plainDate('2025-01-31');
    expect(computeLimit(input(monthly, { from: day0 })).dueOn).toBe('2025-02-28');
    const suspended = {
      ...hearing,
      from: plainDate('2025-02-10'),
      to: plainDate('2025-02-12'),
    };
    const more = { from: day0, suspensions: [suspended] };
    expect(computeLimit(input(monthly, more)).dueOn).toBe('2025-03-02');
  });

  test('calendar days ask the calendar only where they roll', () => {
    const days = { unit: 'CD', amount: 100 } as const;
    const late = { from: plainDate('2025-12-01') };
    expect(computeLimit(input(days, late))).toMatchObject({ provisional: false });
    const rolling = computeLimit(input({ ...days, roll: 'strict-and-rolled' }, late));
    expect(rolling).toMatchObject({ provisional: true, missingYears: [2026] });
  });

  test('a backward count into a year without a calendar is provisional too', () => {
    const back = input({ direction: 'backward' }, { from: plainDate('2025-01-03') });
    expect(computeLimit(back)).toMatchObject({ provisional: true, missingYears: [2024] });
  });

  test('every missing year is named', () => {
    const result = computeLimit(input({}, { amount: 400 }));
    expect(result.missingYears).toEqual([2026, 2027]);
  });

  test('a right ends on the rolled day, a duty of the agency on the strict one', () => {
    const days = { unit: 'CD', amount: 5, roll: 'strict-and-rolled' } as const;
    const duty = computeLimit(input(days));
    const right = computeLimit(input({ ...days, citizenRight: true }));
    expect(duty).toMatchObject({ dueOn: '2025-10-01', rolledOn: '2025-10-09' });
    expect(right).toMatchObject({ dueOn: '2025-10-09', strictOn: '2025-10-01' });
  });

  test('a fixed day of the year is the first one on or after', () => {
    const fixed = { unit: 'DATE', amount: 0, fixedDate: '03-31' } as const;
    const due = (text: string) => computeLimit(input(fixed, { from: plainDate(text) })).dueOn;
    expect(due('2025-03-31')).toBe('2025-03-31');
    expect(due('2025-04-01')).toBe('2026-03-31');
  });
});

describe('the warning', () => {
  const warnOn = (change: Partial<LimitRule>, more: Partial<LimitInput> = {}) =>
    civilDate(computeLimit(input(change, more)).warnAt);

  test('comes one unit before the end of a short limit', () => {
    // Five working days: 09-28, 29, 30, 10-09, 10-10.
    expect(warnOn({})).toBe('2025-10-09');
  });

  test('comes at once where nothing is left to wait for', () => {
    expect(warnOn({ amount: 1 })).toBe(from);
  });

  test('counts the units as extended', () => {
    expect(warnOn({ amount: 10 }, { extensions: [{ amount: 10 }] })).toBe('2025-10-24');
  });

  test('does not let a suspension eat the units left', () => {
    const suspensions = [{ ...hearing, to: plainDate('2025-10-30') }];
    const result = computeLimit(input({}, { suspensions }));
    expect(result.dueOn).toBe('2025-10-31');
    expect(civilDate(result.warnAt)).toBe('2025-10-09');
  });

  test('may be so many units, for a day that has no amount', () => {
    const fixed = { unit: 'DATE', amount: 0, warnDays: 6 } as const;
    expect(warnOn(fixed, { from: plainDate('2025-01-31') })).toBe('2025-01-25');
  });

  test('of a backward limit lies before its day, not after', () => {
    // Five working days before 10-15: 14, 13, 11 (made up), 10, 09; one working day before that.
    const back = { direction: 'backward' } as const;
    const at = { from: plainDate('2025-10-15') };
    expect(computeLimit(input(back, at)).dueOn).toBe('2025-10-09');
    expect(warnOn(back, at)).toBe('2025-09-30');
  });

  test('a share of 29 % of 100 is 29', () => {
    const days = { unit: 'CD', amount: 100, warnShare: 0.29 } as const;
    const result = computeLimit(input(days, { from: plainDate('2025-01-01') }));
    expect(result.dueOn).toBe('2025-04-11');
    expect(civilDate(result.warnAt)).toBe('2025-03-13');
  });
});

describe('explaining a limit', () => {
  test('every kind of day is told, with its notice and its number', () => {
    const told = explainLimit(input({ amount: 6 })).map((day) => [
      day.date.slice(5),
      day.kind,
      day.n,
    ]);
    expect(told).toEqual([
      ['09-26', 'start', undefined],
      ['09-27', 'weekend', undefined],
      ['09-28', 'makeup-workday', 1],
      ['09-29', 'counted', 2],
      ['09-30', 'counted', 3],
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((day) => [`10-0${day}`, 'holiday', undefined]),
      ['10-09', 'counted', 4],
      ['10-10', 'counted', 5],
      ['10-11', 'due', 6],
    ]);
    const firstHoliday = explainLimit(input()).find((day) => day.kind === 'holiday');
    expect(firstHoliday).toMatchObject({
      source: 'notice',
      weekday: 3,
      note: { key: 'limit.explain.holiday', params: { name: '国庆节' } },
    });
  });

  test('suspended days name their suspension, an extension its first day', () => {
    const suspensions = [{ ...hearing, to: plainDate('2025-10-13') }];
    const extensions = [{ amount: 2 }];
    const days = explainLimit(input({}, { suspensions, extensions }));
    const told = days.slice(-9).map((day) => [day.date.slice(5), day.kind, day.suspensionId]);
    expect(told).toEqual([
      ['10-08', 'holiday', undefined],
      ['10-09', 'counted', undefined],
      ['10-10', 'suspended', 'h'],
      ['10-11', 'suspended', 'h'],
      ['10-12', 'suspended', 'h'],
      ['10-13', 'suspended', 'h'],
      ['10-14', 'counted', undefined],
      ['10-15', 'extension-start', undefined],
      ['10-16', 'due', undefined],
    ]);
  });

  test('a moved last day is told as rolled', () => {
    const right = { unit: 'CD', amount: 5, roll: 'strict-and-rolled', citizenRight: true } as const;
    const days = explainLimit(input(right));
    expect(days.at(-1)).toMatchObject({ date: '2025-10-09', kind: 'rolled' });
    expect(days.find((day) => day.n === 5)?.date).toBe('2025-10-01');
  });

  test('days of a year without a calendar say so', () => {
    const days = explainLimit(input({}, { from: plainDate('2025-12-30') }));
    expect(days.filter((day) => day.isProvisional).map((day) => day.kind)).toEqual([
      'provisional',
      'provisional',
      'weekend',
      'weekend',
      'provisional',
      'due',
    ]);
  });

  test('a backward limit is told in the order of counting', () => {
    const days = explainLimit(input({ direction: 'backward', amount: 1 }));
    expect(days.map((day) => [day.date, day.kind])).toEqual([
      ['2025-09-26', 'start'],
      ['2025-09-25', 'due'],
    ]);
  });
});

describe('whether an extension may be granted', () => {
  const extension = { approver: 'agency-head', max: 10, times: 1 };
  const on = plainDate('2025-10-10'); // the last day of the five

  test('down the ladder', () => {
    expect(extensionProblem(input(), 5, on)).toBe('not-extendable');
    const again = input({ extension }, { extensions: [{ amount: 1 }] });
    expect(extensionProblem(again, 5, on)).toBe('too-often');
    expect(extensionProblem(input({ extension }), 11, on)).toBe('too-long');
    expect(extensionProblem(input({ extension }), 10, plainDate('2025-10-11'))).toBe('too-late');
    expect(extensionProblem(input({ extension }), 10, on)).toBeUndefined();
  });

  test('an instrument that names no number sets no bound', () => {
    const open = input({ extension: { approver: 'x' } }, { extensions: [{ amount: 1 }] });
    expect(extensionProblem(open, 99, on)).toBeUndefined();
  });
});

describe('lights', () => {
  const result = computeLimit(input());
  const running = { suspended: false };

  test.each([
    ['2025-10-08T15:59:59.999Z', 'green'],
    ['2025-10-08T16:00:00.000Z', 'yellow'],
    ['2025-10-10T15:59:59.999Z', 'yellow'],
    ['2025-10-10T16:00:00.000Z', 'red'],
  ])('at %s the light is %s', (at, light) => {
    expect(lightAt(result, instant(at), running)).toBe(light);
  });

  test('a clock that stands still is grey, unless it was late by then', () => {
    const later = startOfDay(plainDate('2025-11-01'));
    expect(lightAt(result, later, { suspended: true })).toBe('grey');
    const inTime = { suspended: true, suspendedAt: startOfDay(from) };
    expect(lightAt(result, later, inTime)).toBe('grey');
    expect(lightAt(result, later, { suspended: true, suspendedAt: result.overdueAt })).toBe('red');
  });

  test('stopped in time it is green for ever, stopped late it stays red', () => {
    const later = startOfDay(plainDate('2025-12-01'));
    expect(lightAt(result, later, { ...running, stoppedAt: result.warnAt })).toBe('green');
    expect(lightAt(result, later, { ...running, stoppedAt: result.overdueAt })).toBe('red');
  });

  test('before it stopped, it shows what it showed then', () => {
    expect(lightAt(result, result.warnAt, { ...running, stoppedAt: result.overdueAt })).toBe(
      'yellow',
    );
  });
});
