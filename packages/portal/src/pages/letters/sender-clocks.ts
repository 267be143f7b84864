import type { ClockView } from '@yichuang/contracts';
import { clocksForApplicant } from '../../components/clock-list.ts';

/** Limits among offices, and rights that somebody may let lapse: not what a sender waits for. */
const inside: ReadonlySet<string> = new Set(['registration', 'objection', 'review']);

/** What the sender of a letter waits for now. */
export function sendersClocks(clocks: readonly ClockView[]): readonly ClockView[] {
  const running = clocks.filter(({ stoppedAt }) => stoppedAt === undefined);
  return clocksForApplicant(running.filter(({ kind }) => !inside.has(kind)));
}
