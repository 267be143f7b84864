import { describe, expect, it } from 'vitest';
import { dayAndTime, fullTime, longDay, plainDay } from './dates.ts';
import { translator } from './translate.ts';

const zh = translator('zh-CN');
const en = translator('en');

describe('days and times as people read them', () => {
  it('writes days with their weekday', () => {
    expect(longDay(zh, '2026-11-22')).toBe('2026年11月22日（周日）');
    expect(longDay(en, '2026-11-22')).toBe('Sunday 22 November 2026');
    expect(plainDay(zh, '2026-01-05')).toBe('2026年1月5日');
  });

  it('tells the time of Shanghai, also past its midnight', () => {
    expect(fullTime(zh, '2026-11-22T17:05:00.000Z')).toBe('2026年11月23日 01:05');
    expect(dayAndTime(en, '2026-12-31T15:59:00.000Z')).toBe('31 December, 23:59');
  });
});
