/**
 * A case as the fold of its events.
 *
 * Phases: received → (correction-pending → received)* → accepted → decided → concluded → archived;
 * exits: received → acceptance-refused (ends), received | correction-pending | accepted →
 * withdrawn (ends). `decided` covers fee, certificate and service after the decision. An internal
 * approval is in-progress from its filing, then concluded → archived. Before a decision any case
 * may be terminated; after a grant it may be revoked, after its end voided (all three end it). A
 * letter that was concluded is accepted again by a follow-up question or a bad rating.
 */
import type { Marking } from '../flow/index.ts';
import type { FormData } from '../form/index.ts';
import type { Fen } from '../money/index.ts';
import type { Instant, LegalBasis, LimitResult, PlainDate, Suspension } from '../time/index.ts';
import type {
  CaseOutcome,
  Channel,
  ClockKind,
  DecisionOutcome,
  FeeAdjustment,
  FeeLine,
  MaterialVerdict,
} from './events.ts';
import type { FilePage } from './filed-material.ts';
import type { DebtState } from './debt.ts';
import type { HandOutState, ReadingState, UrgeState } from './desk.ts';
import type { Ending } from './ending.ts';
import type { DocumentMoment, Lifecycle } from './item.ts';
import type { ParentRef, SubcasesState } from './joint.ts';
import type { LetterState } from './letter.ts';
import type { Party } from './party.ts';
import type { CASE_PHASES, SERVICE_METHODS } from '../words/index.ts';

export type CasePhase = (typeof CASE_PHASES)[number];

export interface MaterialState {
  readonly materialId: string;
  readonly pages: readonly FilePage[];
  readonly isOnPaper: boolean;
  readonly isPaperReceived: boolean;
  readonly heldFrom?: string;
  /** A written commitment stands in its place. */
  readonly isCommitted?: true;
  readonly verdict?: MaterialVerdict;
  readonly problem?: string;
  readonly instruction?: string;
  /** How often it was filed: 1 at receipt, one more with each correction. */
  readonly filings: number;
}

export interface ClockState {
  readonly clockId: string;
  readonly kind: ClockKind;
  readonly ruleId: string;
  readonly amount: number;
  readonly unit: 'WD' | 'CD';
  readonly from: PlainDate;
  readonly suspensions: readonly Suspension[];
  readonly extensions: readonly { readonly amount: number; readonly reason: string }[];
  readonly result: LimitResult;
  readonly stoppedAt?: Instant;
}

export interface SpecialProcedureState {
  readonly procedureId: string;
  readonly kind: string;
  readonly name: string;
  readonly startedOn: PlainDate;
  readonly expectedDays: number;
  readonly reason: string;
  readonly documentId: string;
  /** Its holder may end it, also when nobody holds a task. */
  readonly startedInPost?: string;
  readonly endedOn?: PlainDate;
  readonly result?: string;
}

export interface DocumentState {
  readonly documentId: string;
  readonly template: string;
  readonly moment: DocumentMoment | 'certificate' | 'other';
  readonly nodeId?: string;
  readonly orderedAt: Instant;
  readonly issuedAt?: Instant;
  readonly number?: string;
  readonly sha256?: string;
  readonly bytes?: number;
  readonly sealedBy?: string;
  readonly certificateId?: string;
  readonly validFrom?: PlainDate;
  readonly validUntil?: PlainDate;
}

export interface FeeState {
  readonly amountFen: Fen;
  readonly lines: readonly FeeLine[];
  readonly adjustments: readonly FeeAdjustment[];
  readonly assessedAt: Instant;
  readonly paidAt?: Instant;
  readonly method?: string;
  readonly receiptNumber?: string;
}

export interface CaseState {
  readonly caseId: string;
  /** Number of events folded; the next one is `version + 1`. */
  readonly version: number;
  readonly number: string;
  readonly itemCode: string;
  readonly itemVersion: number;
  readonly itemName: string;
  readonly orgId: string;
  readonly applicant: Party;
  readonly contact: Party;
  readonly channel: Channel;
  readonly phase: CasePhase;
  readonly receivedAt: Instant;
  readonly receivedOn: PlainDate;
  /** The last filing that the intake step has to answer: receipt, or the corrected one. */
  readonly filedOn: PlainDate;
  readonly acceptedOn?: PlainDate;
  readonly isDeemedAccepted?: boolean;
  readonly form: FormData;
  readonly materials: Readonly<Record<string, MaterialState>>;
  readonly corrections: readonly {
    readonly round: number;
    readonly materialIds: readonly string[];
    readonly requestedAt: Instant;
    readonly receivedAt?: Instant;
    readonly dueOn?: PlainDate;
  }[];
  readonly marking: Marking;
  readonly clocks: Readonly<Record<string, ClockState>>;
  readonly specialProcedures: readonly SpecialProcedureState[];
  readonly documents: Readonly<Record<string, DocumentState>>;
  /** By the id of the split. */
  readonly subcases: Readonly<Record<string, SubcasesState>>;
  readonly fee?: FeeState;
  readonly decision?: {
    readonly outcome: DecisionOutcome;
    readonly decidedOn: PlainDate;
    readonly decidedAt: Instant;
    readonly decidedBy: string;
    readonly reason: string;
    readonly basis: readonly LegalBasis[];
  };
  readonly service?: {
    readonly method: (typeof SERVICE_METHODS)[number];
    readonly recipient: string;
    readonly servedOn: PlainDate;
    readonly trackingNumber?: string;
  };
  readonly hits: readonly {
    readonly rule: string;
    readonly subject: string;
    readonly at: Instant;
  }[];
  readonly outcome?: CaseOutcome;
  readonly concludedOn?: PlainDate;
  readonly concludedAt?: Instant;
  readonly archiveNumber?: string;
  /** What follows is absent where there is none of it. */
  readonly lifecycle?: Lifecycle;
  readonly letter?: LetterState;
  readonly parent?: ParentRef;
  readonly debts?: Readonly<Record<string, DebtState>>;
  readonly readings?: Readonly<Record<string, ReadingState>>;
  readonly urges?: readonly UrgeState[];
  readonly handOuts?: Readonly<Record<string, HandOutState>>;
  readonly frozen?: Ending;
  readonly termination?: Ending;
  readonly voiding?: Ending;
  readonly revocation?: Ending;
}

export function hasEnded(state: CaseState): boolean {
  return (
    state.phase === 'acceptance-refused' ||
    state.phase === 'concluded' ||
    state.phase === 'archived' ||
    state.phase === 'withdrawn' ||
    state.phase === 'terminated' ||
    state.phase === 'voided' ||
    state.phase === 'revoked'
  );
}

/** Accepted and not yet decided, or an internal approval on its way: what people act on. */
export function isUnderWay(state: CaseState): boolean {
  return state.phase === 'accepted' || state.phase === 'in-progress';
}

export function runningProcedures(state: CaseState): SpecialProcedureState[] {
  return state.specialProcedures.filter((procedure) => procedure.endedOn === undefined);
}

/** In the order of their ids: keys change their order on the way through the database. */
export function runningClocks(state: CaseState): ClockState[] {
  return Object.values(state.clocks)
    .filter((clock) => clock.stoppedAt === undefined)
    .sort((a, b) => (a.clockId < b.clockId ? -1 : 1));
}
