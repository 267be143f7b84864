/** What the documents of letters and petitions have in common. */
import { isWithheld, letterFields, type LetterState } from '@yichuang/kernel/case';
import type { PlainDate } from '@yichuang/kernel/time';
import type { DocumentData } from '../documents/index.ts';
import { commonData, type DocumentFacts } from './document-facts.ts';
import { words } from './letter.messages.ts';
import { clause } from './official-text.ts';

/** @throws Error for a document of a case that is no letter */
export function letterIn({ state, document }: DocumentFacts): LetterState {
  if (state.letter === undefined) {
    throw new Error(`document ${document.documentId} is about a letter, its case is none`);
  }
  return state.letter;
}

/** Between offices: subject, and whom to ask. */
export function officeData(facts: DocumentFacts): DocumentData {
  const { item, names } = facts;
  const { phone = names.servicePhone, address, hours } = item.place ?? {};
  const contact = {
    phone,
    ...(address === undefined ? {} : { address }),
    ...(hours === undefined ? {} : { hours: hours.replaceAll(' ', '') }),
  };
  return { ...commonData(facts), subject: subjectOf(facts), contact };
}

/** To the sender: the same, with their name. */
export function senderData(facts: DocumentFacts): DocumentData {
  return { ...officeData(facts), applicant: senderOf(facts) };
}

export function senderOf({ state }: DocumentFacts): DocumentData {
  const { name, kind } = state.applicant;
  return { name, kind: kind === 'natural' ? 'person' : 'organisation' };
}

/** Of a letter that is withheld who handles it writes and checks the answer without the name. */
export function writerOf(facts: DocumentFacts): DocumentData {
  const { state, item } = facts;
  return isWithheld(state, item) ? { name: words.writer, kind: 'person' } : senderOf(facts);
}

export function subjectOf({ state }: DocumentFacts): string {
  return clause(formText(state.form, letterFields.title)) || state.itemName;
}

export function formText(form: DocumentFacts['state']['form'], field: string): string {
  const value = form[field];
  return typeof value === 'string' ? value.trim() : '';
}

/** What is asked for, in the sender's words. */
export function requestsOf({ state: { form } }: DocumentFacts): string[] {
  const wish = lines(formText(form, letterFields.wish));
  return wish.length > 0 ? wish : lines(formText(form, letterFields.body));
}

/** Paragraphs of a text, without empty ones. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const MOST_CHARACTERS = 400;

/** In a few sentences: the letter itself goes with it. */
export function summaryOf({ state: { form } }: DocumentFacts): string {
  const text = lines(formText(form, letterFields.body)).join('');
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS)}…`;
}

export function channelOf({ state }: DocumentFacts): string {
  return words.channels[state.channel];
}

export function unitName({ names }: DocumentFacts, orgId: string): string {
  return names.orgs.get(orgId) ?? orgId;
}

/** Of the newest document of these moments that has a number and was ordered before this one. */
export function numberOf(
  { state, document }: DocumentFacts,
  moments: readonly string[],
): string | undefined {
  return Object.values(state.documents).findLast(
    ({ moment, documentId, number }) =>
      number !== undefined && documentId !== document.documentId && moments.includes(moment),
  )?.number;
}

/** The last day of a clock as it stands; absent where the item sets no such limit. */
export function dueOnOf({ state }: DocumentFacts, clockId: string): PlainDate | undefined {
  return state.clocks[clockId]?.result.dueOn;
}
