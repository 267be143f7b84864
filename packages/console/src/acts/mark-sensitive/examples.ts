import { handledLetter, letterAt, letterSubject } from '../../examples/letter.examples.ts';

export const examples = {
  plain: letterSubject(letterAt('task'), { act: 'MarkSensitive' }),
  sensitive: letterSubject(letterAt('task', handledLetter), { act: 'MarkSensitive' }),
};
