import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { textKey, translator } from './locale.ts';
import { zhCN } from './zh-CN.ts';

const chinese: Readonly<Record<string, string>> = zhCN;
const english: Readonly<Record<string, string>> = en;
const keys = Object.keys(chinese);
const sources = import.meta.glob<string>(['../**/*.ts', '../**/*.tsx', '!./*.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const code = Object.entries(sources)
  .filter(([path]) => !/\.(test|examples)\.|\/examples\.ts$/.test(path))
  .map(([, text]) => text)
  .join('\n');
// One word after the prefix: `act.AcceptCase`, not `act.AcceptCase.lead`.
const isWord = (key: string, prefix: string) =>
  key.startsWith(prefix) && !key.slice(prefix.length).includes('.');
const params = (text = '') => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe('the texts', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(english)).toEqual(keys);
  });

  it.each(keys)('%s has the same parameters in both languages', (key) => {
    expect(params(english[key])).toEqual(params(chinese[key]));
  });

  it('are filled in both languages, and English holds no Chinese', () => {
    const empty = keys.filter((key) => chinese[key] === '' || english[key] === '');
    expect(empty).toEqual([]);
    const mixed = keys.filter((key) => /[\u4e00-\u9fff]/.test(english[key] ?? ''));
    // The switch to Chinese is written in Chinese: whoever needs it reads that.
    expect(mixed).toEqual(['user.language']);
  });

  it('are all used: by their key, or by a prefix with a word from data', () => {
    const prefixes = [
      ...[...code.matchAll(/t\(\s*`([\w.]+?)\$\{/g)].map(([, prefix]) => prefix ?? ''),
      ...[...code.matchAll(/textKey\('([\w.]+)'/g)].map(([, prefix]) => `${prefix}.`),
      ...[...code.matchAll(/code: `(id\.)\$\{/g)].map(([, prefix]) => prefix ?? ''),
    ];
    // Gathered once: looking through all the code for each key took seconds.
    const quoted = new Set([...code.matchAll(/(?<=(['"]))[\w.-]+(?=\1)/g)].map(([word]) => word));
    const unused = keys.filter(
      (key) => !quoted.has(key) && !prefixes.some((prefix) => isWord(key, prefix)),
    );
    expect(unused).toEqual([]);
  });
});

describe('a translator', () => {
  it('fills in parameters and leaves unknown ones visible', () => {
    const t = translator('zh-CN');
    expect(t('remaining.left', { days: 3 })).toBe('还剩 3 个工作日');
    expect(t('remaining.left')).toBe('还剩 {days} 个工作日');
    expect(translator('en')('remaining.late', { days: 2 })).toBe('2 working days late');
  });

  it('knows which words from data have a text', () => {
    expect(textKey('phase', 'accepted')).toBe('phase.accepted');
    expect(textKey('phase', 'unheard-of')).toBeUndefined();
  });
});
