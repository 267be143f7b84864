/** When somebody may vote on a task, and what one vote brings about. */
import {
  settleStep,
  tally,
  tasksOfRound,
  type StepNode,
  type TaskState,
  type Vote,
} from '../flow/index.ts';
import type { LegalBasis } from '../time/index.ts';
import type { CaseContext } from './commands.ts';
import { holdTask, isRefusal, type HeldTask } from './permissions.ts';
import type { Proceeding } from './proceeding.ts';
import { refuse, type Refusal } from './refusals.ts';
import { isUnderWay, runningProcedures, type CaseState } from './state.ts';
import { followOutcome, followsReject } from './step-outcome.ts';
import { walkOf } from './walk.ts';

/** The held task, at a step and in a phase in which it can be signed. */
export function holdForSigning(
  state: CaseState,
  context: CaseContext,
  taskId: string,
): HeldTask | Refusal {
  const held = holdTask(state, context, taskId);
  if (isRefusal(held)) return held;
  const { duty } = held.step;
  if (duty === 'delivery' || duty === 'filing') return refuse('wrong-duty', { duty });
  if (duty === 'task' && state.phase === 'decided') return held;
  // An intake step that a return opened again only passes the case on: it was accepted before.
  return isUnderWay(state) ? held : refuse('wrong-phase', { phase: state.phase });
}

/** Why this vote is not possible now: who asks, then what it would bring about. */
export function refuseVote(
  state: CaseState,
  context: CaseContext,
  taskId: string,
  verdict: Vote,
): Refusal | undefined {
  const held = holdForSigning(state, context, taskId);
  if (isRefusal(held)) return held;
  const { step, task } = held;
  const unanswered = refuseUnanswered(state, context, step);
  if (unanswered !== undefined) return unanswered;
  if (step.duty === 'decision') {
    const refusal = duringProcedure(state);
    if (refusal !== undefined) return refusal;
  }
  const voted = tasksOfRound(state.marking, step.id, task.round).map((other) =>
    other.taskId === taskId ? { ...other, status: 'done' as const, verdict } : other,
  );
  return refuseOutcome(state, context, step, voted);
}

/** Of a letter nothing is passed on or decided before an answer is there. */
function refuseUnanswered(
  { letter }: CaseState,
  { item }: CaseContext,
  step: StepNode,
): Refusal | undefined {
  if (letter === undefined) return undefined;
  const isWriting = step.id === item.letter?.answerStep;
  if (!isWriting && step.duty !== 'decision') return undefined;
  return letter.draft?.round === letter.round ? undefined : refuse('answer-required');
}

/**
 * Why the outcome to which these tasks of a round come cannot be; undefined while they come to
 * none. The last to vote may approve and yet complete a denial, and removing a signer may too.
 */
export function refuseOutcome(
  state: CaseState,
  { item }: CaseContext,
  step: StepNode,
  tasks: readonly TaskState[],
): Refusal | undefined {
  const outcome = tally(step.agreement, tasks);
  if (outcome === undefined) return undefined;
  if (outcome === 'approved') return step.duty === 'decision' ? duringProcedure(state) : undefined;
  const follows = followsReject(step, item);
  if (follows === undefined || follows.then === 'continue') return undefined;
  // A decided case is not decided again, nor sent back before its decision.
  if (state.phase === 'decided') return refuse('reject-not-possible');
  if (follows.then === 'return') return undefined;
  // A refusal states its reasons (第三十八条): abstentions alone have none.
  const hasReason = tasks.some(({ verdict }) => verdict === 'rejected');
  return hasReason ? duringProcedure(state) : refuse('denial-without-reason');
}

/** Nothing is decided while a hearing or an inspection that it rests on is under way. */
export function duringProcedure(state: CaseState): Refusal | undefined {
  const running = runningProcedures(state)[0];
  if (running === undefined) return undefined;
  return refuse('special-procedure-running', { procedure: running.name });
}

export interface CastVote {
  readonly verdict: Vote;
  readonly opinion: string;
  readonly basis?: readonly LegalBasis[] | undefined;
  readonly isBatch?: true | undefined;
}

/** Records a vote, by whoever acts, and what it brings about. */
export function castVote(
  p: Proceeding,
  { step, task }: Pick<HeldTask, 'step' | 'task'>,
  { verdict, opinion, basis, isBatch }: CastVote,
): void {
  p.emit({
    type: 'TaskDecided',
    taskId: task.taskId,
    stepId: step.id,
    round: task.round,
    verdict,
    opinion,
    ...(basis === undefined ? {} : { basis }),
    ...(isBatch === undefined ? {} : { isBatch }),
  });
  settleAndFollow(p, step, task.round, opinion);
}

/** After any change among the signers of a round. */
export function settleAndFollow(
  p: Proceeding,
  step: StepNode,
  round: number,
  opinion: string,
): void {
  followOutcome(p, step, round, settleStep(walkOf(p), step), opinion);
}
