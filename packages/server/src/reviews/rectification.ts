/**
 * A bad review becomes a case of the internal item that mends it: contact, mend, appeal, call back
 * are its steps with their limits, in the same kernel as everything else. The case carries nothing
 * by which its author could be told.
 * @basis 国办发〔2019〕51号: 实名差评回访整改率要达到100%
 */
import type { CaseState, CommandOf, ItemDefinition } from '@yichuang/kernel/case';
import type { FormData } from '@yichuang/kernel/form';
import { openTasks } from '@yichuang/kernel/flow';
import { addDays, civilDate } from '@yichuang/kernel/time';
import { contextOf, derivedCaseId, receiveNewCase } from '../cases/index.ts';
import { maskText } from '../letter-insight/index.ts';
import type { JobPayload } from '../platform/jobs/index.ts';
import { inviteInTx, serviceOf, tellInTx } from './invitations.ts';
import { countServed, findBySubject } from './invitations.pg.ts';
import { openContact } from './review-contact.ts';
import type { ReviewDeps } from './review-deps.ts';
import { isBad } from './review-level.ts';
import { reasonNames } from './review-reasons.ts';
import { reviewTexts } from './review-texts.ts';
import { findWorkOfCase, insertWork, updateWork } from './review-work.pg.ts';
import { findAuthor, findReview, type ReviewRow } from './service-reviews.pg.ts';
import { workFacts } from './work-facts.ts';

const SYSTEM = { kind: 'system', rule: 'review:work' } as const;

export interface ReviewWorkPayload extends JobPayload {
  readonly reviewId: string;
}

/** Opens the case of a bad review that has none yet, however often it is called. */
export async function openRectification(deps: ReviewDeps, reviewId: string): Promise<void> {
  const { db, tenantId } = deps;
  const review = await findReview(db, tenantId, reviewId);
  if (review === undefined || !isBad(review.level)) return;
  const caseId = derivedCaseId('review-work', reviewId);
  const known = await deps.cases.find(caseId);
  const state = known?.state ?? (await file(deps, review, caseId));
  const phase = openTasks(state.marking)[0]?.stepId === 'contact' ? 'contact' : 'mending';
  await insertWork(db, tenantId, { reviewId, caseId, phase });
}

async function file(deps: ReviewDeps, review: ReviewRow, caseId: string): Promise<CaseState> {
  const itemCode = deps.reviewData?.rectificationItem ?? '';
  const item = await deps.findItem(itemCode);
  if (item === undefined) throw new Error(`item ${itemCode} is gone`);
  const context = contextOf(deps, SYSTEM, item, await deps.directory.staff());
  const party = await desk(deps);
  const command: Omit<CommandOf<'ReceiveCase'>, 'number'> = {
    type: 'ReceiveCase',
    caseId,
    applicant: party,
    contact: party,
    channel: 'online',
    form: await formOf(deps, review, item),
    materials: [],
  };
  const received = await receiveNewCase(deps, command, context, 'system');
  if (!received.ok) throw new Error(`review ${review.id}: ${received.refusals[0].code}`);
  return received.state;
}

/** In whose name they are opened: nobody's, so that nobody can withdraw them. */
async function desk({ tenantId, persons }: ReviewDeps) {
  const { deskName: name } = reviewTexts['zh-CN'];
  const personId = derivedCaseId('review-desk', tenantId);
  await persons.recordNameless(personId, name);
  return { personId, kind: 'natural', name } as const;
}

async function formOf(
  deps: ReviewDeps,
  review: ReviewRow,
  item: ItemDefinition,
): Promise<FormData> {
  const [org, about, reviewed] = await Promise.all([
    deps.directory.org(review.org_id),
    namedItem(deps, review),
    reviewedStaff(deps, review),
  ]);
  const subject = [org?.name ?? review.org_id, about].filter(Boolean).join(' · ');
  const longest = item.form?.schema.properties['subject']?.maxLength ?? subject.length;
  const comment = review.comment === null ? undefined : maskText(review.comment);
  const reasons = reasonNames(deps.reviewData, review.reasons, 'zh-CN').join('、');
  return {
    subject: [...subject].slice(0, longest).join(''),
    reviewedOrg: review.org_id,
    level: String(review.level),
    month: civilDate(review.served_at).slice(0, 7),
    isNamed: review.is_named ? 'yes' : 'no',
    ...defaultsOf(item),
    ...(reasons === '' ? {} : { reasons }),
    ...(comment === undefined ? {} : { comment }),
    ...(reviewed === undefined ? {} : { reviewedStaff: reviewed }),
  };
}

/** What the item itself begins with: the days to mend in. */
function defaultsOf({ form }: ItemDefinition): FormData {
  const fields = Object.entries(form?.schema.properties ?? {});
  return Object.fromEntries(
    fields.flatMap(([field, { 'x-default': value }]) =>
      value === undefined ? [] : [[field, value] as const],
    ),
  );
}

/** Fewer than this served in a month could be told from each other by what they came for. */
const LEAST_SERVED = 5;
const SERVED_WITHIN_DAYS = 30;

/** What was reviewed, by name, where so many had it that it names nobody. */
export async function namedItem(
  deps: Pick<ReviewDeps, 'db' | 'tenantId' | 'findItem'>,
  review: Pick<ReviewRow, 'item_code' | 'org_id' | 'day'>,
): Promise<string | undefined> {
  const { item_code: itemCode, org_id: orgId, day } = review;
  if (itemCode === null) return undefined;
  const since = addDays(day, -SERVED_WITHIN_DAYS);
  const served = await countServed(deps.db, deps.tenantId, { itemCode, orgId, since });
  return served < LEAST_SERVED ? undefined : (await deps.findItem(itemCode))?.name;
}

/** Whom it is about: kept from contacting, judging and calling back (apartFrom in the item). */
async function reviewedStaff(
  { directory }: ReviewDeps,
  { staff_id: staffId }: ReviewRow,
): Promise<string | undefined> {
  if (staffId === null) return undefined;
  const posts = [...(await directory.posts()).values()];
  return posts.flatMap(({ people }) => people).find(({ personId }) => personId === staffId)?.name;
}

/** After each event of such a case: what lists and figures need; at its end a second invitation. */
export async function followRectification(deps: ReviewDeps, caseId: string): Promise<void> {
  const { db, tenantId } = deps;
  const work = await findWorkOfCase(db, tenantId, caseId);
  const found = work && (await deps.cases.find(caseId));
  if (work === undefined || found === undefined) return;
  const facts = workFacts(found.state);
  await updateWork(db, tenantId, work.review_id, facts);
  const isMended = facts.phase === 'done' && facts.verdict === null && facts.mended_at !== null;
  if (!isMended) return;
  const review = await findReview(db, tenantId, work.review_id);
  if (review?.round === 1) await inviteAgain(deps, review);
}

/** 追评: the first stays; the second is linked to it. */
async function inviteAgain(deps: ReviewDeps, review: ReviewRow): Promise<void> {
  const { db, tenantId } = deps;
  const { subject_kind: kind, subject_id: id } = review;
  const first = await findBySubject(db, tenantId, { kind, id, round: 1 });
  if (first === undefined) throw new Error(`review ${review.id} came without an invitation`);
  const author = await findAuthor(db, tenantId, review.id);
  const { phone } = openContact(deps, author?.contact_sealed ?? null);
  await db.tx(async (tx) => {
    const invited = await inviteInTx(deps, tx, { kind, id, round: 2 }, serviceOf(first));
    if (invited?.isNew !== true) return;
    await tellInTx(deps, tx, {
      template: 'review-again',
      params: {},
      token: invited.token,
      key: `review ${id} 2`,
      ...(first.person_id === null ? {} : { personId: first.person_id }),
      ...(phone === undefined ? {} : { phone }),
    });
  });
}
