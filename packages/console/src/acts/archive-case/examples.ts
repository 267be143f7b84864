import { caseAt, subjectOf } from '../../examples/case.examples.ts';

export const examples = {
  subject: subjectOf(caseAt('delivery', { phase: 'concluded', tasks: [] }), {
    act: 'ArchiveCase',
  }),
};
