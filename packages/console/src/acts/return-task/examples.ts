import { caseAt, subjectOf } from '../../examples/case.examples.ts';
import type { ReturnTaskValues } from './form-values.ts';

const values: ReturnTaskValues = {
  toStep: 'countersign',
  then: 'straight-back',
  reason: '会签意见不明确',
};

export const examples = {
  subject: subjectOf(caseAt('review'), {
    act: 'ReturnTask',
    targets: [
      { stepId: 'intake', name: '窗口受理', straightBack: false },
      { stepId: 'countersign', name: '科室和单位会签', straightBack: true },
    ],
  }),
  values,
};
