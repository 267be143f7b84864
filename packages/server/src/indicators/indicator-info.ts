import type { IndicatorDefinition, IndicatorInfo } from '@yichuang/contracts';
import type { Language } from '../platform/refusal.ts';
import { isCaseCount } from './case-counts.ts';

/** An indicator in one language. */
export function indicatorInfo(one: IndicatorDefinition, language: Language): IndicatorInfo {
  const { id, group, kind, better, basis, of } = one;
  return {
    id,
    group,
    name: language === 'en' ? one.nameEn : one.name,
    kind,
    formula: language === 'en' ? one.formulaEn : one.formula,
    better,
    ...(basis === undefined ? {} : { basis }),
    hasCases: isCaseCount(of) || of === 'workingDays',
  };
}
