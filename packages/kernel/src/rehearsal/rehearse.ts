/** A rehearsal's result: how long it takes, how much is late, where it gets stuck, what helps. */
import { findBottleneck, measure, type Measured } from './measure.ts';
import { checkModel, type RehearsalModel } from './model.ts';
import { runModel } from './run-model.ts';

export interface OneMore {
  readonly post: string;
  readonly mean: number;
  readonly p90: number;
  /** By the name of the limit. */
  readonly lateShares: Readonly<Record<string, number>>;
}

export interface Rehearsal extends Measured {
  readonly seed: number;
  /** The post at which cases wait longest; absent where they hardly wait at all. */
  readonly bottleneck?: string;
  /** The same cases with one more person at one post, for the posts at which they wait most. */
  readonly oneMore: readonly OneMore[];
}

/** So many are compared: each is a run of its own, and the others hardly matter. */
const MOST_COMPARED = 3;

/**
 * The same model and seed give the same result, to the last digit. The comparisons use the same
 * random numbers as the main run, so that a difference is the staffing's and not chance's.
 * @throws RangeError for a model in which `checkModel` finds a problem
 */
export function rehearse(model: RehearsalModel): Rehearsal {
  const [problem] = checkModel(model);
  if (problem !== undefined) throw new RangeError(`${problem.path}: ${problem.code}`);
  const measured = measure(model, runModel(model));
  const bottleneck = findBottleneck(measured);
  const compared = measured.posts
    .filter((post) => post.meanWait > 0)
    .toSorted((a, b) => b.meanWait - a.meanWait)
    .slice(0, MOST_COMPARED);
  return {
    ...measured,
    seed: model.seed,
    ...(bottleneck === undefined ? {} : { bottleneck }),
    oneMore: compared.map(({ post }) => withOneMore(model, post)),
  };
}

function withOneMore(model: RehearsalModel, post: string): OneMore {
  const staffing = model.posts[post] ?? { people: 1, share: 1 };
  const posts = { ...model.posts, [post]: { ...staffing, people: staffing.people + 1 } };
  const { days, limits } = measure({ ...model, posts }, runModel({ ...model, posts }));
  return {
    post,
    mean: days.mean,
    p90: days.p90,
    lateShares: Object.fromEntries(limits.map(({ name, lateShare }) => [name, lateShare])),
  };
}
