/** What somebody wants to do. Imperative, with what the person entered and nothing computed. */
import type { FormData, FormValue } from '../form/index.ts';
import type { Calendar, Instant, LegalBasis, LimitRule, PlainDate } from '../time/index.ts';
import type { Channel, MaterialCheck, RefusalGround } from './events.ts';
import type { FiledMaterial } from './filed-material.ts';
import type { DebtCommand } from './debt.ts';
import type { DeskCommand } from './desk.ts';
import type { EndingCommand } from './ending.ts';
import type { ItemDefinition } from './item.ts';
import type { JointCommand, ParentRef } from './joint.ts';
import type { Actor, Party, PersonRef } from './party.ts';
import type { LetterCommand, LetterFiling, Referral } from './letter.ts';
import type { SigningCommand } from './signing.ts';
import type { PAYMENT_METHODS, SERVICE_METHODS } from '../words/index.ts';

export type Command =
  | {
      readonly type: 'ReceiveCase';
      readonly caseId: string;
      readonly number: string;
      readonly applicant: Party;
      readonly contact: Party;
      readonly channel: Channel;
      readonly form: FormData;
      readonly materials: readonly FiledMaterial[];
      /** The applicant's own unit, for an internal item: its case is that unit's. */
      readonly orgId?: string;
      /** Of a letter: who speaks, where it came from. */
      readonly letter?: LetterFiling;
      /** Of a letter on paper: the day on which the office had it, if that was before today. */
      readonly receivedOn?: PlainDate;
      /** Only by the system: the whole of which this case is a part. */
      readonly parent?: ParentRef;
      /** With the parent: what the whole's acceptance allowed to come later. */
      readonly deferred?: readonly { readonly materialId: string; readonly days: number }[];
    }
  | {
      readonly type: 'CheckMaterials';
      readonly taskId: string;
      readonly checks: readonly MaterialCheck[];
      /** Paper handed over at the counter and checked off. */
      readonly paperReceived: readonly string[];
    }
  | {
      readonly type: 'RequestCorrection';
      readonly taskId: string;
      readonly items: readonly MaterialCheck[];
    }
  | {
      readonly type: 'SubmitCorrection';
      readonly materials: readonly FiledMaterial[];
      readonly form: FormData;
    }
  | {
      readonly type: 'AcceptCase';
      readonly taskId: string;
      readonly opinion: string;
      /** 容缺受理: materials that may come later, each within so many working days. */
      readonly deferred?: readonly { readonly materialId: string; readonly days: number }[];
      /** Of a letter: the unit that is to answer it (受理并转办). */
      readonly referral?: Referral;
    }
  | {
      readonly type: 'RefuseAcceptance';
      readonly taskId: string;
      readonly ground: RefusalGround;
      readonly reason: string;
      readonly basis: LegalBasis;
      /** Where the sender can turn instead. */
      readonly goTo?: string;
    }
  | {
      readonly type: 'ApproveTask';
      readonly taskId: string;
      readonly opinion: string;
      /** One of many that the person approves in one go (批量). */
      readonly isBatch?: true;
    }
  | {
      readonly type: 'RejectTask';
      readonly taskId: string;
      readonly opinion: string;
      /** Required where the reject is a decision of refusal. */
      readonly basis?: readonly LegalBasis[];
    }
  | {
      readonly type: 'ReturnTask';
      readonly taskId: string;
      readonly toStep: string;
      readonly then: 'walk-again' | 'straight-back';
      readonly reason: string;
    }
  /** The applicant's own step of an internal approval, opened again by a return. */
  | {
      readonly type: 'ResubmitCase';
      readonly taskId: string;
      /** What is changed; the rest stays as it was. */
      readonly form: FormData;
      readonly materials: readonly FiledMaterial[];
      readonly opinion: string;
    }
  | {
      readonly type: 'AmendForm';
      readonly taskId: string;
      readonly patch: FormData;
      /** What is handed in with it, where the step may (`form.attach`). */
      readonly materials?: readonly FiledMaterial[];
    }
  | {
      readonly type: 'StartSpecialProcedure';
      readonly kind: string;
      readonly expectedDays: number;
      readonly reason: string;
    }
  | {
      readonly type: 'EndSpecialProcedure';
      readonly procedureId: string;
      readonly result: string;
    }
  | { readonly type: 'ExtendLimit'; readonly days: number; readonly reason: string }
  | {
      readonly type: 'RecordPayment';
      readonly amountFen: number;
      readonly method: (typeof PAYMENT_METHODS)[number];
      readonly receiptNumber: string;
    }
  | {
      readonly type: 'ServeResult';
      readonly taskId: string;
      readonly method: (typeof SERVICE_METHODS)[number];
      readonly recipient: string;
      readonly trackingNumber?: string;
      readonly signatureSha256?: string;
    }
  | { readonly type: 'WithdrawCase'; readonly reason: string }
  | { readonly type: 'ArchiveCase'; readonly archiveNumber: string }
  | {
      readonly type: 'RecordDocument';
      readonly documentId: string;
      readonly number: string;
      readonly sha256: string;
      readonly bytes: number;
      readonly sealedBy?: string;
      readonly certificateId?: string;
    }
  | JointCommand
  | DebtCommand
  | EndingCommand
  | DeskCommand
  | SigningCommand
  | LetterCommand
  /** Does what the law attaches to limits that have run out by now; nothing if none has. */
  | { readonly type: 'ApplyLapses' }
  /** Counts every running clock again, after the calendar has changed. */
  | { readonly type: 'RecountClocks' };

export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { readonly type: T }>;

export interface CaseContext {
  readonly at: Instant;
  readonly actor: Actor;
  readonly item: ItemDefinition;
  readonly calendar: Calendar;
  readonly rules: readonly LimitRule[];
  readonly policies: CasePolicies;
  /** The post with this role in the unit, or the nearest above it; see `postAt`. */
  readonly postOf?: (role: string, orgId: string) => string | undefined;
  /** The version that the case is to be moved to, for `RebaseCase`. */
  readonly nextItem?: ItemDefinition;
  /** Who holds a post now. Absent: policies about people do not apply. */
  readonly people?: PeopleDirectory;
  /** FEEL: evaluates a condition over the form. Handed in, since the kernel has no dependency. */
  readonly evaluate: (condition: string, data: ConditionData) => unknown;
}

/** What a condition sees: the fields of the form, and under `parts` how each part ended. */
export type ConditionData = Readonly<
  Record<string, FormValue | Readonly<Record<string, 'granted' | 'denied'>>>
>;

export interface CasePolicies {
  /** laws.md C9: A the actual day, B the next working day. */
  readonly filingDay: 'A' | 'B';
  /** Hours between two reminders (催办) of one case. */
  readonly urgeHours?: number;
  /** How often one task may be passed on. */
  readonly mostTransfers?: number;
  /** How deep added signers may add signers. */
  readonly mostAddedDepth?: number;
  /** Signers in one round of a step. */
  readonly mostSigners?: number;
  /** Working days that an opinion may take; then the task goes back without it. */
  readonly opinionDays?: number;
}

/** What holds where the tenant has set nothing else. */
export const defaultPolicies = {
  urgeHours: 24,
  mostTransfers: 3,
  mostAddedDepth: 3,
  mostSigners: 20,
  opinionDays: 3,
} as const satisfies Partial<CasePolicies>;

export interface PeopleDirectory {
  holdersOf(post: string): readonly PersonRef[];
  /** Whether some post of the person lies in the unit or below it. Absent: nobody is known to. */
  isIn?(personId: string, orgId: string): boolean;
}
