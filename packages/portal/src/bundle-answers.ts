/** Answers of a questionnaire as an address carries them; they are no secrets. */
import type { BundleInterview } from '@yichuang/contracts';
import { hidden } from './components/hidden-fields.ts';
import type { Html } from './html.ts';

type Answered = BundleInterview['answered'];

/** The draft whose answers are being changed, if there is one. */
export const DRAFT = 'draft';
/** The question that was just on the page. */
export const PUT = 'put';

export function questionsPath(bundleId: string): string {
  return `/bundles/${encodeURIComponent(bundleId)}/questions`;
}

export function resultPath(bundleId: string): string {
  return `/bundles/${encodeURIComponent(bundleId)}/result`;
}

export function withAnswers(path: string, answered: Answered, draftId: string | undefined): string {
  const query = new URLSearchParams();
  for (const { question, value } of answered) query.set(question.id, value);
  if (draftId !== undefined) query.set(DRAFT, draftId);
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** The same as fields of a form, so that nothing is lost on the way to the next question. */
export function answerFields(answered: Answered, draftId: string | undefined): Html[] {
  return [
    ...answered.map(({ question, value }) => hidden(question.id, value)),
    ...(draftId === undefined ? [] : [hidden(DRAFT, draftId)]),
  ];
}

/** The way back to one question: its answer is left out, all others stay. */
export function askAgainPath(
  bundleId: string,
  answered: Answered,
  questionId: string,
  draftId: string | undefined,
): string {
  const others = answered.filter(({ question }) => question.id !== questionId);
  return withAnswers(questionsPath(bundleId), others, draftId);
}
