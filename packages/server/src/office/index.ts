export { createOffice, type Office } from './office.ts';
export type { OfficeDeps } from './office-deps.ts';
export { createOfficeStore } from './office-store.pg.ts';
export type { OfficeStore } from './office-store.ts';
export { officeRefusals } from './refusals.ts';
export { officeRoutes, type OfficeRoutesOptions } from './routes.ts';
