import type { RefusalText } from '../platform/refusal.ts';
import type { LetterRefusalCode } from './refusal-code.ts';
import type { LetterTexts } from './letter-text-types.ts';

export const texts: LetterTexts = {
  nameless: 'No name given',
  told: 'told within {amount} {unit} whether it is accepted',
  answered: 'answered within {amount} {unit}',
  answeredAfter: 'answered within {amount} {unit} of acceptance',
  and: ', ',
  units: { WD: 'working days', CD: 'days' },
};

export const refusalTexts: Readonly<Record<LetterRefusalCode, RefusalText>> = {
  'channel-not-possible': {
    detail: 'We cannot tell you that way.',
    nextStep:
      'A short message needs a phone with the letter, the inbox a log-in, e-mail a mail server.',
  },
  'letter-code-not-needed': {
    detail: 'This letter needs no code, or its phone has confirmed already.',
    nextStep: 'Open the letter again and go on.',
  },
  'letter-code-wrong': {
    detail: 'The code is wrong, expired or already used.',
    nextStep: 'Check the newest message; if it does not work, ask for a new code.',
  },
  'letter-not-confirmed': {
    detail: 'A window entered this letter: the phone that was left with it has to confirm first.',
    nextStep: 'Ask for a code; it goes to that phone.',
  },
  'mail-invalid': {
    detail: 'This is not an e-mail address.',
    nextStep: 'Write it like name@example.com, or choose another way.',
  },
  'slip-not-offered': {
    detail: 'There is no slip to print for this letter.',
    nextStep:
      'Letters entered without a phone have one: for who entered them, within a day. A lost ' +
      'one is printed again by somebody else of the letters’ office, who has seen a document.',
  },
  'slip-of-own-answer': {
    detail: 'You had a part in the answer that its sender judges with this slip.',
    nextStep: 'Ask a colleague of the letters’ office who had none to print it.',
  },
};
