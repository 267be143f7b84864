/** The walk of a case through its item's flow: what automatic nodes do, how the end is reached. */
import {
  enterNode,
  type AutomaticNode,
  type FlowDefinition,
  type StepNode,
  type WaitNode,
  type Walk,
} from '../flow/index.ts';
import { assessFees } from './assess-fees.ts';
import { startClock, STEP_RULE, stepClockId } from './clocks.ts';
import { orderDocument } from './order-document.ts';
import { postAt } from './post-at.ts';
import type { Proceeding } from './proceeding.ts';
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
    holds: (condition) => p.context.evaluate(condition, p.state().form) === true,
    postAt: (post) => postAt(post, p.state(), p.context),
    stepOpened: (step, round) => startStepClock(p, step, round),
    run: (node, round) => runNode(p, node, round),
    split(node) {
      p.emit({ type: 'SubcasesOrdered', nodeId: node.id, parts: node.parts });
      return node.parts.length === 0;
    },
    finished: () => conclude(p),
  };
}

export function startFlow(p: Proceeding): void {
  enterNode(walkOf(p), flowOf(p).main);
}

function startStepClock(p: Proceeding, step: StepNode, round: number): void {
  if (step.limit === undefined) return;
  startClock(p, {
    clockId: stepClockId(step.id, round),
    kind: 'step',
    ruleId: STEP_RULE,
    from: civilDate(p.context.at),
    ...step.limit,
  });
}

function runNode(p: Proceeding, node: AutomaticNode | WaitNode, _round: number): boolean {
  if (node.kind === 'wait') return isWaitOver(p, node);
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
      return true;
  }
}

function isWaitOver(p: Proceeding, node: WaitNode): boolean {
  const state = p.state();
  switch (node.until) {
    case 'payment':
      return state.fee === undefined || state.fee.amountFen === 0 || state.fee.paidAt !== undefined;
    case 'special-procedure-ended':
      return runningProcedures(state).length === 0;
    case 'message':
    case 'time':
      return false;
  }
}

function conclude(p: Proceeding): void {
  const { decision } = p.state();
  if (decision === undefined) throw new Error('a flow ended without a decision');
  p.emit({
    type: 'CaseConcluded',
    concludedOn: civilDate(p.context.at),
    outcome: decision.outcome,
  });
}
