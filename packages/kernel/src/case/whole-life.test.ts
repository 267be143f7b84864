import { describe, expect, test } from 'vitest';
import type { CaseContext } from './index.ts';
import { allowedActs } from './index.ts';
import {
  archivist,
  cashier,
  contextOf,
  counter,
  filing,
  leader,
  on,
  permit,
  reviewer,
  robot,
  wang,
} from './testing/case.examples.ts';
import {
  acceptedCase,
  approve,
  checked,
  given,
  monday,
  received,
  tuesday,
  wednesday,
} from './testing/specification.examples.ts';

const record = (documentId: string) =>
  [
    { type: 'RecordDocument', documentId, number: '1', sha256: documentId, bytes: 1 },
    robot,
    wednesday,
  ] as const;

const decided = acceptedCase().and(
  approve('review#1.1', reviewer),
  approve('leader#1.1', leader, wednesday),
);

const paid = decided.and([
  { type: 'RecordPayment', amountFen: 7500, method: 'card', receiptNumber: 'R1' },
  cashier,
  wednesday,
]);

describe('a case from receipt to archive', () => {
  test('receipt: the correction clock runs, a receipt is ordered, the intake step opens', () => {
    given(permit)
      .when(filing, wang, monday)
      .thenEvents(
        'CaseReceived on 2026-03-02',
        'ClockStarted correction#1 from 2026-03-02 due 2026-03-09',
        'DocumentOrdered d1 received',
        'NodeEntered main#1',
        'StepOpened intake#1.1',
      );
  });

  test('acceptance: both limits begin, the correction clock stops', () => {
    given(permit, received, checked)
      .when({ type: 'AcceptCase', taskId: 'intake#1.1', opinion: '' }, counter, tuesday)
      .thenEvents(
        'CaseAccepted on 2026-03-03',
        'ClockStarted statutory from 2026-03-03 due 2026-03-31',
        'ClockStarted committed from 2026-03-03 due 2026-03-10',
        'DocumentOrdered d2 accepted',
        'TaskDecided intake#1.1 approved',
        'StepCompleted intake#1 approved',
        'StepOpened review#1.1',
        'ClockStarted step:review#1 from 2026-03-03 due 2026-03-06',
        'ClockStopped correction#1',
      );
  });

  test('decision: the fee is computed, the decision limits stop, the service limit begins', () => {
    acceptedCase()
      .and(approve('review#1.1', reviewer))
      .when({ type: 'ApproveTask', taskId: 'leader#1.1', opinion: 'yes' }, leader, wednesday)
      .thenEvents(
        'TaskDecided leader#1.1 approved',
        'StepCompleted leader#1 approved',
        'DecisionMade granted on 2026-03-04',
        'ClockStarted service from 2026-03-04 due 2026-03-18',
        'DocumentOrdered d3 granted',
        'NodeEntered assess#1',
        'FeeAssessed 7500',
        'DocumentOrdered d4 payment',
        'NodeCompleted assess#1',
        'NodeEntered payment#1',
        'ClockStopped committed',
        'ClockStopped statutory',
      );
  });

  test('payment: only now is the certificate ordered (B4)', () => {
    expect(decided.state.documents).not.toHaveProperty('d5');
    expect(paid.state.documents).toHaveProperty('d5.moment', 'certificate');
  });

  test('the certificate is there: its term is counted, the delivery step opens', () => {
    paid
      .when(...record('d5'))
      .thenEvents(
        'job: DocumentIssued d5',
        'job: NodeCompleted issue#1',
        'job: StepOpened delivery#1.1',
      );
    expect(paid.and(record('d5')).state.documents['d5']).toMatchObject({
      validFrom: '2026-03-04',
      validUntil: '2031-03-03',
    });
  });

  test('service concludes the case and stops its last clock; the archive keeps it', () => {
    const served = paid
      .and(...['d1', 'd2', 'd3', 'd4', 'd5'].map(record))
      .when(
        { type: 'ServeResult', taskId: 'delivery#1.1', method: 'counter', recipient: 'Wang' },
        counter,
        wednesday,
      )
      .thenEvents(
        'ResultServed',
        'DocumentOrdered d6 served',
        'TaskDecided delivery#1.1 approved',
        'StepCompleted delivery#1 approved',
        'NodeCompleted main#1',
        'CaseConcluded granted on 2026-03-04',
        'ClockStopped service',
      );
    const archived = served.and([
      { type: 'ArchiveCase', archiveNumber: 'A-1' },
      archivist,
      on('2026-04-01'),
    ]);
    expect(archived.state).toMatchObject({ phase: 'archived', archiveNumber: 'A-1' });
  });

  test('buttons: what each party may do after acceptance', () => {
    const { state } = acceptedCase();
    const acts = (actor: CaseContext['actor']) =>
      allowedActs(state, contextOf(permit, actor, tuesday)).map((allowed) => allowed.act);
    expect(acts(wang)).toEqual(['WithdrawCase', 'UrgeCase']);
    expect(acts(reviewer)).toEqual([
      'ReadTask',
      'ClaimTask',
      'TransferTask',
      'AddSigner',
      'RequestOpinion',
      'ApproveTask',
      'RejectTask',
      'ReturnTask',
      'StartSpecialProcedure',
      'CopyCase',
    ]);
    expect(acts(leader)).toEqual(['ExtendLimit']);
    expect(acts(counter)).toEqual(['WithdrawCase', 'UrgeCase']);
    expect(acts(robot)).toEqual(['TerminateCase']);
  });
});
