import type { AssessmentScheme } from '@yichuang/contracts';
import { describe, expect, it } from 'vitest';
import {
  isWhole,
  keptValue,
  newLine,
  newVeto,
  typedValue,
  vetoCounts,
  withGrade,
  type SchemeIndicator,
} from './scheme-edits.ts';

const overdue: SchemeIndicator = {
  id: 'overdue',
  name: '超期率',
  kind: 'share',
  better: 'lower',
  of: 'overdue',
};
const onTime: SchemeIndicator = { ...overdue, id: 'on-time', better: 'higher', of: 'onTime' };
const best = { name: '优', nameEn: 'best', least: 90 };
const rest = { name: '余', nameEn: 'rest', least: 0 };
const whole: AssessmentScheme = {
  lines: [newLine(onTime), newLine(overdue)],
  vetoes: [],
  grades: [best, rest],
};

describe('a scheme that is written', () => {
  it('begins a line with the better value at the end that earns all', () => {
    expect(newLine(onTime)).toMatchObject({ zero: 0, full: 1 });
    expect(newLine(overdue)).toMatchObject({ zero: 1, full: 0 });
  });

  it('takes shares in percent, and nothing of a fraction is lost', () => {
    for (let n = 0; n <= 1000; n += 1) {
      expect(typedValue(keptValue(n / 10, 'share'), 'share')).toBe(n / 10);
    }
    expect(keptValue(2.5, 'mean')).toBe(2.5);
  });

  it('is whole with lines that differ, names in both languages, and grades down to 0', () => {
    const [first] = whole.lines;
    if (first === undefined) throw new Error('there is a first line');
    const wrong: AssessmentScheme[] = [
      { ...whole, lines: [] },
      { ...whole, lines: [{ ...first, full: first.zero }] },
      { ...whole, lines: [{ ...first, weight: 0 }] },
      { ...whole, vetoes: [newVeto(overdue, [])] },
      { ...whole, grades: [rest, best] },
      { ...whole, grades: [best, { ...rest, least: 60 }] },
      { ...whole, grades: [{ ...best, nameEn: ' ' }, rest] },
    ];
    expect(isWhole(whole)).toBe(true);
    expect(wrong.map(isWhole)).toEqual(wrong.map(() => false));
  });

  it('vetoes by counts of which less is better, each offered once, under ids of its own', () => {
    const late = { ...overdue, id: 'late', of: 'overdue' };
    expect(vetoCounts([onTime, overdue, late])).toEqual([overdue]);
    const one = newVeto(overdue, []);
    expect(newVeto(overdue, [one]).id).toBe('overdue-2');
  });

  it('puts a new grade above the last', () => {
    expect(withGrade([best, rest]).map(({ least }) => least)).toEqual([90, 45, 0]);
  });
});
