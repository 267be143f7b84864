export const bundleTexts = {
  yes: 'yes',
  no: 'no',
  because: 'because you chose {answers}',
  answer: '“{short}: {label}”',
  and: ' and ',
} as const;

export const bundleRefusalTexts = {
  'bundle-unknown': {
    detail: 'There is no such bundle.',
    nextStep: 'Start again from the home page.',
  },
  'bundle-answers-missing': {
    detail: 'Some questions have no answer yet, so nobody can say what has to be filed.',
    nextStep: 'Answer all questions first.',
  },
  'bundle-nothing-to-file': {
    detail: 'With your answers there is nothing to file.',
    nextStep: 'Come back when things change, or change an answer.',
  },
} as const;
