import type {
  CaseEvent,
  CaseState,
  DocumentState,
  GivenAnswer,
  ItemDefinition,
  Recorded,
} from '@yichuang/kernel/case';
import { civilDate, type LimitRule } from '@yichuang/kernel/time';
import type { DocumentData } from '../documents/index.ts';
import { words } from './letter.messages.ts';

/** Names that a document needs and a case does not hold. */
export interface DocumentNames {
  /** The department in whose name the document is issued. */
  readonly issuer: string;
  /** Government of the county, which reviews its departments' acts. */
  readonly government: string;
  /** Of the public site. */
  readonly site: string;
  /** Answers where the item names no telephone. */
  readonly servicePhone: string;
  /** The organisation above the issuer, which reviews what the issuer says of a petition. */
  readonly above: string;
  /** Of organisations, by id. */
  readonly orgs: ReadonlyMap<string, string>;
  /** The department of a post, by the post's id. */
  readonly officeOfPost: ReadonlyMap<string, string>;
  /** Chinese names of the documents, by template. */
  readonly templates: ReadonlyMap<string, string>;
  /** Of a document of an internal item: the form's fields and the steps that it prints. */
  readonly printed: ReadonlyMap<string, Printed>;
}

export interface Printed {
  readonly form: readonly string[];
  readonly signed: readonly string[];
}

/** The answer that is reviewed, and by whom it was given. */
export interface ReviewedAnswer {
  readonly body: string;
  readonly number?: string;
  readonly answer: GivenAnswer;
}

/** All that a document's content depends on: the same facts, the same content. */
export interface DocumentFacts {
  readonly document: DocumentState;
  readonly state: CaseState;
  /** Of the case, from its first. */
  readonly events: readonly Recorded[];
  readonly item: ItemDefinition;
  readonly names: DocumentNames;
  readonly rules: readonly LimitRule[];
  /** Of a review: the answer that it is about. */
  readonly original?: ReviewedAnswer;
  readonly number: string;
  readonly checkUrl: string;
  readonly publicUrl: string;
  /** Of the first event: proof of the filing. */
  readonly filingHash: string;
  /** A preview bears no seal. */
  readonly isSealed: boolean;
  /** Reads a sealed value of the form. */
  readonly open: (sealed: string) => string;
}

type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { readonly type: T }>;

/** The last event of a type before the document was ordered: what the document is about. */
export function causeOf<T extends CaseEvent['type']>(
  { events, document }: DocumentFacts,
  type: T,
): EventOf<T> {
  const ordered = events.findIndex(
    ({ event }) => event.type === 'DocumentOrdered' && event.documentId === document.documentId,
  );
  const found = events
    .slice(0, Math.max(ordered, 0))
    .findLast((recorded) => isOfType(recorded.event, type));
  if (found === undefined || !isOfType(found.event, type)) {
    throw new Error(`document ${document.documentId} was ordered without ${type}`);
  }
  return found.event;
}

export function isOfType<T extends CaseEvent['type']>(
  event: CaseEvent,
  type: T,
): event is EventOf<T> {
  return event.type === type;
}

/** What every template asks for. Notices bear the seal for approvals, decisions the office's. */
export function commonData(facts: DocumentFacts, sealLine?: string): DocumentData {
  const { document, state, item, names, number, checkUrl } = facts;
  const seal =
    sealLine === undefined
      ? { organisation: names.issuer }
      : { organisation: names.issuer, line: sealLine, diameterMm: 40 };
  return {
    issuer: {
      name: names.issuer,
      ...(item.place === undefined ? {} : { phone: item.place.phone, address: item.place.address }),
    },
    issuedOn: civilDate(document.orderedAt),
    caseNumber: state.number,
    number,
    checkUrl,
    ...(facts.isSealed ? { seal } : {}),
  };
}

/** @basis 中华人民共和国行政许可法 第三十二条: 应当出具加盖本行政机关专用印章和注明日期的书面凭证。 */
export const APPROVAL_SEAL = words.approvalSeal;

/** Applicant, item and whom to ask, with the way there: of letters after which somebody comes. */
export function letterData(facts: DocumentFacts): DocumentData {
  const { item, names } = facts;
  const contact =
    item.place === undefined
      ? { phone: names.servicePhone }
      : {
          phone: item.place.phone,
          address: `${item.place.address}${item.place.counter ?? ''}`,
          hours: item.place.hours.replaceAll(' ', ''),
        };
  return { ...subjectData(facts), contact };
}

/** The same with a telephone only: a letter that asks nothing of anyone fits one page. */
export function shortLetterData(facts: DocumentFacts): DocumentData {
  const { item, names } = facts;
  const { counter, phone = names.servicePhone } = item.place ?? {};
  return {
    ...subjectData(facts),
    contact: { phone, ...(counter === undefined ? {} : { person: counter }) },
  };
}

function subjectData({ state }: DocumentFacts): DocumentData {
  const { name, kind } = state.applicant;
  return {
    applicant: { name, kind: kind === 'natural' ? 'person' : 'organisation' },
    itemName: state.itemName,
  };
}

/** Whom to turn to against an act, by the item's own words or, failing them, by the county. */
export function remediesData({ item, names }: DocumentFacts): DocumentData {
  const review = words.reviewOf.exec(item.remedies?.reconsideration ?? '')?.[1];
  const court = words.courtOf.exec(item.remedies?.litigation ?? '')?.[1];
  return {
    remedies: {
      reviewBody: review ?? names.government,
      court: court ?? names.government.replace(words.government, words.court),
    },
  };
}

/** The day of acceptance; @throws Error for a document that cannot precede it */
export function acceptedOn({ state, document }: DocumentFacts): string {
  if (state.acceptedOn === undefined) {
    throw new Error(`document ${document.documentId} was ordered before acceptance`);
  }
  return state.acceptedOn;
}
