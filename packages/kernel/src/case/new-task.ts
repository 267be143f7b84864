/** Where a task that somebody adds to a round goes: its id and its place among the others. */
import {
  inOrder,
  numberOf,
  placeInStep,
  tasksOfRound,
  type Marking,
  type TaskState,
} from '../flow/index.ts';

export function newTaskId(marking: Marking, { stepId, round }: TaskState): string {
  const numbers = tasksOfRound(marking, stepId, round).map(numberOf);
  return `${stepId}#${round}.${Math.max(0, ...numbers) + 1}`;
}

/** Halfway to the neighbour, so that no other task's place changes. */
export function placeBeside(marking: Marking, task: TaskState, side: 'before' | 'after'): number {
  const round = inOrder(tasksOfRound(marking, task.stepId, task.round));
  const here = round.findIndex(({ taskId }) => taskId === task.taskId);
  const place = placeInStep(task);
  const neighbour = round[side === 'before' ? here - 1 : here + 1];
  if (neighbour === undefined) return side === 'before' ? place - 1 : place + 1;
  return (place + placeInStep(neighbour)) / 2;
}
