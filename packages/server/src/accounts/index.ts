export { keeperOf, type Done } from './account-deps.ts';
export { createAccounts, type Accounts } from './accounts.ts';
export { listAccounts } from './list-accounts.pg.ts';
export { staffImportRoutes } from './import-routes.ts';
export { accountRefusals } from './refusals.ts';
export { accountRoutes } from './routes.ts';
