import { describe, expect, test } from 'vitest';
import type { FlowNode, SubcasePart } from '../../flow/index.ts';
import type { CommandOf } from '../index.ts';
import {
  bare,
  basis,
  filed,
  filing,
  flowAround,
  leader,
  permit,
  robot,
  split,
  step,
  wang,
} from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import { administrator, holder, joint, part } from '../testing/moving.examples.ts';
import {
  acceptedCase,
  approve,
  given,
  monday,
  tuesday,
  wednesday,
  type Act,
  type Story,
} from '../testing/specification.examples.ts';

const caseOf = (...parts: readonly SubcasePart[]): Story =>
  acceptedCase(bare(flowAround(joint(...parts))));

const conclude = (
  partId: string,
  outcome: 'granted' | 'denied' = 'granted',
): CommandOf<'ConcludeSubcase'> => ({ type: 'ConcludeSubcase', nodeId: 'sub', partId, outcome });

const done = (partId: string, outcome?: 'granted' | 'denied'): Act => [
  conclude(partId, outcome),
  robot,
  tuesday,
];

const record: CommandOf<'RecordSubcase'> = {
  type: 'RecordSubcase',
  nodeId: 'sub',
  partId: 'fire',
  caseId: 'c2',
  number: 'F-1',
};

describe('RecordSubcase', () => {
  const story = caseOf(part('fire'), part('food', { after: ['fire'] }));
  const recorded = story.and([record, robot, monday]);
  ladder([
    { lacking: 'the system', story, by: leader, command: record, refused: ['right-missing'] },
    {
      lacking: 'a case that lives',
      story: story.and([{ type: 'WithdrawCase', reason: 'r' }, wang, monday]),
      by: robot,
      command: record,
      refused: ['case-has-ended'],
    },
    {
      lacking: 'a part whose turn it is',
      story,
      by: robot,
      command: { ...record, partId: 'food' },
      refused: ['task-unknown'],
    },
    {
      lacking: 'a part of its own',
      story: recorded,
      by: robot,
      command: { ...record, caseId: 'c3' },
      refused: ['case-recorded-already'],
    },
  ]);

  test('the part knows its case from then on', () => {
    expect(recorded.state.subcases['sub']).toEqual({
      round: 1,
      parts: {
        fire: { status: 'open', itemCode: 'fire', caseId: 'c2', number: 'F-1' },
        food: { status: 'waiting', itemCode: 'food' },
      },
    });
  });
});

describe('the order of parts', () => {
  test('a part begins when those before it are concluded, however they ended', () => {
    const story = caseOf(
      part('sign'),
      part('fire'),
      part('food', { after: ['fire', 'sign'] }),
      part('opening', { after: ['food'] }),
    );
    story.when(...done('food')).thenRefused('task-unknown');
    story
      .and(done('fire', 'denied'))
      .when(...done('sign'))
      .thenEvents('job: SubcaseConcluded sub/sign granted', 'job: SubcasesReleased sub/food');
    story
      .and(done('fire', 'denied'), done('sign'), done('food'))
      .when(...done('opening'))
      .thenEvents(
        'job: SubcaseConcluded sub/opening granted',
        'job: NodeCompleted sub#1',
        'job: StepOpened leader#1.1',
      );
  });

  test('a condition is looked at when the turn has come: it sees how parts before it ended', () => {
    const after = ['fire'];
    const food = part('food', { after, when: 'parts.fire = "granted"' });
    const story = caseOf(part('fire'), food, part('last', { after: ['food'] }));
    story
      .when(...done('fire', 'denied'))
      .thenEvents(
        'job: SubcaseConcluded sub/fire denied',
        'job: SubcasesCancelled sub/food skipped-by-rule',
        'job: SubcasesReleased sub/last',
      );
    story
      .when(...done('fire'))
      .thenEvents('job: SubcaseConcluded sub/fire granted', 'job: SubcasesReleased sub/food');
  });

  test('only the parts whose condition holds are ordered; without any the split is over', () => {
    const big = part('big', { when: 'area > 100' });
    const small = part('small', { when: 'area <= 100' });
    expect(Object.keys(caseOf(big, small).state.subcases['sub']?.parts ?? {})).toEqual(['small']);
    // What waits for a part that was not ordered does not wait.
    const next = caseOf(big, part('next', { after: ['big'] }));
    expect(next.state.subcases['sub']?.parts).toEqual({
      next: { status: 'open', itemCode: 'next' },
    });
    expect(caseOf(big).state.marking.nodes['sub']).toEqual({ round: 1, status: 'done' });
  });

  test('the flow after it sees the results under parts', () => {
    const choice = split('choice', 'which', step('plain', 'review'), [
      'parts.fire = "denied"',
      step('hard', 'review'),
    ]);
    const story = acceptedCase(bare(flowAround(joint(part('fire')), choice)));
    expect(story.and(done('fire', 'denied')).state.marking.nodes['hard']?.status).toBe('open');
    expect(story.and(done('fire')).state.marking.nodes['plain']?.status).toBe('open');
  });
});

describe('parts of a split that the case leaves', () => {
  const first = step('first', 'review');
  const beside = (sub: FlowNode): Story =>
    acceptedCase(bare(flowAround(first, split('parallel', 'p', step('site', 'review'), sub)))).and(
      approve('first#1.1', holder('first')),
    );
  const back = (fromTask: string): CommandOf<'ReturnTask'> => ({
    type: 'ReturnTask',
    taskId: fromTask,
    toStep: 'first',
    then: 'walk-again',
    reason: 'wrong plan',
  });

  test('a return across the split takes them back, and a new round orders new ones', () => {
    const story = beside(joint(part('fire'), part('food', { after: ['fire'] })));
    const returned = story
      .when(back('site#1.1'), holder('site'), tuesday)
      .thenEvents(
        'TaskClosed site#1.1 returned',
        'StepReturned site → first walk-again resets p,site,sub within main',
        'StepOpened first#2.1',
        'SubcasesCancelled sub/fire,food sister-branch-cancelled',
      );
    returned.when(...done('fire')).thenRefused('task-unknown');
    const again = returned.and(approve('first#2.1', holder('first')));
    expect(again.state.subcases['sub']).toMatchObject({
      round: 2,
      parts: { fire: { status: 'open' }, food: { status: 'waiting' } },
    });
  });

  test('the end of the case, and a jump past them, name their own cause', () => {
    const story = beside(joint(part('fire')));
    story
      .when({ type: 'WithdrawCase', reason: 'r' }, wang, tuesday)
      .thenEvents(
        'TaskClosed site#1.1 case-ended',
        'FlowEnded rejected cancels main,p,site,sub',
        'CaseWithdrawn',
        'SubcasesCancelled sub/fire case-ended',
      );
    const last = acceptedCase(bare(flowAround(joint(part('fire')), step('last', 'review'))));
    last
      .when({ type: 'JumpToStep', toStep: 'last', reason: 'r' }, administrator, tuesday)
      .thenEvents(
        'FlowJumped → last skips sub within main#1',
        'StepOpened last#1.1',
        'SubcasesCancelled sub/fire jumped',
      );
  });

  test('what a part has granted to the world is not withdrawn', () => {
    caseOf(part('fire'), part('food'))
      .and(done('fire'))
      .when({ type: 'WithdrawCase', reason: 'r' }, wang, wednesday)
      .thenRefused('outside-effect-exists');
  });
});

describe('a case that is a part', () => {
  const parent = { caseId: 'whole', nodeId: 'sub', partId: 'fire', number: 'W-1' } as const;

  test('is accepted with the whole on the day on which it opens; its clocks start then', () => {
    const story = given(permit, [{ ...filing, parent }, robot, tuesday]);
    expect(story.state).toMatchObject({ phase: 'accepted', acceptedOn: '2026-03-03', parent });
    expect(Object.keys(story.state.clocks).sort()).toEqual([
      'committed',
      'statutory',
      'step:review#1',
    ]);
    const acts = story.past.filter(({ by }) => by.rule === 'joint-acceptance');
    expect(acts.map(({ event }) => event.type)).toEqual([
      'CaseAccepted',
      'ClockStarted',
      'ClockStarted',
      'TaskClosed',
      'StepCompleted',
      'StepOpened',
      'ClockStarted',
    ]);
    expect(acts[0]?.event).toMatchObject({ basis: { article: '第二十六条第二款' } });
    // The whole's receipt and notice of acceptance are its parts' too.
    expect(story.state.documents).toEqual({});
  });

  test('owes what the whole was allowed to hand in later', () => {
    const deferral = { days: 10, consequence: 'refused', basis };
    const plan = permit.materials.find(({ id }) => id === 'plan');
    if (plan === undefined) throw new Error('the permit asks for a plan');
    const materials = permit.materials.map((material) =>
      material.id === 'plan' ? { ...plan, necessity: 'deferrable' as const, deferral } : material,
    );
    const deferred = [{ materialId: 'plan', days: 5 }];
    const story = given({ ...permit, materials }, [
      { ...filing, materials: [filed('deed')], parent, deferred },
      robot,
      tuesday,
    ]);
    expect(story.state.debts?.['b1']).toMatchObject({ materialId: 'plan', days: 5 });
  });

  test('is opened by the system alone', () => {
    given(permit)
      .when({ ...filing, parent }, wang, tuesday)
      .thenRefused('right-missing');
  });
});
