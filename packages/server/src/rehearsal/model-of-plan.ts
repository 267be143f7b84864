import type { RehearsalPlan } from '@yichuang/contracts';
import type { FlowDefinition } from '@yichuang/kernel/flow';
import { USUAL_TAIL, type Duration, type RehearsalModel } from '@yichuang/kernel/rehearsal';
import type { ItemHistory } from './item-history.ts';

/** Enough that the mean is known to a few percent; more would keep people waiting. */
const WANTED_CASES = 1_500;
const LEAST_DAYS = 60;
const MOST_DAYS = 4_000;
/** Of an office that gets thousands a day, a few days are enough too. */
const MOST_SIMULATED = 10_000;
const WARM_UP_SHARE = 0.1;
const QUANTILES = 20;

/** The numbers of a plan as the kernel's model; of history the whole distribution is taken. */
export function modelOfPlan(
  plan: RehearsalPlan,
  flow: FlowDefinition,
  history: ItemHistory,
): RehearsalModel {
  const minutesOfDay = plan.hoursPerDay * 60;
  const wanted = Math.max(LEAST_DAYS, Math.ceil(WANTED_CASES / plan.perDay));
  const most = Math.max(1, Math.floor(MOST_SIMULATED / plan.perDay));
  const days = Math.min(MOST_DAYS, most, wanted);
  const branches: Record<string, Record<string, number>> = {};
  for (const { splitId, branchId, share } of plan.branches) {
    branches[splitId] = { ...branches[splitId], [branchId]: share };
  }
  return {
    // What follows a refusal is not rehearsed: it is a small part of the cases.
    flow: { main: flow.main },
    seed: plan.seed,
    perDay: plan.perDay,
    days,
    warmUpDays: Math.ceil(days * WARM_UP_SHARE),
    minutesOfDay,
    posts: Object.fromEntries(
      plan.posts.map(({ post, people, share }) => [post, { people, share }]),
    ),
    steps: Object.fromEntries(
      plan.steps.map((step) => [
        step.stepId,
        {
          handling: durationOf(step.source, step.minutes, history.steps[step.stepId]?.minutes),
          returnShare: step.returnShare,
        },
      ]),
    ),
    branches,
    waits: Object.fromEntries(
      plan.waits.map(({ nodeId, days: each, source }) => [
        nodeId,
        durationOf(source, each * minutesOfDay, history.waits[nodeId]),
      ]),
    ),
    limits: Object.fromEntries(plan.limits.map(({ name, days: limit }) => [name, limit])),
  };
}

function durationOf(
  source: RehearsalPlan['perDaySource'],
  median: number,
  measured: readonly number[] | undefined,
): Duration {
  if (source !== 'history' || measured === undefined) {
    return median === 0
      ? { kind: 'constant', minutes: 0 }
      : { kind: 'skewed', median, tail: USUAL_TAIL };
  }
  const values = Array.from({ length: QUANTILES + 1 }, (_, i) => {
    const place = Math.round((i / QUANTILES) * (measured.length - 1));
    return measured[place] ?? 0;
  });
  return { kind: 'quantiles', values };
}
