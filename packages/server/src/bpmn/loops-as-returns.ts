/**
 * The one loop that a tree can say: a person looks at it, and the gateway right behind sends it
 * back to an earlier step. Here that is the person's negative vote with `onReject: return`; the
 * gateway's condition is then what the person decides. Every other loop is refused.
 */
import type { StepNode } from '@yichuang/kernel/flow';
import { findLoop } from './find-loop.ts';
import type { Arc, Graph, Vertex } from './graph.ts';
import type { ImportSession } from './import-session.ts';
import { oneLine } from './refusals.ts';

/** The graph without its loops; undefined after a refusal. */
export function loopsAsReturns(graph: Graph, session: ImportSession): Graph | undefined {
  let found = graph;
  for (let back = findLoop(found); back !== undefined; back = findLoop(found)) {
    const from = stepBefore(found, back.from);
    const to = stepAt(found, back.to);
    if (from === undefined || to === undefined || from.node.onReject !== undefined) {
      const { element } = back.to;
      const target = to?.node.name ?? (oneLine(element.name) || (element.id ?? ''));
      return session.refuse('bpmn-loop', back.from.element, target);
    }
    session.suggest('return-by-reject', from.node, to.node.name);
    found = withReturn(found, from, to.node, back);
  }
  return found;
}

type StepVertex = Vertex & { readonly role: 'leaf'; readonly node: StepNode };

function isStep(vertex: Vertex | undefined): vertex is StepVertex {
  return vertex?.role === 'leaf' && vertex.node.kind === 'step';
}

/** The step that an exclusive gateway stands behind, alone. */
function stepBefore(graph: Graph, gateway: Vertex): StepVertex | undefined {
  if (gateway.role !== 'gateway' || gateway.kind !== 'exclusive') return undefined;
  const before = arcsOf(graph).filter((arc) => arc.to === gateway);
  const [only] = before;
  if (only === undefined || before.length > 1 || graph.out.get(only.from)?.length !== 1) {
    return undefined;
  }
  return isStep(only.from) ? only.from : undefined;
}

/** The step that a line back leads to, through the gateway where it comes in. */
function stepAt(graph: Graph, vertex: Vertex): StepVertex | undefined {
  if (isStep(vertex)) return vertex;
  const [only, ...others] = graph.out.get(vertex) ?? [];
  const isMerge = vertex.role === 'gateway' && vertex.kind === 'exclusive' && others.length === 0;
  return isMerge && isStep(only?.to) ? only.to : undefined;
}

function withReturn(graph: Graph, from: StepVertex, to: StepNode, back: Arc): Graph {
  const node: StepNode = { ...from.node, onReject: { then: 'return', to: to.id } };
  const changed: Vertex = { ...from, node };
  const swap = (vertex: Vertex): Vertex => (vertex === from ? changed : vertex);
  const out = new Map<Vertex, Arc[]>();
  const into = new Map<Vertex, number>();
  for (const arc of arcsOf(graph).filter((one) => one !== back)) {
    const kept = { ...arc, from: swap(arc.from), to: swap(arc.to) };
    out.set(kept.from, [...(out.get(kept.from) ?? []), kept]);
    into.set(kept.to, (into.get(kept.to) ?? 0) + 1);
  }
  return { start: swap(graph.start), vertices: graph.vertices.map(swap), out, into };
}

function arcsOf(graph: Graph): Arc[] {
  return [...graph.out.values()].flat();
}
