/** How a step and a flow come to their end: votes counted, tasks taken back with their cause. */
import { tally } from './agreement.ts';
import type { StepNode } from './definition.ts';
import { inOrder, openNodes, tasksOfRound, type ClosingCause, type Verdict } from './marking.ts';
import type { Walk } from './walk.ts';

/**
 * After a vote: completes the step when its rule is met, closing what is left of the round. With
 * `in-turn`, the next member's task opens. Gives the outcome, or undefined while the step is open.
 */
export function settleStep(walk: Walk, step: StepNode): Verdict | undefined {
  const round = walk.marking().nodes[step.id]?.round ?? 1;
  const tasks = tasksOfRound(walk.marking(), step.id, round);
  const outcome = tally(step.agreement, tasks);
  if (outcome === undefined) {
    const next = tasks.find((task) => task.status === 'waiting');
    if (step.agreement.rule === 'in-turn' && next !== undefined) {
      walk.emit({ type: 'TaskOpened', taskId: next.taskId });
    }
    return undefined;
  }
  closeTasks(walk, (task) => task.stepId === step.id && task.round === round, 'skipped-by-rule');
  walk.emit({ type: 'StepCompleted', stepId: step.id, round, outcome });
  return outcome;
}

export function closeTasks(
  walk: Pick<Walk, 'marking' | 'emit'>,
  concerns: (task: { readonly stepId: string; readonly round: number }) => boolean,
  cause: ClosingCause | ((stepId: string) => ClosingCause),
): void {
  const live = Object.values(walk.marking().tasks).filter(
    (task) => task.status === 'open' || task.status === 'waiting',
  );
  for (const task of inOrder(live).filter(concerns)) {
    walk.emit({
      type: 'TaskClosed',
      taskId: task.taskId,
      stepId: task.stepId,
      round: task.round,
      cause: typeof cause === 'function' ? cause(task.stepId) : cause,
    });
  }
}

/** Ends the flow whatever is open: a refusal, a withdrawal, a termination. */
export function endFlow(walk: Pick<Walk, 'marking' | 'emit'>, outcome: Verdict): void {
  closeTasks(walk, () => true, 'case-ended');
  walk.emit({ type: 'FlowEnded', outcome, cancelledNodes: openNodes(walk.marking()) });
}
