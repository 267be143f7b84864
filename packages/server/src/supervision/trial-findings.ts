/** What a trial has found so far; a page of cases adds to it. Kept small, whatever the period. */
import type { FactValue, WatchHit } from '@yichuang/kernel/watch';
import type { Instant } from '@yichuang/kernel/time';

export interface TrialSample {
  readonly key: string;
  readonly isNew: boolean;
  readonly caseId?: string;
  readonly orgId?: string;
  readonly says: string;
  readonly light: 'yellow' | 'red';
  readonly at: Instant;
  readonly facts: readonly { readonly name: string; readonly value: FactValue }[];
}

export interface TrialFindings {
  readonly hits: number;
  /** Cases with a hit; groups, for rules over groups. */
  readonly cases: number;
  readonly added: number;
  readonly gone: number;
  readonly byOrg: Readonly<Record<string, number>>;
  readonly samples: readonly TrialSample[];
  readonly goneSamples: readonly TrialSample[];
}

export const NOTHING_FOUND: TrialFindings = {
  hits: 0,
  cases: 0,
  added: 0,
  gone: 0,
  byOrg: {},
  samples: [],
  goneSamples: [],
};

/** What a person reads through; the counts count everything. */
const MOST_SAMPLES = 30;

export interface Compared {
  readonly draft: readonly WatchHit[];
  /** Of the version in force; none where the rule is new. */
  readonly inForce: readonly WatchHit[];
  /** Of a withheld letter no sample is shown. */
  readonly isShown: boolean;
}

/** @param reads names of the facts that the draft's condition reads */
export function addFindings(
  found: TrialFindings,
  { draft, inForce, isShown }: Compared,
  reads: readonly string[],
): TrialFindings {
  if (draft.length === 0 && inForce.length === 0) return found;
  const before = new Set(inForce.map(({ key }) => key));
  const now = new Set(draft.map(({ key }) => key));
  const gone = inForce.filter(({ key }) => !now.has(key));
  const added = draft.filter(({ key }) => !before.has(key));
  const byOrg: Record<string, number> = { ...found.byOrg };
  for (const { orgId = '' } of draft) byOrg[orgId] = (byOrg[orgId] ?? 0) + 1;
  const sample = (hit: WatchHit): TrialSample => ({
    key: hit.key,
    isNew: !before.has(hit.key),
    ...(hit.caseId === undefined ? {} : { caseId: hit.caseId }),
    ...(hit.orgId === undefined ? {} : { orgId: hit.orgId }),
    says: hit.says,
    light: hit.light,
    at: hit.at,
    facts: reads.map((name) => ({ name, value: hit.facts[name] ?? null })),
  });
  const shown = isShown ? draft.map(sample) : [];
  return {
    hits: found.hits + draft.length,
    cases: found.cases + new Set(draft.map(({ caseId, key }) => caseId ?? key)).size,
    added: found.added + added.length,
    gone: found.gone + gone.length,
    byOrg,
    // New ones first: they are what the change is about.
    samples: [...found.samples, ...shown]
      .toSorted((a, b) => Number(b.isNew) - Number(a.isNew))
      .slice(0, MOST_SAMPLES),
    goneSamples: [...found.goneSamples, ...(isShown ? gone.map(sample) : [])].slice(
      0,
      MOST_SAMPLES,
    ),
  };
}
