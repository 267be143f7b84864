/** The limit of a step has run out, and its policy says what the system does then. */
import { openTasks, stepOf, type StepNode, type TaskState } from '../flow/index.ts';
import { readNodeClockId } from './clocks.ts';
import { postAt } from './post-at.ts';
import type { Proceeding } from './proceeding.ts';
import { runningClocks } from './state.ts';
import { ADMINISTRATORS, isFree, mayAct, transferToPost, voteBySystem } from './step-policies.ts';
import { flowOf } from './walk.ts';

export function applyTimeOuts(p: Proceeding): void {
  while (mayAct(p.state())) {
    const act = overdueTasks(p)
      .map(({ step, task }) => timeOutOf(p, step, task))
      .find((found) => found !== undefined);
    if (act === undefined) return;
    act();
  }
}

function overdueTasks(p: Proceeding): { readonly step: StepNode; readonly task: TaskState }[] {
  const state = p.state();
  const overdue = runningClocks(state)
    .filter(({ kind, result }) => kind === 'step' && result.overdueAt <= p.context.at)
    .map(({ clockId }) => readNodeClockId(clockId));
  if (overdue.length === 0) return [];
  return openTasks(state.marking)
    .filter(({ kind }) => kind === undefined)
    .filter(({ stepId, round }) =>
      overdue.some((clock) => clock.nodeId === stepId && clock.round === round),
    )
    .map((task) => ({ step: stepOf(flowOf(p), task.stepId), task }));
}

function timeOutOf(p: Proceeding, step: StepNode, task: TaskState): (() => void) | undefined {
  const { timeOut, timeOutBasis } = step.policies ?? {};
  if (timeOut === undefined) return undefined;
  if (timeOut.then !== 'post') {
    const verdict = timeOut.then === 'approve' ? 'approved' : 'rejected';
    const law = timeOutBasis === undefined ? {} : { basis: [timeOutBasis] };
    return voteBySystem(p, step, task, { rule: 'policy:time-out', verdict, ...law });
  }
  const post = postAt(timeOut.post, p.state(), p.context);
  // Once: it is there already, or the administrators have it.
  if (!isFree(p, task, post) || task.posts.includes(ADMINISTRATORS)) return undefined;
  return () => transferToPost(p, task, post, 'timed-out');
}
