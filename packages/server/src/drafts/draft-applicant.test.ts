import type { ItemDefinition } from '@yichuang/kernel/case';
import { describe, expect, it } from 'vitest';
import { createFormSealer } from '../cases/index.ts';
import { createSecrets } from '../platform/secrets/index.ts';
import { openParty, sealedParty, withApplicant } from './draft-applicant.ts';
import type { Draft } from './draft-store.ts';

const sealer = createFormSealer(createSecrets([{ id: 'k', bytes: Buffer.alloc(32, 7) }]), 't');
const text = (source?: string) => ({
  type: 'string' as const,
  title: 'x',
  ...(source === undefined ? {} : { 'x-prefill': source }),
});
const item = {
  form: {
    sections: [],
    schema: {
      type: 'object',
      properties: {
        unit: text('applicant.name'),
        code: { ...text('applicant.code'), 'x-sensitive': true },
        project: text(),
      },
      required: [],
    },
  },
} as unknown as ItemDefinition;
const self = { id: 'p', kind: 'natural', name: '田淑兰', idNumber: '99992119010315102X' } as const;
const firm = { kind: 'legal', name: '青石置业', code: '91999921YYYY10018U' } as const;
const other = { kind: 'legal', name: '望溪宾馆', code: '91999921YYYY10026N' } as const;

function draft(form: Draft['form'], applicant?: typeof firm): Draft {
  return {
    draftId: 'd',
    personId: 'p',
    itemCode: 'i',
    itemVersion: 1,
    form: item.form === undefined ? {} : sealer.seal(item.form, form),
    materials: [],
    isAtCounter: false,
    savedAt: '2026-11-22T00:00:00Z' as Draft['savedAt'],
    ...(applicant === undefined ? {} : { applicant }),
  };
}
const formOf = (changed: Draft) => sealer.open(changed.form);

describe('naming the applicant of a draft', () => {
  it('fills in what is known of an enterprise that nobody had named', () => {
    const changed = withApplicant(sealer, draft({}), item, { applicant: firm }, undefined);
    expect(formOf(changed)).toEqual({ unit: firm.name, code: firm.code });
    expect(changed.form['code']).not.toBe(firm.code);
  });

  it('takes the place of the person who files, and of an enterprise named before', () => {
    const own = draft({ unit: self.name, code: self.idNumber, project: 'a' });
    const forFirm = withApplicant(sealer, own, item, { applicant: firm }, self);
    expect(formOf(forFirm)).toEqual({ unit: firm.name, code: firm.code, project: 'a' });
    const forOther = withApplicant(sealer, forFirm, item, { applicant: other }, self);
    expect(formOf(forOther)).toEqual({ unit: other.name, code: other.code, project: 'a' });
    const back = { kind: 'natural', name: self.name } as const;
    const forSelf = withApplicant(sealer, forOther, item, { applicant: back }, self);
    expect(formOf(forSelf)).toEqual({ unit: self.name, code: self.idNumber, project: 'a' });
  });

  it('leaves alone what somebody typed otherwise', () => {
    const typed = draft({ unit: '青石置业（项目部）', code: firm.code }, firm);
    const changed = withApplicant(sealer, typed, item, { applicant: other }, undefined);
    expect(formOf(changed)).toEqual({ unit: '青石置业（项目部）', code: other.code });
  });

  it('does not open ciphertext that is named as an enterprise’s code', () => {
    const code = sealer.sealText(self.idNumber);
    const stored = sealedParty(sealer, { kind: 'legal', name: firm.name, code });
    expect(openParty(sealer, stored).code).not.toBe(self.idNumber);
  });

  it('changes nothing where no applicant is named', () => {
    const same = draft({ unit: 'a' });
    expect(withApplicant(sealer, same, item, { form: {} }, self)).toBe(same);
  });
});
