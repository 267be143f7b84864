/** One review of one service: by whoever holds its invitation, once, in their own words. */
import { createHash, randomUUID } from 'node:crypto';
import type { ReviewBody, ReviewChannelName, ReviewReceipt } from '@yichuang/contracts';
import { actorRef } from '@yichuang/kernel/case';
import { civilDate } from '@yichuang/kernel/time';
import { drawQrCode } from '../documents/index.ts';
import { appendJournal } from '../ledger/index.ts';
import { ConstraintViolation } from '../platform/operating-error.ts';
import { addressKey, limitKey } from '../platform/rate-limit/index.ts';
import type { Refusal } from '../platform/refusal.ts';
import { codeHash, invitationKeys, shownCode } from './invitation-keys.ts';
import { findByKey, useInvitation, type InvitationRow } from './invitations.pg.ts';
import { isClosed, laySecondInTx, secondKeys, serviceOf } from './invitations.ts';
import { sealContact, typedContact, type Contact } from './review-contact.ts';
import { refused, type ReviewDeps, type ReviewOutcome } from './review-deps.ts';
import { reasonsFor } from './review-reasons.ts';
import { isBad } from './review-level.ts';
import { openRectification } from './rectification.ts';
import { invitationOf, isKnownAtWindow } from './review-form.ts';
import {
  findReviewOf,
  insertReview,
  isStaff,
  type AuthorRow,
  type ReviewRow,
} from './service-reviews.pg.ts';

/** From where it comes; kept as keyed hashes that tell only whether two are the same. */
export interface ReviewOrigin {
  readonly ip: string;
  readonly userAgent: string;
  /** Of a resident who is logged in. */
  readonly personId?: string | undefined;
  /** Of staff who are logged in in the same browser: a fact for the supervisor. */
  readonly staffId?: string | undefined;
  /** The window's screen on which it was given. */
  readonly screenId?: string | undefined;
}

/** A hall shares one address; a machine that guesses tokens does not need many minutes. */
const READ_RATE = { limit: 240, windowMs: 10 * 60_000 };
const WRITE_RATE = { limit: 60, windowMs: 10 * 60_000 };
const CODE_RATE = { limit: 60, windowMs: 10 * 60_000 };

export async function admitReader(deps: ReviewDeps, ip: string): Promise<Refusal | undefined> {
  const taken = await deps.limiter.take(`review-read ${addressKey(deps, ip)}`, READ_RATE);
  return taken.ok ? undefined : taken.refusal;
}

/** The token that a paper code stands for. */
export async function tokenOfCode(
  deps: ReviewDeps,
  code: string,
  ip: string,
): Promise<ReviewOutcome<string>> {
  const taken = await deps.limiter.take(`review-code ${addressKey(deps, ip)}`, CODE_RATE);
  if (!taken.ok) return { ok: false, refusals: [taken.refusal] };
  const row = await findByKey(deps.db, deps.tenantId, 'code_hash', codeHash(deps, code));
  if (row === undefined) return refused('review-code-unknown');
  return { ok: true, value: invitationKeys(deps, row.id).token };
}

/**
 * Said once and kept as it was said. A bad one becomes work at once, and again by a job should the
 * process die in between.
 */
export async function writeReview(
  deps: ReviewDeps,
  token: string,
  body: ReviewBody,
  origin: ReviewOrigin,
): Promise<ReviewOutcome<ReviewReceipt>> {
  const from = origin.screenId ?? addressKey(deps, origin.ip);
  const taken = await deps.limiter.take(`review-write ${from}`, WRITE_RATE);
  if (!taken.ok) return { ok: false, refusals: [taken.refusal] };
  const row = await invitationOf(deps, token);
  if (row === undefined) return refused('review-invitation-unknown');
  if (origin.screenId !== undefined && origin.staffId !== undefined) {
    return refused('review-screen-of-staff');
  }
  if (isClosed(row)) return refused('review-not-mended');
  if (row.expires_at <= deps.clock.now()) return refused('review-invitation-expired');
  const wrong = refuseReasons(deps, row, body);
  if (wrong !== undefined) return wrong;
  const contact = await contactOf(deps, row, body);
  if (contact === undefined) return refused('review-phone-needed');
  // Only after what is wrong with the answer: a wrong one must not tell whether one was given.
  if (row.used_at !== null) return refused('review-given-already');
  const review = await reviewOf(deps, row, body, origin);
  const author = await authorOf(deps, row, review, contact, origin);
  const written = await store(deps, row, review, author);
  if (!written) return refused('review-given-already');
  if (isBad(review.level)) {
    deps.jobs.wake();
    await openRectification(deps, review.id);
  }
  const { id: reviewId, level, is_named: isNamed } = review;
  const again = isKnownAtWindow(row) ? { again: wayBack(deps, row) } : {};
  return { ok: true, value: { reviewId, level, isBad: isBad(level), isNamed, ...again } };
}

/** Told once, to whoever gave the first: nobody can work it out from the first link. */
function wayBack(
  deps: ReviewDeps,
  { subject_kind: kind, subject_id: id }: InvitationRow,
): NonNullable<ReviewReceipt['again']> {
  const { token, code } = secondKeys(deps, { kind, id });
  const qrCode = drawQrCode(`${deps.publicUrl}/review/${token}`);
  return { token, code: shownCode(code), qrCode };
}

function refuseReasons(
  { reviewData }: ReviewDeps,
  row: InvitationRow,
  { level, reasons = [] }: ReviewBody,
): Extract<ReviewOutcome<never>, { readonly ok: false }> | undefined {
  if (reviewData === undefined) return refused('review-invitation-unknown');
  const offered = reasonsFor(reviewData, row.item_code ?? undefined, 'zh-CN');
  const known = new Set(offered.filter(({ levels }) => levels.includes(level)).map((r) => r.code));
  const unknown = reasons.find((code) => !known.has(code));
  return unknown === undefined ? undefined : refused('review-reason-unknown', { reason: unknown });
}

/** Empty for who stays nameless; undefined where somebody wants a call and left no phone. */
async function contactOf(
  { persons }: ReviewDeps,
  { person_id: personId }: InvitationRow,
  { isNamed, name, phone }: ReviewBody,
): Promise<Contact | undefined> {
  if (isNamed !== true) return {};
  const typed = typedContact(name, phone);
  if (typed !== undefined || personId === null) return typed;
  const known = await persons.get(personId);
  if (known.phone === undefined) return undefined;
  return { phone: known.phone, ...(known.name === undefined ? {} : { name: known.name }) };
}

async function reviewOf(
  deps: ReviewDeps,
  row: InvitationRow,
  body: ReviewBody,
  origin: ReviewOrigin,
): Promise<ReviewRow> {
  const at = deps.clock.now();
  const { subject_kind: kind, subject_id: id } = row;
  const first =
    row.round === 1
      ? undefined
      : await findReviewOf(deps.db, deps.tenantId, { kind, id, round: 1 });
  const comment = (body.comment ?? '').normalize('NFC').trim();
  return {
    id: randomUUID(),
    subject_kind: kind,
    subject_id: id,
    round: row.round,
    first_id: first?.id ?? null,
    level: body.level,
    reasons: [...new Set(body.reasons)],
    comment: comment === '' ? null : comment,
    channel: channelOf(body.via, origin),
    item_code: row.item_code,
    org_id: row.org_id,
    post_id: row.post_id,
    staff_id: row.staff_id,
    is_named: body.isNamed === true,
    served_at: row.served_at,
    at,
    day: civilDate(at),
  };
}

const MOBILE = /Mobile|Android|iPhone|iPad|HarmonyOS/iu;

/** What the link says, else what the browser is; a window's screen is known by its own token. */
function channelOf(
  via: string | undefined,
  { screenId, userAgent }: ReviewOrigin,
): ReviewChannelName {
  if (screenId !== undefined) return 'hall-pad';
  if (via === 'sms' || via === 'qr' || via === 'paper') return via;
  return MOBILE.test(userAgent) ? 'mobile' : 'pc';
}

async function authorOf(
  deps: ReviewDeps,
  row: InvitationRow,
  review: ReviewRow,
  contact: Contact,
  origin: ReviewOrigin,
): Promise<AuthorRow> {
  const { db, tenantId } = deps;
  const typed = contact.phone === undefined ? undefined : deps.persons.findByPhone(contact.phone);
  const persons = [row.person_id, origin.personId, await typed].filter(
    (id): id is string => typeof id === 'string',
  );
  return {
    // Whoever stays nameless is nowhere named; only that it was one of the staff is kept.
    person_id: review.is_named ? row.person_id : null,
    contact_sealed: contact.phone === undefined ? null : sealContact(deps, contact),
    // Of a screen too: its address opened on a second device is a fact for the supervisor.
    device_hash: limitKey(deps, `review-device ${origin.ip} ${origin.userAgent}`),
    address_hash: addressKey(deps, origin.ip),
    screen_id: origin.screenId ?? null,
    staff_session_of: origin.staffId ?? null,
    is_own_staff: origin.staffId !== undefined || (await isStaff(db, tenantId, persons)),
  };
}

/** @returns false when somebody was faster with the same invitation */
async function store(
  deps: ReviewDeps,
  row: InvitationRow,
  review: ReviewRow,
  author: AuthorRow,
): Promise<boolean> {
  const { db, tenantId, jobs } = deps;
  try {
    return await db.tx(async (tx) => {
      if (!(await useInvitation(tx, tenantId, row.id, review.at))) return false;
      await insertReview(tx, tenantId, review, author);
      if (isKnownAtWindow(row)) {
        await laySecondInTx(
          deps,
          tx,
          { kind: row.subject_kind, id: row.subject_id },
          serviceOf(row),
        );
      }
      await appendJournal(tx, tenantId, `review:${review.id}`, [entryOf(review)]);
      if (isBad(review.level)) {
        await jobs.enqueueInTx(tx, REVIEW_WORK, { tenantId, reviewId: review.id });
      }
      return true;
    });
  } catch (error) {
    if (error instanceof ConstraintViolation && error.constraint === 'service_review_once') {
      return false;
    }
    throw error;
  }
}

/** The job that opens the work of a bad review. */
export const REVIEW_WORK = 'review-work';

/** What the journal proves of it: everything that counts, of the words only their hash. */
function entryOf(review: ReviewRow) {
  const { level, reasons, channel, round, comment, at } = review;
  const { org_id: orgId, item_code: itemCode, first_id: firstId, is_named: isNamed } = review;
  const commentHash =
    comment === null ? null : createHash('sha256').update(`${review.id}\n${comment}`).digest('hex');
  return {
    type: 'ServiceReviewed',
    actor: actorRef({ kind: 'system', rule: 'review' }),
    data: { level, reasons, channel, round, firstId, orgId, itemCode, isNamed, commentHash },
    at,
  };
}
