/** When the acts of a play happen: days and hours of Shanghai, moving only forward. */
import {
  addMs,
  civilDate,
  instant,
  instantMs,
  isInstant,
  isPlainDate,
  nextWorkingDay,
  startOfDay,
  type Calendar,
  type Instant,
} from '../time/index.ts';
import { ScriptFault } from './script-fault.ts';

/** `min`, `h`, `d` calendar days, `wd` working days at the same time of day. */
export interface PlayDuration {
  readonly amount: number;
  readonly unit: 'min' | 'h' | 'd' | 'wd';
}

const MINUTE_MS = 60_000;
const UNIT_MS = { min: MINUTE_MS, h: 60 * MINUTE_MS, d: 24 * 60 * MINUTE_MS } as const;

/** `2026-03-02 14:30` or `2026-03-02T14:30` in Shanghai; also an instant in UTC. */
export function readMoment(value: unknown, path: string): Instant {
  if (typeof value === 'string') {
    if (isInstant(value)) return instant(value);
    const found = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)$/.exec(value);
    const [, day = '', hours, minutes] = found ?? [];
    if (isPlainDate(day)) {
      return addMs(startOfDay(day), (Number(hours) * 60 + Number(minutes)) * MINUTE_MS);
    }
  }
  throw new ScriptFault('time-unreadable', path, { value: shown(value) });
}

/** `30min`, `3h`, `2d`, `5wd`. */
export function readDuration(value: unknown, path: string): PlayDuration {
  const found = typeof value === 'string' ? /^(\d{1,4})(min|h|d|wd)$/.exec(value) : null;
  const [, amount, unit] = found ?? [];
  if (unit === 'min' || unit === 'h' || unit === 'd' || unit === 'wd') {
    return { amount: Number(amount), unit };
  }
  throw new ScriptFault('time-unreadable', path, { value: shown(value) });
}

export function later(from: Instant, { amount, unit }: PlayDuration, calendar: Calendar): Instant {
  if (unit !== 'wd') return addMs(from, amount * UNIT_MS[unit]);
  let day = civilDate(from);
  for (let n = 0; n < amount; n += 1) day = nextWorkingDay(calendar, day);
  return addMs(startOfDay(day), instantMs(from) - instantMs(startOfDay(civilDate(from))));
}

export function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
