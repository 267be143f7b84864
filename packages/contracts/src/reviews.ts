/** Reviews of services 好差评: giving one, what follows a bad one, what is published. */
import { Type, type Static } from '@sinclair/typebox';
import { Count, oneOf, optional } from './schema-parts.ts';
import { At, Day, Light } from './values.ts';

const Name = Type.String();
const share = Type.Number({ minimum: 0, maximum: 1, description: '0 to 1, to four places' });

/**
 * 1 非常满意, 2 满意, 3 基本满意, 4 不满意, 5 非常不满意 (GB/T 39046-2020 A.8); the last two are bad.
 */
export const ReviewLevel = Type.Integer({ minimum: 1, maximum: 5 });

/** 评价渠道 (GB/T 39046-2020 table 9), and a paper code typed in at home. */
export const reviewChannels = [
  'pc',
  'mobile',
  'qr',
  'hall-pad',
  'hall-terminal',
  'phone',
  'sms',
  'paper',
] as const;
export const ReviewChannel = oneOf(...reviewChannels);
export type ReviewChannelName = (typeof reviewChannels)[number];

export const ReviewReason = Type.Object({
  code: Type.String(),
  name: Name,
  /** Offered with these levels only. */
  levels: Type.Array(ReviewLevel),
});
export type ReviewReason = Static<typeof ReviewReason>;

/** What somebody who holds an invitation is asked about. */
export const ReviewForm = Type.Object({
  subject: oneOf('case', 'visit'),
  /** 2: the second rating after a bad one was mended. */
  round: Type.Integer({ minimum: 1, maximum: 2 }),
  itemName: optional(Name),
  orgName: Name,
  servedOn: Day,
  expiresAt: At,
  /** False of a visit's first round whether or not: who served has shown its link. */
  isUsed: Type.Boolean(),
  isExpired: Type.Boolean(),
  reasons: Type.Array(ReviewReason),
  /** Of the second rating: what was answered to the first. */
  reply: optional(Type.String()),
  firstLevel: optional(ReviewLevel),
  /** Of a second rating that cannot be given yet, or never: why, and the code to come back with. */
  closed: optional(
    Type.Object({
      because: oneOf('being-mended', 'not-counted', 'nothing-to-mend'),
      code: Type.String(),
      openDays: Type.Integer({ description: 'calendar days from the mending in which it is open' }),
    }),
  ),
  /** The platform knows how to call back; else a phone is asked for. */
  isKnown: Type.Boolean(),
});
export type ReviewForm = Static<typeof ReviewForm>;

export const ReviewBody = Type.Object({
  level: ReviewLevel,
  reasons: optional(Type.Array(Type.String({ maxLength: 64 }), { maxItems: 20 })),
  comment: optional(Type.String({ maxLength: 500 })),
  /** 实名: the office may call back; the reviewed never learn who it was. */
  isNamed: optional(Type.Boolean()),
  name: optional(Type.String({ maxLength: 40 })),
  phone: optional(Type.String({ maxLength: 20 })),
  via: optional(ReviewChannel),
});
export type ReviewBody = Static<typeof ReviewBody>;

export const ReviewReceipt = Type.Object({
  reviewId: Type.String(),
  level: ReviewLevel,
  isBad: Type.Boolean(),
  isNamed: Type.Boolean(),
  /** Of a visit: the way to the second rating, for whoever gave the first and nobody else. */
  again: optional(
    Type.Object({ token: Type.String(), code: Type.String(), qrCode: Type.String() }),
  ),
});
export type ReviewReceipt = Static<typeof ReviewReceipt>;

export const VisitBody = Type.Object({
  itemCode: optional(Type.String({ maxLength: 64 })),
  postId: optional(Type.String({ maxLength: 64 })),
});

/** One visit at a window, with the ways to its invitation. */
export const VisitInvitation = Type.Object({
  visitId: Type.String(),
  link: Type.String(),
  /** To be typed in at /review. */
  code: Type.String(),
  /** SVG of the link. */
  qrCode: Type.String(),
  expiresAt: At,
});
export type VisitInvitation = Static<typeof VisitInvitation>;

export const ReviewScreen = Type.Object({ link: Type.String(), expiresAt: At });
export type ReviewScreen = Static<typeof ReviewScreen>;

const Counts = {
  levels: Type.Array(Count, { minItems: 5, maxItems: 5, description: 'reviews by level 1 to 5' }),
  /** Valid ones: a bad review found to be a mistake or malicious is not counted. */
  total: Count,
  notCounted: Count,
  good: Count,
  bad: Count,
  goodRate: optional(share),
  badRate: optional(share),
};

export const ReviewGroup = Type.Object({ key: Type.String(), name: Name, ...Counts });
export type ReviewGroup = Static<typeof ReviewGroup>;

export const ReviewFigures = Type.Object({
  from: Day,
  until: Day,
  ...Counts,
  /** Services rendered in the period that could be reviewed. */
  served: Count,
  reviewedServices: Count,
  activeRate: optional(share),
  namedBad: Count,
  contacted: Count,
  contactedInTime: Count,
  contactRate: optional(share),
  mendDue: Count,
  mendedInTime: Count,
  mendRate: optional(share),
  calledBack: Count,
  callBackRate: optional(share),
  replied: Count,
  replyRate: optional(share),
  secondRatings: Count,
  secondGood: Count,
  channels: Type.Array(Type.Object({ channel: ReviewChannel, count: Count })),
});
export type ReviewFigures = Static<typeof ReviewFigures>;

export const ReviewReport = Type.Object({
  figures: ReviewFigures,
  /** How each figure is counted, by its name. */
  formulas: Type.Record(Type.String(), Type.String()),
  items: Type.Array(ReviewGroup),
  windows: Type.Array(ReviewGroup),
  /** By staff number of the post, where the county publishes ranks. */
  people: Type.Array(ReviewGroup),
});
export type ReviewReport = Static<typeof ReviewReport>;

export const PublishedReview = Type.Object({
  reviewId: Type.String(),
  month: Type.String({ description: 'YYYY-MM' }),
  level: ReviewLevel,
  itemName: optional(Name),
  orgName: Name,
  reasons: Type.Array(Name),
  comment: optional(Type.String()),
  reply: Type.String(),
  secondLevel: optional(ReviewLevel),
});
export type PublishedReview = Static<typeof PublishedReview>;

export const PublicReviews = Type.Object({
  report: ReviewReport,
  published: Type.Array(PublishedReview),
});
export type PublicReviews = Static<typeof PublicReviews>;

/** A review as the reviewed see it: nothing by which its author could be found. */
export const UnitReview = Type.Object({
  reviewId: Type.String(),
  month: Type.String({ description: 'YYYY-MM' }),
  level: ReviewLevel,
  round: Type.Integer(),
  /** Absent where few were served, so that one of them could be told by it. */
  itemName: optional(Name),
  orgName: Name,
  reasons: Type.Array(Name),
  /** Numbers, names and doors hidden by rule. */
  comment: optional(Type.String()),
  verdict: optional(oneOf('mistaken', 'malicious')),
  verdictReason: optional(Type.String()),
  reply: optional(Type.String()),
});
export type UnitReview = Static<typeof UnitReview>;

export const reviewWorkPhases = ['contact', 'mending', 'appealed', 'calling-back', 'done'] as const;

export const ReviewWork = Type.Object({
  reviewId: Type.String(),
  /** The case in which it is worked on. */
  caseId: Type.String(),
  number: Type.String(),
  day: Day,
  level: ReviewLevel,
  isNamed: Type.Boolean(),
  itemName: optional(Name),
  orgName: Name,
  reasons: Type.Array(Name),
  comment: optional(Type.String()),
  phase: oneOf(...reviewWorkPhases),
  dueOn: optional(Day),
  light: optional(Light),
  verdict: optional(oneOf('mistaken', 'malicious')),
  verdictReason: optional(Type.String()),
  reply: optional(Type.String()),
  isPublished: Type.Boolean(),
  /** What rules suggest for publishing; a person reads it first. */
  publicComment: optional(Type.String()),
  secondLevel: optional(ReviewLevel),
});
export type ReviewWork = Static<typeof ReviewWork>;

/** For the office that calls back, never for the reviewed unit; each look is recorded. */
export const ReviewContact = Type.Object({
  name: optional(Name),
  phone: optional(Type.String()),
  caseNumber: optional(Type.String()),
});
export type ReviewContact = Static<typeof ReviewContact>;

export const PublishReviewBody = Type.Object({
  comment: Type.String({ maxLength: 500 }),
  reply: Type.String({ minLength: 1, maxLength: 1000 }),
});
export type PublishReviewBody = Static<typeof PublishReviewBody>;
