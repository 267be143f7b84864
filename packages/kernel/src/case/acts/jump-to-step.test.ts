import { describe, expect, test } from 'vitest';
import type { FlowNode } from '../../flow/index.ts';
import type { CommandOf } from '../index.ts';
import {
  assess,
  bare,
  basis,
  cashier,
  counter,
  delivery,
  flowAround,
  intake,
  issue,
  leader,
  payment,
  permit,
  robot,
  sequence,
  split,
  step,
  wang,
} from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import { administrator, holder, leaveCase } from '../testing/moving.examples.ts';
import {
  acceptedCase,
  approve,
  given,
  monday,
  received,
  tuesday,
  type Act,
  type Story,
} from '../testing/specification.examples.ts';

const jump = (toStep: string): CommandOf<'JumpToStep'> => ({
  type: 'JumpToStep',
  toStep,
  reason: 'by order',
});
const review = (id: string) => step(id, 'review');
const around = (...nodes: readonly FlowNode[]): Story => acceptedCase(bare(flowAround(...nodes)));
const done = (taskId: string): Act => approve(taskId, holder(taskId.split('#')[0] ?? ''));
const jumped = (story: Story, toStep: string) => story.when(jump(toStep), administrator, tuesday);

describe('JumpToStep 跳转', () => {
  const story = around(review('a'), review('b'), review('c'));
  ladder([
    { lacking: 'the right', story, by: leader, command: jump('c'), refused: ['right-missing'] },
    {
      lacking: 'a case that lives',
      story: story.and([{ type: 'WithdrawCase', reason: 'r' }, wang, monday]),
      by: administrator,
      command: jump('c'),
      refused: ['case-has-ended'],
    },
    {
      lacking: 'acceptance',
      story: given(story.item, received),
      by: administrator,
      command: jump('c'),
      refused: ['wrong-phase'],
    },
    {
      lacking: 'a reason',
      story,
      by: administrator,
      command: { ...jump('c'), reason: '' },
      refused: ['reason-required'],
    },
    {
      lacking: 'a step',
      story,
      by: administrator,
      command: jump('main'),
      refused: ['jump-target-unknown'],
    },
    {
      lacking: 'another step than the open one',
      story,
      by: administrator,
      command: jump('a'),
      refused: ['jump-target-unknown'],
    },
    {
      lacking: 'a decision on the way',
      story,
      by: administrator,
      command: jump('delivery'),
      refused: ['jump-over-act-of-law'],
    },
    {
      lacking: 'a denial: its tree is not walked',
      story,
      by: administrator,
      command: jump('refusal-delivery'),
      refused: ['jump-over-act-of-law'],
    },
  ]);

  test('forward: what is passed over is skipped for all to see', () => {
    const after = jumped(story, 'c').thenEvents(
      'TaskClosed a#1.1 jumped',
      'FlowJumped → c skips a,b within main#1',
      'StepOpened c#1.1',
    );
    expect(after.state.marking.nodes).toMatchObject({
      a: { round: 1, status: 'skipped' },
      b: { round: 0, status: 'skipped' },
    });
    after
      .when(...done('c#1.1'))
      .thenEvents(
        'TaskDecided c#1.1 approved',
        'StepCompleted c#1 approved',
        'StepOpened leader#1.1',
      );
  });

  test('back: what comes after the step is reset, and its people get a new round', () => {
    jumped(story.and(done('a#1.1'), done('b#1.1')), 'a').thenEvents(
      'TaskClosed c#1.1 jumped',
      'FlowJumped → a resets b,c within main#1',
      'StepOpened a#2.1',
    );
    // Also to a step that was itself passed over.
    const after = jumped(jumped(story, 'c').thenDone(), 'b').thenEvents(
      'TaskClosed c#1.1 jumped',
      'FlowJumped → b resets c skips a within main#1',
      'StepOpened b#1.1',
    );
    after.and(done('b#1.1'), done('c#2.1'));
  });

  test('into a split: it is entered whole, so that no sister branch is lost', () => {
    const inside = around(
      review('a'),
      split('parallel', 'p', sequence('s', review('x'), review('y')), review('z')),
    );
    const after = jumped(inside, 'y').thenEvents(
      'TaskClosed a#1.1 jumped',
      'FlowJumped → y skips a,x within main#1,p#1,s#1',
      'StepOpened y#1.1',
      'StepOpened z#1.1',
    );
    const joined = after.and(done('y#1.1'), done('z#1.1'));
    expect(joined.state.marking.nodes['leader']?.status).toBe('open');
  });

  test('inside a split the sister branch runs on', () => {
    const inside = around(
      split('parallel', 'p', sequence('s', review('x'), review('y')), review('z')),
    );
    jumped(inside, 'y').thenEvents(
      'TaskClosed x#1.1 jumped',
      'FlowJumped → y skips x within main#1,p#1,s#1',
      'StepOpened y#1.1',
    );
  });

  test('out of a split: every branch is left, and the join does not fire', () => {
    const inside = around(split('parallel', 'p', review('x'), review('z')), review('last'));
    jumped(inside.and(done('x#1.1')), 'last').thenEvents(
      'TaskClosed z#1.1 jumped',
      'FlowJumped → last skips p,z within main#1',
      'StepOpened last#1.1',
    );
  });

  test('back into a split that was done: the branch opens again, its sister stays done', () => {
    const past = around(split('parallel', 'p', review('x'), review('z')), review('last')).and(
      done('x#1.1'),
      done('z#1.1'),
    );
    const after = jumped(past, 'x').thenEvents(
      'TaskClosed last#1.1 jumped',
      'FlowJumped → x resets last within main#1,p#2',
      'StepOpened x#2.1',
    );
    after
      .when(...done('x#2.1'))
      .thenEvents(
        'TaskDecided x#2.1 approved',
        'StepCompleted x#2 approved',
        'NodeCompleted p#2',
        'StepOpened last#2.1',
      );
  });

  test('to the other branch of a choice: the one that was taken is left', () => {
    const choosing = around(split('choice', 'c', review('x'), ['area > 100', review('y')]));
    const after = jumped(choosing, 'y').thenEvents(
      'TaskClosed x#1.1 jumped',
      'FlowJumped → y resets x within main#1,c#1',
      'StepOpened y#1.1',
    );
    expect(after.state.marking.nodes['c']).toEqual({ round: 1, status: 'open', branches: ['b'] });
    const left = after.and(done('y#1.1'));
    expect(left.state.marking.nodes['leader']?.status).toBe('open');
  });

  test('a return into what was passed over opens it again, and waits for nothing skipped', () => {
    const inside = around(
      split('parallel', 'p', sequence('s', review('x'), review('y')), review('z')),
      review('last'),
    ).and(done('x#1.1'));
    const past = jumped(inside, 'last').thenDone();
    const back: Act = [
      { type: 'ReturnTask', taskId: 'last#1.1', toStep: 'x', then: 'walk-again', reason: 'r' },
      holder('last'),
      tuesday,
    ];
    const again = past.and(back);
    expect(again.state.marking.nodes).toMatchObject({
      p: { status: 'open', round: 2 },
      s: { status: 'open', round: 2 },
      z: { status: 'skipped' },
    });
    again
      .and(done('x#2.1'))
      .when(...done('y#2.1'))
      .thenEvents(
        'TaskDecided y#2.1 approved',
        'StepCompleted y#2 approved',
        'NodeCompleted s#2',
        'NodeCompleted p#2',
        'StepOpened last#2.1',
      );
  });

  test('the way straight back to who returned is gone', () => {
    const returned = story.and(done('a#1.1'), done('b#1.1'), [
      { type: 'ReturnTask', taskId: 'c#1.1', toStep: 'a', then: 'straight-back', reason: 'r' },
      holder('c'),
      tuesday,
    ]);
    const after = jumped(returned, 'b').thenDone();
    expect(after.state.marking).not.toHaveProperty('straightBacks');
  });

  test('nor to the other way of a choice, past a decision that was made on this one', () => {
    const ways = split('choice', 'ways', step('head', 'decision'), [
      'area > 100',
      step('board', 'decision'),
    ]);
    const main = sequence('main', intake, ways, delivery);
    const decided = acceptedCase(bare({ main })).and(done('head#1.1'));
    jumped(decided, 'board').thenRefused('jump-target-unknown');
  });

  test('what has happened in the world is not jumped over, nor back before', () => {
    const main = sequence(
      'main',
      intake,
      step('leader', 'decision'),
      assess,
      payment,
      issue,
      step('file', 'task'),
      delivery,
    );
    const decided = acceptedCase({ ...permit, flow: { main } }).and(approve('leader#1.1', leader));
    // Nowhere to go: the fee is to be paid first, and the decision stands.
    jumped(decided, 'file').thenRefused('jump-target-unknown');
    const issued = decided.and(
      [
        { type: 'RecordPayment', amountFen: 7500, method: 'cash', receiptNumber: 'R' },
        cashier,
        tuesday,
      ],
      ...['d1', 'd2', 'd3', 'd4', 'd5'].map((documentId): Act => [
        { type: 'RecordDocument', documentId, number: documentId, sha256: 's', bytes: 1 },
        robot,
        tuesday,
      ]),
    );
    expect(issued.state.marking.nodes['file']?.status).toBe('open');
    jumped(issued, 'leader').thenRefused('jump-over-act-of-law');
    jumped(issued, 'intake').thenRefused('jump-over-act-of-law');
    jumped(issued, 'delivery').thenEvents(
      'TaskClosed file#1.1 jumped',
      'FlowJumped → delivery skips file within main#1',
      'StepOpened delivery#1.1',
    );
  });

  test('after a denial only its own tree is there to be walked', () => {
    const flow = {
      ...flowAround(review('a')),
      denied: sequence(
        'denied',
        step('note', 'task'),
        step('refusal-delivery', 'delivery', { posts: ['counter'] }),
      ),
    };
    const denied = acceptedCase(bare(flow)).and(done('a#1.1'), [
      { type: 'RejectTask', taskId: 'leader#1.1', opinion: 'no', basis: [basis] },
      leader,
      tuesday,
    ]);
    jumped(denied, 'a').thenRefused('jump-over-act-of-law');
    const after = jumped(denied, 'refusal-delivery').thenEvents(
      'TaskClosed note#1.1 jumped',
      'FlowJumped → refusal-delivery skips note within denied#1',
      'StepOpened refusal-delivery#1.1',
    );
    after.and([
      { type: 'ServeResult', taskId: 'refusal-delivery#1.1', method: 'counter', recipient: 'Wang' },
      counter,
      tuesday,
    ]);
  });

  test('an internal approval goes back to its applicant or past its steps', () => {
    const leave = leaveCase(step('a', 'task'), step('b', 'task'));
    jumped(leave, 'b').thenEvents(
      'TaskClosed a#1.1 jumped',
      'FlowJumped → b skips a within main#1',
      'StepOpened b#1.1',
    );
    jumped(leave, 'filing').thenEvents(
      'TaskClosed a#1.1 jumped',
      'FlowJumped → filing resets a within main#1',
      'StepOpened filing#2.1',
    );
  });
});
