/** What keeps an item from being published: everything that a pack's check would say about it. */
import type { DesignProblem } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import { indexFlow } from '@yichuang/kernel/flow';
import {
  checkItem,
  checkShape,
  itemSchemaOf,
  packProblemText,
  type ItemContext,
  type PackProblemCode,
} from '../catalogue/index.ts';
import type { Language } from '../platform/refusal.ts';
import type { DesignDeps } from './design-deps.ts';
import { nodeAt, valueAt } from './places.ts';
import { remedyOf } from './remedies.ts';

type Params = Readonly<Record<string, string | number>>;

interface Found {
  readonly pointer: string;
  readonly code: PackProblemCode;
  readonly params: Params;
}

export type ProblemDeps = Pick<DesignDeps, 'pack' | 'statutes' | 'documentNames'>;

export function designProblems(
  deps: ProblemDeps,
  item: ItemDefinition,
  language: Language,
): DesignProblem[] {
  return findProblems(deps, item).map((found) => problemOf(deps, item, found, language));
}

/** Without the texts: for counting. */
export function countProblems(deps: ProblemDeps, item: ItemDefinition): number {
  return findProblems(deps, item).length;
}

function findProblems(deps: ProblemDeps, item: ItemDefinition): Found[] {
  const found: Found[] = checkShape(itemSchemaOf(item), item);
  checkItem(item, itemContext(deps), (pointer, code, params = {}) => {
    found.push({ pointer, code, params });
  });
  const seen = new Set<string>();
  return found.filter(({ pointer, code, params }) => {
    const key = JSON.stringify([pointer, code, params]);
    return !seen.has(key) && seen.add(key).size > 0;
  });
}

function itemContext({ pack, statutes, documentNames }: ProblemDeps): ItemContext {
  return {
    organisations: new Map(pack.organisations.map((org) => [org.id, org])),
    postIds: new Set(pack.posts.map((post) => post.id)),
    roles: new Set(pack.posts.flatMap((post) => post.role ?? [])),
    themeIds: new Set(pack.themes.map((theme) => theme.id)),
    templateIds: new Set(Object.keys(documentNames['zh-CN'])),
    rules: statutes.rules,
  };
}

function problemOf(
  deps: ProblemDeps,
  item: ItemDefinition,
  { pointer, code, params }: Found,
  language: Language,
): DesignProblem {
  const nodeId = nodeIdOf(item, pointer, params);
  const field = fieldOf(pointer, params);
  const named = namedParams(deps, item, params);
  const problem = { file: '', line: 1, element: pointer, code, params: named };
  return {
    code,
    path: pointer,
    ...(nodeId !== undefined && { nodeId }),
    ...(field !== undefined && { field }),
    text: packProblemText(problem, language),
    remedy: remedyOf(code, language),
  };
}

function nodeIdOf(item: ItemDefinition, pointer: string, params: Params): string | undefined {
  const named = params['nodeId'];
  return typeof named === 'string' ? named : nodeAt(item, pointer);
}

function fieldOf(pointer: string, params: Params): string | undefined {
  const { field } = params;
  if (!pointer.startsWith('/form/')) return typeof field === 'string' ? field : undefined;
  const [, inPointer] = /^\/form\/schema\/properties\/([^/]+)/u.exec(pointer) ?? [];
  return inPointer ?? (typeof field === 'string' ? field : undefined);
}

/** People know nodes, posts and fields by their names. */
function namedParams({ pack }: ProblemDeps, item: ItemDefinition, params: Params): Params {
  const nodes = item.flow === undefined ? undefined : indexFlow(item.flow);
  const parts = new Map(
    [...(nodes?.values() ?? [])].flatMap(({ node }) =>
      node.kind === 'subcases' ? node.parts.map(({ id, name }) => [id, name ?? id] as const) : [],
    ),
  );
  const nameOf = (name: string, value: string | number): string | number => {
    if (name === 'nodeId' || name === 'to') return nodes?.get(String(value))?.node.name || value;
    if (name === 'part' || name === 'after') return parts.get(String(value)) ?? value;
    if (name === 'post') return pack.posts.find((post) => post.id === value)?.name ?? value;
    if (name !== 'field') return value;
    const title = valueAt(item, `/form/schema/properties/${value}/title`);
    return typeof title === 'string' && title !== '' ? title : value;
  };
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, nameOf(name, value)]),
  );
}
