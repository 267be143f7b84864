/** Opens an order: by a supervisor, or by the system where a rule says so. */
import type { OrderBody } from '@yichuang/contracts';
import {
  actorRef,
  hasEnded,
  refuse,
  type Actor,
  type CommandOf,
  type PersonRef,
} from '@yichuang/kernel/case';
import type { FormValue } from '@yichuang/kernel/form';
import {
  contextOf,
  derivedCaseId,
  receiveNewCase,
  staffActor,
  type CaseDeps,
  type CaseStore,
} from '../cases/index.ts';
import type { Session } from '../platform/http/index.ts';
import type { Refusal } from '../platform/refusal.ts';
import { markHitsOrdered } from '../supervision/index.ts';
import { linkOrder, putOrder } from './order-rows.pg.ts';
import { ORDER_ITEM, orderFacts } from './order-row.ts';

/** Between the ids of hits in the order's form. */
export const HITS_APART = '、';

export interface OrderDeps extends CaseDeps {
  readonly cases: CaseStore;
}

/** `key`: said twice, one order. A rule's order stands in the name of the supervisors on duty. */
export interface OrderOrigin {
  readonly key: string;
  readonly by: Session | { readonly rule: string };
}

export type OpenedOrder =
  | { readonly ok: true; readonly caseId: string; readonly number: string }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * @throws an operating error when the database cannot be written
 */
export async function openOrder(
  deps: OrderDeps,
  body: OrderBody,
  { key, by: who }: OrderOrigin,
): Promise<OpenedOrder> {
  const item = await deps.findItem(ORDER_ITEM);
  const starter = 'rule' in who ? await onDuty(deps, who.rule) : starterOf(who);
  if (item?.form === undefined || starter === undefined) {
    return { ok: false, refusals: [refuse('item-not-online', { item: item?.name ?? ORDER_ITEM })] };
  }
  const { person, actor, orgId } = starter;
  const caseId = derivedCaseId('supervision-order', deps.tenantId, person.personId, key);
  const party = { ...person, kind: 'natural' } as const;
  const command: Omit<CommandOf<'ReceiveCase'>, 'number'> = {
    type: 'ReceiveCase',
    caseId,
    applicant: party,
    contact: party,
    channel: 'online',
    form: { ...formOf(body), ...(await numbersOf(deps, body.caseIds)) },
    materials: [],
    orgId,
  };
  const context = contextOf(deps, actor, item, await deps.directory.staff());
  const received = await receiveNewCase(deps, command, context, actorId(actor));
  if (!received.ok) return received;
  const { state } = received;
  // After the case: a crash in between is made good by the follow-up, or by asking once more.
  await putOrder(deps.db, deps.tenantId, caseId, state.receivedAt, orderFacts(state));
  await linkOrder(deps.db, deps.tenantId, caseId, body);
  const at = state.receivedAt;
  const by = actorRef(actor);
  // Asked once more after it ended: it answers no hit any longer.
  if (!hasEnded(state))
    await markHitsOrdered(deps.db, deps.tenantId, body.hitIds, { caseId, at, by });
  return { ok: true, caseId, number: state.number };
}

interface Starter {
  readonly person: PersonRef;
  readonly actor: Actor;
  readonly orgId: string;
}

function starterOf(session: Session): Starter {
  const actor = staffActor(session);
  // In the post that supervises, where somebody holds others as well.
  const post = session.posts.find(({ capabilities }) => capabilities.includes('supervise'));
  const { personId, name } = actor;
  const orgId = post?.orgId ?? actor.orgId;
  return { person: { personId, name }, actor: { ...actor, orgId }, orgId };
}

/** The first holder of a supervisor's post: returns and questions about the order come to them. */
async function onDuty({ directory }: OrderDeps, rule: string): Promise<Starter | undefined> {
  const posts = [...(await directory.posts()).values()].filter(({ role }) => role === 'supervisor');
  const [post] = posts
    .filter(({ people }) => people.length > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const [person] = post?.people ?? [];
  if (post === undefined || person === undefined) return undefined;
  return { person, actor: { kind: 'system', rule }, orgId: post.orgId };
}

function actorId(actor: Actor): string {
  return actor.kind === 'system' ? 'system' : actor.personId;
}

const LONGEST_NUMBERS = 300;

/** 办件编号, for the form and the document; an order is about few cases. */
async function numbersOf(
  { cases }: OrderDeps,
  caseIds: readonly string[],
): Promise<Readonly<Record<string, FormValue>>> {
  const found = await Promise.all(caseIds.map((id) => cases.find(id)));
  const numbers = found.flatMap((one) => one?.state.number ?? []).join('、');
  return numbers === '' ? {} : { caseNumbers: numbers.slice(0, LONGEST_NUMBERS) };
}

function formOf(body: OrderBody): Readonly<Record<string, FormValue>> {
  const { caseIds: _cases, hitIds, ruleVersion, ...form } = body;
  return {
    ...form,
    ...(hitIds.length === 0 ? {} : { hitIds: hitIds.join(HITS_APART).slice(0, 600) }),
    ...(ruleVersion === undefined ? {} : { ruleVersion: String(ruleVersion) }),
  };
}
