export { letterReportRefusals } from './refusals.ts';
export { letterReportRoutes, type LetterReportRoutesDeps } from './routes.ts';
