/** The scene of a rehearsal from the running county: who works there, what came in, how it went. */
import { civilDate, remainingWorkingDays, type Instant } from '@yichuang/kernel/time';
import type { Directory } from '../cases/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { Db } from '../platform/db/index.ts';
import type { Statutes } from '../statutes/index.ts';
import { readArrivals, readHistoryEvents } from './history-store.pg.ts';
import { readHistory } from './item-history.ts';
import { ENOUGH } from './plan-rehearsal.ts';
import type { RehearsalScene } from './rehearse-item.ts';

export interface RehearsalDeps {
  readonly db: Db;
  readonly tenantId: string;
  readonly clock: Clock;
  readonly statutes: Statutes;
  readonly directory: Pick<Directory, 'posts'>;
}

export async function sceneOfCounty(
  deps: RehearsalDeps,
  item: RehearsalScene['item'],
): Promise<RehearsalScene> {
  const { db, tenantId, clock, statutes, directory } = deps;
  const now = clock.now();
  const posts = await directory.posts();
  const history = readHistory(await readHistoryEvents(db, tenantId, item.code), statutes.calendar);
  const perDay = await arrivalsADay(deps, item.code, now);
  return {
    item,
    history,
    statutes,
    now,
    people: (post) => posts.get(post)?.people.length ?? 0,
    postName: (post) => posts.get(post)?.name ?? post,
    ...(perDay === undefined ? {} : { perDay }),
  };
}

/** On a working day since the first filing of the last weeks; undefined for too few. */
async function arrivalsADay(
  { db, tenantId, statutes }: RehearsalDeps,
  itemCode: string,
  now: Instant,
): Promise<number | undefined> {
  const { cases, since } = await readArrivals(db, tenantId, itemCode, now);
  if (since === undefined || cases < ENOUGH) return undefined;
  const days = remainingWorkingDays(statutes.calendar, civilDate(since), civilDate(now)) + 1;
  return Math.round((cases / days) * 10) / 10;
}
