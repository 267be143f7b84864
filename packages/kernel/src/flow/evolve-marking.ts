import {
  straightBacksOf,
  type Envelope,
  type FlowEvent,
  type Marking,
  type NodeState,
  type NodeStatus,
  type StraightBack,
} from './marking.ts';
import { evolveJump } from './evolve-jump.ts';
import { evolveRecall, evolveTaskReturn } from './evolve-recall.ts';
import { evolveTasks } from './evolve-tasks.ts';
import type { TaskState } from './task.ts';

/** The next marking. Total: every event that was recorded can be folded. */
export function evolveMarking(marking: Marking, event: FlowEvent, envelope: Envelope): Marking {
  switch (event.type) {
    case 'NodeEntered': {
      const state: NodeState = { round: event.round, status: 'open' };
      return withNode(
        withStatus(marking, event.resetNodes ?? [], 'reset'),
        event.nodeId,
        event.branches === undefined ? state : { ...state, branches: event.branches },
      );
    }
    case 'NodeCompleted':
      return withStatus(marking, [event.nodeId], 'done');
    case 'StepOpened':
      return openStep(marking, event, envelope);
    case 'TaskOpened':
    case 'TaskDecided':
    case 'TaskClosed':
    case 'TaskRead':
    case 'TaskClaimed':
    case 'TaskReleased':
    case 'TaskTransferred':
    case 'SignerAdded':
    case 'OpinionRequested':
    case 'OpinionGiven':
      return evolveTasks(marking, event, envelope);
    case 'TaskRecalled':
      return evolveRecall(marking, event);
    case 'TaskReturned':
      return evolveTaskReturn(marking, event);
    case 'StepCompleted':
      return withNode(marking, event.stepId, {
        round: event.round,
        status: 'done',
        outcome: event.outcome,
      });
    case 'StepReturned':
      return returnMarking(marking, event);
    case 'FlowJumped':
      return evolveJump(marking, event);
    case 'FlowEnded':
      return {
        ...withStraightBacks(withStatus(marking, event.cancelledNodes, 'cancelled'), []),
        ended: event.outcome,
      };
  }
}

function openStep(
  marking: Marking,
  event: Extract<FlowEvent, { type: 'StepOpened' }>,
  envelope: Envelope,
): Marking {
  const tasks: Record<string, TaskState> = { ...marking.tasks };
  for (const task of event.tasks) {
    tasks[task.taskId] = {
      taskId: task.taskId,
      stepId: event.stepId,
      round: event.round,
      posts: task.posts,
      status: task.waits ? 'waiting' : 'open',
      openedAt: envelope.at,
      weight: task.weight,
      ...(task.holder === undefined ? {} : { holder: task.holder }),
    };
  }
  const opened = withNode({ ...marking, tasks }, event.stepId, {
    round: event.round,
    status: 'open',
    ...(event.cameBackFrom === undefined ? {} : { cameBackFrom: event.cameBackFrom }),
  });
  // The way straight back is used up once the step that returned is open again.
  return withStraightBacks(
    opened,
    straightBacksOf(opened).filter((back) => back.to !== event.stepId),
  );
}

function returnMarking(
  marking: Marking,
  event: Extract<FlowEvent, { type: 'StepReturned' }>,
): Marking {
  const reset = withStatus(marking, event.resetNodes, 'reset');
  const nodes: Record<string, NodeState> = { ...reset.nodes };
  for (const id of event.reopenedNodes) {
    const node = nodes[id];
    // A composite that had completed starts a new activation: its join may fire once more. So does
    // one that a jump had passed over.
    const isOver = node?.status === 'done' || node?.status === 'skipped';
    if (node !== undefined && isOver)
      nodes[id] = { ...node, status: 'open', round: node.round + 1 };
  }
  return withStraightBacks({ ...reset, nodes }, straightBacksAfter(marking, event));
}

/** What was left by the return no longer leads anywhere; going straight back suspends, not ends. */
function straightBacksAfter(
  marking: Marking,
  event: Extract<FlowEvent, { type: 'StepReturned' }>,
): readonly StraightBack[] {
  const others = straightBacksOf(marking).filter((back) => back.after !== event.toStep);
  if (event.then === 'straight-back') {
    return [...others, { after: event.toStep, to: event.fromStep }];
  }
  return others.filter((back) => !event.resetNodes.includes(back.after));
}

/** Absent rather than empty, so that the state has one spelling. */
function withStraightBacks(marking: Marking, backs: readonly StraightBack[]): Marking {
  const { straightBacks: before, ...rest } = marking;
  if (backs.length > 0) return { ...rest, straightBacks: backs };
  return before === undefined ? marking : rest;
}

function withNode(marking: Marking, id: string, state: NodeState): Marking {
  return { ...marking, nodes: { ...marking.nodes, [id]: state } };
}

function withStatus(marking: Marking, ids: readonly string[], status: NodeStatus): Marking {
  if (ids.length === 0) return marking;
  const nodes: Record<string, NodeState> = { ...marking.nodes };
  for (const id of ids) {
    const node = nodes[id];
    if (node !== undefined) nodes[id] = { ...node, status };
  }
  return { ...marking, nodes };
}
