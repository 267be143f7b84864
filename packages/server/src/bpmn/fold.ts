/**
 * Folds a graph into a tree: every split must find the join that all its ways lead to.
 *
 * Walking a way stops at the first join that other ways lead into as well, and says how many of the
 * join's lines it accounts for. A split whose ways all stop at the same join has found its join; if
 * they account for all of its lines the way goes on behind it, else an outer split shares the join.
 * The end of the process joins whatever reaches it.
 */
import type { FlowNode } from '@yichuang/kernel/flow';
import type { ImportSession } from './import-session.ts';
import { makeSplit } from './make-split.ts';
import type { Plain } from './plain-graph.ts';
import { regroup, type SequenceMark } from './sequences.ts';
import { oneLine } from './refusals.ts';

type Split = Extract<Plain, { role: 'split' }>;
type Stop = Extract<Plain, { role: 'join' | 'end' }>;

/** Nodes one after the other, and where they stop. */
interface Line {
  readonly nodes: readonly FlowNode[];
  readonly stop: Stop;
  /** Of the lines into a join, how many this is. */
  readonly lines: number;
}

export interface FoldContext {
  readonly session: ImportSession;
  readonly marks: readonly SequenceMark[];
}

/** Undefined after a refusal. */
export function fold(start: Plain, context: FoldContext): FlowNode | undefined {
  const line = walk(start, context, false);
  if (line === undefined) return undefined;
  if (line.stop.role === 'join') {
    // Without a loop a join is reached on all its lines, or a split refused before.
    return context.session.refuse('bpmn-split-without-join', line.stop.element);
  }
  return asNode(line, context);
}

function asNode({ nodes }: Line, { session, marks }: FoldContext): FlowNode {
  return regroup(
    nodes,
    marks,
    () => session.idFor('part'),
    (id) => session.keptId(id),
  );
}

function walk(start: Plain, context: FoldContext, isInParallel: boolean): Line | undefined {
  const nodes: FlowNode[] = [];
  let at = start;
  let lines = 1;
  for (;;) {
    switch (at.role) {
      case 'end':
        if (at.isTerminate && isInParallel && at.element !== undefined) {
          return context.session.refuse('bpmn-terminate-in-parallel', at.element);
        }
        return { nodes, stop: at, lines };
      case 'join':
        if (lines < at.lines) return { nodes, stop: at, lines };
        at = at.next;
        lines = 1;
        break;
      case 'leaf':
        nodes.push(at.node);
        at = at.next;
        lines = 1;
        break;
      case 'split': {
        const folded = walkSplit(at, context, isInParallel);
        if (folded === undefined) return undefined;
        nodes.push(...folded.nodes);
        at = folded.stop;
        lines = folded.lines;
        if (at.role === 'end') return { nodes, stop: at, lines };
      }
    }
  }
}

function walkSplit(split: Split, context: FoldContext, isInParallel: boolean): Line | undefined {
  const { session } = context;
  const isParallel = isInParallel || split.kind !== 'exclusive';
  const walked = split.ways.map((way) => walk(way.to, context, isParallel));
  const ways = walked.flatMap((line) => line ?? []);
  const [first] = ways;
  if (first === undefined || ways.length < walked.length) return undefined;
  const { stop } = first;
  if (ways.some((line) => !isSameStop(line.stop, stop))) {
    const stops = [...new Set(ways.map((line) => stopName(line.stop)))].join('、');
    return session.refuse('bpmn-split-without-join', split.element, stops);
  }
  if (stop.role === 'join' && !canJoin(split.kind, stop.kind)) {
    return session.refuse('bpmn-join-of-other-kind', split.element, stopName(stop));
  }
  const branches = split.ways.map(({ arc }, i) => {
    const nodes = ways[i]?.nodes ?? [];
    return {
      arc,
      isEmpty: nodes.length === 0,
      node: () => asNode({ nodes, stop, lines: 1 }, context),
    };
  });
  const nodes = makeSplit(split, branches, session);
  return { nodes, stop, lines: ways.reduce((sum, line) => sum + line.lines, 0) };
}

function isSameStop(a: Stop, b: Stop): boolean {
  return a === b || (a.role === 'end' && b.role === 'end');
}

/** An inclusive join waits for whatever was started; the others count on their own split. */
function canJoin(split: Split['kind'], join: Split['kind']): boolean {
  return join === 'inclusive' || split === join;
}

function stopName({ element }: Stop): string {
  return oneLine(element?.name) || (element?.id ?? '') || 'end';
}
