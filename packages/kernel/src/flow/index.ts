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
export { childrenOf, indexFlow, placeOf, stepOf, stepsOf, subtree } from './tree.ts';
export {
  emptyMarking,
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
export { closeTasks, completeNode, endFlow, enterNode, settleStep, type Walk } from './advance.ts';
export { canGoStraightBack, consequencesOf, returnTargets, returnToStep } from './return.ts';
export { lintFlow, type FlowProblem, type FlowProblemCode, type LintContext } from './lint.ts';
