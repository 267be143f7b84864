export { createTimekeeper, type Timekeeper } from './timekeeper.ts';
export type { TimekeeperDeps } from './timekeeper-deps.ts';
