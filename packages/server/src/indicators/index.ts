export { FOLLOWING, followEvents, rebuildFigures } from './follow-events.ts';
export type { CountSource } from './count-source.ts';
export type { IndicatorDeps } from './indicator-deps.ts';
export { indicatorRefusals } from './refusals.ts';
export { indicatorRoutes } from './routes.ts';
