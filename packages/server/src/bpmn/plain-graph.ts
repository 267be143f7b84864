/**
 * The graph with one meaning for each vertex: a leaf has one way in and one out, a split one way
 * in, a join one way out; every end is the one end. What BPMN leaves unsaid is said: several lines
 * out of a task start together (those with conditions where they hold), several lines into one
 * come from alternatives.
 */
import type { FlowNode } from '@yichuang/kernel/flow';
import type { ModdleElement } from 'bpmn-moddle';
import type { Arc, GatewayKind, Graph, Vertex } from './graph.ts';

export type Plain =
  | { readonly role: 'leaf'; readonly node: FlowNode; readonly next: Plain }
  | {
      readonly role: 'split';
      readonly kind: GatewayKind;
      readonly element: ModdleElement;
      readonly ways: readonly Way[];
    }
  | {
      readonly role: 'join';
      readonly kind: GatewayKind;
      readonly element: ModdleElement;
      /** How many lines lead into it. */
      readonly lines: number;
      readonly next: Plain;
    }
  | { readonly role: 'end'; readonly element?: ModdleElement; readonly isTerminate: boolean };

export interface Way {
  readonly arc: Arc;
  readonly to: Plain;
}

/** @param graph without loops, or this would not end */
export function plainGraph(graph: Graph): Plain {
  const known = new Map<Vertex, Plain>();
  return enter(graph.start);

  function enter(vertex: Vertex): Plain {
    const found = known.get(vertex);
    if (found !== undefined) return found;
    const lines = graph.into.get(vertex) ?? 0;
    const inside = plainOf(vertex);
    const isEnd =
      inside.role === 'end' && !(vertex.role === 'gateway' && vertex.kind === 'parallel');
    // Where nothing follows but the end, what comes from alternatives just ends; a parallel join
    // still has to wait.
    const plain = lines < 2 || isEnd ? inside : joinBefore(vertex, lines, inside);
    known.set(vertex, plain);
    return plain;
  }

  /** A task that several lines lead into is entered by whichever comes. */
  function joinBefore(vertex: Vertex, lines: number, next: Plain): Plain {
    const kind = vertex.role === 'gateway' ? vertex.kind : 'exclusive';
    return { role: 'join', kind, element: vertex.element, lines, next };
  }

  function plainOf(vertex: Vertex): Plain {
    if (vertex.role === 'end') {
      return { role: 'end', element: vertex.element, isTerminate: vertex.isTerminate };
    }
    const next = waysOut(vertex);
    return vertex.role === 'leaf' ? { role: 'leaf', node: vertex.node, next } : next;
  }

  function waysOut(vertex: Vertex): Plain {
    const arcs = graph.out.get(vertex) ?? [];
    const [only] = arcs;
    // Without an end event the token ends where no line leads on.
    if (only === undefined) return { role: 'end', isTerminate: false };
    if (arcs.length === 1) return enter(only.to);
    const ways = arcs.map((arc) => ({ arc, to: enter(arc.to) }));
    return { role: 'split', kind: splitKind(vertex, arcs), element: vertex.element, ways };
  }
}

function splitKind(vertex: Vertex, arcs: readonly Arc[]): GatewayKind {
  if (vertex.role === 'gateway') return vertex.kind;
  return arcs.some((arc) => arc.when !== undefined) ? 'inclusive' : 'parallel';
}
