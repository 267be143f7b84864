import { describe, expect, it } from 'vitest';
import { isQuickPattern } from './pattern-ways.ts';

describe('a pattern of a form field', () => {
  it.each([
    '^[0-9]{4}$',
    '^[A-Z]{2}[0-9]{6,8}$',
    '^\\w+@\\w+$',
    '^\\d+(\\.\\d{1,2})?$',
    '^(?:甲|乙|丙)第[0-9]+号$',
    '[(*+?{]',
    '^(?<year>20[0-9]{2})-[0-9]+$',
  ])('%s is tried in few ways', (pattern) => {
    expect(isQuickPattern(pattern)).toBe(true);
    expect(new RegExp(pattern, 'u')).toBeInstanceOf(RegExp);
  });

  it.each([
    '^(a+)+$',
    '^(a|a)*$',
    '^(?:a?){30}a{30}$',
    `^${'a?'.repeat(30)}${'a'.repeat(30)}$`,
    '^(.*)(.*)(.*)(.*)x$',
    '.*.*x',
    '^((ab)*)*$',
    '^(a)\\1$',
    '^(?=a)a$',
    '^(?:[a-z]{1,9}){1,9}$',
  ])('%s in too many', (pattern) => {
    expect(isQuickPattern(pattern)).toBe(false);
  });
});
