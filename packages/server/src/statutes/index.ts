export { loadStatutes, statutesDirectory, type Statutes } from './load-statutes.ts';
export { parseScheme } from './parse-indicators.ts';
