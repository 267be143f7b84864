import type {
  OfficeBody,
  OfficeDraft,
  OfficeFiling,
  OfficeHome,
  OfficePreview,
  OfficeReceipt,
  OfficeStart,
} from '@yichuang/contracts';
import { refuse, roleAddress, type ItemDefinition } from '@yichuang/kernel/case';
import { subtree } from '@yichuang/kernel/flow';
import { computeForm } from '@yichuang/kernel/form';
import { civilDate } from '@yichuang/kernel/time';
import { digestOf } from '../cases/index.ts';
import type { Session } from '../platform/http/index.ts';
import type { Language } from '../platform/refusal.ts';
import type { OfficeDeps, OfficeOutcome } from './office-deps.ts';
import { MOST_OFFICE_DRAFTS, type OfficeDraftRow } from './office-store.ts';
import { previewOfficeCase, startOfficeCase } from './start-office-case.ts';
import { startForm, startPhrases } from './start-values.ts';

/** Approvals within the offices, as the person who asks for one sees them. */
export interface Office {
  home(session: Session, language: Language): Promise<OfficeHome>;
  start(session: Session, itemCode: string): Promise<OfficeOutcome<OfficeStart>>;
  preview(
    session: Session,
    body: OfficeBody,
    language: Language,
  ): Promise<OfficeOutcome<OfficePreview>>;
  file(
    session: Session,
    filing: OfficeFiling,
    key: string,
    language: Language,
  ): Promise<OfficeOutcome<OfficeReceipt>>;
  drafts(session: Session, language: Language): Promise<OfficeDraft[]>;
  draft(session: Session, draftId: string, language: Language): Promise<OfficeDraft | undefined>;
  saveDraft(
    session: Session,
    draftId: string,
    body: OfficeBody,
    language: Language,
  ): Promise<OfficeOutcome<OfficeDraft>>;
  removeDraft(session: Session, draftId: string): Promise<void>;
}

export function createOffice(deps: OfficeDeps): Office {
  return {
    home: (session, language) => home(deps, session, language),
    start: (session, itemCode) => start(deps, session, itemCode),
    preview: (session, body, language) => previewOfficeCase(deps, session, body, language),
    file: (session, filing, key, language) => startOfficeCase(deps, session, filing, key, language),
    async drafts(session, language) {
      const rows = await deps.store.drafts(session.personId);
      return Promise.all(rows.map((row) => draftView(deps, session, row, language)));
    },
    async draft(session, draftId, language) {
      const row = await deps.store.draft(session.personId, draftId);
      return row === undefined ? undefined : draftView(deps, session, row, language);
    },
    saveDraft: (session, draftId, body, language) =>
      saveDraft(deps, session, draftId, body, language),
    removeDraft: (session, draftId) => deps.store.removeDraft(session.personId, draftId),
  };
}

async function home(deps: OfficeDeps, session: Session, language: Language): Promise<OfficeHome> {
  const [startable, orgs] = await Promise.all([
    deps.store.startable(session.personId),
    deps.directory.orgs(),
  ]);
  const items = await Promise.all(
    startable.map(async ({ code, used }) => {
      const item = await deps.findItem(code);
      if (item === undefined) throw new Error(`item ${code} is gone`);
      if (!mayStart(item, session)) return undefined;
      const isEnglish = language === 'en';
      return {
        code,
        used,
        canBeHandedOut: item.handOutForm !== undefined,
        name: isEnglish ? (item.nameEn ?? item.name) : item.name,
        summary: isEnglish ? (item.summaryEn ?? item.summary) : item.summary,
      };
    }),
  );
  return {
    today: civilDate(deps.clock.now()),
    name: session.name ?? '',
    capacities: session.posts.map(({ postId, postName, orgId }) => ({
      postId,
      postName,
      orgId,
      orgName: orgs.get(orgId)?.name ?? orgId,
    })),
    items: items.filter((item) => item !== undefined),
  };
}

/** As `checkFiling` will ask; what somebody may not start is not offered. */
function mayStart({ startCapability }: ItemDefinition, { posts }: Session): boolean {
  if (startCapability === undefined) return true;
  return posts.some(({ capabilities }) => capabilities.includes(startCapability));
}

async function start(
  deps: OfficeDeps,
  session: Session,
  itemCode: string,
): Promise<OfficeOutcome<OfficeStart>> {
  const item = await startableItem(deps, itemCode);
  if (item?.form === undefined || !mayStart(item, session)) {
    return { ok: false, refusals: [refuse('item-not-online', { item: item?.name ?? itemCode })] };
  }
  const sealed = await deps.store.lastForms(session.personId, itemCode);
  const last = sealed.map((form) => deps.sealer.open(form));
  const orgs = await deps.directory.orgs();
  const [post] = session.posts;
  const known = {
    'applicant.name': session.name,
    'applicant.org': orgs.get(post?.orgId ?? '')?.name,
    'applicant.post': post?.postName,
  };
  const today = civilDate(deps.clock.now());
  const form = startForm(item, { today, known, last });
  return {
    ok: true,
    value: {
      today,
      item,
      form: computeForm(item.form, form, deps.statutes.calendar),
      phrases: startPhrases(item, last),
      units: await unitsOf(deps, item),
    },
  };
}

async function startableItem(
  deps: OfficeDeps,
  itemCode: string,
): Promise<ItemDefinition | undefined> {
  const item = await deps.findItem(itemCode);
  return item?.lifecycle === 'internal' && item.isOnline ? item : undefined;
}

/** Units to choose from: those with a post of their own in a role that the flow sends it to. */
async function unitsOf(deps: OfficeDeps, item: ItemDefinition): Promise<OfficeStart['units']> {
  const [orgs, posts] = await Promise.all([deps.directory.orgs(), deps.directory.posts()]);
  const roles = new Map<string, Set<string>>();
  for (const node of item.flow === undefined ? [] : subtree(item.flow.main)) {
    for (const post of node.kind === 'step' ? node.posts : []) {
      const { role, field } = roleAddress(post) ?? {};
      if (role === undefined || field === undefined) continue;
      roles.set(field, (roles.get(field) ?? new Set()).add(role));
    }
  }
  const units = (wanted: ReadonlySet<string>): OfficeStart['units'][string] => {
    const ids = [...posts.values()]
      .filter(({ role }) => role !== undefined && wanted.has(role))
      .map(({ orgId }) => orgId);
    return [...new Set(ids)].sort().flatMap((id) => {
      const org = orgs.get(id);
      const parent = org?.parentId === undefined ? undefined : orgs.get(org.parentId);
      if (org === undefined) return [];
      const isBelow = parent !== undefined && parent.kind !== 'county';
      return [{ id, name: org.name, ...(isBelow && { parentName: parent.name }) }];
    });
  };
  return Object.fromEntries([...roles].map(([field, wanted]) => [field, units(wanted)]));
}

async function saveDraft(
  deps: OfficeDeps,
  session: Session,
  draftId: string,
  body: OfficeBody,
  language: Language,
): Promise<OfficeOutcome<OfficeDraft>> {
  const item = await startableItem(deps, body.itemCode);
  if (item?.form === undefined) {
    return {
      ok: false,
      refusals: [refuse('item-not-online', { item: item?.name ?? body.itemCode })],
    };
  }
  const materials = await deps.materialsOf(session.personId, body.materials ?? []);
  if (!materials.ok) return materials;
  const { properties } = item.form.schema;
  const known = Object.entries(body.form).filter(
    ([field, value]) => Object.hasOwn(properties, field) && value !== null,
  );
  const row: OfficeDraftRow = {
    draftId,
    itemCode: item.code,
    itemVersion: item.version,
    form: deps.sealer.seal(item.form, Object.fromEntries(known)),
    materials: materials.value,
    savedAt: deps.clock.now(),
  };
  if (!(await deps.store.putDraft(session.personId, row))) {
    const params = { most: MOST_OFFICE_DRAFTS };
    return { ok: false, refusals: [{ code: 'office-drafts-too-many', params }] };
  }
  return { ok: true, value: await draftView(deps, session, row, language) };
}

async function draftView(
  deps: OfficeDeps,
  session: Session,
  row: OfficeDraftRow,
  language: Language,
): Promise<OfficeDraft> {
  const item = await deps.findItem(row.itemCode, row.itemVersion);
  if (item === undefined) throw new Error(`item ${row.itemCode} is gone`);
  const opened = deps.sealer.open(row.form);
  const form =
    item.form === undefined ? opened : computeForm(item.form, opened, deps.statutes.calendar);
  const orgs = await deps.directory.orgs();
  const words = { language, orgName: (id: string) => orgs.get(id)?.name };
  return {
    draftId: row.draftId,
    itemCode: row.itemCode,
    itemName: language === 'en' ? (item.nameEn ?? item.name) : item.name,
    ...digestOf(item, session.name ?? '', form, words),
    form,
    materials: row.materials.map((material) => ({
      ...material,
      pages: material.pages.map((page) => ({ ...page })),
    })),
    savedAt: row.savedAt,
  };
}
