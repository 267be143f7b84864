import type { ReportTexts } from './report-text-types.ts';

const PERCENT = 100;

export const reportTexts: ReportTexts = {
  formula:
    'Score = (on-time share × {onTime} + quality share × {quality} + satisfied share × ' +
    '{satisfaction}) ÷ the weights of what can be counted, out of 100.' +
    ' On time = answered in time ÷ (answered in time + late); late counts ' +
    'open letters past their limit. Quality = passed the final check at once and not found ' +
    'empty ÷ answered in this system. Satisfied = satisfied or mostly satisfied with the unit ÷ ' +
    'rated.',
  others: 'Other',
  notStated: 'Not stated',
  kinds: {
    consult: 'Question',
    complaint: 'Complaint',
    suggestion: 'Suggestion',
    report: 'Report',
    help: 'Request for help',
    thanks: 'Thanks',
    petition: 'Petition',
    review: 'Review',
    recheck: 'Re-review',
    hotline: 'Hotline order',
  },
  channels: {
    online: 'Online',
    counter: 'Counter',
    post: 'Post',
    visit: 'Visit',
    phone: 'Phone',
    hotline: 'Hotline 12345',
    superior: 'From a higher level',
  },
  whyHot: ({ letters, senders, votes, cohesion, phrases }) => [
    `${letters} letters by ${senders} senders, ${votes} votes`,
    ...(phrases.length === 0
      ? []
      : [`Shared: ${phrases.map((phrase) => `${phrase.text} (${phrase.letters})`).join(', ')}`]),
    `The letters are alike by ${Math.round(cohesion * PERCENT)} % on average`,
  ],
  whyUnsolved: ({ daysOpen, daysLate, reopenings, isReopened, isUnmended }) =>
    [
      `Received ${daysOpen} days ago`,
      ...(daysLate > 0 ? [`${daysLate} days late`] : []),
      ...(isReopened ? [`taken up again ${reopenings} times after an answer, still open`] : []),
      ...(isUnmended ? ['the last answer was found unsatisfactory and not mended'] : []),
    ].join('; '),
};
