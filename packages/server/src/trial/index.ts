export type { OpenTrial, OpenTrialSite, TrialToOpen } from './open-trial.ts';
export { trialRefusals } from './refusals.ts';
export { trialRoutes } from './routes.ts';
export { createTrialHost, type TrialHost } from './trial-host.ts';
export { trialPack } from './trial-pack.ts';
export { beginClockAt, listStaffToCopy } from './trial-store.pg.ts';
