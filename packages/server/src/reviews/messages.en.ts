import type { RefusalText } from '../platform/refusal.ts';
import type { ReviewRefusalCode, ReviewTexts } from './review-text-types.ts';

export const texts: ReviewTexts = {
  deskName: 'Reviews of services',
  others: 'Others (fewer than 5 reviews each)',
  person: '{post} no. {number}',
  formulas: {
    activeRate:
      'Review rate = services reviewed ÷ services that could be reviewed; silence is no praise',
    goodRate:
      'Good = (very satisfied + satisfied + fairly satisfied) ÷ valid reviews; first ratings only',
    badRate:
      'Bad = (dissatisfied + very dissatisfied) ÷ valid reviews; mistaken and malicious ones apart',
    contactRate: 'Contacted = named bad reviews contacted ÷ named bad reviews',
    mendRate: 'Mended in time = mended in time ÷ to be mended (mended, or due by now)',
    callBackRate: 'Called back = named bad reviews called back ÷ named bad reviews',
    replyRate: 'Answered = bad reviews answered ÷ bad reviews',
  },
};

export const refusalTexts: Readonly<Record<ReviewRefusalCode, RefusalText>> = {
  'review-code-unknown': {
    detail: 'There is no such review code.',
    nextStep: 'Compare it with the slip and type it again; capitals do not matter.',
  },
  'review-invitation-unknown': {
    detail: 'There is no such invitation to review.',
    nextStep: 'Scan the code at the window, or open the link of the message.',
  },
  'review-invitation-expired': {
    detail: 'The time for reviewing this service is over.',
    nextStep: 'You can still write a letter or call the service hotline.',
  },
  'review-given-already': {
    detail: 'This service was reviewed already; each is reviewed once.',
    nextStep: 'Once a bad review has been mended you are asked again.',
  },
  'review-not-mended': {
    detail: 'It has not been mended yet, so it cannot be rated again.',
    nextStep: 'Come back with the same code once it was mended and called back.',
  },
  'review-screen-of-staff': {
    detail: 'A member of staff is logged in in this browser; it cannot be the screen of a window.',
    nextStep: 'Open the screen on a device on the citizen’s side where no staff is logged in.',
  },
  'review-reason-unknown': {
    detail: 'The reason "{reason}" does not go with this level.',
    nextStep: 'Choose again, or say it in your own words.',
  },
  'review-phone-needed': {
    detail: 'To be called back you have to leave a mobile number.',
    nextStep: 'Give a number of 11 digits, or stay anonymous.',
  },
  'review-item-unknown': {
    detail: 'There is no such item.',
    nextStep: 'Choose an item from the list, or none.',
  },
  'review-not-offered': {
    detail: 'This county does not offer reviews.',
    nextStep: 'Install the pack of reviews first.',
  },
  'review-unknown': {
    detail: 'There is no such review.',
    nextStep: 'Load the list again.',
  },
  'review-of-own-unit': {
    detail: 'This review is about your own unit; who wrote it is not shown to you.',
    nextStep: 'Leave the call to an officer of another unit.',
  },
  'review-not-finished': {
    detail: 'The bad review is still being worked on and cannot be published.',
    nextStep: 'Publish it once it has been mended and called back.',
  },
  'review-period-wrong': {
    detail: 'The period is not one.',
    nextStep: 'Choose two days in their order, at most three years apart.',
  },
};
