/** Approve and reject: one person's part in a step, and what the step's outcome brings about. */
import {
  completeNode,
  endFlow,
  enterNode,
  returnToStep,
  settleStep,
  tasksOfRound,
  type StepNode,
  type Verdict,
} from '../../flow/index.ts';
import { civilDate, type LegalBasis } from '../../time/index.ts';
import { missingQuantities } from '../assess-fees.ts';
import { startClock } from '../clocks.ts';
import type { CaseContext } from '../commands.ts';
import { orderDocumentFor } from '../order-document.ts';
import { holdTask, isRefusal, type HeldTask } from '../permissions.ts';
import type { Proceeding } from '../proceeding.ts';
import { refuse, type Refusal } from '../refusals.ts';
import { runningProcedures, type CaseState } from '../state.ts';
import { walkOf } from '../walk.ts';
import type { Act } from './act.ts';

export const approveTask: Act<'ApproveTask'> = {
  type: 'ApproveTask',
  isForTask: true,
  permit: permitVerdict,
  check(state, command, context) {
    const held = holdTask(state, context, command.taskId);
    if (isRefusal(held) || held.step.duty !== 'decision') return [];
    return missingQuantities(state, context);
  },
  perform: (p, command) => vote(p, command.taskId, 'approved', command.opinion, undefined),
};

export const rejectTask: Act<'RejectTask'> = {
  type: 'RejectTask',
  isForTask: true,
  permit(state, context, taskId) {
    const refusal = permitVerdict(state, context, taskId);
    if (refusal !== undefined) return refusal;
    const held = holdTask(state, context, taskId);
    if (isRefusal(held)) return held;
    const follows = followsReject(held.step);
    if (follows === undefined || held.step.duty === 'intake') return refuse('reject-not-possible');
    if (follows.then === 'continue') return undefined;
    // A decided case is not decided again, nor sent back before its decision.
    if (state.phase === 'decided') return refuse('reject-not-possible');
    return follows.then === 'deny' ? duringProcedure(state) : undefined;
  },
  check(state, command, context) {
    if (command.opinion.trim() === '') return [refuse('reason-required')];
    const held = holdTask(state, context, command.taskId);
    if (isRefusal(held) || followsReject(held.step)?.then !== 'deny') return [];
    // A refusal of a licence names its law (第三十八条); an opinion that travels on need not.
    const named = (command.basis ?? []).filter(
      ({ law, article }) => law.trim() !== '' && article.trim() !== '',
    );
    return named.length === 0 || named.length < (command.basis ?? []).length
      ? [refuse('legal-basis-required')]
      : [];
  },
  perform: (p, command) => vote(p, command.taskId, 'rejected', command.opinion, command.basis),
};

function permitVerdict(
  state: CaseState,
  context: CaseContext,
  taskId: string,
): Refusal | undefined {
  const held = holdTask(state, context, taskId);
  if (isRefusal(held)) return held;
  const { duty } = held.step;
  if (duty === 'delivery') return refuse('wrong-duty', { duty });
  if (duty === 'task' && state.phase === 'decided') return undefined;
  // An intake step that a return opened again only passes the case on: it was accepted before.
  if (state.phase !== 'accepted') return refuse('wrong-phase', { phase: state.phase });
  return duty === 'decision' ? duringProcedure(state) : undefined;
}

/** Nothing is decided while a hearing or an inspection that it rests on is under way. */
function duringProcedure(state: CaseState): Refusal | undefined {
  const running = runningProcedures(state)[0];
  if (running === undefined) return undefined;
  return refuse('special-procedure-running', { procedure: running.name });
}

function followsReject(step: StepNode): StepNode['onReject'] {
  return step.onReject ?? (step.duty === 'decision' ? { then: 'deny' } : undefined);
}

function vote(
  p: Proceeding,
  taskId: string,
  verdict: Verdict,
  opinion: string,
  basis: readonly LegalBasis[] | undefined,
): void {
  const held = holdTask(p.state(), p.context, taskId);
  if (isRefusal(held)) throw new Error('permit and perform disagree');
  const { step, task } = held;
  p.emit({
    type: 'TaskDecided',
    taskId,
    stepId: step.id,
    round: task.round,
    verdict,
    opinion,
    ...(basis === undefined ? {} : { basis }),
  });
  const outcome = settleStep(walkOf(p), step);
  if (outcome === 'approved') approved(p, held, opinion);
  if (outcome === 'rejected') rejected(p, held);
}

function approved(p: Proceeding, { step }: HeldTask, opinion: string): void {
  if (step.duty === 'decision') {
    makeDecision(p, 'granted', opinion, p.context.item.legalBasis);
  }
  completeNode(walkOf(p), step);
}

/**
 * The reasons are those of who rejected. The last to vote may have approved: with "hear all, then
 * decide" one reject decides, whoever comes last.
 */
function rejected(p: Proceeding, { step, task }: HeldTask): void {
  const walk = walkOf(p);
  const rejects = tasksOfRound(walk.marking(), step.id, task.round).filter(
    (vote) => vote.verdict === 'rejected',
  );
  const opinion = rejects.map((vote) => vote.opinion ?? '').join('\n');
  const follows = followsReject(step);
  switch (follows?.then) {
    case 'return':
      return returnToStep(walk, step.id, follows.to, 'walk-again', opinion);
    case 'deny':
      makeDecision(p, 'denied', opinion, distinct(rejects.flatMap((vote) => vote.basis ?? [])));
      return afterDenial(p);
    case 'continue':
    case undefined:
      return completeNode(walk, step);
  }
}

function distinct(basis: readonly LegalBasis[]): LegalBasis[] {
  return basis.filter(
    ({ law, article }, i) =>
      basis.findIndex((other) => other.law === law && other.article === article) === i,
  );
}

function makeDecision(
  p: Proceeding,
  outcome: 'granted' | 'denied',
  reason: string,
  basis: readonly LegalBasis[],
): void {
  const decidedOn = civilDate(p.context.at);
  p.emit({ type: 'DecisionMade', outcome, decidedOn, reason, basis });
  startClock(p, {
    clockId: 'service',
    kind: 'service',
    ruleId: p.context.item.serviceRule,
    from: decidedOn,
  });
  orderDocumentFor(p, outcome);
}

/** Ends what is open and walks the tree for denials, usually the service of the decision. */
function afterDenial(p: Proceeding): void {
  const walk = walkOf(p);
  endFlow(walk, 'rejected');
  if (walk.flow.denied === undefined) return walk.finished();
  enterNode(walk, walk.flow.denied);
}
