/** 一件事: a life event across offices, asked for in plain questions, filed and followed as one. */
import { Type, type Static } from '@sinclair/typebox';
import { PartyBody } from './drafts.ts';
import { oneOf } from './schema-parts.ts';
import { Fen } from './values.ts';

export const BundleSummary = Type.Object({
  id: Type.String(),
  itemCode: Type.String(),
  name: Type.String(),
  summary: Type.String(),
  /** Id of the life event on the home page that leads here. */
  lifeEvent: Type.Optional(Type.String()),
  /** Names of what it may include, and of the offices that take part. */
  parts: Type.Array(Type.String()),
  offices: Type.Array(Type.String()),
});
export type BundleSummary = Static<typeof BundleSummary>;

export const BundleQuestionView = Type.Object({
  id: Type.String(),
  kind: oneOf('yes-no', 'choice', 'number'),
  text: Type.String(),
  /** As a label beside the answer. */
  short: Type.String(),
  hint: Type.Optional(Type.String()),
  options: Type.Optional(Type.Array(Type.Object({ value: Type.String(), label: Type.String() }))),
  unit: Type.Optional(Type.String()),
  minimum: Type.Optional(Type.Number()),
  maximum: Type.Optional(Type.Number()),
});
export type BundleQuestionView = Static<typeof BundleQuestionView>;

/** As they are typed or chosen; what is no answer to its question counts as none. */
export const BundleAnswersBody = Type.Record(
  Type.String({ maxLength: 64 }),
  Type.Unsafe<string | number | boolean>({ type: ['string', 'number', 'boolean'], maxLength: 100 }),
);
export type BundleAnswersBody = Static<typeof BundleAnswersBody>;

export const BundleAnswerView = Type.Object({
  question: BundleQuestionView,
  /** As an address or a form carries it. */
  value: Type.String(),
  label: Type.String(),
});
export type BundleAnswerView = Static<typeof BundleAnswerView>;

/** How far somebody has come with the questions. */
export const BundleInterview = Type.Object({
  bundle: BundleSummary,
  answered: Type.Array(BundleAnswerView),
  /** The question to put next; absent when all are answered. */
  next: Type.Optional(BundleQuestionView),
  /** Which question it is, from 1, and how many there are with these answers. */
  place: Type.Integer(),
  total: Type.Integer(),
});
export type BundleInterview = Static<typeof BundleInterview>;

export const BundlePartView = Type.Object({
  partId: Type.String(),
  itemCode: Type.String(),
  name: Type.String(),
  itemName: Type.String(),
  office: Type.String(),
  /** Working days promised from when it is opened. */
  days: Type.Optional(Type.Integer()),
  resultName: Type.Optional(Type.String()),
  /** Names of the parts that come before it. */
  after: Type.Array(Type.String()),
  /** Why it applies: the answers that decided it. */
  because: Type.Array(Type.String()),
});
export type BundlePartView = Static<typeof BundlePartView>;

export const BundleMaterialView = Type.Object({
  materialId: Type.String(),
  name: Type.String(),
  criteria: Type.Optional(Type.String()),
  /** Names of the parts that it serves; asked once for all of them. */
  usedBy: Type.Array(Type.String()),
  necessity: Type.String(),
  canCommit: Type.Boolean(),
});
export type BundleMaterialView = Static<typeof BundleMaterialView>;

/** What follows from the answers. */
export const BundleResult = Type.Object({
  interview: BundleInterview,
  parts: Type.Array(BundlePartView),
  materials: Type.Array(BundleMaterialView),
  notes: Type.Array(Type.String()),
  /** Together, and what it would be if each part were filed by itself. */
  together: Type.Object({
    materials: Type.Integer(),
    fields: Type.Integer(),
    days: Type.Integer(),
    visits: Type.Integer(),
  }),
  apart: Type.Object({
    materials: Type.Integer(),
    fields: Type.Integer(),
    days: Type.Integer(),
    visits: Type.Integer(),
  }),
  /** Fee standards of the parts; an amount where it is fixed. */
  fees: Type.Array(Type.Object({ name: Type.String(), amountFen: Type.Optional(Fen) })),
});
export type BundleResult = Static<typeof BundleResult>;

export const BundleDraftBody = Type.Object({
  answers: BundleAnswersBody,
  /** A draft begun before, whose answers have changed. */
  draftId: Type.Optional(Type.String({ maxLength: 64 })),
  /** For whom a new draft is; at the counter nobody else could be meant. */
  applicant: Type.Optional(PartyBody),
});
export type BundleDraftBody = Static<typeof BundleDraftBody>;
