/** What is asked of whoever holds an invitation, and which one a token opens. */
import type { ReviewForm } from '@yichuang/contracts';
import type { Language } from '../platform/refusal.ts';
import { invitationKeys, shownCode, tokenHash } from './invitation-keys.ts';
import { findByKey, findBySubject, type InvitationRow } from './invitations.pg.ts';
import { isClosed } from './invitations.ts';
import type { ReviewDeps } from './review-deps.ts';
import { isBad } from './review-level.ts';
import { reasonsFor } from './review-reasons.ts';
import { findReplyTo, findWork } from './review-work.pg.ts';
import { findReviewOf, type ReviewRow } from './service-reviews.pg.ts';

/**
 * The invitation that a token opens; once its first round is mended, that of the second. The window
 * has seen a visit's first token: the second goes to the reviewer alone, by message.
 */
export async function invitationOf(
  deps: ReviewDeps,
  token: string,
): Promise<InvitationRow | undefined> {
  const { db, tenantId } = deps;
  const row = await findByKey(db, tenantId, 'token_hash', tokenHash(deps, token));
  if (row === undefined || isKnownAtWindow(row)) return row;
  if (row.round === 2 || row.used_at === null) return row;
  const again = { kind: row.subject_kind, id: row.subject_id, round: 2 } as const;
  return (await findBySubject(db, tenantId, again)) ?? row;
}

/** Who served has shown this token and may ask with it whether that visitor said anything. */
export function isKnownAtWindow({ subject_kind: kind, round }: InvitationRow): boolean {
  return kind === 'visit' && round === 1;
}

/** What is asked of whoever holds the token. */
export async function reviewForm(
  deps: ReviewDeps,
  token: string,
  language: Language,
): Promise<ReviewForm | undefined> {
  const { db, tenantId, reviewData } = deps;
  const row = await invitationOf(deps, token);
  if (row === undefined || reviewData === undefined) return undefined;
  const [item, org, first] = await Promise.all([
    row.item_code === null ? undefined : deps.findItem(row.item_code),
    deps.directory.org(row.org_id),
    row.round === 1
      ? undefined
      : findReviewOf(db, tenantId, { kind: row.subject_kind, id: row.subject_id, round: 1 }),
  ]);
  const closed = isClosed(row) ? await closedOf(deps, row, first) : undefined;
  const isMended = first !== undefined && closed === undefined;
  const reply = isMended ? await findReplyTo(db, tenantId, first.id) : undefined;
  const itemName = language === 'en' ? (item?.nameEn ?? item?.name) : item?.name;
  return {
    subject: row.subject_kind,
    round: row.round,
    ...(itemName === undefined ? {} : { itemName }),
    orgName: org?.name ?? row.org_id,
    servedOn: row.day,
    expiresAt: row.expires_at,
    isUsed: row.used_at !== null && !isKnownAtWindow(row),
    isExpired: closed === undefined && row.expires_at <= deps.clock.now(),
    ...(closed === undefined ? {} : { closed }),
    reasons: reasonsFor(reviewData, row.item_code ?? undefined, language),
    ...(reply === undefined ? {} : { reply }),
    ...(first === undefined ? {} : { firstLevel: first.level }),
    isKnown: row.person_id !== null,
  };
}

/** Why a second rating cannot be given, and the code by which one comes back once it can. */
async function closedOf(
  deps: ReviewDeps,
  row: InvitationRow,
  first: ReviewRow | undefined,
): Promise<ReviewForm['closed']> {
  const code = shownCode(invitationKeys(deps, row.id).code);
  const openDays = deps.reviewData?.openDays ?? 0;
  if (first === undefined || !isBad(first.level)) {
    return { because: 'nothing-to-mend', code, openDays };
  }
  const work = await findWork(deps.db, deps.tenantId, first.id);
  const isCounted = (work?.verdict ?? null) === null;
  return { because: isCounted ? 'being-mended' : 'not-counted', code, openDays };
}
