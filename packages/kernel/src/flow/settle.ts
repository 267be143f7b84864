/** How a step and a flow come to their end: votes counted, tasks taken back with their cause. */
import { tally } from './agreement.ts';
import type { StepNode } from './definition.ts';
import { openNodes, tasksOfRound } from './marking.ts';
import { partOf, seatsOf, statusesOf } from './seats.ts';
import { inOrder, isLive, type ClosingCause, type TaskState, type Verdict } from './task.ts';
import type { Walk } from './walk.ts';

/**
 * After a vote, or after somebody was added or removed: closes what is left of seats that are
 * decided, completes the step when its rule is met, closing what is left of the round, and opens
 * what no longer waits. Gives the outcome, or undefined while the step is open.
 */
export function settleStep(walk: Walk, step: StepNode): Verdict | undefined {
  const round = walk.marking().nodes[step.id]?.round ?? 1;
  const ofRound = (): TaskState[] => tasksOfRound(walk.marking(), step.id, round);
  closeDecidedSeats(walk, ofRound());
  const outcome = tally(step.agreement, ofRound());
  if (outcome === undefined) {
    openWhatIsDue(walk, step, ofRound());
    return undefined;
  }
  closeTasks(walk, (task) => task.stepId === step.id && task.round === round, 'skipped-by-rule');
  walk.emit({ type: 'StepCompleted', stepId: step.id, round, outcome });
  return outcome;
}

/** One of its signers has decided the seat: nobody else of it is asked any more. */
function closeDecidedSeats(walk: Walk, tasks: readonly TaskState[]): void {
  const over = seatsOf(tasks)
    .filter((seat) => seat.verdict !== undefined)
    .flatMap((seat) => partOf(tasks, seat.root.taskId))
    .map((task) => task.taskId);
  const ids = new Set(over);
  closeTasks(walk, (task) => ids.has(task.taskId), 'decided-by-other');
}

function openWhatIsDue(walk: Walk, step: StepNode, tasks: readonly TaskState[]): void {
  for (const [taskId, status] of statusesOf(step.agreement, tasks)) {
    const isWaiting = walk.marking().tasks[taskId]?.status === 'waiting';
    if (status === 'open' && isWaiting) walk.emit({ type: 'TaskOpened', taskId });
  }
}

export function closeTasks(
  walk: Pick<Walk, 'marking' | 'emit'>,
  concerns: (task: TaskState) => boolean,
  cause: ClosingCause | ((stepId: string) => ClosingCause),
  reason?: string,
): void {
  const live = Object.values(walk.marking().tasks).filter(isLive);
  for (const task of inOrder(live).filter(concerns)) {
    walk.emit({
      type: 'TaskClosed',
      taskId: task.taskId,
      stepId: task.stepId,
      round: task.round,
      cause: typeof cause === 'function' ? cause(task.stepId) : cause,
      ...(reason === undefined ? {} : { reason }),
    });
  }
}

/** Ends the flow whatever is open: a refusal, a withdrawal, a termination. */
export function endFlow(walk: Pick<Walk, 'marking' | 'emit'>, outcome: Verdict): void {
  closeTasks(walk, () => true, 'case-ended');
  walk.emit({ type: 'FlowEnded', outcome, cancelledNodes: openNodes(walk.marking()) });
}
