import { letterTexts } from './texts/letters.en.ts';
import type { NoticeTexts } from './templates.ts';

export const noticeTexts: NoticeTexts = {
  'login-code': {
    subject: 'Log-in code',
    body: 'Code {code}, valid for 5 minutes, to log in to {site}. Our staff never ask for it.',
  },
  'case-received': {
    subject: 'Application received',
    body:
      'We received your application for "{item}", number {number}, query password {password}. ' +
      'You will hear by {dueOn} whether it is accepted.',
  },
  'case-accepted': {
    subject: 'Application accepted',
    body:
      'Your application for "{item}" ({number}) is accepted by {org}, to be decided by ' +
      '{dueOn}.',
  },
  'case-deemed-accepted': {
    subject: 'Application deemed accepted',
    body:
      'No corrections were asked for in time, so under article 32 of the Administrative ' +
      'Licensing Law your application for "{item}" ({number}) counts as accepted on ' +
      '{acceptedOn}, the day of receipt; it is to be decided by {dueOn}.',
  },
  'correction-requested': {
    subject: 'Please correct your materials',
    body: '{count} materials of your application for "{item}" ({number}) need correction: {link}',
  },
  'acceptance-refused': {
    subject: 'Application not accepted',
    body: 'Your application for "{item}" ({number}) is not accepted; reasons and remedies: {link}',
  },
  'special-procedure-started': {
    subject: 'Special procedure begun',
    body:
      'For your application for "{item}" ({number}), {procedure} began on {startedOn} and will ' +
      'take about {days} working days, which do not count towards the limit.',
  },
  'special-procedure-ended': {
    subject: 'Special procedure ended',
    body:
      'For your application for "{item}" ({number}), {procedure} has ended; it is to be decided ' +
      'by {dueOn}.',
  },
  'limit-extended': {
    subject: 'Limit extended',
    body:
      'The limit of your application for "{item}" ({number}) was extended by {days} working days ' +
      'to {dueOn}; reasons: {link}',
  },
  'licence-granted': {
    subject: 'Licence granted',
    body: 'Your application for "{item}" ({number}) was granted: {link}',
  },
  'licence-denied': {
    subject: 'Licence denied',
    body: 'Your application for "{item}" ({number}) was denied; reasons and remedies: {link}',
  },
  'payment-due': {
    subject: 'Payment due',
    body: 'For your application for "{item}" ({number}), {amount} is due; basis and ways: {link}',
  },
  'certificate-ready': {
    subject: 'Certificate ready',
    body: 'The certificate for "{item}" ({number}) is ready to see or collect: {link}',
  },
  'case-withdrawn': {
    subject: 'Application withdrawn',
    body: 'Your application for "{item}" ({number}) was withdrawn as you asked.',
  },
  'case-concluded': {
    subject: 'Case concluded',
    body: 'Your application for "{item}" ({number}) is concluded. Tell us how it went: {link}',
  },
  'case-terminated': {
    subject: 'Handling ended',
    body: 'Your application for "{item}" ({number}) was terminated: {reason}. See {link}',
  },
  'case-voided': {
    subject: 'Case voided',
    body: 'Your case "{item}" ({number}) was voided: {reason}. See {link}',
  },
  'decision-revoked': {
    subject: 'Licence revoked',
    body: 'The decision on "{item}" ({number}) was revoked; reasons and remedies: {link}',
  },
  'staff-task-transferred': {
    subject: 'A task was passed to you',
    body: '{by} passed step "{step}" of "{item}" ({number}) to you: {reason}',
  },
  'staff-signer-added': {
    subject: 'Please sign as well',
    body: '{by} asks you to sign in step "{step}" of "{item}" ({number}): {reason}',
  },
  'staff-opinion-requested': {
    subject: 'Your opinion, please',
    body: '{by} asks your opinion on step "{step}" of "{item}" ({number}): {question}',
  },
  'staff-task-recalled': {
    subject: 'Task taken back',
    body: '{by} took back step "{step}" of "{item}" ({number}). You need do nothing more.',
  },
  'staff-task-returned': {
    subject: 'Case returned',
    body: '{by} moved "{item}" ({number}) to another step; your step "{step}" is closed.',
  },
  'staff-task-removed': {
    subject: 'Signature no longer needed',
    body: '{by} no longer needs your signature in step "{step}" of "{item}" ({number}).',
  },
  'staff-task-ended': {
    subject: 'Case ended',
    body: '"{item}" ({number}) has ended; your step "{step}" is closed.',
  },
  'staff-task-decided': {
    subject: 'Step completed',
    body: 'Others completed step "{step}" of "{item}" ({number}); there is nothing left to do.',
  },
  'staff-urged': {
    subject: 'Reminder',
    body: '{by} asks you to hurry step "{step}" of "{item}" ({number}): {message}',
  },
  'debt-incurred': {
    subject: 'A document to hand in later',
    body:
      'Your application “{item}” ({number}) is accepted without ' +
      '“{material}”; hand it in by {dueOn}. {consequence} Here: {link}',
  },
  'debt-due-soon': {
    subject: 'A document is due soon',
    body:
      'Your application “{item}” ({number}) still lacks “{material}”; hand ' +
      'it in by {dueOn}: {link}',
  },
  'debt-lapsed': {
    subject: 'A document did not come in time',
    body:
      '“{material}” of your application “{item}” ({number}) did not come in ' +
      'time. {consequence} You can still hand it in: {link}',
  },
  'debt-kept': {
    subject: 'Checked and found good',
    body: '“{material}” of your application “{item}” ({number}) was checked and found good.',
  },
  'debt-insufficient': {
    subject: 'A document is not good enough yet',
    body:
      '“{material}” of your application “{item}” ({number}) is not good ' +
      'enough yet: {note}. Hand it in again by {dueOn}: {link}',
  },
  'debt-broken': {
    subject: 'A promise was not kept',
    body:
      'The check found that “{material}” of your application “{item}” ' +
      '({number}) is not as promised: {note}. What follows: {link}',
  },
  'internal-approved': {
    subject: 'Approved',
    body: 'Your "{item}" ({number}) was approved.',
  },
  'internal-denied': {
    subject: 'Not approved',
    body: 'Your "{item}" ({number}) was not approved; the opinions are in its story.',
  },
  'internal-returned': {
    subject: 'Returned',
    body: 'Your "{item}" ({number}) was returned: {reason}',
  },
  'staff-task': {
    subject: 'New task',
    body: 'A new task for you: "{item}" ({number}), step {step}, due {dueOn}.',
  },
  'staff-due-soon': {
    subject: 'Due soon',
    body: 'Step "{step}" of "{item}" ({number}) is due on {dueOn}.',
  },
  'staff-overdue': {
    subject: 'Overdue',
    body: 'Step "{step}" of "{item}" ({number}) was due on {dueOn}. Please act now.',
  },
  'staff-many-turned': {
    subject: 'Many are overdue or due soon',
    body: 'Of what you hold, {red} are overdue and {yellow} due soon. See your list, by due date.',
  },
  'board-overdue': {
    subject: 'One is overdue',
    body: '"{item}" ({number}) of {org} was due on {dueOn} and is overdue.',
  },
  'board-many-overdue': {
    subject: 'Many are overdue',
    body: 'Another {red} are overdue now. See the supervision board.',
  },
  'board-digest': {
    subject: 'Overdue in the last day',
    body:
      'Up to nine on {day}, {total} ran out in a day: {step} steps, {promise} promises, ' +
      '{statute} limits of law. See the supervision board.',
  },
  'staff-watch-hit': {
    subject: 'Found by supervision',
    body: 'A supervision rule found: {says}. See the hits of supervision.',
  },
  'staff-watch-hits': {
    subject: 'Found by supervision',
    body: 'Supervision rules found {count} things, the first: {first}. See the hits.',
  },
  'letters-weekly': {
    subject: 'Letters of the week',
    body:
      'From {from} to {until} {received} letters came in; many wrote about: {topics}. {unsolved} ' +
      'are long unsolved. See the reports on letters.',
  },
  'upload-standing': {
    subject: 'The upload stands still',
    body:
      'The level above has not answered for {hours} hours and more; cases are not uploaded. See ' +
      'the page on the upload for the reason.',
  },
  'upload-contradicted': {
    subject: 'A ledger root differs from the one above',
    body:
      'The root of {day} is not the one that the level above keeps: records of that day may have ' +
      'been changed. Look into it at once; see the page on the upload.',
  },
  'review-invited': {
    subject: 'How were you served?',
    body: 'How was "{item}"? It is up to you; who reviews stays secret: {link}',
  },
  'review-again': {
    subject: 'Mended: how is it now?',
    body: 'What you complained of was mended. Read the answer, rate again if you like: {link}',
  },
  ...letterTexts,
};
