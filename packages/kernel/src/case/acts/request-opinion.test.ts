import { describe, expect, test } from 'vitest';
import type { Actor, CommandOf } from '../index.ts';
import { bare, counter, flowAround, leader, on, robot, wang } from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import {
  add,
  ann,
  bob,
  cid,
  dee,
  eve,
  joint,
  minute,
  personOf,
  standingInFor,
} from '../testing/people.examples.ts';
import {
  acceptedCase,
  approve,
  given,
  received,
  tuesday,
} from '../testing/specification.examples.ts';

const ask = (of: Actor = dee, taskId = 'joint#1.1'): CommandOf<'RequestOpinion'> => ({
  type: 'RequestOpinion',
  taskId,
  person: personOf(of),
  question: 'is the wall safe?',
});
const answer = (opinion = 'it is'): CommandOf<'GiveOpinion'> => ({
  type: 'GiveOpinion',
  taskId: 'joint#1.4',
  opinion,
});
const takeBack = (taskId = 'joint#1.4'): CommandOf<'TakeBackOpinion'> => ({
  type: 'TakeBackOpinion',
  taskId,
});
const story = joint();
const asked = story.and([ask(), ann, minute(1)]);

describe('RequestOpinion 委派', () => {
  ladder([
    { lacking: 'another post', story, by: dee, command: ask(eve), refused: ['not-your-task'] },
    {
      lacking: 'the service of a result needs no opinion',
      story: acceptedCase(bare(flowAround())).and(approve('leader#1.1', leader)),
      by: counter,
      command: ask(dee, 'delivery#1.1'),
      refused: ['wrong-duty'],
    },
    {
      lacking: 'one at a time: the asker waits',
      story: asked,
      by: ann,
      command: ask(eve),
      refused: ['task-not-yet-open'],
    },
    {
      lacking: 'whoever is asked does not ask on',
      story: asked,
      by: dee,
      command: ask(eve, 'joint#1.4'),
      refused: ['opinion-only'],
    },
    {
      lacking: 'a question',
      story,
      by: ann,
      command: { ...ask(), question: '' },
      refused: ['question-required'],
    },
    { lacking: 'themselves', story, by: ann, command: ask(ann), refused: ['signer-already-there'] },
    { lacking: 'the applicant', story, by: ann, command: ask(wang), refused: ['own-case'] },
    {
      lacking: 'they have an open task in the step',
      story: story.and(add('with', 'joint#1.2', dee, bob)),
      by: ann,
      command: ask(),
      refused: ['signer-already-there'],
    },
  ]);

  test('the asker waits, the limit runs: three working days unless the office sets it', () => {
    story
      .when(ask(), ann, minute(1))
      .thenEvents(
        'OpinionRequested joint#1.4 of Dee for joint#1.1',
        'ClockStarted opinion:joint#1.4 from 2026-03-03 due 2026-03-06',
      );
    expect(asked.state.marking.tasks['joint#1.1']?.status).toBe('waiting');
    expect(asked.state.marking.tasks['joint#1.4']).toMatchObject({
      kind: 'opinion',
      question: 'is the wall safe?',
      holder: personOf(dee),
    });
    story
      .within({ policies: { filingDay: 'A', opinionDays: 1 } })
      .when(ask(), ann, minute(1))
      .thenEvents(
        'OpinionRequested joint#1.4 of Dee for joint#1.1',
        'ClockStarted opinion:joint#1.4 from 2026-03-03 due 2026-03-04',
      );
  });

  test('whoever receives the case may ask before accepting it', () => {
    given(acceptedCase().item, received)
      .when(ask(dee, 'intake#1.1'), counter, tuesday)
      .thenEvents(
        'OpinionRequested intake#1.2 of Dee for intake#1.1',
        'ClockStarted opinion:intake#1.2 from 2026-03-03 due 2026-03-06',
      );
  });

  test('an opinion is no signature: others complete the step, and it closes with them', () => {
    joint({ rule: 'any', rejectCounts: 'at-once' })
      .and([ask(), ann, minute(1)])
      .when(approve('joint#1.2', bob)[0], bob, minute(2))
      .thenEvents(
        'TaskDecided joint#1.2 approved',
        'TaskClosed joint#1.4 skipped-by-rule',
        'TaskClosed joint#1.1 skipped-by-rule',
        'TaskClosed joint#1.3 skipped-by-rule',
        'StepCompleted joint#1 approved',
        'StepOpened leader#1.1',
        'ClockStopped opinion:joint#1.4',
      );
  });
});

describe('GiveOpinion 回复意见', () => {
  ladder([
    {
      lacking: 'somebody else was asked',
      story: asked,
      by: eve,
      command: answer(),
      refused: ['not-your-task'],
    },
    {
      lacking: 'the asker’s own task asks for more than words',
      story,
      by: ann,
      command: { ...answer(), taskId: 'joint#1.1' },
      refused: ['no-opinion-asked'],
    },
    {
      lacking: 'taken back before',
      story: asked.and([takeBack(), ann, minute(2)]),
      by: dee,
      command: answer(),
      refused: ['task-already-closed'],
    },
    { lacking: 'words', story: asked, by: dee, command: answer(' '), refused: ['reason-required'] },
    {
      lacking: 'to approve instead',
      story: asked,
      by: dee,
      command: approve('joint#1.4', dee)[0],
      refused: ['opinion-only'],
    },
  ]);

  test('the task goes back to the asker, unread; the words are kept', () => {
    const answered = asked
      .when(answer(), dee, minute(2))
      .thenEvents(
        'OpinionGiven joint#1.4',
        'TaskOpened joint#1.1',
        'ClockStopped opinion:joint#1.4',
      );
    expect(answered.state.marking.tasks['joint#1.4']).toMatchObject({
      status: 'done',
      opinion: 'it is',
      closedBy: personOf(dee),
    });
    answered.when(approve('joint#1.1', ann)[0], ann, minute(3)).thenDone();
  });

  test('it may be asked of somebody who has signed, and of one after the other', () => {
    const bobFirst = story.and(approve('joint#1.2', bob, minute(1)));
    const again = bobFirst.and(
      [ask(bob, 'joint#1.3'), cid, minute(2)],
      [answer(), bob, minute(3)],
      [ask(bob, 'joint#1.3'), cid, minute(4)],
    );
    expect(again.state.marking.tasks['joint#1.5']).toMatchObject({ status: 'open' });
  });
});

describe('TakeBackOpinion 收回', () => {
  ladder([
    {
      lacking: 'somebody else asked',
      story: asked,
      by: bob,
      command: takeBack(),
      refused: ['not-your-task'],
    },
    {
      lacking: 'nobody was asked',
      story: asked,
      by: ann,
      command: takeBack('joint#1.1'),
      refused: ['no-opinion-asked'],
    },
    { lacking: 'no such task', story, by: ann, command: takeBack(), refused: ['task-unknown'] },
    {
      lacking: 'it was given',
      story: asked.and([answer(), dee, minute(2)]),
      by: ann,
      command: takeBack(),
      refused: ['task-already-closed'],
    },
  ]);

  test('the asker goes on without it, in person or through a deputy', () => {
    asked
      .when(takeBack(), ann, minute(2))
      .thenEvents(
        'TaskClosed joint#1.4 taken-back',
        'TaskOpened joint#1.1',
        'ClockStopped opinion:joint#1.4',
      );
    asked
      .when(takeBack(), standingInFor(eve, ann), minute(2))
      .thenEvents(
        'Ann（Eve）: TaskClosed joint#1.4 taken-back',
        'Ann（Eve）: TaskOpened joint#1.1',
        'Ann（Eve）: ClockStopped opinion:joint#1.4',
      );
  });
});

test('no opinion in time: by the system, before anything else is done on the case', () => {
  const late = on('2026-03-09');
  asked
    .when({ type: 'ApplyLapses' }, robot, late)
    .thenEvents(
      'HJ-SX: TaskClosed joint#1.4 timed-out',
      'HJ-SX: TaskOpened joint#1.1',
      'job: ClockStopped opinion:joint#1.4',
    );
  asked.when(answer(), dee, late).thenRefused('task-already-closed');
  asked.when(approve('joint#1.1', ann)[0], ann, late).thenDone();
});
