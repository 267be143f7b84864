/** A line that leads back: the tree has none, since a return is an act and not a way. */
import type { Arc, Graph, Vertex } from './graph.ts';

/** An arc into a vertex from which it was reached; iterative, since a chain may be long. */
export function findLoop(graph: Graph): Arc | undefined {
  const state = new Map<Vertex, 'open' | 'done'>();
  const stack: { readonly vertex: Vertex; next: number }[] = [{ vertex: graph.start, next: 0 }];
  state.set(graph.start, 'open');
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const arc = graph.out.get(top.vertex)?.[top.next];
    top.next += 1;
    if (arc === undefined) {
      state.set(top.vertex, 'done');
      stack.pop();
      continue;
    }
    const known = state.get(arc.to);
    if (known === 'open') return arc;
    if (known === 'done') continue;
    state.set(arc.to, 'open');
    stack.push({ vertex: arc.to, next: 0 });
  }
  return undefined;
}

/** What no way from the start leads to: only a loop of its own can be that. */
export function unreached(graph: Graph): Vertex | undefined {
  const seen = new Set<Vertex>([graph.start]);
  for (const vertex of seen) for (const { to } of graph.out.get(vertex) ?? []) seen.add(to);
  return graph.vertices.find((vertex) => !seen.has(vertex));
}
