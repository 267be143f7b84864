import { describe, expect, it } from 'vitest';
import { keysOf } from './hand.ts';

describe('keys of a text', () => {
  it('are one for a digit or a letter, three for a Chinese character', () => {
    expect(keysOf('0001')).toBe(4);
    expect(keysOf('出差')).toBe(6);
    expect(keysOf('青石 A')).toBe(8);
  });
});
