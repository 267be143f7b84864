import type { Instant } from './instant.ts';
import type { LimitResult } from './limit.ts';
import type { LIGHTS } from '../words/index.ts';

/** 绿 in time, 黄 soon due, 红 late, 灰 the clock stands still. */
export type Light = (typeof LIGHTS)[number];

export interface LightState {
  /** A suspension is running. */
  readonly suspended: boolean;
  /** When it began: a clock that was late by then stays red while it stands still. */
  readonly suspendedAt?: Instant;
  /** When the clock was stopped for good, because the act was done. */
  readonly stoppedAt?: Instant;
}

/** The instants alone, so that a stored clock can be asked without recomputing it. */
export type LightInstants = Pick<LimitResult, 'warnAt' | 'overdueAt'>;

/**
 * The light at an instant. Red is never cleared by doing the act afterwards ("红(已办结, 超期 n 日)",
 * laws.md §7.1); a clock that stopped in time is green for ever, also when it had been yellow.
 */
export function lightAt(result: LightInstants, at: Instant, state: LightState): Light {
  if (state.stoppedAt !== undefined && state.stoppedAt <= at) {
    return state.stoppedAt >= result.overdueAt ? 'red' : 'green';
  }
  if (state.suspended) {
    const wasLate = state.suspendedAt !== undefined && state.suspendedAt >= result.overdueAt;
    return wasLate ? 'red' : 'grey';
  }
  if (at >= result.overdueAt) return 'red';
  return at >= result.warnAt ? 'yellow' : 'green';
}
