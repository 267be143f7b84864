export { createHandOvers, type HandOvers } from './hand-over.ts';
export { handOverRoutes } from './routes.ts';
