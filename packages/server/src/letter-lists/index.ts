export type { LetterListDeps } from './list-letters.ts';
export { letterListRoutes } from './routes.ts';
