import type { ActorRef } from '@yichuang/kernel/case';
import { isUuid } from '../cases/index.ts';
import { appendJournal } from '../ledger/index.ts';
import type { Session } from '../platform/http/index.ts';
import type { Refusal } from '../platform/refusal.ts';
import { findHit } from './find-hits.pg.ts';
import type { SupervisionDeps } from './hit-deps.ts';
import { hitScopeOf } from './hit-scope.ts';
import { markHit } from './hit-store.pg.ts';
import { hitStream, moveHit } from './record-hits.ts';
import { isAbout } from './view-hit.ts';

export type Outcome = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };

const DONE: Outcome = { ok: true };
const refused = (code: string): Outcome => ({ ok: false, refusal: { code } });

export function staffRef({ personId, name = '' }: Session): ActorRef {
  return { kind: 'staff', personId, name };
}

/** Whether somebody may do anything about a hit: they see it, and it is not about themselves. */
export async function checkReach(
  { db, tenantId }: Pick<SupervisionDeps, 'db' | 'tenantId'>,
  session: Session,
  hitId: string,
): Promise<Outcome> {
  const scope = hitScopeOf(session);
  const row = isUuid(hitId) ? await findHit(db, tenantId, scope, hitId) : undefined;
  if (row === undefined) return refused('hit-not-found');
  return isAbout(row, session) ? refused('hit-about-oneself') : DONE;
}

/** 不予处理: supervision alone does it, with a reason that stays in the journal for ever. */
export async function setHitAside(
  deps: SupervisionDeps,
  session: Session,
  hitId: string,
  reason: string,
): Promise<Outcome> {
  const checked = await checkReach(deps, session, hitId);
  if (!checked.ok) return checked;
  const by = staffRef(session);
  const isDone = await deps.db.tx((tx) =>
    moveHit(deps, tx, hitId, { status: 'set-aside', from: ['open'], by, reason }),
  );
  return isDone ? DONE : refused('hit-not-open');
}

/** Marked as a risk to keep an eye on, or no longer. */
export async function markRisk(
  deps: SupervisionDeps,
  session: Session,
  hitId: string,
  isMarked: boolean,
): Promise<Outcome> {
  const checked = await checkReach(deps, session, hitId);
  if (!checked.ok) return checked;
  const { db, tenantId, clock } = deps;
  await db.tx(async (tx) => {
    if (!(await markHit(tx, tenantId, hitId, isMarked))) return;
    const type = isMarked ? 'WatchHitMarked' : 'WatchHitUnmarked';
    const entry = { type, actor: staffRef(session), data: {}, at: clock.now() };
    await appendJournal(tx, tenantId, hitStream(hitId), [entry]);
  });
  return DONE;
}
