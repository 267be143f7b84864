import { Type, type Static } from '@sinclair/typebox';
import { oneOf } from './schema-parts.ts';
import { At } from './values.ts';

export const PersonName = Type.Object({ personId: Type.String(), name: Type.String() });
export type PersonName = Static<typeof PersonName>;

/** A member of staff, to choose from: who, in which posts. */
export const StaffPerson = Type.Object({
  personId: Type.String(),
  name: Type.String(),
  posts: Type.Array(
    Type.Object({ postId: Type.String(), name: Type.String(), orgName: Type.String() }),
  ),
  /** Whoever acts for them now (代理): what is sent to them need not wait for their return. */
  deputyName: Type.Optional(Type.String()),
  /** Only where those who leave are asked for. */
  isDisabled: Type.Optional(Type.Boolean()),
});
export type StaffPerson = Static<typeof StaffPerson>;

/** 代理: the deputy acts for the principal from `from` until `until`. */
export const ProxyView = Type.Object({
  proxyId: Type.String(),
  principal: PersonName,
  deputy: PersonName,
  from: At,
  until: At,
  /** Absent: for all items. */
  items: Type.Optional(Type.Array(Type.Object({ code: Type.String(), name: Type.String() }))),
  /** false: only tasks that open from `from` on. */
  includesCurrent: Type.Boolean(),
  reason: Type.String(),
  setBy: PersonName,
  setAt: At,
  endedAt: Type.Optional(At),
  status: oneOf('planned', 'running', 'ended'),
  /** Whether the reader may end it before its time. */
  canEnd: Type.Boolean(),
});
export type ProxyView = Static<typeof ProxyView>;

export const NewProxy = Type.Object({
  /** Absent: oneself. */
  principalId: Type.Optional(Type.String({ format: 'uuid' })),
  deputyId: Type.String({ format: 'uuid' }),
  from: At,
  until: At,
  itemCodes: Type.Optional(Type.Array(Type.String(), { minItems: 1, maxItems: 200 })),
  includesCurrent: Type.Boolean(),
  reason: Type.String({ maxLength: 500 }),
});
export type NewProxy = Static<typeof NewProxy>;

/** Everything that a leaving person holds (交接): nothing of it may be left behind. */
export const HoldingsView = Type.Object({
  person: PersonName,
  /** Tasks that only this person may act on. */
  tasks: Type.Array(
    Type.Object({
      caseId: Type.String(),
      number: Type.String(),
      itemName: Type.String(),
      taskId: Type.String(),
      stepName: Type.String(),
      since: At,
    }),
  ),
  posts: Type.Array(
    Type.Object({
      postId: Type.String(),
      name: Type.String(),
      orgName: Type.String(),
      /** Who else holds the post; with nobody, its tasks would be left without a handler. */
      others: Type.Array(Type.String()),
      openTasks: Type.Integer(),
    }),
  ),
  copies: Type.Integer(),
  drafts: Type.Integer(),
  proxies: Type.Array(ProxyView),
  canClose: Type.Boolean(),
});
export type HoldingsView = Static<typeof HoldingsView>;

export const HandOver = Type.Object({
  toPersonId: Type.String({ format: 'uuid' }),
  reason: Type.String({ minLength: 1, maxLength: 500 }),
  /** Posts that the receiver takes over from today. */
  postIds: Type.Array(Type.String(), { maxItems: 50 }),
});
export type HandOver = Static<typeof HandOver>;

export const HandOverReport = Type.Object({
  handedOver: Type.Integer(),
  /**
   * Tasks and copies that wait for the same order once more: each is an act of its own, and one
   * request does a bounded number. Posts and proxies go with the last of them.
   */
  left: Type.Integer(),
  failed: Type.Array(
    Type.Object({ caseId: Type.String(), number: Type.String(), why: Type.String() }),
  ),
  holdings: HoldingsView,
});
export type HandOverReport = Static<typeof HandOverReport>;
