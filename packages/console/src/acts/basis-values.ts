/** The law behind an act: one of the item's own, or one that is typed. */
import type { LegalBasis } from '@yichuang/kernel/time';
import { missing, type ActSubject, type Problems } from './act.ts';

export const OTHER_BASIS = 'other';

export interface BasisValues {
  /** Index into the item's legalBasis as text, `other`, or '' while nothing is chosen. */
  readonly basisChoice: string;
  readonly basisLaw: string;
  readonly basisArticle: string;
}

export const noBasis: BasisValues = { basisChoice: '', basisLaw: '', basisArticle: '' };

export function basesOf(subject: ActSubject): readonly LegalBasis[] {
  return subject.item?.legalBasis ?? [];
}

export function toBasis(values: BasisValues, subject: ActSubject): LegalBasis | undefined {
  if (values.basisChoice !== OTHER_BASIS) {
    return values.basisChoice === '' ? undefined : basesOf(subject)[Number(values.basisChoice)];
  }
  const law = values.basisLaw.trim();
  const article = values.basisArticle.trim();
  return law === '' || article === '' ? undefined : { law, article };
}

export function basisProblems(values: BasisValues, subject: ActSubject): Problems {
  return missing(toBasis(values, subject) === undefined, 'basis', 'act.basisMissing');
}
