import type { FlowStepView } from '@yichuang/contracts';
import { hasEnded, postAt, type CaseState, type ItemDefinition } from '@yichuang/kernel/case';
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
  const postName = await postNames(state, directory);
  const rows: FlowStepView[] = [];
  const visit = (node: FlowNode, place: Place): void => {
    if (node.kind !== 'sequence') rows.push(rowOf(node, state, postName, place, language));
    childrenOf(node).forEach((child, i) => {
      visit(child, node.kind === 'sequence' ? place : inBranch(node, i, state, place));
    });
  };
  const isDenied = state?.decision?.outcome === 'denied';
  const isOver = state !== undefined && (isDenied || hasEnded(state));
  visit(item.flow.main, { depth: 0, isPassed: isOver });
  if (isDenied && item.flow.denied !== undefined) {
    visit(item.flow.denied, { depth: 0, isPassed: hasEnded(state) });
  }
  return rows;
}

/** Of a post as the flow names it; a role is that of the case's own unit. */
async function postNames(
  state: CaseState | undefined,
  directory: Directory,
): Promise<(post: string) => string> {
  const posts = await directory.posts();
  if (state?.lifecycle !== 'internal') return (id) => posts.get(id)?.name ?? id;
  const staff = await directory.staff();
  return (id) => posts.get(postAt(id, state, staff))?.name ?? id;
}

interface Place {
  readonly depth: number;
  readonly branch?: string;
  /** What is not open or done here will not be: another way was taken, or the case is over. */
  readonly isPassed: boolean;
}

function inBranch(
  node: FlowNode,
  i: number,
  state: CaseState | undefined,
  { depth, isPassed }: Place,
): Place {
  const branch =
    node.kind === 'choice' || node.kind === 'parallel' ? node.branches[i]?.id : undefined;
  if (branch === undefined) return { depth: depth + 1, isPassed };
  const { status, branches } = state?.marking.nodes[node.id] ?? {};
  const isEntered = status === 'open' || status === 'done';
  const isLeftOut = isEntered && branches?.includes(branch) === false;
  return { depth: depth + 1, branch, isPassed: isPassed || isLeftOut };
}

function rowOf(
  node: FlowNode,
  state: CaseState | undefined,
  postName: (post: string) => string,
  { depth, branch, isPassed }: Place,
  language: Language,
): FlowStepView {
  const marking = state?.marking.nodes[node.id];
  const isStep = node.kind === 'step';
  const status = marking?.status ?? 'ahead';
  const at = timeOf(node.id, state);
  return {
    nodeId: node.id,
    kind: node.kind,
    name: language === 'en' ? (node.nameEn ?? node.name) : node.name,
    status: isPassed && (status === 'ahead' || status === 'reset') ? 'not-taken' : status,
    round: marking?.round ?? 0,
    posts: isStep ? node.posts.map((id) => ({ id, name: postName(id) })) : [],
    depth,
    ...(at === undefined ? {} : { at }),
    ...(isStep ? { duty: node.duty } : {}),
    ...(isStep && node.limit !== undefined ? { limit: { ...node.limit } } : {}),
    ...(branch === undefined ? {} : { branch }),
  };
}

/** Since when a step is open, or when the last of its members closed it. */
function timeOf(nodeId: string, state: CaseState | undefined): string | undefined {
  const node = state?.marking.nodes[nodeId];
  if (state === undefined || (node?.status !== 'open' && node?.status !== 'done')) return undefined;
  const tasks = Object.values(state.marking.tasks).filter(
    (task) => task.stepId === nodeId && task.round === node.round,
  );
  const times = tasks.flatMap((task) =>
    node.status === 'open' ? [task.openedAt] : (task.closedAt ?? []),
  );
  return node.status === 'open' ? times.toSorted()[0] : times.toSorted().at(-1);
}
