import { describe, expect, test } from 'vitest';
import type { FlowNode, StepPolicies } from '../flow/index.ts';
import { ADMINISTRATORS, type Actor } from './index.ts';
import {
  bare,
  basis,
  flowAround,
  leader,
  on,
  reviewer,
  robot,
  staff,
  step,
} from './testing/case.examples.ts';
import {
  administrator,
  directory,
  filedBy,
  holder,
  internal,
  lena,
  withPolicies,
} from './testing/moving.examples.ts';
import {
  approve,
  given,
  received,
  checked,
  accepted,
  Story,
  tuesday,
  wednesday,
  type Act,
} from './testing/specification.examples.ts';

const head = holder('head');
const deputy = holder('deputy');

/** An internal approval in an office whose people are known. */
function office(people: readonly Actor[], ...children: readonly FlowNode[]): Story {
  return new Story(internal(...children), [], 'A', { people: directory(...people) });
}

const task = (id: string, policies: StepPolicies = {}, more = {}) =>
  step(id, 'task', { policies, ...more });

/** What the system did, with the rule by which it did. */
const bySystem = (story: Story): string[] =>
  story.past
    .filter(({ by }) => by.kind === 'system')
    .map(({ by, event }) => {
      if (event.type !== 'TaskTransferred') return `${by.rule} ${event.type}`;
      return `${by.rule} ${event.taskId} → ${'post' in event.to ? event.to.post : event.to.name}`;
    });

describe('nobody holds the post', () => {
  test('never means approved: without a policy the administrators have the task', () => {
    const story = office([head], task('ghost'), task('head')).and(filedBy);
    expect(bySystem(story)).toEqual([`policy:nobody ghost#1.1 → ${ADMINISTRATORS}`]);
    story.when(approve('ghost#1.1', head)[0], head, tuesday).thenRefused('not-your-task');
    story.and(approve('ghost#1.1', administrator));
  });

  test('the post that the step names has it; where nobody holds that either, they have', () => {
    const policies = { nobody: { post: 'deputy' } };
    const held = office([head, deputy], task('ghost', policies)).and(filedBy);
    expect(bySystem(held)).toEqual(['policy:nobody ghost#1.1 → deputy']);
    held.and(approve('ghost#1.1', deputy));
    expect(bySystem(office([head], task('ghost', policies)).and(filedBy))).toEqual([
      'policy:nobody ghost#1.1 → deputy',
      `policy:nobody ghost#1.1 → ${ADMINISTRATORS}`,
    ]);
  });

  test('nor has a post two tasks of one round, whatever a policy names', () => {
    const pair = step('pair', 'task', {
      posts: ['head', 'ghost'],
      agreement: { rule: 'all', rejectCounts: 'at-once' },
      policies: { nobody: { post: 'head' } },
    });
    expect(bySystem(office([head], pair).and(filedBy))).toEqual([
      `policy:nobody pair#1.2 → ${ADMINISTRATORS}`,
    ]);
  });

  test('it is found at the next act when the last holder has left the post', () => {
    const story = office([head], task('head')).and(filedBy);
    expect(bySystem(story)).toEqual([]);
    const left = new Story(story.item, story.past, 'A', { people: directory() });
    left
      .when({ type: 'ApplyLapses' }, robot, tuesday)
      .thenEvents(`policy:nobody: TaskTransferred head#1.1 nobody-qualifies to ${ADMINISTRATORS}`);
  });

  test('without a directory of people nothing is known, and nothing done', () => {
    expect(bySystem(given(internal(task('ghost')), filedBy))).toEqual([]);
  });

  test('a decision is made by people, whatever its policies say', () => {
    const boss = staff('Boss', ['review', 'leader']);
    const item = withPolicies(bare(flowAround(step('review', 'review'))), 'leader', {
      samePerson: 'skip',
      applicantHolds: { then: 'skip' },
    });
    const story = new Story(item, [], 'A', { people: directory(boss) }).and(
      received,
      checked,
      accepted,
      approve('review#1.1', boss),
    );
    expect(story.state.marking.nodes['leader']?.status).toBe('open');
    expect(bySystem(story)).toEqual([]);
  });
});

describe('the applicant holds the post', () => {
  const lenaHeads = { ...lena, posts: ['desk', 'head'] } as typeof lena;

  test('skip: the step is done by the system, and the next one opens', () => {
    const story = office(
      [lenaHeads, deputy],
      task('head', { applicantHolds: { then: 'skip' } }),
      task('deputy'),
    ).and(filedBy);
    expect(bySystem(story)).toEqual([
      'policy:applicant-holds TaskDecided',
      'policy:applicant-holds StepCompleted',
      'policy:applicant-holds StepOpened',
    ]);
    expect(story.state.marking.nodes['deputy']?.status).toBe('open');
  });

  test('or it goes to the post above; without a policy to the administrators', () => {
    const above = office(
      [lenaHeads, deputy],
      task('head', { applicantHolds: { then: 'post', post: 'deputy' } }),
    ).and(filedBy);
    expect(bySystem(above)).toEqual(['policy:applicant-holds head#1.1 → deputy']);
    expect(bySystem(office([lenaHeads], task('head')).and(filedBy))).toEqual([
      `policy:applicant-holds head#1.1 → ${ADMINISTRATORS}`,
    ]);
  });

  test('two posts that name each other do not hand it to and fro', () => {
    const policies = {
      applicantHolds: { then: 'post', post: 'ghost' },
      nobody: { post: 'head' },
    } as const;
    expect(bySystem(office([lenaHeads], task('head', policies)).and(filedBy))).toEqual([
      'policy:applicant-holds head#1.1 → ghost',
      'policy:nobody head#1.1 → head',
      `policy:applicant-holds head#1.1 → ${ADMINISTRATORS}`,
    ]);
  });

  test('one of several holders is no reason: the others decide', () => {
    expect(bySystem(office([lenaHeads, head], task('head')).and(filedBy))).toEqual([]);
  });
});

describe('the same person twice', () => {
  const both = staff('Both', ['head', 'deputy']);
  const skip = { samePerson: 'skip' } as const;
  const story = office([both], task('head'), task('deputy', skip), task('last')).and(filedBy);

  test('is not asked again after an approval in this walk', () => {
    const after = story
      .when(approve('head#1.1', both)[0], both, tuesday)
      .thenEvents(
        'TaskDecided head#1.1 approved',
        'StepCompleted head#1 approved',
        'StepOpened deputy#1.1',
        'policy:same-person: TaskDecided deputy#1.1 approved',
        'policy:same-person: StepCompleted deputy#1 approved',
        'policy:same-person: StepOpened last#1.1',
        `policy:nobody: TaskTransferred last#1.1 nobody-qualifies to ${ADMINISTRATORS}`,
      );
    expect(after.state.marking.tasks['deputy#1.1']?.closedBy?.personId).toBe('system');
  });

  test('is asked again after a return has reset the earlier step', () => {
    const other = office(
      [both, holder('boss')],
      task('deputy'),
      task('boss'),
      task('head', skip),
    ).and(filedBy, approve('deputy#1.1', both), [
      { type: 'ReturnTask', taskId: 'boss#1.1', toStep: 'filing', then: 'walk-again', reason: 'r' },
      holder('boss'),
      tuesday,
    ]);
    const again = other.and(
      [
        { type: 'ResubmitCase', taskId: 'filing#2.1', form: {}, materials: [], opinion: '' },
        lena,
        wednesday,
      ],
      approve('deputy#2.1', both, wednesday),
      approve('boss#2.1', holder('boss'), wednesday),
    );
    // Approved once more in this walk: now it is the same person again.
    expect(again.state.marking.nodes['head']?.status).toBe('done');
    expect(again.state.marking.tasks['head#1.1']?.closedBy?.personId).toBe('system');
  });

  test('is asked again when the earlier approval was in somebody’s place', () => {
    const inPlace = staff('Stand-in', ['deputy']);
    const grant = {
      proxyId: 'x',
      principal: { personId: 'head', name: 'HEAD' },
      posts: ['head'],
    };
    const acting = { ...inPlace, proxies: [grant] } as typeof inPlace;
    const after = office([head, inPlace], task('head'), task('deputy', skip)).and(
      filedBy,
      approve('head#1.1', acting),
    );
    expect(after.state.marking.nodes['deputy']?.status).toBe('open');
  });

  test('holding two posts of one step: the second signature is not asked of them either', () => {
    const joint = (policies: StepPolicies): Story =>
      office(
        [both],
        step('pair', 'task', {
          posts: ['head', 'deputy'],
          agreement: { rule: 'all', rejectCounts: 'at-once' },
          policies,
        }),
      ).and(filedBy, approve('pair#1.1', both));
    expect(bySystem(joint(skip))[0]).toBe('policy:same-person TaskDecided');
    expect(bySystem(joint({}))).toEqual([`policy:nobody pair#1.2 → ${ADMINISTRATORS}`]);
  });
});

describe('the time is out', () => {
  const limit = { amount: 2, unit: 'WD' } as const;
  const at = on('2026-03-06');
  const sweep: Act = [{ type: 'ApplyLapses' }, robot, at];
  const timed = (timeOut: NonNullable<StepPolicies['timeOut']>, more = {}): Story =>
    office([head, deputy], task('head', { timeOut, timeOutBasis: basis }, { limit, ...more })).and(
      filedBy,
    );

  test('approve and reject are the system’s, with the rule and its basis', () => {
    timed({ then: 'approve' })
      .when(...sweep)
      .thenEvents(
        'policy:time-out: TaskDecided head#1.1 approved',
        'policy:time-out: StepCompleted head#1 approved',
        'policy:time-out: NodeCompleted main#1',
        'policy:time-out: CaseConcluded granted on 2026-03-06',
        'job: ClockStopped step:head#1',
      );
    const rejected = timed({ then: 'reject' }).and(sweep);
    expect(rejected.state).toMatchObject({ phase: 'concluded', outcome: 'denied' });
    expect(rejected.state.marking.tasks['head#1.1']).toMatchObject({ basis: [basis] });
  });

  test('of several signers as many as the rule asks for', () => {
    timed({ then: 'approve' }, { posts: ['head', 'deputy'], agreement: { rule: 'in-turn' } })
      .when(...sweep)
      .thenEvents(
        'policy:time-out: TaskDecided head#1.1 approved',
        'policy:time-out: TaskOpened head#1.2',
        'policy:time-out: TaskDecided head#1.2 approved',
        'policy:time-out: StepCompleted head#1 approved',
        'policy:time-out: NodeCompleted main#1',
        'policy:time-out: CaseConcluded granted on 2026-03-06',
        'job: ClockStopped step:head#1',
      );
  });

  test('or the task goes to another post, once', () => {
    const moved = timed({ then: 'post', post: 'deputy' })
      .when(...sweep)
      .thenEvents('policy:time-out: TaskTransferred head#1.1 timed-out to deputy');
    moved.when(...sweep).thenEvents();
  });

  test('before it is out nothing happens, and it is seen before any other act', () => {
    const story = timed({ then: 'post', post: 'deputy' });
    story.when({ type: 'ApplyLapses' }, robot, wednesday).thenEvents();
    story.when(approve('head#1.1', head)[0], head, at).thenRefused('not-your-task');
  });

  test('a decision is never made by it', () => {
    const item = withPolicies(
      bare(flowAround(step('review', 'review'))),
      'leader',
      { timeOut: { then: 'approve' } },
      limit,
    );
    const story = given(item, received, checked, accepted, approve('review#1.1', reviewer));
    story.when({ type: 'ApplyLapses' }, robot, on('2026-03-20')).thenEvents();
    story.and(approve('leader#1.1', leader, on('2026-03-20')));
  });
});
