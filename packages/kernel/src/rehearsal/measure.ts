/** Figures of a run, in working days; only of cases filed after the offices had filled up. */
import { quantile, sum } from './duration.ts';
import type { RehearsalModel } from './model.ts';
import type { RehearsedCase, RunFigures } from './figures.ts';

/** Working days from filing to the end, fractions of a day included. */
export interface DaysFigures {
  readonly mean: number;
  readonly median: number;
  readonly p90: number;
  /** Half the width of the 95 % interval of the mean, from the means of ten batches. */
  readonly meanError: number;
}

export interface LimitFigures {
  readonly name: string;
  readonly days: number;
  /** Of the cases, how many were decided after the limit's last day. */
  readonly lateShare: number;
}

export interface PostResult {
  readonly post: string;
  readonly people: number;
  /** Share of their time for this item in which they were at work. */
  readonly utilisation: number;
  /** Tasks that waited, on average. */
  readonly meanQueue: number;
  /** Working days that a case waited here in all, on average. */
  readonly meanWait: number;
}

export interface Bin {
  readonly fromDay: number;
  /** Absent for the last: whatever is longer. */
  readonly toDay?: number;
  readonly cases: number;
}

export interface Measured {
  /** Cases that count, and that came in in all. */
  readonly cases: number;
  readonly arrived: number;
  /** Of those that came in, not yet ended when the last day was over. */
  readonly inSystem: number;
  readonly days: DaysFigures;
  readonly limits: readonly LimitFigures[];
  readonly posts: readonly PostResult[];
  readonly bins: readonly Bin[];
  /** More comes in than can be done: the figures grow with the number of days and mean nothing. */
  readonly isOverloaded: boolean;
}

const BATCHES = 10;
/** Of Student's distribution with nine degrees of freedom. */
const T_95 = 2.262;
const MOST_BINS = 30;
/** Busier than this, a queue of random arrivals does not settle within any span one plans for. */
const OVERLOAD = 0.98;
/** Of the time that a case takes; less is no bottleneck. */
const LEAST_WAIT_SHARE = 0.05;

export function measure(model: RehearsalModel, run: RunFigures): Measured {
  const { minutesOfDay, warmUpDays, days } = model;
  const counted = run.cases.filter((each) => each.filedAt >= warmUpDays * minutesOfDay);
  const taken = counted.map(({ filedAt, endedAt }) => (endedAt - filedAt) / minutesOfDay);
  const posts = postResults(run, counted, (days - warmUpDays) * minutesOfDay, minutesOfDay);
  return {
    cases: counted.length,
    arrived: run.arrived,
    inSystem: run.arrived - run.endedByThen,
    days: daysFigures(taken),
    limits: Object.entries(model.limits).map(([name, limit]) => ({
      name,
      days: limit,
      lateShare: share(
        counted.filter((each) => decisionDays(each, minutesOfDay) > limit),
        counted,
      ),
    })),
    posts,
    bins: binsOf(taken),
    isOverloaded: posts.some((post) => post.utilisation > OVERLOAD),
  };
}

/**
 * Whole working days from acceptance to decision; the day of acceptance does not count, nor do
 * those that the law excludes.
 * @basis 民法典 第201条第1款: 按照年、月、日计算期间的，开始的当日不计入，自下一日开始计算。
 */
export function decisionDays(
  { acceptedAt, decidedAt, excluded }: RehearsedCase,
  minutesOfDay: number,
): number {
  const dayOf = (at: number): number => Math.floor(at / minutesOfDay);
  return dayOf(decidedAt) - dayOf(acceptedAt) - Math.floor(excluded / minutesOfDay);
}

export function findBottleneck({ posts, days }: Measured): string | undefined {
  const [worst] = posts.toSorted((a, b) => b.meanWait - a.meanWait);
  if (worst === undefined || worst.meanWait < LEAST_WAIT_SHARE * days.mean) return undefined;
  return worst.post;
}

function daysFigures(taken: readonly number[]): DaysFigures {
  const ascending = taken.toSorted((a, b) => a - b);
  return {
    mean: mean(taken),
    median: quantile(ascending, 0.5),
    p90: quantile(ascending, 0.9),
    meanError: errorOf(taken),
  };
}

/** Neighbouring cases wait in the same queue, so the error comes from the means of batches. */
function errorOf(taken: readonly number[]): number {
  const size = Math.floor(taken.length / BATCHES);
  if (size === 0) return 0;
  const means = Array.from({ length: BATCHES }, (_, i) =>
    mean(taken.slice(i * size, (i + 1) * size)),
  );
  const centre = mean(means);
  const variance = sum(means.map((each) => (each - centre) ** 2)) / (BATCHES - 1);
  return T_95 * Math.sqrt(variance / BATCHES);
}

function postResults(
  { posts }: RunFigures,
  counted: readonly RehearsedCase[],
  minutes: number,
  minutesOfDay: number,
): PostResult[] {
  return Object.entries(posts).map(([post, { people, busy, queued }]) => ({
    post,
    people,
    utilisation: minutes === 0 ? 0 : busy / (people * minutes),
    meanQueue: minutes === 0 ? 0 : queued / minutes,
    meanWait: mean(counted.map(({ waited }) => waited[post] ?? 0)) / minutesOfDay,
  }));
}

/** At most thirty bins of whole days; the slowest one in a hundred goes into the last. */
function binsOf(taken: readonly number[]): Bin[] {
  if (taken.length === 0) return [];
  const last = quantile(
    taken.toSorted((a, b) => a - b),
    0.99,
  );
  const width = Math.max(1, Math.ceil(last / (MOST_BINS - 1)));
  const count = Math.floor(last / width) + 1;
  return Array.from({ length: count + 1 }, (_, i) => {
    const [fromDay, toDay] = [i * width, (i + 1) * width];
    const isLast = i === count;
    const cases = taken.filter((d) => d >= fromDay && (isLast || d < toDay)).length;
    return isLast ? { fromDay, cases } : { fromDay, toDay, cases };
  });
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}

function share(part: readonly unknown[], whole: readonly unknown[]): number {
  return whole.length === 0 ? 0 : part.length / whole.length;
}
