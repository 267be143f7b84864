/** 一次一评: a visit at a window, opened in one click when it is over, or by filing at a counter. */
import { randomUUID } from 'node:crypto';
import type { ReviewScreen, VisitInvitation } from '@yichuang/contracts';
import type { Recorded, CaseState } from '@yichuang/kernel/case';
import { addMs, civilDate, type Instant } from '@yichuang/kernel/time';
import { derivedCaseId } from '../cases/index.ts';
import { drawQrCode } from '../documents/index.ts';
import { postsFor } from '../people/index.ts';
import type { Session } from '../platform/http/index.ts';
import type { Db } from '../platform/db/index.ts';
import { invitationKeys, shownCode, tokenHash } from './invitation-keys.ts';
import { findBySubject } from './invitations.pg.ts';
import { inviteInTx, tellInTx, type Invited } from './invitations.ts';
import { refused, type ReviewDeps, type ReviewOutcome } from './review-deps.ts';
import { findScreen, insertScreen, insertVisit, newestOpenVisit } from './visits.pg.ts';

interface Window {
  readonly orgId: string;
  readonly postId: string;
  readonly staffId: string;
}

/** The window at which somebody serves: the post named, else the first that serves citizens. */
function windowOf(session: Session, postId: string | undefined): Window | undefined {
  const posts = postsFor(session, 'case:file-on-behalf');
  const post = posts.find((each) => each.postId === postId) ?? posts[0];
  if (post === undefined) return undefined;
  return { orgId: post.orgId, postId: post.postId, staffId: session.personId };
}

export async function openVisit(
  deps: ReviewDeps,
  session: Session,
  asked: { readonly itemCode?: string; readonly postId?: string },
): Promise<ReviewOutcome<VisitInvitation>> {
  const window = windowOf(session, asked.postId);
  if (window === undefined) return refused('right-not-held');
  const { itemCode } = asked;
  if (itemCode !== undefined && (await deps.findItem(itemCode)) === undefined) {
    return refused('review-item-unknown');
  }
  const visitId = randomUUID();
  const endedAt = deps.clock.now();
  const visit = {
    id: visitId,
    ...window,
    endedAt,
    ...(itemCode === undefined ? {} : { itemCode }),
  };
  const invited = await deps.db.tx((tx) => recordInTx(deps, tx, visit));
  return invited === undefined
    ? refused('review-not-offered')
    : { ok: true, value: shownOf(deps, visitId, invited) };
}

interface Visit extends Window {
  readonly id: string;
  readonly endedAt: Instant;
  readonly itemCode?: string;
  readonly caseId?: string;
  readonly personId?: string;
}

async function recordInTx(deps: ReviewDeps, tx: Db, visit: Visit): Promise<Invited | undefined> {
  const { id, endedAt: servedAt, orgId, postId, staffId, itemCode, personId } = visit;
  await insertVisit(tx, deps.tenantId, { ...visit, day: civilDate(servedAt) });
  return inviteInTx(
    deps,
    tx,
    { kind: 'visit', id, round: 1 },
    {
      orgId,
      postId,
      staffId,
      servedAt,
      ...(itemCode === undefined ? {} : { itemCode }),
      ...(personId === undefined ? {} : { personId }),
    },
  );
}

function shownOf(
  deps: ReviewDeps,
  visitId: string,
  invited: Omit<Invited, 'isNew'>,
): VisitInvitation {
  const link = `${deps.publicUrl}/review/${invited.token}`;
  const code = shownCode(invited.code);
  const qrCode = drawQrCode(`${link}?via=qr`);
  return { visitId, link, code, qrCode, expiresAt: invited.expiresAt };
}

/** What was filed at a counter was a visit there; its id follows from the case. */
export async function visitOfFiling(
  deps: ReviewDeps,
  state: CaseState,
  { by, at }: Recorded,
): Promise<void> {
  if (state.lifecycle !== undefined || state.channel !== 'counter' || by.kind !== 'staff') return;
  const posts = await deps.directory.posts();
  const held = (await deps.directory.staff()).postsOf(by.personId);
  const postId = by.post ?? held[0];
  const orgId = postId === undefined ? undefined : posts.get(postId)?.orgId;
  if (postId === undefined || orgId === undefined) return;
  const { caseId, itemCode, contact, itemName } = state;
  const id = derivedCaseId('visit', caseId);
  const { personId } = contact;
  const visit = {
    id,
    orgId,
    postId,
    staffId: by.personId,
    endedAt: at,
    itemCode,
    caseId,
    personId,
  };
  await deps.db.tx(async (tx) => {
    const invited = await recordInTx(deps, tx, visit);
    if (invited?.isNew !== true) return;
    await tellInTx(deps, tx, {
      template: 'review-invited',
      params: { item: itemName },
      token: invited.token,
      key: `review ${id} 1`,
      caseId,
      personId,
    });
  });
}

/** The invitation of a counter's case, for who filed it: to be shown or printed there. */
export async function visitOfCase(
  deps: ReviewDeps,
  session: Session,
  caseId: string,
): Promise<VisitInvitation | undefined> {
  const found = await deps.cases.find(caseId);
  const [received] = found === undefined ? [] : await deps.cases.events(caseId);
  if (found === undefined || received === undefined) return undefined;
  if (received.by.personId !== session.personId) return undefined;
  await visitOfFiling(deps, found.state, received);
  const visitId = derivedCaseId('visit', caseId);
  const subject = { kind: 'visit', id: visitId, round: 1 } as const;
  const row = await findBySubject(deps.db, deps.tenantId, subject);
  if (row === undefined) return undefined;
  return shownOf(deps, visitId, { ...invitationKeys(deps, row.id), expiresAt: row.expires_at });
}

/** A working day at most: whoever opens the window opens its screen. */
const SCREEN_MS = 14 * 3_600_000;
/** A screen shows the visit that has just ended, not that of an hour ago. */
const SHOWN_MS = 5 * 60_000;

export async function openScreen(
  deps: ReviewDeps,
  session: Session,
  postId: string | undefined,
): Promise<ReviewOutcome<ReviewScreen>> {
  const window = windowOf(session, postId);
  if (window === undefined) return refused('right-not-held');
  const id = randomUUID();
  const openedAt = deps.clock.now();
  const expiresAt = addMs(openedAt, SCREEN_MS);
  const token = screenToken(deps, id);
  await insertScreen(deps.db, deps.tenantId, {
    id,
    ...window,
    openedAt,
    expiresAt,
    tokenHash: tokenHash(deps, token),
  });
  return { ok: true, value: { link: `${deps.publicUrl}/review/screen/${token}`, expiresAt } };
}

function screenToken({ secrets, tenantId }: ReviewDeps, id: string): string {
  return secrets.blindIndex({ tenantId, column: 'review_screen.token' }, id).slice(0, 40);
}

export interface ScreenNow {
  readonly screenId: string;
  readonly orgName: string;
  /** Of the visit that waits to be reviewed; absent while there is none. */
  readonly token?: string;
}

/** What the screen of a window shows now; undefined when it is not a screen's address. */
export async function screenNow(deps: ReviewDeps, token: string): Promise<ScreenNow | undefined> {
  const { db, tenantId } = deps;
  const now = deps.clock.now();
  const screen = await findScreen(db, tenantId, tokenHash(deps, token), now);
  if (screen === undefined) return undefined;
  const org = await deps.directory.org(screen.org_id);
  const since = addMs(now, -SHOWN_MS);
  const invitationId = await newestOpenVisit(db, tenantId, screen.staff_id, { since, now });
  return {
    screenId: screen.id,
    orgName: org?.name ?? screen.org_id,
    ...(invitationId === undefined ? {} : { token: invitationKeys(deps, invitationId).token }),
  };
}
