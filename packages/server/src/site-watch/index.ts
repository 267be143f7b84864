export { SITE_LOOK, SITE_PROBE, siteWatchRoutes } from './routes.ts';
export type { SiteWatchDeps } from './site-watch-deps.ts';
export { LOOKING_TIME, lookOverSite, PROBING_TIME, probeSite } from './watch-site.ts';
