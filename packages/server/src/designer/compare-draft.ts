import type { DesignComparison } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import { subtree } from '@yichuang/kernel/flow';
import type { Language } from '../platform/refusal.ts';
import { compareItems } from './compare-items.ts';
import type { DesignDeps } from './design-deps.ts';
import { createDesignDraftStore } from './design-draft-store.pg.ts';
import { findDraft } from './design-drafts.ts';
import type { Designer } from './designer.ts';
import { refuseDesign, type DesignOutcome } from './refusals.ts';
import { rolePosts } from './role-posts.ts';
import { createWords, type Names } from './words.ts';

/** What a draft changes, against a version of its item or, without one, the one in force. */
export async function compareDraft(
  deps: DesignDeps,
  designer: Designer,
  draftId: string,
  version: number | undefined,
  language: Language,
): Promise<DesignOutcome<DesignComparison>> {
  const draft = await findDraft(deps, designer, draftId);
  if (draft === undefined) return refuseDesign('design-draft-unknown');
  const { code } = draft.item;
  const other = await deps.findItem(code, version);
  if (other === undefined) {
    return version === undefined
      ? refuseDesign('design-item-unknown', { code })
      : refuseDesign('design-version-unknown', { code, version });
  }
  const words = createWords(await namesFor(deps, other, draft.item, language), language);
  return {
    ok: true,
    value: { version: other.version, changes: compareItems(other, draft.item, words) },
  };
}

async function namesFor(
  deps: DesignDeps,
  before: ItemDefinition,
  after: ItemDefinition,
  language: Language,
): Promise<Names> {
  const { pack, statutes, directory } = deps;
  const [posts, orgs, items] = await Promise.all([
    directory.posts(),
    directory.orgs(),
    createDesignDraftStore(deps.db, deps.tenantId).listItems(undefined, ''),
  ]);
  const officeOf = (orgId: string): string => orgs.get(orgId)?.name ?? '';
  const both = [before, after];
  return {
    posts: new Map([
      ...[...posts.values()].map(
        ({ id, name, orgId }) => [id, `${officeOf(orgId)}${name}`] as const,
      ),
      ...rolePosts(pack, after, language).map(
        ({ id, name, orgName }) => [id, `${orgName}${name}`] as const,
      ),
    ]),
    organisations: new Map([...orgs.values()].map(({ id, name }) => [id, name])),
    themes: new Map(
      pack.themes.map(({ id, name, nameEn }) => [id, language === 'en' ? nameEn : name]),
    ),
    templates: new Map(Object.entries(deps.documentNames[language])),
    rules: new Map(statutes.rules.map(({ id, name }) => [id, name])),
    items: new Map(items.map(({ code, name }) => [code, name])),
    nodes: new Map(both.flatMap(nodeNames)),
    fields: new Map(both.flatMap(fieldTitles)),
  };
}

function nodeNames({ flow }: ItemDefinition): [string, string][] {
  const roots = [flow?.main, flow?.denied].filter((root) => root !== undefined);
  return roots.flatMap(subtree).map(({ id, name }) => [id, name]);
}

function fieldTitles({ form }: ItemDefinition): [string, string][] {
  return Object.entries(form?.schema.properties ?? {}).map(([id, { title }]) => [id, title]);
}
