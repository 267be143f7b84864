/** Approve and reject: one person's part in a step, and what the step's outcome brings about. */
import {
  completeNode,
  endFlow,
  enterNode,
  returnToStep,
  settleStep,
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
    return followsReject(held.step) === undefined ? refuse('reject-not-possible') : undefined;
  },
  check(state, command, context) {
    if (command.opinion.trim() === '') return [refuse('reason-required')];
    const held = holdTask(state, context, command.taskId);
    if (isRefusal(held) || followsReject(held.step)?.then !== 'deny') return [];
    // A refusal of a licence names its law (第三十八条); an opinion that travels on need not.
    return (command.basis ?? []).length === 0 ? [refuse('legal-basis-required')] : [];
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
  const running = duty === 'decision' ? runningProcedures(state)[0] : undefined;
  return running === undefined
    ? undefined
    : refuse('special-procedure-running', { procedure: running.name });
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
  p.emit({ type: 'TaskDecided', taskId, stepId: step.id, round: task.round, verdict, opinion });
  const outcome = settleStep(walkOf(p), step);
  if (outcome === 'approved') approved(p, held, opinion);
  if (outcome === 'rejected') rejected(p, held, opinion, basis);
}

function approved(p: Proceeding, { step }: HeldTask, opinion: string): void {
  if (step.duty === 'decision') {
    makeDecision(p, 'granted', opinion, p.context.item.legalBasis);
  }
  completeNode(walkOf(p), step);
}

function rejected(
  p: Proceeding,
  { step }: HeldTask,
  opinion: string,
  basis: readonly LegalBasis[] | undefined,
): void {
  const walk = walkOf(p);
  const follows = followsReject(step);
  switch (follows?.then) {
    case 'return':
      return returnToStep(walk, step.id, follows.to, 'walk-again', opinion);
    case 'deny':
      makeDecision(p, 'denied', opinion, basis ?? p.context.item.legalBasis);
      return afterDenial(p);
    case 'continue':
    case undefined:
      return completeNode(walk, step);
  }
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
