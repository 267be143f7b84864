/** The questions of a bundle as fields, and what has been typed as answers to them. */
import type { BundleAnswersBody, BundleQuestionView } from '@yichuang/contracts';
import type { FieldSchema, FormData, FormDefinition } from '@yichuang/kernel/form';
import { toText } from '../form/typed-value.ts';
import type { FormTexts } from './draft-values.ts';

const MOST_LETTERS = 100;

/** The question's own words in the reader's language: the server has chosen them already. */
export function questionField(question: BundleQuestionView): FieldSchema {
  const hint = question.hint === undefined ? {} : { description: question.hint };
  const base = { title: question.text, ...hint };
  switch (question.kind) {
    case 'yes-no':
      return { ...base, type: 'boolean' };
    case 'choice': {
      const options = question.options ?? [];
      return {
        ...base,
        type: 'string',
        enum: options.map(({ value }) => value),
        'x-enum-titles': Object.fromEntries(options.map(({ value, label }) => [value, label])),
      };
    }
    case 'number':
      return {
        ...base,
        type: 'number',
        ...(question.unit === undefined ? {} : { 'x-unit': question.unit }),
        ...(question.minimum === undefined ? {} : { minimum: question.minimum }),
        ...(question.maximum === undefined ? {} : { maximum: question.maximum }),
      };
  }
}

export function givenAnswers(texts: FormTexts): BundleAnswersBody {
  const given = Object.entries(texts).filter(
    ([, text]) => text.trim() !== '' && text.length <= MOST_LETTERS,
  );
  return Object.fromEntries(given);
}

/** What is typed stays as it is; what follows from the answers is taken from the server. */
export function withAnswers(
  form: FormDefinition | undefined,
  texts: FormTexts,
  data: FormData,
): FormTexts {
  return { ...texts, ...answersOf(form, data) };
}

/** What a draft holds as answers: fields that nobody types. */
export function answersOf(form: FormDefinition | undefined, data: FormData): FormTexts {
  const fields = Object.entries(form?.schema.properties ?? {});
  return Object.fromEntries(
    fields
      .filter(([, schema]) => schema.readOnly === true)
      .map(([name]) => [name, toText(data[name])]),
  );
}
