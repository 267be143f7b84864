/** What the outcome of a step brings about: the next node, a decision, a denial, a return. */
import {
  completeNode,
  endFlow,
  enterNode,
  returnToStep,
  tasksOfRound,
  type OnReject,
  type StepNode,
  type Verdict,
} from '../flow/index.ts';
import { civilDate, type LegalBasis } from '../time/index.ts';
import { startClock } from './clocks.ts';
import { startCommitmentChecks } from './debts.ts';
import type { DecisionOutcome } from './events.ts';
import type { ItemDefinition } from './item.ts';
import { orderDocumentFor } from './order-document.ts';
import type { Proceeding } from './proceeding.ts';
import { walkOf } from './walk.ts';

/** What follows a reject (驳回): by the flow; else a decision and an internal approval deny. */
export function followsReject(step: StepNode, item: ItemDefinition): OnReject | undefined {
  if (step.onReject !== undefined) return step.onReject;
  // A letter is answered, one way or the other; an answer that will not do is returned.
  if (item.lifecycle === 'letter') return undefined;
  const denies = step.duty === 'decision' || item.lifecycle === 'internal';
  return denies ? { then: 'deny' } : undefined;
}

/** After `settleStep`; an undefined outcome leaves the step open and brings about nothing. */
export function followOutcome(
  p: Proceeding,
  step: StepNode,
  round: number,
  outcome: Verdict | undefined,
  opinion: string,
): void {
  if (outcome === 'approved') {
    if (step.duty === 'decision') decideFor(p, opinion);
    completeNode(walkOf(p), step);
  }
  if (outcome === 'rejected') followReject(p, step, round);
}

function decideFor(p: Proceeding, reason: string): void {
  if (p.state().lifecycle === 'letter') return giveAnswer(p, reason);
  grant(p, reason);
}

/** 答复: what was drafted is now said to the sender. */
function giveAnswer(p: Proceeding, reason: string): void {
  const draft = p.state().letter?.draft;
  if (draft === undefined) throw new Error('refuseVote lets no empty answer through');
  const { round, findings: _findings, at: _at, by: _by, ...answer } = draft;
  p.emit({ type: 'AnswerGiven', round, answer, answeredOn: civilDate(p.context.at) });
  makeDecision(p, 'answered', reason, answer.basis ?? []);
}

function grant(p: Proceeding, reason: string): void {
  makeDecision(p, 'granted', reason, p.context.item.legalBasis);
  startCommitmentChecks(p);
}

/**
 * The reasons are those of who rejected. The last to vote may have approved: with "hear all, then
 * decide" one reject decides, whoever comes last.
 */
function followReject(p: Proceeding, step: StepNode, round: number): void {
  const walk = walkOf(p);
  const rejects = tasksOfRound(walk.marking(), step.id, round).filter(
    (vote) => vote.verdict === 'rejected',
  );
  const opinion = rejects.map((vote) => vote.opinion ?? '').join('\n');
  const follows = followsReject(step, p.context.item);
  switch (follows?.then) {
    case 'return':
      return returnToStep(walk, step.id, follows.to, 'walk-again', opinion);
    case 'deny':
      if (p.state().lifecycle !== 'internal') {
        makeDecision(p, 'denied', opinion, distinct(rejects.flatMap((vote) => vote.basis ?? [])));
      }
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
  outcome: DecisionOutcome,
  reason: string,
  basis: readonly LegalBasis[],
): void {
  const decidedOn = civilDate(p.context.at);
  p.emit({ type: 'DecisionMade', outcome, decidedOn, reason, basis });
  const { serviceRule } = p.context.item;
  if (outcome !== 'answered') {
    startClock(p, { clockId: 'service', kind: 'service', ruleId: serviceRule, from: decidedOn });
  }
  // What was agreed stands in the agreement, and nowhere else.
  const isAgreed = p.state().letter?.answers.at(-1)?.outcome === 'mediated';
  if (outcome !== 'answered' || !isAgreed) orderDocumentFor(p, outcome);
}

/** Ends what is open and walks the tree for denials, usually the service of the decision. */
function afterDenial(p: Proceeding): void {
  const walk = walkOf(p);
  endFlow(walk, 'rejected');
  if (walk.flow.denied === undefined) return walk.finished();
  enterNode(walk, walk.flow.denied);
}
