export type { EnqueueOptions, JobHandler, JobPayload, JobRun, Jobs, JobsOptions } from './jobs.ts';
export { createJobs } from './jobs.ts';
