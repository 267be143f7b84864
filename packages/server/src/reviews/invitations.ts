/**
 * Invitations: who was served may say how it was. Nobody has to, and silence is no opinion.
 * @basis 国办发〔2019〕51号: 坚持服务对象自愿自主评价的原则
 */
import type { CaseState } from '@yichuang/kernel/case';
import { addDays, civilDate, startOfDay, type Instant } from '@yichuang/kernel/time';
import { derivedCaseId } from '../cases/index.ts';
import type { NoticeToQueue } from '../notices/index.ts';
import type { Db } from '../platform/db/index.ts';
import { invitationKeys, codeHash, tokenHash, type InvitationKeys } from './invitation-keys.ts';
import {
  findBySubject,
  insertInvitation,
  openClosed,
  type InvitationRow,
  type Subject,
} from './invitations.pg.ts';
import type { ReviewDeps } from './review-deps.ts';

/** What was rendered, by whom, to whom. */
interface Service {
  readonly itemCode?: string;
  readonly orgId: string;
  readonly postId?: string;
  readonly staffId?: string;
  readonly personId?: string;
  readonly servedAt: Instant;
}

export interface Invited extends InvitationKeys {
  readonly expiresAt: Instant;
  readonly isNew: boolean;
}

type InviteDeps = Pick<ReviewDeps, 'tenantId' | 'secrets' | 'clock' | 'reviewData'>;

/** The same subject and round always gives the same invitation. */
export async function inviteInTx(
  deps: InviteDeps,
  tx: Db,
  subject: Subject,
  service: Service,
): Promise<Invited | undefined> {
  const { tenantId, reviewData } = deps;
  if (reviewData === undefined) return undefined;
  const openedOn = civilDate(deps.clock.now());
  const expiresAt = startOfDay(addDays(openedOn, reviewData.openDays + 1));
  const keys = invitationKeys(deps, invitationId(subject));
  const isNew =
    (await insertInTx(deps, tx, subject, service, expiresAt)) ||
    (subject.round === 2 && (await openClosed(tx, tenantId, invitationId(subject), expiresAt)));
  return { ...keys, expiresAt, isNew };
}

/**
 * The second invitation of a visit is laid with the first review, closed until that is mended: who
 * served has shown the first link, so whoever leaves no phone takes this one along.
 */
export async function laySecondInTx(
  deps: InviteDeps,
  tx: Db,
  { kind, id }: Pick<Subject, 'kind' | 'id'>,
  service: Service,
): Promise<void> {
  await insertInTx(deps, tx, { kind, id, round: 2 }, service, service.servedAt);
}

/** Laid and not opened: it ends where the service did. */
export function isClosed({ round, expires_at: end, served_at: at }: InvitationRow): boolean {
  return round === 2 && end <= at;
}

/** By which whoever gave the first review comes back. */
export function secondKeys(deps: InviteDeps, { kind, id }: Omit<Subject, 'round'>): InvitationKeys {
  return invitationKeys(deps, invitationId({ kind, id, round: 2 }));
}

function insertInTx(
  deps: InviteDeps,
  tx: Db,
  subject: Subject,
  service: Service,
  expiresAt: Instant,
): Promise<boolean> {
  const id = invitationId(subject);
  const keys = invitationKeys(deps, id);
  return insertInvitation(tx, deps.tenantId, {
    id,
    subject_kind: subject.kind,
    subject_id: subject.id,
    round: subject.round,
    token_hash: tokenHash(deps, keys.token),
    code_hash: codeHash(deps, keys.code),
    item_code: service.itemCode ?? null,
    org_id: service.orgId,
    post_id: service.postId ?? null,
    staff_id: service.staffId ?? null,
    person_id: service.personId ?? null,
    served_at: service.servedAt,
    day: civilDate(service.servedAt),
    expires_at: expiresAt,
  });
}

export function serviceOf(row: InvitationRow): Service {
  return {
    orgId: row.org_id,
    servedAt: row.served_at,
    ...(row.item_code === null ? {} : { itemCode: row.item_code }),
    ...(row.post_id === null ? {} : { postId: row.post_id }),
    ...(row.staff_id === null ? {} : { staffId: row.staff_id }),
    ...(row.person_id === null ? {} : { personId: row.person_id }),
  };
}

function invitationId({ kind, id, round }: Subject): string {
  return derivedCaseId('review-invitation', kind, id, round);
}

/** Open now: neither used nor expired. */
function isOpen(row: InvitationRow, now: Instant): boolean {
  return row.used_at === null && row.expires_at > now;
}

/** The link under which the service may be reviewed now; undefined when it may not. */
export async function openInvitationOf(
  deps: Pick<ReviewDeps, 'db' | 'tenantId' | 'secrets' | 'clock'>,
  caseId: string,
): Promise<{ readonly token: string; readonly round: 1 | 2 } | undefined> {
  const now = deps.clock.now();
  for (const round of [2, 1] as const) {
    const row = await findBySubject(deps.db, deps.tenantId, { kind: 'case', id: caseId, round });
    if (row !== undefined && isOpen(row, now)) {
      return { token: invitationKeys(deps, row.id).token, round };
    }
  }
  return undefined;
}

/**
 * 一事一评: once an online case is over, whichever way, its contact is invited. What was filed at a
 * counter is reviewed as a visit there; parts of a whole are reviewed with it; letters have ratings
 * of their own.
 */
export async function inviteAfterCase(deps: ReviewDeps, state: CaseState): Promise<void> {
  const isOnline = state.lifecycle === undefined && state.channel === 'online';
  if (!isOnline || state.parent !== undefined || state.concludedAt === undefined) return;
  const { caseId, itemCode, orgId, contact, concludedAt: servedAt } = state;
  const service = { itemCode, orgId, personId: contact.personId, servedAt };
  const subject = { kind: 'case', id: caseId, round: 1 } as const;
  await deps.db.tx(async (tx) => {
    const invited = await inviteInTx(deps, tx, subject, service);
    if (invited?.isNew !== true) return;
    await tellInTx(deps, tx, {
      template: 'review-invited',
      params: { item: state.itemName },
      token: invited.token,
      key: `review ${caseId} 1`,
      caseId,
      personId: contact.personId,
    });
  });
}

interface Telling extends Pick<NoticeToQueue, 'template' | 'params' | 'caseId'> {
  readonly token: string;
  readonly key: string;
  readonly personId?: string;
  /** Where no person is known: a phone that was left for calling back. */
  readonly phone?: string;
}

/** In the inbox and by a short message; the link says which of the two it was. */
export async function tellInTx(deps: ReviewDeps, tx: Db, telling: Telling): Promise<void> {
  const { token, key, personId, phone, params, ...notice } = telling;
  if (personId === undefined && phone === undefined) return;
  for (const channel of personId === undefined ? (['sms'] as const) : (['inbox', 'sms'] as const)) {
    const via = channel === 'sms' ? '?via=sms' : '';
    await deps.notices.queueInTx(tx, {
      ...notice,
      channel,
      params: { ...params, link: `${deps.publicUrl}/review/${token}${via}` },
      dedupeKey: `${key} ${channel}`,
      ...(personId === undefined ? {} : { personId }),
      ...(phone === undefined || channel === 'inbox' ? {} : { address: phone }),
    });
  }
}
