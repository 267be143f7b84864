import { describe, expect, it } from 'vitest';
import { pageLabel } from './page-label.ts';

describe('the label of a page', () => {
  it('is the name of its file', () => {
    expect(pageLabel('营业执照（正本）.jpg')).toBe('营业执照（正本）.jpg');
  });

  it.each([
    ['a NUL', 'a\u0000b.jpg', 'ab.jpg'],
    ['a line end', 'a\r\nset-cookie: x=1', 'aset-cookie: x=1'],
    ['half of a surrogate pair', 'a\ud800b', 'ab'],
  ])('leaves out %s', (_, name, label) => {
    expect(pageLabel(name)).toBe(label);
  });

  it('is at most 200 long and ends in a whole character', () => {
    expect(pageLabel('甲'.repeat(500))).toHaveLength(200);
    const cut = pageLabel(`a${'😀'.repeat(150)}`);
    expect(cut.length).toBeLessThanOrEqual(200);
    expect(() => encodeURIComponent(cut)).not.toThrow();
  });
});
