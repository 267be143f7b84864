import { fill } from '../cases/index.ts';
import type { DocumentData } from '../documents/index.ts';
import { evaluateText } from './certificate-data.ts';
import {
  acceptedOn,
  APPROVAL_SEAL,
  causeOf,
  commonData,
  letterData,
  remediesData,
  type DocumentFacts,
} from './document-facts.ts';
import { words } from './letter.messages.ts';
import { citations, clause } from './official-text.ts';

const LICENSING_LAW = '中华人民共和国行政许可法';

/** 准予行政许可决定书. */
export function grantData(facts: DocumentFacts): DocumentData {
  const { item, state } = facts;
  const { certificate, place } = item;
  const own = item.legalBasis.filter(({ law }) => law !== LICENSING_LAW);
  const grant = certificate?.grant;
  return {
    ...commonData(facts),
    ...letterData(facts),
    ...remediesData(facts),
    acceptedOn: acceptedOn(facts),
    basis: citations(own.length > 0 ? own : item.legalBasis),
    grant: clause(
      grant === undefined
        ? fill(words.grantOf, { applicant: state.applicant.name, item: state.itemName })
        : evaluateText(facts, grant),
    ),
    ...(certificate === undefined ? {} : { certificate: { name: `《${certificate.name}》` } }),
    ...(certificate === undefined || place === undefined
      ? {}
      : { collection: collectionOf(facts, `${place.address}${place.counter ?? ''}`) }),
  };
}

function collectionOf({ item }: DocumentFacts, counter: string): string {
  const collect = fill(words.collect, { counter });
  return item.fees.length > 0 ? fill(words.collectAfterPayment, { collect }) : collect;
}

/**
 * 不予行政许可决定书. A reason of several lines states the facts first and then, line by line, why.
 * @basis 中华人民共和国行政许可法 第三十八条第二款: 应当说明理由，并告知申请人享有依法申请行政复议或者提起行政诉讼的权利。
 */
export function denialData(facts: DocumentFacts): DocumentData {
  const { reason, basis } = causeOf(facts, 'DecisionMade');
  const lines = reason
    .split('\n')
    .map(clause)
    .filter((line) => line !== '');
  const [first = '', ...rest] = lines;
  const stated = lines.length > 1;
  return {
    ...commonData(facts),
    ...letterData(facts),
    ...remediesData(facts),
    acceptedOn: acceptedOn(facts),
    facts: stated ? first : words.notMet,
    reasons: stated ? rest : [first],
    basis: citations(basis.length > 0 ? basis : facts.item.legalBasis),
  };
}

/** 送达回证: what was handed over, by whom, to whom. */
export function serviceData(facts: DocumentFacts): DocumentData {
  const { state, events, names } = facts;
  const served = causeOf(facts, 'ResultServed');
  const by = events.findLast(({ event }) => event === served)?.by.name ?? names.issuer;
  const isOther = served.recipient !== state.applicant.name;
  return {
    ...commonData(facts, APPROVAL_SEAL),
    addressee: state.applicant.name,
    itemName: state.itemName,
    documents: servedDocuments(facts),
    method: words.served[served.method],
    place: placeOfService(facts, served),
    servedBy: [by],
    receivedOn: served.servedOn,
    receivedBy: served.recipient,
    ...(isOther ? { relation: relationOf(facts, served.recipient) } : {}),
  };
}

function placeOfService(
  { item: { place }, names: { site } }: DocumentFacts,
  served: {
    readonly method: 'counter' | 'post' | 'electronic';
    readonly trackingNumber?: string;
  },
): string {
  switch (served.method) {
    case 'counter':
      return place === undefined ? words.serviceCentre : `${place.address}${place.counter ?? ''}`;
    case 'post': {
      const { trackingNumber: number } = served;
      return number === undefined ? words.mailed : fill(words.mailedAs, { number });
    }
    case 'electronic':
      return fill(words.inbox, { site });
  }
}

function relationOf({ state }: DocumentFacts, recipient: string): string {
  return recipient === state.contact.name ? words.agent : words.recipientFor;
}

const RESULTS: ReadonlySet<string> = new Set([
  'granted',
  'denied',
  'certificate',
  'answered',
  'mediated',
]);

/** The decision and the certificate; notices reached the applicant when they were issued. */
function servedDocuments({ state, names, item }: DocumentFacts): DocumentData[] {
  const results = Object.values(state.documents).filter(({ moment }) => RESULTS.has(moment));
  const rows = results.map(({ template, moment, number }) => ({
    name:
      (moment === 'certificate' ? item.certificate?.name : undefined) ??
      names.templates.get(template) ??
      template,
    ...(number === undefined ? {} : { number }),
  }));
  return rows.length > 0 ? rows : [{ name: item.resultName ?? item.name }];
}
