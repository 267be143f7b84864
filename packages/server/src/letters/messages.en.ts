import type { LetterTexts } from './letter-text-types.ts';

export const texts: LetterTexts = {
  nameless: 'No name given',
  told: 'told within {amount} {unit} whether it is accepted',
  answered: 'answered within {amount} {unit}',
  answeredAfter: 'answered within {amount} {unit} of acceptance',
  and: ', ',
  units: { WD: 'working days', CD: 'days' },
};
