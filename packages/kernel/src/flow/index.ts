export type {
  Agreement,
  AutomaticAction,
  AutomaticNode,
  Branch,
  ChoiceNode,
  FlowDefinition,
  FlowNode,
  OnReject,
  ParallelNode,
  SequenceNode,
  StepDuty,
  StepNode,
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
  inOrder,
  evolveMarking,
  openNodes,
  openTasks,
  tasksOfRound,
  type ClosingCause,
  type FlowEvent,
  type Marking,
  type NodeState,
  type NodeStatus,
  type TaskState,
  type TaskStatus,
  type Verdict,
} from './marking.ts';
export { tally } from './agreement.ts';
export {
  canGoStraightBack,
  closeTasks,
  completeNode,
  endFlow,
  enterNode,
  settleStep,
  type Walk,
} from './advance.ts';
export { returnTargets, returnToStep } from './return.ts';
export type { FlowProblem, FlowProblemCode } from './flow-problem.ts';
export { lintFlow, type LintContext } from './lint.ts';
