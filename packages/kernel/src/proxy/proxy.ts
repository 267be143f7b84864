import type { PersonRef } from '../flow/index.ts';
import type { Instant } from '../time/index.ts';

/**
 * 代理: for a period and a scope, one person acts in another one's place. It passes on what the
 * principal holds by post, never what the principal holds as somebody's deputy.
 */
export interface Proxy {
  readonly proxyId: string;
  readonly principal: PersonRef;
  readonly deputy: PersonRef;
  readonly from: Instant;
  /** The first instant at which it is over. */
  readonly until: Instant;
  /** Absent: every item. */
  readonly itemCodes?: readonly string[];
  /** Also tasks that were open before it began. */
  readonly includesCurrent: boolean;
  /** The principal, a secretary or an administrator. */
  readonly setBy: PersonRef;
  /** Ended early. */
  readonly endedAt?: Instant;
}

/** What a deputy may do now in a principal's place, as it is handed in with the actor. */
export interface ProxyGrant {
  readonly proxyId: string;
  readonly principal: PersonRef;
  /** The principal's posts. */
  readonly posts: readonly string[];
  /** Absent: every item. */
  readonly itemCodes?: readonly string[];
  /** Absent: current tasks too; else only tasks opened at this instant or later. */
  readonly openedFrom?: Instant;
}

/** The first instant at which it is no longer in force. */
export function endOf({ until, endedAt }: Proxy): Instant {
  return endedAt !== undefined && endedAt < until ? endedAt : until;
}

/** Those in force for this deputy at this instant; an ended one gives no right. */
export function proxiesInForce(all: readonly Proxy[], deputyId: string, at: Instant): Proxy[] {
  return all.filter(
    (proxy) => proxy.deputy.personId === deputyId && proxy.from <= at && at < endOf(proxy),
  );
}

export function grantOf(proxy: Proxy, principalPosts: readonly string[]): ProxyGrant {
  const { proxyId, principal, itemCodes, includesCurrent, from } = proxy;
  return {
    proxyId,
    principal,
    posts: principalPosts,
    ...(itemCodes === undefined ? {} : { itemCodes }),
    ...(includesCurrent ? {} : { openedFrom: from }),
  };
}
