import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../index.ts';
import {
  bare,
  basis,
  counter,
  flowAround,
  leader,
  reviewer,
  robot,
  wang,
} from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import { acceptedCase, approve, tuesday, wednesday } from '../testing/specification.examples.ts';

const serve: CommandOf<'ServeResult'> = {
  type: 'ServeResult',
  taskId: 'delivery#1.1',
  method: 'counter',
  recipient: 'Wang',
};
const item = { ...bare(flowAround()), documents: { granted: 'g', denied: 'd', served: 's' } };
const decided = acceptedCase(item).and(approve('leader#1.1', leader));
const record = [
  { type: 'RecordDocument', documentId: 'd1', number: '1', sha256: 's', bytes: 1 },
  robot,
  tuesday,
] as const;
const ready = decided.and(record);

describe('ServeResult 送达', () => {
  ladder([
    { lacking: 'not staff', story: ready, by: wang, command: serve, refused: ['not-your-task'] },
    {
      lacking: 'another post',
      story: ready,
      by: leader,
      command: serve,
      refused: ['not-your-task'],
    },
    {
      lacking: 'the step does not serve',
      story: acceptedCase(),
      by: reviewer,
      command: { ...serve, taskId: 'review#1.1' },
      refused: ['wrong-duty'],
    },
    {
      lacking: 'the decision is not printed and sealed yet',
      story: decided,
      by: counter,
      command: serve,
      refused: ['result-not-ready'],
    },
    {
      lacking: 'who received it',
      story: ready,
      by: counter,
      command: { ...serve, recipient: ' ' },
      refused: ['recipient-required'],
    },
  ]);

  test('served and signed for: the case is concluded, the proof of service is ordered', () => {
    const blank = { trackingNumber: undefined };
    const signed = { ...serve, signatureSha256: 'abc', ...(blank as object) };
    const after = ready
      .when(signed, counter, wednesday)
      .thenEvents(
        'ResultServed',
        'DocumentOrdered d2 served',
        'TaskDecided delivery#1.1 approved',
        'StepCompleted delivery#1 approved',
        'NodeCompleted main#1',
        'CaseConcluded granted on 2026-03-04',
        'ClockStopped service',
      );
    expect(after.state.service).toEqual({
      method: 'counter',
      recipient: 'Wang',
      servedOn: '2026-03-04',
    });
  });

  test('a refusal is served as well, by post', () => {
    const denied = acceptedCase(item).and(
      [
        { type: 'RejectTask', taskId: 'leader#1.1', opinion: 'no', basis: [basis] },
        leader,
        tuesday,
      ],
      record,
    );
    const post = { ...serve, taskId: 'refusal-delivery#1.1', method: 'post' as const };
    const after = denied.when({ ...post, trackingNumber: 'E1' }, counter, wednesday).thenDone();
    expect(after.state).toMatchObject({
      phase: 'concluded',
      outcome: 'denied',
      service: { trackingNumber: 'E1' },
    });
  });
});
