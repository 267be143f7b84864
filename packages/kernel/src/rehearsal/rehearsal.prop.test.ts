/**
 * What must hold for any rehearsal. "More staff is never worse" is not among it: with joins and
 * returns the mean over the same numbers may rise. Theory is the witness for the queue itself.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepsOf } from '../flow/index.ts';
import { soundFlow } from '../case/testing/random-flow.examples.ts';
import { draw } from './draw.ts';
import { meanOf, quantile, sample, sum, type Duration } from './duration.ts';
import { rehearse, runModel, type RehearsalModel } from './index.ts';
import { MINUTES_OF_DAY, modelOf } from './rehearsal.examples.ts';

const seed = Number(process.env['SEED'] ?? 20_261_122);

const duration: fc.Arbitrary<Duration> = fc.oneof(
  fc.record({ kind: fc.constant('constant' as const), minutes: fc.nat(60) }),
  fc.record({ kind: fc.constant('exponential' as const), mean: fc.integer({ min: 1, max: 60 }) }),
  fc.record({
    kind: fc.constant('skewed' as const),
    median: fc.integer({ min: 1, max: 60 }),
    tail: fc.double({ min: 1.1, max: 4, noNaN: true }),
  }),
);

/** Any flow of the kernel's own random ones, with random staffing and times. */
const model: fc.Arbitrary<RehearsalModel> = fc
  .record({
    flow: soundFlow,
    seed: fc.nat(),
    perDay: fc.integer({ min: 1, max: 6 }),
    people: fc.integer({ min: 1, max: 3 }),
    handling: duration,
    returnShare: fc.constantFrom(0, 0.1, 0.4),
  })
  .map(({ flow, people, handling, returnShare, ...rest }) => {
    const steps = stepsOf(flow);
    const posts = [...new Set(steps.flatMap((step) => step.posts))];
    return modelOf({
      ...rest,
      flow,
      days: 8,
      warmUpDays: 0,
      posts: Object.fromEntries(posts.map((post) => [post, { people, share: 1 }])),
      steps: Object.fromEntries(steps.map(({ id }) => [id, { handling, returnShare }])),
    });
  });

describe(`any rehearsal (seed ${seed})`, () => {
  it('loses no case: what came in has ended or is there, and in the end all have ended', () => {
    fc.assert(
      fc.property(model, (any) => {
        const run = runModel(any);
        expect(run.endedByThen).toBeLessThanOrEqual(run.arrived);
        expect(run.cases.length).toBe(run.arrived);
        for (const { filedAt, acceptedAt, decidedAt, endedAt, waited } of run.cases) {
          expect(filedAt).toBeLessThanOrEqual(acceptedAt);
          expect(decidedAt).toBeLessThanOrEqual(endedAt);
          expect(Object.values(waited).every((minutes) => minutes >= 0)).toBe(true);
        }
      }),
      { seed, numRuns: 100 },
    );
  });

  it('keeps nobody busier than all of the time', () => {
    fc.assert(
      fc.property(model, (any) => {
        for (const { utilisation, meanQueue } of rehearse(any).posts) {
          expect(utilisation).toBeGreaterThanOrEqual(0);
          expect(utilisation).toBeLessThanOrEqual(1 + 1e-9);
          expect(meanQueue).toBeGreaterThanOrEqual(0);
        }
      }),
      { seed, numRuns: 20 },
    );
  });

  it('is the same again for the same seed, and another for another', () => {
    fc.assert(
      fc.property(model, (any) => {
        expect(runModel(any)).toEqual(runModel(any));
        expect(runModel({ ...any, seed: any.seed + 1 }).cases).not.toEqual(runModel(any).cases);
      }),
      { seed, numRuns: 20 },
    );
  });
});

const CASES = 60_000;
/** Mean minutes in the office of one step with Poisson arrivals. */
function meanMinutes(load: number, handling: Duration, people: number): number {
  const perDay = (load * people * MINUTES_OF_DAY) / meanOf(handling);
  const days = Math.ceil(CASES / perDay);
  const model = modelOf({
    seed,
    perDay,
    days,
    warmUpDays: Math.ceil(days / 20),
    posts: { desk: { people, share: 1 } },
    steps: { only: { handling, returnShare: 0 } },
  });
  const { cases: done } = runModel(model);
  const counted = done.filter((each) => each.filedAt >= model.warmUpDays * MINUTES_OF_DAY);
  return sum(counted.map((each) => each.endedAt - each.filedAt)) / counted.length;
}

describe('one step against queueing theory, within 5 %', () => {
  const s = 30;
  const exponential: Duration = { kind: 'exponential', mean: s };
  const constant: Duration = { kind: 'constant', minutes: s };

  it('M/M/1: s / (1 - load)', () => {
    const found = meanMinutes(0.7, exponential, 1);
    expect(Math.abs(found / (s / 0.3) - 1)).toBeLessThan(0.05);
  });

  it('M/D/1 (Pollaczek and Khinchine): half the waiting of M/M/1', () => {
    const wanted = s + (0.7 * s) / (2 * 0.3);
    expect(Math.abs(meanMinutes(0.7, constant, 1) / wanted - 1)).toBeLessThan(0.05);
  });

  it('M/M/3 (Erlang C)', () => {
    const [load, people] = [0.8, 3];
    const offered = load * people;
    const last = offered ** 3 / 6 / (1 - load);
    const waits = last / (1 + offered + offered ** 2 / 2 + last);
    const wanted = s + (waits * s) / (people * (1 - load));
    const found = meanMinutes(load, exponential, people);
    expect(Math.abs(found / wanted - 1)).toBeLessThan(0.05);
  });

  it('Little: as many wait on average as come in while one waits', () => {
    const result = rehearse(
      modelOf({
        seed,
        perDay: 10,
        days: 4000,
        warmUpDays: 400,
        steps: { only: { handling: exponential, returnShare: 0 } },
      }),
    );
    const [desk] = result.posts;
    const arrivalsADay = result.cases / 3600;
    expect(desk?.meanQueue).toBeGreaterThan(0.5);
    const wanted = arrivalsADay * (desk?.meanWait ?? 0);
    expect(Math.abs((desk?.meanQueue ?? 0) / wanted - 1)).toBeLessThan(0.05);
  });
});

describe('random numbers', () => {
  const many = Array.from({ length: 100_000 }, (_, i) => draw(seed, i, 3, 7));

  it('are even over [0, 1), also in neighbouring keys', () => {
    const tenths = Array.from(
      { length: 10 },
      (_, i) => many.filter((u) => u >= i / 10 && u < (i + 1) / 10).length,
    );
    // Chi-square with 9 degrees of freedom: above 27.9 once in a thousand.
    const chi = sum(tenths.map((found) => (found - 10_000) ** 2 / 10_000));
    expect(chi).toBeLessThan(27.9);
    const pairs = many.slice(1).map((u, i) => (u - 0.5) * ((many[i] ?? 0) - 0.5));
    expect(Math.abs(sum(pairs) / pairs.length) * 12).toBeLessThan(0.02);
    expect(new Set(many).size).toBe(many.length);
  });

  it('give durations their mean, and the skewed ones their ninth decile', () => {
    const kinds: readonly Duration[] = [
      { kind: 'exponential', mean: 12 },
      { kind: 'skewed', median: 20, tail: 2.5 },
      { kind: 'quantiles', values: [1, 5, 6, 30] },
      { kind: 'constant', minutes: 4 },
    ];
    for (const kind of kinds) {
      const drawn = many.map((u, i) => sample(kind, u, draw(seed, i, 9, 9)));
      expect(Math.abs(sum(drawn) / drawn.length / meanOf(kind) - 1)).toBeLessThan(0.02);
      if (kind.kind !== 'skewed') continue;
      const ascending = drawn.toSorted((a, b) => a - b);
      expect(Math.abs(quantile(ascending, 0.5) / 20 - 1)).toBeLessThan(0.02);
      expect(Math.abs(quantile(ascending, 0.9) / 50 - 1)).toBeLessThan(0.02);
    }
  });
});
