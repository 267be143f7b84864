import { startClock } from './clocks.ts';
import type { Proceeding } from './proceeding.ts';

/**
 * 简易转普通: from now on in the ordinary procedure, whose limit counts from the acceptance and not
 * from today (信访事项简易办理办法（试行）).
 */
export function toOrdinary(p: Proceeding, reason: string): void {
  p.emit({ type: 'ProcedureChosen', procedure: 'ordinary', reason });
  const { acceptedOn, clocks } = p.state();
  const { statutoryLimit } = p.context.item;
  if (acceptedOn === undefined || statutoryLimit === undefined) return;
  if (clocks['statutory']?.stoppedAt === undefined && clocks['statutory'] !== undefined) {
    p.emit({ type: 'ClockStopped', clockId: 'statutory' });
  }
  const { ruleId, amount } = statutoryLimit;
  startClock(p, { clockId: 'statutory', kind: 'statutory', from: acceptedOn, ruleId, amount });
}
