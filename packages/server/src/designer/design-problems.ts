/** What keeps an item from being published: everything that a pack's check would say about it. */
import type { DesignProblem } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import { indexFlow, subtree } from '@yichuang/kernel/flow';
import {
  checkItem,
  checkPartFilings,
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

export type ProblemDeps = Pick<DesignDeps, 'pack' | 'statutes' | 'documentNames' | 'findItem'>;

export async function designProblems(
  deps: ProblemDeps,
  item: ItemDefinition,
  language: Language,
): Promise<DesignProblem[]> {
  const found = await findProblems(deps, item);
  return found.map((each) => problemOf(deps, item, each, language));
}

/** Without the texts: for counting. */
export async function countProblems(deps: ProblemDeps, item: ItemDefinition): Promise<number> {
  return (await findProblems(deps, item)).length;
}

async function findProblems(deps: ProblemDeps, item: ItemDefinition): Promise<Found[]> {
  const found: Found[] = checkShape(itemSchemaOf(item), item);
  const report = (pointer: string, code: PackProblemCode, params: Params = {}): void => {
    found.push({ pointer, code, params });
  };
  checkItem(item, itemContext(deps), report);
  checkPartFilings(item, await partItems(deps, item), report);
  const seen = new Set<string>();
  return found.filter(({ pointer, code, params }) => {
    const key = JSON.stringify([pointer, code, params]);
    return !seen.has(key) && seen.add(key).size > 0;
  });
}

/** The published items by which the parts of a joint case are opened. */
async function partItems(
  { findItem }: ProblemDeps,
  { flow }: ItemDefinition,
): Promise<ReadonlyMap<string, ItemDefinition>> {
  const roots = [flow?.main, flow?.denied].filter((root) => root !== undefined);
  const codes = roots
    .flatMap(subtree)
    .flatMap((node) => (node.kind === 'subcases' ? node.parts.map((part) => part.itemCode) : []));
  const items = await Promise.all([...new Set(codes)].map((code) => findItem(code)));
  const known = items.filter((found) => found !== undefined);
  return new Map(known.map((found) => [found.code, found]));
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
