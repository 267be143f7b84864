import type { BundleQuestionView } from '@yichuang/contracts';
import type { FormDefinition } from '@yichuang/kernel/form';
import { checkField } from '@yichuang/kernel/form';
import type { PlainDate } from '@yichuang/kernel/time';
import { describe, expect, it } from 'vitest';
import { answersOf, givenAnswers, questionField, withAnswers } from './bundle-answers.ts';

const form: FormDefinition = {
  sections: [],
  schema: {
    type: 'object',
    properties: {
      area: { title: '建筑面积', type: 'number', readOnly: true },
      partFire: { title: '消防检查', type: 'boolean', readOnly: true },
      tradeName: { title: '名称', type: 'string' },
    },
    required: [],
  },
};
const area: BundleQuestionView = {
  id: 'area',
  kind: 'number',
  text: '店面的建筑面积有多大？',
  short: '建筑面积',
  hint: '包括厨房',
  unit: '平方米',
  minimum: 1,
  maximum: 5000,
};

describe('a question at the counter', () => {
  it('is a field with its unit, hint and bounds', () => {
    const field = questionField(area);
    expect(field).toMatchObject({ title: area.text, description: '包括厨房', 'x-unit': '平方米' });
    expect(checkField('area', field, 6000, '2026-11-22' as PlainDate)).toHaveLength(1);
    expect(checkField('area', field, 80, '2026-11-22' as PlainDate)).toEqual([]);
  });

  it('offers its options by their labels', () => {
    const options = [
      { value: 'hot', label: '热菜' },
      { value: 'cold', label: '凉菜' },
    ];
    const question = { id: 'food', kind: 'choice', text: '卖什么？', short: '卖什么', options };
    expect(questionField(question as BundleQuestionView)).toMatchObject({
      enum: ['hot', 'cold'],
      'x-enum-titles': { hot: '热菜', cold: '凉菜' },
    });
    expect(questionField({ ...area, kind: 'yes-no' }).type).toBe('boolean');
  });
});

describe('the answers at the counter', () => {
  it('leave out what is empty, and what no answer can be', () => {
    const texts = { area: '80', sign: ' ', foodKind: 'x'.repeat(101) };
    expect(givenAnswers(texts)).toEqual({ area: '80' });
  });

  it('are what nobody types in a draft; what was typed stays when they change', () => {
    const data = { area: 80, partFire: true, tradeName: '小满面馆' };
    expect(answersOf(form, data)).toEqual({ area: '80', partFire: 'true' });
    const typed = { area: '30', partFire: 'false', tradeName: '小满' };
    expect(withAnswers(form, typed, data)).toEqual({
      area: '80',
      partFire: 'true',
      tradeName: '小满',
    });
  });
});
