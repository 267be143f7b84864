import { handledLetter, letterAt, letterSubject } from '../../examples/letter.examples.ts';

const publication = {
  title: '路灯不亮',
  body: '某路段的路灯坏了。',
  answers: { '1': '已修好。' },
  at: '2026-11-22T01:00:00.000Z',
  by: '姜审',
};

export const examples = {
  answered: letterSubject(letterAt('decision', handledLetter), { act: 'PublishLetter' }),
  isPublic: letterSubject(letterAt('decision', { ...handledLetter, publication }), {
    act: 'PublishLetter',
  }),
};
