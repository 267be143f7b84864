export { phraseRoutes } from './phrase-routes.pg.ts';
