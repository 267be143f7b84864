/** Lint of what the system may do at a step in the place of people. */
import type { FlowDefinition, FlowNode, StepNode } from './definition.ts';
import { problem, type FlowProblem } from './flow-problem.ts';
import type { LintContext } from './lint-context.ts';
import { subtree } from './tree.ts';

export function lintPolicies(flow: FlowDefinition, context: LintContext): FlowProblem[] {
  const roots = flow.denied === undefined ? [flow.main] : [flow.main, flow.denied];
  return roots.flatMap(subtree).flatMap((node) => lintNode(node, context));
}

function lintNode(node: FlowNode, context: LintContext): FlowProblem[] {
  if (node.kind === 'automatic' && node.does.action === 'copy') {
    const { posts } = node.does;
    if (posts.length === 0) return [problem('copy-without-post', node.id)];
    return unknownPosts(node.id, posts, context);
  }
  if (node.kind === 'wait') return lintWait(node);
  return node.kind === 'step' ? lintStep(node, context) : [];
}

/** A wait for time without its time would never end, or never begin. */
function lintWait({ id, until, limit }: Extract<FlowNode, { kind: 'wait' }>): FlowProblem[] {
  if (until === 'time' && limit === undefined) return [problem('wait-without-limit', id)];
  if (limit === undefined || (Number.isInteger(limit.amount) && limit.amount > 0)) return [];
  return [problem('bad-limit', id, { amount: limit.amount })];
}

function lintStep(step: StepNode, context: LintContext): FlowProblem[] {
  const { applicantHolds, nobody, timeOut, timeOutBasis, samePerson } = step.policies ?? {};
  const posts = [applicantHolds, timeOut]
    .filter((policy) => policy?.then === 'post')
    .map(({ post }) => post);
  const problems = unknownPosts(
    step.id,
    nobody === undefined ? posts : [...posts, nobody.post],
    context,
  );
  const isVoting = timeOut !== undefined && timeOut.then !== 'post';
  const signs = isVoting || samePerson !== undefined || applicantHolds?.then === 'skip';
  if (signs && !isOpenToPolicies(step, context)) problems.push(problem('policy-decides', step.id));
  if (timeOut !== undefined && step.limit === undefined) {
    problems.push(problem('time-out-without-limit', step.id));
  }
  // Silence means something only where a law, or a rule of the place, says so.
  if (isVoting && timeOutBasis === undefined && context.lifecycle !== 'internal') {
    problems.push(problem('time-out-without-basis', step.id));
  }
  return problems;
}

/** Acceptance, decision and service are acts of law, and a reject that denies is one too. */
function isOpenToPolicies(step: StepNode, { lifecycle }: LintContext): boolean {
  if (step.duty !== 'review' && step.duty !== 'task') return false;
  const denies = step.onReject?.then === 'deny' && lifecycle !== 'internal';
  return !denies || step.policies?.timeOut?.then !== 'reject';
}

function unknownPosts(
  nodeId: string,
  posts: readonly string[],
  { knownPosts }: LintContext,
): FlowProblem[] {
  return posts
    .filter((post) => knownPosts !== undefined && !knownPosts.has(post))
    .map((post) => problem('unknown-post', nodeId, { post }));
}
