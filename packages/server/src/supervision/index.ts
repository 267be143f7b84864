export { compileRules, type CompiledRules } from './compile-rules.ts';
export { packRules } from './pack-rules.ts';
export { publishPackRules } from './publish-pack-rules.ts';
export { supervisionRefusals } from './refusals.ts';
export { supervisionRoutes } from './routes.ts';
export { runTrial, TRIAL, type TrialPayload } from './run-trial.ts';
export { createWatcher, WATCHING_TIME, type Watcher } from './watcher.ts';
export { countHits } from './hit-counts.pg.ts';
