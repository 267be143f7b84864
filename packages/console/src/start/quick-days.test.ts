import { plainDate } from '@yichuang/kernel/time';
import { describe, expect, it } from 'vitest';
import { isChosen, quickDays, quickSpans, withOrder } from './quick-days.ts';

const today = plainDate('2026-11-30');
const span = { by: 'days', from: 'a', to: 'b', fromHalf: 'x', toHalf: 'y', unit: 'WD' } as const;

describe('quick picks', () => {
  it('count from the office’s day, over the end of a month', () => {
    expect(quickDays(today).map(({ day }) => day)).toEqual([
      '2026-11-30',
      '2026-12-01',
      '2026-12-02',
    ]);
  });

  it('fill both days and both halves at once', () => {
    const [first, second] = quickSpans(span, today);
    expect(first?.data).toEqual({ a: '2026-11-30', b: '2026-11-30', x: 'am', y: 'pm' });
    expect(second?.data).toMatchObject({ a: '2026-12-01', b: '2026-12-01' });
    const afternoon = quickSpans(span, today).find(({ key }) => key === 'start.thisAfternoon');
    expect(afternoon?.data).toMatchObject({ x: 'pm', y: 'pm' });
  });

  it('leave halves out of forms without halves', () => {
    const whole = { by: 'days', from: 'a', to: 'b', unit: 'CD' } as const;
    const keys = quickSpans(whole, today).flatMap(({ data }) => Object.keys(data));
    expect(new Set(keys)).toEqual(new Set(['a', 'b']));
  });

  it('are shown as chosen while the form says just that', () => {
    const [first] = quickSpans(span, today);
    if (first === undefined) throw new Error('no quick pick');
    expect(isChosen(first, { ...first.data, reason: '' })).toBe(true);
    expect(isChosen(first, { ...first.data, y: 'am' })).toBe(false);
  });
});

describe('two days', () => {
  it('stay in order: the one that was not touched moves along', () => {
    const form = { a: '2026-12-04', b: '2026-12-01' };
    expect(withOrder(form, 'a', span)).toEqual({ a: '2026-12-04', b: '2026-12-04' });
    expect(withOrder(form, 'b', span)).toEqual({ a: '2026-12-01', b: '2026-12-01' });
  });

  it('in order are left alone, as is what is no day', () => {
    const form = { a: '2026-12-01', b: '2026-12-04' };
    expect(withOrder(form, 'a', span)).toBe(form);
    expect(withOrder({ a: 'x', b: '' }, 'a', span)).toEqual({ a: 'x', b: '' });
  });
});
