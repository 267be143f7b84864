/** Lint of a joint case: whom each part waits for, and that somebody can begin. */
import type { SubcasePart, SubcasesNode } from './definition.ts';
import { problem, type FlowProblem } from './flow-problem.ts';

export function lintParts(
  { id: nodeId, parts }: SubcasesNode,
  parses?: (condition: string) => boolean,
): FlowProblem[] {
  const known = new Set(parts.map(({ id }) => id));
  const unknown = parts.flatMap(({ id, after = [] }) =>
    after
      .filter((before) => !known.has(before))
      .map((before) => problem('unknown-part', nodeId, { part: id, after: before })),
  );
  const unread = parts
    .filter(({ when }) => when !== undefined && parses !== undefined && !parses(when))
    .map(({ when }) => problem('bad-condition', nodeId, { condition: when ?? '' }));
  const [stuck] = cyclic(parts);
  const cycle = stuck === undefined ? [] : [problem('cyclic-parts', nodeId, { part: stuck.id })];
  return [...unknown, ...unread, ...cycle];
}

/** What is left when every part that waits for nobody, or only for those gone before, is gone. */
function cyclic(parts: readonly SubcasePart[]): readonly SubcasePart[] {
  let left = parts;
  for (;;) {
    const ids = new Set(left.map(({ id }) => id));
    const next = left.filter(({ after = [] }) => after.some((before) => ids.has(before)));
    if (next.length === left.length) return left;
    left = next;
  }
}
