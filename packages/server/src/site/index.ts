export { createPortalServices } from './portal-services.ts';
export { readItemRecord, readLiveRecord } from './live-record.pg.ts';
export type { SiteDeps } from './site-deps.ts';
