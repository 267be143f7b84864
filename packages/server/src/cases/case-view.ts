/** What a case looks like to each kind of reader; everything shown is computed here. */
import type {
  AllowedActView,
  ApplicantCaseView,
  CaseView,
  DocumentView,
  MaterialView,
  TrackingView,
} from '@yichuang/contracts';
import {
  allowedActs,
  askedMaterials,
  capacityIn,
  hasEnded,
  type CaseContext,
  type CaseState,
  type ItemDefinition,
} from '@yichuang/kernel/case';
import { openTasks, stepOf } from '@yichuang/kernel/flow';
import type { FormData } from '@yichuang/kernel/form';
import { maskIdNumber, maskPhone } from '@yichuang/kernel/ids';
import type { Language } from '../platform/refusal.ts';
import type { StoredEvent } from './case-store.ts';
import { clockViews } from './clock-view.ts';
import { debtViews, deskViewsOf } from './desk-view.ts';
import { isForApplicant } from './document-for-applicant.ts';
import { flowView } from './flow-view.ts';
import { forecastViews } from './forecast-view.ts';
import { headline } from './headline.ts';
import { hiddenSender, hidesSender, staffLetterView } from './letter-view.ts';
import { officeOf } from './office-of.ts';
import type { FormSealer } from './sensitive-fields.ts';
import { timeline } from './timeline.ts';
import type { ViewDeps } from './view-deps.ts';

export interface ViewInput {
  readonly state: CaseState;
  readonly context: CaseContext;
  readonly events: readonly StoredEvent[];
  readonly language: Language;
}

export async function staffView(deps: ViewDeps, input: ViewInput): Promise<CaseView> {
  const { state, context } = input;
  const isHandling = holdsOpenTask(state, context);
  const letter = await staffLetterView(deps, { ...input, isHandling });
  const isHidden = hidesSender(state, context);
  const nobody = { kind: state.applicant.kind, name: hiddenSender(input.language) };
  const { form } = context.item;
  const hidden = hiddenFields(state, context);
  const shown = Object.fromEntries(
    Object.entries(state.form).filter(([field]) => !hidden.includes(field)),
  );
  return {
    ...(await sharedView(deps, input, false)),
    ...(await deskViewsOf(deps, state, context, input.language)),
    applicant: isHidden ? nobody : partyView(state.applicant, deps.sealer, isHandling),
    contact: isHidden ? nobody : partyView(state.contact, deps.sealer, isHandling),
    form: isHandling ? deps.sealer.open(shown) : deps.sealer.mask(form, shown),
    hiddenFields: hidden,
    orgNames: await orgNamesIn(deps, form, shown),
    tasks: await taskViews(deps, state, context, input.language),
    specialProcedures: state.specialProcedures.map(({ kind: _k, documentId: _d, ...rest }) => rest),
    hits: [...state.hits],
    ...(letter === undefined ? {} : { letter }),
  };
}

/** Names of the units in a form's fields, by their id. */
async function orgNamesIn(
  { directory }: ViewDeps,
  form: ItemDefinition['form'],
  data: FormData,
): Promise<Record<string, string>> {
  const ids = Object.entries(form?.schema.properties ?? {}).flatMap(([field, { format }]) => {
    const id = data[field];
    return format === 'org' && typeof id === 'string' ? [id] : [];
  });
  const orgs = await Promise.all(ids.map((id) => directory.org(id)));
  return Object.fromEntries(orgs.flatMap((org) => (org === undefined ? [] : [[org.id, org.name]])));
}

export async function applicantView(deps: ViewDeps, input: ViewInput): Promise<ApplicantCaseView> {
  const { state, context } = input;
  const handler = await handlerOf(deps, state, context.item);
  const correction = state.phase === 'correction-pending' ? state.corrections.at(-1) : undefined;
  const names = new Map(context.item.materials.map((m) => [m.id, m.name]));
  return {
    ...(await sharedView(deps, input, true)),
    form: deps.sealer.open(state.form),
    ...(handler === undefined ? {} : { handler }),
    ...(correction === undefined
      ? {}
      : {
          correction: {
            requestedAt: correction.requestedAt,
            ...(correction.dueOn === undefined ? {} : { dueOn: correction.dueOn }),
            items: correction.materialIds.map((materialId) => {
              const material = state.materials[materialId];
              return {
                materialId,
                name: names.get(materialId) ?? materialId,
                verdict: material?.verdict ?? 'missing',
                problem: material?.problem ?? '',
                ...(material?.instruction === undefined
                  ? {}
                  : { instruction: material.instruction }),
              };
            }),
          },
        }),
  };
}

/** For anybody with number and password: no form, no files, no names. */
export async function trackingView(deps: ViewDeps, input: ViewInput): Promise<TrackingView> {
  const { state, context } = input;
  const shared = await sharedView(deps, input, true);
  const handler = await handlerOf(deps, state, context.item);
  return {
    number: shared.number,
    itemName: shared.itemName,
    orgName: shared.orgName,
    phase: shared.phase,
    headline: shared.headline,
    receivedOn: shared.receivedOn,
    clocks: shared.clocks,
    // Why it ended is for the applicant: reasons name people.
    timeline: shared.timeline.map(({ opinion: _why, ...entry }) => entry),
    flow: shared.flow.map((row) => ({ ...row, posts: [] })),
    forecast: shared.forecast,
    ...(handler === undefined ? {} : { handler }),
  };
}

type Shared = Omit<ApplicantCaseView, 'form' | 'handler' | 'correction'>;

async function sharedView(deps: ViewDeps, input: ViewInput, isPublic: boolean): Promise<Shared> {
  const { state, context, events, language } = input;
  const { item } = context;
  const org = await deps.directory.org(state.orgId);
  const office = await officeOf(deps, state);
  return {
    caseId: state.caseId,
    version: state.version,
    number: state.number,
    itemCode: state.itemCode,
    itemVersion: state.itemVersion,
    itemName: language === 'en' ? (item.nameEn ?? item.name) : item.name,
    orgName: org?.name ?? state.orgId,
    phase: state.phase,
    headline: headline(state, context, office, language),
    channel: state.channel,
    receivedAt: state.receivedAt,
    receivedOn: state.receivedOn,
    isDeemedAccepted: state.isDeemedAccepted === true,
    clocks: clockViews(state, context, language).filter((c) => !isPublic || c.kind !== 'step'),
    materials: materialViews(state, item),
    documents: documentViews(state, deps.documentNames[language]).filter(
      (document) => !isPublic || isForApplicant(document),
    ),
    timeline: await timeline(events, {
      item,
      directory: deps.directory,
      documentNames: deps.documentNames[language],
      language,
      isPublic,
      ...(hidesSender(state, context) ? { sender: hiddenSender(language) } : {}),
    }),
    flow: await flowView(item, state, deps.directory, language),
    forecast: await forecastViews(deps, input, isPublic),
    allowed: allowedViews(state, context),
    debts: debtViews(state, context, language),
    ...(state.acceptedOn === undefined ? {} : { acceptedOn: state.acceptedOn }),
    ...(state.fee === undefined ? {} : { fee: feeView(state.fee) }),
    ...(state.decision === undefined
      ? {}
      : {
          decision: {
            outcome: state.decision.outcome,
            decidedOn: state.decision.decidedOn,
            reason: state.decision.reason,
          },
        }),
    ...(state.service === undefined
      ? {}
      : {
          service: {
            method: state.service.method,
            recipient: state.service.recipient,
            servedOn: state.service.servedOn,
          },
        }),
  };
}

function feeView(fee: NonNullable<CaseState['fee']>): NonNullable<CaseView['fee']> {
  return {
    ...fee,
    lines: fee.lines.map(({ standardId: _id, ...line }) => ({
      ...line,
      quantity: Number(line.quantity),
      basis: { ...line.basis },
    })),
  };
}

function partyView(
  party: CaseState['applicant'],
  sealer: FormSealer,
  isOpen: boolean,
): CaseView['applicant'] {
  const code = party.code === undefined ? undefined : sealer.openText(party.code);
  const phone = party.phone === undefined ? undefined : sealer.openText(party.phone);
  const isSecret = party.kind === 'natural' && !isOpen;
  return {
    name: party.name,
    kind: party.kind,
    ...(code === undefined ? {} : { code: isSecret ? maskIdNumber(code) : code }),
    ...(phone === undefined ? {} : { phone: isOpen ? phone : maskPhone(phone) }),
  };
}

function holdsOpenTask(state: CaseState, context: CaseContext): boolean {
  if (context.actor.kind !== 'staff') return false;
  return openTasks(state.marking).some((task) => capacityIn(task, context) !== undefined);
}

/** Hidden where every step that the reader holds hides them. */
function hiddenFields(state: CaseState, context: CaseContext): string[] {
  const { item, actor } = context;
  const { flow } = item;
  if (flow === undefined || actor.kind !== 'staff') return [];
  const kept = fieldsKeptFrom(context);
  const held = openTasks(state.marking)
    .filter((task) => capacityIn(task, context) !== undefined)
    .map((task) => stepOf(flow, task.stepId).form?.hide ?? []);
  const [first, ...rest] = held;
  const byStep = (first ?? []).filter((field) => rest.every((hidden) => hidden.includes(field)));
  return [...new Set([...kept, ...byStep])];
}

/** Meant for holders of a capability, whatever their part in the case (`x-capability`). */
function fieldsKeptFrom({ item, actor }: CaseContext): string[] {
  const own: readonly string[] = actor.kind === 'staff' ? actor.capabilities : [];
  return Object.entries(item.form?.schema.properties ?? {})
    .filter(([, { 'x-capability': asked }]) => asked !== undefined && !own.includes(asked))
    .map(([field]) => field);
}

export function materialViews(state: CaseState, item: ItemDefinition): MaterialView[] {
  return askedMaterials(item, state.form).map((definition) => {
    const material = state.materials[definition.id];
    return {
      materialId: definition.id,
      name: definition.name,
      necessity: definition.necessity,
      carrier: definition.carrier,
      pages: (material?.pages ?? []).map((page) => ({ ...page })),
      isOnPaper: material?.isOnPaper ?? false,
      isPaperReceived: material?.isPaperReceived ?? false,
      filings: material?.filings ?? 0,
      ...(definition.package === undefined ? {} : { package: definition.package }),
      ...(definition.criteria === undefined ? {} : { criteria: definition.criteria }),
      ...(material?.verdict === undefined ? {} : { verdict: material.verdict }),
      ...(material?.problem === undefined ? {} : { problem: material.problem }),
      ...(material?.instruction === undefined ? {} : { instruction: material.instruction }),
    };
  });
}

export function documentViews(
  state: CaseState,
  names: Readonly<Record<string, string>>,
): DocumentView[] {
  return Object.values(state.documents).map(({ nodeId: _n, sha256: _s, sealedBy: _b, ...d }) => ({
    ...d,
    name: names[d.template] ?? d.template,
  }));
}

async function taskViews(
  deps: ViewDeps,
  state: CaseState,
  context: CaseContext,
  language: Language,
): Promise<CaseView['tasks']> {
  const { flow } = context.item;
  if (flow === undefined) return [];
  const posts = await deps.directory.posts();
  return openTasks(state.marking).map((task) => {
    const step = stepOf(flow, task.stepId);
    const capacity = capacityIn(task, context);
    const { holder } = task;
    return {
      taskId: task.taskId,
      stepId: task.stepId,
      stepName: language === 'en' ? (step.nameEn ?? step.name) : step.name,
      duty: step.duty,
      round: task.round,
      postNames: task.posts.map((id) => posts.get(id)?.name ?? id),
      holderNames:
        holder === undefined
          ? task.posts.flatMap((id) => posts.get(id)?.holders ?? [])
          : [holder.name],
      isMine: capacity !== undefined,
      ...(capacity?.onBehalfOf === undefined ? {} : { onBehalfOf: capacity.onBehalfOf.name }),
      openedAt: task.openedAt,
    };
  });
}

function allowedViews(state: CaseState, context: CaseContext): AllowedActView[] {
  const { item } = context;
  return allowedActs(state, context).map((allowed) => ({
    act: allowed.act,
    ...(allowed.taskId === undefined ? {} : { taskId: allowed.taskId }),
    ...(allowed.stepId === undefined ? {} : { stepId: allowed.stepId }),
    ...(allowed.fields === undefined ? {} : { fields: [...allowed.fields] }),
    ...(allowed.materials === undefined ? {} : { materials: [...allowed.materials] }),
    ...(allowed.missing === undefined ? {} : { missing: [...allowed.missing] }),
    ...(allowed.readings === undefined ? {} : { readings: [...allowed.readings] }),
    ...(allowed.debts === undefined ? {} : { debts: [...allowed.debts] }),
    ...(allowed.nodes === undefined ? {} : { nodes: [...allowed.nodes] }),
    ...(allowed.onBehalfOf === undefined ? {} : { onBehalfOf: allowed.onBehalfOf.name }),
    ...(allowed.targets === undefined
      ? {}
      : { targets: allowed.targets.map((t) => ({ ...t, name: stepName(item, t.stepId) })) }),
    ...(allowed.procedures === undefined
      ? {}
      : { procedures: allowed.procedures.map((id) => procedureView(id, state, item)) }),
  }));
}

function stepName(item: ItemDefinition, stepId: string): string {
  return item.flow === undefined ? stepId : stepOf(item.flow, stepId).name;
}

function procedureView(
  id: string,
  state: CaseState,
  item: ItemDefinition,
): { id: string; name: string; expectedDays?: number } {
  const running = state.specialProcedures.find((procedure) => procedure.procedureId === id);
  if (running !== undefined) return { id, name: running.name };
  const definition = item.specialProcedures.find((procedure) => procedure.kind === id);
  return {
    id,
    name: definition?.name ?? id,
    ...(definition === undefined ? {} : { expectedDays: definition.expectedDays }),
  };
}

/** Who has it now, and whom to call about it; nobody once it has ended. */
async function handlerOf(
  deps: ViewDeps,
  state: CaseState,
  item: ItemDefinition,
): Promise<ApplicantCaseView['handler']> {
  if (hasEnded(state)) return undefined;
  const phone = item.place?.phone;
  return { office: await officeOf(deps, state), ...(phone === undefined ? {} : { phone }) };
}
