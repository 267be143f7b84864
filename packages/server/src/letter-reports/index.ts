export { letterReportRefusals } from './refusals.ts';
export { tellWeekly, WEEKLY_TIME, type WeeklyDeps } from './tell-weekly.ts';
export { letterReportRoutes, type LetterReportRoutesDeps } from './routes.ts';
