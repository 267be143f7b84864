import {
  civilDate,
  nextWorkingDay,
  startOfDay,
  instantMs,
  type Calendar,
} from '@yichuang/kernel/time';
import type { MovableClock } from '../platform/clock/index.ts';
import type { Timekeeper } from '../timekeeping/index.ts';

export type ClockMove = { readonly ms: number } | { readonly workingDays: number };

const NINE_OCLOCK_MS = 9 * 60 * 60 * 1000;

/** Moves the sandbox's clock forward and lets the timekeeper look: lights change at once. */
export async function moveClock(
  clock: MovableClock,
  calendar: Calendar,
  timekeeper: Timekeeper,
  move: ClockMove,
): Promise<void> {
  await clock.moveForward('ms' in move ? move.ms : untilMorning(clock, calendar, move.workingDays));
  await timekeeper.look();
}

/** To 09:00 of the n-th working day from now. */
function untilMorning(clock: MovableClock, calendar: Calendar, workingDays: number): number {
  let day = civilDate(clock.now());
  for (let n = 0; n < workingDays; n += 1) day = nextWorkingDay(calendar, day);
  return instantMs(startOfDay(day)) + NINE_OCLOCK_MS - instantMs(clock.now());
}
