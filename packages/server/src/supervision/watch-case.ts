/**
 * The rules in force asked of one case: what they find for the first time becomes a hit with its
 * evidence, and a yellow one that no longer holds is resolved. Red stays red.
 */
import { randomUUID } from 'node:crypto';
import { activitiesOf, type CaseFacts, type WatchHit } from '@yichuang/kernel/watch';
import type { StoredEvent } from '../cases/index.ts';
import { replaceActivities } from './activity-store.pg.ts';
import { factsOfCase } from './facts-of-case.ts';
import { hitsOfCase, type KnownHit, type NewHit } from './hit-store.pg.ts';
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
    for (const change of changesOf(known, hits)) await moveHit(deps, tx, change.id, change);
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

interface Change {
  readonly id: string;
  readonly status: 'open' | 'resolved' | 'overtaken';
  readonly from: readonly ('open' | 'resolved' | 'overtaken')[];
  readonly by: typeof WATCHING;
  readonly reason: null;
}

/** Yellow ones that no longer hold, and those that hold again. */
function changesOf(known: readonly KnownHit[], hits: readonly WatchHit[]): Change[] {
  const holding = new Set(hits.map(({ key }) => key));
  const red = new Set(hits.filter(({ light }) => light === 'red').map(subjectOf));
  const by = WATCHING;
  return known.flatMap((hit): Change[] => {
    const { id, key, light, status } = hit;
    if (light === 'red') return [];
    if (holding.has(key)) {
      const isBack = status === 'resolved' || status === 'overtaken';
      return isBack
        ? [{ id, status: 'open', from: ['resolved', 'overtaken'], by, reason: null }]
        : [];
    }
    if (status !== 'open') return [];
    const ended = red.has(subjectOf(hit)) ? 'overtaken' : 'resolved';
    return [{ id, status: ended, from: ['open'], by, reason: null }];
  });
}

/** A key is rule, case and subject: what went from yellow to red is the same subject. */
function subjectOf({ key }: { readonly key: string }): string {
  return key.slice(key.indexOf(' '));
}
