export type { LetterImportDeps } from './import-deps.ts';
export { letterImportRoutes } from './routes.ts';
