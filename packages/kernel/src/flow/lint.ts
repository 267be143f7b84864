import type { ChoiceNode, FlowDefinition, FlowNode, StepNode } from './definition.ts';
import { problem, type FlowProblem } from './flow-problem.ts';
import { lintDuties, lintFees, lintReject } from './lint-duties.ts';
import { lintInternal } from './lint-internal.ts';
import { lintParts } from './lint-parts.ts';
import { lintPolicies } from './lint-policies.ts';
import { placeOf, subtree } from './tree.ts';
import type { LintContext } from './lint-context.ts';

/** Every problem of a flow; an empty list is the condition for publishing it. */
export function lintFlow(flow: FlowDefinition, context: LintContext = {}): FlowProblem[] {
  const all = [...subtree(flow.main), ...(flow.denied === undefined ? [] : subtree(flow.denied))];
  const problems = [
    ...all.filter(({ id }) => !isUsableId(id)).map(({ id }) => problem('bad-id', id)),
    ...all
      .filter((node, i) => all.findIndex((n) => n.id === node.id) !== i)
      .map((node) => problem('duplicate-id', node.id)),
  ];
  // The remaining checks walk by id and would mislead on a tree whose ids are ambiguous.
  if (problems.length > 0) return problems;
  return [
    ...all.flatMap((node) => lintNode(flow, node, context)),
    ...(context.lifecycle === 'internal'
      ? lintInternal(flow)
      : lintDuties(flow, context.lifecycle)),
    ...lintFees(flow, context.hasFees ?? false),
    ...lintPolicies(flow, context),
  ];
}

/** Ids index the marking and are parts of task and clock ids, where `#`, `:` and `.` divide. */
function isUsableId(id: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(id) && !(id in Object.prototype);
}

function lintNode(flow: FlowDefinition, node: FlowNode, context: LintContext): FlowProblem[] {
  switch (node.kind) {
    case 'step':
      return lintStep(flow, node, context);
    case 'sequence':
      return node.children.length === 0 && !isWayPast(flow, node)
        ? [problem('empty-sequence', node.id)]
        : [];
    case 'choice':
      return [...lintBranches(node.id, node.branches, context), ...lintDefault(node)];
    case 'parallel':
      return lintBranches(node.id, node.branches, context);
    case 'subcases': {
      const ids = node.parts.map((part) => part.id);
      if (ids.length === 0) return [problem('split-needs-two-branches', node.id)];
      return [...lintUnique(node.id, ids), ...lintParts(node, context.parses)];
    }
    case 'automatic':
    case 'wait':
      return [];
  }
}

/** In a choice "nothing more happens here" is a way like any other: it goes straight on. */
function isWayPast(flow: FlowDefinition, node: FlowNode): boolean {
  return placeOf(flow, node.id).parent?.kind === 'choice';
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
  problems.push(...lintUnique(nodeId, ids));
  for (const { when } of branches) {
    if (when !== undefined && context.parses !== undefined && !context.parses(when)) {
      problems.push(problem('bad-condition', nodeId, { condition: when }));
    }
  }
  return problems;
}

function lintUnique(nodeId: string, ids: readonly string[]): FlowProblem[] {
  return new Set(ids).size < ids.length ? [problem('duplicate-branch', nodeId)] : [];
}

function lintStep(flow: FlowDefinition, step: StepNode, context: LintContext): FlowProblem[] {
  const problems: FlowProblem[] = [];
  if (step.posts.length === 0 && step.duty !== 'filing') {
    problems.push(problem('step-without-post', step.id));
  }
  if (new Set(step.posts).size < step.posts.length) {
    problems.push(problem('duplicate-post', step.id));
  }
  for (const post of step.posts) {
    if (context.knownPosts !== undefined && !context.knownPosts.has(post)) {
      problems.push(problem('unknown-post', step.id, { post }));
    }
  }
  for (const field of fieldsNamedBy(step)) {
    if (context.knownFields !== undefined && !context.knownFields.has(field)) {
      problems.push(problem('unknown-field', step.id, { field }));
    }
  }
  for (const id of step.apartFrom?.steps ?? []) {
    const isStep = subtree(flow.main).some((node) => node.kind === 'step' && node.id === id);
    if (!isStep) problems.push(problem('apart-from-unknown-step', step.id, { step: id }));
  }
  if (step.limit !== undefined && !(Number.isInteger(step.limit.amount) && step.limit.amount > 0)) {
    problems.push(problem('bad-limit', step.id, { amount: step.limit.amount }));
  }
  return [...problems, ...lintVote(step), ...lintReject(flow, step)];
}

function fieldsNamedBy({ form, limit, binding, apartFrom }: StepNode): string[] {
  const { write = [], hide = [], require = [] } = form ?? {};
  const single = [limit?.amountField, binding?.within, apartFrom?.unit, apartFrom?.person];
  return [...write, ...hide, ...require, ...single.filter((field) => field !== undefined)];
}

/** Every post of a vote has some weight, or an approval alone could end it as rejected. */
function lintVote({ id, agreement, posts }: StepNode): FlowProblem[] {
  if (agreement.rule !== 'vote') return [];
  const problems: FlowProblem[] = [];
  if (!(agreement.share > 0 && agreement.share <= 1)) {
    problems.push(problem('bad-vote-share', id, { share: agreement.share }));
  } else if (agreement.share === 1 && agreement.isStrict) {
    // More than all can never be reached.
    problems.push(problem('bad-vote-share', id, { share: agreement.share }));
  }
  for (const [post, weight] of Object.entries(agreement.weights ?? {})) {
    if (!posts.includes(post) || !(weight > 0 && Number.isFinite(weight))) {
      problems.push(problem('bad-vote-weight', id, { post, weight }));
    }
  }
  return problems;
}
