/** Starts an approval within the offices: the applicant is the member of staff who asks. */
import type { OfficeBody, OfficeFiling, OfficePreview, OfficeReceipt } from '@yichuang/contracts';
import {
  decide,
  refuse,
  type CaseContext,
  type CaseState,
  type CommandOf,
  type FiledMaterial,
  type ItemDefinition,
} from '@yichuang/kernel/case';
import { checkForm, computeForm } from '@yichuang/kernel/form';
import { openTasks, stepOf } from '@yichuang/kernel/flow';
import { civilDate } from '@yichuang/kernel/time';
import {
  checkSecrets,
  contextOf,
  derivedCaseId,
  digestOf,
  forecastViews,
  receiveNewCase,
  staffActor,
} from '../cases/index.ts';
import { problemTexts } from '../drafts/index.ts';
import type { Session } from '../platform/http/index.ts';
import type { Language } from '../platform/refusal.ts';
import type { OfficeDeps, OfficeOutcome } from './office-deps.ts';

type Receive = CommandOf<'ReceiveCase'>;

interface Prepared {
  readonly item: ItemDefinition;
  readonly context: CaseContext;
  readonly command: Receive;
}

/**
 * One key, one case: its id follows from who asked and the key, so that a request sent twice finds
 * the case that the first one made.
 */
export async function startOfficeCase(
  deps: OfficeDeps,
  session: Session,
  filing: OfficeFiling,
  key: string,
  language: Language,
): Promise<OfficeOutcome<OfficeReceipt>> {
  const caseId = derivedCaseId('office', deps.tenantId, session.personId, key);
  const known = await deps.cases.find(caseId);
  if (known !== undefined) return { ok: true, value: await receiptOf(deps, known.state, language) };
  const prepared = await prepare(deps, session, filing, caseId);
  if (!prepared.ok) return prepared;
  const { item, context, command } = prepared.value;
  const today = civilDate(context.at);
  const secrets = checkSecrets(deps.sealer, item.form, command.form, today);
  if (secrets.length > 0) return { ok: false, refusals: secrets };
  const received = await receiveNewCase(deps, command, context, session.personId);
  if (!received.ok) return received;
  if (filing.draftId !== undefined) await deps.store.removeDraft(session.personId, filing.draftId);
  return { ok: true, value: await receiptOf(deps, received.state, language) };
}

/** What would happen, without anything happening: the form worked out, who gets it first. */
export async function previewOfficeCase(
  deps: OfficeDeps,
  session: Session,
  body: OfficeBody,
  language: Language,
): Promise<OfficeOutcome<OfficePreview>> {
  const prepared = await prepare(deps, session, body, 'preview');
  if (!prepared.ok) return prepared;
  const { item, context, command } = prepared.value;
  if (item.form === undefined) throw new Error(`item ${item.code} has no form`);
  const form = computeForm(item.form, deps.sealer.open(command.form), context.calendar);
  const fields = checkForm(item.form, form, { today: civilDate(context.at) });
  const outcome = decide(undefined, command, context);
  const refusals = outcome.ok ? [] : outcome.refusals;
  return {
    ok: true,
    value: {
      form,
      problems: problemTexts(item, fields, refusals, language),
      next: outcome.ok ? await nextOf(deps, outcome.state, item, language) : [],
      later: outcome.ok ? await laterOf(deps, outcome.state, context, language) : [],
    },
  };
}

async function prepare(
  deps: OfficeDeps,
  session: Session,
  body: OfficeBody,
  caseId: string,
): Promise<OfficeOutcome<Prepared>> {
  const item = await deps.findItem(body.itemCode);
  if (item?.lifecycle !== 'internal' || !item.isOnline || item.form === undefined) {
    const refusals = [refuse('item-not-online', { item: item?.name ?? body.itemCode })];
    return { ok: false, refusals };
  }
  const filed = await deps.materialsOf(session.personId, body.materials ?? []);
  if (!filed.ok) return filed;
  const post = session.posts.find(({ postId }) => postId === body.postId) ?? session.posts[0];
  if (post === undefined) return { ok: false, refusals: [{ code: 'post-required' }] };
  const actor = staffActor(session);
  const context = contextOf(deps, actor, item, await deps.directory.staff());
  const party = { personId: session.personId, kind: 'natural', name: session.name ?? '' } as const;
  const materials: readonly FiledMaterial[] = filed.value;
  const command: Receive = {
    type: 'ReceiveCase',
    caseId,
    number: '',
    applicant: party,
    contact: party,
    channel: 'online',
    form: deps.sealer.seal(item.form, withoutEmpty(body.form)),
    materials,
    orgId: post.orgId,
  };
  return { ok: true, value: { item, context, command } };
}

/** A cleared field is one that was not filled in. */
function withoutEmpty(form: OfficeBody['form']): OfficeBody['form'] {
  return Object.fromEntries(
    Object.entries(form).filter(([, value]) => value !== null && value !== ''),
  );
}

async function receiptOf(
  deps: OfficeDeps,
  state: CaseState,
  language: Language,
): Promise<OfficeReceipt> {
  const item = await deps.findItem(state.itemCode, state.itemVersion);
  if (item === undefined) throw new Error(`item ${state.itemCode} is gone`);
  const orgs = await deps.directory.orgs();
  const words = { language, orgName: (id: string) => orgs.get(id)?.name };
  return {
    caseId: state.caseId,
    number: state.number,
    ...digestOf(item, state.applicant.name, state.form, words),
    next: await nextOf(deps, state, item, language),
  };
}

async function nextOf(
  deps: OfficeDeps,
  state: CaseState,
  item: ItemDefinition,
  language: Language,
): Promise<OfficePreview['next']> {
  const { flow } = item;
  if (flow === undefined) return [];
  const posts = await deps.directory.posts();
  return openTasks(state.marking).map((task) => {
    const step = stepOf(flow, task.stepId);
    const holders = task.posts.flatMap((id) => posts.get(id)?.holders ?? []);
    return {
      stepName: language === 'en' ? (step.nameEn ?? step.name) : step.name,
      holders: task.holder === undefined ? holders : [task.holder.name],
    };
  });
}

async function laterOf(
  deps: OfficeDeps,
  state: CaseState,
  context: CaseContext,
  language: Language,
): Promise<OfficePreview['later']> {
  const ahead = await forecastViews(deps, { state, context, language }, false);
  return ahead
    .filter(({ kind, isOpen, isCertain }) => kind === 'step' && !isOpen && isCertain)
    .map(({ name, holderNames }) => ({ stepName: name, holders: [...holderNames] }));
}
