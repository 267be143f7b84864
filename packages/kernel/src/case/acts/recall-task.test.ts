import { describe, expect, test } from 'vitest';
import { openTasks, type FlowNode } from '../../flow/index.ts';
import type { Actor, CommandOf } from '../index.ts';
import {
  assess,
  bare,
  counter,
  flowAround,
  leader,
  on,
  permit,
  sequence,
  split,
  staff,
  step,
  wang,
} from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import {
  add,
  administrator,
  amy,
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
import { acceptedCase, approve, type Act, type Story } from '../testing/specification.examples.ts';

const recall = (taskId: string): CommandOf<'RecallTask'> => ({ type: 'RecallTask', taskId });
const read = (taskId: string, by: Actor, n: number): Act => [
  { type: 'ReadTask', taskId },
  by,
  minute(n),
];
const transfer = (to: Actor, by: Actor, n: number): Act => [
  { type: 'TransferTask', taskId: 'joint#1.1', to: personOf(to), reason: 'away' },
  by,
  minute(n),
];
const holder = (post: string): Actor => staff(post.toUpperCase(), [post]);
const review = (id: string) => step(id, 'review', { onReject: { then: 'continue' } });
const around = (...between: readonly FlowNode[]) => acceptedCase(bare(flowAround(...between)));
const done = (taskId: string, n: number): Act => {
  const by = holder(taskId.slice(0, taskId.indexOf('#')));
  return approve(taskId, by, minute(n));
};
const back = (
  taskId: string,
  toStep: string,
  n: number,
  then: 'walk-again' | 'straight-back' = 'straight-back',
): Act => [
  { type: 'ReturnTask', taskId, toStep, then, reason: 'r' },
  holder(taskId.slice(0, taskId.indexOf('#'))),
  minute(n),
];
const open = (story: Story): string[] => openTasks(story.state.marking).map((task) => task.taskId);

describe('RecallTask 取回: who, and what', () => {
  const story = joint({ rule: 'one' }).and(approve('joint#1.1', ann, minute(1)));
  const decision = around().and(approve('leader#1.1', leader, minute(1)));
  ladder([
    {
      lacking: 'not staff',
      story,
      by: wang,
      command: recall('joint#1.1'),
      refused: ['not-your-task'],
    },
    {
      lacking: 'no such task',
      story,
      by: ann,
      command: recall('joint#2.1'),
      refused: ['task-unknown'],
    },
    {
      lacking: 'another one signed',
      story,
      by: amy,
      command: recall('joint#1.1'),
      refused: ['not-your-task'],
    },
    {
      lacking: 'nothing was done yet',
      story: joint(),
      by: ann,
      command: recall('joint#1.1'),
      refused: ['not-your-task'],
    },
    {
      lacking: 'acceptance is an act of law',
      story: around(review('a')),
      by: counter,
      command: recall('intake#1.1'),
      refused: ['outside-effect-exists'],
    },
    {
      lacking: 'so is the decision',
      story: decision,
      by: leader,
      command: recall('leader#1.1'),
      refused: ['outside-effect-exists'],
    },
    {
      lacking: 'decided in a batch',
      story: joint({ rule: 'one' }).and([
        { type: 'ApproveTask', taskId: 'joint#1.1', opinion: '', isBatch: true },
        ann,
        minute(1),
      ]),
      by: ann,
      command: recall('joint#1.1'),
      refused: ['batch-not-recalled'],
    },
    {
      lacking: 'the next one has read it',
      story: story.and(read('leader#1.1', leader, 2)),
      by: ann,
      command: recall('joint#1.1'),
      refused: ['recall-too-late'],
    },
    {
      lacking: 'the next one has asked somebody',
      story: story.and(add('before', 'leader#1.1', dee, leader, minute(2))),
      by: ann,
      command: recall('joint#1.1'),
      refused: ['recall-too-late'],
    },
    {
      lacking: 'the next one has returned it',
      story: around(review('a'), review('b')).and(done('a#1.1', 1), back('b#1.1', 'a', 2)),
      by: holder('a'),
      command: recall('a#1.1'),
      refused: ['nothing-to-recall'],
    },
    {
      lacking: 'others decide the step without it',
      story: joint().and(approve('joint#1.1', ann, minute(1)), [
        { type: 'RejectTask', taskId: 'joint#1.2', opinion: 'no' },
        bob,
        minute(2),
      ]),
      by: ann,
      command: recall('joint#1.1'),
      refused: ['nothing-to-recall'],
    },
  ]);

  test('the step keeps its round; what came of the vote is closed and told so', () => {
    const recalled = story
      .when(recall('joint#1.1'), ann, minute(2))
      .thenEvents(
        'TaskClosed leader#1.1 recalled',
        'TaskRecalled joint#1.1 vote joint#1.1 reopens joint resets leader',
      );
    const task = recalled.state.marking.tasks['joint#1.1'];
    expect(task).toMatchObject({ status: 'open', round: 1 });
    expect([task?.verdict, task?.opinion, task?.closedBy]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    recalled
      .when(approve('joint#1.1', amy)[0], amy, minute(3))
      .thenEvents(
        'TaskDecided joint#1.1 approved',
        'StepCompleted joint#1 approved',
        'StepOpened leader#2.1',
      );
  });

  test('a deputy recalls what they signed in somebody’s place, while they are the deputy', () => {
    const deputy = standingInFor(dee, ann);
    const signed = joint().and(approve('joint#1.1', deputy, minute(1)));
    signed.when(recall('joint#1.1'), dee, minute(2)).thenRefused('not-your-task');
    signed
      .when(recall('joint#1.1'), deputy, minute(2))
      .thenEvents('Ann（Dee）: TaskRecalled joint#1.1 vote joint#1.1');
  });

  test('the step’s clock runs on from the day on which it began', () => {
    const limited = joint({ rule: 'one' }, { limit: { amount: 3, unit: 'WD' } });
    const clock = limited.state.clocks['step:joint#1'];
    const recalled = limited.and(approve('joint#1.1', ann, on('2026-03-04')), [
      recall('joint#1.1'),
      ann,
      on('2026-03-05'),
    ]);
    expect(recalled.state.clocks['step:joint#1']).toEqual(clock);
  });
});

describe('a vote of a step that goes on', () => {
  test('is open again; nobody else is touched', () => {
    const recalled = joint()
      .and(approve('joint#1.1', ann, minute(1)))
      .when(recall('joint#1.1'), ann, minute(2))
      .thenEvents('TaskRecalled joint#1.1 vote joint#1.1');
    expect(open(recalled)).toEqual(['joint#1.1', 'joint#1.2', 'joint#1.3']);
  });

  test('in turn: the next member waits again, unless they have begun', () => {
    const story = joint({ rule: 'in-turn' }).and(approve('joint#1.1', ann, minute(1)));
    story
      .when(recall('joint#1.1'), ann, minute(2))
      .thenEvents('TaskRecalled joint#1.1 vote joint#1.1 (joint#1.2)');
    for (const begun of [
      story.and(read('joint#1.2', bob, 2)),
      story.and(approve('joint#1.2', bob, minute(2))),
      story.and(add('after', 'joint#1.2', dee, bob, minute(2))),
    ]) {
      begun.when(recall('joint#1.1'), ann, minute(3)).thenRefused('recall-too-late');
    }
  });

  test('before: the adder waits again, also when they had read it before they asked', () => {
    const story = joint().and(
      read('joint#1.1', ann, 1),
      add('before', 'joint#1.1', dee, ann, minute(2)),
      approve('joint#1.4', dee, minute(3)),
    );
    story
      .when(recall('joint#1.4'), dee, minute(4))
      .thenEvents('TaskRecalled joint#1.4 vote joint#1.4 (joint#1.1)');
    story
      .and(read('joint#1.1', ann, 4))
      .when(recall('joint#1.4'), dee, minute(5))
      .thenRefused('recall-too-late');
  });

  test('a reject that closed the rest of its seat gives it back', () => {
    const story = joint({ rule: 'all', rejectCounts: 'hear-all' }).and(
      add('before', 'joint#1.1', dee, ann, minute(1)),
      [{ type: 'RejectTask', taskId: 'joint#1.4', opinion: 'no' }, dee, minute(2)],
    );
    story
      .when(recall('joint#1.4'), dee, minute(3))
      .thenEvents('TaskRecalled joint#1.4 vote joint#1.4 (joint#1.1)');
  });
});

test('whoever was closed with the vote and has another part by now keeps that one', () => {
  joint({ rule: 'all', rejectCounts: 'hear-all' })
    .and(
      add('before', 'joint#1.1', dee, ann, minute(1)),
      add('after', 'joint#1.4', eve, dee, minute(2)),
      [{ type: 'RejectTask', taskId: 'joint#1.4', opinion: 'no' }, dee, minute(3)],
      add('with', 'joint#1.2', eve, bob, minute(4)),
    )
    .when(recall('joint#1.4'), dee, minute(5))
    .thenRefused('recall-too-late');
});

describe('a vote that completed its step', () => {
  test('whom it spared is asked again, with the opinion that they had asked for', () => {
    const story = joint({ rule: 'any', rejectCounts: 'at-once' }).and(
      [
        { type: 'RequestOpinion', taskId: 'joint#1.2', person: personOf(eve), question: '?' },
        bob,
        minute(1),
      ],
      approve('joint#1.1', ann, minute(2)),
    );
    const recalled = story
      .when(recall('joint#1.1'), ann, minute(3))
      .thenEvents(
        'TaskClosed leader#1.1 recalled',
        'TaskRecalled joint#1.1 vote joint#1.1 joint#1.4 (joint#1.2) joint#1.3 ' +
          'reopens joint resets leader',
        'ClockStarted opinion:joint#1.4 from 2026-03-03 due 2026-03-06',
      );
    expect(open(recalled)).toEqual(['joint#1.1', 'joint#1.4', 'joint#1.3']);
  });

  test('also when another vote came last: that one stays', () => {
    const recalled = joint()
      .and(
        approve('joint#1.1', ann, minute(1)),
        approve('joint#1.2', bob, minute(2)),
        approve('joint#1.3', cid, minute(3)),
      )
      .when(recall('joint#1.1'), ann, minute(4))
      .thenDone();
    expect(open(recalled)).toEqual(['joint#1.1']);
    expect(recalled.state.marking.tasks['joint#1.3']?.verdict).toBe('approved');
  });

  test('one after the other: who took a vote back had seen the task before', () => {
    around(review('a'), review('b'), review('c'))
      .and(done('a#1.1', 1), done('b#1.1', 2), [recall('b#1.1'), holder('b'), minute(3)])
      .when(recall('a#1.1'), holder('a'), minute(4))
      .thenRefused('recall-too-late');
  });

  test('a join opens again and fires once more', () => {
    const story = around(
      split('parallel', 'p', sequence('s', review('a'), review('b')), review('c')),
      review('d'),
    ).and(done('a#1.1', 1), done('c#1.1', 2), done('b#1.1', 3));
    const recalled = story
      .when(recall('b#1.1'), holder('b'), minute(4))
      .thenEvents(
        'TaskClosed d#1.1 recalled',
        'TaskRecalled b#1.1 vote b#1.1 reopens b,s,p resets d',
      );
    expect(recalled.state.marking.nodes).toMatchObject({
      s: { status: 'open', round: 2 },
      p: { status: 'open', round: 2, branches: ['a', 'b'] },
      c: { status: 'done' },
    });
    recalled
      .when(...done('b#1.1', 5))
      .thenEvents(
        'TaskDecided b#1.1 approved',
        'StepCompleted b#1 approved',
        'NodeCompleted s#2',
        'NodeCompleted p#2',
        'StepOpened d#2.1',
      );
  });

  test('also by the branch that finished first: the sister’s vote stays', () => {
    const recalled = around(split('parallel', 'p', review('a'), review('b')), review('c'))
      .and(done('a#1.1', 1), done('b#1.1', 2))
      .when(recall('a#1.1'), holder('a'), minute(3))
      .thenEvents(
        'TaskClosed c#1.1 recalled',
        'TaskRecalled a#1.1 vote a#1.1 reopens a,p resets c',
      );
    expect(open(recalled)).toEqual(['a#1.1']);
  });

  test('in a branch whose sister still runs nothing has followed', () => {
    const story = around(split('parallel', 'p', review('a'), review('b')), review('c')).and(
      done('a#1.1', 1),
      read('b#1.1', holder('b'), 2),
    );
    story
      .when(recall('a#1.1'), holder('a'), minute(3))
      .thenEvents('TaskRecalled a#1.1 vote a#1.1 reopens a');
  });

  test('not once an administrator has taken the case out of that split', () => {
    const away = { type: 'JumpToStep', toStep: 'c', reason: 'r' } as const;
    around(split('parallel', 'p', review('a'), review('b')), review('c'))
      .and(done('a#1.1', 1), [away, administrator, minute(2)])
      .when(recall('a#1.1'), holder('a'), minute(3))
      .thenRefused('recall-too-late');
  });

  test('what it entered is left whole: a split with all its branches', () => {
    const story = around(review('a'), split('parallel', 'p', review('b'), review('c'))).and(
      done('a#1.1', 1),
    );
    story
      .when(recall('a#1.1'), holder('a'), minute(2))
      .thenEvents(
        'TaskClosed b#1.1 recalled',
        'TaskClosed c#1.1 recalled',
        'TaskRecalled a#1.1 vote a#1.1 reopens a resets p,b,c',
      );
    story
      .and(read('c#1.1', holder('c'), 2))
      .when(recall('a#1.1'), holder('a'), minute(3))
      .thenRefused('recall-too-late');
  });

  test('the way straight back is there again', () => {
    const story = around(review('a'), review('b'), review('c')).and(
      done('a#1.1', 1),
      done('b#1.1', 2),
      back('c#1.1', 'a', 3),
      done('a#2.1', 4),
    );
    expect(open(story)).toEqual(['c#2.1']);
    const recalled = story
      .when(recall('a#2.1'), holder('a'), minute(5))
      .thenEvents(
        'TaskClosed c#2.1 recalled',
        'TaskRecalled a#2.1 vote a#2.1 reopens a resets c straight back to c',
      );
    expect(recalled.state.marking.straightBacks).toEqual([{ after: 'a', to: 'c' }]);
    expect(open(recalled.and(done('a#2.1', 6)))).toEqual(['c#3.1']);
  });

  test('what surrounds either end of it closes and opens with it', () => {
    const flow = around(sequence('s', review('a')), sequence('t', review('b')), review('c'));
    const story = flow.and(done('a#1.1', 1), back('b#1.1', 'a', 2), done('a#2.1', 3));
    const recalled = story.when(recall('a#2.1'), holder('a'), minute(4)).thenDone();
    expect(recalled.state.marking.nodes).toMatchObject({
      s: { status: 'open' },
      t: { status: 'reset' },
      b: { status: 'reset' },
    });
    expect(open(recalled.and(done('a#2.1', 5)))).toEqual(['b#3.1']);
  });
});

describe('outside effects are not recalled (law 11)', () => {
  const note: FlowNode = {
    kind: 'automatic',
    id: 'note',
    name: 'note',
    does: { action: 'issue-document', template: 'note' },
  };
  const parts: FlowNode = {
    kind: 'subcases',
    id: 'parts',
    name: 'parts',
    parts: [{ id: 'x', itemCode: 'x' }],
  };
  test.each([
    ['a document that the flow had issued', note],
    ['cases of other departments', parts],
  ] as const)('%s', (_name, node) => {
    around(review('a'), node)
      .and(done('a#1.1', 1))
      .when(recall('a#1.1'), holder('a'), minute(2))
      .thenRefused('outside-effect-exists');
  });

  test('a fee that was assessed', () => {
    const paid = { ...permit, flow: flowAround() };
    const { main } = paid.flow;
    if (main.kind !== 'sequence') throw new Error('the flow is a sequence');
    const file = step('file', 'task');
    const children = [...main.children.slice(0, -1), file, assess, ...main.children.slice(-1)];
    acceptedCase({ ...paid, flow: { ...paid.flow, main: { ...main, children } } })
      .and(approve('leader#1.1', leader, minute(1)), done('file#1.1', 2))
      .when(recall('file#1.1'), holder('file'), minute(3))
      .thenRefused('outside-effect-exists');
  });

  test('after the decision, what is only filed can be taken back', () => {
    const { main, denied } = flowAround();
    if (main.kind !== 'sequence') throw new Error('the flow is a sequence');
    const children = [
      ...main.children.slice(0, -1),
      step('file', 'task'),
      ...main.children.slice(-1),
    ];
    const flow = { main: { ...main, children }, ...(denied === undefined ? {} : { denied }) };
    acceptedCase(bare(flow))
      .and(approve('leader#1.1', leader, minute(1)), done('file#1.1', 2))
      .when(recall('file#1.1'), holder('file'), minute(3))
      .thenEvents(
        'TaskClosed delivery#1.1 recalled',
        'TaskRecalled file#1.1 vote file#1.1 reopens file resets delivery',
      );
  });
});

describe('a task that was passed on', () => {
  const both = staff('Both', ['a', 'b']);
  const story = joint().and(transfer(dee, ann, 1));
  ladder([
    {
      lacking: 'another one passed it on',
      story,
      by: amy,
      command: recall('joint#1.1'),
      refused: ['not-your-task'],
    },
    {
      lacking: 'the receiver has read it',
      story: story.and(read('joint#1.1', dee, 2)),
      by: ann,
      command: recall('joint#1.1'),
      refused: ['recall-too-late'],
    },
    {
      lacking: 'the receiver has asked somebody',
      story: story.and(add('with', 'joint#1.1', eve, dee, minute(2))),
      by: ann,
      command: recall('joint#1.1'),
      refused: ['recall-too-late'],
    },
    {
      lacking: 'it has moved on',
      story: story.and(transfer(eve, dee, 2)),
      by: ann,
      command: recall('joint#1.1'),
      refused: ['not-your-task'],
    },
    {
      lacking: 'an administrator handed it over',
      story: story.and([
        { type: 'HandOverTask', taskId: 'joint#1.1', to: personOf(eve), reason: 'r' },
        administrator,
        minute(2),
      ]),
      by: dee,
      command: recall('joint#1.1'),
      refused: ['nothing-to-recall'],
    },
    {
      lacking: 'they have taken another task of the step since',
      story: joint({ rule: 'all', rejectCounts: 'at-once' }, { posts: ['a', 'b', 'd'] })
        .within({ people: undefined })
        .and(transfer(dee, both, 1), [{ type: 'ClaimTask', taskId: 'joint#1.2' }, both, minute(2)]),
      by: both,
      command: recall('joint#1.1'),
      refused: ['one-vote-per-person'],
    },
    {
      lacking: 'the receiver has signed',
      story: story.and(approve('joint#1.1', dee, minute(2))),
      by: ann,
      command: recall('joint#1.1'),
      refused: ['not-your-task'],
    },
  ]);

  test('is theirs again, and can be put back on the common list', () => {
    const recalled = story
      .when(recall('joint#1.1'), ann, minute(2))
      .thenEvents('TaskRecalled joint#1.1 transfer to Ann');
    expect(recalled.state.marking.tasks['joint#1.1']).toMatchObject({
      holder: personOf(ann),
      isClaimed: true,
    });
    recalled.when(approve('joint#1.1', dee)[0], dee, minute(3)).thenRefused('not-your-task');
    recalled.when({ type: 'ReleaseTask', taskId: 'joint#1.1' }, ann, minute(3)).thenDone();
  });

  test('of a chain only the last link: who passed it on had seen it', () => {
    story
      .and(transfer(eve, dee, 2), [recall('joint#1.1'), dee, minute(3)])
      .when(recall('joint#1.1'), ann, minute(4))
      .thenRefused('recall-too-late');
  });
});
