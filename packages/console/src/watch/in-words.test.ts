import { factNames } from '@yichuang/kernel/watch';
import { describe, expect, test } from 'vitest';
import { translator } from '../texts/locale.ts';
import { factValue, factWord, inWords, placesInWords } from './in-words.ts';
import { lastQuarter } from './last-quarter.ts';

const zh = translator('zh-CN');
const en = translator('en');
const days = { days: { value: 3, name: '天数', why: '三天' } };

describe('a condition in words', () => {
  test('names, thresholds, values and operators are said as people say them', () => {
    const rule = { when: 'it.level = "step" and it.daysLate >= p.days', parameters: days };
    expect(inWords(rule, zh)).toBe('“期限类别”是“环节”且“超期天数”不少于 3');
    expect(inWords(rule, en)).toBe('“level of the limit” is “step” and “days late” at least 3');
  });

  test('not, and what is of the whole case', () => {
    expect(inWords({ when: 'not(case.isLate)' }, zh)).toBe('并非 (办件的“已超期”)');
  });

  test('a sentence shows what will stand in its places', () => {
    const says = '{case.number} 已超 {it.daysLate} 天，多于 {p.days} 天';
    expect(placesInWords({ says, parameters: days }, zh, 'zh-CN')).toBe(
      '〔编号〕已超〔超期天数〕天，多于 3 天',
    );
  });

  test('a day is written out, an hour as clocks show it', () => {
    expect(factValue('dueOn', '2026-12-02', zh, 'zh-CN')).toBe('2026年12月2日（周三）');
    expect(factValue('hour', 1.9166666, en, 'en')).toBe('01:55');
  });

  test('every fact that a condition may read has a word', () => {
    const names = [...new Set(Object.values(factNames).flat())];
    expect(names.filter((name) => factWord(name, zh) === name)).toEqual([]);
    expect(factWord('refusedShareMean', zh)).toBe('不予受理率 平均');
  });
});

test('a trial looks at the quarter before, and what came since', () => {
  expect(lastQuarter('2026-11-22')).toEqual({ from: '2026-07-01', until: '2026-11-22' });
  expect(lastQuarter('2026-02-03')).toEqual({ from: '2025-10-01', until: '2026-02-03' });
});
