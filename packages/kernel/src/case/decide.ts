import { indexFlow } from '../flow/index.ts';
import { abstainTask } from './acts/abstain-task.ts';
import { acceptCase } from './acts/accept-case.ts';
import type { Act } from './acts/act.ts';
import { addSigner } from './acts/add-signer.ts';
import { amendForm } from './acts/amend-form.ts';
import { archiveCase } from './acts/archive-case.ts';
import { checkMaterials } from './acts/check-materials.ts';
import { copyCase, readCopy } from './acts/copy-case.ts';
import { claimTask, releaseTask } from './acts/claim-task.ts';
import { approveTask, rejectTask } from './acts/decide-task.ts';
import { extendLimit } from './acts/extend-limit.ts';
import { freezeCase, unfreezeCase } from './acts/freeze-case.ts';
import { handOutCase, recordUnitCase } from './acts/hand-out-case.ts';
import { jumpToStep } from './acts/jump-to-step.ts';
import { rebaseCase } from './acts/rebase-case.ts';
import { checkFiling, performFiling } from './acts/receive-case.ts';
import { receiveMessage } from './acts/receive-message.ts';
import { recordPayment } from './acts/record-payment.ts';
import { handOverTask } from './acts/hand-over-task.ts';
import { readTask } from './acts/read-task.ts';
import { recallTask } from './acts/recall-task.ts';
import { refuseAcceptance } from './acts/refuse-acceptance.ts';
import { removeSigner } from './acts/remove-signer.ts';
import { requestCorrection } from './acts/request-correction.ts';
import { resubmitCase } from './acts/resubmit-case.ts';
import { giveOpinion, requestOpinion, takeBackOpinion } from './acts/request-opinion.ts';
import { returnTask } from './acts/return-task.ts';
import { revokeDecision } from './acts/revoke-decision.ts';
import { serveResult } from './acts/serve-result.ts';
import { settleDebt } from './acts/settle-debt.ts';
import { endSpecialProcedure, startSpecialProcedure } from './acts/special-procedure.ts';
import { submitCorrection } from './acts/submit-correction.ts';
import { concludeSubcase, recordSubcase } from './acts/subcases.ts';
import { supplyMaterials } from './acts/supply-materials.ts';
import { applyLapsesAct, recordDocument, recountClocks } from './acts/system-acts.ts';
import { terminateCase } from './acts/terminate-case.ts';
import { urgeCase } from './acts/urge-case.ts';
import { voidCase } from './acts/void-case.ts';
import { transferTask } from './acts/transfer-task.ts';
import { withdrawCase } from './acts/withdraw-case.ts';
import { askFollowUp } from './acts/letters/ask-follow-up.ts';
import { convertProcedure } from './acts/letters/convert-procedure.ts';
import { draftAnswer } from './acts/letters/draft-answer.ts';
import { linkLetter, unlinkLetter } from './acts/letters/link-letter.ts';
import { markSensitive } from './acts/letters/mark-sensitive.ts';
import { answerObjection, objectToReferral } from './acts/letters/object-to-referral.ts';
import { publishLetter, unpublishLetter } from './acts/letters/publish-letter.ts';
import { rateAnswer } from './acts/letters/rate-answer.ts';
import { recordCallBack } from './acts/letters/record-call-back.ts';
import { recordInvestigation, recordMediation } from './acts/letters/record-investigation.ts';
import { referCase } from './acts/letters/refer-case.ts';
import { recordReview, requestReview } from './acts/letters/request-review.ts';
import { sendLetterMessage } from './acts/letters/send-letter-message.ts';
import { answerSupervision, superviseCase } from './acts/letters/supervise-case.ts';
import { isAccused } from './accused.ts';
import { stopSettledClocks } from './clocks.ts';
import type { CaseContext, Command, CommandOf, CommandType } from './commands.ts';
import type { Recorded } from './events.ts';
import { unstorableText, withComputed, withoutUndefined } from './clean-command.ts';
import { cancelLeftParts } from './joint-parts.ts';
import { applyLapses } from './lapses.ts';
import { ownEntry } from './own-entry.ts';
import { holdAnyTask, isRefusal } from './permissions.ts';
import { proceed, type Proceeding } from './proceeding.ts';
import { refuse, type Refusal } from './refusals.ts';
import { applyPolicies } from './step-policies.ts';
import type { CaseState } from './state.ts';

export type Outcome =
  | { readonly ok: true; readonly events: readonly Recorded[]; readonly state: CaseState }
  | { readonly ok: false; readonly refusals: readonly [Refusal, ...Refusal[]] };

type RunningCommand = Exclude<CommandType, 'ReceiveCase'>;

/** Every act on a running case. The record is exhaustive: a new command needs its act. */
export const acts: { readonly [T in RunningCommand]: Act<T> } = {
  CheckMaterials: checkMaterials,
  RequestCorrection: requestCorrection,
  SubmitCorrection: submitCorrection,
  ReadTask: readTask,
  ClaimTask: claimTask,
  ReleaseTask: releaseTask,
  TransferTask: transferTask,
  HandOverTask: handOverTask,
  AddSigner: addSigner,
  RemoveSigner: removeSigner,
  RequestOpinion: requestOpinion,
  GiveOpinion: giveOpinion,
  TakeBackOpinion: takeBackOpinion,
  RecallTask: recallTask,
  AcceptCase: acceptCase,
  RefuseAcceptance: refuseAcceptance,
  ApproveTask: approveTask,
  RejectTask: rejectTask,
  AbstainTask: abstainTask,
  ReturnTask: returnTask,
  AmendForm: amendForm,
  StartSpecialProcedure: startSpecialProcedure,
  EndSpecialProcedure: endSpecialProcedure,
  ExtendLimit: extendLimit,
  RecordPayment: recordPayment,
  ServeResult: serveResult,
  WithdrawCase: withdrawCase,
  ArchiveCase: archiveCase,
  RecordDocument: recordDocument,
  RecordSubcase: recordSubcase,
  ConcludeSubcase: concludeSubcase,
  ResubmitCase: resubmitCase,
  SupplyMaterials: supplyMaterials,
  SettleDebt: settleDebt,
  CopyCase: copyCase,
  ReadCopy: readCopy,
  UrgeCase: urgeCase,
  HandOutCase: handOutCase,
  RecordUnitCase: recordUnitCase,
  ReceiveMessage: receiveMessage,
  JumpToStep: jumpToStep,
  RebaseCase: rebaseCase,
  FreezeCase: freezeCase,
  UnfreezeCase: unfreezeCase,
  TerminateCase: terminateCase,
  VoidCase: voidCase,
  RevokeDecision: revokeDecision,
  ReferCase: referCase,
  ObjectToReferral: objectToReferral,
  AnswerObjection: answerObjection,
  ConvertProcedure: convertProcedure,
  DraftAnswer: draftAnswer,
  AskFollowUp: askFollowUp,
  RateAnswer: rateAnswer,
  SendLetterMessage: sendLetterMessage,
  RecordInvestigation: recordInvestigation,
  RecordMediation: recordMediation,
  LinkLetter: linkLetter,
  UnlinkLetter: unlinkLetter,
  MarkSensitive: markSensitive,
  PublishLetter: publishLetter,
  UnpublishLetter: unpublishLetter,
  RecordCallBack: recordCallBack,
  SuperviseCase: superviseCase,
  AnswerSupervision: answerSupervision,
  RequestReview: requestReview,
  RecordReview: recordReview,
  ApplyLapses: applyLapsesAct,
  RecountClocks: recountClocks,
};

/**
 * The only way in which state changes. Refusals come in the order in which conditions are tested:
 * who you are, what the case is at, what you entered; a refused command changes nothing.
 */
export function decide(
  state: CaseState | undefined,
  command: Command,
  context: CaseContext,
): Outcome {
  const p = proceed(state, context);
  const [first, ...rest] = carryOut(
    p,
    state,
    withComputed(withoutUndefined(command), state, context),
  );
  if (first !== undefined) return { ok: false, refusals: [first, ...rest] };
  settle(p);
  return { ok: true, events: p.events, state: p.state() };
}

/** What follows from the state after every act, so that no act can forget it. */
function settle(p: Proceeding): void {
  applyPolicies(p);
  cancelLeftParts(p);
  stopSettledClocks(p);
}

function carryOut(
  p: Proceeding,
  state: CaseState | undefined,
  command: Command,
): readonly Refusal[] {
  const refusals =
    command.type === 'ReceiveCase' ? receive(p, state, command) : act(p, state, command);
  return refusals.length > 0 ? refusals : p.refusals;
}

function receive(
  p: Proceeding,
  state: CaseState | undefined,
  command: CommandOf<'ReceiveCase'>,
): readonly Refusal[] {
  if (state !== undefined) return [refuse('wrong-phase', { phase: state.phase })];
  const refusals = [...checkFiling(command, p.context), ...checkTexts(command)];
  if (refusals.length === 0) performFiling(p, command);
  return refusals;
}

function checkTexts(command: Command): readonly Refusal[] {
  const field = unstorableText(command);
  return field === undefined ? [] : [refuse('text-not-well-formed', { field })];
}

/** What arrives is still received by a frozen case; what moves it further is not done. */
const PASSES_FREEZE: ReadonlySet<CommandType> = new Set<CommandType>([
  'UnfreezeCase',
  'TerminateCase',
  'SubmitCorrection',
  'SupplyMaterials',
  'ReadCopy',
]);

/** Whether an act is possible at all: by its own rule, and since the case is not frozen. */
export function permit(
  act: Pick<Act<RunningCommand>, 'type' | 'permit'>,
  state: CaseState,
  context: CaseContext,
  taskId: string,
): Refusal | undefined {
  if (isOfOtherFlow(state, context, taskId)) return refuse('task-unknown', { taskId });
  // Whoever a letter complains of has no part in it, by whatever right.
  const { actor } = context;
  if (actor.kind === 'staff' && isAccused(state, actor.name)) return refuse('accused-person');
  const denied = act.permit(state, context, taskId);
  if (denied !== undefined || state.frozen === undefined) return denied;
  if (context.actor.kind === 'system' || PASSES_FREEZE.has(act.type)) return undefined;
  return refuse('case-frozen', { reason: state.frozen.reason });
}

/** A task of a step that the case walked before it was moved to a flow without it. */
function isOfOtherFlow({ marking }: CaseState, { item }: CaseContext, taskId: string): boolean {
  const task = ownEntry(marking.tasks, taskId);
  if (task === undefined || item.flow === undefined) return false;
  return !indexFlow(item.flow).has(task.stepId);
}

function act(
  p: Proceeding,
  state: CaseState | undefined,
  command: CommandOf<RunningCommand>,
): readonly Refusal[] {
  if (state === undefined) return [refuse('not-your-case')];
  applyLapses(p);
  // The record pairs each type with its own act; the compiler cannot follow that through a union.
  const found = acts[command.type] as Act<RunningCommand>;
  const taskId = 'taskId' in command ? command.taskId : '';
  const denied = permit(found, p.state(), p.context, taskId);
  if (denied !== undefined) return [denied];
  const refusals = [
    ...checkTexts(command),
    ...(found.check?.(p.state(), command, p.context) ?? []),
  ];
  if (refusals.length > 0) return refusals;
  const held = taskId === '' ? undefined : holdAnyTask(p.state(), p.context, taskId);
  if (held !== undefined && !isRefusal(held)) p.actAs(held.post, held.onBehalfOf);
  found.perform(p, command);
  return [];
}
