/** Lint of what the law lets each step do, and of the order of decision, payment, certificate. */
import type { FlowDefinition, FlowNode, StepNode } from './definition.ts';
import { problem, type FlowProblem } from './flow-problem.ts';
import type { LintContext } from './lint-context.ts';
import { isMaybeBefore, isSurelyBefore, isSurelyIn } from './order.ts';
import { consequencesOf, indexFlow, placeOf, subtree } from './tree.ts';

const isDecision = (node: FlowNode): boolean => node.kind === 'step' && node.duty === 'decision';

export function lintDuties(
  flow: FlowDefinition,
  lifecycle?: LintContext['lifecycle'],
): FlowProblem[] {
  const main = subtree(flow.main).filter((node) => node.kind === 'step');
  const denied =
    flow.denied === undefined ? [] : subtree(flow.denied).filter((node) => node.kind === 'step');
  return [
    ...lintIntake(flow, main, lifecycle),
    // A way around every decision would end the case with nothing decided.
    ...(isSurelyIn(flow.main, isDecision) ? [] : [problem('no-decision', flow.main.id)]),
    ...main.flatMap((step) => lintDuty(flow, step)),
    // Licences are filed outside the flow; within it nobody would ever open such a step.
    ...[...main, ...denied]
      .filter((step) => step.duty === 'filing')
      .map((step) => problem('filing-in-a-licence', step.id)),
    ...denied
      .filter((step) => step.duty !== 'delivery' && step.duty !== 'task')
      .map((step) => problem('duty-after-denial', step.id)),
    ...denied.filter(decidesByReject).map((step) => problem('reject-after-decision', step.id)),
    ...[...main, ...denied].filter(isJoint).map((step) => problem('one-person-duty', step.id)),
  ];
}

/**
 * Accepted first, once, on every way: until then nobody else may act on the case. A letter is
 * registered by the office before it is received by the unit: its intake may be two steps.
 */
function lintIntake(
  flow: FlowDefinition,
  main: readonly StepNode[],
  lifecycle: LintContext['lifecycle'],
): FlowProblem[] {
  const intake = main.filter((step) => step.duty === 'intake');
  if (intake.length === 0) return [problem('no-intake', flow.main.id)];
  const misplaced = intake.filter(
    (step) =>
      !main.slice(0, lifecycle === 'letter' ? 2 : 1).includes(step) ||
      placeOf(flow, step.id).ancestors.some((a) => a.kind !== 'sequence'),
  );
  return [
    ...misplaced.map((step) => problem('intake-not-first', step.id)),
    // An intake step refuses acceptance instead, with its own document (第三十二条).
    ...intake
      .filter((step) => step.onReject !== undefined)
      .map((step) => problem('reject-at-intake', step.id)),
  ];
}

function lintDuty(flow: FlowDefinition, step: StepNode): FlowProblem[] {
  const problems: FlowProblem[] = [];
  const { ancestors } = placeOf(flow, step.id);
  if (step.duty === 'decision' && ancestors.some((a) => a.kind === 'parallel')) {
    problems.push(problem('decision-in-parallel', step.id));
  }
  if (step.duty === 'delivery' && !isSurelyBefore(flow, step.id, isDecision)) {
    problems.push(problem('delivery-before-decision', step.id));
  }
  if (!isMaybeBefore(flow, subtree(flow.main), step.id, isDecision)) return problems;
  // Only a task or the delivery can be done on a decided case: any other step would never end.
  if (step.duty !== 'delivery' && step.duty !== 'task') {
    problems.push(problem('duty-after-decision', step.id));
  }
  if (decidesByReject(step)) problems.push(problem('reject-after-decision', step.id));
  return problems;
}

function decidesByReject({ onReject }: StepNode): boolean {
  return onReject !== undefined && onReject.then !== 'continue';
}

/** Acceptance and service are one act of one person; there is nothing to agree about. */
function isJoint({ duty, agreement }: StepNode): boolean {
  const isByOne = agreement.rule === 'one' || agreement.rule === 'any';
  return (duty === 'intake' || duty === 'delivery') && !isByOne;
}

/** What may follow a reject of this step. */
export function lintReject(flow: FlowDefinition, step: StepNode): FlowProblem[] {
  if (step.onReject?.then === 'return') {
    const { to } = step.onReject;
    return isSurelyEarlier(flow, to, step)
      ? []
      : [problem('return-target-not-earlier', step.id, { to })];
  }
  // A decision that only "continues" after a reject would leave the application undecided.
  return step.duty === 'decision' && step.onReject?.then === 'continue'
    ? [problem('reject-must-deny', step.id)]
    : [];
}

/** A return without a person's choice must find its target done, whatever way the case took. */
function isSurelyEarlier(flow: FlowDefinition, to: string, step: StepNode): boolean {
  if (indexFlow(flow).get(to)?.node.kind !== 'step') return false;
  if (!consequencesOf(flow, to).includes(step)) return false;
  const around = placeOf(flow, step.id).ancestors;
  return (
    isSurelyBefore(flow, step.id, (node) => node.id === to) ||
    placeOf(flow, to).ancestors.every((a) => around.includes(a))
  );
}

/** B4: no certificate before payment where one is due; nothing to pay before it is assessed. */
export function lintFees(flow: FlowDefinition, hasFees: boolean): FlowProblem[] {
  const isAssessment = (n: FlowNode): boolean =>
    n.kind === 'automatic' && n.does.action === 'assess-fee';
  const isPayment = (n: FlowNode): boolean => n.kind === 'wait' && n.until === 'payment';
  const isIssue = (n: FlowNode): boolean =>
    n.kind === 'automatic' && n.does.action === 'issue-certificate';
  const roots = flow.denied === undefined ? [flow.main] : [flow.main, flow.denied];
  const all = roots.flatMap(subtree);
  const unpaid = hasFees
    ? all.filter((n) => isIssue(n) && !isSurelyBefore(flow, n.id, isPayment))
    : [];
  return [
    ...all
      .filter((n) => isPayment(n) && !isSurelyBefore(flow, n.id, isAssessment))
      .map((n) => problem('payment-without-assessment', n.id)),
    ...all
      .filter((n) => isIssue(n) && !isSurelyBefore(flow, n.id, isDecision))
      .map((n) => problem('certificate-before-decision', n.id)),
    ...unpaid.map((n) => problem('certificate-before-payment', n.id)),
  ];
}
