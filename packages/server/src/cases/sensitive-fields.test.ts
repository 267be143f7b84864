import type { FormDefinition } from '@yichuang/kernel/form';
import { describe, expect, it } from 'vitest';
import { createSecrets } from '../platform/secrets/index.ts';
import { createFormSealer } from './sensitive-fields.ts';

const secrets = createSecrets([{ id: 'k1', bytes: Buffer.alloc(32, 7) }]);
const sealer = createFormSealer(secrets, 'yunxi');
const form: FormDefinition = {
  schema: {
    type: 'object',
    required: [],
    properties: {
      idNumber: { type: 'string', title: '身份证号码', format: 'citizen-id', 'x-sensitive': true },
      address: { type: 'string', title: '住址' },
    },
  },
  sections: [{ id: 'all', title: '全部', fields: ['idNumber', 'address'] }],
};

describe('personal numbers of a form', () => {
  it('are stored sealed and shown again to those who may see them', () => {
    const stored = sealer.seal(form, { idNumber: '11010119000110001X', address: '柳浦镇' });
    expect(JSON.stringify(stored)).not.toContain('11010119000110001X');
    expect(sealer.open(stored)).toEqual({ idNumber: '11010119000110001X', address: '柳浦镇' });
  });

  it('of somebody else are not opened by sending their ciphertext in one’s own form', () => {
    const { idNumber } = sealer.seal(form, { idNumber: '11010119000110001X' });
    const copied = sealer.seal(form, { idNumber: idNumber ?? null, address: idNumber ?? null });
    expect(JSON.stringify(sealer.open(copied))).not.toContain('11010119000110001X');
  });

  it('do not make a form unreadable when the prefix is typed', () => {
    const stored = sealer.seal(form, { idNumber: 'sealed:sealed:x', address: 'sealed:y' });
    expect(sealer.open(stored)).toEqual({ idNumber: 'x', address: 'y' });
    expect(sealer.mask(form, stored)).toMatchObject({ address: 'y' });
  });
});
