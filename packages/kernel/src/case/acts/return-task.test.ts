import { describe, expect, test } from 'vitest';
import type { FlowNode } from '../../flow/index.ts';
import { allowedActs, type Actor, type CommandOf } from '../index.ts';
import {
  bare,
  contextOf,
  counter,
  flowAround,
  leader,
  outsider,
  permit,
  reviewer,
  robot,
  sequence,
  split,
  staff,
  step,
  wang,
} from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import { acceptedCase, approve, tuesday, type Act } from '../testing/specification.examples.ts';

type Then = 'walk-again' | 'straight-back';
const back = (
  taskId: string,
  toStep: string,
  then: Then = 'walk-again',
): CommandOf<'ReturnTask'> => ({
  type: 'ReturnTask',
  taskId,
  toStep,
  then,
  reason: 'incomplete',
});
const holder = (post: string): Actor => staff(post.toUpperCase(), [post]);
const done = (taskId: string, post = taskId.slice(0, taskId.indexOf('#'))): Act =>
  approve(taskId, holder(post));
const review = (id: string) => step(id, 'review');
const around = (...between: readonly FlowNode[]) => acceptedCase(bare(flowAround(...between)));

describe('ReturnTask 退回', () => {
  const story = acceptedCase();
  const atLeader = story.and(approve('review#1.1', reviewer));
  const decided = acceptedCase(bare(flowAround())).and(approve('leader#1.1', leader));
  ladder([
    {
      lacking: 'not staff',
      story,
      by: wang,
      command: back('review#1.1', 'intake'),
      refused: ['not-your-task'],
    },
    {
      lacking: 'another post',
      story,
      by: outsider,
      command: back('review#1.1', 'intake'),
      refused: ['not-your-task'],
    },
    {
      lacking: 'no such task',
      story,
      by: reviewer,
      command: back('x', 'intake'),
      refused: ['task-unknown'],
    },
    {
      lacking: 'served is served',
      story: decided,
      by: counter,
      command: back('delivery#1.1', 'leader'),
      refused: ['wrong-duty'],
    },
    {
      lacking: 'a reason',
      story,
      by: reviewer,
      command: { ...back('review#1.1', 'intake'), reason: '' },
      refused: ['reason-required'],
    },
    {
      lacking: 'the target comes later',
      story,
      by: reviewer,
      command: back('review#1.1', 'leader'),
      refused: ['return-target-unknown'],
    },
    {
      lacking: 'the target is itself',
      story,
      by: reviewer,
      command: back('review#1.1', 'review'),
      refused: ['return-target-unknown'],
    },
    {
      lacking: 'no such step',
      story,
      by: reviewer,
      command: back('review#1.1', '__proto__'),
      refused: ['return-target-unknown'],
    },
  ]);

  test('after the decision nothing is returned: that would undo it', () => {
    const { main } = flowAround();
    if (main.kind !== 'sequence') throw new Error('the flow is a sequence');
    const flow = { main: { ...main, children: [...main.children, step('file', 'task')] } };
    const children = flow.main.children.filter((node) => node.id !== 'delivery');
    const open = acceptedCase(bare({ main: sequence('main', ...children) })).and(
      approve('leader#1.1', leader),
    );
    open.when(back('file#1.1', 'leader'), holder('file'), tuesday).thenRefused('wrong-phase');
  });

  test('walk again: everything after the target is walked in a new round', () => {
    atLeader
      .when(back('leader#1.1', 'intake'), leader, tuesday)
      .thenEvents(
        'TaskClosed leader#1.1 returned',
        'StepReturned leader → intake walk-again resets review,leader within main',
        'StepOpened intake#2.1',
      );
    const again = atLeader.and(
      [back('leader#1.1', 'intake'), leader, tuesday],
      approve('intake#2.1', counter),
      approve('review#2.1', reviewer),
    );
    expect(again.state.marking.nodes['leader']).toMatchObject({ status: 'open', round: 2 });
  });

  test('straight back: only the target is done again, then the step that returned', () => {
    const story3 = around(review('a'), review('b'), review('c')).and(done('a#1.1'), done('b#1.1'));
    story3
      .when(back('c#1.1', 'a', 'straight-back'), holder('c'), tuesday)
      .thenEvents(
        'TaskClosed c#1.1 returned',
        'StepReturned c → a straight-back resets c within main',
        'StepOpened a#2.1',
      );
    const after = story3
      .and([back('c#1.1', 'a', 'straight-back'), holder('c'), tuesday])
      .when(...done('a#2.1'))
      .thenEvents('TaskDecided a#2.1 approved', 'StepCompleted a#2 approved', 'StepOpened c#2.1');
    expect(after.state.marking).not.toHaveProperty('straightBacks');
    expect(after.state.marking.nodes['b']).toMatchObject({ status: 'done', round: 1 });
  });

  test('the buttons name the targets, and from where the case may come straight back', () => {
    const story3 = around(split('parallel', 'p', review('a'), review('b')), review('c')).and(
      done('a#1.1'),
      done('b#1.1'),
    );
    const acts = allowedActs(story3.state, contextOf(story3.item, holder('c'), tuesday));
    expect(acts.find((act) => act.act === 'ReturnTask')?.targets).toEqual([
      { stepId: 'intake', straightBack: true },
      { stepId: 'a', straightBack: false },
      { stepId: 'b', straightBack: false },
    ]);
    story3
      .when(back('c#1.1', 'a', 'straight-back'), holder('c'), tuesday)
      .thenRefused('straight-back-not-possible');
  });
});

describe('two returns in a row', () => {
  const at = around(review('a'), review('b'), review('c'), review('d')).and(
    done('a#1.1'),
    done('b#1.1'),
    done('c#1.1'),
    [back('d#1.1', 'c', 'straight-back'), holder('d'), tuesday],
  );

  test('straight, then straight: a leads to c, c leads to d', () => {
    const story = at.and(
      [back('c#2.1', 'a', 'straight-back'), holder('c'), tuesday],
      done('a#2.1'),
    );
    expect(story.state.marking.straightBacks).toEqual([{ after: 'c', to: 'd' }]);
    story
      .when(...done('c#3.1'))
      .thenEvents('TaskDecided c#3.1 approved', 'StepCompleted c#3 approved', 'StepOpened d#2.1');
  });

  test('straight, then walk again: the way straight back is gone with what it skipped', () => {
    const story = at.and([back('c#2.1', 'a'), holder('c'), tuesday], done('a#2.1'));
    expect(story.state.marking).not.toHaveProperty('straightBacks');
    expect(story.and(done('b#2.1'), done('c#3.1')).state.marking.nodes['d']).toMatchObject({
      status: 'open',
      round: 2,
    });
  });

  test('to the same step twice: the last one to return is who gets it back', () => {
    const story = around(review('a'), review('b'), review('c')).and(
      done('a#1.1'),
      [back('b#1.1', 'a', 'straight-back'), holder('b'), tuesday],
      done('a#2.1'),
      done('b#2.1'),
      [back('c#1.1', 'a', 'straight-back'), holder('c'), tuesday],
      done('a#3.1'),
    );
    expect(story.state.marking.nodes['c']).toMatchObject({ status: 'open', round: 2 });
    expect(story.state.marking.nodes['b']).toMatchObject({ status: 'done', round: 2 });
  });
});

describe('across a split', () => {
  const limit = { amount: 3, unit: 'WD' } as const;
  const inspected = around(
    review('first'),
    split(
      'parallel',
      'p',
      sequence('as', review('a1'), review('a2')),
      step('b', 'review', { limit }),
      { kind: 'subcases', id: 'sub', name: 'sub', parts: [{ id: 'x', itemCode: 'x' }] },
    ),
  ).and(done('first#1.1'), done('a1#1.1'));

  test('to before it: sister branches are cancelled with their cause, their clocks stop', () => {
    const story = inspected
      .when(back('a2#1.1', 'first'), holder('a2'), tuesday)
      .thenEvents(
        'TaskClosed a2#1.1 returned',
        'TaskClosed b#1.1 sister-branch-cancelled',
        'StepReturned a2 → first walk-again resets p,as,a1,a2,b,sub within main',
        'StepOpened first#2.1',
        'SubcasesCancelled sub/x sister-branch-cancelled',
        'ClockStopped step:b#1',
      );
    // What the department answers for the cancelled part no longer moves anything here.
    story
      .when(
        { type: 'ConcludeSubcase', nodeId: 'sub', partId: 'x', outcome: 'granted' },
        robot,
        tuesday,
      )
      .thenRefused('task-unknown');
    const again = story.and(done('first#2.1'), done('a1#2.1'), done('a2#2.1'), done('b#2.1'));
    expect(again.state.marking.nodes['p']).toMatchObject({ status: 'open', round: 2 });
    const joined = again.and([
      { type: 'ConcludeSubcase', nodeId: 'sub', partId: 'x', outcome: 'granted' },
      robot,
      tuesday,
    ]);
    expect(joined.state.marking.nodes['leader']?.status).toBe('open');
  });

  test('inside a branch: the sisters stay at work', () => {
    inspected
      .when(back('a2#1.1', 'a1'), holder('a2'), tuesday)
      .thenEvents(
        'TaskClosed a2#1.1 returned',
        'StepReturned a2 → a1 walk-again resets a2 within main,p,as',
        'StepOpened a1#2.1',
      );
  });

  test('straight back in one branch does not disturb a straight back in the other', () => {
    const story = around(
      split(
        'parallel',
        'p',
        sequence('as', review('a1'), review('a2'), review('a3')),
        sequence('bs', review('b1'), review('b2'), review('b3')),
      ),
    ).and(
      ...['a1#1.1', 'a2#1.1', 'b1#1.1', 'b2#1.1'].map((id) => done(id)),
      [back('a3#1.1', 'a1', 'straight-back'), holder('a3'), tuesday],
      [back('b3#1.1', 'b1', 'straight-back'), holder('b3'), tuesday],
    );
    expect(story.state.marking.straightBacks).toHaveLength(2);
    const after = story.and(done('a1#2.1'), done('b1#2.1'));
    expect(after.state.marking.nodes).toMatchObject({
      a2: { status: 'done', round: 1 },
      a3: { status: 'open', round: 2 },
      b2: { status: 'done', round: 1 },
      b3: { status: 'open', round: 2 },
    });
  });

  test('back into a joined split: the sister’s work stands, and the join fires once more', () => {
    const story = around(split('parallel', 'p', review('a'), review('b')), review('c')).and(
      done('a#1.1'),
      done('b#1.1'),
      [back('c#1.1', 'a'), holder('c'), tuesday],
    );
    expect(story.state.marking.nodes['p']).toMatchObject({ status: 'open', round: 2 });
    story
      .when(...done('a#2.1'))
      .thenEvents(
        'TaskDecided a#2.1 approved',
        'StepCompleted a#2 approved',
        'NodeCompleted p#2',
        'StepOpened c#2.1',
      );
  });
});

describe('into a step with several signers', () => {
  test('all members again, in a new round; the old votes do not count', () => {
    const signed = step('joint', 'review', {
      posts: ['a', 'b'],
      agreement: { rule: 'all', rejectCounts: 'at-once' },
    });
    const story = around(signed, review('c')).and(done('joint#1.1', 'a'), done('joint#1.2', 'b'));
    const returned = story
      .when(back('c#1.1', 'joint'), holder('c'), tuesday)
      .thenEvents(
        'TaskClosed c#1.1 returned',
        'StepReturned c → joint walk-again resets c within main',
        'StepOpened joint#2.1 joint#2.2',
      );
    expect(returned.and(done('joint#2.1', 'a')).state.marking.nodes['joint']).toMatchObject({
      status: 'open',
      round: 2,
    });
    const both = returned.and(done('joint#2.1', 'a'), done('joint#2.2', 'b'));
    expect(both.state.marking.nodes['c']).toMatchObject({ status: 'open', round: 2 });
  });

  test('one signer returns: the others lose their tasks, what was voted is void', () => {
    const signed = step('joint', 'review', {
      posts: ['a', 'b', 'c'],
      agreement: { rule: 'all', rejectCounts: 'at-once' },
    });
    const story = around(signed).and(done('joint#1.1', 'a'));
    story
      .when(back('joint#1.2', 'intake'), holder('b'), tuesday)
      .thenEvents(
        'TaskClosed joint#1.2 returned',
        'TaskClosed joint#1.3 returned',
        'StepReturned joint → intake walk-again resets joint within main',
        'StepOpened intake#2.1',
      );
  });
});

describe('straight back past composites', () => {
  const writes = { form: { write: ['area'] } };

  test('what surrounds either step is closed and opened with it', () => {
    const story = around(
      sequence('one', step('a', 'review', writes), review('b')),
      split('choice', 'two', sequence('three', review('c'), review('d')), [
        'area > 90',
        review('e'),
      ]),
    ).and(done('a#1.1'), done('b#1.1'), done('c#1.1'), [
      back('d#1.1', 'a', 'straight-back'),
      holder('d'),
      tuesday,
    ]);
    expect(story.state.marking.nodes).toMatchObject({
      one: { status: 'open', round: 2 },
      two: { status: 'reset' },
      three: { status: 'reset' },
      c: { status: 'done' },
    });
    story
      .when(...done('a#2.1'))
      .thenEvents(
        'TaskDecided a#2.1 approved',
        'StepCompleted a#2 approved',
        'NodeCompleted one#2',
        'NodeEntered two#2 [a]',
        'NodeEntered three#2',
        'StepOpened d#2.1',
      );
  });

  test('data that changed the way: the case walks again, and no old branch counts', () => {
    const note: FlowNode = { kind: 'subcases', id: 'none', name: 'none', parts: [] };
    const story = around(
      step('a', 'review', writes),
      split('choice', 'two', review('b'), ['area > 90', review('e')]),
      split('parallel', 'p', note, review('x')),
      review('c'),
    ).and(
      done('a#1.1'),
      done('b#1.1'),
      done('x#1.1'),
      [back('c#1.1', 'a', 'straight-back'), holder('c'), tuesday],
      [{ type: 'AmendForm', taskId: 'a#2.1', patch: { area: 95 } }, holder('a'), tuesday],
    );
    const walked = story
      .when(...done('a#2.1'))
      .thenEvents(
        'TaskDecided a#2.1 approved',
        'StepCompleted a#2 approved',
        'NodeEntered two#2 [b] resets b',
        'StepOpened e#1.1',
      );
    // The first branch finishes at once: its sister of the earlier round must not join with it.
    walked
      .when(...done('e#1.1'))
      .thenEvents(
        'TaskDecided e#1.1 approved',
        'StepCompleted e#1 approved',
        'NodeCompleted two#2',
        'NodeEntered p#2 [a,b] resets none,x',
        'NodeEntered none#2',
        'SubcasesOrdered none#2',
        'NodeCompleted none#2',
        'StepOpened x#2.1',
      );
    const acts = allowedActs(
      story.and([back('a#2.1', 'intake'), holder('a'), tuesday]).state,
      contextOf(permit, wang, tuesday),
    );
    expect(acts.map((act) => act.act)).toEqual(['WithdrawCase', 'UrgeCase']);
  });

  test('it is refused where data has changed the way before the return', () => {
    const story = around(
      step('a', 'review'),
      split('choice', 'two', review('b'), ['area > 90', review('e')]),
      step('c', 'review', writes),
    ).and(done('a#1.1'), done('b#1.1'), [
      { type: 'AmendForm', taskId: 'c#1.1', patch: { area: 95 } },
      holder('c'),
      tuesday,
    ]);
    story
      .when(back('c#1.1', 'a', 'straight-back'), holder('c'), tuesday)
      .thenRefused('straight-back-not-possible');
  });
});

describe('within a step signed in turn', () => {
  const posts = ['a', 'b', 'c'];
  const turn = step('turn', 'review', { posts, agreement: { rule: 'in-turn' } });
  const story = around(turn).and(
    approve('turn#1.1', holder('a')),
    approve('turn#1.2', holder('b')),
  );

  test('to the member before: their vote is undone, the round stays', () => {
    const returned = story
      .when(back('turn#1.3', 'turn'), holder('c'), tuesday)
      .thenEvents('TaskReturned turn#1.3 → turn#1.2 turn#1.2 (turn#1.3)');
    expect(returned.state.marking.tasks['turn#1.1']?.verdict).toBe('approved');
    expect(returned.state.marking.tasks['turn#1.2']?.verdict).toBeUndefined();
    returned
      .and([back('turn#1.2', 'turn'), holder('b'), tuesday])
      .when(approve('turn#1.1', holder('a'))[0], holder('a'), tuesday)
      .thenEvents('TaskDecided turn#1.1 approved', 'TaskOpened turn#1.2');
  });

  test('the first member has nobody before them, and there is no way straight back', () => {
    around(turn)
      .when(back('turn#1.1', 'turn'), holder('a'), tuesday)
      .thenRefused('return-target-unknown');
    story
      .when(back('turn#1.3', 'turn', 'straight-back'), holder('c'), tuesday)
      .thenRefused('straight-back-not-possible');
  });

  test('it is offered beside the earlier steps', () => {
    const [act] = allowedActs(story.state, contextOf(story.item, holder('c'), tuesday)).filter(
      (found) => found.act === 'ReturnTask',
    );
    expect(act?.targets).toEqual([
      { stepId: 'turn', straightBack: false },
      { stepId: 'intake', straightBack: true },
    ]);
  });
});
