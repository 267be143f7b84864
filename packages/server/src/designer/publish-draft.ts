/** From a draft to a version that is in force from a day on. */
import type { DesignProblem, DesignPublished, PublishDesign } from '@yichuang/contracts';
import { civilDate, plainDate, startOfDay, type PlainDate } from '@yichuang/kernel/time';
import { publishVersionInTx, type ItemVersion } from '../catalogue/index.ts';
import type { Language } from '../platform/refusal.ts';
import type { DesignDeps } from './design-deps.ts';
import { createDesignDraftStore } from './design-draft-store.pg.ts';
import type { DesignDraft } from './design-draft-store.ts';
import { findDraft } from './design-drafts.ts';
import { designProblems } from './design-problems.ts';
import { mayDesignFor, type Designer } from './designer.ts';
import { refuseDesign, type DesignOutcome } from './refusals.ts';
import { packAsPublisher } from './texts/publisher.messages.ts';

export interface PublishWish extends PublishDesign {
  readonly draftId: string;
}

/**
 * Publishes what has no problem; the draft is used up. Cases that run keep their version, and so
 * does whatever was published before: it is past, never changed.
 */
export async function publishDraft(
  deps: DesignDeps,
  designer: Designer,
  wish: PublishWish,
  language: Language,
): Promise<DesignOutcome<DesignPublished>> {
  const draft = await findDraft(deps, designer, wish.draftId);
  if (draft === undefined) return refuseDesign('design-draft-unknown');
  const known = await deps.findItem(draft.item.code);
  if (known !== undefined && !mayDesignFor(designer, known.orgId)) {
    return refuseDesign('design-outside-scope');
  }
  const today = civilDate(deps.clock.now());
  const from = plainDate(wish.from);
  if (from < today) return refuseDesign('design-day-past', { from, today });
  if (draft.revision !== wish.revision) return changedSince(draft);
  const [first, ...others] = await designProblems(deps, draft.item, language);
  if (first !== undefined) return hasProblems(first, others.length + 1);
  return deps.db.tx(async (tx) => {
    const store = createDesignDraftStore(tx, deps.tenantId);
    const locked = await store.lockInTx(wish.draftId);
    if (locked === undefined) return refuseDesign('design-draft-unknown');
    // The same revision is the same text: what was checked above is what is published.
    if (locked.revision !== wish.revision) return changedSince(locked);
    const published = await publishVersionInTx(tx, deps.tenantId, {
      definition: locked.item,
      seen: seenOf(locked, wish),
      ...instants(deps, from, today),
      publishedBy: designer.personId,
      note: wish.note,
    });
    if (!published.ok) return notTheNewest(locked, published, language);
    await store.remove(wish.draftId);
    const { version } = published;
    return { ok: true, value: { code: locked.item.code, version, from } };
  });
}

function changedSince({ changedBy: by, changedAt, revision }: DesignDraft): DesignOutcome<never> {
  return refuseDesign('design-draft-changed', { by, at: changedAt, revision });
}

/** Whoever has looked at a newer version may put this draft in its place. */
function seenOf({ baseVersion }: DesignDraft, { replaces }: PublishWish): number | undefined {
  return baseVersion === undefined ? undefined : (replaces ?? baseVersion);
}

/** Today means now: what is filed in this minute already runs on it. */
function instants({ clock }: DesignDeps, from: PlainDate, today: PlainDate) {
  const publishedAt = clock.now();
  return { publishedAt, validFrom: from === today ? publishedAt : startOfDay(from) };
}

function hasProblems({ text }: DesignProblem, count: number): DesignOutcome<never> {
  return refuseDesign('design-has-problems', { count, problem: text });
}

function notTheNewest(
  { item, baseVersion }: DesignDraft,
  { problem, newest }: { readonly problem: string; readonly newest: ItemVersion },
  language: Language,
): DesignOutcome<never> {
  const { version, validFrom, publishedBy = packAsPublisher[language] } = newest;
  if (problem === 'planned-later') {
    return refuseDesign('design-planned-later', { version, from: civilDate(validFrom) });
  }
  return baseVersion === undefined
    ? refuseDesign('design-item-code-taken', { code: item.code })
    : refuseDesign('design-newer-version', { version, by: publishedBy });
}
