import { caseAt, subjectOf } from '../../examples/case.examples.ts';

export const examples = {
  subject: subjectOf(
    caseAt('task', {
      phase: 'decided',
      fee: { amountFen: 120_000, lines: [], assessedAt: '2026-11-22T01:00:00.000Z' },
    }),
    { act: 'RecordPayment' },
  ),
};
