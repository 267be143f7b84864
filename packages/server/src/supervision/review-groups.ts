/** Reviews that somebody got in a day, as groups for rules: whether a window rates itself. */
import { startOfDay, type PlainDate } from '@yichuang/kernel/time';
import { overall, type Facts, type Group } from '@yichuang/kernel/watch';
import type { Db } from '../platform/db/index.ts';
import { reviewFacts, type ReviewFact } from '../reviews/index.ts';
import type { WatchDeps } from './watch-deps.ts';

/** Both days included. The reviews themselves are no evidence here: they stay with their slice. */
export async function reviewGroups(
  { tenantId, directory }: Pick<WatchDeps, 'tenantId' | 'directory'>,
  db: Db,
  period: { readonly from: PlainDate; readonly until: PlainDate },
): Promise<Group[]> {
  const [rows, posts] = await Promise.all([reviewFacts(db, tenantId, period), directory.posts()]);
  const names = new Map(
    [...posts.values()].flatMap(({ people }) =>
      people.map(({ personId, name }): [string, string] => [personId, name]),
    ),
  );
  const facts = rows.map((row) => factsOf(row, names.get(row.staffId ?? '') ?? ''));
  const all = overall(facts);
  return rows.map((row, i) => ({
    subject: 'review-day',
    key: `review-day:${row.orgId}:${row.postId ?? ''}:${row.staffId ?? ''}:${row.day}`,
    orgId: row.orgId,
    people:
      row.staffId === null
        ? []
        : [{ personId: row.staffId, name: names.get(row.staffId) ?? row.staffId }],
    at: startOfDay(row.day),
    facts: facts[i] ?? {},
    all,
    evidence: [],
  }));
}

function factsOf(row: ReviewFact, person: string): Facts {
  return {
    period: row.day,
    org: row.orgId,
    person,
    count: row.count,
    bestShare: row.bestShare,
    medianSeconds: row.medianSeconds,
    mostInMinute: row.mostInMinute,
    devices: row.devices,
    addresses: row.addresses,
    mostOfDevice: row.mostOfDevice,
    fromScreen: row.fromScreen,
    screenDevices: row.screenDevices,
    visits: row.visits,
    ratedQuickShare: row.ratedQuickShare,
    ratedQuickRun: row.ratedQuickRun,
    byOwnStaff: row.byOwnStaff,
    byReviewed: row.byReviewed,
  };
}
