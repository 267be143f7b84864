/**
 * Letters 来信: questions, complaints, suggestions, petitions. A letter is a case of an item like any
 * other; what is its own is here: the unit that it is referred to, answers, follow-ups, ratings.
 *
 * received → (referred)* → accepted → concluded with an answer; a follow-up 追问 or a bad rating
 * opens it again: concluded → accepted → concluded, each time as a further round. What is sensitive
 * never becomes public.
 */
import type { Instant, LegalBasis, PlainDate } from '../time/index.ts';
import type { PersonRef } from '../flow/person.ts';
import type { ItemLimit } from './item-limit.ts';
import type { LETTER_KINDS, LETTER_RESULTS, SATISFACTIONS } from '../words/index.ts';

/** 咨询, 投诉, 建议, 举报, 求助, 感谢; 信访, 复查, 复核; 12345 工单. */
export type LetterKind = (typeof LETTER_KINDS)[number];

/** What an item says of the letters that are its cases. */
export interface LetterDefinition {
  readonly kind: LetterKind;
  /** 登记转办: from receipt until it is referred, accepted or refused. */
  readonly registration?: ItemLimit;
  /** 受理告知: until the sender is told whether it is accepted. */
  readonly acceptance?: ItemLimit;
  /** What the acceptance limit counts from: receipt, or the referral to the unit. */
  readonly acceptanceFrom?: 'receipt' | 'referral';
  /** What the statutory limit counts from; `acceptance` when absent. */
  readonly resultFrom?: 'receipt' | 'acceptance';
  /** 异议: how long a unit may object to a referral. */
  readonly objection?: ItemLimit;
  /** 简易办理, where the item knows it: its limits take the place of the ordinary ones. */
  readonly simple?: { readonly acceptance: ItemLimit; readonly result: ItemLimit };
  /** 复查, 复核: the item by which the next level reviews the answer; until when it is asked for. */
  readonly review?: { readonly itemCode: string; readonly ruleId: string };
  /** Step at which a follow-up question or a rectification begins. */
  readonly answerStep: string;
  readonly mostFollowUps: number;
  readonly followUp?: ItemLimit;
  readonly rectification?: ItemLimit;
  /** 检举控告: kept from those complained of and from the public, whatever the sender chose. */
  readonly isConfidential?: true;
  /** Results to choose from; none: a plain answer. */
  readonly results?: readonly LetterResult[];
  /** Shown where it is written in: what this way is for. */
  readonly about?: string;
  readonly aboutEn?: string;
}

/**
 * 支持, 解释说明, 不支持; 调解 or 和解; of a review 维持, 变更, 撤销.
 * @basis 信访工作条例 第三十二条, 第三十三条
 */
export type LetterResult = (typeof LETTER_RESULTS)[number];

/** Names of the fields that the form of every letter has, as far as it asks for them. */
export const letterFields = {
  title: 'title',
  body: 'body',
  /** Id of an organisation of the division tree: county, township or village. */
  division: 'division',
  place: 'place',
  category: 'category',
  /** What the sender would like to be done. */
  wish: 'wish',
  wantsPublic: 'wantsPublic',
  accusedOrg: 'accusedOrg',
  accusedName: 'accusedName',
} as const;

export interface Representative {
  readonly name: string;
  readonly phone?: string;
}

/** What is said with the filing of a letter beside its form. */
export interface LetterFiling {
  /** Of a joint letter 联名信. */
  readonly representatives?: readonly Representative[];
  /** How many people speak through it. */
  readonly people?: number;
  /** Number in the system that it came from, e.g. of a hotline order. */
  readonly sourceNumber?: string;
  /** No name or no address: nobody can be told of the acceptance (条例第二十三条). */
  readonly isAnonymous?: true;
  /** 导入: out of the records of another system, whose days and answer are stated, not done here. */
  readonly imported?: ImportedLetter;
  /** Of a review: the mark of the letter whose answer is reviewed, from the beginning. */
  readonly sensitivity?: { readonly reason: string; readonly at: Instant; readonly by: string };
  /** The letter whose answer is to be reviewed. */
  readonly about?: {
    readonly caseId: string;
    readonly number: string;
    readonly requestId: string;
    readonly relation: 'review' | 'recheck';
  };
}

export interface ImportedLetter {
  /** Who brought it over; the act itself is the system's. */
  readonly by: PersonRef;
  /** What was answered there. Recorded as the answer of the first round, not kept here. */
  readonly answer?: LetterAnswer & { readonly answeredOn: PlainDate };
}

export type ReferralManner = 'transfer' | 'assign';

/** pending → accepted | objected → (upheld: withdrawn | not upheld: pending) | passed on. */
export interface ReferralState {
  readonly referralId: string;
  /** 转送, or 交办 with a report back. */
  readonly manner: ReferralManner;
  readonly fromStep: string;
  readonly fromPosts: readonly string[];
  readonly toOrg: string;
  /** Other units that take part under the lead of this one (协办). */
  readonly coUnits: readonly string[];
  readonly note: string;
  readonly reportBy?: PlainDate;
  readonly at: Instant;
  readonly by: string;
  readonly status: 'pending' | 'accepted' | 'objected' | 'withdrawn' | 'passed-on';
  readonly objection?: { readonly reason: string; readonly at: Instant; readonly by: string };
  readonly verdict?: {
    readonly isUpheld: boolean;
    readonly reason: string;
    readonly at: Instant;
  };
}

/** The reply form of the source: thanks, result, name and telephone; with facts and law for 信访. */
export interface LetterAnswer {
  readonly thanks: string;
  readonly result: string;
  /** 事实和理由 */
  readonly facts?: string;
  readonly basis?: readonly LegalBasis[];
  readonly outcome?: LetterResult;
  readonly officerName: string;
  readonly officerPhone: string;
}

export interface DraftedAnswer extends LetterAnswer {
  readonly round: number;
  /** What the check for empty answers found, by its codes; evidence for the final check 终审. */
  readonly findings: readonly AnswerFinding[];
  readonly at: Instant;
  readonly by: string;
}

export interface AnswerFinding {
  readonly code: string;
  readonly quote: string;
}

export type Satisfaction = (typeof SATISFACTIONS)[number];

export interface GivenAnswer extends LetterAnswer {
  readonly round: number;
  /** What the check of the draft had found, and the final check let pass. */
  readonly findings: readonly AnswerFinding[];
  readonly answeredAt: Instant;
  readonly answeredOn: PlainDate;
  readonly rating?: {
    readonly office: Satisfaction;
    readonly handler: Satisfaction;
    readonly comment: string;
    readonly at: Instant;
  };
}

export type ReopeningCause = 'follow-up' | 'bad-rating' | 'call-back';

export interface LetterMessage {
  readonly messageId: string;
  readonly from: 'sender' | 'office' | 'handler';
  readonly to: 'sender' | 'office' | 'handler';
  readonly text: string;
  readonly at: Instant;
  readonly by: PersonRef;
}

export interface LetterLink {
  readonly linkId: string;
  readonly caseId: string;
  readonly number: string;
  readonly relation: LinkRelation;
  readonly reason: string;
  readonly at: Instant;
  readonly by: string;
  readonly undoneAt?: Instant;
  readonly undoneReason?: string;
}

/** One sender again 重复, many senders 同类; a link closes nothing, each letter keeps its clock. */
export type LinkRelation = 'repeated' | 'same-matter';

/** 督办. */
export interface SupervisionState {
  readonly supervisionId: string;
  readonly ground: string;
  readonly demand: string;
  readonly dueOn?: PlainDate;
  readonly at: Instant;
  readonly by: string;
  readonly answer?: { readonly text: string; readonly at: Instant; readonly by: string };
}

export interface LetterState extends LetterFiling {
  /** Answers so far are of rounds before this one, or of this one once it is answered. */
  readonly round: number;
  /** The unit that the letter is with. */
  readonly unit?: string;
  readonly procedure: 'ordinary' | 'simple';
  readonly referrals: readonly ReferralState[];
  readonly draft?: DraftedAnswer;
  readonly answers: readonly GivenAnswer[];
  readonly reopenings: readonly {
    readonly round: number;
    readonly cause: ReopeningCause;
    readonly text: string;
    readonly at: Instant;
  }[];
  readonly messages: readonly LetterMessage[];
  readonly investigations: readonly Investigation[];
  readonly mediations: readonly Mediation[];
  readonly links: readonly LetterLink[];
  readonly callBacks: readonly CallBack[];
  readonly supervisions: readonly SupervisionState[];
  readonly publication?: Publication;
  readonly review?: {
    readonly requestId: string;
    readonly itemCode: string;
    readonly orgId: string;
    readonly reason: string;
    readonly at: Instant;
    readonly caseId?: string;
    readonly number?: string;
  };
}

/** 调查记录. */
export interface Investigation {
  readonly recordId: string;
  readonly heldOn: PlainDate;
  readonly place: string;
  readonly people: string;
  readonly text: string;
  readonly at: Instant;
  readonly by: string;
}

export interface Mediation {
  readonly mediationId: string;
  readonly kind: 'mediation' | 'settlement';
  readonly heldOn: PlainDate;
  readonly text: string;
  readonly at: Instant;
  readonly by: string;
}

/** 回访. */
export interface CallBack {
  readonly callBackId: string;
  readonly manner: 'phone' | 'visit' | 'message';
  readonly isSatisfied: boolean;
  readonly note: string;
  readonly at: Instant;
  readonly by: string;
}

/** The wording that a person has checked: personal data masked. */
export interface Publication {
  readonly title: string;
  readonly body: string;
  /** By round. */
  readonly answers: Readonly<Record<string, string>>;
  readonly at: Instant;
  readonly by: string;
}

export type LetterEvent =
  | {
      readonly type: 'CaseReferred';
      readonly referralId: string;
      readonly manner: ReferralManner;
      readonly fromStep: string;
      readonly fromPosts: readonly string[];
      readonly toOrg: string;
      readonly coUnits: readonly string[];
      readonly note: string;
      readonly reportBy?: PlainDate;
    }
  | {
      readonly type: 'ReferralObjected';
      readonly referralId: string;
      readonly reason: string;
    }
  | {
      readonly type: 'ObjectionAnswered';
      readonly referralId: string;
      readonly isUpheld: boolean;
      readonly reason: string;
    }
  | {
      readonly type: 'ProcedureChosen';
      readonly procedure: 'ordinary' | 'simple';
      readonly reason: string;
    }
  | {
      readonly type: 'AnswerDrafted';
      readonly round: number;
      readonly answer: LetterAnswer;
      readonly findings: readonly AnswerFinding[];
    }
  | {
      readonly type: 'AnswerGiven';
      readonly round: number;
      readonly answer: LetterAnswer;
      readonly answeredOn: PlainDate;
    }
  | {
      readonly type: 'LetterReopened';
      readonly round: number;
      readonly cause: ReopeningCause;
      readonly text: string;
    }
  | {
      readonly type: 'AnswerRated';
      readonly round: number;
      readonly office: Satisfaction;
      readonly handler: Satisfaction;
      readonly comment: string;
    }
  | {
      readonly type: 'LetterMessageSent';
      readonly messageId: string;
      readonly from: LetterMessage['from'];
      readonly to: LetterMessage['to'];
      readonly text: string;
    }
  | {
      readonly type: 'InvestigationRecorded';
      readonly recordId: string;
      readonly heldOn: PlainDate;
      readonly place: string;
      readonly people: string;
      readonly text: string;
    }
  | {
      readonly type: 'MediationRecorded';
      readonly mediationId: string;
      readonly kind: Mediation['kind'];
      readonly heldOn: PlainDate;
      readonly text: string;
    }
  | {
      readonly type: 'LetterLinked';
      readonly linkId: string;
      readonly caseId: string;
      readonly number: string;
      readonly relation: LinkRelation;
      readonly reason: string;
    }
  | { readonly type: 'LetterUnlinked'; readonly linkId: string; readonly reason: string }
  | {
      readonly type: 'SensitivityMarked';
      readonly isSensitive: boolean;
      readonly reason: string;
    }
  | {
      readonly type: 'LetterPublished';
      readonly title: string;
      readonly body: string;
      readonly answers: Readonly<Record<string, string>>;
    }
  | { readonly type: 'LetterUnpublished'; readonly reason: string }
  | {
      readonly type: 'CallBackMade';
      readonly callBackId: string;
      readonly manner: CallBack['manner'];
      readonly isSatisfied: boolean;
      readonly note: string;
    }
  | {
      readonly type: 'CaseSupervised';
      readonly supervisionId: string;
      readonly ground: string;
      readonly demand: string;
      readonly dueOn?: PlainDate;
    }
  | {
      readonly type: 'SupervisionAnswered';
      readonly supervisionId: string;
      readonly text: string;
    }
  | {
      readonly type: 'ReviewRequested';
      readonly requestId: string;
      readonly itemCode: string;
      readonly orgId: string;
      readonly reason: string;
    }
  | {
      readonly type: 'ReviewRecorded';
      readonly requestId: string;
      readonly caseId: string;
      readonly number: string;
    };

/** To whom a letter goes, and how. */
export interface Referral {
  readonly toOrg: string;
  readonly manner: ReferralManner;
  readonly note: string;
  readonly coUnits?: readonly string[];
  readonly reportBy?: PlainDate;
  readonly procedure?: 'simple';
}

export type LetterCommand =
  | ({ readonly type: 'ReferCase'; readonly taskId: string } & Referral)
  | { readonly type: 'ObjectToReferral'; readonly taskId: string; readonly reason: string }
  | {
      readonly type: 'AnswerObjection';
      readonly taskId: string;
      readonly isUpheld: boolean;
      readonly reason: string;
      /** Where it goes instead, if the objection is upheld. */
      readonly referral?: Referral;
    }
  | { readonly type: 'ConvertProcedure'; readonly taskId: string; readonly reason: string }
  | {
      readonly type: 'DraftAnswer';
      readonly taskId: string;
      readonly answer: LetterAnswer;
      /** Worked out by the server, never typed. */
      readonly findings: readonly AnswerFinding[];
    }
  | { readonly type: 'AskFollowUp'; readonly text: string }
  | {
      readonly type: 'RateAnswer';
      readonly office: Satisfaction;
      readonly handler: Satisfaction;
      readonly comment: string;
    }
  | {
      readonly type: 'SendLetterMessage';
      readonly to: LetterMessage['to'];
      readonly text: string;
    }
  | {
      readonly type: 'RecordInvestigation';
      readonly taskId: string;
      readonly heldOn: PlainDate;
      readonly place: string;
      readonly people: string;
      readonly text: string;
    }
  | {
      readonly type: 'RecordMediation';
      readonly taskId: string;
      readonly kind: Mediation['kind'];
      readonly heldOn: PlainDate;
      readonly text: string;
    }
  | {
      readonly type: 'LinkLetter';
      readonly caseId: string;
      readonly number: string;
      readonly relation: LinkRelation;
      readonly reason: string;
    }
  | { readonly type: 'UnlinkLetter'; readonly linkId: string; readonly reason: string }
  | { readonly type: 'MarkSensitive'; readonly isSensitive: boolean; readonly reason: string }
  | {
      readonly type: 'PublishLetter';
      readonly title: string;
      readonly body: string;
      readonly answers: Readonly<Record<string, string>>;
    }
  | { readonly type: 'UnpublishLetter'; readonly reason: string }
  | {
      readonly type: 'RecordCallBack';
      readonly manner: CallBack['manner'];
      readonly isSatisfied: boolean;
      readonly note: string;
    }
  | {
      readonly type: 'SuperviseCase';
      readonly ground: string;
      readonly demand: string;
      readonly dueOn?: PlainDate;
    }
  | {
      readonly type: 'AnswerSupervision';
      readonly supervisionId: string;
      readonly text: string;
    }
  | { readonly type: 'RequestReview'; readonly reason: string; readonly orgId: string }
  /** Only by the system: the case in which the next level reviews is there. */
  | {
      readonly type: 'RecordReview';
      readonly requestId: string;
      readonly caseId: string;
      readonly number: string;
    };
