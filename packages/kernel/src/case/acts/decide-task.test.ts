import { describe, expect, test } from 'vitest';
import type { Agreement } from '../../flow/index.ts';
import type { CommandOf } from '../index.ts';
import {
  bare,
  basis,
  counter,
  flowAround,
  leader,
  outsider,
  permit,
  refusalDelivery,
  reviewer,
  robot,
  sequence,
  split,
  staff,
  step,
  wang,
} from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import {
  accepted,
  acceptedCase,
  approve,
  checked,
  given,
  monday,
  received,
  tuesday,
  type Act,
} from '../testing/specification.examples.ts';

const approval: CommandOf<'ApproveTask'> = {
  type: 'ApproveTask',
  taskId: 'review#1.1',
  opinion: 'agreed',
};
const reject = (taskId: string, opinion = 'no'): CommandOf<'RejectTask'> => ({
  type: 'RejectTask',
  taskId,
  opinion,
  basis: [{ ...basis, article: opinion }],
});
const [a, b, c] = [staff('A', ['a']), staff('B', ['b']), staff('C', ['c'])];

function joint(agreement: Agreement, duty: 'review' | 'decision' = 'review') {
  const posts = ['a', 'b', 'c'];
  const signed = step('joint', duty, { posts, agreement, onReject: { then: 'deny' } });
  const flow = flowAround(signed);
  if (duty === 'review' || flow.main.kind !== 'sequence') return acceptedCase(bare(flow));
  const children = flow.main.children.filter((node) => node.id !== 'leader');
  return acceptedCase(bare({ ...flow, main: sequence('main', ...children) }));
}

const yes = (n: number, by: Act[1]): Act => approve(`joint#1.${n}`, by);
const no = (n: number, by: Act[1], opinion = 'no'): Act => [
  reject(`joint#1.${n}`, opinion),
  by,
  tuesday,
];

describe('ApproveTask and RejectTask 同意、驳回', () => {
  const story = acceptedCase();
  const hearing = story.and([
    { type: 'StartSpecialProcedure', kind: 'hearing', expectedDays: 20, reason: 'r' },
    reviewer,
    monday,
  ]);
  const atLeader = hearing.and(approve('review#1.1', reviewer));
  const undecidable = acceptedCase({
    ...permit,
    flow: flowAround(
      step('review', 'review'),
      step('deny', 'review', { onReject: { then: 'deny' } }),
    ),
  });
  ladder([
    { lacking: 'not staff', story, by: wang, command: approval, refused: ['not-your-task'] },
    { lacking: 'the system', story, by: robot, command: approval, refused: ['not-your-task'] },
    {
      lacking: 'no such task',
      story,
      by: reviewer,
      command: { ...approval, taskId: 'review#2.1' },
      refused: ['task-unknown'],
    },
    { lacking: 'another post', story, by: outsider, command: approval, refused: ['not-your-task'] },
    {
      lacking: 'decided before',
      story: story.and(approve('review#1.1', reviewer)),
      by: reviewer,
      command: approval,
      refused: ['task-already-closed'],
    },
    {
      lacking: 'not yet this member’s turn',
      story: joint({ rule: 'in-turn' }),
      by: b,
      command: yes(2, b)[0],
      refused: ['task-not-yet-open'],
    },
    {
      lacking: 'delivery is done by serving',
      story: acceptedCase(bare(flowAround())).and(approve('leader#1.1', leader)),
      by: counter,
      command: approve('delivery#1.1', counter)[0],
      refused: ['wrong-duty'],
    },
    {
      lacking: 'nothing is decided during a hearing',
      story: atLeader,
      by: leader,
      command: { ...approval, taskId: 'leader#1.1' },
      refused: ['special-procedure-running'],
    },
    {
      lacking: 'nor refused, by a review whose reject is the decision',
      story: undecidable.and(
        [
          { type: 'StartSpecialProcedure', kind: 'hearing', expectedDays: 20, reason: 'r' },
          reviewer,
          monday,
        ],
        approve('review#1.1', reviewer),
      ),
      by: staff('D', ['deny']),
      command: reject('deny#1.1'),
      refused: ['special-procedure-running'],
    },
    {
      lacking: 'the step says nothing about a reject',
      story: acceptedCase(bare(flowAround(step('review', 'review')))),
      by: reviewer,
      command: reject('review#1.1'),
      refused: ['reject-not-possible'],
    },
    {
      lacking: 'a reason',
      story,
      by: reviewer,
      command: reject('review#1.1', ' '),
      refused: ['reason-required'],
    },
    {
      lacking: 'the law, where the reject is the decision',
      story: story.and(approve('review#1.1', reviewer)),
      by: leader,
      command: { type: 'RejectTask', taskId: 'leader#1.1', opinion: 'no' },
      refused: ['legal-basis-required'],
    },
    {
      lacking: 'the article',
      story: story.and(approve('review#1.1', reviewer)),
      by: leader,
      command: { ...reject('leader#1.1'), basis: [basis, { law: 'L', article: '' }] },
      refused: ['legal-basis-required'],
    },
    {
      lacking: 'the quantity that the fee is computed from',
      story: acceptedCase({
        ...permit,
        fees: permit.fees.map((f) => ({ ...f, quantityField: 'x' })),
      }).and(approve('review#1.1', reviewer)),
      by: leader,
      command: { ...approval, taskId: 'leader#1.1' },
      refused: ['fee-quantity-missing'],
    },
  ]);

  test('a reject that continues is an opinion: it needs no law and the case goes on', () => {
    story
      .when({ type: 'RejectTask', taskId: 'review#1.1', opinion: 'doubts' }, reviewer, tuesday)
      .thenEvents(
        'TaskDecided review#1.1 rejected',
        'StepCompleted review#1 rejected',
        'StepOpened leader#1.1',
        'ClockStopped step:review#1',
      );
  });

  test('the act is recorded with the post in which it was done', () => {
    const many = staff('Many', ['elsewhere', 'review']);
    const after = story.when(approval, many, tuesday).thenDone();
    expect(after.past.at(-1)?.by).toEqual({
      kind: 'staff',
      personId: 'many',
      name: 'Many',
      post: 'review',
    });
  });

  test('denied: reasons and law of who rejected, then the way of denials', () => {
    const after = story
      .and(approve('review#1.1', reviewer))
      .when(reject('leader#1.1', '第七条'), leader, tuesday)
      .thenEvents(
        'TaskDecided leader#1.1 rejected',
        'StepCompleted leader#1 rejected',
        'DecisionMade denied on 2026-03-03',
        'ClockStarted service from 2026-03-03 due 2026-03-17',
        'DocumentOrdered d3 denied',
        'FlowEnded rejected cancels main',
        'NodeEntered denied#1',
        'StepOpened refusal-delivery#1.1',
        'ClockStopped committed',
        'ClockStopped statutory',
      );
    expect(after.state.decision).toMatchObject({
      reason: '第七条',
      basis: [{ article: '第七条' }],
    });
    after.when({ type: 'WithdrawCase', reason: 'r' }, wang, tuesday).thenRefused('decided-already');
  });

  test('denied without a way of its own: the case is concluded at once', () => {
    const { main } = flowAround();
    acceptedCase(bare({ main }))
      .when(reject('leader#1.1'), leader, tuesday)
      .thenEvents(
        'TaskDecided leader#1.1 rejected',
        'StepCompleted leader#1 rejected',
        'DecisionMade denied on 2026-03-03',
        'ClockStarted service from 2026-03-03 due 2026-03-17',
        'FlowEnded rejected cancels main',
        'CaseConcluded denied on 2026-03-03',
        'ClockStopped service',
      );
  });

  test('a denying branch cancels its sisters; a split in the way of denials opens whole', () => {
    const flow = {
      ...flowAround(
        split(
          'parallel',
          'examine',
          step('a', 'review', { onReject: { then: 'deny' } }),
          sequence('bs', step('b', 'review'), step('c', 'review')),
        ),
      ),
      denied: sequence('no', split('parallel', 'end', refusalDelivery, step('file', 'task'))),
    };
    acceptedCase(bare(flow))
      .when(reject('a#1.1'), a, tuesday)
      .thenEvents(
        'TaskDecided a#1.1 rejected',
        'StepCompleted a#1 rejected',
        'DecisionMade denied on 2026-03-03',
        'ClockStarted service from 2026-03-03 due 2026-03-17',
        'TaskClosed b#1.1 case-ended',
        'FlowEnded rejected cancels b,bs,examine,main',
        'NodeEntered no#1',
        'NodeEntered end#1 [a,b]',
        'StepOpened refusal-delivery#1.1',
        'StepOpened file#1.1',
      );
  });

  test('after the decision a task may be approved, but its reject decides nothing again', () => {
    const { main } = flowAround();
    if (main.kind !== 'sequence') throw new Error('the flow is a sequence');
    const print = step('print', 'task', { onReject: { then: 'deny' } });
    const flow = { main: { ...main, children: [...main.children.slice(0, -1), print] } };
    const decided = acceptedCase(bare(flow)).and(approve('leader#1.1', leader));
    const printer = staff('Printer', ['print']);
    decided.when(reject('print#1.1'), printer, tuesday).thenRefused('reject-not-possible');
    decided
      .when(approve('print#1.1', printer)[0], printer, tuesday)
      .thenEvents(
        'TaskDecided print#1.1 approved',
        'StepCompleted print#1 approved',
        'NodeCompleted main#1',
        'CaseConcluded granted on 2026-03-03',
        'ClockStopped service',
      );
  });

  test('a reject that returns begins the named step again', () => {
    const back = step('back', 'review', { onReject: { then: 'return', to: 'review' } });
    acceptedCase(bare(flowAround(step('review', 'review'), back)))
      .and(approve('review#1.1', reviewer))
      .when(reject('back#1.1'), staff('Back', ['back']), tuesday)
      .thenEvents(
        'TaskDecided back#1.1 rejected',
        'StepCompleted back#1 rejected',
        'StepReturned back → review walk-again resets back within main',
        'StepOpened review#2.1',
      );
  });
});

describe('several signers', () => {
  const closed = (taskId: string) => `TaskClosed ${taskId} skipped-by-rule`;
  const granted = ['StepCompleted joint#1 approved', 'StepOpened leader#1.1'];

  test('或签: the first approval completes, the others lose their tasks by rule', () => {
    const story = joint({ rule: 'any', rejectCounts: 'at-once' });
    story
      .when(...yes(2, b))
      .thenEvents(
        'TaskDecided joint#1.2 approved',
        closed('joint#1.1'),
        closed('joint#1.3'),
        ...granted,
      );
    // Two in the same instant: the second one is told who was first, and when.
    const late = story.and(yes(2, b)).state.marking.tasks['joint#1.1'];
    expect(late).toMatchObject({ closedBy: { name: 'B' }, closedAt: tuesday });
    story
      .and(yes(2, b))
      .when(...yes(1, a))
      .thenRefused('task-already-closed');
  });

  test('或签: a reject counts at once, or only when all reject', () => {
    const atOnce = joint({ rule: 'any', rejectCounts: 'at-once' }).and(no(1, a));
    expect(atOnce.state.decision?.outcome).toBe('denied');
    const whenAll = joint({ rule: 'any', rejectCounts: 'when-all' });
    expect(whenAll.and(no(1, a), no(2, b)).state.phase).toBe('accepted');
    expect(whenAll.and(no(1, a), no(2, b), yes(3, c)).state.phase).toBe('accepted');
    const all = whenAll.and(no(1, a, 'x'), no(2, b, 'y'), no(3, c, 'x'));
    expect(all.state.decision).toMatchObject({
      outcome: 'denied',
      reason: 'x\ny\nx',
      basis: [{ article: 'x' }, { article: 'y' }],
    });
  });

  test('会签: all approve; the first reject decides at once', () => {
    const story = joint({ rule: 'all', rejectCounts: 'at-once' });
    story
      .and(yes(1, a), yes(3, c))
      .when(...yes(2, b))
      .thenEvents('TaskDecided joint#1.2 approved', ...granted);
    const denied = story.and(yes(1, a), no(2, b));
    expect(denied.state.marking.tasks['joint#1.3']).toMatchObject({ cause: 'skipped-by-rule' });
    expect(denied.state.decision?.outcome).toBe('denied');
  });

  test('会签, all are heard: the reasons are the rejecter’s, though the last one approves', () => {
    const heard = joint({ rule: 'all', rejectCounts: 'hear-all' }, 'decision').and(
      yes(1, a),
      no(2, b, 'fire exit'),
    );
    expect(heard.state.phase).toBe('accepted');
    const decided = heard.and(yes(3, c));
    expect(decided.state.decision).toMatchObject({
      outcome: 'denied',
      reason: 'fire exit',
      basis: [{ law: basis.law, article: 'fire exit' }],
    });
  });

  test('顺序会签: in the order listed, ten members and more; a reject stops it', () => {
    const posts = Array.from({ length: 12 }, (_, i) => `m${i + 1}`);
    const signed = step('joint', 'review', {
      posts,
      agreement: { rule: 'in-turn' },
      onReject: { then: 'continue' },
    });
    const story = acceptedCase(bare(flowAround(signed)));
    const member = (n: number) => staff(`M${n}`, [`m${n}`]);
    const afterNine = Array.from({ length: 9 }, (_, i) => yes(i + 1, member(i + 1)));
    story
      .and(...afterNine)
      .when(...yes(10, member(10)))
      .thenEvents('TaskDecided joint#1.10 approved', 'TaskOpened joint#1.11');
    story
      .and(...afterNine)
      .when(...no(10, member(10)))
      .thenEvents(
        'TaskDecided joint#1.10 rejected',
        closed('joint#1.11'),
        closed('joint#1.12'),
        'StepCompleted joint#1 rejected',
        'StepOpened leader#1.1',
      );
  });

  const votes = (
    share: number,
    isStrict: boolean,
    weights: Readonly<Record<string, number>> = {},
  ) => joint({ rule: 'vote', share, isStrict, weights });

  test('票签: ends as soon as the threshold is reached', () => {
    votes(2 / 3, false)
      .and(yes(1, a))
      .when(...yes(2, b))
      .thenEvents('TaskDecided joint#1.2 approved', closed('joint#1.3'), ...granted);
  });

  test('票签: ends as soon as the threshold can no longer be reached', () => {
    const story = votes(2 / 3, true);
    const lost = story.and(no(1, a));
    expect(lost.state.decision?.outcome).toBe('denied');
    expect(lost.state.marking.tasks['joint#1.2']?.cause).toBe('skipped-by-rule');
  });

  test('票签: by weight, and exactly half is enough only where “≥” is the rule', () => {
    const heavy = { a: 2, b: 1, c: 1 };
    expect(votes(0.5, false, heavy).and(yes(1, a)).state.marking.nodes['joint']?.status).toBe(
      'done',
    );
    const strict = votes(0.5, true, heavy).and(yes(1, a));
    expect(strict.state.marking.nodes['joint']?.status).toBe('open');
    expect(strict.and(yes(2, b)).state.marking.nodes['joint']?.outcome).toBe('approved');
    expect(strict.and(no(2, b), no(3, c)).state.decision?.outcome).toBe('denied');
  });

  test('票签: eleven of twenty are 55 percent, whatever binary fractions say', () => {
    const story = votes(0.55, false, { a: 11, b: 5, c: 4 });
    expect(story.and(yes(1, a)).state.marking.nodes['joint']?.outcome).toBe('approved');
  });

  test('独办: the posts share one task; whoever takes it acts in the own post', () => {
    const story = joint({ rule: 'one' }).and(yes(1, c));
    expect(Object.keys(story.state.marking.tasks)).not.toContain('joint#1.2');
    expect(story.past.at(-1)?.by).toMatchObject({ post: 'c' });
  });
});

describe('choices and waits on the way', () => {
  test('a choice takes the first branch whose condition holds, else its default', () => {
    const flow = flowAround(
      split(
        'choice',
        'size',
        step('small', 'review'),
        ['area > 40', step('large', 'review')],
        ['area > 30', step('middle', 'review')],
      ),
    );
    const entered = (area: number) =>
      given(bare(flow), received, [
        { type: 'AmendForm', taskId: 'intake#1.1', patch: { area } },
        counter,
        monday,
      ]);
    for (const [area, branch] of [
      [50, 'b'],
      [35, 'c'],
      [10, 'a'],
    ] as const) {
      const story = entered(area).and(checked, accepted);
      expect(story.state.marking.nodes['size']?.branches).toEqual([branch]);
    }
  });

  test('a split opens the branches whose condition holds, none at all included', () => {
    const flow = flowAround(
      split(
        'parallel',
        'extra',
        ['area > 60', step('a', 'review')],
        ['area > 90', step('b', 'review')],
      ),
    );
    const story = acceptedCase(bare(flow));
    expect(story.state.marking.nodes['extra']).toEqual({ round: 1, status: 'done', branches: [] });
    expect(story.state.marking.nodes['leader']?.status).toBe('open');
  });
});

describe('words and batches', () => {
  const asked = acceptedCase(
    bare(flowAround(step('review', 'review', { opinion: 'required' }), step('file', 'task'))),
  );
  const silent: CommandOf<'ApproveTask'> = { ...approval, opinion: ' ' };
  const inBatch = (taskId: string): CommandOf<'ApproveTask'> => ({
    type: 'ApproveTask',
    taskId,
    opinion: 'agreed',
    isBatch: true,
  });

  test('an approval without words is refused where the step asks for them', () => {
    asked.when(silent, reviewer, tuesday).thenRefused('opinion-required');
    acceptedCase().when(silent, reviewer, tuesday).thenDone();
  });

  test('nor is such a step decided in a batch, nor what goes under the seal', () => {
    asked.when(inBatch('review#1.1'), reviewer, tuesday).thenRefused('not-in-batch');
    acceptedCase(bare(flowAround()))
      .when(inBatch('leader#1.1'), leader, tuesday)
      .thenRefused('not-in-batch');
  });

  test('a batch is many approvals, each marked as one of them', () => {
    const done = asked
      .and(approve('review#1.1', reviewer))
      .when(inBatch('file#1.1'), staff('File', ['file']), tuesday)
      .thenDone();
    expect(done.state.marking.tasks['file#1.1']).toMatchObject({ isBatch: true });
  });
});
