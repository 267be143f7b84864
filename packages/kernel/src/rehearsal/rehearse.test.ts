import { describe, expect, it } from 'vitest';
import { split, step } from '../case/testing/case.examples.ts';
import { stepsOf, type FlowNode } from '../flow/index.ts';
import { sum } from './duration.ts';
import { checkModel, rehearse, runModel, type RehearsalModel } from './index.ts';
import { flowOf, minutes, MINUTES_OF_DAY, modelOf } from './rehearsal.examples.ts';

const task = (id: string, posts: readonly string[] = [id]): FlowNode => step(id, 'task', { posts });
const timing = (each: number, returnShare = 0) => ({ handling: minutes(each), returnShare });

/** So many people are there that nobody ever waits for anybody. */
function idle(more: Partial<RehearsalModel>): RehearsalModel {
  const model = modelOf({ perDay: 1, days: 100, warmUpDays: 0, ...more });
  const all = stepsOf(model.flow).flatMap((each) => each.posts);
  const posts = all.map((post) => [post, { people: 1000, share: model.posts[post]?.share ?? 1 }]);
  return { ...model, posts: Object.fromEntries(posts) as RehearsalModel['posts'] };
}

/** Minutes from filing to the end, of every case. */
function taken(model: RehearsalModel): number[] {
  return runModel(model).cases.map(({ filedAt, endedAt }) => endedAt - filedAt);
}

/** Floating-point sums differ in the last digits. */
function rounded(values: readonly number[]): number[] {
  return [...new Set(values.map((value) => Math.round(value * 1e6) / 1e6))];
}

describe('a case that never waits', () => {
  it('takes the sum of its steps in a sequence, and the longest branch beside each other', () => {
    const steps = { a: timing(30), b: timing(50), c: timing(20), d: timing(5) };
    const both = split('parallel', 'both', task('b'), task('c'));
    expect(rounded(taken(idle({ flow: flowOf(task('a'), both, task('d')), steps })))).toEqual([85]);
  });

  it('waits for all who sign, for the first where any suffices, one after another in turn', () => {
    const joint = (agreement: 'all' | 'any' | 'in-turn'): FlowNode =>
      step('joint', 'task', {
        posts: ['a', 'b', 'c'],
        agreement:
          agreement === 'all'
            ? { rule: 'all', rejectCounts: 'hear-all' }
            : agreement === 'any'
              ? { rule: 'any', rejectCounts: 'when-all' }
              : { rule: 'in-turn' },
      });
    const posts = {
      a: { people: 1, share: 1 },
      b: { people: 1, share: 0.5 },
      c: { people: 1, share: 0.25 },
    };
    const steps = { joint: timing(10) };
    const of = (agreement: 'all' | 'any' | 'in-turn') =>
      rounded(taken(idle({ flow: flowOf(joint(agreement)), posts, steps })));
    // Somebody with a quarter of the time takes four times as long.
    expect(of('all')).toEqual([40]);
    expect(of('any')).toEqual([10]);
    expect(of('in-turn')).toEqual([70]);
  });

  it('ends a vote when the threshold is reached', () => {
    const vote = step('vote', 'task', {
      posts: ['a', 'b', 'c'],
      agreement: { rule: 'vote', share: 0.5, isStrict: true },
    });
    const posts = { c: { people: 1, share: 0.1 }, b: { people: 1, share: 0.5 } };
    expect(
      rounded(taken(idle({ flow: flowOf(vote), posts, steps: { vote: timing(10) } }))),
    ).toEqual([20]);
  });

  it('takes the branches of a choice as often as it is told', () => {
    const choice = split('choice', 'size', ['area > 100', task('a')], task('b'));
    const model = modelOf({
      flow: flowOf(choice),
      perDay: 1,
      days: 4000,
      posts: {},
      steps: { a: timing(1), b: timing(2) },
      branches: { size: { a: 0.2 } },
    });
    const minutesTaken = taken(model).map((each) => Math.round(each));
    const share = minutesTaken.filter((each) => each === 1).length / minutesTaken.length;
    expect(share).toBeCloseTo(0.2, 1);
  });

  it('waits for payment and parts as long as they take, and for an applicant who corrects', () => {
    const wait: FlowNode = { kind: 'wait', id: 'fee', name: 'fee', until: 'payment' };
    const parts: FlowNode = { kind: 'subcases', id: 'parts', name: 'parts', parts: [] };
    const flow = flowOf(step('intake', 'intake', { posts: ['counter'] }), wait, parts);
    const waits = { fee: minutes(100), parts: minutes(200), correction: minutes(1000) };
    const times = taken(
      idle({ flow, waits, steps: { intake: { handling: minutes(10), returnShare: 0.4 } } }),
    );
    const corrections = times.map((each) => (each - 310) / 1010);
    expect(rounded(corrections).every((n) => Number.isInteger(n))).toBe(true);
    expect(rounded(corrections).length).toBeGreaterThan(2);
  });

  it('goes back to the step before and through the flow again when it is returned', () => {
    const flow = flowOf(task('a'), task('b'));
    const steps = { a: timing(10), b: timing(30, 0.5) };
    const rounds = rounded(taken(idle({ flow, steps }))).map((each) => each / 40);
    expect(rounds.every((n) => Number.isInteger(Math.round(n * 1e6) / 1e6))).toBe(true);
    expect(Math.max(...rounds)).toBeGreaterThan(2);
    // What is decided is not sent back, however often somebody would like to.
    const late = flowOf(step('decide', 'decision', { posts: ['x'] }), task('b'));
    expect(rounded(taken(idle({ flow: late, steps: { ...steps, decide: timing(0) } })))).toEqual([
      30,
    ]);
  });
});

describe('limits', () => {
  it('count whole working days after acceptance, without what the law excludes', () => {
    const hearing: FlowNode = {
      kind: 'wait',
      id: 'hearing',
      name: 'h',
      until: 'special-procedure-ended',
    };
    const flow = flowOf(
      step('intake', 'intake', { posts: ['counter'] }),
      hearing,
      step('decide', 'decision', { posts: ['leader'] }),
    );
    const model = idle({
      flow,
      steps: { intake: timing(0), decide: timing(2.5 * MINUTES_OF_DAY) },
      waits: { hearing: minutes(10 * MINUTES_OF_DAY) },
      limits: { one: 1, two: 2, three: 3 },
    });
    // Two and a half days of work end on the second or third day after, ten days do not count.
    const [one, two, three] = rehearse(model).limits;
    expect([one?.lateShare, three?.lateShare]).toEqual([1, 0]);
    expect(two?.lateShare).toBeGreaterThan(0.4);
    expect(two?.lateShare).toBeLessThan(0.6);
  });
});

describe('an office', () => {
  const busy = modelOf({
    flow: flowOf(task('clerk'), task('head')),
    perDay: 10,
    posts: { clerk: { people: 2, share: 1 }, head: { people: 1, share: 0.5 } },
    steps: {
      clerk: timing(40),
      head: { handling: { kind: 'exponential', mean: 19 }, returnShare: 0 },
    },
    limits: { committed: 2 },
    days: 400,
    warmUpDays: 50,
  });

  it('is as busy as what comes in makes it', () => {
    const { posts, isOverloaded } = rehearse(busy);
    const utilisation = Object.fromEntries(posts.map((each) => [each.post, each.utilisation]));
    expect(utilisation['clerk']).toBeCloseTo((10 * 40) / (2 * MINUTES_OF_DAY), 1);
    expect(utilisation['head']).toBeCloseTo((10 * 38) / MINUTES_OF_DAY, 1);
    expect(isOverloaded).toBe(false);
  });

  it('gets stuck where the waiting is, and one more person there helps', () => {
    const result = rehearse(busy);
    expect(result.bottleneck).toBe('head');
    const [first] = result.oneMore;
    expect(first?.post).toBe('head');
    expect(first?.mean).toBeLessThan(result.days.mean);
    expect(first?.lateShares['committed']).toBeLessThan(result.limits[0]?.lateShare ?? 0);
  });

  it('has no bottleneck where hardly anybody waits', () => {
    expect(rehearse(idle({}))).not.toHaveProperty('bottleneck');
  });

  it('says when more comes in than can be done', () => {
    expect(rehearse(modelOf({ steps: { only: timing(60) } })).isOverloaded).toBe(true);
  });

  it('does the cases of a post that nobody staffed with one person', () => {
    const { posts } = rehearse(modelOf({ posts: {} }));
    expect(posts.map(({ post, people }) => [post, people])).toEqual([['desk', 1]]);
  });

  it('gives a task that two posts share to the one with less before it', () => {
    const shared = modelOf({
      flow: flowOf(task('shared', ['a', 'b'])),
      steps: { shared: timing(60) },
      perDay: 12,
      days: 100,
    });
    const { posts } = rehearse(shared);
    const [a, b] = posts.map(({ utilisation }) => utilisation);
    expect(posts).toHaveLength(2);
    expect(a).toBeGreaterThan(0.7);
    expect(b).toBeGreaterThan(0.7);
  });

  it('counts every case in one bin', () => {
    const { bins, cases } = rehearse(busy);
    expect(sum(bins.map((bin) => bin.cases))).toBe(cases);
    expect(bins.at(-1)).not.toHaveProperty('toDay');
  });
});

describe('a model', () => {
  it('is checked before it runs', () => {
    const model = modelOf({
      perDay: 0,
      posts: { desk: { people: 1.5, share: 2 } },
      steps: { only: timing(1, 1) },
    });
    expect(checkModel(model).map(({ code, path }) => [code, path])).toEqual([
      ['not-positive', 'perDay'],
      ['not-positive', 'posts.desk.people'],
      ['not-a-share', 'posts.desk.share'],
      ['not-a-share', 'steps.only.returnShare'],
    ]);
    expect(checkModel(modelOf({ perDay: 1000, days: 1000 }))[0]?.code).toBe('too-many-cases');
    expect(() => rehearse(model)).toThrow(RangeError);
  });
});
