import { addMs, civilDate, instant } from '@yichuang/kernel/time';
import { describe, expect, it } from 'vitest';
import { CLOSING_MS } from './closing.ts';
import { PUBLISHING_TIME } from './publish-roots.ts';

describe('the time of publishing', () => {
  it('comes after yesterday has closed, on the first day on which it can', () => {
    const [minute = '', hour = ''] = PUBLISHING_TIME.split(' ');
    const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
    const at = instant(`2026-11-21T${time}:00.000Z`);
    expect(civilDate(at)).toBe('2026-11-22');
    expect(civilDate(addMs(at, -CLOSING_MS))).toBe('2026-11-22');
  });
});
