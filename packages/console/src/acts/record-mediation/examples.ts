import { letterAt, letterSubject } from '../../examples/letter.examples.ts';

export const examples = {
  subject: letterSubject(letterAt('task'), { act: 'RecordMediation' }),
};
