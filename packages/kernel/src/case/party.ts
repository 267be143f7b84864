import type { PersonRef } from '../flow/index.ts';
import type { ProxyGrant } from '../proxy/index.ts';

/** Who acts, and on whose behalf. Personal numbers arrive sealed; the kernel never reads them. */
export interface Party {
  readonly personId: string;
  readonly kind: 'natural' | 'legal';
  readonly name: string;
  /** Sealed 公民身份号码, or 统一社会信用代码 in clear: that one is public. */
  readonly code?: string;
  readonly phone?: string;
}

export type Actor =
  | {
      readonly kind: 'applicant';
      readonly personId: string;
      readonly name: string;
      /** By the key of a letter that staff entered, from where they entered it: perhaps by them. */
      readonly isAtWindow?: true;
    }
  | {
      readonly kind: 'staff';
      readonly personId: string;
      readonly name: string;
      readonly posts: readonly string[];
      readonly orgId: string;
      /** Of the posts: `extend-limit` 延期批准, `cashier` 收费, `archive` 归档 … */
      readonly capabilities: readonly string[];
      /** In whose place this person may act now; handed in by the server. */
      readonly proxies?: readonly ProxyGrant[];
    }
  | { readonly kind: 'system'; readonly rule: string };

/** What an event keeps of its actor. */
export interface ActorRef {
  readonly kind: Actor['kind'];
  readonly personId: string;
  readonly name: string;
  /** The post in which a staff member acted. */
  readonly post?: string;
  /** The rule by which the system acted. */
  readonly rule?: string;
  /** In whose place: 张三（李四代） is `name` 李四 on behalf of 张三. */
  readonly onBehalfOf?: PersonRef;
  /** An applicant's act from the window that entered the filing; a fact for rules, no refusal. */
  readonly isAtWindow?: true;
}

export function actorRef(actor: Actor, post?: string, onBehalfOf?: PersonRef): ActorRef {
  if (actor.kind === 'system') {
    return { kind: 'system', personId: 'system', name: 'system', rule: actor.rule };
  }
  const ref = { kind: actor.kind, personId: actor.personId, name: actor.name };
  return {
    ...ref,
    ...(actor.kind === 'applicant' && actor.isAtWindow === true ? { isAtWindow: true } : {}),
    ...(post === undefined ? {} : { post }),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
  };
}

export type { PersonRef, ProxyGrant };
