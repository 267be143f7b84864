import type { RefusalText } from '../platform/refusal.ts';

export const refusalTexts: Readonly<Record<string, RefusalText>> = {
  'phone-invalid': {
    detail: 'This is not a phone number we can reach.',
    nextStep: 'Enter a mobile number of mainland China, 11 digits.',
  },
  'login-code-wrong': {
    detail: 'The code is wrong, expired or already used.',
    nextStep: 'Check the newest message; if it does not work, ask for a new code.',
  },
  'login-failed': {
    detail: 'The user name or the password is wrong.',
    nextStep:
      'Check both; five failures lock the account for {minutes} minutes. The administrator of ' +
      'your organisation can reset a password.',
  },
  'name-invalid': {
    detail: 'This is not a name as on a document.',
    nextStep: 'Enter it as on the document: 2 to 100 characters, no special signs.',
  },
  'id-number-invalid': {
    detail: 'The identity number is not right.',
    nextStep: 'Compare its 18 places with the card; the last may be the letter X.',
  },
  'credit-code-invalid': {
    detail: 'The unified social credit code is not right.',
    nextStep: 'Compare its 18 places with the licence; it has no letters I, O, S, V or Z.',
  },
  'password-too-short': {
    detail: 'The password is too short.',
    nextStep: 'Use at least 10 characters, such as a sentence that you remember.',
  },
  'password-too-simple': {
    detail: 'The password is too easy to guess.',
    nextStep: 'Do not use digits only, repetitions or common passwords.',
  },
  'password-unchanged': {
    detail: 'The new password is the old one.',
    nextStep: 'Choose another.',
  },
  'session-unknown': {
    detail: 'There is no such log-in, or it has ended.',
    nextStep: 'Load the list of log-ins again.',
  },
};
