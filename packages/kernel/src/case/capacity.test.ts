import { describe, expect, test } from 'vitest';
import { allowedActs } from './index.ts';
import { contextOf, staff } from './testing/case.examples.ts';
import {
  add,
  ann,
  bob,
  cid,
  dee,
  directory,
  eve,
  joint,
  minute,
  personOf,
  standingInFor,
} from './testing/people.examples.ts';
import { approve, type Story } from './testing/specification.examples.ts';

const story = joint();
const offeredTo = (by: typeof ann, of: Story = story) =>
  allowedActs(of.state, { ...contextOf(of.item, by, minute(9)), people: directory })
    .filter(({ act }) => act === 'ApproveTask')
    .map(({ taskId, onBehalfOf }) => [taskId, onBehalfOf?.name]);

describe('acting in somebody’s place 代理', () => {
  test('the deputy’s button and the event name the principal: Ann（Dee）', () => {
    const deputy = standingInFor(dee, ann);
    expect(offeredTo(deputy)).toEqual([['joint#1.1', 'Ann']]);
    const signed = story
      .when(approve('joint#1.1', deputy)[0], deputy, minute(1))
      .thenEvents('Ann（Dee）: TaskDecided joint#1.1 approved');
    expect(signed.past.at(-1)?.by).toEqual({
      kind: 'staff',
      personId: 'dee',
      name: 'Dee',
      post: 'a',
      onBehalfOf: personOf(ann),
    });
    expect(signed.state.marking.tasks['joint#1.1']).toMatchObject({
      closedBy: personOf(dee),
      onBehalfOf: personOf(ann),
    });
  });

  test('for themselves first, where they hold it too', () => {
    const colleague = standingInFor(staff('Amy', ['a']), ann);
    expect(offeredTo(colleague)).toEqual([['joint#1.1', undefined]]);
  });

  test('a deputy who is a signer has one vote', () => {
    const deputy = standingInFor(ann, cid);
    expect(offeredTo(deputy)).toEqual([
      ['joint#1.1', undefined],
      ['joint#1.3', 'Cid'],
    ]);
    const once = story.and(approve('joint#1.3', deputy, minute(1)));
    expect(offeredTo(deputy, once)).toEqual([]);
    once
      .when(approve('joint#1.1', deputy)[0], deputy, minute(2))
      .thenRefused('one-vote-per-person');
  });

  test('nor has the principal a second one, in person or through another deputy', () => {
    const both = staff('Ann', ['a', 'b']);
    const signed = story.and(approve('joint#1.1', standingInFor(dee, both), minute(1)));
    signed.when(approve('joint#1.2', both)[0], both, minute(2)).thenRefused('one-vote-per-person');
    const other = standingInFor(eve, both);
    signed
      .when(approve('joint#1.2', other)[0], other, minute(2))
      .thenRefused('one-vote-per-person');
  });

  test('who was asked to sign in person signs that, not for somebody else', () => {
    const deputy = standingInFor(dee, cid);
    const asked = story.and(add('with', 'joint#1.1', dee, ann, minute(1)));
    asked
      .when(approve('joint#1.3', deputy)[0], deputy, minute(2))
      .thenRefused('one-vote-per-person');
    asked.when(approve('joint#1.4', deputy)[0], deputy, minute(2)).thenDone();
  });

  test('a task that is one person’s goes to that person’s deputy, to no one of the post', () => {
    const added = story.and(add('with', 'joint#1.1', dee, ann, minute(1)));
    const deputy = standingInFor(eve, dee);
    added
      .when(approve('joint#1.4', deputy)[0], deputy, minute(2))
      .thenEvents('Dee（Eve）: TaskDecided joint#1.4 approved');
  });

  test('nothing is passed on: a deputy’s deputy has no right', () => {
    const second = standingInFor(eve, standingInFor(dee, ann));
    expect(offeredTo(second)).toEqual([]);
  });

  test('only items of its scope', () => {
    expect(offeredTo(standingInFor(dee, ann, { itemCodes: ['other'] }))).toEqual([]);
    expect(offeredTo(standingInFor(dee, ann, { itemCodes: ['permit'] }))).toHaveLength(1);
  });

  test('without the current tasks: only what was opened since', () => {
    const opened = story.state.marking.tasks['joint#1.1']?.openedAt ?? minute(0);
    expect(offeredTo(standingInFor(dee, ann, { openedFrom: opened }))).toHaveLength(1);
    expect(offeredTo(standingInFor(dee, ann, { openedFrom: minute(1) }))).toEqual([]);
  });

  test('when it ends, the right is gone though the task is open', () => {
    story.when(approve('joint#1.1', dee)[0], dee, minute(1)).thenRefused('not-your-task');
  });
});

describe('nobody has a say in their own case', () => {
  const applicant = staff('Wang', ['a']);

  test('the applicant who holds the post', () => {
    expect(offeredTo(applicant)).toEqual([]);
    story.when(approve('joint#1.1', applicant)[0], applicant, minute(1)).thenRefused('own-case');
  });

  test('the applicant as somebody’s deputy', () => {
    const deputy = standingInFor(staff('Wang', []), bob);
    story
      .when(approve('joint#1.2', deputy)[0], deputy, minute(1))
      .thenRefused('proxy-is-applicant');
  });

  test('the applicant’s deputy', () => {
    const deputy = standingInFor(dee, applicant);
    story.when(approve('joint#1.1', deputy)[0], deputy, minute(1)).thenRefused('own-case');
  });
});

describe('one person who holds two posts of a step', () => {
  const both = staff('Both', ['a', 'b']);

  test('signs once; the other task is for somebody else', () => {
    const once = story.and(approve('joint#1.1', both, minute(1)));
    once.when(approve('joint#1.2', both)[0], both, minute(2)).thenRefused('one-vote-per-person');
    once.when(approve('joint#1.2', bob)[0], bob, minute(2)).thenDone();
  });

  test('in the next round they may sign the other one', () => {
    const again = story.and(
      approve('joint#1.1', both, minute(1)),
      [
        {
          type: 'ReturnTask',
          taskId: 'joint#1.2',
          toStep: 'intake',
          then: 'walk-again',
          reason: 'r',
        },
        bob,
        minute(2),
      ],
      approve('intake#2.1', staff('Counter', ['counter']), minute(3)),
    );
    again.when(approve('joint#2.2', both)[0], both, minute(4)).thenDone();
  });
});
