import { describe, expect, test } from 'vitest';
import { allowedActs, type CommandOf } from '../index.ts';
import { contextOf } from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import {
  add,
  amy,
  ann,
  bob,
  dee,
  directory,
  joint,
  minute,
  personOf,
  standingInFor,
} from '../testing/people.examples.ts';
import { approve, type Act } from '../testing/specification.examples.ts';

const claim = (taskId = 'joint#1.1'): CommandOf<'ClaimTask'> => ({ type: 'ClaimTask', taskId });
const release = (taskId = 'joint#1.1'): CommandOf<'ReleaseTask'> => ({
  type: 'ReleaseTask',
  taskId,
});

describe('ClaimTask 认领', () => {
  const story = joint();
  const byAnn = story.and([claim(), ann, minute(1)]);
  ladder([
    { lacking: 'another post', story, by: dee, command: claim(), refused: ['not-your-task'] },
    {
      lacking: 'somebody else was faster',
      story: byAnn,
      by: amy,
      command: claim(),
      refused: ['claimed-by-other'],
    },
    {
      lacking: 'it is theirs already',
      story: byAnn,
      by: ann,
      command: claim(),
      refused: ['not-claimable'],
    },
    {
      lacking: 'nobody else holds the post',
      story,
      by: bob,
      command: claim('joint#1.2'),
      refused: ['not-claimable'],
    },
    {
      lacking: 'they have signed in this round',
      story: story.and(add('with', 'joint#1.2', amy, bob), approve('joint#1.4', amy)),
      by: amy,
      command: claim(),
      refused: ['one-vote-per-person'],
    },
  ]);

  test('the others are told who has it, and since when; their buttons are gone', () => {
    story.when(claim(), ann, minute(1)).thenEvents('TaskClaimed joint#1.1 by Ann');
    const context = { ...contextOf(byAnn.item, amy, minute(2)), people: directory };
    expect(allowedActs(byAnn.state, context).filter(({ taskId }) => taskId !== undefined)).toEqual(
      [],
    );
    byAnn
      .when(approve('joint#1.1', amy)[0], amy, minute(2))
      .thenRefusedWith({ code: 'claimed-by-other', params: { by: 'Ann', at: minute(1) } });
  });

  test('a deputy claims for the principal, who has it when the proxy ends', () => {
    const deputy = standingInFor(dee, ann);
    const claimed = story
      .when(claim(), deputy, minute(1))
      .thenEvents('Ann（Dee）: TaskClaimed joint#1.1 by Ann');
    expect(claimed.state.marking.tasks['joint#1.1']?.holder).toEqual(personOf(ann));
    claimed.when(approve('joint#1.1', dee)[0], dee, minute(2)).thenRefused('not-your-task');
    claimed.when(approve('joint#1.1', ann)[0], ann, minute(2)).thenDone();
  });

  test('without a directory nobody knows how many there are: anybody of the post may', () => {
    const unknown = story.within({ people: undefined });
    unknown.when(claim('joint#1.2'), bob, minute(1)).thenEvents('TaskClaimed joint#1.2 by Bob');
  });
});

describe('ReleaseTask 放回', () => {
  const story = joint();
  const claimed: Act = [claim(), ann, minute(1)];
  ladder([
    {
      lacking: 'nobody has claimed it',
      story,
      by: ann,
      command: release(),
      refused: ['not-claimed'],
    },
    {
      lacking: 'another one has',
      story: story.and(claimed),
      by: amy,
      command: release(),
      refused: ['claimed-by-other'],
    },
    {
      lacking: 'it was passed on, not claimed',
      story: story.and([
        { type: 'TransferTask', taskId: 'joint#1.1', to: personOf(dee), reason: 'r' },
        ann,
        minute(1),
      ]),
      by: dee,
      command: release(),
      refused: ['not-claimed'],
    },
  ]);

  test('it is on the common list again', () => {
    const released = story
      .and(claimed)
      .when(release(), ann, minute(2))
      .thenEvents('TaskReleased joint#1.1');
    released.when(claim(), amy, minute(3)).thenEvents('TaskClaimed joint#1.1 by Amy');
  });
});
