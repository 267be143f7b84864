import { Type, type Static } from '@sinclair/typebox';
import { oneOf } from './schema-parts.ts';
import { Day } from './values.ts';

/** A split around a step that is ahead: it runs beside others, or another branch may be taken. */
export const ForecastSplitView = Type.Object({
  splitId: Type.String(),
  splitName: Type.String(),
  kind: oneOf('parallel', 'choice'),
  branchId: Type.String(),
  /** Taken if everything stays as it is now. */
  isLikely: Type.Boolean(),
});

/** What is still ahead of a case, in the order in which it is reached. */
export const ForecastView = Type.Object({
  nodeId: Type.String(),
  kind: oneOf('step', 'wait', 'subcases'),
  name: Type.String(),
  isOpen: Type.Boolean(),
  /** false: whether it comes depends on what is not decided yet. */
  isCertain: Type.Boolean(),
  /** Nobody outside is told posts, people and days of single steps. */
  postNames: Type.Array(Type.String()),
  holderNames: Type.Array(Type.String()),
  expectedOn: Type.Optional(Day),
  /** A policy passes over it where the same person has approved before. */
  maySkip: Type.Boolean(),
  within: Type.Array(ForecastSplitView),
});
export type ForecastView = Static<typeof ForecastView>;
