/** What an order may be about: what the supervisor who writes it may see, and nothing else. */
import type { OrderBody } from '@yichuang/contracts';
import { isWithheld, refuse, SPECIAL_LETTERS } from '@yichuang/kernel/case';
import type { Session } from '../platform/http/index.ts';
import type { Refusal } from '../platform/refusal.ts';
import { checkReach } from '../supervision/index.ts';
import type { SuggestDeps } from './suggest-order.ts';

export async function checkSubjects(
  deps: SuggestDeps,
  session: Session,
  { caseIds, hitIds }: Pick<OrderBody, 'caseIds' | 'hitIds'>,
): Promise<Refusal | undefined> {
  const seen = await Promise.all(caseIds.map((id) => isSubject(deps, session, id)));
  if (seen.includes(false)) return refuse('not-your-case');
  // An order answers its hits: whoever may not set one aside does not bury it so either.
  const reached = await Promise.all(hitIds.map((id) => checkReach(deps, session, id)));
  return reached.find((one) => !one.ok)?.refusal;
}

/** Naming a case tells its number; of a withheld letter even that is for those appointed. */
async function isSubject(deps: SuggestDeps, session: Session, caseId: string): Promise<boolean> {
  const found = await deps.desk.readable(session, caseId);
  if (found === undefined) return false;
  const { state } = found;
  const item = await deps.findItem(state.itemCode, state.itemVersion);
  if (item === undefined || !isWithheld(state, item)) return true;
  return session.posts.some(({ capabilities }) => capabilities.includes(SPECIAL_LETTERS));
}
