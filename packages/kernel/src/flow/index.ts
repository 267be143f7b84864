export type {
  Agreement,
  Apartness,
  AutomaticAction,
  AutomaticNode,
  Binding,
  Branch,
  ChoiceNode,
  FlowDefinition,
  FlowNode,
  OnReject,
  ParallelNode,
  SequenceNode,
  StepDuty,
  StepForm,
  StepLimit,
  StepNode,
  StepPolicies,
  SubcasePart,
  SubcasesNode,
  WaitNode,
} from './definition.ts';
export {
  childrenOf,
  consequencesOf,
  indexFlow,
  placeOf,
  stepOf,
  stepsOf,
  subtree,
} from './tree.ts';
export {
  emptyMarking,
  openNodes,
  openTasks,
  tasksOfRound,
  type Envelope,
  type FlowEvent,
  type Marking,
  type NodeState,
  type NodeStatus,
  type StraightBack,
  type TaskRecalledEvent,
  type TaskReturnedEvent,
} from './marking.ts';
export type { PersonRef } from './person.ts';
export {
  inOrder,
  isLive,
  numberOf,
  placeInStep,
  type ClosingCause,
  type TaskKind,
  type TaskState,
  type TaskStatus,
  type TaskTransfer,
  type TransferCause,
  type Verdict,
  type Vote,
} from './task.ts';
export { evolveMarking } from './evolve-marking.ts';
export { tally } from './agreement.ts';
export { memberBefore, planRecall, planTaskReturn, type Recall } from './recall.ts';
export { depthOf, partOf, seatOf, seatsOf, statusesOf, type Seat } from './seats.ts';
export { completeNode, enterNode } from './advance.ts';
export { closeTasks, endFlow, settleStep } from './settle.ts';
export type { Walk } from './walk.ts';
export { canGoStraightBack } from './ways.ts';
export { jumpProblem, jumpTargets, jumpToStep } from './jump.ts';
export { rebaseProblem, type RebaseProblem } from './rebase.ts';
export { returnTargets, returnToStep } from './return.ts';
export type { FlowProblem, FlowProblemCode } from './flow-problem.ts';
export { lintFlow } from './lint.ts';
export type { LintContext } from './lint-context.ts';
export { forecast, type ForecastEntry, type ForecastSplit, type ForecastView } from './forecast.ts';
