export { createBoardSignal, type BoardSignal } from './board-signal.ts';
export { boardRefusals } from './refusals.ts';
export { boardRoutes } from './routes.ts';
export { watchWrites } from './watch-writes.ts';
