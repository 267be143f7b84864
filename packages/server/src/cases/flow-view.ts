import type { FlowStepView } from '@yichuang/contracts';
import type { CaseState, ItemDefinition } from '@yichuang/kernel/case';
import { childrenOf, type FlowNode } from '@yichuang/kernel/flow';
import type { Language } from '../platform/refusal.ts';
import type { Directory } from './directory.ts';

/** The flow as a list of rows with depth, in drawing order, with where the case stands. */
export async function flowView(
  item: ItemDefinition,
  state: CaseState | undefined,
  directory: Directory,
  language: Language,
): Promise<FlowStepView[]> {
  if (item.flow === undefined) return [];
  const posts = await directory.posts();
  const isDenied = state?.decision?.outcome === 'denied';
  const roots = isDenied && item.flow.denied !== undefined ? [item.flow.denied] : [];
  const rows: FlowStepView[] = [];
  const visit = (node: FlowNode, depth: number, branch?: string): void => {
    if (node.kind !== 'sequence') rows.push(rowOf(node, state, posts, depth, language, branch));
    const isSplit = node.kind === 'choice' || node.kind === 'parallel';
    childrenOf(node).forEach((child, i) => {
      visit(child, isSplit ? depth + 1 : depth, isSplit ? node.branches[i]?.id : branch);
    });
  };
  visit(item.flow.main, 0);
  for (const root of roots) visit(root, 0);
  return rows;
}

function rowOf(
  node: FlowNode,
  state: CaseState | undefined,
  posts: Awaited<ReturnType<Directory['posts']>>,
  depth: number,
  language: Language,
  branch?: string,
): FlowStepView {
  const marking = state?.marking.nodes[node.id];
  const isStep = node.kind === 'step';
  return {
    nodeId: node.id,
    kind: node.kind,
    name: language === 'en' ? (node.nameEn ?? node.name) : node.name,
    status: marking?.status ?? 'ahead',
    round: marking?.round ?? 0,
    posts: isStep ? node.posts.map((id) => ({ id, name: posts.get(id)?.name ?? id })) : [],
    depth,
    ...(isStep ? { duty: node.duty } : {}),
    ...(isStep && node.limit !== undefined ? { limit: { ...node.limit } } : {}),
    ...(branch === undefined ? {} : { branch }),
  };
}
