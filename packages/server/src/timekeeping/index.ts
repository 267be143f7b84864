export { createTimekeeper, type Timekeeper, type TimekeeperDeps } from './timekeeper.ts';
