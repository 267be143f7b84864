import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  computeLimit,
  daysBetween,
  explainLimit,
  isWorkingDay,
  type LimitInput,
  type LimitRule,
  lightAt,
  makeCalendar,
  parseCalendarYear,
  plainDate,
  type PlainDate,
  remainingWorkingDays,
  startOfDay,
  type Suspension,
} from './index.ts';

const folder = new URL('../../../../packs/statutes/calendar/', import.meta.url);
const calendar = makeCalendar(
  [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].map((year) =>
    parseCalendarYear(JSON.parse(readFileSync(new URL(`${year}.json`, folder), 'utf8'))),
  ),
);

const rules = fc.record({
  id: fc.constant('T'),
  name: fc.constant('test'),
  basis: fc.constant({ law: 'test', article: '1' }),
  trigger: fc.constant('start'),
  amount: fc.integer({ min: 1, max: 60 }),
  unit: fc.constantFrom('WD' as const, 'CD' as const),
  direction: fc.constant('forward' as const),
  suspendedBy: fc.constant(['hearing']),
  roll: fc.constant('none' as const),
  onExpiry: fc.constant('overdue' as const),
  level: fc.constant('L' as const),
}) satisfies fc.Arbitrary<LimitRule>;

// Day 0 lies so that 60 days and all suspensions stay inside the published years.
const days0 = fc.nat({ max: 2900 }).map((offset) => addDays(plainDate('2018-01-01'), offset));

interface Span {
  readonly offset: number;
  readonly length: number;
}
const spans = fc.record({ offset: fc.nat({ max: 80 }), length: fc.nat({ max: 30 }) });

function suspension(day0: PlainDate, { offset, length }: Span, i = 0): Suspension {
  const from = addDays(day0, offset);
  return { id: `s${i}`, reason: 'hearing', from, to: addDays(from, length) };
}

const inputs = fc
  .tuple(rules, days0, fc.array(spans, { maxLength: 4 }))
  .map(([rule, from, list]): LimitInput => {
    const suspensions = list.map((span, i) => suspension(from, span, i));
    return { rule, from, suspensions, calendar };
  });

describe('laws of limits', () => {
  test('the days counted are exactly the amount, in order, and the last is the due day', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const counted = explainLimit(input).filter((day) => day.n !== undefined);
        const numbers = Array.from({ length: input.rule.amount }, (_, i) => i + 1);
        expect(counted.map((day) => day.n)).toEqual(numbers);
        expect(counted.at(-1)?.date).toBe(computeLimit(input).dueOn);
        expect(computeLimit(input).countedDays).toBe(input.rule.amount);
      }),
    );
  });

  test('a day that a suspension excludes is never counted, and any other is', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        for (const day of explainLimit(input).slice(1)) {
          const isExcluded = (input.suspensions ?? []).some(
            ({ from, to }) => from < day.date && day.date <= (to ?? from),
          );
          const counts = input.rule.unit === 'CD' || isWorkingDay(calendar, day.date);
          expect(day.n !== undefined).toBe(!isExcluded && counts);
        }
      }),
    );
  });

  test('the same suspension twice, or in another order, changes nothing', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const suspensions = input.suspensions ?? [];
        const doubled = [...suspensions, ...suspensions].toReversed();
        expect(computeLimit({ ...input, suspensions: doubled })).toEqual(computeLimit(input));
      }),
    );
  });

  test('one more suspension never makes it earlier, and at most later by its length', () => {
    fc.assert(
      fc.property(inputs, spans, (input, span) => {
        const added = suspension(input.from, span, 9);
        const before = computeLimit(input).dueOn;
        const more = { ...input, suspensions: [...(input.suspensions ?? []), added] };
        const after = computeLimit(more).dueOn;
        expect(after >= before).toBe(true);
        const moved =
          input.rule.unit === 'CD'
            ? daysBetween(before, after)
            : remainingWorkingDays(calendar, before, after);
        // Days that other suspensions exclude behind the old last day come on top.
        const others = (input.suspensions ?? []).map(({ from, to }) =>
          daysBetween(from, to ?? from),
        );
        const bound = others.reduce((sum, length) => sum + length, span.length);
        expect(moved).toBeLessThanOrEqual(bound);
      }),
    );
  });

  test('a suspension split in two changes nothing', () => {
    fc.assert(
      fc.property(inputs, spans, fc.nat({ max: 30 }), (input, span, cut) => {
        const whole = suspension(input.from, span, 9);
        const middle = addDays(whole.from, Math.min(cut, span.length));
        const halves = [
          { ...whole, to: middle },
          { ...whole, id: 's10', from: middle },
        ];
        const others = input.suspensions ?? [];
        const split = computeLimit({ ...input, suspensions: [...others, ...halves] });
        expect(split).toEqual(computeLimit({ ...input, suspensions: [...others, whole] }));
      }),
    );
  });

  test('more time or a later start never makes it earlier', () => {
    fc.assert(
      fc.property(inputs, fc.nat({ max: 20 }), (input, more) => {
        const due = computeLimit(input).dueOn;
        expect(computeLimit({ ...input, amount: input.rule.amount + more }).dueOn >= due).toBe(
          true,
        );
        const later = { ...input, from: addDays(input.from, more) };
        expect(computeLimit(later).dueOn >= due).toBe(true);
      }),
    );
  });

  test('an extension is as good as a larger amount', () => {
    fc.assert(
      fc.property(inputs, fc.nat({ max: 20 }), (input, amount) => {
        const extended = computeLimit({ ...input, extensions: [{ amount }] });
        expect(extended).toEqual(computeLimit({ ...input, amount: input.rule.amount + amount }));
      }),
    );
  });

  test('the lights come in order: day 0, warning, last day, red', () => {
    fc.assert(
      fc.property(inputs, fc.integer({ min: -5, max: 200 }), (input, offset) => {
        const result = computeLimit(input);
        expect(result.warnAt >= startOfDay(input.from)).toBe(true);
        expect(result.warnAt < result.overdueAt).toBe(true);
        const date = addDays(input.from, offset);
        const light = lightAt(result, startOfDay(date), { suspended: false });
        expect(light === 'red').toBe(date > result.dueOn);
      }),
    );
  });

  test('yellow begins when the default number of working days is left', () => {
    const unsuspended = fc.tuple(rules, days0).filter(([rule]) => rule.unit === 'WD');
    fc.assert(
      fc.property(unsuspended, ([rule, from]) => {
        const { warnAt, dueOn } = computeLimit({ rule, from, calendar });
        const left = Math.max(1, Math.floor(0.2 * rule.amount));
        let first = from;
        while (remainingWorkingDays(calendar, first, dueOn) > left) first = addDays(first, 1);
        expect(warnAt).toBe(startOfDay(first));
      }),
    );
  });

  test('counting back from the due day comes to day 0, or to days off beside it', () => {
    const unsuspended = fc.tuple(rules, days0).filter(([rule]) => rule.unit === 'WD');
    fc.assert(
      fc.property(unsuspended, ([rule, from]) => {
        const { dueOn } = computeLimit({ rule, from, calendar });
        const backward = { ...rule, direction: 'backward' as const };
        const back = computeLimit({ rule: backward, from: dueOn, calendar }).dueOn;
        expect(back <= from).toBe(true);
        expect(remainingWorkingDays(calendar, back, from)).toBe(0);
      }),
    );
  });

  test('what is left on day 0 is the amount, and time left plus time used is constant', () => {
    const unsuspended = fc.tuple(rules, days0).filter(([rule]) => rule.unit === 'WD');
    fc.assert(
      fc.property(unsuspended, fc.nat({ max: 100 }), ([rule, from], offset) => {
        const { dueOn } = computeLimit({ rule, from, calendar });
        expect(remainingWorkingDays(calendar, from, dueOn)).toBe(rule.amount);
        const now = addDays(from, offset);
        const used = remainingWorkingDays(calendar, from, now);
        expect(used + remainingWorkingDays(calendar, now, dueOn)).toBe(rule.amount);
      }),
    );
  });
});
