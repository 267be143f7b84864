import { handledLetter, letterAt, letterSubject } from '../../examples/letter.examples.ts';

const plain = letterAt('task', { kind: 'complaint', results: [] });

export const examples = {
  /** A petition: the answer names facts, law and a result. */
  petition: letterSubject(letterAt('task'), { act: 'DraftAnswer' }),
  /** A complaint: a plain answer. */
  plain: letterSubject(plain, { act: 'DraftAnswer' }),
  /** Sent back to be done again. */
  returned: letterSubject(letterAt('task', handledLetter), { act: 'DraftAnswer' }),
};
