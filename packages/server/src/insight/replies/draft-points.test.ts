import { describe, expect, it } from 'vitest';
import { draftPoints, unansweredPoints, type DraftPoint } from './draft-points.ts';

const letter = `南湖小区供暖问题
尊敬的领导：我家住南湖小区3栋。2025年11月20日交了供暖费1860元，到现在室温只有14度。
物业公司说是管网的事，县供热公司说是小区的事。请问什么时候能达到18度？
供暖费能否按天退还？希望领导重视，谢谢！`;

const shown = (points: readonly DraftPoint[]): [string, string][] =>
  points.map(({ kind, quote }) => [kind, quote]);

describe('what a reply should speak of', () => {
  it('is what the letter asks, and the days, sums, units and places that it names', () => {
    expect(shown(draftPoints(letter))).toEqual(
      expect.arrayContaining([
        ['ask', '请问什么时候能达到18度？'],
        ['ask', '供暖费能否按天退还？'],
        ['date', '2025年11月20日'],
        ['amount', '1860元'],
        ['place', '南湖小区'],
      ]),
    );
    const units = draftPoints(letter).filter(({ kind }) => kind === 'unit');
    expect(units.map(({ quote }) => quote)).toContainEqual(expect.stringContaining('供热公司'));
  });

  it('is not the courtesy at the end', () => {
    const asks = draftPoints(letter).filter(({ kind }) => kind === 'ask');
    expect(asks.map(({ quote }) => quote)).not.toContain('希望领导重视，谢谢！');
  });

  it('stands in the letter where it says, each once', () => {
    const points = draftPoints(letter + letter);
    for (const { quote, from, to } of points) expect((letter + letter).slice(from, to)).toBe(quote);
    expect(new Set(shown(points).map(String)).size).toBe(points.length);
  });

  it('is left open by a reply that does not touch it', () => {
    const reply = '经检测，南湖小区换热站故障已修复，12月2日起各户可以达到18度。';
    const open = shown(unansweredPoints(letter, reply));
    expect(open).toContainEqual(['ask', '供暖费能否按天退还？']);
    expect(open).toContainEqual(['amount', '1860元']);
    expect(open).not.toContainEqual(['ask', '请问什么时候能达到18度？']);
    expect(open).not.toContainEqual(['place', '南湖小区']);
  });

  it('names no place where a sentence only ends like one', () => {
    const dark = '河口路从镇医院到菜市场没有路灯，老人小孩走路害怕，找过镇政府';
    expect(shown(draftPoints(dark))).toEqual([]);
  });

  it('is nothing where nothing is asked or named', () => {
    expect(draftPoints('谢谢窗口的同志')).toEqual([]);
    expect(draftPoints('')).toEqual([]);
  });
});
