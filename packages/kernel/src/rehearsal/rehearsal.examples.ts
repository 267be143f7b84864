/** Models that the tests of rehearsals share. Read by tests only. */
import type { FlowDefinition, FlowNode } from '../flow/index.ts';
import { sequence, step } from '../case/testing/case.examples.ts';
import type { Duration } from './duration.ts';
import type { RehearsalModel } from './model.ts';

export const MINUTES_OF_DAY = 420;

export function minutes(each: number): Duration {
  return { kind: 'constant', minutes: each };
}

/** One step, one post `desk`; ten weeks of ten cases a day unless said otherwise. */
export function modelOf(more: Partial<RehearsalModel> = {}): RehearsalModel {
  return {
    flow: { main: step('only', 'task', { posts: ['desk'] }) },
    seed: 1,
    perDay: 10,
    days: 60,
    warmUpDays: 10,
    minutesOfDay: MINUTES_OF_DAY,
    posts: { desk: { people: 1, share: 1 } },
    steps: { only: { handling: minutes(20), returnShare: 0 } },
    branches: {},
    waits: {},
    limits: {},
    ...more,
  };
}

export function flowOf(...steps: readonly FlowNode[]): FlowDefinition {
  return { main: sequence('main', ...steps) };
}
