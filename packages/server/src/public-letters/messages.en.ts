import type { RefusalText } from '../platform/refusal.ts';
import type { PublicTexts } from './public-text-types.ts';
import type { PublicRefusalCode } from './refusal-code.ts';

export const texts: PublicTexts = {
  citizen: 'A citizen',
  course: {
    received: 'Letter received',
    accepted: 'Accepted',
    referred: 'Passed to {unit}',
    answered: 'Answered',
    'follow-up': 'The sender asked again',
    'bad-rating': 'The sender was not satisfied; to be mended',
    'call-back': 'Taken up again after a call-back',
    rated: 'Rated by the sender',
  },
};

export const refusalTexts: Readonly<Record<PublicRefusalCode, RefusalText>> = {
  'letter-not-public': {
    detail: 'There is no such public letter; it may not be public, or not any more.',
    nextStep: 'Look in the list of public letters; open your own with number and query password.',
  },
  'comment-unknown': {
    detail: 'There is no such comment.',
    nextStep: 'Load the list again.',
  },
};
