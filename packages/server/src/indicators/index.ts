export { assessmentRoutes } from './assessment-routes.ts';
export { FOLLOWING, followEvents, rebuildFigures } from './follow-events.ts';
export type { CountSource } from './count-source.ts';
export type { CircularDeps } from './circular.ts';
export { createPublicStatistics } from './public-statistics.ts';
export { letterCounts } from './letter-counts.ts';
export { indicatorRefusals } from './refusals.ts';
export { indicatorRoutes } from './routes.ts';
export { hitCounts, orderCounts, reviewCounts } from './other-counts.ts';
