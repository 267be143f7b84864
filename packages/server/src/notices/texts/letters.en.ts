/** What is told about letters. */
import type { LetterTemplate, NoticeText } from '../templates.ts';

export const letterTexts: Readonly<Record<LetterTemplate, NoticeText>> = {
  'letter-received': {
    subject: 'Letter received',
    body:
      'Your letter was received: number {number}, query password {password}. You will hear ' +
      'by {dueOn} whether it is accepted. Keep both to yourself.',
  },
  'letter-registered': {
    subject: 'Letter received',
    body:
      'Your letter was received: number {number}, query password {password}. Keep both; with ' +
      'them you see how it goes.',
  },
  'letter-referred': {
    subject: 'Letter passed on',
    body: 'Your letter {number} was passed to {unit}.',
  },
  'letter-accepted': {
    subject: 'Letter accepted',
    body: 'Your letter {number} is accepted; {unit} will answer by {dueOn}.',
  },
  'letter-underway': {
    subject: 'Letter accepted',
    body: 'Your letter {number} is accepted and with {unit}.',
  },
  'letter-refused': {
    subject: 'Letter not accepted',
    body: 'Your letter {number} is not accepted; the reasons and where to turn: {link}',
  },
  'letter-extended': {
    subject: 'More time needed',
    body:
      'The time for your letter {number} is extended by {days} days, to {dueOn}. The ' +
      'reasons: {link}',
  },
  'letter-answered': {
    subject: 'Letter answered',
    body: 'Your letter {number} is answered; read and rate it: {link}',
  },
  'letter-reopened': {
    subject: 'Letter taken up again',
    body: '{unit} goes on with your letter {number} and answers again by {dueOn}.',
  },
  'letter-message': {
    subject: 'New message',
    body: 'There is a new message about your letter {number}: {link}',
  },
  'letter-code': {
    subject: 'Confirm your letter',
    body:
      'Code {code}, valid for 5 minutes: somebody acts as the sender of letter {number}. If it ' +
      'is not you, tell nobody the code, our staff neither.',
  },
  'staff-letter-referred': {
    subject: 'A letter for your unit',
    body: '{by} passed on letter {number}; please accept it in time.',
  },
  'staff-letter-objected': {
    subject: 'Objection to a referral',
    body: '{by} objects to the referral of letter {number}: {reason}',
  },
  'staff-letter-objection-answered': {
    subject: 'Objection not upheld',
    body: 'Letter {number} stays with your unit: {reason}',
  },
  'staff-letter-supervised': {
    subject: 'Supervision',
    body: 'Letter {number} is supervised: {demand}',
  },
  'staff-letter-reopened': {
    subject: 'Letter taken up again',
    body: 'Letter {number} needs more work and another answer.',
  },
  'staff-letter-follow-up': {
    subject: 'A further question',
    body: 'The sender of letter {number} asks again; it needs more work and another answer.',
  },
  'staff-letter-message': {
    subject: 'New message on a letter',
    body: 'There is a new message on letter {number}.',
  },
};
