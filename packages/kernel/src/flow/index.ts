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
  inOrder,
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
export { evolveMarking } from './evolve-marking.ts';
export { tally } from './agreement.ts';
export { completeNode, enterNode } from './advance.ts';
export { closeTasks, endFlow, settleStep } from './settle.ts';
export type { Walk } from './walk.ts';
export { canGoStraightBack } from './ways.ts';
export { returnTargets, returnToStep } from './return.ts';
export type { FlowProblem, FlowProblemCode } from './flow-problem.ts';
export { lintFlow, type LintContext } from './lint.ts';
