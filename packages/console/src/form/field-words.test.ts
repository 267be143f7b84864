import { describe, expect, it } from 'vitest';
import { constructionPermit } from '../examples/item.examples.ts';
import { translator } from '../texts/locale.ts';
import { showProblem, showValue, titleOf } from './field-words.ts';
import { toText, toValue } from './typed-value.ts';

const properties = constructionPermit.form?.schema.properties ?? {};
const schemaOf = (name: string) => {
  const schema = properties[name];
  if (schema === undefined) throw new Error(`the example has no field ${name}`);
  return schema;
};
const words = { t: translator('zh-CN'), locale: 'zh-CN' as const };

describe('values as people read them', () => {
  it.each([
    ['buildingArea', 12_800.5, '12,800.5 平方米'],
    ['startOn', '2027-01-05', '2027年1月5日（周二）'],
    ['isSupervised', true, '是'],
    ['isSupervised', false, '否'],
    ['mobile', 'sealed:abc', '已加密保存'],
    ['projectName', '', ''],
    ['projectName', null, ''],
  ])('%s %j is %s', (name, value, text) => {
    expect(showValue(schemaOf(name), value, words)).toBe(text);
  });

  it('name a unit, not its id, where its name is known', () => {
    const unit = { ...schemaOf('projectName'), format: 'org' as const };
    const orgNames = { 'county/zjj': '住建局' };
    expect(showValue(unit, 'county/zjj', { ...words, orgNames })).toBe('住建局');
    expect(showValue(unit, 'county/xfj', { ...words, orgNames })).toBe('county/xfj');
  });

  it('have their titles in the reader’s language, Chinese where there is no other', () => {
    expect(titleOf(schemaOf('projectName'), 'en')).toBe('Name');
    expect(titleOf(schemaOf('buildingArea'), 'en')).toBe('建筑面积');
  });

  it('say a problem with the field’s title', () => {
    const problem = { field: 'buildingArea', code: 'field-too-small' as const };
    const text = showProblem(
      { ...problem, params: { minimum: 1 } },
      schemaOf('buildingArea'),
      words,
    );
    expect(text).toBe('建筑面积不能小于 1');
  });
});

describe('what is typed', () => {
  it.each([
    ['buildingArea', ' 1,200.5 ', 1200.5],
    ['buildingArea', 'many', 'many'],
    ['buildingArea', '', null],
    ['isSupervised', 'true', true],
    ['isSupervised', 'false', false],
    ['mobile', ' １99 0000 0002', '19900000002'],
    ['projectName', '青石 花园', '青石 花园'],
  ])('%s %j is stored as %j', (name, text, value) => {
    expect(toValue(schemaOf(name), text)).toBe(value);
  });

  it('of nothing is an empty box', () => {
    expect([toText(undefined), toText(null), toText(0), toText(false)]).toEqual([
      '',
      '',
      '0',
      'false',
    ]);
  });
});
