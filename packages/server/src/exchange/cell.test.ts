import { describe, expect, it } from 'vitest';
import type { UploadColumn, UploadShape } from '../catalogue/index.ts';
import { cellOf } from './cell.ts';

const shape: UploadShape = {
  id: 'x',
  version: 1,
  name: 'x',
  nameEn: 'x',
  source: 'x',
  standstillHours: 1,
  codeLists: { way: { source: 'x', codes: { '1': '窗口' } } },
  tables: [],
};

function cell(type: string, value: unknown, change: Partial<UploadColumn> = {}) {
  const column = { name: 'c', title: '列', type, value: 'a.b', ...change };
  return cellOf(column, { a: { b: value } }, { shape, open: (sealed) => `open ${sealed}` });
}

describe('a cell', () => {
  it.each([
    ['an..5', '张三', '张三'],
    ['an..5', '  张三 ', '张三'],
    ['an..2', '𠀀𠀁', '𠀀𠀁'],
    ['n..9', 12, '12'],
    ['n..16,2', 12.5, '12.50'],
    ['n..12', '999921', '999921'],
    ['YYYYMMDD', '2026-11-22', '20261122'],
    ['YYYYMMDD', '2026-11-22T17:30:00.000Z', '20261123'],
    ['YYYYMMDDhhmmss', '2026-11-22T17:30:05.000Z', '20261123013005'],
    ['YYYYMMDDhhmmss', '2026-11-22', '20261122000000'],
    ['an..40', 'sealed:k1.xyz', 'open sealed:k1.xyz'],
  ])('of %s tells %j as %j', (type, value, text) => {
    expect(cell(type, value)).toBe(text);
  });

  it.each([
    ['an..2', '一二三', 'too-long'],
    ['an3', '一二', 'wrong-length'],
    ['n..3', 1234, 'too-long'],
    ['n..3', '12a', 'not-a-number'],
    ['n..9', -1, 'not-a-number'],
    ['n..9', 1.5, 'not-a-number'],
    ['YYYYMMDD', 'tomorrow', 'not-a-time'],
    ['YYYYMMDD', '2026-02-30', 'not-a-time'],
  ])('of %s refuses %j: %s', (type, value, code) => {
    expect(cell(type, value)).toMatchObject({ column: 'c', title: '列', code });
  });

  it('that is empty is absent, and a problem only where it is required', () => {
    expect(cell('an..5', null)).toBeUndefined();
    expect(cell('an..5', '', { isRequired: true })).toMatchObject({ code: 'missing' });
    expect(cell('an..5', { b: 1 }, { isRequired: true })).toMatchObject({ code: 'missing' });
  });

  it('is cut, mapped and looked up where its column says so', () => {
    expect(cell('an..4', '一二三四五', { isCut: true })).toBe('一二三…');
    expect(cell('an1', 'counter', { map: { counter: '1' }, list: 'way' })).toBe('1');
    expect(cell('an1', '7', { list: 'way' })).toMatchObject({ code: 'not-in-list', wanted: 'way' });
    expect(cell('an..9', 'online', { map: { counter: '1' } })).toMatchObject({
      code: 'not-in-list',
    });
    expect(cell('an..9', 'online', { map: { counter: '1' }, keepsOthers: true })).toBe('online');
  });

  it('takes FEEL, and nothing from what an object inherits', () => {
    expect(cell('an..9', 2, { value: 'if a.b = 2 then "two" else null' })).toBe('two');
    expect(cell('an..99', 2, { value: 'a.constructor' })).toBeUndefined();
  });
});
