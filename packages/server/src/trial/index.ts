export type { Answer, Caller, LoadCounty } from './load/load-county.ts';
export { findAccountOf } from './load/load-rows.pg.ts';
export { loadCounts, WEEK_MS, type LoadCounts } from './load/plan-load.ts';
export { runLoad, type LoadRun } from './load/run-load.ts';
export type { OpenTrial, OpenTrialSite, TrialToOpen } from './open-trial.ts';
export { trialRefusals } from './refusals.ts';
export { trialRoutes } from './routes.ts';
export { createTrialHost, type TrialAct, type TrialHost } from './trial-host.ts';
export { trialIdOf, trialPack } from './trial-pack.ts';
export { copyDesign } from './copy-design.pg.ts';
export {
  beginClockAt,
  isTrialKnown,
  listRetired,
  listStaffToCopy,
  purgeTrial,
  readFilling,
  readTrialState,
  writeFilling,
} from './trial-store.pg.ts';
