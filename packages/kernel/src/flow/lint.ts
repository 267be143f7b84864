import type { ChoiceNode, FlowDefinition, FlowNode, StepNode } from './definition.ts';
import { consequencesOf } from './return.ts';
import { indexFlow, stepsOf, subtree } from './tree.ts';

/** What is wrong with a flow, by element. The text belongs to the message files. */
export interface FlowProblem {
  readonly code: FlowProblemCode;
  readonly nodeId: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type FlowProblemCode =
  | 'duplicate-id'
  | 'empty-sequence'
  | 'choice-needs-one-default'
  | 'split-needs-two-branches'
  | 'duplicate-branch'
  | 'bad-condition'
  | 'step-without-post'
  | 'duplicate-post'
  | 'unknown-post'
  | 'unknown-field'
  | 'bad-vote-share'
  | 'bad-limit'
  | 'return-target-not-earlier'
  | 'no-intake'
  | 'no-decision'
  | 'intake-not-first'
  | 'decision-in-parallel'
  | 'duty-after-denial'
  | 'reject-must-deny'
  | 'payment-without-assessment'
  | 'certificate-before-decision'
  | 'certificate-before-payment';

export interface LintContext {
  readonly knownPosts?: ReadonlySet<string>;
  readonly knownFields?: ReadonlySet<string>;
  /** Whether a FEEL condition parses; the evaluator is handed in. */
  readonly parses?: (condition: string) => boolean;
  readonly hasFees?: boolean;
}

/** Every problem of a flow; an empty list is the condition for publishing it. */
export function lintFlow(flow: FlowDefinition, context: LintContext = {}): FlowProblem[] {
  const all = [...subtree(flow.main), ...(flow.denied === undefined ? [] : subtree(flow.denied))];
  const duplicates = all.filter((node, i) => all.findIndex((n) => n.id === node.id) !== i);
  const problems = duplicates.map((node) => problem('duplicate-id', node.id));
  // The remaining checks walk by id and would mislead on a tree whose ids are ambiguous.
  if (problems.length > 0) return problems;
  return [
    ...all.flatMap((node) => lintNode(flow, node, context)),
    ...lintDuties(flow),
    ...lintFees(flow, context.hasFees ?? false),
  ];
}

function problem(
  code: FlowProblemCode,
  nodeId: string,
  params?: Readonly<Record<string, string | number>>,
): FlowProblem {
  return params === undefined ? { code, nodeId } : { code, nodeId, params };
}

function lintNode(flow: FlowDefinition, node: FlowNode, context: LintContext): FlowProblem[] {
  switch (node.kind) {
    case 'step':
      return lintStep(flow, node, context);
    case 'sequence':
      return node.children.length === 0 ? [problem('empty-sequence', node.id)] : [];
    case 'choice':
      return [...lintBranches(node.id, node.branches, context), ...lintDefault(node)];
    case 'parallel':
      return lintBranches(node.id, node.branches, context);
    case 'subcases':
      return node.parts.length === 0 ? [problem('split-needs-two-branches', node.id)] : [];
    case 'automatic':
    case 'wait':
      return [];
  }
}

function lintDefault(node: ChoiceNode): FlowProblem[] {
  const defaults = node.branches.filter((branch) => branch.when === undefined).length;
  return defaults === 1 ? [] : [problem('choice-needs-one-default', node.id)];
}

function lintBranches(
  nodeId: string,
  branches: ChoiceNode['branches'],
  context: LintContext,
): FlowProblem[] {
  const problems: FlowProblem[] = [];
  if (branches.length < 2) problems.push(problem('split-needs-two-branches', nodeId));
  const ids = branches.map((branch) => branch.id);
  if (new Set(ids).size < ids.length) problems.push(problem('duplicate-branch', nodeId));
  for (const { when } of branches) {
    if (when !== undefined && context.parses !== undefined && !context.parses(when)) {
      problems.push(problem('bad-condition', nodeId, { condition: when }));
    }
  }
  return problems;
}

function lintStep(flow: FlowDefinition, step: StepNode, context: LintContext): FlowProblem[] {
  const problems: FlowProblem[] = [];
  if (step.posts.length === 0) problems.push(problem('step-without-post', step.id));
  if (new Set(step.posts).size < step.posts.length) {
    problems.push(problem('duplicate-post', step.id));
  }
  for (const post of step.posts) {
    if (context.knownPosts !== undefined && !context.knownPosts.has(post)) {
      problems.push(problem('unknown-post', step.id, { post }));
    }
  }
  for (const field of [...(step.form?.write ?? []), ...(step.form?.hide ?? [])]) {
    if (context.knownFields !== undefined && !context.knownFields.has(field)) {
      problems.push(problem('unknown-field', step.id, { field }));
    }
  }
  const { agreement } = step;
  if (agreement.rule === 'vote' && !(agreement.share > 0 && agreement.share <= 1)) {
    problems.push(problem('bad-vote-share', step.id, { share: agreement.share }));
  }
  if (step.limit !== undefined && !(step.limit.amount > 0)) {
    problems.push(problem('bad-limit', step.id, { amount: step.limit.amount }));
  }
  return [...problems, ...lintReject(flow, step)];
}

function lintReject(flow: FlowDefinition, step: StepNode): FlowProblem[] {
  if (step.onReject?.then === 'return') {
    const { to } = step.onReject;
    const isEarlier =
      indexFlow(flow).has(to) && consequencesOf(flow, to).some((node) => node.id === step.id);
    return isEarlier ? [] : [problem('return-target-not-earlier', step.id, { to })];
  }
  // A decision that only "continues" after a reject would leave the application undecided.
  return step.duty === 'decision' && step.onReject !== undefined && step.onReject.then !== 'deny'
    ? [problem('reject-must-deny', step.id)]
    : [];
}

function lintDuties(flow: FlowDefinition): FlowProblem[] {
  const main = subtree(flow.main).filter((node) => node.kind === 'step');
  const intake = main.filter((step) => step.duty === 'intake');
  const decisions = main.filter((step) => step.duty === 'decision');
  const problems: FlowProblem[] = [];
  if (intake.length === 0) problems.push(problem('no-intake', flow.main.id));
  if (decisions.length === 0) problems.push(problem('no-decision', flow.main.id));
  for (const step of intake.filter((s) => s !== main[0])) {
    problems.push(problem('intake-not-first', step.id));
  }
  for (const step of decisions) {
    const ancestors = indexFlow(flow).get(step.id)?.ancestors ?? [];
    if (ancestors.some((a) => a.kind === 'parallel')) {
      problems.push(problem('decision-in-parallel', step.id));
    }
  }
  const denied = flow.denied === undefined ? [] : stepsOf({ main: flow.denied });
  for (const step of denied.filter((s) => s.duty === 'intake' || s.duty === 'decision')) {
    problems.push(problem('duty-after-denial', step.id));
  }
  return problems;
}

/** B4: no certificate before payment where one is due; nothing to pay before it is assessed. */
function lintFees(flow: FlowDefinition, hasFees: boolean): FlowProblem[] {
  const order = subtree(flow.main);
  const at = (holds: (node: FlowNode) => boolean): number => order.findIndex(holds);
  const assessed = at((n) => n.kind === 'automatic' && n.does.action === 'assess-fee');
  const paid = at((n) => n.kind === 'wait' && n.until === 'payment');
  const decided = at((n) => n.kind === 'step' && n.duty === 'decision');
  const issued = at((n) => n.kind === 'automatic' && n.does.action === 'issue-certificate');
  const problems: FlowProblem[] = [];
  const idAt = (i: number): string => order[i]?.id ?? flow.main.id;
  if (paid >= 0 && (assessed < 0 || assessed > paid)) {
    problems.push(problem('payment-without-assessment', idAt(paid)));
  }
  if (issued >= 0 && issued < decided) {
    problems.push(problem('certificate-before-decision', idAt(issued)));
  }
  if (hasFees && issued >= 0 && (paid < 0 || paid > issued)) {
    problems.push(problem('certificate-before-payment', idAt(issued)));
  }
  return problems;
}
