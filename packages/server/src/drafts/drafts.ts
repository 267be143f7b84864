import { randomUUID } from 'node:crypto';
import type { DraftChange, DraftProblem, DraftView, FilingReceipt } from '@yichuang/contracts';
import {
  decide,
  refuse,
  type Actor,
  type CaseState,
  type FiledMaterial,
  type FilePage,
  type ItemDefinition,
  type Party,
  type Refusal as CaseRefusal,
} from '@yichuang/kernel/case';
import { checkForm, type FormData } from '@yichuang/kernel/form';
import { civilDate } from '@yichuang/kernel/time';
import {
  checkSecrets,
  contextOf,
  createFormSealer,
  queryPassword,
  receiveNewCase,
  refuseCase,
  type CaseDeps,
  type CaseStore,
  type FormSealer,
} from '../cases/index.ts';
import type { Person, Persons } from '../people/index.ts';
import type { Language, Refusal } from '../platform/refusal.ts';
import { givenPerson, openParty, sealedParty, withApplicant } from './draft-applicant.ts';
import { MOST_DRAFTS, type Draft, type DraftMaterial, type DraftStore } from './draft-store.ts';
import { canBeFiledAgain, draftFrom } from './file-again.ts';
import { pageLabel } from './page-label.ts';
import { problemTexts } from './problem-texts.ts';
import { prefill } from './prefill.ts';

export interface DraftDeps extends CaseDeps {
  readonly drafts: DraftStore;
  readonly cases: CaseStore;
  readonly persons: Persons;
  /** Facts of a stored file, if there is one. */
  readonly fileFacts: (sha256: string) => Promise<Omit<FilePage, 'name'> | undefined>;
}

export type DraftOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Who files: a resident, or a member of staff at the counter for somebody else. */
export interface Filer {
  readonly actor: Actor;
  readonly personId: string;
  readonly isAtCounter: boolean;
}

export interface Drafts {
  create(
    filer: Filer,
    itemCode: string,
    applicant?: DraftChange['applicant'],
    /** What the platform worked out beforehand, such as the answers of a questionnaire. */
    workedOut?: FormData,
  ): Promise<DraftOutcome<DraftView>>;
  /** From the data of one's own case that ended without a grant. */
  createAgain(filer: Filer, caseId: string): Promise<DraftOutcome<DraftView>>;
  /** Sets what the platform works out by itself; what was typed stays. */
  workOut(filer: Filer, draftId: string, form: FormData): Promise<DraftOutcome<DraftView>>;
  find(filer: Filer, draftId: string, language: Language): Promise<DraftView | undefined>;
  change(
    filer: Filer,
    draftId: string,
    change: DraftChange,
    language: Language,
  ): Promise<DraftOutcome<DraftView>>;
  remove(filer: Filer, draftId: string): Promise<void>;
  list(filer: Filer, language: Language): Promise<DraftView[]>;
  /** A draft becomes one case, however often it is filed: its id is the key of the filing. */
  file(filer: Filer, draftId: string): Promise<DraftOutcome<FilingReceipt>>;
  /** Pages named by a client, with the facts that the server knows of them. */
  materialsOf(
    personId: string,
    materials: NonNullable<DraftChange['materials']>,
  ): Promise<DraftOutcome<FiledMaterial[]>>;
}

export function createDrafts(deps: DraftDeps): Drafts {
  const sealer = createFormSealer(deps.secrets, deps.tenantId);
  const view = async (draft: Draft, language: Language): Promise<DraftView> => {
    const item = await itemOf(deps, draft);
    return viewOf(deps, sealer, underVersion(draft, item), item, language);
  };
  return {
    create: (filer, itemCode, applicant, workedOut) =>
      create(deps, sealer, filer, itemCode, applicant, workedOut),
    createAgain: (filer, caseId) => createAgain(deps, view, filer, caseId),
    async workOut(filer, draftId, form) {
      const savedAt = deps.clock.now();
      const changed = await deps.drafts.change(filer.personId, draftId, (draft) => ({
        ...draft,
        form: { ...draft.form, ...form },
        savedAt,
      }));
      if (changed === undefined) return refusedWith(refuseCase('draft-unknown'));
      return { ok: true, value: await view(changed, 'zh-CN') };
    },
    async find(filer, draftId, language) {
      const draft = await deps.drafts.find(filer.personId, draftId);
      if (draft === undefined || draft.filedCaseId !== undefined) return undefined;
      return view(draft, language);
    },
    async change(filer, draftId, change, language) {
      const materials = await materialsOf(deps, filer.personId, change.materials ?? []);
      if (!materials.ok) return materials;
      const known = await deps.drafts.find(filer.personId, draftId);
      if (known === undefined) return refusedWith(refuseCase('draft-unknown'));
      const item = await itemOf(deps, known);
      const self = await selfOf(deps, filer, item);
      const savedAt = deps.clock.now();
      const changed = await deps.drafts.change(filer.personId, draftId, (draft) => ({
        ...merge(
          sealer,
          withApplicant(sealer, underVersion(draft, item), item, change, self),
          item,
          change,
          materials.value,
        ),
        savedAt,
      }));
      if (changed === undefined) return refusedWith(refuseCase('draft-unknown'));
      return { ok: true, value: await view(changed, language) };
    },
    remove: (filer, draftId) => deps.drafts.remove(filer.personId, draftId),
    async list(filer, language) {
      const drafts = await deps.drafts.list(filer.personId, filer.isAtCounter);
      return Promise.all(drafts.map((draft) => view(draft, language)));
    },
    file: (filer, draftId) => file(deps, sealer, filer, draftId),
    materialsOf: (personId, materials) => materialsOf(deps, personId, materials),
  };
}

function refusedWith(...refusals: Refusal[]): { ok: false; refusals: Refusal[] } {
  return { ok: false, refusals };
}

/** The version in force now, whichever the draft was begun with: it is the one filed under. */
async function itemOf(deps: DraftDeps, draft: Draft): Promise<ItemDefinition> {
  const item = await deps.findItem(draft.itemCode);
  if (item === undefined) throw new Error(`item ${draft.itemCode} is gone`);
  return item;
}

async function create(
  deps: DraftDeps,
  sealer: FormSealer,
  filer: Filer,
  itemCode: string,
  applicant: DraftChange['applicant'],
  workedOut: FormData = {},
): Promise<DraftOutcome<DraftView>> {
  const item = await deps.findItem(itemCode);
  const isOffered = item?.isOnline === true && item.lifecycle === undefined;
  if (item?.form === undefined || !isOffered) {
    return refusedWith(refuse('item-not-online', { item: item?.name ?? itemCode }));
  }
  if (await deps.drafts.isFull(filer.personId, filer.isAtCounter)) {
    return refusedWith(refuseCase('drafts-too-many', { most: MOST_DRAFTS }));
  }
  const person = filer.isAtCounter ? undefined : await deps.persons.get(filer.personId);
  const self = await selfOf(deps, filer, item);
  const given = applicant === undefined ? undefined : givenPerson(applicant);
  const known = prefill(item.form, { contact: person ?? given, applicant: given ?? self });
  const draft: Draft = {
    draftId: randomUUID(),
    personId: filer.personId,
    itemCode,
    itemVersion: item.version,
    form: { ...sealer.seal(item.form, known), ...workedOut },
    materials: [],
    isAtCounter: filer.isAtCounter,
    savedAt: deps.clock.now(),
    ...(applicant === undefined ? {} : { applicant: sealedParty(sealer, applicant) }),
  };
  await deps.drafts.insert(draft);
  return { ok: true, value: await viewOf(deps, sealer, draft, item, 'zh-CN') };
}

async function createAgain(
  deps: DraftDeps,
  view: (draft: Draft, language: Language) => Promise<DraftView>,
  filer: Filer,
  caseId: string,
): Promise<DraftOutcome<DraftView>> {
  const state = (await deps.cases.find(caseId))?.state;
  const isOwn =
    state?.contact.personId === filer.personId || state?.applicant.personId === filer.personId;
  if (state === undefined || !isOwn) return refusedWith(refuse('not-your-case'));
  if (!canBeFiledAgain(state)) {
    return refusedWith(refuseCase('not-to-be-filed-again', { number: state.number }));
  }
  const item = await deps.findItem(state.itemCode);
  if (item?.isOnline !== true) {
    return refusedWith(refuse('item-not-online', { item: state.itemName }));
  }
  if (await deps.drafts.isFull(filer.personId, filer.isAtCounter)) {
    return refusedWith(refuseCase('drafts-too-many', { most: MOST_DRAFTS }));
  }
  const draft = underVersion(draftFrom(state, filer, deps.clock.now()), item);
  await deps.drafts.insert(draft);
  return { ok: true, value: await view(draft, 'zh-CN') };
}

/** The person who files, where one may file for oneself: the applicant until another is named. */
async function selfOf(
  deps: DraftDeps,
  filer: Filer,
  item: ItemDefinition,
): Promise<Person | undefined> {
  if (filer.isAtCounter || !item.audiences.includes('person')) return undefined;
  return deps.persons.get(filer.personId);
}

/** What a newer version still asks of what was answered; the rest is not asked any more. */
function underVersion(draft: Draft, item: ItemDefinition): Draft {
  if (draft.itemVersion === item.version) return draft;
  const fields = item.form?.schema.properties ?? {};
  const form = Object.fromEntries(
    Object.entries(draft.form).filter(([field]) => Object.hasOwn(fields, field)),
  );
  const materials = draft.materials.filter(({ materialId }) =>
    item.materials.some(({ id }) => id === materialId),
  );
  return { ...draft, itemVersion: item.version, form, materials };
}

function merge(
  sealer: FormSealer,
  draft: Draft,
  item: ItemDefinition,
  change: DraftChange,
  materials: readonly FiledMaterial[],
): Draft {
  const form = item.form;
  const typed: FormData = form === undefined ? {} : sealer.seal(form, known(form, change.form));
  const merged = Object.fromEntries(
    Object.entries({ ...draft.form, ...typed }).filter(([, value]) => value !== null),
  );
  const replaced = new Map(draft.materials.map((m): [string, DraftMaterial] => [m.materialId, m]));
  for (const { materialId, pages, isOnPaper, isCommitted } of materials) {
    const definition = item.materials.find(({ id }) => id === materialId);
    if (definition === undefined) continue;
    // The material itself, once it is there, is better than a promise.
    const isPromised = isCommitted && definition.commitment && pages.length === 0 && !isOnPaper;
    const promise = isPromised ? { isCommitted } : {};
    replaced.set(materialId, { materialId, pages, isOnPaper, ...promise });
  }
  return {
    ...draft,
    form: merged,
    materials: [...replaced.values()].filter(
      (m) => m.pages.length > 0 || m.isOnPaper || m.isCommitted,
    ),
  };
}

/** What a client may set: fields of the form that the platform does not work out by itself. */
function known(form: NonNullable<ItemDefinition['form']>, typed: FormData | undefined): FormData {
  const { properties } = form.schema;
  return Object.fromEntries(
    Object.entries(typed ?? {}).filter(
      ([field]) => Object.hasOwn(properties, field) && properties[field]?.readOnly !== true,
    ),
  );
}

async function materialsOf(
  deps: DraftDeps,
  personId: string,
  materials: NonNullable<DraftChange['materials']>,
): Promise<DraftOutcome<FiledMaterial[]>> {
  const hashes = materials.flatMap((material) => material.pages.map((page) => page.sha256));
  if (!(await deps.drafts.hasUploaded(personId, hashes))) {
    return refusedWith(refuseCase('upload-not-yours'));
  }
  const value = await Promise.all(
    materials.map(async ({ materialId, pages, isOnPaper, isCommitted }) => ({
      materialId,
      isOnPaper,
      ...(isCommitted === undefined ? {} : { isCommitted }),
      pages: await Promise.all(
        pages.map(async ({ sha256, name }) => {
          const facts = await deps.fileFacts(sha256);
          if (facts === undefined) throw new Error(`file ${sha256} is gone`);
          return { ...facts, name: pageLabel(name) };
        }),
      ),
    })),
  );
  return { ok: true, value };
}

async function viewOf(
  deps: DraftDeps,
  sealer: FormSealer,
  draft: Draft,
  item: ItemDefinition,
  language: Language,
): Promise<DraftView> {
  const form = sealer.open(draft.form);
  const fields = Object.entries(item.form?.schema.properties ?? {});
  const applicant = draft.applicant;
  return {
    draftId: draft.draftId,
    itemCode: draft.itemCode,
    itemName: language === 'en' ? (item.nameEn ?? item.name) : item.name,
    form,
    known: fields
      .filter(([field, schema]) => schema['x-prefill'] !== undefined && form[field] !== undefined)
      .map(([field]) => field),
    materials: draft.materials.map((m) => ({ ...m, pages: m.pages.map((page) => ({ ...page })) })),
    savedAt: draft.savedAt,
    problems: await problemsOf(deps, draft, item, form, language),
    ...(applicant === undefined ? {} : { applicant: openParty(sealer, applicant) }),
  };
}

/** What still keeps the draft from being filed: the kernel's own refusals, in words. */
async function problemsOf(
  deps: DraftDeps,
  draft: Draft,
  item: ItemDefinition,
  opened: FormData,
  language: Language,
): Promise<DraftProblem[]> {
  if (item.form === undefined) return [];
  const fields = checkForm(item.form, opened, { today: civilDate(deps.clock.now()) });
  const refusals = await tryFiling(deps, draft, item);
  return problemTexts(item, fields, refusals, language);
}

async function tryFiling(
  deps: DraftDeps,
  draft: Draft,
  item: ItemDefinition,
): Promise<readonly CaseRefusal[]> {
  const actor: Actor = { kind: 'applicant', personId: draft.personId, name: '' };
  const party = { personId: draft.personId, kind: 'natural', name: '' } as const;
  const outcome = decide(
    undefined,
    {
      type: 'ReceiveCase',
      caseId: draft.draftId,
      number: '',
      applicant: party,
      contact: party,
      channel: 'online',
      form: draft.form,
      materials: draft.materials,
    },
    contextOf(deps, actor, item, await deps.directory.staff()),
  );
  return outcome.ok ? [] : outcome.refusals;
}

async function file(
  deps: DraftDeps,
  sealer: FormSealer,
  filer: Filer,
  draftId: string,
): Promise<DraftOutcome<FilingReceipt>> {
  const draft = await deps.drafts.find(filer.personId, draftId);
  if (draft === undefined) return refusedWith(refuseCase('draft-unknown'));
  if (draft.filedCaseId !== undefined) return receiptOf(deps, draft.filedCaseId);
  const item = await itemOf(deps, draft);
  if (item.version !== draft.itemVersion) {
    // What was checked before filing was another text: shown once more, then filed.
    await deps.drafts.change(filer.personId, draftId, (known) => underVersion(known, item));
    return refusedWith(refuseCase('item-changed-meanwhile', { item: item.name }));
  }
  const parties = await partiesOf(deps, sealer, filer, draft, item);
  if (!parties.ok) return parties;
  const context = contextOf(deps, filer.actor, item, await deps.directory.staff());
  const today = civilDate(context.at);
  const secrets = checkSecrets(sealer, item.form, draft.form, today);
  if (secrets.length > 0) return { ok: false, refusals: secrets };
  const received = await receiveNewCase(
    deps,
    {
      type: 'ReceiveCase',
      // The draft's id becomes the case's: a second filing of it cannot make a second case.
      caseId: draft.draftId,
      ...parties.value,
      channel: filer.isAtCounter ? 'counter' : 'online',
      form: draft.form,
      materials: draft.materials,
    },
    context,
    filer.personId,
  );
  if (!received.ok) return received;
  await deps.drafts.markFiled(filer.personId, draftId, draft.draftId);
  return receiptOf(deps, draft.draftId);
}

async function receiptOf(deps: DraftDeps, caseId: string): Promise<DraftOutcome<FilingReceipt>> {
  const found = await deps.cases.find(caseId);
  if (found === undefined) return refusedWith(refuseCase('draft-unknown'));
  const { state } = found;
  const clock = state.clocks['correction#1'];
  if (clock === undefined) throw new Error(`case ${caseId} has no clock for its answer`);
  return {
    ok: true,
    value: {
      caseId,
      number: state.number,
      queryPassword: queryPassword(deps.secrets, deps.tenantId, caseId).plain,
      itemName: state.itemName,
      receivedAt: state.receivedAt,
      receivedOn: state.receivedOn,
      answerDueOn: clock.result.dueOn,
      answerRuleId: clock.ruleId,
    },
  };
}

type Parties = Pick<CaseState, 'applicant' | 'contact'>;

/**
 * The applicant as named, else the enterprise that the form names, else the person who files. The
 * phone that a resident types for somebody else is only kept with the case: at the counter it is
 * checked with its owner there, here it would write a name and a number over a stranger's account.
 */
async function partiesOf(
  deps: DraftDeps,
  sealer: FormSealer,
  filer: Filer,
  draft: Draft,
  item: ItemDefinition,
): Promise<DraftOutcome<Parties>> {
  const named = draft.applicant ?? enterpriseOf(draft, item);
  const self = filer.isAtCounter ? undefined : await selfParty(deps, sealer, filer.personId);
  if (!filer.isAtCounter && self === undefined) {
    return refusedWith(refuseCase('identity-required'));
  }
  if (named === undefined || isSelf(named, self)) {
    if (self === undefined) return refusedWith(refuseCase('identity-required'));
    return { ok: true, value: { applicant: self, contact: self } };
  }
  const recorded = await deps.persons.recordWalkIn({
    kind: named.kind,
    name: named.name,
    ...(named.code === undefined
      ? {}
      : named.kind === 'legal'
        ? { creditCode: named.code }
        : { idNumber: sealer.openText(named.code) }),
    ...(named.phone === undefined || !filer.isAtCounter
      ? {}
      : { phone: sealer.openText(named.phone) }),
  });
  if (!recorded.ok) return { ok: false, refusals: recorded.refusals };
  const applicant: Party = { personId: recorded.value.personId, ...named };
  return { ok: true, value: { applicant, contact: self ?? applicant } };
}

/** "For myself" names nobody by a number. */
function isSelf(named: NonNullable<Draft['applicant']>, self: Party | undefined): boolean {
  return named.kind === 'natural' && named.code === undefined && named.name === self?.name;
}

function enterpriseOf(draft: Draft, item: ItemDefinition): Draft['applicant'] {
  const holder = draft.form[item.certificate?.holderField ?? ''];
  const code = draft.form[item.certificate?.holderCodeField ?? ''];
  if (item.audiences.includes('person')) return undefined;
  if (typeof holder !== 'string' || typeof code !== 'string') return undefined;
  return { kind: 'legal', name: holder, code };
}

async function selfParty(
  deps: DraftDeps,
  sealer: FormSealer,
  personId: string,
): Promise<Party | undefined> {
  const person = await deps.persons.get(personId);
  const { name, idNumber, phone } = person;
  if (name === undefined || (idNumber === undefined && person.creditCode === undefined))
    return undefined;
  return {
    personId,
    kind: person.kind,
    name,
    ...(person.creditCode === undefined
      ? { code: sealer.sealText(idNumber ?? '') }
      : { code: person.creditCode }),
    ...(phone === undefined ? {} : { phone: sealer.sealText(phone) }),
  };
}
