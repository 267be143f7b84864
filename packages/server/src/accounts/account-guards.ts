import type { AccountKeeper } from './account-deps.ts';
import type { HeldAccount, KnownPost } from './account-store.pg.ts';

/** Why the keeper may do nothing to the account. */
export function closedTo(
  keeper: AccountKeeper,
  { personId, isReserved }: Pick<HeldAccount, 'personId' | 'isReserved'>,
): 'own' | 'reserved' | undefined {
  if (keeper.kind === 'operator') return undefined;
  // Posts given to oneself would be rights that nobody gave.
  if (personId === keeper.personId) return 'own';
  // A new password for a supervisor would make the keeper the supervisor.
  return isReserved ? 'reserved' : undefined;
}

/** The first post that the keeper may not give or take. */
export function reservedAmong(
  keeper: AccountKeeper,
  posts: readonly KnownPost[],
): KnownPost | undefined {
  return keeper.kind === 'operator' ? undefined : posts.find(({ isReserved }) => isReserved);
}
