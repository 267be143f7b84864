export { checkPack, loadPack, type PackOptions } from './load-pack.ts';
export type { Pack } from './pack.ts';
export {
  describePackProblem,
  PackError,
  packProblemText,
  type PackProblem,
  type PackProblemCode,
} from './pack-problem.ts';
export { evaluateCondition } from './conditions.ts';
