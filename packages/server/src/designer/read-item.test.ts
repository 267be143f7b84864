import { Type } from '@sinclair/typebox';
import { describe, expect, it } from 'vitest';
import { blankItem } from './blank-item.ts';
import { lenientSchema } from './lenient-schema.ts';
import { checkShape } from '../catalogue/index.ts';
import { readItem } from './read-item.ts';

const blank = blankItem({ name: '演示', orgId: 'yunxi', lifecycle: 'licensing' });

describe('an item under construction', () => {
  it('is read while texts are empty, lists have nothing and numbers are out of bounds', () => {
    const unfinished = {
      ...blank,
      code: '',
      name: '',
      visits: -1,
      statutoryLimit: { ruleId: '', amount: 0 },
      form: { sections: [], schema: { type: 'object', properties: {}, required: ['x', 'x'] } },
      flow: { main: { kind: 'sequence', id: '', name: '', children: [] } },
    };
    expect(readItem(unfinished, 'yunxi')).toMatchObject({ ok: true });
  });

  it('is not read when a part is missing, misspelt or of another kind', () => {
    const { name: _, ...nameless } = blank;
    for (const [wrong, pointer] of [
      [nameless, '/name'],
      [{ ...blank, nmae: 'x' }, '/nmae'],
      [{ ...blank, visits: 'many' }, '/visits'],
      [{ ...blank, handlingMode: 'somehow' }, '/handlingMode'],
      [{ ...blank, flow: { main: { kind: 'jump' } } }, '/flow/main/kind'],
      [null, ''],
      ['item', ''],
      [[], ''],
    ] as const) {
      const read = readItem(wrong, 'yunxi');
      expect(read.ok ? 'read' : read.problems[0]?.pointer).toBe(pointer);
    }
  });

  it('has a flow of at most five hundred nodes', () => {
    const { flow } = blank;
    if (flow === undefined) throw new Error('a blank item has a flow');
    const steps = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ ...flow.main, id: `s${i}`, children: [] }));
    const withSteps = (count: number) => ({
      ...blank,
      flow: { main: { ...flow.main, children: steps(count) } },
    });
    expect(readItem(withSteps(499), 'yunxi').ok).toBe(true);
    expect(readItem(withSteps(500), 'yunxi')).toMatchObject({
      problems: [{ pointer: '/flow', code: 'too-long' }],
    });
  });

  it('keeps bounds from above, and fields that are called like bounds', () => {
    const schema = lenientSchema(
      Type.Object({ minimum: Type.String({ minLength: 3, maxLength: 5 }) }),
    );
    expect(checkShape(schema, { minimum: '' })).toEqual([]);
    expect(checkShape(schema, { minimum: 'abcdef' })).toMatchObject([{ code: 'too-long' }]);
    expect(checkShape(schema, {})).toMatchObject([{ code: 'field-missing' }]);
  });
});
