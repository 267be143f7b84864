/** The clocks of a case: started, revised and stopped as its state asks, each with its rule. */
import { isLive } from '../flow/index.ts';
import {
  civilDate,
  computeLimit,
  findLimitRule,
  type LimitInput,
  type LimitRule,
  type PlainDate,
  type Suspension,
} from '../time/index.ts';
import type { CaseContext } from './commands.ts';
import type { ClockKind } from './events.ts';
import type { Proceeding } from './proceeding.ts';
import { hasEnded, runningClocks, type CaseState, type ClockState } from './state.ts';

/** A step's own limit, set by the flow: internal, counted and suspended like the statutory one. */
export const STEP_RULE = 'HJ-SX';
/** A wait for time to pass, set by the flow; nothing stops it. */
export const WAIT_RULE = 'HJ-DD';

interface NewClock {
  readonly clockId: string;
  readonly kind: ClockKind;
  readonly ruleId: string;
  readonly from: PlainDate;
  readonly amount?: number;
  readonly unit?: 'WD' | 'CD';
}

export function startClock(p: Proceeding, clock: NewClock): void {
  const rule = ruleFor(p.context, clock.ruleId, clock.unit);
  const amount = clock.amount ?? rule.amount;
  const suspensions = suspensionsOf(p.state());
  p.emit({
    type: 'ClockStarted',
    clockId: clock.clockId,
    kind: clock.kind,
    ruleId: rule.id,
    amount,
    unit: rule.unit === 'CD' ? 'CD' : 'WD',
    from: clock.from,
    suspensions,
    result: computeLimit({
      rule,
      from: clock.from,
      amount,
      suspensions,
      calendar: p.context.calendar,
      asOf: civilDate(p.context.at),
    }),
  });
}

export function ruleFor(
  context: Pick<CaseContext, 'rules' | 'item'>,
  ruleId: string,
  unit?: 'WD' | 'CD',
): LimitRule {
  const rule = findLimitRule(context.rules, ruleId);
  if (rule === undefined) throw new Error(`no limit rule ${ruleId}`);
  if (ruleId === WAIT_RULE) return { ...rule, unit: unit ?? 'WD' };
  if (ruleId !== STEP_RULE) return rule;
  // A step stands still with the limit that it is a part of.
  const statutory = findLimitRule(context.rules, context.item.statutoryLimit?.ruleId ?? 'XK-JD-20');
  const { suspendedBy } = statutory ?? rule;
  return { ...rule, suspendedBy, unit: unit ?? 'WD' };
}

/** Every interval that an excluded procedure took, as the ledger of suspensions. */
export function suspensionsOf(state: CaseState): Suspension[] {
  return state.specialProcedures.map((procedure) => ({
    id: procedure.procedureId,
    from: procedure.startedOn,
    ...(procedure.endedOn === undefined ? {} : { to: procedure.endedOn }),
    reason: procedure.kind,
    documentId: procedure.documentId,
  }));
}

/** The whole input of a clock's count: also what explains its due date. */
export function limitInputOf(clock: ClockState, context: CaseContext): LimitInput {
  return {
    rule: ruleFor(context, clock.ruleId, clock.unit),
    from: clock.from,
    amount: clock.amount,
    extensions: clock.extensions,
    suspensions: clock.suspensions,
    calendar: context.calendar,
    asOf: civilDate(context.at),
  };
}

/** Whether a running excluded procedure stops this clock now (grey light). */
export function isSuspended(
  clock: ClockState,
  context: Pick<CaseContext, 'rules' | 'item'>,
): boolean {
  const { suspendedBy } = ruleFor(context, clock.ruleId, clock.unit);
  return clock.suspensions.some((s) => s.to === undefined && suspendedBy.includes(s.reason));
}

export function reviseClocks(
  p: Proceeding,
  cause: 'suspended' | 'resumed' | 'calendar-changed',
): void {
  for (const clock of runningClocks(p.state())) {
    const suspensions = suspensionsOf(p.state());
    const result = computeLimit({ ...limitInputOf(clock, p.context), suspensions });
    const { extensions } = clock;
    p.emit({
      type: 'ClockRevised',
      clockId: clock.clockId,
      cause,
      suspensions,
      extensions,
      result,
    });
  }
}

export function extendClock(p: Proceeding, clock: ClockState, days: number, reason: string): void {
  const extensions = [...clock.extensions, { amount: days, reason }];
  p.emit({
    type: 'ClockRevised',
    clockId: clock.clockId,
    cause: 'extended',
    suspensions: clock.suspensions,
    extensions,
    result: computeLimit({ ...limitInputOf(clock, p.context), extensions }),
  });
}

/** After a recall a clock that had stopped counts on from the day on which it first began. */
export function restartClock(p: Proceeding, clockId: string): void {
  const clock = p.state().clocks[clockId];
  if (clock?.stoppedAt === undefined) return;
  const { kind, ruleId, from, amount, unit } = clock;
  startClock(p, { clockId, kind, ruleId, from, amount, unit });
}

/**
 * Stops the clocks whose duty is done. Derived from the state after each command, so that no act
 * can forget one.
 */
export function stopSettledClocks(p: Proceeding): void {
  const state = p.state();
  for (const clock of runningClocks(state)) {
    if (isSettled(state, clock)) p.emit({ type: 'ClockStopped', clockId: clock.clockId });
  }
}

function isSettled(state: CaseState, clock: ClockState): boolean {
  if (clock.kind === 'debt') return isDebtClockSettled(state, clock);
  // Asked for after the end of the case that it is about.
  if (clock.kind === 'review') {
    return state.letter?.review !== undefined || isUndone(state);
  }
  if (hasEnded(state)) return true;
  switch (clock.kind) {
    case 'correction':
      return state.phase !== 'received';
    case 'statutory':
    case 'committed':
      return state.decision !== undefined;
    case 'service':
      return state.service !== undefined;
    case 'registration':
      return state.phase !== 'received' || state.letter?.referrals.length !== 0;
    case 'acceptance':
    case 'objection':
      return state.phase !== 'received' || !isOfLatestReferral(state, clock);
    case 'follow-up':
    case 'rectification': {
      const { round } = readNodeClockId(`:${clock.clockId}`);
      return state.letter?.answers.some((answer) => answer.round >= round) === true;
    }
    case 'step':
      // The applicant's time to correct is not the clerk's.
      return state.phase === 'correction-pending' || hasLeft(state, clock.clockId);
    case 'wait':
      return hasLeft(state, clock.clockId);
    case 'opinion': {
      const task = state.marking.tasks[opinionTaskOf(clock.clockId)];
      return task === undefined || !isLive(task);
    }
  }
}

/** What was voided or broken off is not reviewed. */
function isUndone({ phase }: CaseState): boolean {
  return phase === 'voided' || phase === 'terminated';
}

/** The limits of a unit end with its part: when it objects, or passes the letter on. */
function isOfLatestReferral({ letter }: CaseState, { kind, clockId }: ClockState): boolean {
  const referral = letter?.referrals.at(-1);
  const [, referralId] = clockId.split('#');
  if (referralId === undefined) return true;
  return (
    referral?.referralId === referralId && (kind !== 'objection' || referral.status === 'pending')
  );
}

/** Commitments are checked after the conclusion; without a grant there is nothing to check. */
function isDebtClockSettled(state: CaseState, { clockId }: ClockState): boolean {
  const isUngranted = hasEnded(state) && state.outcome !== 'granted';
  if (isUngranted || state.decision?.outcome === 'denied') return true;
  const { nodeId: debtId } = readNodeClockId(clockId);
  return state.debts?.[debtId]?.status !== 'owed';
}

/** The node of a clock `kind:node#round` is no longer open in that round. */
function hasLeft(state: CaseState, clockId: string): boolean {
  const { nodeId, round } = readNodeClockId(clockId);
  const node = state.marking.nodes[nodeId];
  return node?.status !== 'open' || node.round !== round;
}

/** `turn` counts the times that the clock of one round began: anew when corrections come in. */
export function stepClockId(stepId: string, round: number, turn = 1): string {
  return turn === 1 ? `step:${stepId}#${round}` : `step:${stepId}#${round}.${turn}`;
}

export function waitClockId(nodeId: string, round: number): string {
  return `wait:${nodeId}#${round}`;
}

export function opinionClockId(taskId: string): string {
  return `opinion:${taskId}`;
}

/** The task whose opinion the clock limits. */
export function opinionTaskOf(clockId: string): string {
  return clockId.slice('opinion:'.length);
}

/** What a clock `kind:subject#round` is about. */
export function readNodeClockId(clockId: string): {
  readonly nodeId: string;
  readonly round: number;
} {
  const end = clockId.lastIndexOf('#');
  const nodeId = clockId.slice(clockId.indexOf(':') + 1, end);
  return { nodeId, round: Number.parseInt(clockId.slice(end + 1), 10) };
}
