export type { BoardDeps } from './board-deps.ts';
export { boardRoutes } from './routes.ts';
