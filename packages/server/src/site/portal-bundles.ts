import type { PortalServices } from '@yichuang/portal';
import { createGrant } from './portal-refusals.ts';
import { bareFiler } from './portal-drafts.ts';
import type { SiteDeps } from './site-deps.ts';

type BundlePart = Pick<
  PortalServices,
  'bundles' | 'bundleOf' | 'bundleInterview' | 'bundleResult' | 'openBundleDraft'
>;

export function bundleServices({ bundles, refusals }: SiteDeps): BundlePart {
  const grant = createGrant(refusals);
  return {
    bundles: (locale) => bundles.list(locale),
    bundleOf: (itemCode) => bundles.ofItem(itemCode),
    bundleInterview: (id, answers, locale) => bundles.interview(id, answers, locale),
    bundleResult: (id, answers, locale) => bundles.assess(id, answers, locale),
    openBundleDraft: async (personId, id, answers, draftId) =>
      grant(await bundles.openDraft(bareFiler(personId), id, { answers, draftId })),
  };
}
