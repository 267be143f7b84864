/**
 * Keeps the figures of cases equal to their events. Nothing is written with a command: whoever
 * asks, and a job every minute, computes what has moved since the last look. A look begins a day
 * before the last one ended, so that what was committed late is seen.
 */
import type { Recorded } from '@yichuang/kernel/case';
import { addDays, civilDate } from '@yichuang/kernel/time';
import { figureOf, type CaseFigure } from '@yichuang/kernel/watch';
import type { FigureDeps } from './figure-deps.ts';
import {
  dropPlace,
  findCasesAfter,
  findStale,
  readEventsOf,
  readPlace,
  writeFigures,
  writePlace,
} from './figure-rows.pg.ts';

/** Cases computed in one go: some ten thousand events in memory. */
const BATCH = 200;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Every minute. */
export const FOLLOWING = 'follow-figures';

export interface Followed {
  readonly computed: number;
  /** false: `most` was reached before the end. */
  readonly isCurrent: boolean;
}

/** @param most cases computed in this call, about */
export async function followEvents(
  deps: FigureDeps,
  most = Number.POSITIVE_INFINITY,
): Promise<Followed> {
  const { db, tenantId, clock } = deps;
  const since = await readPlace(db, tenantId, 'catch-up');
  const isNew = since?.day === null || since === undefined;
  if (isNew && (await readPlace(db, tenantId, 'rebuild')) === undefined) {
    await beginRebuild(deps);
  }
  const rebuilt = await goOnRebuilding(deps, most);
  if (!rebuilt.isCurrent) return rebuilt;
  const today = civilDate(clock.now());
  const from = (await readPlace(db, tenantId, 'catch-up'))?.day ?? today;
  let { computed } = rebuilt;
  for (;;) {
    const stale = await findStale(db, tenantId, from, BATCH);
    await compute(deps, stale);
    computed += stale.length;
    if (stale.length < BATCH) break;
    if (computed >= most) return { computed, isCurrent: false };
  }
  await writePlace(db, tenantId, 'catch-up', { day: addDays(today, -1), caseId: null });
  return { computed, isCurrent: true };
}

/** Computes every figure anew; goes on where it was broken off. */
export async function rebuildFigures(deps: FigureDeps): Promise<Followed> {
  await beginRebuild(deps);
  return followEvents(deps);
}

async function beginRebuild({ db, tenantId, clock }: FigureDeps): Promise<void> {
  const day = addDays(civilDate(clock.now()), -1);
  await writePlace(db, tenantId, 'rebuild', { day, caseId: BEFORE_ALL });
}

async function goOnRebuilding(deps: FigureDeps, most: number): Promise<Followed> {
  const { db, tenantId } = deps;
  let computed = 0;
  for (;;) {
    const place = await readPlace(db, tenantId, 'rebuild');
    if (place === undefined) return { computed, isCurrent: true };
    const caseIds = await findCasesAfter(db, tenantId, place.caseId ?? BEFORE_ALL, BATCH);
    const last = caseIds.at(-1);
    if (last === undefined) {
      // What happened while it ran is found by the days since it began.
      await writePlace(db, tenantId, 'catch-up', { day: place.day, caseId: null });
      await dropPlace(db, tenantId, 'rebuild');
      return { computed, isCurrent: true };
    }
    await compute(deps, caseIds);
    await writePlace(db, tenantId, 'rebuild', { day: place.day, caseId: last });
    computed += caseIds.length;
    if (computed >= most) return { computed, isCurrent: false };
  }
}

async function compute(deps: FigureDeps, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return;
  const { db, tenantId, directory } = deps;
  const [streams, posts] = await Promise.all([
    readEventsOf(db, tenantId, caseIds),
    directory.posts(),
  ]);
  const figures: CaseFigure[] = [];
  for (const events of streams.values()) figures.push(await figureFrom(deps, events));
  await writeFigures(db, tenantId, figures, (post) => posts.get(post)?.orgId);
}

async function figureFrom(deps: FigureDeps, events: readonly Recorded[]): Promise<CaseFigure> {
  const { calendar, rules } = deps.statutes;
  const { code, version } = itemOf(events);
  const item = await deps.findItem(code, version);
  if (item === undefined) throw new Error(`item ${code} is gone`);
  return figureOf(events, { item, calendar, rules });
}

/** A case that was moved to a newer version of its item is held against that one. */
function itemOf(events: readonly Recorded[]): { readonly code: string; readonly version: number } {
  let found: { readonly code: string; readonly version: number } | undefined;
  for (const { event } of events) {
    if (event.type === 'CaseReceived') {
      found = { code: event.itemCode, version: event.itemVersion };
    } else if (event.type === 'CaseRebased' && found !== undefined) {
      found = { ...found, version: event.toVersion };
    }
  }
  if (found === undefined) throw new Error('a case begins with its receipt');
  return found;
}
