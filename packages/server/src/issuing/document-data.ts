import type { DocumentMoment } from '@yichuang/kernel/case';
import type { DocumentData } from '../documents/index.ts';
import { certificateData } from './certificate-data.ts';
import { denialData, grantData, serviceData } from './decision-data.ts';
import type { DocumentFacts } from './document-facts.ts';
import { acceptanceData, correctionData, receiptData, refusalData } from './intake-data.ts';
import { paymentData } from './payment-data.ts';
import { extensionData, specialProcedureData } from './progress-data.ts';

const builders: Readonly<
  Record<DocumentMoment | 'certificate', (facts: DocumentFacts) => DocumentData>
> = {
  received: receiptData,
  correction: correctionData,
  accepted: acceptanceData,
  'acceptance-refused': refusalData,
  'special-procedure': specialProcedureData,
  extended: extensionData,
  granted: grantData,
  denied: denialData,
  payment: paymentData,
  served: serviceData,
  certificate: certificateData,
};

/**
 * A document's content, in the form of its template's entry in the pack's `manifest.json`.
 * @throws Error when the case lacks what the document is about: a fault of flow or pack
 */
export function documentData(facts: DocumentFacts): DocumentData {
  return builders[momentOf(facts)](facts);
}

/** A flow may issue a document at a place of its own: it is the one that the item names so. */
export function momentOf({
  document,
  item,
}: Pick<DocumentFacts, 'document' | 'item'>): DocumentMoment | 'certificate' {
  if (document.moment !== 'other') return document.moment;
  const named = Object.entries(item.documents ?? {}).find(([, id]) => id === document.template);
  if (named === undefined) {
    throw new Error(`item ${item.code} does not say what ${document.template} is for`);
  }
  return named[0] as DocumentMoment;
}
