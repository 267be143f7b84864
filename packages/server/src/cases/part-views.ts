/** The parts of a joint case, and the whole of a part, as a reader is shown them. */
import type { CaseParentView, CasePartView } from '@yichuang/contracts';
import type { CaseState, PartState } from '@yichuang/kernel/case';
import { indexFlow, type SubcasePart } from '@yichuang/kernel/flow';
import type { Language } from '../platform/refusal.ts';
import { contextOf } from './case-context.ts';
import type { CaseDeps } from './case-deps.ts';
import type { CaseStore } from './case-store.ts';
import { clockViews } from './clock-view.ts';
import { documentViews } from './case-view.ts';
import { headline } from './headline.ts';
import { officeOf } from './office-of.ts';
import type { ViewDeps } from './view-deps.ts';

export interface PartViewDeps extends CaseDeps, ViewDeps {
  readonly cases: CaseStore;
}

/** Whether the reader may open a case by its id; for an applicant all parts are their own. */
export type MayOpen = (caseId: string) => Promise<boolean>;

export async function jointViews(
  deps: PartViewDeps,
  state: CaseState,
  language: Language,
  mayOpen: MayOpen,
): Promise<{ readonly parts?: CasePartView[]; readonly parent?: CaseParentView }> {
  const parent = await parentView(deps, state, language, mayOpen);
  const parts = await partViews(deps, state, language, mayOpen);
  return {
    ...(parts.length === 0 ? {} : { parts }),
    ...(parent === undefined ? {} : { parent }),
  };
}

async function parentView(
  deps: PartViewDeps,
  { parent }: CaseState,
  language: Language,
  mayOpen: MayOpen,
): Promise<CaseParentView | undefined> {
  if (parent === undefined) return undefined;
  const whole = (await deps.cases.find(parent.caseId))?.state;
  const item = whole && (await deps.findItem(whole.itemCode, whole.itemVersion));
  const { caseId, number } = parent;
  return {
    caseId,
    number,
    itemName: (language === 'en' ? item?.nameEn : undefined) ?? item?.name ?? '',
    canOpen: await mayOpen(caseId),
  };
}

async function partViews(
  deps: PartViewDeps,
  state: CaseState,
  language: Language,
  mayOpen: MayOpen,
): Promise<CasePartView[]> {
  const item = await deps.findItem(state.itemCode, state.itemVersion);
  if (item?.flow === undefined) return [];
  const flow = indexFlow(item.flow);
  const ordered = Object.entries(state.subcases).flatMap(([nodeId, { parts }]) => {
    const node = flow.get(nodeId)?.node;
    if (node?.kind !== 'subcases') return [];
    // In the flow's order: keys change theirs on the way through the database.
    return node.parts.flatMap((definition) => {
      const part = parts[definition.id];
      return part === undefined ? [] : [{ definition, part, siblings: node.parts, parts }];
    });
  });
  return Promise.all(
    ordered.map(async ({ definition, part, siblings, parts }) => ({
      ...(await partView(deps, definition, part, language, mayOpen)),
      after: siblings
        .filter(({ id }) => definition.after?.includes(id) === true && parts[id] !== undefined)
        .map((before) => before.name ?? before.id),
    })),
  );
}

async function partView(
  deps: PartViewDeps,
  definition: SubcasePart,
  { status, itemCode, caseId, number }: PartState,
  language: Language,
  mayOpen: MayOpen,
): Promise<Omit<CasePartView, 'after'>> {
  const found = caseId === undefined ? undefined : (await deps.cases.find(caseId))?.state;
  const item = await deps.findItem(itemCode, found?.itemVersion);
  const org = await deps.directory.org(found?.orgId ?? item?.orgId ?? '');
  const name = language === 'en' ? item?.nameEn : definition.name;
  return {
    partId: definition.id,
    name: name ?? item?.name ?? definition.id,
    itemCode,
    office: org?.name ?? '',
    status,
    ...(caseId === undefined ? {} : { caseId }),
    ...(number === undefined ? {} : { number }),
    canOpen: caseId !== undefined && (await mayOpen(caseId)),
    ...(found === undefined
      ? { clocks: [], documents: [] }
      : await ownStory(deps, found, item, language)),
  };
}

async function ownStory(
  deps: PartViewDeps,
  state: CaseState,
  item: Awaited<ReturnType<CaseDeps['findItem']>>,
  language: Language,
): Promise<Pick<CasePartView, 'headline' | 'clocks' | 'documents'>> {
  if (item === undefined) throw new Error(`item ${state.itemCode} is gone`);
  const context = contextOf(deps, { kind: 'system', rule: 'part-view' }, item);
  return {
    headline: headline(state, context, await officeOf(deps, state), language),
    clocks: clockViews(state, context, language).filter(({ kind }) => kind !== 'step'),
    documents: documentViews(state, deps.documentNames[language]).filter(
      ({ issuedAt }) => issuedAt !== undefined,
    ),
  };
}
