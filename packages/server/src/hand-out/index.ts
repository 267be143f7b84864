export { checkHandOut, followHandOuts, type HandOutDeps } from './hand-out.ts';
