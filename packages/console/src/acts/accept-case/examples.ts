import { receivedCase, subjectOf } from '../../examples/case.examples.ts';
import { letterAt, letterSubject } from '../../examples/letter.examples.ts';
import { setAllComplete } from '../../materials/check-values.ts';

const unchecked = subjectOf(receivedCase, { act: 'AcceptCase' });

const deferral = {
  days: 10,
  consequence: '到期不补交，不予许可',
  basis: { law: '建筑工程施工许可管理办法', article: '第四条' },
};

/** The safety plan may come later, within ten working days. */
const item = unchecked.item && {
  ...unchecked.item,
  materials: unchecked.item.materials.map((material) =>
    material.id === 'safety-plan'
      ? { ...material, necessity: 'deferrable' as const, deferral }
      : material,
  ),
};
const view = {
  ...receivedCase,
  materials: receivedCase.materials.map((material) =>
    material.materialId === 'safety-plan' ? { ...material, necessity: 'deferrable' } : material,
  ),
};

const about = { caseId: 'petition', number: '云信〔2026〕7号', relation: 'review' } as const;

export const examples = {
  unchecked,
  deferrable: { ...subjectOf(view, { act: 'AcceptCase' }), item },
  /** A letter that no unit has yet, and one that a unit takes in. */
  unreferred: letterSubject(letterAt('intake', {}, { phase: 'received' }), { act: 'AcceptCase' }),
  withUnit: letterSubject(letterAt('intake', { unitId: 'yunxi/zjj' }, { phase: 'received' }), {
    act: 'AcceptCase',
  }),
  /** A review: who was asked for it answers it. */
  review: letterSubject(letterAt('intake', { kind: 'review', about }, { phase: 'received' }), {
    act: 'AcceptCase',
  }),
  complete: { ...unchecked, checks: setAllComplete(unchecked.checks) },
};
