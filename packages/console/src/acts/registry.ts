/** One typed table decides which panel an act has, and in which order acts are offered. */
import type { AllowedActView } from '@yichuang/contracts';
import { faulty, hasChanges } from '../materials/check-values.ts';
import { acceptCase } from './accept-case/index.ts';
import { actEntry, type ActEntry } from './act-entry.tsx';
import type { ActSubject, ActType } from './act.ts';
import { amendForm } from './amend-form/index.ts';
import { approveTask } from './approve-task/index.ts';
import { archiveCase } from './archive-case/index.ts';
import { checkMaterials } from './check-materials/index.ts';
import { copyCase } from './copy-case/index.ts';
import { revokeDecision, terminateCase, voidCase } from './end-by-law/index.ts';
import { endSpecialProcedure } from './end-special-procedure/index.ts';
import { extendLimit } from './extend-limit/index.ts';
import { handOutCase } from './hand-out-case/index.ts';
import { jumpToStep } from './jump-to-step/index.ts';
import { addSigner, handOverTask, requestOpinion, transferTask } from './person/index.ts';
import { readCopy } from './read-copy/index.ts';
import { receiveMessage } from './receive-message/index.ts';
import { recordPayment } from './record-payment/index.ts';
import { refuseAcceptance } from './refuse-acceptance/index.ts';
import { rejectTask } from './reject-task/index.ts';
import { requestCorrection } from './request-correction/index.ts';
import { resubmitCase } from './resubmit-case/index.tsx';
import { returnTask } from './return-task/index.ts';
import { serveResult } from './serve-result/index.ts';
import { settleDebt } from './settle-debt/index.ts';
import { startSpecialProcedure } from './start-special-procedure/index.ts';
import { submitCorrection } from './submit-correction/index.ts';
import { supplyMaterials } from './supply-materials/index.ts';
import { withdrawCase } from './withdraw-case/index.ts';
import {
  abstainTask,
  claimTask,
  freezeCase,
  giveOpinion,
  readTask,
  recallTask,
  releaseTask,
  removeSigner,
  takeBackOpinion,
  unfreezeCase,
  urgeCase,
} from './words/index.ts';

/** In the order in which they are offered; what ends a case comes last. */
export const registry = {
  ResubmitCase: resubmitCase,
  GiveOpinion: actEntry(giveOpinion),
  ReadCopy: actEntry(readCopy),
  SettleDebt: actEntry(settleDebt),
  ServeResult: actEntry(serveResult),
  RecordPayment: actEntry(recordPayment),
  AcceptCase: actEntry(acceptCase),
  ApproveTask: actEntry(approveTask),
  SubmitCorrection: actEntry(submitCorrection),
  RequestCorrection: actEntry(requestCorrection),
  EndSpecialProcedure: actEntry(endSpecialProcedure),
  CheckMaterials: actEntry(checkMaterials),
  ReturnTask: actEntry(returnTask),
  AmendForm: actEntry(amendForm),
  StartSpecialProcedure: actEntry(startSpecialProcedure),
  ExtendLimit: actEntry(extendLimit),
  ArchiveCase: actEntry(archiveCase),
  RejectTask: actEntry(rejectTask),
  RefuseAcceptance: actEntry(refuseAcceptance),
  WithdrawCase: actEntry(withdrawCase),
  ReleaseTask: actEntry(releaseTask),
  ClaimTask: actEntry(claimTask),
  TakeBackOpinion: actEntry(takeBackOpinion),
  TransferTask: actEntry(transferTask),
  RequestOpinion: actEntry(requestOpinion),
  AddSigner: actEntry(addSigner),
  RemoveSigner: actEntry(removeSigner),
  AbstainTask: actEntry(abstainTask),
  CopyCase: actEntry(copyCase),
  UrgeCase: actEntry(urgeCase),
  HandOutCase: actEntry(handOutCase),
  RecallTask: actEntry(recallTask),
  ReceiveMessage: actEntry(receiveMessage),
  SupplyMaterials: actEntry(supplyMaterials),
  ReadTask: actEntry(readTask),
  HandOverTask: actEntry(handOverTask),
  JumpToStep: actEntry(jumpToStep),
  UnfreezeCase: actEntry(unfreezeCase),
  FreezeCase: actEntry(freezeCase),
  TerminateCase: actEntry(terminateCase),
  RevokeDecision: actEntry(revokeDecision),
  VoidCase: actEntry(voidCase),
} as const satisfies Record<ActType, ActEntry>;

const order = Object.keys(registry);

export function isActType(act: string): act is ActType {
  return Object.hasOwn(registry, act);
}

/**
 * The acts allowed now, the main one first. With verdicts on the screen the main act follows from
 * them: something missing or wrong leads to a correction notice, not to acceptance.
 */
export function offeredActs(subject: Omit<ActSubject, 'allowed' | 'item'>): AllowedActView[] {
  const { view, checks } = subject;
  const wanted = faulty(checks, view).length > 0 ? 'RequestCorrection' : undefined;
  const rank = (act: string) => (act === wanted ? -1 : order.indexOf(act));
  return (
    view.allowed
      .filter(({ act, readings }) => act !== 'ReadCopy' || hasUnread(view, readings?.[0]))
      // Looking at a task reads it: nobody has to say so.
      .filter(({ act }) => isActType(act) && act !== 'ReadTask')
      .filter(({ act }) => act !== 'CheckMaterials' || hasChanges(checks, view))
      .toSorted((a, b) => rank(a.act) - rank(b.act))
  );
}

/** What was read stays on the desk, but asks for nothing any more. */
function hasUnread({ readings }: ActSubject['view'], first: string | undefined): boolean {
  return readings.some(({ readingId, readAt }) => readingId === first && readAt === undefined);
}

/** Of an act that is not the day's work: under which heading it is found. */
export function groupOf(act: ActType): 'people' | 'case' | undefined {
  if (PEOPLE.has(act)) return 'people';
  return CASE.has(act) ? 'case' : undefined;
}

const PEOPLE: ReadonlySet<ActType> = new Set<ActType>([
  'AddSigner',
  'ClaimTask',
  'CopyCase',
  'HandOverTask',
  'ReleaseTask',
  'RemoveSigner',
  'RequestOpinion',
  'TakeBackOpinion',
  'TransferTask',
]);
const CASE: ReadonlySet<ActType> = new Set<ActType>([
  'AbstainTask',
  'FreezeCase',
  'HandOutCase',
  'JumpToStep',
  'RecallTask',
  'ReceiveMessage',
  'RevokeDecision',
  'SupplyMaterials',
  'TerminateCase',
  'UnfreezeCase',
  'UrgeCase',
  'VoidCase',
  'WithdrawCase',
]);
