import { acceptCase } from './acts/accept-case.ts';
import type { Act } from './acts/act.ts';
import { amendForm } from './acts/amend-form.ts';
import { archiveCase } from './acts/archive-case.ts';
import { checkMaterials } from './acts/check-materials.ts';
import { approveTask, rejectTask } from './acts/decide-task.ts';
import { extendLimit } from './acts/extend-limit.ts';
import { checkFiling, performFiling } from './acts/receive-case.ts';
import { recordPayment } from './acts/record-payment.ts';
import { refuseAcceptance } from './acts/refuse-acceptance.ts';
import { requestCorrection } from './acts/request-correction.ts';
import { returnTask } from './acts/return-task.ts';
import { serveResult } from './acts/serve-result.ts';
import { endSpecialProcedure, startSpecialProcedure } from './acts/special-procedure.ts';
import { submitCorrection } from './acts/submit-correction.ts';
import {
  applyLapsesAct,
  concludeSubcase,
  recordDocument,
  recountClocks,
} from './acts/system-acts.ts';
import { withdrawCase } from './acts/withdraw-case.ts';
import { stopSettledClocks } from './clocks.ts';
import type { CaseContext, Command, CommandOf, CommandType } from './commands.ts';
import type { Recorded } from './events.ts';
import { unstorableText, withComputed, withoutUndefined } from './clean-command.ts';
import { applyLapses } from './lapses.ts';
import { holdTask, isRefusal } from './permissions.ts';
import { proceed, type Proceeding } from './proceeding.ts';
import { refuse, type Refusal } from './refusals.ts';
import { hasEnded, type CaseState } from './state.ts';

export type Outcome =
  | { readonly ok: true; readonly events: readonly Recorded[]; readonly state: CaseState }
  | { readonly ok: false; readonly refusals: readonly [Refusal, ...Refusal[]] };

type RunningCommand = Exclude<CommandType, 'ReceiveCase'>;

/** Every act on a running case. The record is exhaustive: a new command needs its act. */
export const acts: { readonly [T in RunningCommand]: Act<T> } = {
  CheckMaterials: checkMaterials,
  RequestCorrection: requestCorrection,
  SubmitCorrection: submitCorrection,
  AcceptCase: acceptCase,
  RefuseAcceptance: refuseAcceptance,
  ApproveTask: approveTask,
  RejectTask: rejectTask,
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
  ConcludeSubcase: concludeSubcase,
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
  stopSettledClocks(p);
  return { ok: true, events: p.events, state: p.state() };
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

function act(
  p: Proceeding,
  state: CaseState | undefined,
  command: CommandOf<RunningCommand>,
): readonly Refusal[] {
  if (state === undefined) return [refuse('not-your-case')];
  if (!hasEnded(state)) applyLapses(p);
  // The record pairs each type with its own act; the compiler cannot follow that through a union.
  const found = acts[command.type] as Act<RunningCommand>;
  const taskId = 'taskId' in command ? command.taskId : '';
  const denied = found.permit(p.state(), p.context, taskId);
  if (denied !== undefined) return [denied];
  const refusals = [
    ...checkTexts(command),
    ...(found.check?.(p.state(), command, p.context) ?? []),
  ];
  if (refusals.length > 0) return refusals;
  const held = taskId === '' ? undefined : holdTask(p.state(), p.context, taskId);
  if (held !== undefined && !isRefusal(held)) p.actAs(held.post);
  found.perform(p, command);
  return [];
}
