import { describe, expect, test } from 'vitest';
import { decide } from '../index.ts';
import {
  bare,
  contextOf,
  counter,
  filed,
  flowAround,
  intake,
  leader,
  on,
  permit,
  reviewer,
  robot,
  sequence,
  step,
  wang,
} from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import { administrator, directory, joint, part } from '../testing/moving.examples.ts';
import {
  acceptedCase,
  approve,
  given,
  lineOf,
  monday,
  received,
  tuesday,
  wednesday,
  type Act,
} from '../testing/specification.examples.ts';

const freeze = { type: 'FreezeCase', reason: 'the court asks' } as const;
const unfreeze = { type: 'UnfreezeCase', reason: 'the court has answered' } as const;
const story = acceptedCase();
const frozen = story.and([freeze, administrator, monday]);
const withdrawn = story.and([{ type: 'WithdrawCase', reason: 'r' }, wang, monday]);

describe('FreezeCase and UnfreezeCase 冻结', () => {
  ladder([
    { lacking: 'the right', story, by: leader, command: freeze, refused: ['right-missing'] },
    {
      lacking: 'a case that lives',
      story: withdrawn,
      by: administrator,
      command: freeze,
      refused: ['case-has-ended'],
    },
    {
      lacking: 'a first freeze',
      story: frozen,
      by: administrator,
      command: freeze,
      refused: ['frozen-already'],
    },
    {
      lacking: 'a freeze to end',
      story,
      by: administrator,
      command: unfreeze,
      refused: ['not-frozen'],
    },
    {
      lacking: 'a reason',
      story,
      by: administrator,
      command: { ...freeze, reason: ' ' },
      refused: ['reason-required'],
    },
    {
      lacking: 'a reason to go on',
      story: frozen,
      by: administrator,
      command: { ...unfreeze, reason: '' },
      refused: ['reason-required'],
    },
  ]);

  test('nobody acts while it lasts, the applicant neither', () => {
    const refused = (...[command, by]: Act): void =>
      frozen.when(command, by, tuesday).thenRefused('case-frozen');
    refused(...approve('review#1.1', reviewer));
    refused({ type: 'WithdrawCase', reason: 'r' }, wang, tuesday);
    refused({ type: 'UrgeCase', message: 'please' }, wang, tuesday);
    refused({ type: 'ExtendLimit', days: 3, reason: 'r' }, leader, tuesday);
  });

  test('who may not act anyway is told that, not what happens to the case', () => {
    frozen.when(approve('review#1.1', leader)[0], leader, tuesday).thenRefused('not-your-task');
  });

  test('the clocks run on, and everything goes on after it', () => {
    const after = frozen.and([unfreeze, administrator, tuesday]);
    expect(after.state.clocks).toEqual(story.state.clocks);
    expect(after.state).not.toHaveProperty('frozen');
    after.and(approve('review#1.1', reviewer, wednesday));
  });

  test('what arrives is still received: corrections, documents, the results of parts', () => {
    const asked: Act = [
      {
        type: 'RequestCorrection',
        taskId: 'intake#1.1',
        items: [{ materialId: 'plan', verdict: 'wrong', problem: 'unreadable' }],
      },
      counter,
      monday,
    ];
    const corrected: Act = [
      { type: 'SubmitCorrection', materials: [filed('plan')], form: {} },
      wang,
      tuesday,
    ];
    given(permit, received, asked, [freeze, administrator, monday], corrected);
    acceptedCase(bare(flowAround(joint(part('fire')))))
      .and([freeze, administrator, monday])
      .when(
        { type: 'ConcludeSubcase', nodeId: 'sub', partId: 'fire', outcome: 'granted' },
        robot,
        tuesday,
      )
      .thenEvents(
        'job: SubcaseConcluded sub/fire granted',
        'job: NodeCompleted sub#1',
        'job: StepOpened leader#1.1',
      );
  });

  test('what arrives may even end the case: then there is no freeze any more', () => {
    const last = { kind: 'wait', id: 'answer', name: 'answer', until: 'message' } as const;
    const main = sequence('main', intake, step('leader', 'decision'), last);
    const after = acceptedCase(bare({ main }))
      .and(approve('leader#1.1', leader), [freeze, administrator, tuesday])
      .and([{ type: 'ReceiveMessage', nodeId: 'answer', message: 'done' }, robot, wednesday]);
    expect(after.state.phase).toBe('concluded');
    expect(after.state).not.toHaveProperty('frozen');
  });

  test('the law does not stop: silence over the filing still means acceptance', () => {
    const after = given(permit, received, [freeze, administrator, monday])
      .when({ type: 'ApplyLapses' }, robot, on('2026-03-20'))
      .thenDone();
    expect(after.state).toMatchObject({ phase: 'accepted', isDeemedAccepted: true });
  });

  test('policies of steps wait for its end', () => {
    const nobody = acceptedCase(
      bare(flowAround(step('empty', 'review', { policies: { nobody: { post: 'review' } } }))),
    );
    const still = nobody.and([freeze, administrator, monday]);
    const context = { ...contextOf(nobody.item, robot, tuesday), people: directory() };
    const sweep = (state: typeof still.state) => {
      const outcome = decide(state, { type: 'ApplyLapses' }, context);
      return outcome.ok ? outcome.events.map(lineOf) : outcome.refusals;
    };
    expect(sweep(still.state)).toEqual([]);
    expect(sweep(nobody.state)).toEqual([
      'policy:nobody: TaskTransferred empty#1.1 nobody-qualifies to review',
    ]);
  });
});
