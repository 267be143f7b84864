export { loadStatutes, statutesDirectory, type Statutes } from './load-statutes.ts';
