import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { translator } from './translate.ts';
import { zhCN } from './zh-CN.ts';

const source = join(import.meta.dirname, '..');
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter(
    (path) => path.endsWith('.ts') && !/\.test\.ts$|\.examples\.ts$|^texts\/(en|zh)/.test(path),
  )
  .map((path) => readFileSync(join(source, path), 'utf8'))
  .join('\n');

// English names its months, Chinese numbers them: one parameter in two spellings.
const paramsOf = (text: string) => {
  const names = [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name);
  return [...new Set(names.map((name) => (name === 'monthName' ? 'month' : name)))].toSorted();
};

describe('texts', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zhCN));
  });

  it('have the same parameters in both languages', () => {
    const different = Object.entries(zhCN)
      .filter(([key, text]) => {
        const other = en[key as keyof typeof zhCN];
        return paramsOf(text).join() !== paramsOf(other).join();
      })
      .map(([key]) => key);
    expect(different).toEqual([]);
  });

  it('are all used: by their whole key or by the head that a template names', () => {
    const heads = [...code.matchAll(/`([\w.-]+[.-])\$\{[^}]*\}([\w.-]*)`/g)].map(
      ([, head, tail]) => [head ?? '', tail ?? ''] as const,
    );
    const unused = Object.keys(zhCN).filter(
      (key) =>
        !code.includes(`'${key}'`) &&
        !heads.some(([head, tail]) => key.startsWith(head) && key.endsWith(tail)),
    );
    expect(unused).toEqual([]);
  });

  it('are never empty, and Chinese stands in the Chinese file only', () => {
    expect(Object.values(zhCN).filter((text) => text === '')).toEqual([]);
    const chinese = Object.entries(en).filter(([, text]) => /[\u4e00-\u9fff]/.test(text));
    expect(chinese.map(([key]) => key)).toEqual(['nav.other-language']);
  });
});

describe('translator', () => {
  it('picks the singular for one only', () => {
    const t = translator('en');
    expect(t('clock.left.working', { n: 1 })).toBe('1 working day left');
    expect(t('clock.left.working', { n: 3 })).toBe('3 working days left');
    expect(translator('zh-CN')('clock.left.working', { n: 3 })).toBe('还剩 3 个工作日');
  });

  it('throws when a parameter is missing, rather than showing a hole', () => {
    expect(() => translator('en')('clock.left.working')).toThrow('lacks the parameter n');
  });
});
