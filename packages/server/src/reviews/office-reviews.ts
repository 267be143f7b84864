/** What the office does with bad reviews: its list, who to call, what becomes public. */
import { createHash } from 'node:crypto';
import type { PublishReviewBody, ReviewContact, ReviewWork } from '@yichuang/contracts';
import { lightAt } from '@yichuang/kernel/time';
import { appendJournal } from '../ledger/index.ts';
import { maskText } from '../letter-insight/index.ts';
import type { Session } from '../platform/http/index.ts';
import type { Language } from '../platform/refusal.ts';
import { isUuid } from '../cases/index.ts';
import { openContact } from './review-contact.ts';
import { refused, type ReviewDeps, type ReviewOutcome } from './review-deps.ts';
import { reasonNames } from './review-reasons.ts';
import { findWork, listWork, publishWork, recordLook, type WorkLine } from './review-work.pg.ts';
import { findAuthor, findReview, type ReviewRow } from './service-reviews.pg.ts';
import { findCaseOf } from './visits.pg.ts';

export async function officeReviews(
  deps: ReviewDeps,
  which: 'open' | 'done',
  language: Language,
): Promise<ReviewWork[]> {
  const [rows, orgs] = await Promise.all([
    listWork(deps.db, deps.tenantId, which),
    deps.directory.orgs(),
  ]);
  return Promise.all(
    rows.map(async (row): Promise<ReviewWork> => {
      const item = row.item_code === null ? undefined : await deps.findItem(row.item_code);
      return {
        reviewId: row.review_id,
        caseId: row.case_id,
        number: row.number,
        day: row.day,
        level: row.level,
        isNamed: row.is_named,
        ...(item === undefined ? {} : { itemName: item.name }),
        orgName: orgs.get(row.org_id)?.name ?? row.org_id,
        reasons: reasonNames(deps.reviewData, row.reasons, language),
        phase: row.phase,
        isPublished: row.published_at !== null,
        ...dueOf(deps, row),
        ...wordsOf(row),
      };
    }),
  );
}

function dueOf({ clock }: ReviewDeps, row: WorkLine): Partial<ReviewWork> {
  const { due_on: dueOn, warn_at: warnAt, overdue_at: overdueAt } = row;
  if (row.phase === 'done' || dueOn === null || warnAt === null || overdueAt === null) return {};
  return { dueOn, light: lightAt({ warnAt, overdueAt }, clock.now(), { suspended: false }) };
}

function wordsOf(row: WorkLine): Partial<ReviewWork> {
  const { comment, reply, public_reply: published, verdict } = row;
  const suggested = row.public_comment ?? (comment === null ? null : maskText(comment));
  const answer = published ?? reply;
  return {
    ...(comment === null ? {} : { comment }),
    ...(suggested === null ? {} : { publicComment: suggested }),
    ...(answer === null ? {} : { reply: answer }),
    ...(verdict === null ? {} : { verdict }),
    ...(row.verdict_reason === null ? {} : { verdictReason: row.verdict_reason }),
    ...(row.second_level === null ? {} : { secondLevel: row.second_level }),
  };
}

/**
 * Who is to be called back. Never for the reviewed unit, and each look is kept.
 * @basis 国办发〔2019〕51号: 对评价人信息予以保密; 个人信息保护法 第五十一条
 */
export async function contactForOffice(
  deps: ReviewDeps,
  session: Session,
  reviewId: string,
): Promise<ReviewOutcome<ReviewContact>> {
  const { db, tenantId } = deps;
  const review = isUuid(reviewId) ? await findReview(db, tenantId, reviewId) : undefined;
  if (review === undefined || !review.is_named) return refused('review-unknown');
  if (isOfUnit(session, review)) return refused('review-of-own-unit');
  const author = await findAuthor(db, tenantId, reviewId);
  const contact = openContact(deps, author?.contact_sealed ?? null);
  const { subject_kind: kind, subject_id: subjectId } = review;
  const caseId = kind === 'case' ? subjectId : await findCaseOf(db, tenantId, subjectId);
  const found = caseId === undefined ? undefined : await deps.cases.find(caseId);
  const staffId = session.personId;
  await recordLook(db, tenantId, { reviewId, staffId, at: deps.clock.now() });
  const caseNumber = found?.state.number;
  return {
    ok: true,
    value: { ...contact, ...(caseNumber === undefined ? {} : { caseNumber }) },
  };
}

/** Whether the reader works where the service was rendered, or rendered it. */
function isOfUnit(
  { posts, personId }: Session,
  { org_id: orgId, staff_id: staffId }: ReviewRow,
): boolean {
  return personId === staffId || posts.some((post) => post.orgId === orgId);
}

/** The wording that everybody reads: checked by a person of the office. */
export async function publishReview(
  deps: ReviewDeps,
  session: Session,
  reviewId: string,
  { comment, reply }: PublishReviewBody,
): Promise<ReviewOutcome<undefined>> {
  return setPublished(deps, session, reviewId, {
    at: deps.clock.now(),
    comment: textOf(comment),
    reply: reply.normalize('NFC').trim(),
  });
}

export async function unpublishReview(
  deps: ReviewDeps,
  session: Session,
  reviewId: string,
): Promise<ReviewOutcome<undefined>> {
  return setPublished(deps, session, reviewId, { at: null, comment: null, reply: null });
}

/** Never by the reviewed unit, and each time in the journal: what was public cannot be denied. */
async function setPublished(
  deps: ReviewDeps,
  session: Session,
  reviewId: string,
  wording: Omit<Parameters<typeof publishWork>[3], 'by'>,
): Promise<ReviewOutcome<undefined>> {
  const { db, tenantId } = deps;
  const review = isUuid(reviewId) ? await findReview(db, tenantId, reviewId) : undefined;
  const work = review && (await findWork(db, tenantId, reviewId));
  if (review === undefined || work === undefined) return refused('review-unknown');
  if (isOfUnit(session, review)) return refused('review-of-own-unit');
  const { personId: by, name = '' } = session;
  const actor = { kind: 'staff', personId: by, name } as const;
  const isDone = await db.tx(async (tx) => {
    if (!(await publishWork(tx, tenantId, reviewId, { ...wording, by }))) return false;
    const entry = { ...publishedEntry(wording), actor, at: deps.clock.now() };
    await appendJournal(tx, tenantId, `review:${reviewId}`, [entry]);
    return true;
  });
  return isDone ? { ok: true, value: undefined } : refused('review-not-finished');
}

function publishedEntry({ at, comment, reply }: Omit<Parameters<typeof publishWork>[3], 'by'>) {
  if (at === null) return { type: 'ReviewUnpublished', data: {} };
  const hash = createHash('sha256').update(JSON.stringify([comment, reply]));
  return { type: 'ReviewPublished', data: { wordingHash: hash.digest('hex') } };
}

function textOf(typed: string): string | null {
  const text = typed.normalize('NFC').trim();
  return text === '' ? null : text;
}
