/** The numbers of a plan as they are edited; what nobody touched is not sent back as entered. */
import type { RehearsalPlan, RehearsalWish } from '@yichuang/contracts';

export interface PostValues {
  readonly people: number;
  /** Part of their time for this item, in percent. */
  readonly percent: number;
}

export interface StepValues {
  readonly minutes: number;
  readonly returnPercent: number;
}

export interface PlanValues {
  readonly perDay: number;
  readonly seed: number;
  readonly posts: Readonly<Record<string, PostValues>>;
  readonly steps: Readonly<Record<string, StepValues>>;
  /** In percent, by split and branch. */
  readonly branches: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Working days, by node. */
  readonly waits: Readonly<Record<string, number>>;
}

export function valuesOf(plan: RehearsalPlan): PlanValues {
  const branches: Record<string, Record<string, number>> = {};
  for (const { splitId, branchId, share } of plan.branches) {
    branches[splitId] = { ...branches[splitId], [branchId]: percentOf(share) };
  }
  return {
    perDay: plan.perDay,
    seed: plan.seed,
    posts: Object.fromEntries(
      plan.posts.map(({ post, people, share }) => [post, { people, percent: percentOf(share) }]),
    ),
    steps: Object.fromEntries(
      plan.steps.map(({ stepId, minutes, returnShare }) => [
        stepId,
        { minutes: Math.round(minutes), returnPercent: percentOf(returnShare) },
      ]),
    ),
    branches,
    waits: Object.fromEntries(plan.waits.map(({ nodeId, days }) => [nodeId, tenths(days)])),
  };
}

/** Only what differs from the plan, and what was entered in an earlier run. */
export function wishOf(plan: RehearsalPlan, values: PlanValues): RehearsalWish {
  const before = valuesOf(plan);
  const wasEntered = (source: string): boolean => source === 'entered';
  const posts = plan.posts
    .filter(({ post, source }) => wasEntered(source) || differs(before.posts, values.posts, post))
    .map(({ post }) => {
      const { people, percent } = values.posts[post] ?? { people: 1, percent: 100 };
      return [post, { people, share: percent / 100 }];
    });
  const steps = plan.steps
    .filter(
      ({ stepId, source }) => wasEntered(source) || differs(before.steps, values.steps, stepId),
    )
    .map(({ stepId }) => {
      const { minutes, returnPercent } = values.steps[stepId] ?? { minutes: 0, returnPercent: 0 };
      return [stepId, { minutes, returnShare: returnPercent / 100 }];
    });
  const waits = plan.waits
    .filter(
      ({ nodeId, source }) => wasEntered(source) || differs(before.waits, values.waits, nodeId),
    )
    .map(({ nodeId }) => [nodeId, values.waits[nodeId] ?? 0]);
  const hasNewArrivals = values.perDay !== before.perDay || wasEntered(plan.perDaySource);
  return {
    seed: values.seed,
    ...(hasNewArrivals ? { perDay: values.perDay } : {}),
    posts: Object.fromEntries(posts) as NonNullable<RehearsalWish['posts']>,
    steps: Object.fromEntries(steps) as NonNullable<RehearsalWish['steps']>,
    waits: Object.fromEntries(waits) as NonNullable<RehearsalWish['waits']>,
    branches: branchWish(plan, before, values),
  };
}

function branchWish(
  plan: RehearsalPlan,
  before: PlanValues,
  values: PlanValues,
): NonNullable<RehearsalWish['branches']> {
  const wish: Record<string, Record<string, number>> = {};
  for (const { splitId, branchId, source } of plan.branches) {
    const entered = values.branches[splitId]?.[branchId] ?? 0;
    if (source !== 'entered' && entered === before.branches[splitId]?.[branchId]) continue;
    wish[splitId] = { ...wish[splitId], [branchId]: entered / 100 };
  }
  return wish;
}

function differs<T>(
  before: Readonly<Record<string, T>>,
  now: Readonly<Record<string, T>>,
  key: string,
): boolean {
  return JSON.stringify(before[key]) !== JSON.stringify(now[key]);
}

function percentOf(share: number): number {
  return Math.round(share * 100);
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
