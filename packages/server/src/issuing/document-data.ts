import type { DocumentMoment } from '@yichuang/kernel/case';
import type { DocumentData } from '../documents/index.ts';
import { answerData, mediationData } from './answer-data.ts';
import { certificateData } from './certificate-data.ts';
import { denialData, grantData, serviceData } from './decision-data.ts';
import type { DocumentFacts } from './document-facts.ts';
import { acceptanceData, correctionData, receiptData, refusalData } from './intake-data.ts';
import { internalData } from './internal-data.ts';
import { paymentData } from './payment-data.ts';
import {
  petitionAcceptance,
  petitionExtension,
  petitionHearing,
  petitionRefusal,
} from './petition-notices.ts';
import { extensionData, specialProcedureData } from './progress-data.ts';
import {
  objectionAnswerData,
  objectionData,
  referralData,
  supervisionData,
} from './referral-data.ts';
import { specialReportData } from './special-report-data.ts';

type Builder = (facts: DocumentFacts) => DocumentData;

/** `internal`: whatever an approval within the offices issues along its way. */
type Occasion = DocumentMoment | 'certificate' | 'internal';

const builders: Readonly<Record<Occasion, Builder>> = {
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
  referred: referralData,
  assigned: referralData,
  objected: objectionData,
  'objection-answered': objectionAnswerData,
  answered: answerData,
  mediated: mediationData,
  supervised: supervisionData,
  sensitive: specialReportData,
  certificate: certificateData,
  internal: internalData,
};

/** What a letter says otherwise than a licence does at the same moment. */
const ofLetters: Partial<Readonly<Record<Occasion, Builder>>> = {
  accepted: petitionAcceptance,
  'acceptance-refused': petitionRefusal,
  extended: petitionExtension,
  'special-procedure': petitionHearing,
};

/**
 * A document's content, in the form of its template's entry in the pack's `manifest.json`.
 * @throws Error when the case lacks what the document is about: a fault of flow or pack
 */
export function documentData(facts: DocumentFacts): DocumentData {
  const moment = momentOf(facts);
  const own = facts.state.letter === undefined ? undefined : ofLetters[moment];
  return (own ?? builders[moment])(facts);
}

/** A flow may issue a document at a place of its own: it is the one that the item names so. */
export function momentOf({ document, item }: Pick<DocumentFacts, 'document' | 'item'>): Occasion {
  if (document.moment !== 'other') return document.moment;
  if (item.lifecycle === 'internal') return 'internal';
  const named = Object.entries(item.documents ?? {}).find(([, id]) => id === document.template);
  if (named === undefined) {
    throw new Error(`item ${item.code} does not say what ${document.template} is for`);
  }
  return named[0] as DocumentMoment;
}
