import type { AssessmentScheme, SchemeEffect } from '@yichuang/contracts';
import type { Language } from '../platform/refusal.ts';
import { findAssessment, thawed } from './assessment-store.pg.ts';
import { viewRow } from './assessment-view.ts';
import type { IndicatorDeps } from './indicator-deps.ts';
import { orgTree } from './org-tree.ts';
import { findSchemeDraft } from './scheme-store.pg.ts';
import { schemeOf } from './schemes.ts';
import type { OfficeScore } from './score-offices.ts';
import { countPeriod, scorePeriod } from './score-period.ts';

/**
 * What the draft would have made of a period, beside what was made of it. A published one is
 * counted from what was frozen with it, so that the scheme alone makes the difference.
 *
 * @param period by its name
 * @returns undefined without a draft
 */
export async function schemeEffect(
  deps: IndicatorDeps,
  period: string,
  language: Language,
): Promise<SchemeEffect | undefined> {
  const { db, tenantId, statutes } = deps;
  const [draft, published] = await Promise.all([
    findSchemeDraft(db, tenantId),
    findAssessment(db, tenantId, period),
  ]);
  if (draft === undefined) return undefined;
  const tree = orgTree(await deps.directory.orgs());
  const known = await schemeOf(deps, period, published?.schemeVersion);
  const byOrg = published ? thawed(published.counted) : await countPeriod(deps, period);
  const now = published?.result ?? scorePeriod(deps, tree, known.scheme, byOrg);
  const then = scorePeriod(deps, tree, draft.scheme, byOrg);
  const standing = (result: readonly OfficeScore[], scheme: AssessmentScheme, orgId: string) => {
    const found = result.find((row) => row.orgId === orgId);
    if (found === undefined) return { vetoes: [] };
    const { score, rank, grade, vetoes } = viewRow(
      found,
      scheme,
      statutes.indicators,
      tree,
      language,
    );
    return {
      ...(score === undefined ? {} : { score }),
      ...(rank === undefined ? {} : { rank }),
      ...(grade === undefined ? {} : { grade }),
      vetoes: vetoes.map(({ name }) => name),
    };
  };
  return {
    period,
    schemeVersion: known.version,
    isPublished: published !== undefined,
    rows: then.map(({ orgId }) => ({
      orgId,
      name: tree.nameOf(orgId),
      now: standing(now, known.scheme, orgId),
      then: standing(then, draft.scheme, orgId),
    })),
  };
}
