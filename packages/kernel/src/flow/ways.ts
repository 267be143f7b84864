/** Which branches are taken, and whether they would be taken again. */
import type { FlowNode } from './definition.ts';
import { consequencesOf, placeOf } from './tree.ts';
import type { Walk } from './walk.ts';

export function chooseBranch(
  walk: Pick<Walk, 'holds'>,
  node: Extract<FlowNode, { kind: 'choice' }>,
): { readonly id: string; readonly node: FlowNode } {
  const chosen =
    node.branches.find((b) => b.when !== undefined && walk.holds(b.when)) ??
    node.branches.find((b) => b.when === undefined);
  if (chosen === undefined) throw new Error(`choice ${node.id} has no default branch`);
  return chosen;
}

export function parallelBranches(
  walk: Pick<Walk, 'holds'>,
  node: Extract<FlowNode, { kind: 'parallel' }>,
): { readonly id: string; readonly node: FlowNode }[] {
  return node.branches.filter((b) => b.when === undefined || walk.holds(b.when));
}

/**
 * The way straight back is open while both steps are inside the same splits and nothing on the way
 * that was walked, nor around the step that returned, would be chosen otherwise now.
 */
export function canGoStraightBack(
  walk: Pick<Walk, 'flow' | 'marking' | 'holds'>,
  toStep: string,
  fromStep: string,
): boolean {
  const splits = (id: string): string =>
    placeOf(walk.flow, id)
      .ancestors.filter((a) => a.kind === 'parallel')
      .map((a) => a.id)
      .join('/');
  if (splits(toStep) !== splits(fromStep)) return false;
  const around = placeOf(walk.flow, fromStep).ancestors;
  const beyond = new Set(consequencesOf(walk.flow, fromStep));
  const { nodes } = walk.marking();
  return consequencesOf(walk.flow, toStep)
    .filter((node) => node.kind === 'choice' || node.kind === 'parallel')
    .filter((node) => !beyond.has(node))
    .filter((node) => nodes[node.id]?.status === 'done' || around.includes(node))
    .every((node) => {
      const now =
        node.kind === 'choice' ? [chooseBranch(walk, node)] : parallelBranches(walk, node);
      return now.map((b) => b.id).join('/') === nodes[node.id]?.branches?.join('/');
    });
}
