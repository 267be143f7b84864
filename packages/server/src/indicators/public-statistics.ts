import type { PublicStatistics } from '@yichuang/contracts';
import { civilDate, instantMs, plainDate } from '@yichuang/kernel/time';
import type { Language } from '../platform/refusal.ts';
import { everything } from './figure-scope.ts';
import type { IndicatorDeps } from './indicator-deps.ts';
import { orgTree } from './org-tree.ts';
import { reportIndicators } from './report-indicators.ts';

/** Counted at most so often, however many look. */
const KEPT_MS = 600_000;

/** What is only suspected of an office is not told to everybody. */
const HIDDEN_GROUP = 'watch';

/** The county's figures of the year so far, each with its formula. */
export function createPublicStatistics(
  deps: IndicatorDeps,
): (language: Language) => Promise<PublicStatistics> {
  const kept = new Map<Language, { readonly atMs: number; readonly found: PublicStatistics }>();
  return async (language) => {
    const atMs = instantMs(deps.clock.now());
    const known = kept.get(language);
    if (known !== undefined && atMs >= known.atMs && atMs - known.atMs < KEPT_MS) {
      return known.found;
    }
    const found = await countYear(deps, language);
    kept.set(language, { atMs, found });
    return found;
  };
}

async function countYear(deps: IndicatorDeps, language: Language): Promise<PublicStatistics> {
  const tree = orgTree(await deps.directory.orgs());
  const until = civilDate(deps.clock.now());
  const from = plainDate(`${until.slice(0, 4)}-01-01`);
  const { indicators, total } = await reportIndicators(deps, {
    from,
    until,
    by: 'office',
    orgId: tree.rootId,
    scope: everything(tree),
    language,
  });
  const shown = indicators.filter(({ group }) => group !== HIDDEN_GROUP);
  const ids = new Set(shown.map(({ id }) => id));
  const figures = Object.fromEntries(
    Object.entries(total.figures)
      .filter(([id]) => ids.has(id))
      // Days so far against as many days before would compare a year with its last months.
      .map(([id, { before: _before, ...figure }]) => [id, figure]),
  );
  return { from, until, indicators: shown, figures };
}
