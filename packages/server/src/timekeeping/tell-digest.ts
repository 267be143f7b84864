import { lightLevelOf, type LightLevel } from '@yichuang/kernel/case';
import { addDays, addMs, civilDate, startOfDay, type Instant } from '@yichuang/kernel/time';
import { formatDay } from '../cases/index.ts';
import { findAble } from '../people/index.ts';
import type { Db } from '../platform/db/index.ts';
import { usualAlarms } from './alarm-rules.ts';
import { countRunOut } from './clock-sweep.pg.ts';
import type { TimekeeperDeps } from './timekeeper-deps.ts';

/** 09:00 in Shanghai, before which nobody reads it. */
const DIGEST_MS = 9 * 60 * 60 * 1000;

/** The last instant of a digest up to then. */
export function digestBefore(at: Instant): Instant {
  const day = civilDate(at);
  const today = addMs(startOfDay(day), DIGEST_MS);
  return today <= at ? today : addMs(startOfDay(addDays(day, -1)), DIGEST_MS);
}

/**
 * What ran out since the digest before and is not done yet, counted by level, to supervision. Due
 * by stored instants like everything else here, so that a process that slept sends it afterwards.
 */
export async function tellDigest(
  deps: TimekeeperDeps,
  tx: Db,
  since: Instant,
  now: Instant,
): Promise<void> {
  const [from, until] = [digestBefore(since), digestBefore(now)];
  const levels = (deps.alarms ?? usualAlarms).supervision.daily;
  if (from === until || levels.length === 0) return;
  const counted = await countRunOut(tx, deps.tenantId, from, until);
  const of = (level: LightLevel): number =>
    counted
      .filter(({ kind }) => levels.includes(level) && lightLevelOf(kind) === level)
      .reduce((sum, { clocks }) => sum + clocks, 0);
  const params = { step: of('step'), promise: of('promise'), statute: of('statute') };
  const total = params.step + params.promise + params.statute;
  if (total === 0) return;
  const people = await findAble(tx, deps.tenantId, ['supervise'], civilDate(now));
  await deps.notices.queueInboxInTx(
    tx,
    people.map((personId) => ({
      template: 'board-digest',
      params: { ...params, total, day: formatDay(civilDate(until), 'zh-CN') },
      dedupeKey: `overdue-digest ${until} ${personId}`,
      personId,
    })),
  );
}
