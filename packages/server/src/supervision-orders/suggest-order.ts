/** A new order as far as the cases fill it in that it is about: under a minute to write. */
import type { OrderStart } from '@yichuang/contracts';
import type { CaseState } from '@yichuang/kernel/case';
import { civilDate, remainingWorkingDays } from '@yichuang/kernel/time';
import { clockViews, contextOf, fill, formatDay, type CaseDesk } from '../cases/index.ts';
import type { Session } from '../platform/http/index.ts';
import { hitScopeOf } from '../supervision/index.ts';
import { findHits, type HitFacts } from './hits-of-order.pg.ts';
import type { OrderDeps } from './open-order.ts';
import { orderTexts } from './orders.messages.ts';

export interface SuggestDeps extends OrderDeps {
  readonly desk: Pick<CaseDesk, 'readable' | 'readerKeys'>;
}

const texts = orderTexts['zh-CN'];
const LONGEST_SUBJECT = 60;

export async function suggestOrder(
  deps: SuggestDeps,
  session: Session,
  about: { readonly caseIds?: readonly string[]; readonly hitIds?: readonly string[] },
): Promise<OrderStart> {
  const orgs = await deps.directory.orgs();
  const scope = hitScopeOf(session);
  const hits = await findHits(deps.db, deps.tenantId, scope, about.hitIds ?? []);
  const caseIds = new Set([
    ...(about.caseIds ?? []),
    ...hits.flatMap(({ case_id }) => case_id ?? []),
  ]);
  const found = await Promise.all([...caseIds].map((id) => deps.desk.readable(session, id)));
  const states = found.flatMap((one) => one?.state ?? []);
  const [first] = states;
  return {
    units: [...orgs.values()]
      .filter(({ kind }) => SUPERVISED_KINDS.has(kind))
      .map(({ id, name }) => ({ id, name })),
    cases: states.map(({ caseId, number, itemName: name }) => ({ caseId, number, name })),
    draft: {
      demand: texts.demand,
      feedbackDays: 5,
      source: 'warning',
      ...(first === undefined ? {} : await draftOf(deps, first, states)),
      ...(hits.length === 0 ? {} : await ofHits(deps, hits, states)),
    },
  };
}

/** Villages and counters answer through the offices that they belong to. */
const SUPERVISED_KINDS: ReadonlySet<string> = new Set(['department', 'township', 'section']);

async function draftOf(
  deps: SuggestDeps,
  first: CaseState,
  states: readonly CaseState[],
): Promise<OrderStart['draft']> {
  const unit = await deps.directory.departmentOf(first.letter?.unit ?? first.orgId);
  const told = await Promise.all(states.map((state) => tell(deps, state)));
  const title = first.letter === undefined ? undefined : first.form['title'];
  const usual = fill(texts.subject, { item: first.itemName, number: first.number });
  const subject = typeof title === 'string' ? title : usual;
  const basis = [...new Set(told.flatMap((one) => one.basis))].join('；');
  return {
    subject: [...subject].slice(0, LONGEST_SUBJECT).join(''),
    content: told
      .map((one) => one.content)
      .join('\n')
      .slice(0, 4000),
    caseIds: states.map(({ caseId }) => caseId),
    ...(unit === undefined ? {} : { unit: unit.id }),
    ...(basis === '' ? {} : { basis: basis.slice(0, 1000) }),
  };
}

/** What the rules found stands first; what the cases show follows. */
async function ofHits(
  deps: SuggestDeps,
  hits: readonly HitFacts[],
  states: readonly CaseState[],
): Promise<OrderStart['draft']> {
  const [first] = hits;
  if (first === undefined) return {};
  const told = await Promise.all(states.map((state) => tell(deps, state)));
  const lines = [...hits.map(({ says }) => says), ...told.map(({ content }) => content)];
  const unit = first.org_id === null ? undefined : await deps.directory.departmentOf(first.org_id);
  return {
    source: 'rule',
    content: lines.join('\n').slice(0, 4000),
    hitIds: hits.map(({ id }) => id),
    ruleId: first.rule_id,
    ruleVersion: first.rule_version,
    ...(unit === undefined ? {} : { unit: unit.id }),
  };
}

/** What a case shows by itself: whose it is, and which of its limits are over. */
async function tell(
  deps: SuggestDeps,
  state: CaseState,
): Promise<{ readonly content: string; readonly basis: readonly string[] }> {
  const item = await deps.findItem(state.itemCode, state.itemVersion);
  const org = await deps.directory.org(state.letter?.unit ?? state.orgId);
  const about = fill(texts.about, {
    number: state.number,
    item: state.itemName,
    unit: org?.name ?? state.orgId,
    day: formatDay(state.receivedOn, 'zh-CN'),
  });
  if (item === undefined) return { content: about, basis: [] };
  const context = contextOf(deps, { kind: 'system', rule: 'order' }, item);
  const today = civilDate(context.at);
  const late = clockViews(state, context, 'zh-CN').filter(({ light }) => light === 'red');
  const lines = late.flatMap(({ name, dueOn }) => {
    if (dueOn === undefined) return [];
    const n = -remainingWorkingDays(context.calendar, today, dueOn as typeof today);
    return fill(texts.late, { limit: name, day: formatDay(dueOn as typeof today, 'zh-CN'), n });
  });
  const basis = item.legalBasis.map(({ law, article }) => `《${law}》${article}`);
  return { content: [about, ...lines].join(''), basis };
}
