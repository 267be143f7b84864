import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  civilDate,
  computeLimit,
  filingDay,
  findLimitRule,
  instant,
  type LimitInput,
  type LimitRule,
  makeCalendar,
  nextWorkingDay,
  parseCalendarYear,
  parseLimitRules,
  plainDate,
  remainingWorkingDays,
} from './index.ts';

const pack = new URL('../../../../packs/statutes/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, pack), 'utf8'));
const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];
const calendar = makeCalendar(
  years.map((year) => parseCalendarYear(read(`calendar/${year}.json`))),
);
const rules = parseLimitRules(read('limits.json'));

function rule(id: string): LimitRule {
  const found = findLimitRule(rules, id);
  if (found === undefined) throw new Error(`no rule ${id}`);
  return found;
}

type More = Partial<Pick<LimitInput, 'amount' | 'extensions' | 'suspensions' | 'asOf'>>;
const limit = (id: string, from: string, more: More = {}) =>
  computeLimit({ rule: rule(id), from: plainDate(from), calendar, ...more });

const hearing2025 = {
  id: 's1',
  reason: 'hearing',
  from: plainDate('2025-04-21'),
  to: plainDate('2025-05-12'),
};

/** Example, rule, day 0, strict last day, rolled last day, and what else the example gives. */
const rows: [string, string, string, string, string, More?][] = [
  ['EX01', 'XK-BZ-5', '2024-02-08', '2024-02-21', '2024-02-21'],
  ['EX02', 'XK-BZ-5', '2026-02-13', '2026-02-27', '2026-02-27'],
  ['EX03', 'XK-JD-20', '2024-09-27', '2024-10-30', '2024-10-30'],
  ['EX05', 'XK-JD-20', '2026-09-18', '2026-10-22', '2026-10-22'],
  ['EX07 first', 'XK-LB-45', '2026-01-05', '2026-03-13', '2026-03-13'],
  [
    'EX07 extended',
    'XK-LB-45',
    '2026-01-05',
    '2026-04-03',
    '2026-04-03',
    { extensions: [{ amount: 15 }] },
  ],
  ['EX08 without the hearing', 'XK-JD-20', '2025-04-14', '2025-05-14', '2025-05-14'],
  ['EX08', 'XK-JD-20', '2025-04-14', '2025-06-03', '2025-06-03', { suspensions: [hearing2025] }],
  ['EX09', 'XK-SD-10', '2025-01-24', '2025-02-13', '2025-02-13'],
  ['EX11 request', 'XK-TZ-5', '2026-04-30', '2026-05-11', '2026-05-11'],
  ['EX11 hearing', 'XK-TZ-20', '2026-05-08', '2026-06-04', '2026-06-04'],
  ['EX12 backward', 'XK-TZ-7', '2025-10-15', '2025-09-29', '2025-09-29'],
  ['EX13 backward', 'XK-YX-30', '2026-03-31', '2026-03-01', '2026-03-01'],
  ['EX13 decision', 'XK-YX-SP', '2026-03-31', '2026-03-31', '2026-03-31'],
  ['EX14 correction', 'XK-BZ-5', '2026-03-02', '2026-03-09', '2026-03-09'],
  ['EX14 decision', 'XK-JD-20', '2026-03-02', '2026-03-30', '2026-03-30'],
  ['EX17', 'XK-JD-20', '2025-06-03', '2025-07-01', '2025-07-01'],
  ['EX18', 'XK-CN', '2024-12-30', '2025-01-07', '2025-01-07', { amount: 5 }],
  ['EX20', 'XF-DJ-15', '2025-12-20', '2026-01-04', '2026-01-04'],
  ['EX22', 'XF-YY-5', '2025-04-30', '2025-05-12', '2025-05-12'],
  ['EX23', 'XF-BJ-60', '2025-08-05', '2025-10-04', '2025-10-09'],
  ['EX25', 'XF-FCSQ-30', '2025-12-31', '2026-01-30', '2026-01-30'],
  ['EX26', 'XF-FC-30', '2025-09-03', '2025-10-03', '2025-10-09'],
  ['EX28 accept', 'XF-JY-3', '2024-09-13', '2024-09-19', '2024-09-19'],
  ['EX28 handle', 'XF-JY-10', '2024-09-14', '2024-09-30', '2024-09-30'],
  ['EX29', 'XX-DF-20', '2026-01-28', '2026-03-03', '2026-03-03'],
  ['EX31', 'XX-BZ-7', '2025-04-28', '2025-05-12', '2025-05-12'],
  ['EX32', 'XX-DF-20', '2025-06-27', '2025-07-25', '2025-07-25'],
  ['EX35', 'XX-ZD-20', '2026-04-20', '2026-05-20', '2026-05-20'],
  ['EX36', 'XX-JF-20', '2026-09-16', '2026-10-20', '2026-10-20'],
  ['EX37 department', 'XX-NB-0131', '2025-12-31', '2026-01-31', '2026-01-31'],
  ['EX37 fixed day itself', 'XX-NB-0131', '2026-01-31', '2026-01-31', '2026-01-31'],
  ['EX37 county', 'XX-NB-0331', '2025-12-31', '2026-03-31', '2026-03-31'],
  ['EX39', 'HC-ZG-15', '2026-02-11', '2026-03-10', '2026-03-10'],
  ['EX40 hand on', 'WZ-ZB-1', '2025-01-24', '2025-01-26', '2025-01-26'],
  ['EX40 suggestion', 'WZ-7', '2025-01-24', '2025-02-10', '2025-02-10'],
  ['EX40 complaint', 'WZ-15', '2025-01-24', '2025-02-20', '2025-02-20'],
  ['EX41', 'JC-3', '2024-04-03', '2024-04-09', '2024-04-09'],
  ['EX43', 'WZ-SY-14', '2026-02-13', '2026-02-27', '2026-02-27'],
];

describe('worked examples of the law table', () => {
  test.each(rows)('%s: %s from %s ends on %s, rolled %s', (_, id, from, strict, rolled, more) => {
    const result = limit(id, from, more);
    expect(result.strictOn).toBe(strict);
    expect(result.rolledOn).toBe(rolled);
    expect(result.dueOn).toBe(rule(id).citizenRight === true ? rolled : strict);
    expect(result.provisional).toBe(false);
  });

  test('EX08: the hearing day still counts, and the clock goes on after its last day', () => {
    const running = { id: 's1', reason: 'hearing', from: hearing2025.from };
    const more = { suspensions: [running], asOf: hearing2025.to };
    expect(limit('XK-JD-20', '2025-04-14', more).dueOn).toBe('2025-06-03');
  });

  test('EX12: seven calendar days before would be another day', () => {
    const inCalendarDays = { ...rule('XK-TZ-7'), unit: 'CD' as const };
    const from = plainDate('2025-10-15');
    expect(computeLimit({ rule: inCalendarDays, from, calendar }).dueOn).toBe('2025-10-08');
  });

  test('EX14: the working day after the missed limit is when the system accepts', () => {
    expect(nextWorkingDay(calendar, limit('XK-BZ-5', '2026-03-02').dueOn)).toBe('2026-03-10');
    expect(rule('XK-BZ-5').onExpiry).toBe('deemed-accepted');
  });

  test('EX15, EX16: a filing in the holiday by policy A and by policy B', () => {
    const at = instant('2025-10-04T13:30:00.000Z'); // 21:30 in Shanghai
    const byA = filingDay('A', at, calendar);
    const byB = filingDay('B', at, calendar);
    expect([byA, byB]).toEqual(['2025-10-04', '2025-10-09']);
    expect(limit('XK-BZ-5', byA).dueOn).toBe('2025-10-14');
    expect(limit('XK-BZ-5', byB).dueOn).toBe('2025-10-15');
  });

  test('EX20: a Sunday worked in exchange is no day off, so nothing rolls', () => {
    const result = limit('XF-DJ-15', '2025-12-20');
    expect(result.rolledOn).toBe(result.strictOn);
  });

  test('EX43: the front page is yellow on the tenth of fourteen days', () => {
    const result = limit('WZ-SY-14', '2026-02-13');
    expect(civilDate(result.warnAt)).toBe('2026-02-23');
  });

  test('EX46: a count into a year without a calendar is provisional and names the year', () => {
    const result = limit('XK-JD-20', '2026-12-18');
    expect(result.provisional).toBe(true);
    expect(result.missingYears).toEqual([2027]);
  });
});

describe('vectors for time left and for yellow', () => {
  test.each([
    ['2025-10-09', '2025-10-13', 3],
    ['2026-02-12', '2026-02-27', 6],
    ['2026-02-27', '2026-02-27', 0],
    ['2026-02-27', '2026-02-12', -6],
    ['2025-10-05', '2025-10-03', 0],
  ])('at the end of %s, with the last day %s, %i working days are left', (from, dueOn, left) => {
    expect(remainingWorkingDays(calendar, plainDate(from), plainDate(dueOn))).toBe(left);
  });

  test('EX04: yellow four working days before by the share, one day by the plain rule', () => {
    // 20 working days that end on 2025-10-30, the example's due day.
    const input = { rule: rule('XK-JD-20'), from: plainDate('2025-09-26'), calendar };
    const byShare = computeLimit(input);
    expect(byShare.dueOn).toBe('2025-10-30');
    expect(byShare.warnAt).toBe('2025-10-23T16:00:00.000Z');
    const byOneDay = computeLimit({ ...input, rule: { ...input.rule, warnShare: 0 } });
    expect(civilDate(byOneDay.warnAt)).toBe('2025-10-29');
  });

  test('the last day is in time until 24:00 in Shanghai', () => {
    expect(limit('XK-BZ-5', '2026-02-13').overdueAt).toBe('2026-02-27T16:00:00.000Z');
  });
});
