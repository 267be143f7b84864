/** What staff see of a case beside its form: who signs, who reads, what is owed. */
import { Type, type Static } from '@sinclair/typebox';
import { oneOf } from './schema-parts.ts';
import { At, Day, Light } from './values.ts';

const Name = Type.String();

/** One task of a step's current round: a signature, or an opinion that was asked for. */
export const SignerView = Type.Object({
  taskId: Type.String(),
  /** Absent: a member of the step by its flow. */
  kind: Type.Optional(oneOf('before', 'with', 'after', 'opinion')),
  /** Who may sign: a person's name, or the names of posts. */
  names: Type.Array(Name),
  /** Whoever signed: "Li, in the place of Zhang" has both. */
  signedBy: Type.Optional(Name),
  onBehalfOf: Type.Optional(Name),
  addedBy: Type.Optional(Name),
  /** The first holder and every later one, where the task was passed on. */
  passedOn: Type.Array(Type.Object({ from: Type.Optional(Name), to: Name, at: At, reason: Name })),
  status: oneOf('open', 'waiting', 'done', 'closed'),
  verdict: Type.Optional(Type.String()),
  cause: Type.Optional(Type.String()),
  opinion: Type.Optional(Type.String()),
  question: Type.Optional(Type.String()),
  weight: Type.Number(),
  isRead: Type.Boolean(),
  isClaimed: Type.Boolean(),
  at: At,
});
export type SignerView = Static<typeof SignerView>;

/** A step under way with all who sign in it. */
export const SigningView = Type.Object({
  stepId: Type.String(),
  stepName: Name,
  round: Type.Integer(),
  /** How many must agree: `one`, `any`, `all`, `in-turn`, `vote`. */
  rule: Type.String(),
  /** Of a vote: the share that carries it. */
  share: Type.Optional(Type.Number()),
  signers: Type.Array(SignerView),
});
export type SigningView = Static<typeof SigningView>;

export const ReadingView = Type.Object({
  readingId: Type.String(),
  kind: oneOf('copy', 'circulation'),
  to: Name,
  from: Name,
  at: At,
  note: Type.String(),
  readAt: Type.Optional(At),
  readBy: Type.Optional(Name),
  opinion: Type.Optional(Type.String()),
  isMine: Type.Boolean(),
});
export type ReadingView = Static<typeof ReadingView>;

export const DebtView = Type.Object({
  debtId: Type.String(),
  kind: oneOf('deferred-material', 'commitment'),
  materialId: Type.String(),
  name: Name,
  status: oneOf('owed', 'supplied', 'kept', 'broken'),
  days: Type.Integer(),
  dueOn: Type.Optional(Day),
  light: Type.Optional(Light),
  /** What follows when it is not kept. */
  consequence: Type.String(),
  lapsedAt: Type.Optional(At),
  settledAt: Type.Optional(At),
  note: Type.Optional(Type.String()),
});
export type DebtView = Static<typeof DebtView>;

export const deskViews = {
  signings: Type.Array(SigningView),
  readings: Type.Array(ReadingView),
  frozen: Type.Optional(Type.Object({ at: At, by: Name, reason: Type.String() })),
  urges: Type.Array(Type.Object({ at: At, by: Name, message: Type.String() })),
  handOuts: Type.Array(
    Type.Object({
      handOutId: Type.String(),
      orgName: Name,
      note: Type.String(),
      at: At,
      caseId: Type.Optional(Type.String()),
      number: Type.Optional(Type.String()),
    }),
  ),
  /** Nodes that wait for a message from outside, for whoever may take it in. */
  messages: Type.Array(Type.Object({ nodeId: Type.String(), name: Name })),
  /** Every step of the flow, for a jump. */
  steps: Type.Array(Type.Object({ stepId: Type.String(), name: Name })),
};
