import { caseAt, subjectOf } from '../../examples/case.examples.ts';
import type { RejectTaskValues } from './form-values.ts';

const values: RejectTaskValues = {
  opinion: '不符合规划条件',
  basisChoice: '1',
  basisLaw: '',
  basisArticle: '',
};

export const examples = {
  review: subjectOf(caseAt('review'), { act: 'RejectTask' }),
  decision: subjectOf(caseAt('decision'), { act: 'RejectTask' }),
  values,
};
