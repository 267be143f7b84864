export { checkHandOut, followHandOuts, type HandOutDeps } from './hand-out.ts';
export { handOutRefusals } from './refusals.ts';
