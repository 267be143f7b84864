/** What a picture of a flow draws: of an item's definition, or of where a case stands in it. */
import type { FlowStepView } from '@yichuang/contracts';
import type { FlowNode } from '@yichuang/kernel/flow';
import type { Locale } from '../services.ts';
import { localName } from '../texts/translate.ts';

export type PostNames = Readonly<Record<string, string>>;

/** `next`: the first that lies ahead of what is under way. */
export type Standing = FlowStepView['status'] | 'next';

export interface PictureNode {
  readonly kind: string;
  readonly name: string;
  readonly duty?: string;
  readonly posts: readonly string[];
  readonly agreement?: 'one' | 'any' | 'all' | 'in-turn' | 'vote';
  readonly limit?: { readonly amount: number; readonly unit: string };
  readonly standing?: Standing;
  /** Since when it is open, or when it was done. */
  readonly at?: string;
  readonly round?: number;
  /** One below the other in each; what a sequence holds stands in its place. */
  readonly branches: readonly (readonly PictureNode[])[];
}

export function fromDefinition(node: FlowNode, posts: PostNames, locale: Locale): PictureNode[] {
  const inside = (child: FlowNode): PictureNode[] => fromDefinition(child, posts, locale);
  const base = { kind: node.kind, name: localName(locale, node), posts: [], branches: [] };
  switch (node.kind) {
    case 'sequence':
      return node.children.flatMap(inside);
    case 'choice':
    case 'parallel': {
      const branches = node.branches.map((branch) => inside(branch.node));
      return [{ ...base, branches: branches.filter((nodes) => nodes.length > 0) }];
    }
    case 'step': {
      const { duty, limit, agreement } = node;
      const who = node.posts.map((id) => posts[id] ?? id);
      const said = { ...base, duty, posts: who, agreement: agreement.rule };
      return [limit === undefined ? said : { ...said, limit }];
    }
    case 'subcases': {
      const parts = node.parts.flatMap(({ name }) => name ?? []);
      return [{ ...base, posts: parts }];
    }
    case 'automatic':
    case 'wait':
      return [base];
  }
}

/** Rows are in drawing order with their depth; what is deeper than a split lies in its branches. */
export function fromRows(rows: readonly FlowStepView[]): PictureNode[] {
  const lastOpen = rows.findLastIndex((row) => row.status === 'open');
  const next = rows.findIndex((row, i) => i > lastOpen && row.status === 'ahead');
  const nextId = lastOpen === -1 ? undefined : rows[next]?.nodeId;
  return line(rows, Math.min(...rows.map(({ depth }) => depth)));

  function line(all: readonly FlowStepView[], depth: number): PictureNode[] {
    return all.flatMap((row, i) => {
      if (row.depth !== depth) return [];
      const end = all.findIndex((other, k) => k > i && other.depth <= depth);
      const inside = all.slice(i + 1, end === -1 ? all.length : end);
      return [
        nodeOf(
          row,
          branchesOf(inside, depth + 1).map((b) => line(b, depth + 1)),
        ),
      ];
    });
  }

  function nodeOf(row: FlowStepView, branches: readonly PictureNode[][]): PictureNode {
    const { kind, name, duty, limit, status, at, round } = row;
    return {
      kind,
      name,
      posts: row.posts.map((post) => post.name),
      standing: row.nodeId === nextId ? 'next' : status,
      round,
      branches,
      ...(duty === undefined ? {} : { duty }),
      ...(limit === undefined ? {} : { limit }),
      ...(at === undefined ? {} : { at }),
    };
  }
}

/** A new branch begins where a row of the split's own depth names another one. */
function branchesOf(rows: readonly FlowStepView[], depth: number): FlowStepView[][] {
  const branches: FlowStepView[][] = [];
  let current: string | undefined;
  for (const row of rows) {
    if (row.depth === depth && (branches.length === 0 || row.branch !== current)) {
      branches.push([]);
      current = row.branch;
    }
    branches.at(-1)?.push(row);
  }
  return branches;
}
