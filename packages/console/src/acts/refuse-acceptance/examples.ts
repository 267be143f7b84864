import { receivedCase, subjectOf } from '../../examples/case.examples.ts';
import { letterAt, letterSubject } from '../../examples/letter.examples.ts';
import type { RefuseAcceptanceValues } from './form-values.ts';

const values: RefuseAcceptanceValues = {
  ground: 'not-competent',
  reason: '应当向市住房和城乡建设局申请',
  goTo: '',
  basisChoice: '0',
  basisLaw: '',
  basisArticle: '',
};

export const examples = {
  letter: letterSubject(letterAt('intake', {}, { phase: 'received' }), {
    act: 'RefuseAcceptance',
  }),
  subject: subjectOf(receivedCase, { act: 'RefuseAcceptance' }),
  values,
  typedBasis: {
    ...values,
    basisChoice: 'other',
    basisLaw: '行政许可法',
    basisArticle: '第三十二条',
  },
};
