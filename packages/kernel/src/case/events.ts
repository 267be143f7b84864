/** What has happened to a case. Past tense, self-contained: folding them needs no calendar. */
import type { FlowEvent } from '../flow/index.ts';
import type { FormData } from '../form/index.ts';
import type { Fen, Quantity } from '../money/index.ts';
import type { Instant, LegalBasis, LimitResult, PlainDate, Suspension } from '../time/index.ts';
import type { DebtEvent } from './debt.ts';
import type { FiledMaterial } from './filed-material.ts';
import type { DeskEvent } from './desk.ts';
import type { EndingEvent } from './ending.ts';
import type { DocumentMoment, Lifecycle } from './item.ts';
import type { JointEvent, ParentRef } from './joint.ts';
import type { LetterEvent, LetterFiling } from './letter.ts';
import type { ActorRef, Party } from './party.ts';
import type {
  CHANNELS,
  CLOCK_KINDS,
  MATERIAL_VERDICTS,
  PAYMENT_METHODS,
  REFUSAL_GROUNDS,
  SERVICE_METHODS,
} from '../words/index.ts';

/** Online, at the counter; of letters also by post, visit, call, hotline or from above. */
export type Channel = (typeof CHANNELS)[number];

/**
 * Why a filing is not accepted. Of letters: it belongs to court, arbitration or another procedure,
 * it is under way already, or was decided finally on the same facts and reasons.
 */
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];
export type MaterialVerdict = (typeof MATERIAL_VERDICTS)[number];

export interface MaterialCheck {
  readonly materialId: string;
  readonly verdict: MaterialVerdict;
  /** What is wrong, for the applicant; required unless complete. */
  readonly problem?: string;
  /** What to do about it, for the applicant. */
  readonly instruction?: string;
}

/**
 * `statutory` 法定, `committed` 承诺, `correction` 补正告知, `service` 送达, `step` 环节, `opinion` 委派,
 * `debt` 容缺与承诺, `wait` 等待; of letters `registration` 登记转办, `acceptance` 受理告知, `objection` 异议,
 * `follow-up` 追问, `rectification` 整改, `review` 请求复查复核.
 */
export type ClockKind = (typeof CLOCK_KINDS)[number];

export interface ClockStartedEvent {
  readonly type: 'ClockStarted';
  readonly clockId: string;
  readonly kind: ClockKind;
  readonly ruleId: string;
  readonly amount: number;
  readonly unit: 'WD' | 'CD';
  readonly from: PlainDate;
  readonly suspensions: readonly Suspension[];
  readonly result: LimitResult;
}

export type CaseEvent =
  | FlowEvent
  | ClockStartedEvent
  | JointEvent
  | DebtEvent
  | EndingEvent
  | DeskEvent
  | LetterEvent
  | {
      readonly type: 'CaseReceived';
      readonly caseId: string;
      readonly number: string;
      readonly itemCode: string;
      readonly itemVersion: number;
      readonly itemName: string;
      readonly orgId: string;
      readonly applicant: Party;
      /** 办件联系人 or the agent who filed. */
      readonly contact: Party;
      readonly channel: Channel;
      readonly receivedOn: PlainDate;
      readonly form: FormData;
      readonly materials: readonly FiledMaterial[];
      /** Absent for a licence or service. */
      readonly lifecycle?: Lifecycle;
      readonly letter?: LetterFiling;
      /** The whole of which this case is a part. */
      readonly parent?: ParentRef;
    }
  | { readonly type: 'MaterialsChecked'; readonly checks: readonly MaterialCheck[] }
  | { readonly type: 'PaperReceived'; readonly materialIds: readonly string[] }
  | {
      readonly type: 'CorrectionRequested';
      readonly round: number;
      readonly items: readonly MaterialCheck[];
      readonly dueOn?: PlainDate;
    }
  | {
      readonly type: 'CorrectionReceived';
      readonly receivedOn: PlainDate;
      readonly materials: readonly FiledMaterial[];
      readonly form: FormData;
    }
  | {
      readonly type: 'CaseAccepted';
      readonly acceptedOn: PlainDate;
      /** 视为受理: by operation of law, not by an officer. */
      readonly isDeemed: boolean;
      readonly basis: LegalBasis;
    }
  | {
      readonly type: 'AcceptanceRefused';
      readonly ground: RefusalGround;
      readonly reason: string;
      readonly basis: LegalBasis;
      readonly goTo?: string;
    }
  | { readonly type: 'FormAmended'; readonly patch: FormData; readonly stepId: string }
  | {
      readonly type: 'SpecialProcedureStarted';
      readonly procedureId: string;
      readonly kind: string;
      readonly name: string;
      readonly startedOn: PlainDate;
      readonly expectedDays: number;
      readonly reason: string;
      readonly documentId: string;
    }
  | {
      readonly type: 'SpecialProcedureEnded';
      readonly procedureId: string;
      readonly endedOn: PlainDate;
      readonly result: string;
    }
  | {
      readonly type: 'ClockRevised';
      readonly clockId: string;
      readonly cause: 'suspended' | 'resumed' | 'extended' | 'calendar-changed';
      readonly suspensions: readonly Suspension[];
      readonly extensions: readonly { readonly amount: number; readonly reason: string }[];
      readonly result: LimitResult;
    }
  | { readonly type: 'ClockStopped'; readonly clockId: string }
  | {
      readonly type: 'LimitExtended';
      readonly clockId: string;
      readonly days: number;
      readonly reason: string;
      readonly documentId: string;
    }
  | {
      readonly type: 'DecisionMade';
      readonly outcome: DecisionOutcome;
      readonly decidedOn: PlainDate;
      readonly reason: string;
      readonly basis: readonly LegalBasis[];
    }
  | {
      readonly type: 'FeeAssessed';
      readonly nodeId: string;
      readonly amountFen: Fen;
      readonly lines: readonly FeeLine[];
      /** With them the lines come to the amount. */
      readonly adjustments: readonly FeeAdjustment[];
    }
  | {
      readonly type: 'PaymentRecorded';
      readonly amountFen: Fen;
      readonly method: (typeof PAYMENT_METHODS)[number];
      readonly receiptNumber: string;
    }
  | {
      readonly type: 'DocumentOrdered';
      readonly documentId: string;
      readonly template: string;
      readonly moment: DocumentMoment | 'certificate' | 'other';
      readonly nodeId?: string;
    }
  | {
      readonly type: 'DocumentIssued';
      readonly documentId: string;
      readonly number: string;
      readonly sha256: string;
      readonly bytes: number;
      readonly sealedBy?: string;
      /** 电子证照标识, for certificates. */
      readonly certificateId?: string;
      readonly validFrom?: PlainDate;
      readonly validUntil?: PlainDate;
    }
  | {
      readonly type: 'ResultServed';
      readonly method: (typeof SERVICE_METHODS)[number];
      readonly recipient: string;
      readonly trackingNumber?: string;
      readonly signatureSha256?: string;
      readonly servedOn: PlainDate;
    }
  | { readonly type: 'SupervisionHit'; readonly rule: string; readonly subject: string }
  | {
      readonly type: 'CaseConcluded';
      readonly concludedOn: PlainDate;
      readonly outcome: CaseOutcome;
    }
  | { readonly type: 'CaseWithdrawn'; readonly reason: string }
  | { readonly type: 'CaseArchived'; readonly archiveNumber: string };

/** `answered`: of a letter, which is neither granted nor denied. */
export type DecisionOutcome = 'granted' | 'denied' | 'answered';

export type CaseOutcome =
  DecisionOutcome | 'acceptance-refused' | 'withdrawn' | 'terminated' | 'voided' | 'revoked';

export interface FeeLine {
  readonly standardId: string;
  readonly name: string;
  readonly quantity: Quantity;
  readonly unit: string;
  readonly unitFen: Fen;
  readonly amountFen: Fen;
  readonly basis: LegalBasis;
}

/** The least or most that a standard takes, or what it does not take; negative where it lowers. */
export interface FeeAdjustment {
  readonly standardId: string;
  readonly name: string;
  readonly kind: 'minimum' | 'maximum' | 'exemption';
  readonly amountFen: Fen;
  readonly basis: LegalBasis;
}

/** An event with who and when; `seq` counts from 1 within the case. */
export interface Recorded {
  readonly seq: number;
  readonly at: Instant;
  readonly by: ActorRef;
  readonly event: CaseEvent;
}
