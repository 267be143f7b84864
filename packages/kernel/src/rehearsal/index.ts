/** Rehearsal of an item's flow with its staffing: a simulation, reproducible by its seed. */
export {
  checkModel,
  CORRECTION,
  MOST_CASES,
  type ModelProblem,
  type PostStaffing,
  type RehearsalModel,
  type Source,
  type StepTiming,
} from './model.ts';
export { meanOf, quantile, USUAL_TAIL, type Duration } from './duration.ts';
export { rehearse, type OneMore, type Rehearsal } from './rehearse.ts';
export type { Bin, DaysFigures, LimitFigures, PostResult } from './measure.ts';
export { runModel } from './run-model.ts';
export type { PostFigures, RehearsedCase, RunFigures } from './figures.ts';
export { draw, keyOf } from './draw.ts';
