import type { ActorRef } from '@yichuang/kernel/case';
import type { Instant } from '@yichuang/kernel/time';
import type { Database } from '../platform/db/index.ts';
import type { Session } from '../platform/http/index.ts';
import type { Refusal } from '../platform/refusal.ts';

export interface AccountDeps {
  readonly db: Database;
  readonly tenantId: string;
  /** The tenant's clock: posts are held from its day on. */
  readonly now: () => Instant;
  /** Drops what this process remembers of sessions and posts. */
  readonly forget: () => void;
}

/**
 * Who acts. A person of the console may not do everything: see account-guards.ts. An operator with
 * a shell could write the rows by hand, so nothing is kept from them but the silence: it is
 * journaled all the same.
 */
export type AccountKeeper =
  | { readonly kind: 'operator' }
  | { readonly kind: 'staff'; readonly personId: string; readonly name: string };

export function keeperOf({ personId, name = '' }: Session): AccountKeeper {
  return { kind: 'staff', personId, name };
}

export function actorOf(keeper: AccountKeeper): ActorRef {
  return keeper.kind === 'staff'
    ? keeper
    : { kind: 'system', personId: 'system', name: 'system', rule: 'command-line' };
}

export type Done<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly [Refusal, ...Refusal[]] };

export function refused(code: string, params: Refusal['params'] = {}): Done<never> {
  return { ok: false, refusals: [{ code, params }] };
}
