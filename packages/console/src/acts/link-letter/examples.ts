import { handledLetter, letterAt, letterSubject } from '../../examples/letter.examples.ts';

export const examples = {
  subject: letterSubject(letterAt('intake'), { act: 'LinkLetter' }),
  linked: letterSubject(letterAt('intake', handledLetter), { act: 'UnlinkLetter' }),
};
