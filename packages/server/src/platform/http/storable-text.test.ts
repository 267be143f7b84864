import { describe, expect, it } from 'vitest';
import { isStorable } from './storable-text.ts';

describe('text that can be stored', () => {
  it.each([
    ['Chinese, beyond the first plane too', '𠮷野家 🀄'],
    ['line breaks and tabs', 'a\r\n\tb'],
    ['an object of anything else', { a: [1, null, true, { b: 'c' }] }],
    ['nothing', undefined],
  ])('is %s', (_, value) => {
    expect(isStorable(value)).toBe(true);
  });

  it.each([
    ['U+0000', 'a\u0000b'],
    ['half a pair', 'a\ud83c'],
    ['the other half', '\udc04a'],
    ['either deep inside', { a: [{ b: ['\u0000'] }] }],
    ['either in a name', { 'a\u0000': 1 }],
  ])('is not %s', (_, value) => {
    expect(isStorable(value)).toBe(false);
  });
});
