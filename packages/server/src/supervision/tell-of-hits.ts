/** Whom a hit is told to: by its rule, in the inbox, one summary where there are many. */
import type { WatchAddressee, WatchHit, WatchRule } from '@yichuang/kernel/watch';
import { isAccusedName, SPECIAL_LETTERS, type PersonRef } from '@yichuang/kernel/case';
import type { Db } from '../platform/db/index.ts';
import type { NewHit } from './hit-store.pg.ts';
import { findSupervisors } from './supervisors.pg.ts';
import { civilDate } from '@yichuang/kernel/time';
import type { WatchDeps } from './watch-deps.ts';

/** Role of the post that heads a unit; in every unit of its own. */
const HEAD = 'leader';

export async function tellOfHits(
  deps: WatchDeps,
  tx: Db,
  hits: readonly NewHit[],
  rules: readonly WatchRule[],
): Promise<void> {
  const byPerson = new Map<string, NewHit[]>();
  const supervisors = await findSupervisors(tx, deps.tenantId, civilDate(deps.clock.now()));
  for (const hit of hits) {
    const rule = rules.find(({ id }) => id === hit.ruleId);
    const accused = await accusedIn(tx, deps.tenantId, hit);
    for (const to of rule === undefined ? [] : addressees(rule)) {
      const watching = supervisors.filter(
        ({ capabilities }) => !hit.isWithheld || capabilities.includes(SPECIAL_LETTERS),
      );
      const people = to === 'supervision' ? watching : await peopleTold(deps, to, hit);
      for (const { personId } of people.filter((one) => !isAccusedName(accused, one.name)))
        byPerson.set(personId, [...(byPerson.get(personId) ?? []), hit]);
    }
  }
  for (const [personId, own] of byPerson) await queue(deps, tx, personId, own);
}

/**
 * Of limits everybody hears from the timekeeper as they turn: not twice. A suspicion is told to
 * nobody whom it is about, a withheld letter to nobody beside its handlers, and what was found in a
 * letter to nobody whom it complains of.
 */
function addressees({ each, kind, tell = [] }: WatchRule): readonly WatchAddressee[] {
  if (each === 'clock') return [];
  if (kind === 'anomaly') return tell.filter((to) => to === 'supervision');
  return tell;
}

async function peopleTold(
  { directory }: WatchDeps,
  to: WatchAddressee,
  hit: NewHit,
): Promise<readonly PersonRef[]> {
  if (to === 'handler') return hit.people;
  if (hit.isWithheld || hit.orgId === undefined) return [];
  const staff = await directory.staff();
  const post = staff.postOf(HEAD, hit.orgId);
  return post === undefined ? [] : staff.people.holdersOf(post);
}

async function accusedIn(tx: Db, tenantId: string, { caseId }: NewHit): Promise<string> {
  if (caseId === undefined) return '';
  const [row] = await tx.query<{ accused: string | null }>(
    `SELECT c.state #>> '{form,accusedName}' AS accused
     FROM letter l JOIN cases c ON c.tenant_id = $1 AND c.id = l.case_id
     WHERE l.tenant_id = $1 AND l.case_id = $2`,
    [tenantId, caseId],
  );
  return row?.accused ?? '';
}

async function queue(
  { notices }: WatchDeps,
  tx: Db,
  personId: string,
  hits: readonly NewHit[],
): Promise<void> {
  const [first] = hits;
  if (first === undefined) return;
  const single = hits.length === 1;
  const { caseId } = first as WatchHit;
  await notices.queueInTx(tx, {
    channel: 'inbox',
    template: single ? 'staff-watch-hit' : 'staff-watch-hits',
    params: single ? { says: first.says } : { count: hits.length, first: first.says },
    dedupeKey: `hit ${first.id} ${personId}`,
    personId,
    ...(caseId === undefined ? {} : { caseId }),
  });
}
