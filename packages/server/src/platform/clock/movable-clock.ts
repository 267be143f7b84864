import {
  addMs,
  civilDate,
  instantMs,
  nextWorkingDay,
  startOfDay,
  type Calendar,
} from '@yichuang/kernel/time';
import type { Db } from '../db/pool.ts';
import { systemClock, type Clock } from './clock.ts';

/**
 * The clock of a demo or sandbox tenant: the real one plus an offset that only grows, so that
 * people can watch a case turn yellow and red in a minute. Never backwards: events already
 * carry later instants, and a record that runs backwards is what the ledger exists to prevent.
 */
export interface MovableClock extends Clock {
  readonly offsetMs: () => number;
  /** @param ms milliseconds, a whole number above 0 */
  moveForward(ms: number): Promise<void>;
  /** To 09:00 Asia/Shanghai of the next working day of `calendar`. */
  moveToNextWorkingMorning(calendar: Calendar): Promise<void>;
  /** Reads the offset again; another process may have moved the clock. */
  refresh(): Promise<void>;
}

const settingName = 'clock-offset-ms';
const morningMs = 9 * 60 * 60 * 1000;
const yearMs = 366 * 24 * 60 * 60 * 1000;

/** Loads the offset of `tenantId`, kept in table `setting`. */
export async function openMovableClock(
  db: Db,
  tenantId: string,
  base: Clock = systemClock,
): Promise<MovableClock> {
  let offsetMs = await readOffset(db, tenantId);
  const now = (): ReturnType<Clock['now']> => addMs(base.now(), offsetMs);
  const moveForward = async (ms: number): Promise<void> => {
    if (!Number.isInteger(ms) || ms <= 0 || ms > yearMs) {
      throw new RangeError(`a clock moves forward by 1 ms to a year, not by ${ms}`);
    }
    offsetMs = await addOffset(db, tenantId, ms, base);
  };
  return {
    now,
    offsetMs: () => offsetMs,
    moveForward,
    async moveToNextWorkingMorning(calendar) {
      const day = nextWorkingDay(calendar, civilDate(now()));
      await moveForward(instantMs(startOfDay(day)) + morningMs - instantMs(now()));
    },
    async refresh() {
      offsetMs = Math.max(offsetMs, await readOffset(db, tenantId));
    },
  };
}

async function readOffset(db: Db, tenantId: string): Promise<number> {
  const rows = await db.query<{ value: number }>(
    'SELECT value FROM setting WHERE tenant_id = $1 AND name = $2',
    [tenantId, settingName],
  );
  return rows[0]?.value ?? 0;
}

/** Added in the database, so that two panels pressed at once both count. */
async function addOffset(db: Db, tenantId: string, ms: number, base: Clock): Promise<number> {
  const rows = await db.query<{ value: number }>(
    `INSERT INTO setting AS s (tenant_id, name, value, changed_at)
     VALUES ($1, $2, to_jsonb($3::bigint), $4)
     ON CONFLICT (tenant_id, name) DO UPDATE
     SET value = to_jsonb((s.value)::bigint + (excluded.value)::bigint),
         changed_at = excluded.changed_at
     RETURNING value`,
    [tenantId, settingName, ms, base.now()],
  );
  const value = rows[0]?.value;
  if (value === undefined) throw new Error('the clock offset was not written');
  return value;
}
