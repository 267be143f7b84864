import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../index.ts';
import {
  basis,
  counter,
  filed,
  flowAround,
  leader,
  on,
  permit,
  reviewer,
  robot,
  staff,
  step,
  wang,
} from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import {
  acceptedCase,
  approve,
  checked,
  given,
  monday,
  received,
  tuesday,
} from '../testing/specification.examples.ts';

const accept: CommandOf<'AcceptCase'> = { type: 'AcceptCase', taskId: 'intake#1.1', opinion: '' };

describe('AcceptCase 受理', () => {
  const story = given(permit, received);
  const wrong = { materialId: 'deed', verdict: 'wrong', problem: 'p' } as const;
  const halfChecked = story.and([
    {
      type: 'CheckMaterials',
      taskId: 'intake#1.1',
      checks: [{ materialId: 'plan', verdict: 'complete' }, wrong],
      paperReceived: [],
    },
    counter,
    monday,
  ]);
  ladder([
    { lacking: 'not staff', story, by: wang, command: accept, refused: ['not-your-task'] },
    {
      lacking: 'no such task',
      story,
      by: counter,
      command: { ...accept, taskId: 'x' },
      refused: ['task-unknown'],
    },
    { lacking: 'another post', story, by: reviewer, command: accept, refused: ['not-your-task'] },
    {
      lacking: 'accepted already',
      story: acceptedCase(),
      by: counter,
      command: accept,
      refused: ['task-already-closed'],
    },
    {
      lacking: 'the step does not accept',
      story: acceptedCase(),
      by: reviewer,
      command: { ...accept, taskId: 'review#1.1' },
      refused: ['wrong-duty'],
    },
    {
      lacking: 'nothing was checked',
      story,
      by: counter,
      command: accept,
      refused: ['material-not-checked', 'material-not-checked'],
    },
    {
      lacking: 'a material is wrong',
      story: halfChecked,
      by: counter,
      command: accept,
      refused: ['material-not-acceptable'],
    },
  ]);

  test('accepted: day 0 of both limits is today', () => {
    const after = given(permit, received, checked).when(accept, counter, tuesday).thenDone();
    expect(after.state).toMatchObject({ phase: 'accepted', acceptedOn: '2026-03-03' });
    expect(after.state).not.toHaveProperty('isDeemedAccepted');
  });

  // laws.md EX17
  test('after corrections the limit begins on the day on which they were complete', () => {
    given(
      permit,
      [received[0], wang, on('2025-05-19')],
      [
        { type: 'RequestCorrection', taskId: 'intake#1.1', items: [wrong] },
        counter,
        on('2025-05-22'),
      ],
      [{ type: 'SubmitCorrection', materials: [filed('deed')], form: {} }, wang, on('2025-06-03')],
      [checked[0], counter, on('2025-06-05')],
    )
      .when(accept, counter, on('2025-06-05'))
      .thenEvents(
        'CaseAccepted on 2025-06-03',
        'ClockStarted statutory from 2025-06-03 due 2025-07-01',
        'ClockStarted committed from 2025-06-03 due 2025-06-10',
        'DocumentOrdered d3 accepted',
        'TaskDecided intake#1.1 approved',
        'StepCompleted intake#1 approved',
        'StepOpened review#1.1',
        'ClockStarted step:review#1 from 2025-06-05 due 2025-06-10',
        'ClockStopped correction#2',
      );
  });

  // laws.md SC-3: three working days, counted from the complete filing; registrar's head +3.
  test('a registration is decided in three working days (SC-3)', () => {
    const { committedLimit: _c, ...rest } = permit;
    const item = { ...rest, documents: {}, statutoryLimit: { ruleId: 'SC-3', amount: 3 } };
    const registered = given(item, received, checked)
      .when(accept, counter, monday)
      .thenEvents(
        'CaseAccepted on 2026-03-02',
        'ClockStarted statutory from 2026-03-02 due 2026-03-05',
        'TaskDecided intake#1.1 approved',
        'StepCompleted intake#1 approved',
        'StepOpened review#1.1',
        'ClockStarted step:review#1 from 2026-03-02 due 2026-03-05',
        'ClockStopped correction#1',
      );
    const extend = (days: number) => ({ type: 'ExtendLimit', days, reason: 'r' }) as const;
    registered.when(extend(4), leader, tuesday).thenRefused('extension-too-long');
    registered
      .when(extend(3), leader, tuesday)
      .thenEvents('LimitExtended', 'ClockRevised statutory extended due 2026-03-10');
  });
});

describe('deemed acceptance 视为受理', () => {
  const story = given(permit, received);
  const late = on('2026-03-10', '00:00');
  const byLaw = (line: string) => `XK-BZ-5: ${line}`;
  const lapse = [
    byLaw('CaseAccepted on 2026-03-02 deemed'),
    byLaw('ClockStarted statutory from 2026-03-02 due 2026-03-30'),
    byLaw('ClockStarted committed from 2026-03-02 due 2026-03-09'),
    byLaw('DocumentOrdered d2 accepted'),
    byLaw('TaskClosed intake#1.1 skipped-by-rule'),
    byLaw('StepCompleted intake#1 approved'),
    byLaw('StepOpened review#1.1'),
    byLaw('ClockStarted step:review#1 from 2026-03-10 due 2026-03-13'),
  ];

  test('EX14: the limit has run out, so the system accepts as of the day of receipt', () => {
    story
      .when({ type: 'ApplyLapses' }, robot, late)
      .thenEvents(...lapse, 'job: ClockStopped correction#1');
  });

  test('until 24:00 of the last day nothing lapses', () => {
    story.when({ type: 'ApplyLapses' }, robot, on('2026-03-09', '23:59')).thenEvents();
  });

  test('it comes before whatever act is done next, also one that changes little', () => {
    story
      .when({ type: 'WithdrawCase', reason: 'r' }, wang, late)
      .thenEvents(
        ...lapse,
        'TaskClosed review#1.1 case-ended',
        'FlowEnded rejected cancels main,review',
        'CaseWithdrawn',
        'ClockStopped committed',
        'ClockStopped correction#1',
        'ClockStopped statutory',
        'ClockStopped step:review#1',
      );
  });

  ladder([
    {
      lacking: 'the officer comes too late to accept',
      story: story.and(checked),
      by: counter,
      command: accept,
      at: late,
      refused: ['task-already-closed'],
    },
    {
      lacking: 'the officer comes too late to ask for corrections',
      story,
      by: counter,
      command: {
        type: 'RequestCorrection',
        taskId: 'intake#1.1',
        items: [{ materialId: 'plan', verdict: 'wrong', problem: 'p' }],
      },
      at: late,
      refused: ['correction-notice-too-late'],
    },
    {
      lacking: 'the officer comes too late to refuse',
      story,
      by: counter,
      command: {
        type: 'RefuseAcceptance',
        taskId: 'intake#1.1',
        ground: 'other',
        reason: 'r',
        basis,
      },
      at: late,
      refused: ['task-already-closed'],
    },
  ]);
});

describe('an intake step that a return opened again', () => {
  const returned = acceptedCase().and([
    { type: 'ReturnTask', taskId: 'review#1.1', toStep: 'intake', then: 'walk-again', reason: 'r' },
    reviewer,
    tuesday,
  ]);
  ladder([
    {
      lacking: 'it was accepted before',
      story: returned,
      by: counter,
      command: { ...accept, taskId: 'intake#2.1' },
      refused: ['wrong-phase'],
    },
    {
      lacking: 'corrections can no longer be asked for',
      story: returned,
      by: counter,
      command: {
        type: 'RequestCorrection',
        taskId: 'intake#2.1',
        items: [{ materialId: 'plan', verdict: 'wrong', problem: 'p' }],
      },
      refused: ['wrong-phase'],
    },
    {
      lacking: 'an intake step rejects nothing',
      story: returned,
      by: counter,
      command: { type: 'RejectTask', taskId: 'intake#2.1', opinion: 'no', basis: [basis] },
      refused: ['reject-not-possible'],
    },
  ]);

  test('approving it passes the case on', () => {
    returned
      .when(approve('intake#2.1', counter)[0], counter, tuesday)
      .thenEvents(
        'TaskDecided intake#2.1 approved',
        'StepCompleted intake#2 approved',
        'StepOpened review#2.1',
        'ClockStarted step:review#2 from 2026-03-03 due 2026-03-06',
      );
  });

  test('before acceptance an intake task is neither approved nor rejected', () => {
    const story = given(permit, received);
    story.when(approve('intake#1.1', counter)[0], counter, monday).thenRefused('wrong-phase');
    story
      .when({ type: 'RejectTask', taskId: 'intake#1.1', opinion: 'no' }, counter, monday)
      .thenRefused('wrong-phase');
  });

  test('one of two counters accepts; the other is told who and when', () => {
    const main = flowAround().main;
    if (main.kind !== 'sequence') throw new Error('the flow is a sequence');
    const twoCounters = step('intake', 'intake', {
      posts: ['counter', 'second'],
      agreement: { rule: 'any', rejectCounts: 'at-once' },
    });
    const flow = { main: { ...main, children: [twoCounters, ...main.children.slice(1)] } };
    const second = staff('Second', ['second']);
    const story = given({ ...permit, flow }, received, checked)
      .when({ ...accept, taskId: 'intake#1.2' }, second, monday)
      .thenDone();
    expect(story.state.marking.tasks['intake#1.1']).toMatchObject({
      status: 'closed',
      cause: 'skipped-by-rule',
      closedBy: { name: 'Second' },
    });
    story.when(accept, counter, monday).thenRefused('task-already-closed');
  });
});
