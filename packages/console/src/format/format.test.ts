import { describe, expect, it } from 'vitest';
import { translator } from '../texts/locale.ts';
import { formatBytes } from './format-bytes.ts';
import { dayOf, formatAt, formatDay, formatShortAt } from './format-day.ts';
import { formatPeriod } from './format-period.ts';
import { formatRemaining } from './format-remaining.ts';

describe('periods', () => {
  it.each([
    ['2026-11', '2026年11月', 'November 2026'],
    ['2026-Q4', '2026年第4季度', 'Q4 2026'],
    ['2026-H1', '2026年上半年', 'First half of 2026'],
    ['2026', '2026年', '2026'],
  ])('%s is %s, in English %s', (name, zh, en) => {
    expect(formatPeriod(name, { t: translator('zh-CN'), locale: 'zh-CN' })).toBe(zh);
    expect(formatPeriod(name, { t: translator('en'), locale: 'en' })).toBe(en);
  });
});

describe('days and instants, as they are in Shanghai', () => {
  it('writes a day with its weekday', () => {
    expect(formatDay('2026-11-22', 'zh-CN')).toBe('2026年11月22日（周日）');
    expect(formatDay('2026-11-22', 'en')).toBe('Sun, 22 Nov 2026');
    expect(formatDay('2026-01-05', 'zh-CN')).toBe('2026年1月5日（周一）');
  });

  it('moves an instant into the next day where Shanghai is ahead', () => {
    expect(formatAt('2026-11-22T16:30:00.000Z', 'zh-CN')).toBe('2026年11月23日 00:30');
    expect(formatAt('2026-11-22T16:30:00.000Z', 'en')).toBe('23 Nov 2026, 00:30');
    expect(dayOf('2026-11-22T16:30:00.000Z')).toBe('2026-11-23');
  });

  it('leaves out this year in dense lists, and only this year', () => {
    const now = '2026-11-22T06:00:00.000Z';
    expect(formatShortAt('2026-03-01T01:05:00.000Z', now)).toBe('03-01 09:05');
    expect(formatShortAt('2025-12-31T15:59:00.000Z', now)).toBe('2025-12-31 23:59');
    expect(formatShortAt('2025-12-31T16:00:00.000Z', now)).toBe('01-01 00:00');
  });
});

describe('what is left of a limit', () => {
  const t = translator('zh-CN');

  it.each([
    [{ light: 'green', remainingDays: 3 }, '还剩 3 个工作日'],
    [{ light: 'yellow', remainingDays: 1 }, '还剩 1 个工作日'],
    [{ light: 'yellow', remainingDays: 0 }, '今天到期'],
    [{ light: 'red', remainingDays: -1 }, '已超期 1 个工作日'],
    [{ light: 'red', remainingDays: -2 }, '已超期 2 个工作日'],
    [{ light: 'grey' }, '停表中'],
    [{ light: 'green' }, ''],
    [{ light: 'green', remainingDays: 3, isStopped: true }, '已停止'],
  ])('%j reads %s', (remaining, text) => {
    expect(formatRemaining(remaining, t)).toBe(text);
  });
});

describe('sizes of files', () => {
  it.each([
    [512, '512 B'],
    [92_160, '90 KB'],
    [1_572_864, '1.5 MB'],
    [10_485_760, '10 MB'],
  ])('%i is %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
