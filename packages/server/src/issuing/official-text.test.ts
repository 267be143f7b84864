import { describe, expect, test } from 'vitest';
import {
  chineseDate,
  chineseNumber,
  citation,
  citations,
  clause,
  grouped,
} from './official-text.ts';

describe('numbers and dates of official letters', () => {
  test.each([
    [0, '零'],
    [7, '七'],
    [10, '十'],
    [15, '十五'],
    [20, '二十'],
    [45, '四十五'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [120, '一百二十'],
    [1001, '一千零一'],
    [9999, '九千九百九十九'],
  ])('%i is %s', (value, text) => {
    expect(chineseNumber(value)).toBe(text);
  });

  test.each([-1, 1.5, 10_000])('%d is none', (value) => {
    expect(() => chineseNumber(value)).toThrow(RangeError);
  });

  test('dates are without leading zeros, thousands are grouped, fractions are kept', () => {
    expect(chineseDate('2026-01-02')).toBe('2026年1月2日');
    expect(grouped(28_640.5)).toBe('28,640.5');
    expect(grouped('1234567.890')).toBe('1,234,567.890');
    expect(grouped(999)).toBe('999');
  });
});

describe('sentences and citations', () => {
  test('a clerk’s full stop does not double ours', () => {
    expect(clause(' 未加盖公章。 ')).toBe('未加盖公章');
    expect(clause('未加盖公章；')).toBe('未加盖公章');
    expect(clause('见第3.2条')).toBe('见第3.2条');
  });

  test('the number of a document stands behind its title', () => {
    const law = '关于加快发展保障性租赁住房的意见（国办发〔2021〕22号）';
    expect(citation({ law, article: '二（七）' })).toBe(
      '《关于加快发展保障性租赁住房的意见》（国办发〔2021〕22号）二（七）',
    );
  });

  test('articles of one law stand behind one title, each once', () => {
    const law = '中华人民共和国建筑法';
    const other = { law: '建筑工程施工许可管理办法', article: '第四条' };
    expect(
      citations([
        { law, article: '第七条' },
        other,
        { law, article: '第八条' },
        { law, article: '第七条' },
      ]),
    ).toEqual(['《中华人民共和国建筑法》第七条、第八条', '《建筑工程施工许可管理办法》第四条']);
  });
});
