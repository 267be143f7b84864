import { describe, expect, test } from 'vitest';
import type { Agreement } from '../../flow/index.ts';
import { tasksOfRound } from '../../flow/index.ts';
import { basis, bare, counter, flowAround, leader, wang } from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import {
  add,
  adding,
  amy,
  ann,
  bob,
  cid,
  dee,
  eve,
  joint,
  minute,
  personOf,
} from '../testing/people.examples.ts';
import {
  acceptedCase,
  approve,
  given,
  received,
  type Act,
  type Story,
} from '../testing/specification.examples.ts';

const reject = (taskId: string, by: Act[1], n: number): Act => [
  { type: 'RejectTask', taskId, opinion: 'no', basis: [basis] },
  by,
  minute(n),
];
const hearAll: Agreement = { rule: 'all', rejectCounts: 'hear-all' };
const vote = (share: number, isStrict = false): Agreement => ({ rule: 'vote', share, isStrict });
const ids = (story: Story, status: string): string[] =>
  tasksOfRound(story.state.marking, 'joint', 1)
    .filter((task) => task.status === status)
    .map(({ taskId }) => taskId.slice(taskId.lastIndexOf('.') + 1));

describe('AddSigner 加签', () => {
  const story = joint();
  const deep = story.and(
    add('before', 'joint#1.1', dee, ann, minute(1)),
    add('before', 'joint#1.4', eve, dee, minute(2)),
  );
  const shallow = deep.within({ policies: { filingDay: 'A', mostAddedDepth: 2 } });
  const few = story.within({ policies: { filingDay: 'A', mostSigners: 3 } });
  ladder([
    {
      lacking: 'another post',
      story,
      by: dee,
      command: adding('with', 'joint#1.1', eve),
      refused: ['not-your-task'],
    },
    {
      lacking: 'acceptance is one person’s act',
      story: given(acceptedCase().item, received),
      by: counter,
      command: adding('with', 'intake#1.1', eve),
      refused: ['wrong-phase'],
    },
    {
      lacking: 'so is the service of the result',
      story: acceptedCase(bare(flowAround())).and(approve('leader#1.1', leader)),
      by: counter,
      command: adding('with', 'delivery#1.1', eve),
      refused: ['wrong-duty'],
    },
    {
      lacking: 'as deep as the office allows',
      story: shallow,
      by: eve,
      command: adding('before', 'joint#1.5', amy),
      refused: ['added-too-deep'],
    },
    {
      lacking: 'as many as the office allows',
      story: few,
      by: ann,
      command: adding('with', 'joint#1.1', dee),
      refused: ['signers-used-up'],
    },
    {
      lacking: 'a reason',
      story,
      by: ann,
      command: { ...adding('with', 'joint#1.1', dee), reason: ' ' },
      refused: ['reason-required'],
    },
    {
      lacking: 'themselves',
      story,
      by: ann,
      command: adding('with', 'joint#1.1', ann),
      refused: ['signer-already-there'],
    },
    {
      lacking: 'the applicant',
      story,
      by: ann,
      command: adding('with', 'joint#1.1', wang),
      refused: ['own-case'],
    },
    {
      lacking: 'added before',
      story: deep,
      by: bob,
      command: adding('with', 'joint#1.2', dee),
      refused: ['signer-already-there'],
    },
    {
      lacking: 'has signed in this round',
      story: story.and(approve('joint#1.2', bob)),
      by: ann,
      command: adding('after', 'joint#1.1', bob),
      refused: ['signer-already-there'],
    },
    {
      lacking: 'nobody else can do the other member’s task',
      story,
      by: ann,
      command: adding('after', 'joint#1.1', bob),
      refused: ['signer-already-there'],
    },
    {
      lacking: 'no votes are weighed here',
      story,
      by: ann,
      command: adding('with', 'joint#1.1', dee, 2),
      refused: ['weight-not-possible'],
    },
    {
      lacking: 'a weight that is no whole number',
      story: joint(vote(0.5)),
      by: ann,
      command: adding('with', 'joint#1.1', dee, 0.5),
      refused: ['weight-not-possible'],
    },
  ]);

  test('a colleague of the same post may sign too: the other one is still there', () => {
    story.when(adding('with', 'joint#1.1', amy), ann, minute(1)).thenDone();
  });

  test('before: mine waits, and opens when they have approved', () => {
    const added = story
      .when(adding('before', 'joint#1.1', dee), ann, minute(1))
      .thenEvents('SignerAdded joint#1.4 Dee before joint#1.1');
    expect(ids(added, 'waiting')).toEqual(['1']);
    added.when(approve('joint#1.1', ann)[0], ann, minute(2)).thenRefused('task-not-yet-open');
    added
      .when(approve('joint#1.4', dee)[0], dee, minute(2))
      .thenEvents('TaskDecided joint#1.4 approved', 'TaskOpened joint#1.1');
  });

  test('before, and somebody after those: mine waits for both', () => {
    const added = story.and(
      add('before', 'joint#1.1', dee, ann, minute(1)),
      add('after', 'joint#1.4', eve, dee, minute(2)),
      approve('joint#1.4', dee, minute(3)),
    );
    expect(ids(added, 'waiting')).toEqual(['1']);
    added
      .when(approve('joint#1.5', eve)[0], eve, minute(4))
      .thenEvents('TaskDecided joint#1.5 approved', 'TaskOpened joint#1.1');
  });

  test('after: the step is not complete before them', () => {
    const added = joint({ rule: 'one' }).and(add('after', 'joint#1.1', dee, ann, minute(1)));
    expect(ids(added, 'waiting')).toEqual(['2']);
    added
      .and(approve('joint#1.1', ann, minute(2)))
      .when(approve('joint#1.2', dee)[0], dee, minute(3))
      .thenEvents(
        'TaskDecided joint#1.2 approved',
        'StepCompleted joint#1 approved',
        'StepOpened leader#1.1',
      );
  });

  test('with: a step of one asks both, and the first reject counts', () => {
    const added = joint({ rule: 'one' }).and(add('with', 'joint#1.1', dee, ann, minute(1)));
    expect(ids(added.and(approve('joint#1.1', ann, minute(2))), 'open')).toEqual(['2']);
    added
      .when(reject('joint#1.2', dee, 2)[0], dee, minute(2))
      .thenEvents(
        'TaskDecided joint#1.2 rejected',
        'TaskClosed joint#1.1 skipped-by-rule',
        'StepCompleted joint#1 rejected',
        'StepOpened leader#1.1',
      );
  });

  test('who was added can reject: the others of the seat are told, the rest is heard', () => {
    const added = joint(hearAll).and(
      add('before', 'joint#1.1', dee, ann, minute(1)),
      add('after', 'joint#1.4', eve, dee, minute(2)),
    );
    added
      .when(reject('joint#1.4', dee, 3)[0], dee, minute(3))
      .thenEvents(
        'TaskDecided joint#1.4 rejected',
        'TaskClosed joint#1.5 decided-by-other',
        'TaskClosed joint#1.1 decided-by-other',
      );
  });

  test('in turn: who signs with somebody comes right after their whole seat', () => {
    const added = joint({ rule: 'in-turn' }).and(
      add('after', 'joint#1.1', dee, ann, minute(1)),
      add('with', 'joint#1.1', eve, ann, minute(2)),
      approve('joint#1.1', ann, minute(3)),
    );
    expect(ids(added, 'open')).toEqual(['4']);
    const next = added.and(approve('joint#1.4', dee, minute(4)));
    expect(ids(next, 'open')).toEqual(['5']);
    const then = next.and(approve('joint#1.5', eve, minute(5)));
    expect(ids(then, 'open')).toEqual(['2']);
    expect(ids(then, 'waiting')).toEqual(['3']);
  });

  test('the denominator grows by the weight that was given', () => {
    const added = joint(vote(0.5)).and([adding('with', 'joint#1.1', dee, 2), ann, minute(1)]);
    // Two of five are less than half; Dee's two make four of five.
    const two = added.and(
      approve('joint#1.1', ann, minute(2)),
      approve('joint#1.2', bob, minute(3)),
    );
    expect(two.state.marking.nodes['joint']?.status).toBe('open');
    two
      .when(approve('joint#1.4', dee)[0], dee, minute(4))
      .thenEvents(
        'TaskDecided joint#1.4 approved',
        'TaskClosed joint#1.3 skipped-by-rule',
        'StepCompleted joint#1 approved',
        'StepOpened leader#1.1',
      );
  });

  test('votes that were cast stay what they were', () => {
    const voted = story.and(approve('joint#1.2', bob, minute(1)));
    const added = voted.and(add('with', 'joint#1.1', dee, ann, minute(2)));
    const { 'joint#1.2': before } = voted.state.marking.tasks;
    expect(added.state.marking.tasks['joint#1.2']).toEqual(before);
  });

  test('the record says who added whom, and the added one acts without a post', () => {
    const added = story.and(add('with', 'joint#1.1', dee, ann, minute(1)));
    expect(added.state.marking.tasks['joint#1.4']).toMatchObject({
      addedBy: { taskId: 'joint#1.1', person: personOf(ann) },
      holder: personOf(dee),
      posts: [],
    });
    const signed = added.and(approve('joint#1.4', dee, minute(2)));
    expect(signed.past.at(-1)?.by).toEqual({ kind: 'staff', personId: 'dee', name: 'Dee' });
  });

  test('a return ends the round, and nobody added to it is asked in the next', () => {
    const added = story.and(add('with', 'joint#1.3', dee, cid, minute(1)));
    added
      .when(
        {
          type: 'ReturnTask',
          taskId: 'joint#1.4',
          toStep: 'intake',
          then: 'walk-again',
          reason: 'r',
        },
        dee,
        minute(2),
      )
      .thenEvents(
        'TaskClosed joint#1.1 returned',
        'TaskClosed joint#1.2 returned',
        'TaskClosed joint#1.3 returned',
        'TaskClosed joint#1.4 returned',
        'StepReturned joint → intake walk-again resets joint within main',
        'StepOpened intake#2.1',
      );
  });
});
