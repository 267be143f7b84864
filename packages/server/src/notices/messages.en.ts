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
};
