import type { RefusalText } from '../refusal.ts';

export const refusalTexts: Readonly<Record<string, RefusalText>> = {
  'request-invalid': {
    detail: 'Something is missing or not in its form: {fields}.',
    nextStep: 'Correct it and send again; what you typed is kept.',
  },
  'request-too-large': {
    detail: 'What you sent is too large.',
    nextStep: 'Send less, or compress or split the files.',
  },
  'request-type-unknown': {
    detail: 'The server does not know this type of content.',
    nextStep: 'Send it from a page of this site, or as JSON to the interface.',
  },
  'page-not-found': {
    detail: 'There is no such page, or you may not see it.',
    nextStep: 'Check the address, or start from the home page.',
  },
  'login-required': {
    detail: 'Please log in; if you had, the log-in has ended.',
    nextStep: 'Log in and go on.',
  },
  'right-not-held': {
    detail: 'Your post does not have this right.',
    nextStep: 'If you need it, ask the administrator of your organisation.',
  },
  'password-must-change': {
    detail: 'The first log-in requires a new password.',
    nextStep: 'Change the password and go on.',
  },
  'foreign-origin': {
    detail: 'The request came from another site and was stopped to protect your account.',
    nextStep: 'Go back to a page of this site and try again.',
  },
  'too-many-attempts': {
    detail: 'Too many attempts.',
    nextStep: 'Try again in {minutes} minutes.',
  },
  'changed-meanwhile': {
    detail: 'Somebody changed this after you opened the page.',
    nextStep: 'Load the page again and check before you go on.',
  },
  'service-unavailable': {
    detail: 'The database or another service cannot be reached; nothing was done.',
    nextStep: 'Try again in a moment; what you typed is kept.',
  },
  'too-slow': {
    detail: 'There was no answer in time; it is not certain whether it was done.',
    nextStep: 'Load the page again and look before you repeat it.',
  },
  'internal-fault': {
    detail: 'Something went wrong on our side and was recorded under {incidentId}.',
    nextStep: 'Try again later; if it goes on, give the service centre this number.',
  },
};
