/** 转送, 交办: the letter goes to the unit that has to deal with it. */
import { civilDate } from '../time/index.ts';
import { isLive, stepsOf, type StepNode, type TaskState } from '../flow/index.ts';
import { isAccusedUnit } from './accused.ts';
import { startClock } from './clocks.ts';
import type { CaseContext } from './commands.ts';
import type { Referral } from './letter.ts';
import { acceptanceLimit, knownLetter } from './letters.ts';
import { orderDocumentFor } from './order-document.ts';
import type { HeldTask } from './permissions.ts';
import { postAt, roleAddress } from './post-at.ts';
import type { Proceeding } from './proceeding.ts';
import { recordCopies } from './record-copies.ts';
import { refuse, type Refusal } from './refusals.ts';
import type { CaseState } from './state.ts';

/** The post of a unit that takes in what is referred to it, where the flow names no other. */
const RECEPTION = '@reception:unit';

/** A step whose post follows the unit is where units receive; the first one is the office's. */
export function isReception({ duty, posts }: StepNode): boolean {
  return duty === 'intake' && posts.some(isOfUnit);
}

function isOfUnit(post: string): boolean {
  return post.endsWith(':unit');
}

/**
 * What is confidential is received by other people of the unit than what is not. Absent where no
 * step follows a unit: a review stays with the body that was asked for it.
 */
function unitPost({ item: { flow } }: Pick<CaseContext, 'item'>): string | undefined {
  const steps = flow === undefined ? [] : stepsOf(flow);
  const step = steps.find(isReception) ?? steps.find(({ posts }) => posts.some(isOfUnit));
  return step?.posts.find(isOfUnit);
}

function receptionPost(context: Pick<CaseContext, 'item'>): string {
  return unitPost(context) ?? RECEPTION;
}

export function checkReferral(
  state: CaseState,
  { toOrg, coUnits = [], reportBy, manner, procedure }: Referral,
  context: CaseContext,
): Refusal[] {
  if (unitPost(context) === undefined) return [refuse('wrong-duty', { duty: 'intake' })];
  if (toOrg.trim() === '') return [refuse('unit-required')];
  const accused = [toOrg, ...coUnits].find((orgId) => isAccusedUnit(state, orgId));
  if (accused !== undefined) return [refuse('accused-unit')];
  if (coUnits.includes(toOrg)) return [refuse('lead-unit-twice')];
  const { postOf } = context;
  const role = roleAddress(receptionPost(context))?.role ?? '';
  const isReachable = (orgId: string): boolean => postOf?.(role, orgId) !== undefined;
  if (postOf !== undefined && ![toOrg, ...coUnits].every(isReachable)) {
    return [refuse('unit-without-reception')];
  }
  if (procedure === 'simple' && context.item.letter?.simple === undefined) {
    return [refuse('simple-not-possible')];
  }
  if (manner !== 'assign') return [];
  // 交办 asks for a report back by a day.
  const isPast = reportBy !== undefined && reportBy < civilDate(context.at);
  return reportBy === undefined || isPast ? [refuse('report-day-required')] : [];
}

/** Records the referral and what it starts: limits of the unit, its document, copies to others. */
export function recordReferral(p: Proceeding, held: HeldTask, referral: Referral): void {
  const { letter } = knownLetter(p);
  const { toOrg, manner, note, coUnits = [], reportBy, procedure } = referral;
  const referralId = `f${letter.referrals.length + 1}`;
  p.emit({
    type: 'CaseReferred',
    referralId,
    manner,
    fromStep: held.step.id,
    fromPosts: held.task.posts,
    toOrg,
    coUnits,
    note,
    ...(reportBy === undefined ? {} : { reportBy }),
  });
  if (procedure === 'simple') {
    p.emit({ type: 'ProcedureChosen', procedure, reason: note });
  }
  if (p.state().phase === 'received') startReferralClocks(p, referralId);
  orderDocumentFor(p, manner === 'assign' ? 'assigned' : 'referred');
  const to = coUnits.map((orgId) => ({ post: receptionOf(p, orgId) }));
  if (to.length > 0) recordCopies(p, { to, note, isForOpinion: true });
}

function startReferralClocks(p: Proceeding, referralId: string): void {
  const { letter, definition } = knownLetter(p);
  const from = civilDate(p.context.at);
  const acceptance = acceptanceLimit(definition, letter.procedure);
  if (definition.acceptanceFrom === 'referral' && acceptance !== undefined && !isUnreachable(p)) {
    const { ruleId, amount } = acceptance;
    startClock(p, {
      clockId: `acceptance#${referralId}`,
      kind: 'acceptance',
      ruleId,
      amount,
      from,
    });
  }
  const { objection } = definition;
  if (objection === undefined) return;
  const { ruleId, amount } = objection;
  startClock(p, { clockId: `objection#${referralId}`, kind: 'objection', ruleId, amount, from });
}

/**
 * Nobody can be told.
 * @basis 信访工作条例 第二十三条: 但信访人的姓名（名称）、住址不清的除外。
 */
export function isUnreachable(p: Proceeding): boolean {
  return p.state().letter?.isAnonymous === true;
}

export function receptionOf(p: Proceeding, orgId: string): string {
  const of = { orgId, form: {}, letter: { unit: orgId } };
  return postAt(receptionPost(p.context), of, p.context);
}

/** To other posts, as a task of the same step: levels need no steps of their own. */
export function moveTask(p: Proceeding, task: TaskState, post: string, reason: string): void {
  if (!isLive(task)) throw new Error('only a live task moves');
  p.emit({
    type: 'TaskTransferred',
    taskId: task.taskId,
    ...(task.holder === undefined ? {} : { from: task.holder }),
    to: { post },
    reason,
    cause: 'referred',
  });
}
