import {
  isAnswer,
  questionsPut,
  type BundleAnswers,
  type BundleDefinition,
  type BundleQuestion,
} from '../catalogue/index.ts';

/** Answers as an address, a form or a client carries them. */
export type GivenAnswers = Readonly<Record<string, unknown>>;

/**
 * The answers that are answers, each to a question that is put, up to the first question without
 * one: what comes after it may not be put at all.
 */
export function readAnswers(
  bundle: BundleDefinition,
  given: GivenAnswers,
): { readonly answers: BundleAnswers; readonly next: BundleQuestion | undefined } {
  const answers: Record<string, string | number | boolean> = {};
  for (const question of bundle.questions) {
    if (!questionsPut(bundle, answers).includes(question)) continue;
    const raw = Object.hasOwn(given, question.id) ? given[question.id] : undefined;
    const value = readAnswer(question, raw);
    if (value === undefined) return { answers, next: question };
    answers[question.id] = value;
  }
  return { answers, next: undefined };
}

/** Typed or chosen, as text or already as a value; undefined where it answers nothing. */
export function readAnswer(
  question: BundleQuestion,
  raw: unknown,
): string | number | boolean | undefined {
  const value = typeof raw === 'string' ? fromText(question, raw.trim()) : raw;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    return undefined;
  }
  return isAnswer(question, value) ? value : undefined;
}

/** Full-width digits and separators are what a Chinese keyboard gives. */
function fromText(question: BundleQuestion, text: string): unknown {
  switch (question.kind) {
    case 'yes-no':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'choice':
      return text;
    case 'number': {
      const plain = text
        .replace(/[\uFF0B-\uFF19]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
        .replace(/[,\uFF0C\s]/gu, '');
      return /^\d{1,12}(\.\d{1,6})?$/u.test(plain) ? Number(plain) : undefined;
    }
  }
}
