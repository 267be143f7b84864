import type { CaseState, DocumentMoment, DocumentState } from '@yichuang/kernel/case';

/** Papers from office to office. */
const AMONG_OFFICES: ReadonlySet<string> = new Set<DocumentMoment>([
  'referred',
  'assigned',
  'objected',
  'objection-answered',
  'supervised',
  'sensitive',
]);

/** Whether the paper is the applicant's too, and not one between offices. */
export function isForApplicant({ moment }: { readonly moment: string }): boolean {
  return !AMONG_OFFICES.has(moment);
}

/** A document of the case by its id, if it is one that the applicant may have. */
export function documentForApplicant(
  state: Pick<CaseState, 'documents'> | undefined,
  documentId: string,
): DocumentState | undefined {
  const { documents } = state ?? { documents: {} };
  const found = Object.hasOwn(documents, documentId) ? documents[documentId] : undefined;
  return found !== undefined && isForApplicant(found) ? found : undefined;
}
