export { createTimekeeper, type Timekeeper } from './timekeeper.ts';
export type { TimekeeperDeps } from './timekeeper-deps.ts';
export type { TurnedClock } from './clock-sweep.pg.ts';
