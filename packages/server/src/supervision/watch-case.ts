/**
 * The rules in force asked of one case: what they find for the first time becomes a hit with its
 * evidence, and a yellow one that no longer holds is resolved. Red stays red.
 */
import { randomUUID } from 'node:crypto';
import { activitiesOf, type CaseFacts, type WatchHit } from '@yichuang/kernel/watch';
import type { StoredEvent } from '../cases/index.ts';
import { replaceActivities } from './activity-store.pg.ts';
import { factsOfCase } from './facts-of-case.ts';
import { hitChanges } from './hit-changes.ts';
import { hitsOfCase, type NewHit } from './hit-store.pg.ts';
import { addHits, moveHit, WATCHING } from './record-hits.ts';
import type { WatchDeps } from './watch-deps.ts';

/** Run again, it finds nothing twice. */
export async function watchCase(deps: WatchDeps, caseId: string): Promise<void> {
  const { db, tenantId, clock } = deps;
  const stored = await deps.cases.find(caseId);
  if (stored === undefined) return;
  const [events, compiled] = await Promise.all([deps.cases.events(caseId), deps.rules.current()]);
  const at = clock.now();
  const facts = await factsOfCase(deps, stored.state, events, at);
  const hits = compiled.evaluateCase(facts);
  await db.tx(async (tx) => {
    const known = await hitsOfCase(tx, tenantId, caseId);
    const knownKeys = new Set(known.map(({ key }) => key));
    const fresh = hits.filter(({ key }) => !knownKeys.has(key));
    await addHits(
      deps,
      tx,
      fresh.map((hit) => withEvidence(hit, facts, events)),
      compiled.rules,
    );
    for (const { id, ...change } of hitChanges(known, hits)) {
      await moveHit(deps, tx, id, { ...change, by: WATCHING, reason: null });
    }
    await replaceActivities(tx, tenantId, caseId, activitiesOf(facts));
  });
}

function withEvidence(hit: WatchHit, facts: CaseFacts, events: readonly StoredEvent[]): NewHit {
  const hashes = new Map(events.map(({ seq, hash }) => [seq, hash]));
  return {
    ...hit,
    id: randomUUID(),
    evidence: hit.evidence.map(({ caseId, seq }) => ({
      caseId,
      seq,
      hash: hashes.get(seq) ?? '',
    })),
    isWithheld: facts.subjects.case[0]?.facts['isWithheld'] === true,
  };
}
