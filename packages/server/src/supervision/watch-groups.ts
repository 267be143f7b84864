/** Rules over what many cases add up to, asked of days and months that have ended. */
import { randomUUID } from 'node:crypto';
import { addDays, civilDate, type PlainDate } from '@yichuang/kernel/time';
import {
  groupActivities,
  isGroupSubject,
  type GroupSubject,
  type WatchHit,
} from '@yichuang/kernel/watch';
import { GROUP_SUBJECTS } from '@yichuang/kernel/words';
import type { Db } from '../platform/db/index.ts';
import { activitiesBetween } from './activity-store.pg.ts';
import type { NewHit } from './hit-store.pg.ts';
import { eventHashes, readProgress, writeProgress } from './progress-store.pg.ts';
import { reviewGroups } from './review-groups.ts';
import { addHits } from './record-hits.ts';
import type { WatchDeps } from './watch-deps.ts';

/** After a long standstill so many days are made up for at once; the next night does the rest. */
const MOST_DAYS = 400;

/** Every day that ended since the last time, each in a transaction of its own. */
export async function watchClosedDays(deps: WatchDeps): Promise<void> {
  const { db, tenantId, clock } = deps;
  const yesterday = addDays(civilDate(clock.now()), -1);
  const last = (await readProgress(db, tenantId)) ?? addDays(yesterday, -1);
  let day = addDays(last, 1);
  for (let n = 0; n < MOST_DAYS && day <= yesterday; n += 1, day = addDays(day, 1)) {
    const ended = day;
    await db.tx(async (tx) => {
      await watchPeriod(deps, tx, ended, ended, DAILY);
      const first = `${ended.slice(0, 8)}01` as PlainDate;
      if (isLastOfMonth(ended)) await watchPeriod(deps, tx, first, ended, MONTHLY);
      await writeProgress(tx, tenantId, ended);
    });
  }
}

const DAILY: readonly GroupSubject[] = ['person-day', 'review-day'];
const MONTHLY = GROUP_SUBJECTS.filter((subject) => !DAILY.includes(subject));

function isLastOfMonth(day: PlainDate): boolean {
  return addDays(day, 1).endsWith('-01');
}

async function watchPeriod(
  deps: WatchDeps,
  tx: Db,
  from: PlainDate,
  until: PlainDate,
  subjects: readonly GroupSubject[],
): Promise<void> {
  const compiled = await deps.rules.current();
  const asked = subjects.filter((subject) => compiled.rules.some(({ each }) => each === subject));
  if (asked.length === 0) return;
  const activities = await activitiesBetween(tx, deps.tenantId, from, until);
  const reviews = asked.includes('review-day') ? await reviewGroups(deps, tx, { from, until }) : [];
  const groups = [...asked.flatMap((subject) => groupActivities(subject, activities)), ...reviews];
  const hits = compiled.evaluateGroups(groups);
  const rules = compiled.rules.filter(({ each }) => isGroupSubject(each));
  await addHits(deps, tx, await withHashes(deps, tx, hits), rules);
}

async function withHashes(
  { tenantId }: WatchDeps,
  tx: Db,
  hits: readonly WatchHit[],
): Promise<NewHit[]> {
  const hashes = await eventHashes(
    tx,
    tenantId,
    hits.flatMap(({ evidence }) => evidence),
  );
  return hits.map((hit) => ({
    ...hit,
    id: randomUUID(),
    evidence: hit.evidence.map(({ caseId, seq }) => ({
      caseId,
      seq,
      hash: hashes.get(`${caseId} ${seq}`) ?? '',
    })),
    isWithheld: false,
  }));
}
