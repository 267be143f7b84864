/** One typed table decides which panel an act has, and in which order acts are offered. */
import type { AllowedActView } from '@yichuang/contracts';
import { isFlagged, isUnreferred } from '../letters/letter-state.ts';
import { faulty, hasChanges } from '../materials/check-values.ts';
import { acceptCase } from './accept-case/index.ts';
import { actEntry, type ActEntry } from './act-entry.tsx';
import type { ActSubject, ActType } from './act.ts';
import { amendForm } from './amend-form/index.ts';
import { answerObjection } from './answer-objection/index.ts';
import { answerSupervision } from './answer-supervision/index.ts';
import { approveTask } from './approve-task/index.ts';
import { archiveCase } from './archive-case/index.ts';
import { checkMaterials } from './check-materials/index.ts';
import { copyCase } from './copy-case/index.ts';
import { draftAnswer } from './draft-answer/index.ts';
import { revokeDecision, terminateCase, voidCase } from './end-by-law/index.ts';
import { endSpecialProcedure } from './end-special-procedure/index.ts';
import { extendLimit } from './extend-limit/index.ts';
import { handOutCase } from './hand-out-case/index.ts';
import { jumpToStep } from './jump-to-step/index.ts';
import { convertProcedure, objectToReferral, unpublishLetter } from './letter-words/index.ts';
import { linkLetter, unlinkLetter } from './link-letter/index.ts';
import { markSensitive } from './mark-sensitive/index.ts';
import { addSigner, handOverTask, requestOpinion, transferTask } from './person/index.ts';
import { publishLetter } from './publish-letter/index.ts';
import { readCopy } from './read-copy/index.ts';
import { receiveMessage } from './receive-message/index.ts';
import { recordCallBack } from './record-call-back/index.ts';
import { recordInvestigation } from './record-investigation/index.ts';
import { recordMediation } from './record-mediation/index.ts';
import { recordPayment } from './record-payment/index.ts';
import { referCase } from './refer-case/index.ts';
import { refuseAcceptance } from './refuse-acceptance/index.ts';
import { rejectTask } from './reject-task/index.ts';
import { requestCorrection } from './request-correction/index.ts';
import { resubmitCase } from './resubmit-case/index.tsx';
import { returnTask } from './return-task/index.ts';
import { sendLetterMessage } from './send-letter-message/index.ts';
import { serveResult } from './serve-result/index.ts';
import { settleDebt } from './settle-debt/index.ts';
import { startSpecialProcedure } from './start-special-procedure/index.ts';
import { submitCorrection } from './submit-correction/index.ts';
import { superviseCase } from './supervise-case/index.ts';
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
  AnswerObjection: actEntry(answerObjection),
  AcceptCase: actEntry(acceptCase),
  ReferCase: actEntry(referCase),
  DraftAnswer: actEntry(draftAnswer),
  ApproveTask: actEntry(approveTask),
  SubmitCorrection: actEntry(submitCorrection),
  RequestCorrection: actEntry(requestCorrection),
  EndSpecialProcedure: actEntry(endSpecialProcedure),
  CheckMaterials: actEntry(checkMaterials),
  ReturnTask: actEntry(returnTask),
  AmendForm: actEntry(amendForm),
  StartSpecialProcedure: actEntry(startSpecialProcedure),
  ObjectToReferral: actEntry(objectToReferral),
  AnswerSupervision: actEntry(answerSupervision),
  SendLetterMessage: actEntry(sendLetterMessage),
  RecordInvestigation: actEntry(recordInvestigation),
  RecordMediation: actEntry(recordMediation),
  RecordCallBack: actEntry(recordCallBack),
  PublishLetter: actEntry(publishLetter),
  ExtendLimit: actEntry(extendLimit),
  ConvertProcedure: actEntry(convertProcedure),
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
  LinkLetter: actEntry(linkLetter),
  UnlinkLetter: actEntry(unlinkLetter),
  SuperviseCase: actEntry(superviseCase),
  UnpublishLetter: actEntry(unpublishLetter),
  MarkSensitive: actEntry(markSensitive),
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
  const wanted = faulty(checks, view).length > 0 ? 'RequestCorrection' : wantedOf(view);
  const rank = (act: string) => (act === wanted ? -1 : order.indexOf(act));
  return (
    view.allowed
      .filter(({ act, readings }) => act !== 'ReadCopy' || hasUnread(view, readings?.[0]))
      // Looking at a task reads it: nobody has to say so.
      .filter(({ act }) => isActType(act) && act !== 'ReadTask')
      .filter(({ act }) => act !== 'CheckMaterials' || hasChanges(checks, view))
      .filter(({ act }) => view.letter === undefined || !LICENCES_ONLY.has(act))
      .toSorted((a, b) => rank(a.act) - rank(b.act))
  );
}

/** What the step has to write comes before its approval. */
function wantedOf(view: ActSubject['view']): ActType | undefined {
  const hasGaps = view.allowed.some(({ missing = [] }) => missing.length > 0);
  return hasGaps ? 'AmendForm' : wantedOfLetter(view);
}

/**
 * An answer that says nothing is sent back; a petition goes to the unit, which accepts it or not.
 * @basis 信访工作条例 第二十二条: 按照"属地管理、分级负责，谁主管、谁负责"的原则，转送有权处理的机关、单位
 */
function wantedOfLetter(view: ActSubject['view']): ActType | undefined {
  const letter = view.letter;
  if (letter === undefined) return undefined;
  if (isFlagged(letter)) return 'ReturnTask';
  return letter.kind === 'petition' && isUnreferred(letter) ? 'ReferCase' : undefined;
}

/** What a letter never asks for: its attachments are read, not judged one by one. */
const LICENCES_ONLY: ReadonlySet<string> = new Set<ActType>([
  'CheckMaterials',
  'RequestCorrection',
  'SubmitCorrection',
  'SupplyMaterials',
]);

/** What was read stays on the desk, but asks for nothing any more. */
function hasUnread({ readings }: ActSubject['view'], first: string | undefined): boolean {
  return readings.some(({ readingId, readAt }) => readingId === first && readAt === undefined);
}

export const GROUPS = ['people', 'letter', 'case'] as const;
type ActGroup = (typeof GROUPS)[number];

/** Of an act that is not the day's work: under which heading it is found. */
export function groupOf(act: ActType): ActGroup | undefined {
  if (PEOPLE.has(act)) return 'people';
  if (LETTER.has(act)) return 'letter';
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
const LETTER: ReadonlySet<ActType> = new Set<ActType>([
  'ConvertProcedure',
  'LinkLetter',
  'MarkSensitive',
  'PublishLetter',
  'RecordCallBack',
  'RecordInvestigation',
  'RecordMediation',
  'SendLetterMessage',
  'SuperviseCase',
  'UnlinkLetter',
  'UnpublishLetter',
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
