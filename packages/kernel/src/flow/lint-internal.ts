/**
 * Lint of an approval within the offices: one filing step, first and on every way, then steps that
 * agree. What law asks of a licence has no place in it.
 */
import type { FlowDefinition, FlowNode, StepNode } from './definition.ts';
import { problem, type FlowProblem } from './flow-problem.ts';
import { placeOf, subtree } from './tree.ts';

const LICENSING: ReadonlySet<StepNode['duty']> = new Set(['intake', 'decision', 'delivery']);

export function lintInternal(flow: FlowDefinition): FlowProblem[] {
  const steps = subtree(flow.main).filter((node) => node.kind === 'step');
  const filings = steps.filter((step) => step.duty === 'filing');
  const [first, ...others] = filings;
  const problems = first === undefined ? [problem('no-filing', flow.main.id)] : [];
  if (first !== undefined && !isFirst(flow, first)) {
    problems.push(problem('filing-not-first', first.id));
  }
  return [
    ...problems,
    ...others.map((step) => problem('filing-not-first', step.id)),
    ...filings
      .filter((step) => step.posts.length > 0 || step.agreement.rule !== 'one')
      .map((step) => problem('filing-is-the-applicants', step.id)),
    ...steps
      .filter((step) => LICENSING.has(step.duty))
      .map((step) => problem('licensing-duty', step.id, { duty: step.duty })),
    ...subtree(flow.main)
      .filter(isOfLicence)
      .map((node) => problem('licensing-node', node.id)),
    // It ends with the reject; there is nothing to be served afterwards.
    ...(flow.denied === undefined ? [] : [problem('denied-without-licence', flow.denied.id)]),
  ];
}

/** Before anything else, on every way: a return to the applicant must find it done. */
function isFirst(flow: FlowDefinition, step: StepNode): boolean {
  const { ancestors } = placeOf(flow, step.id);
  const [firstStep] = subtree(flow.main).filter((node) => node.kind !== 'sequence');
  return firstStep === step && ancestors.every((a) => a.kind === 'sequence');
}

/** Fees and certificates are what licences have. */
function isOfLicence(node: FlowNode): boolean {
  if (node.kind === 'wait') return node.until === 'payment';
  if (node.kind !== 'automatic') return false;
  return node.does.action === 'assess-fee' || node.does.action === 'issue-certificate';
}
