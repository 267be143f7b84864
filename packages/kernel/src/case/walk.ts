/** The walk of a case through its item's flow: what automatic nodes do, how the end is reached. */
import {
  enterNode,
  type AutomaticNode,
  type FlowDefinition,
  type PersonRef,
  type StepLimit,
  type StepNode,
  type WaitNode,
  type Walk,
} from '../flow/index.ts';
import type { FormData } from '../form/index.ts';
import { assessFees } from './assess-fees.ts';
import { startClock, STEP_RULE, stepClockId, WAIT_RULE, waitClockId } from './clocks.ts';
import { conditionData, isSplitOver, orderParts } from './joint-parts.ts';
import { orderDocument } from './order-document.ts';
import type { Party } from './party.ts';
import { postAt } from './post-at.ts';
import type { Proceeding } from './proceeding.ts';
import { recordCopies } from './record-copies.ts';
import { runningProcedures } from './state.ts';
import { civilDate } from '../time/index.ts';

export function flowOf(p: Pick<Proceeding, 'context'>): FlowDefinition {
  const { flow, code } = p.context.item;
  if (flow === undefined) throw new Error(`item ${code} has no flow`);
  return flow;
}

export function walkOf(p: Proceeding): Walk {
  return {
    flow: flowOf(p),
    marking: () => p.state().marking,
    emit: (event) => p.emit(event),
    holds: (condition) => p.context.evaluate(condition, conditionData(p.state())) === true,
    postAt: (post) => postAt(post, p.state(), p.context),
    applicant: () => personRefOf(p.state().applicant),
    stepOpened: (step, round) => startStepClock(p, step, round),
    run: (node, round) => runNode(p, node, round),
    split(node, round) {
      orderParts(p, node, round);
      return isSplitOver(p.state(), node.id);
    },
    finished: () => conclude(p),
  };
}

function personRefOf({ personId, name }: Party): PersonRef {
  return { personId, name };
}

export function startFlow(p: Proceeding): void {
  enterNode(walkOf(p), flowOf(p).main);
}

/** Also begins anew within a round; each turn is a clock of its own. */
export function startStepClock(p: Proceeding, step: StepNode, round: number): void {
  if (step.limit === undefined) return;
  const first = stepClockId(step.id, round);
  const turns = Object.keys(p.state().clocks).filter(
    (id) => id === first || id.startsWith(`${first}.`),
  );
  startClock(p, {
    clockId: stepClockId(step.id, round, turns.length + 1),
    kind: 'step',
    ruleId: STEP_RULE,
    from: civilDate(p.context.at),
    amount: amountOf(step.limit, p.state().form),
    unit: step.limit.unit,
  });
}

/** What the form states for this case, else what the flow says. */
function amountOf({ amount, amountField }: StepLimit, form: FormData): number {
  const stated = amountField === undefined ? undefined : form[amountField];
  return typeof stated === 'number' && Number.isInteger(stated) && stated > 0 ? stated : amount;
}

function runNode(p: Proceeding, node: AutomaticNode | WaitNode, round: number): boolean {
  if (node.kind === 'wait') return beginWait(p, node, round);
  switch (node.does.action) {
    case 'assess-fee':
      assessFees(p, node.id);
      // Refused with the whole command: nothing must be opened behind it.
      return p.refusals.length === 0;
    case 'issue-document':
      orderDocument(p, { template: node.does.template, moment: 'other', nodeId: node.id });
      return false;
    case 'issue-certificate': {
      const { certificate } = p.context.item;
      if (certificate === undefined) return true;
      const { template } = certificate;
      orderDocument(p, { template, moment: 'certificate', nodeId: node.id });
      return false;
    }
    case 'copy':
      copyToPosts(p, node.name, node.does.posts);
      return true;
  }
}

/** True where there is nothing to wait for. */
function beginWait(p: Proceeding, node: WaitNode, round: number): boolean {
  const state = p.state();
  switch (node.until) {
    case 'payment':
      return state.fee === undefined || state.fee.amountFen === 0 || state.fee.paidAt !== undefined;
    case 'special-procedure-ended':
      return runningProcedures(state).length === 0;
    case 'message':
      return false;
    case 'time':
      // The lint asks for a limit; without one there is no time to wait for.
      if (node.limit === undefined) return true;
      startWaitClock(p, node.id, round, node.limit);
      return false;
  }
}

function startWaitClock(
  p: Proceeding,
  nodeId: string,
  round: number,
  limit: NonNullable<WaitNode['limit']>,
): void {
  startClock(p, {
    clockId: waitClockId(nodeId, round),
    kind: 'wait',
    ruleId: WAIT_RULE,
    from: civilDate(p.context.at),
    ...limit,
  });
}

/** 抄送 by the flow: to the posts that it names. */
function copyToPosts(p: Proceeding, note: string, posts: readonly string[]): void {
  const named = new Set(posts.map((post) => postAt(post, p.state(), p.context)));
  const to = [...named].map((post) => ({ post }));
  if (to.length > 0) p.emitBySystem('flow:copy', () => recordCopies(p, { to, note }));
}

/** Walked to its end. An internal approval decides nothing but whether it was agreed to. */
function conclude(p: Proceeding): void {
  const { decision, lifecycle, marking } = p.state();
  const agreed = marking.ended === 'rejected' ? 'denied' : 'granted';
  const outcome = lifecycle === 'internal' ? agreed : decision?.outcome;
  if (outcome === undefined) throw new Error('a flow ended without a decision');
  p.emit({ type: 'CaseConcluded', concludedOn: civilDate(p.context.at), outcome });
}
