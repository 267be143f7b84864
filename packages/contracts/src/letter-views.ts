/** What is shown of one letter: answers, referrals, what staff see beside the case. */
import { Type, type Static } from '@sinclair/typebox';
import { LETTER_KINDS, LETTER_RESULTS, SATISFACTIONS } from '@yichuang/kernel/words';
import { oneOf, optional } from './schema-parts.ts';
import { At, Day, LegalBasisSchema } from './values.ts';

const Name = Type.String();

export const LetterKindName = oneOf(...LETTER_KINDS);
export const SatisfactionName = oneOf(...SATISFACTIONS);
export const LetterResultName = oneOf(...LETTER_RESULTS);
export const LetterSide = oneOf('sender', 'office', 'handler');

export const AnswerView = Type.Object({
  round: Type.Integer(),
  thanks: Type.String(),
  result: Type.String(),
  facts: optional(Type.String()),
  basis: Type.Array(LegalBasisSchema),
  outcome: optional(LetterResultName),
  officerName: Name,
  officerPhone: Type.String(),
  answeredOn: optional(Day),
  unit: Name,
  rating: optional(
    Type.Object({ office: SatisfactionName, handler: SatisfactionName, comment: Type.String() }),
  ),
});
export type AnswerView = Static<typeof AnswerView>;

export const LetterMessageView = Type.Object({
  messageId: Type.String(),
  from: LetterSide,
  to: LetterSide,
  by: Name,
  text: Type.String(),
  at: At,
});
export type LetterMessageView = Static<typeof LetterMessageView>;

/** Of every view of a letter. */
export const letterBase = {
  kind: LetterKindName,
  title: Name,
  body: Type.String(),
  division: optional(Name),
  place: optional(Type.String()),
  category: optional(Type.String()),
  wish: optional(Type.String()),
  isConfidential: Type.Boolean(),
  isPublic: Type.Boolean(),
  /** Which round is under way or was answered last; more than 1 after a follow-up. */
  round: Type.Integer(),
  /** The unit that it is with. */
  unit: optional(Name),
  answers: Type.Array(AnswerView),
  reopenings: Type.Array(
    Type.Object({
      round: Type.Integer(),
      cause: oneOf('follow-up', 'bad-rating', 'call-back'),
      text: Type.String(),
      at: At,
    }),
  ),
  messages: Type.Array(LetterMessageView),
  /** 复查, 复核, once asked for; and the letter that this one reviews. */
  review: optional(
    Type.Object({ number: optional(Type.String()), caseId: optional(Type.String()), at: At }),
  ),
  about: optional(
    Type.Object({ number: Type.String(), caseId: Type.String(), relation: Type.String() }),
  ),
};

export const ReferralView = Type.Object({
  referralId: Type.String(),
  manner: oneOf('transfer', 'assign'),
  toOrgId: Type.String(),
  to: Name,
  coUnits: Type.Array(Name),
  note: Type.String(),
  reportBy: optional(Day),
  at: At,
  by: Name,
  status: oneOf('pending', 'accepted', 'objected', 'withdrawn', 'passed-on'),
  objection: optional(Type.Object({ reason: Type.String(), at: At, by: Name })),
  verdict: optional(Type.Object({ isUpheld: Type.Boolean(), reason: Type.String(), at: At })),
});
export type ReferralView = Static<typeof ReferralView>;

export const AnswerFindingView = Type.Object({
  code: Type.String(),
  /** What is wrong, in a sentence. */
  text: Type.String(),
  quote: Type.String(),
});
export type AnswerFindingView = Static<typeof AnswerFindingView>;

/** What staff see of a letter beside the case: `letter` in the case's view. */
export const StaffLetterView = Type.Object({
  ...letterBase,
  procedure: oneOf('ordinary', 'simple'),
  canBeSimple: Type.Boolean(),
  isSensitive: Type.Boolean(),
  sensitivity: optional(Type.Object({ reason: Type.String(), at: At, by: Name })),
  representatives: Type.Array(Type.Object({ name: Name, phone: optional(Type.String()) })),
  people: optional(Type.Integer()),
  sourceNumber: optional(Type.String()),
  unitId: optional(Type.String()),
  referrals: Type.Array(ReferralView),
  draft: optional(
    Type.Composite([
      Type.Omit(AnswerView, ['answeredOn', 'rating']),
      Type.Object({ findings: Type.Array(AnswerFindingView), by: Name, at: At }),
    ]),
  ),
  results: Type.Array(LetterResultName),
  investigations: Type.Array(
    Type.Object({
      recordId: Type.String(),
      heldOn: Day,
      place: Type.String(),
      people: Type.String(),
      text: Type.String(),
      by: Name,
      at: At,
    }),
  ),
  mediations: Type.Array(
    Type.Object({
      mediationId: Type.String(),
      kind: oneOf('mediation', 'settlement'),
      heldOn: Day,
      text: Type.String(),
      by: Name,
    }),
  ),
  links: Type.Array(
    Type.Object({
      linkId: Type.String(),
      caseId: Type.String(),
      number: Type.String(),
      relation: oneOf('repeated', 'same-matter'),
      reason: Type.String(),
      by: Name,
      at: At,
      undoneAt: optional(At),
    }),
  ),
  callBacks: Type.Array(
    Type.Object({
      manner: oneOf('phone', 'visit', 'message'),
      isSatisfied: Type.Boolean(),
      note: Type.String(),
      by: Name,
      at: At,
    }),
  ),
  supervisions: Type.Array(
    Type.Object({
      supervisionId: Type.String(),
      ground: Type.String(),
      demand: Type.String(),
      dueOn: optional(Day),
      by: Name,
      at: At,
      answer: optional(Type.Object({ text: Type.String(), by: Name, at: At })),
    }),
  ),
  publication: optional(
    Type.Object({
      title: Name,
      body: Type.String(),
      answers: Type.Record(Type.String(), Type.String()),
      at: At,
      by: Name,
    }),
  ),
  /** Whether the sender agreed to publication: yes, no, or did not say. */
  wantsPublic: optional(Type.String()),
});
export type StaffLetterView = Static<typeof StaffLetterView>;
