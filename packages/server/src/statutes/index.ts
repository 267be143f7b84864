export { loadStatutes, statutesDirectory, type Statutes } from './load-statutes.ts';
export { schemeFault } from './parse-indicators.ts';
