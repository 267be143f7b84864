/**
 * What follows from a limit that has run out is an act of the system, with its rule. It is applied
 * before every command and by the sweep, so that no job is the only thing keeping it.
 */
import { completeNode, isLive, placeOf } from '../flow/index.ts';
import { passIntake, recordAcceptance } from './acts/accept-case.ts';
import { closeOpinion } from './acts/request-opinion.ts';
import { opinionTaskOf, readNodeClockId } from './clocks.ts';
import { toOrdinary } from './ordinary-procedure.ts';
import type { Proceeding } from './proceeding.ts';
import { runningClocks, type CaseState, type ClockState } from './state.ts';
import { applyTimeOuts } from './time-outs.ts';
import { walkOf } from './walk.ts';

/** SupervisionHit of a debt that was not paid in time. */
const DEBT_HIT = 'JC-RQ';

/** In the order in which they ran out: what one brings about may start or stop another. */
export function applyLapses(p: Proceeding): void {
  for (;;) {
    const lapsed = runningClocks(p.state())
      .filter((clock) => clock.result.overdueAt <= p.context.at && hasEffect(p, clock))
      .sort((a, b) => (a.result.overdueAt < b.result.overdueAt ? -1 : 1))[0];
    if (lapsed === undefined) break;
    p.emitBySystem(lapsed.ruleId, () => bringAbout(p, lapsed));
  }
  applyTimeOuts(p);
}

function hasEffect(p: Proceeding, { kind, clockId }: ClockState): boolean {
  const state = p.state();
  if (kind === 'correction') return state.phase === 'received';
  // A right that was not used is gone: nothing is late, and nothing is left to count.
  if (isRight(kind)) return true;
  // What the simple procedure did not end in time goes on in the ordinary one.
  if (kind === 'statutory') return isSimple(state);
  if (kind === 'opinion') {
    const task = state.marking.tasks[opinionTaskOf(clockId)];
    return task !== undefined && isLive(task);
  }
  const { nodeId, round } = readNodeClockId(clockId);
  if (kind === 'wait') {
    const node = state.marking.nodes[nodeId];
    return node?.status === 'open' && node.round === round;
  }
  if (kind !== 'debt') return false;
  const debt = state.debts?.[nodeId];
  return debt?.status === 'owed' && debt.lapsedAt === undefined;
}

function isSimple({ letter, phase, decision }: CaseState): boolean {
  return letter?.procedure === 'simple' && phase === 'accepted' && decision === undefined;
}

/** 异议, 请求复查复核: limits within which somebody may act. */
export function isRight(kind: ClockState['kind']): boolean {
  return kind === 'objection' || kind === 'review';
}

function bringAbout(p: Proceeding, { kind, clockId }: ClockState): void {
  if (kind === 'correction') return deemAccepted(p);
  if (isRight(kind)) return p.emit({ type: 'ClockStopped', clockId });
  if (kind === 'statutory') return toOrdinary(p, '');
  // No words came in time: whoever asked goes on without them.
  if (kind === 'opinion') return closeOpinion(p, opinionTaskOf(clockId), 'timed-out');
  const { nodeId } = readNodeClockId(clockId);
  if (kind === 'wait') return completeNode(walkOf(p), placeOf(walkOf(p).flow, nodeId).node);
  p.emit({ type: 'DebtLapsed', debtId: nodeId });
  p.emit({ type: 'SupervisionHit', rule: DEBT_HIT, subject: nodeId });
}

/**
 * Not asked for corrections in time: accepted as of the day on which the materials were received.
 * @basis 中华人民共和国行政许可法 第三十二条第一款第四项: 逾期不告知的，自收到申请材料之日起即为受理。
 */
function deemAccepted(p: Proceeding): void {
  recordAcceptance(p, p.state().filedOn, 'deemed');
  passIntake(p);
}
