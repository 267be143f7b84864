/** What the designer's pages show: the lists, and one draft with all that it may name. */
import type { DesignDraftView, DesignerHome, DesignPost } from '@yichuang/contracts';
import { listVersions } from '../catalogue/index.ts';
import type { Language } from '../platform/refusal.ts';
import type { DesignDeps } from './design-deps.ts';
import { createDesignDraftStore } from './design-draft-store.pg.ts';
import type { DesignDraft } from './design-draft-store.ts';
import { designProblems } from './design-problems.ts';
import { mayDesignFor, type Designer } from './designer.ts';
import { rolePosts } from './role-posts.ts';

export async function designerHome(
  deps: DesignDeps,
  designer: Designer,
  query: string,
): Promise<DesignerHome> {
  const store = createDesignDraftStore(deps.db, deps.tenantId);
  const orgIds = designer.orgIds === undefined ? undefined : [...designer.orgIds];
  const [drafts, items, orgs] = await Promise.all([
    store.list(orgIds),
    store.listItems(orgIds, query.trim()),
    deps.directory.orgs(),
  ]);
  const named = <T extends { readonly orgId: string; readonly isInternal: boolean }>({
    isInternal,
    ...row
  }: T) => ({
    ...row,
    orgName: orgs.get(row.orgId)?.name ?? row.orgId,
    lifecycle: isInternal ? ('internal' as const) : ('licensing' as const),
  });
  return {
    drafts: drafts.map(named),
    items: items.map(named),
    organisations: organisationsOf(deps, designer),
  };
}

function organisationsOf({ pack }: DesignDeps, designer: Designer): { id: string; name: string }[] {
  return pack.organisations
    .filter(({ id }) => mayDesignFor(designer, id))
    .map(({ id, name }) => ({ id, name }));
}

export async function draftView(
  deps: DesignDeps,
  designer: Designer,
  draft: DesignDraft,
  language: Language,
): Promise<DesignDraftView> {
  const { item, baseVersion } = draft;
  const store = createDesignDraftStore(deps.db, deps.tenantId);
  const [base, versions, items, posts] = await Promise.all([
    baseVersion === undefined ? undefined : deps.findItem(item.code, baseVersion),
    listVersions(deps.db, deps.tenantId, item.code),
    store.listItems(undefined, ''),
    postsOf(deps),
  ]);
  const newest = versions.find(({ status }) => status !== 'withdrawn');
  return {
    draftId: draft.draftId,
    revision: draft.revision,
    item,
    ...(base !== undefined && { base }),
    ...(newest !== undefined && { newestVersion: newest.version }),
    changedAt: draft.changedAt,
    changedBy: draft.changedBy,
    problems: await designProblems(deps, item, language),
    posts: [...rolePosts(deps.pack, item, language), ...posts],
    templates: Object.entries(deps.documentNames[language]).map(([id, name]) => ({ id, name })),
    items: items.map(({ code, name }) => ({ code, name })),
    organisations: organisationsOf(deps, designer),
    themes: deps.pack.themes.map(({ id, name, nameEn }) => ({
      id,
      name: language === 'en' ? nameEn : name,
    })),
    limitRules: deps.statutes.rules.map(({ id, name }) => ({ id, name })),
  };
}

/** In the order of the organisations, so that an office's posts stand together. */
async function postsOf({ directory, pack }: DesignDeps): Promise<DesignPost[]> {
  const [posts, orgs] = await Promise.all([directory.posts(), directory.orgs()]);
  const place = new Map(pack.organisations.map(({ id }, i) => [id, i]));
  return [...posts.values()]
    .toSorted((a, b) => (place.get(a.orgId) ?? 0) - (place.get(b.orgId) ?? 0))
    .map(({ id, name, orgId, holders }) => ({
      id,
      name,
      orgId,
      orgName: orgs.get(orgId)?.name ?? orgId,
      holders: [...holders],
    }));
}
