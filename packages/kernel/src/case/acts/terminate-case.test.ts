import { describe, expect, test } from 'vitest';
import {
  archivist,
  basis,
  counter,
  leader,
  reviewer,
  robot,
  step,
  wang,
} from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import { administrator, chief, holder, leaveCase } from '../testing/moving.examples.ts';
import {
  acceptedCase,
  approve,
  monday,
  tuesday,
  wednesday,
  type Story,
} from '../testing/specification.examples.ts';
import { bare, flowAround } from '../testing/case.examples.ts';

const terminate = { type: 'TerminateCase', reason: 'the applicant is gone' } as const;
const revoke = { type: 'RevokeDecision', reason: 'obtained by fraud', basis } as const;
const annul = { type: 'VoidCase', reason: 'filed twice' } as const;

const story = acceptedCase();
const simple = acceptedCase(bare(flowAround(step('review', 'review'))));
const granted = simple.and(
  approve('review#1.1', reviewer),
  approve('leader#1.1', leader, wednesday),
);
const concluded = granted.and([
  { type: 'ServeResult', taskId: 'delivery#1.1', method: 'counter', recipient: 'Wang' },
  counter,
  wednesday,
]);
const archived = concluded.and([
  { type: 'ArchiveCase', archiveNumber: 'A-1' },
  archivist,
  wednesday,
]);
const denied = simple.and(approve('review#1.1', reviewer), [
  { type: 'RejectTask', taskId: 'leader#1.1', opinion: 'no', basis: [basis] },
  leader,
  wednesday,
]);

describe('TerminateCase 终止', () => {
  ladder([
    { lacking: 'the right', story, by: leader, command: terminate, refused: ['right-missing'] },
    {
      lacking: 'a case that lives',
      story: story.and([terminate, administrator, monday]),
      by: administrator,
      command: terminate,
      refused: ['case-has-ended'],
    },
    {
      lacking: 'an undecided case',
      story: granted,
      by: administrator,
      command: terminate,
      refused: ['decided-already'],
    },
    {
      lacking: 'a reason',
      story,
      by: administrator,
      command: { ...terminate, reason: ' ' },
      refused: ['reason-required'],
    },
  ]);

  test('everything open ends with it; what was issued stays', () => {
    const heard = story.and([
      { type: 'StartSpecialProcedure', kind: 'hearing', expectedDays: 20, reason: 'r' },
      reviewer,
      tuesday,
    ]);
    const after = heard
      .when({ ...terminate, basis }, administrator, wednesday)
      .thenEvents(
        'SpecialProcedureEnded p1 on 2026-03-04',
        'ClockRevised committed resumed due 2026-03-10',
        'ClockRevised statutory resumed due 2026-03-31',
        'ClockRevised step:review#1 resumed due 2026-03-06',
        'TaskClosed review#1.1 case-ended',
        'FlowEnded rejected cancels main,review',
        'CaseTerminated',
        'ClockStopped committed',
        'ClockStopped statutory',
        'ClockStopped step:review#1',
      );
    expect(after.state).toMatchObject({
      phase: 'terminated',
      outcome: 'terminated',
      termination: { by: 'Root', at: wednesday, reason: 'the applicant is gone', basis },
    });
    expect(Object.keys(after.state.documents)).toEqual(['d1', 'd2', 'd3']);
  });

  test('the system ends the parts of a whole that is gone, frozen ones too', () => {
    const frozen = story.and([{ type: 'FreezeCase', reason: 'r' }, administrator, monday]);
    const after = frozen.and([terminate, robot, tuesday]);
    expect(after.state).not.toHaveProperty('frozen');
    expect(after.past.at(-1)?.by).toMatchObject({ kind: 'system' });
  });

  test('an internal approval too', () => {
    const leave = leaveCase(step('head', 'task'));
    expect(leave.and([terminate, administrator, tuesday]).state.phase).toBe('terminated');
    leave
      .and(approve('head#1.1', holder('head')))
      .when(terminate, administrator, wednesday)
      .thenRefused('case-has-ended');
  });
});

describe('RevokeDecision 撤销', () => {
  ladder([
    {
      lacking: 'the right',
      story: granted,
      by: leader,
      command: revoke,
      refused: ['right-missing'],
    },
    { lacking: 'a decision', story, by: chief, command: revoke, refused: ['not-granted'] },
    { lacking: 'a grant', story: denied, by: chief, command: revoke, refused: ['not-granted'] },
    {
      lacking: 'a grant that still holds',
      story: concluded.and([revoke, chief, wednesday]),
      by: chief,
      command: revoke,
      refused: ['not-granted'],
    },
    {
      lacking: 'a reason',
      story: concluded,
      by: chief,
      command: { ...revoke, reason: '' },
      refused: ['reason-required'],
    },
    {
      lacking: 'the law',
      story: concluded,
      by: chief,
      command: { ...revoke, basis: { law: '', article: '' } },
      refused: ['legal-basis-required'],
    },
  ]);

  test('before its service, what is open ends with it', () => {
    const after = granted
      .when(revoke, chief, wednesday)
      .thenEvents(
        'TaskClosed delivery#1.1 case-ended',
        'FlowEnded rejected cancels delivery,main',
        'DecisionRevoked on 2026-03-04',
        'ClockStopped service',
      );
    expect(after.state).toMatchObject({ phase: 'revoked', outcome: 'revoked' });
  });

  test('after the end and from the archive: the decision stays, and what became of it', () => {
    const check = (from: Story): void => {
      const { state } = from.and([revoke, chief, wednesday]);
      expect(state).toMatchObject({
        phase: 'revoked',
        decision: { outcome: 'granted' },
        revocation: { by: 'Chief', reason: 'obtained by fraud', basis },
      });
    };
    check(concluded);
    check(archived);
    expect(archived.and([revoke, chief, wednesday]).state.archiveNumber).toBe('A-1');
  });
});

describe('VoidCase 作废', () => {
  ladder([
    {
      lacking: 'the right',
      story: concluded,
      by: leader,
      command: annul,
      refused: ['right-missing'],
    },
    {
      lacking: 'a concluded case',
      story: granted,
      by: chief,
      command: annul,
      refused: ['not-concluded'],
    },
    {
      lacking: 'a case that was not voided',
      story: concluded.and([annul, chief, wednesday]),
      by: chief,
      command: annul,
      refused: ['not-concluded'],
    },
    {
      lacking: 'a reason',
      story: concluded,
      by: chief,
      command: { ...annul, reason: '' },
      refused: ['reason-required'],
    },
  ]);

  test('number and documents stay, marked as void', () => {
    const { state } = archived.when(annul, chief, wednesday).thenEvents('CaseVoided');
    expect(state).toMatchObject({
      phase: 'voided',
      outcome: 'voided',
      number: 'P-1',
      documents: archived.state.documents,
      voiding: { by: 'Chief', reason: 'filed twice' },
    });
  });

  test('nothing is done with it any more', () => {
    const voided = concluded.and([annul, chief, wednesday]);
    voided.when(revoke, chief, wednesday).thenRefused('not-granted');
    voided
      .when({ type: 'WithdrawCase', reason: 'r' }, wang, wednesday)
      .thenRefused('case-has-ended');
  });
});
