import { handledLetter, letterAt, letterSubject } from '../../examples/letter.examples.ts';

export const examples = {
  subject: letterSubject(letterAt('intake', handledLetter), { act: 'AnswerObjection' }),
};
