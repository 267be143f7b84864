/** Lights counted case by case from what the kernel says of each clock: slow, by other means. */
import type { LightCounts } from '@yichuang/contracts';
import {
  hasEnded,
  isSuspended,
  lightLevelOf,
  type CaseContext,
  type CaseState,
  type ClockState,
} from '@yichuang/kernel/case';
import { lightAt, startOfDay, type Instant, type Light } from '@yichuang/kernel/time';
import { addLights, noLights } from './light-counts.ts';

const WORST: readonly Light[] = ['red', 'yellow', 'green'];

export function recount(
  states: readonly CaseState[],
  at: Instant,
  contextOf: (state: CaseState) => CaseContext,
): LightCounts {
  return states
    .filter((state) => !hasEnded(state))
    .map((state) => countsOf(state, at, contextOf(state)))
    .reduce(addLights, noLights);
}

function countsOf(state: CaseState, at: Instant, context: CaseContext): LightCounts {
  const clocks = Object.values(state.clocks).filter(({ kind }) => lightLevelOf(kind) !== undefined);
  const running = clocks.filter((clock) => clock.stoppedAt === undefined);
  const lightOf = (clock: ClockState): Light => {
    const suspension = clock.suspensions.find(({ to }) => to === undefined);
    return lightAt(clock.result, at, {
      suspended: isSuspended(clock, context),
      ...(suspension === undefined ? {} : { suspendedAt: startOfDay(suspension.from) }),
      ...(clock.stoppedAt === undefined ? {} : { stoppedAt: clock.stoppedAt }),
    });
  };
  const worst = (some: readonly ClockState[]): Light => {
    const lights = some.map(lightOf);
    return WORST.find((light) => lights.includes(light)) ?? 'grey';
  };
  const light = worst(running);
  const level = (name: string) => {
    const own = worst(running.filter(({ kind }) => lightLevelOf(kind) === name));
    return { yellow: own === 'yellow' ? 1 : 0, red: own === 'red' ? 1 : 0 };
  };
  const kept = clocks.filter((clock) => clock.stoppedAt !== undefined).map(lightOf);
  return {
    ...noLights,
    open: 1,
    [light]: 1,
    wasLate: light !== 'red' && kept.includes('red') ? 1 : 0,
    step: level('step'),
    promise: level('promise'),
    statute: level('statute'),
  };
}
