import type { FormDefinition } from '@yichuang/kernel/form';
import { describe, expect, it } from 'vitest';
import { answersOf, changesOf, toMaterials } from './form-changes.ts';

const form: FormDefinition = {
  sections: [{ id: 's', title: '出差', fields: ['by', 'flight', 'note'] }],
  schema: {
    type: 'object',
    required: [],
    properties: {
      by: { type: 'string', title: '交通' },
      flight: { type: 'string', title: '航班', 'x-when': { field: 'by', equals: 'plane' } },
      note: { type: 'string', title: '备注' },
    },
  },
};

describe('what is sent', () => {
  it('is what is asked and filled in', () => {
    const data = { by: 'train', flight: 'CA1234', note: '', other: 1 };
    expect(answersOf(form, data)).toEqual({ by: 'train' });
    expect(answersOf(form, { by: 'plane', flight: 'CA1234' })).toEqual({
      by: 'plane',
      flight: 'CA1234',
    });
  });

  it('on a return is only what was changed, and what was cleared', () => {
    const before = { by: 'plane', flight: 'CA1', note: '急' };
    expect(changesOf(before, { by: 'train', note: '急' })).toEqual({ by: 'train', flight: null });
    expect(changesOf(before, before)).toEqual({});
  });

  it('of a page is its hash and name: the server knows the rest', () => {
    const page = { sha256: 'a'.repeat(64), name: '发票.jpg', mediaType: 'image/jpeg', bytes: 9 };
    expect(toMaterials([{ materialId: 'invoices', pages: [page], isOnPaper: false }])).toEqual([
      {
        materialId: 'invoices',
        pages: [{ sha256: page.sha256, name: '发票.jpg' }],
        isOnPaper: false,
      },
    ]);
  });
});
