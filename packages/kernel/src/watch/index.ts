export { activitiesOf, type Activity, type ActivityKind } from './activity.ts';
export { caseFacts } from './case-facts.ts';
export { factNames } from './fact-names.ts';
export type { ListedFee, WatchContext, WatchEvaluate } from './context.ts';
export { groupActivities, MOST_EVIDENCE, overall, type Group } from './groups.ts';
export type { Evidence, WatchHit } from './hit.ts';
export { judgeCase, judgeGroups, placesIn, type IsWithin } from './judge.ts';
export {
  isGroupSubject,
  type CaseSubject,
  type GroupSubject,
  type RiskPoint,
  type WatchAddressee,
  type WatchKind,
  type WatchRule,
  type WatchScope,
  type WatchSubject,
} from './rule.ts';
export type { CaseFacts, Facts, FactValue, Subject } from './subject.ts';
export {
  FIGURE_EDITION,
  figureOf,
  type CaseFigure,
  type FigureContext,
  type FigureLimit,
} from './figure.ts';
export type { PersonFigure } from './person-figure.ts';
