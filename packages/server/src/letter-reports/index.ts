export { countUnits } from './letter-figures.pg.ts';
export { publicRanking, publicStatistics } from './public-figures.ts';
export { letterReportRefusals } from './refusals.ts';
export { tellWeekly, WEEKLY_TIME, type WeeklyDeps } from './tell-weekly.ts';
export { letterReportRoutes, type LetterReportRoutesDeps } from './routes.ts';
export type { ReportDeps } from './report-deps.ts';
export { publicReader } from './report-reader.ts';
