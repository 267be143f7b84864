import type { AssessmentRow, AssessmentScheme, IndicatorDefinition } from '@yichuang/contracts';
import type { Language } from '../platform/refusal.ts';
import type { OrgTree } from './org-tree.ts';
import type { OfficeScore } from './score-offices.ts';

/** A kept score with the names of its language. */
export function viewRow(
  { lines, vetoes, grade, orgId, ...rest }: OfficeScore,
  scheme: AssessmentScheme,
  indicators: readonly IndicatorDefinition[],
  tree: OrgTree,
  language: Language,
): AssessmentRow {
  const nameOf = (named: { readonly name: string; readonly nameEn: string } | undefined) =>
    (language === 'en' ? named?.nameEn : named?.name) ?? '';
  return {
    ...rest,
    orgId,
    name: tree.nameOf(orgId),
    lines: lines.map((line) => ({
      ...line,
      name: nameOf(indicators.find(({ id }) => id === line.indicator)),
    })),
    vetoes: vetoes.map((veto) => ({
      ...veto,
      name: nameOf(scheme.vetoes.find(({ id }) => id === veto.id)),
    })),
    ...(grade === undefined ? {} : { grade: nameOf(scheme.grades[grade]) }),
  };
}
