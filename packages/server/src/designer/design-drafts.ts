/** Items under construction: begun, saved, looked at, thrown away. */
import { randomUUID } from 'node:crypto';
import type { DesignDraftSaved, NewDesignDraft } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import type { Language } from '../platform/refusal.ts';
import { importBpmn } from '../bpmn/index.ts';
import { packProblemText } from '../catalogue/index.ts';
import { blankItem } from './blank-item.ts';
import type { DesignDeps } from './design-deps.ts';
import { createDesignDraftStore } from './design-draft-store.pg.ts';
import { MOST_DESIGN_DRAFTS, type DesignDraft } from './design-draft-store.ts';
import { countProblems, designProblems } from './design-problems.ts';
import { mayDesignFor, type Designer } from './designer.ts';
import { readItem } from './read-item.ts';
import { refuseDesign, type DesignOutcome } from './refusals.ts';

/** Begins a draft from a published version, from nothing, or from a flow drawn elsewhere. */
export async function createDraft(
  deps: DesignDeps,
  designer: Designer,
  wish: NewDesignDraft,
): Promise<DesignOutcome<string>> {
  if (wish.from !== undefined) {
    const { itemCode, version } = wish.from;
    const found = await deps.findItem(itemCode, version);
    if (found === undefined || found.lifecycle === 'letter') {
      return version === undefined
        ? refuseDesign('design-item-unknown', { code: itemCode })
        : refuseDesign('design-version-unknown', { code: itemCode, version });
    }
    return insertDraft(deps, designer, found, found.version);
  }
  if (wish.blank !== undefined) return insertDraft(deps, designer, blankItem(wish.blank));
  if (wish.bpmn === undefined) throw new Error('the route lets through exactly one wish');
  const { xml, processId, name, orgId, lifecycle = 'internal' } = wish.bpmn;
  const read = await importBpmn(xml, processId);
  if ('refusals' in read) return { ok: false, refusals: read.refusals };
  return insertDraft(deps, designer, blankItem({ name, orgId, lifecycle }, read.flow));
}

export async function insertDraft(
  deps: DesignDeps,
  designer: Designer,
  item: ItemDefinition,
  baseVersion?: number,
): Promise<DesignOutcome<string>> {
  if (!mayDesignFor(designer, item.orgId)) return refuseDesign('design-outside-scope');
  const store = createDesignDraftStore(deps.db, deps.tenantId);
  if ((await store.count()) >= MOST_DESIGN_DRAFTS) {
    return refuseDesign('design-drafts-too-many', { most: MOST_DESIGN_DRAFTS });
  }
  const draftId = randomUUID();
  await store.insert({
    draftId,
    item,
    problemCount: await countProblems(deps, item),
    personId: designer.personId,
    at: deps.clock.now(),
    ...(baseVersion !== undefined && { baseVersion }),
  });
  return { ok: true, value: draftId };
}

/** The draft, if it is one that this person may design. */
export async function findDraft(
  deps: DesignDeps,
  designer: Designer,
  draftId: string,
): Promise<DesignDraft | undefined> {
  const draft = await createDesignDraftStore(deps.db, deps.tenantId).find(draftId);
  if (draft === undefined || !mayDesignFor(designer, draft.item.orgId)) return undefined;
  return draft;
}

export interface SaveWish {
  readonly draftId: string;
  readonly revision: number;
  readonly item: unknown;
}

/** A draft may be saved with problems, but not over what somebody else saved meanwhile. */
export async function saveDraft(
  deps: DesignDeps,
  designer: Designer,
  { draftId, revision, item: value }: SaveWish,
  language: Language,
): Promise<DesignOutcome<DesignDraftSaved>> {
  const before = await findDraft(deps, designer, draftId);
  if (before === undefined) return refuseDesign('design-draft-unknown');
  const read = readItem(value, rootOrgId(deps));
  if (!read.ok) return brokenAt(read.problems[0], language);
  const { item } = read;
  if (!mayDesignFor(designer, item.orgId)) return refuseDesign('design-outside-scope');
  const problems = await designProblems(deps, item, language);
  const at = deps.clock.now();
  const saved = await createDesignDraftStore(deps.db, deps.tenantId).save({
    draftId,
    revision,
    item,
    problemCount: problems.length,
    personId: designer.personId,
    at,
    // Under another code it is another item, with no version to begin from.
    ...(before.baseVersion !== undefined &&
      before.item.code === item.code && { baseVersion: before.baseVersion }),
  });
  if (saved !== undefined) {
    return { ok: true, value: { revision: saved, changedAt: at, problems } };
  }
  const now = await findDraft(deps, designer, draftId);
  if (now === undefined) return refuseDesign('design-draft-unknown');
  const { changedBy: by, changedAt } = now;
  return refuseDesign('design-draft-changed', { by, at: changedAt, revision: now.revision });
}

export function rootOrgId({ pack }: Pick<DesignDeps, 'pack'>): string {
  return pack.organisations[0]?.id ?? '';
}

function brokenAt(
  problem: Extract<ReturnType<typeof readItem>, { ok: false }>['problems'][number] | undefined,
  language: Language,
): DesignOutcome<never> {
  if (problem === undefined) throw new Error('what is broken has a problem');
  const { pointer, code, params } = problem;
  const text = packProblemText({ file: '', line: 1, element: pointer, code, params }, language);
  return refuseDesign('design-draft-broken', { path: pointer, problem: text });
}

export async function removeDraft(
  deps: DesignDeps,
  designer: Designer,
  draftId: string,
): Promise<DesignOutcome<undefined>> {
  const found = await findDraft(deps, designer, draftId);
  if (found === undefined) return refuseDesign('design-draft-unknown');
  await createDesignDraftStore(deps.db, deps.tenantId).remove(draftId);
  return { ok: true, value: undefined };
}
