/** A split that found its join, as a choice or a parallel. */
import type { Branch, FlowNode } from '@yichuang/kernel/flow';
import { conditionOf, inclusiveCondition, type Base, type Unsaid } from './branch-conditions.ts';
import { extensionOf } from './extension.ts';
import type { Arc, GatewayKind } from './graph.ts';
import type { ImportSession } from './import-session.ts';
import type { Plain } from './plain-graph.ts';
import { oneLine } from './refusals.ts';

export interface FoldedWay {
  readonly arc: Arc;
  /** It leads straight to the join. */
  readonly isEmpty: boolean;
  readonly node: () => FlowNode;
}

/** One node, or none where nothing is left to choose or to do at the same time. */
export function makeSplit(
  split: Extract<Plain, { role: 'split' }>,
  ways: readonly FoldedWay[],
  session: ImportSession,
): FlowNode[] {
  const base = baseOf(split, session);
  if (split.kind === 'exclusive') {
    return [{ ...base, kind: 'choice', branches: choiceBranches(base, ways, session) }];
  }
  // Nothing to do beside the others is no branch.
  const full = ways.filter((way) => !way.isEmpty);
  const [only] = full;
  if (only === undefined) return [];
  if (full.length === 1) return alone({ base, kind: split.kind }, only, ways, session);
  const branches = full.map((way) => parallelBranch(way, split.kind, ways, { base, session }));
  return [{ ...base, kind: 'parallel', branches: withOwnIds(branches) }];
}

/** Beside nothing, what has no condition is just done, and what has one is a choice. */
function alone(
  { base, kind }: { readonly base: Base; readonly kind: GatewayKind },
  way: FoldedWay,
  ways: readonly FoldedWay[],
  session: ImportSession,
): FlowNode[] {
  const { when } = parallelBranch(way, kind, ways, { base, session });
  if (when === undefined) return [way.node()];
  const nothing = { kind: 'sequence', id: session.idFor('part'), name: base.name } as const;
  const branches = [
    { id: 'b1', when, node: way.node() },
    { id: 'b2', node: { ...nothing, children: [] } },
  ];
  return [{ ...base, kind: 'choice', branches }];
}

function baseOf(
  { element, kind }: Extract<Plain, { role: 'split' }>,
  session: ImportSession,
): Base {
  const own = extensionOf(element, 'Node');
  const isOurs = own?.kind === 'choice' ? kind === 'exclusive' : own?.kind === 'parallel';
  if (own !== undefined && isOurs && element.$type.endsWith('Gateway')) {
    return { ...own.fields, id: session.keptId(own.id), name: element.name ?? own.id };
  }
  const id = session.idFor(element.id ?? '');
  const name = oneLine(element.name).slice(0, 200);
  return { id, name: name === '' ? id : name };
}

function branchId({ arc }: FoldedWay, i: number): string {
  return extensionOf(arc.element, 'Branch')?.id ?? `b${i + 1}`;
}

function withOwnIds(branches: readonly Branch[]): Branch[] {
  const taken = new Set<string>();
  return branches.map((branch) => {
    let { id } = branch;
    for (let n = 2; taken.has(id); n += 1) id = `${branch.id}-${n}`;
    taken.add(id);
    return { ...branch, id };
  });
}

/**
 * Exactly one branch is the default: the one so drawn; else the first without a condition, which
 * an engine would always take; else the last, since BPMN does not allow that none holds.
 */
function choiceBranches(base: Base, ways: readonly FoldedWay[], session: ImportSession): Branch[] {
  const drawn = ways.find((way) => way.arc.isDefault);
  const open = ways.find((way) => way.arc.when === undefined);
  const otherwise = drawn ?? open ?? ways.at(-1);
  if (drawn === undefined && open === undefined) {
    session.suggest('default-chosen', base, otherwise?.arc.when ?? '');
  }
  const branches = ways.map((way, i): Branch => {
    const { when, element } = way.arc;
    const id = branchId(way, i);
    const node = way.isEmpty ? nothingOf(way, session) : way.node();
    if (way === otherwise) return { id, node };
    const said = oneLine(element.name) || (element.id ?? '');
    return { id, when: conditionOf(when, { base, said, session }, element), node };
  });
  return withOwnIds(branches);
}

/** A way on which nothing happens, under the name that our own export wrote beside it. */
function nothingOf(way: FoldedWay, session: ImportSession): FlowNode {
  const own = extensionOf(way.arc.element, 'Branch')?.fields['nothing'];
  if (typeof own !== 'object' || own === null || !('id' in own)) return way.node();
  const { id, ...names } = own as { readonly id: unknown };
  if (typeof id !== 'string') return way.node();
  return {
    ...names,
    kind: 'sequence',
    id: session.keptId(id),
    children: [],
  } as unknown as FlowNode;
}

function parallelBranch(
  way: FoldedWay,
  kind: GatewayKind,
  ways: readonly FoldedWay[],
  context: Omit<Unsaid, 'said'>,
): Branch {
  const id = branchId(way, ways.indexOf(way));
  const drawn =
    kind === 'parallel'
      ? undefined
      : inclusiveCondition(
          way.arc,
          ways.map(({ arc }) => arc),
        );
  const node = way.node();
  if (drawn === undefined) return { id, node };
  return { id, when: conditionOf(drawn, { ...context, said: '' }, way.arc.element), node };
}
