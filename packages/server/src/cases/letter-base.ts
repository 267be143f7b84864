/** What of a letter its sender and the staff are shown alike. */
import type { AnswerView, StaffLetterView } from '@yichuang/contracts';
import {
  letterFields,
  publicationOf,
  type CaseContext,
  type CaseState,
  type LetterMessage,
  type LetterState,
} from '@yichuang/kernel/case';
import type { DirectoryOrg } from './directory.ts';
import { regionNameAt } from './region-name.ts';

type LetterBase = Pick<
  StaffLetterView,
  | 'kind'
  | 'title'
  | 'body'
  | 'division'
  | 'place'
  | 'category'
  | 'wish'
  | 'isConfidential'
  | 'isPublic'
  | 'round'
  | 'unit'
  | 'answers'
  | 'reopenings'
  | 'messages'
  | 'review'
  | 'about'
>;

/** @param hears which of the messages the reader is to see, and how their authors are named */
export function letterBaseOf(
  state: CaseState,
  letter: LetterState,
  { item }: Pick<CaseContext, 'item'>,
  orgs: ReadonlyMap<string, DirectoryOrg>,
  hears: (message: LetterMessage) => { readonly by: string } | undefined,
): LetterBase {
  const text = (field: string): string | undefined => textAt(state, field);
  const division = text(letterFields.division);
  const unit = nameOf(orgs, letter.unit ?? state.orgId);
  return {
    kind: item.letter?.kind ?? 'consult',
    title: text(letterFields.title) ?? state.itemName,
    body: text(letterFields.body) ?? '',
    ...given('division', division === undefined ? undefined : regionNameAt(division, orgs)),
    ...given('place', text(letterFields.place)),
    ...given('category', text(letterFields.category)),
    ...given('wish', text(letterFields.wish)),
    isConfidential: item.letter?.isConfidential === true,
    isPublic: publicationOf(state, item) !== undefined,
    round: letter.round,
    ...given('unit', letter.unit === undefined ? undefined : unit),
    answers: letter.answers.map((answer) => answerView(answer, unit)),
    reopenings: letter.reopenings.map((reopening) => ({ ...reopening })),
    messages: letter.messages.flatMap((message) => {
      const heard = hears(message);
      if (heard === undefined) return [];
      const { messageId, from, to, text: words, at } = message;
      return [{ messageId, from, to, by: heard.by, text: words, at }];
    }),
    ...linksOf(letter),
  };
}

/** 复查, 复核 in both directions. */
function linksOf({ review, about }: LetterState): Pick<LetterBase, 'review' | 'about'> {
  return {
    ...(review === undefined
      ? {}
      : {
          review: {
            at: review.at,
            ...given('number', review.number),
            ...given('caseId', review.caseId),
          },
        }),
    ...(about === undefined
      ? {}
      : { about: { number: about.number, caseId: about.caseId, relation: about.relation } }),
  };
}

function answerView(answer: LetterState['answers'][number], unit: string): AnswerView {
  const { rating } = answer;
  return {
    round: answer.round,
    thanks: answer.thanks,
    result: answer.result,
    ...given('facts', answer.facts),
    basis: (answer.basis ?? []).map((basis) => ({ ...basis })),
    ...given('outcome', answer.outcome),
    officerName: answer.officerName,
    officerPhone: answer.officerPhone,
    answeredOn: answer.answeredOn,
    unit,
    ...(rating === undefined
      ? {}
      : { rating: { office: rating.office, handler: rating.handler, comment: rating.comment } }),
  };
}

export function textAt({ form }: Pick<CaseState, 'form'>, field: string): string | undefined {
  const value = form[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function nameOf(orgs: ReadonlyMap<string, DirectoryOrg>, orgId: string): string {
  return orgs.get(orgId)?.name ?? orgId;
}

/** `{ name: value }`, or nothing where there is no value. */
export function given<K extends string, V>(
  name: K,
  value: V | undefined,
): { readonly [key in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [key in K]: V });
}
