import type { LetterTexts } from '../letter-text-types.ts';

/** What is said of letters beside what is said of every case. */
export const letterTexts: LetterTexts = {
  refusals: {
    'not-a-letter': {
      detail: 'This is only for letters.',
      nextStep: 'Reload the page to see what can be done now.',
    },
    'unit-has-it': {
      detail: 'The letter is with this unit already.',
      nextStep: 'Choose another unit; if it is for this one, accept it.',
    },
    'accused-unit': {
      detail: 'A letter does not go to the unit that it complains of, nor to one below that.',
      nextStep: 'Refer it to the level above, or to another unit that may deal with it.',
    },
    'accused-person': {
      detail: 'The letter complains of you: you have no part in it.',
      nextStep: 'Hand it back; the head of your unit arranges who deals with it.',
    },
    'lead-unit-twice': {
      detail: 'The leading unit cannot be one of those that take part as well.',
      nextStep: 'Take the leading unit off the list of those that take part.',
    },
    'unit-without-reception': {
      detail: 'This unit has no post that takes in letters.',
      nextStep: 'Refer it to the unit above, or ask the administrators for such a post.',
    },
    'simple-not-possible': {
      detail: 'Letters of this kind have no simple procedure.',
      nextStep: 'Refer it in the ordinary one.',
    },
    'not-simple': {
      detail: 'The letter is not handled in the simple procedure: nothing to convert.',
      nextStep: 'Go on with it.',
    },
    'report-day-required': {
      detail: 'An assignment needs the day of the report back, not before today.',
      nextStep: 'Choose the day; if no report is needed, transfer the letter instead.',
    },
    'no-referral': {
      detail: 'There is no referral to object to.',
      nextStep: 'Accept the letter, pass it on, or say why it is not accepted.',
    },
    'objection-open': {
      detail: 'The objection of the receiving unit has no answer yet.',
      nextStep: 'Answer it first: refer the letter elsewhere, or send it back to the unit.',
    },
    'objection-too-late': {
      detail: 'The time to object ended on {dueOn}.',
      nextStep: 'Accept the letter and deal with it; ask another unit to take part if need be.',
    },
    'objection-answered-already': {
      detail: 'The objection to this referral has been answered; there is no second one.',
      nextStep: 'Accept the letter and deal with it.',
    },
    'no-objection': {
      detail: 'There is no objection to answer.',
      nextStep: 'Reload the page to see the latest state.',
    },
    'not-where-answered': {
      detail: 'This step does not write the answer.',
      nextStep: 'Finish this step; the answer is written in the step made for it.',
    },
    'answer-incomplete': {
      detail: 'The answer is not complete.',
      nextStep:
        'Give the result, the officer’s name and telephone; with a formal opinion also the ' +
        'outcome, the facts and the law.',
    },
    'answer-required': {
      detail: 'There is no answer for this round yet: it cannot go on.',
      nextStep: 'Draft the answer first, then pass it on.',
    },
    'empty-answer-needs-reason': {
      detail: 'The check found that this answer may say nothing.',
      nextStep: 'Return it to be written anew; if it may go out as it is, say why.',
    },
    'not-answered-yet': {
      detail: 'The letter has no answer yet.',
      nextStep: 'Wait for the answer; its expected day is on the page of the letter.',
    },
    'follow-ups-used-up': {
      detail: 'At most {most} follow-up questions on one letter.',
      nextStep: 'Rate the answer, or write a new letter about what is new.',
    },
    'rated-already': {
      detail: 'This answer is rated already: one rating for each answer.',
      nextStep: 'A further answer can be rated again.',
    },
    'rating-needs-reason': {
      detail: 'Say what you are dissatisfied with.',
      nextStep: 'The office can only mend what it knows of.',
    },
    'text-required': { detail: 'The text is empty.', nextStep: 'Write it, then submit.' },
    'message-to-oneself': {
      detail: 'A message cannot go to its own writer.',
      nextStep: 'Choose whom it is for.',
    },
    'day-in-future': {
      detail: 'The day cannot be after today.',
      nextStep: 'Enter the day on which it happened.',
    },
    'day-in-past': {
      detail: 'The day cannot be before today.',
      nextStep: 'Choose today or a later day.',
    },
    'link-to-itself': {
      detail: 'A letter cannot be linked to itself.',
      nextStep: 'Choose another letter.',
    },
    'linked-already': {
      detail: 'The two letters are linked already.',
      nextStep: 'See them among the linked letters.',
    },
    'link-unknown': {
      detail: 'There is no such link; perhaps it was undone.',
      nextStep: 'Reload the page to see the latest state.',
    },
    'marked-already': {
      detail: 'The mark is as it was.',
      nextStep: 'Reload the page to see the latest state.',
    },
    'never-public': {
      detail: 'Sensitive letters and reports about officials are confidential by law.',
      nextStep: 'Deal with it by special report.',
    },
    'sender-says-no': {
      detail: 'The sender does not want the letter to be public.',
      nextStep: 'Answer the sender; do not publish.',
    },
    'not-public': {
      detail: 'The letter is not public: nothing to take down.',
      nextStep: 'Reload the page to see the latest state.',
    },
    'no-supervision': {
      detail: 'There is no supervision order to answer.',
      nextStep: 'Reload the page to see the latest state.',
    },
    'no-further-review': {
      detail: 'No further review is possible of this answer.',
      nextStep: 'With new facts and reasons you can write again.',
    },
    'review-too-late': {
      detail: 'The time to ask for a review ended on {dueOn}.',
      nextStep: 'With new facts and reasons you can write again.',
    },
    'review-requested-already': {
      detail: 'A review of this answer was asked for already.',
      nextStep: 'Wait for its result.',
    },
    'representatives-too-many': {
      detail: 'A joint letter has at most {most} representatives.',
      nextStep: 'Name {most} or fewer; give the number of the others as people.',
    },
    'received-day-not-possible': {
      detail: 'The day of receipt is neither after today nor more than {most} days ago.',
      nextStep: 'Look it up in the register of incoming mail.',
    },
  },
  timeline: {
    LetterReceived: 'Letter received',
    LetterAccepted: 'Letter accepted',
    LetterForwarded: 'Referred to {unit}',
    LetterTransferred: 'Transferred to {unit}',
    LetterAssigned: 'Assigned to {unit}, to report by {day}',
    ReferralObjected: 'The receiving unit objects',
    ObjectionUpheld: 'Objection upheld: referred elsewhere',
    ObjectionNotUpheld: 'Objection not upheld: back to the unit',
    SimpleProcedureChosen: 'Handled in the simple procedure',
    OrdinaryProcedureChosen: 'Converted to the ordinary procedure',
    AnswerDrafted: 'Answer drafted',
    AnswerDraftedFlagged: 'Answer drafted; {count} places may say nothing',
    AnswerGiven: 'Sender answered',
    LetterReopenedFollowUp: 'Follow-up question: goes on',
    LetterReopenedBadRating: 'The sender is dissatisfied: rectification begins',
    LetterReopenedCallBack: 'Not settled at the call-back: rectification begins',
    AnswerRated: 'Rated by the sender: office {office}, handler {handler}',
    LetterMessageSent: 'Private message from {from} to {to}',
    InvestigationRecorded: 'Investigation recorded',
    MediationRecorded: 'Mediation agreement reached',
    SettlementRecorded: 'Settlement reached',
    LetterLinkedRepeated: 'Linked to the repeated letter {number}',
    LetterLinkedSameMatter: 'Linked to letter {number} about the same matter',
    LetterUnlinked: 'Link to letter {number} undone',
    SensitivityMarked: 'Marked as sensitive',
    SensitivityRemoved: 'No longer marked as sensitive',
    LetterPublished: 'Letter and answer published',
    LetterUnpublished: 'No longer public',
    CallBackSatisfied: 'Call-back: the sender is satisfied',
    CallBackDissatisfied: 'Call-back: the sender is not satisfied',
    CaseSupervised: 'Supervision order',
    SupervisionAnswered: 'Supervision order answered',
    ReviewRequested: 'The sender asks for a review',
    ReviewRecorded: 'The review is registered: {number}',
  },
  clockNames: {
    registration: 'Limit for registering and referring',
    acceptance: 'Limit for saying whether it is accepted',
    objection: 'Time to object',
    'follow-up': 'Limit for the follow-up answer',
    rectification: 'Limit for rectification',
    review: 'Time to ask for a review',
  },
  headline: {
    letterReceived: 'Received. By {due} you will hear whether it is accepted',
    letterRegistering: 'Received; it is being registered',
    letterAccepted: 'With {office}; an answer is expected by {due}',
    letterUnderway: 'With {office}',
    letterReopened: 'With {office} again; a further answer is expected by {due}',
    letterServing: 'Answered; the answer is being served',
    letterAnswered: 'Answered: you can ask again and rate',
    letterReviewed: 'Answered; a review was asked for',
    letterRefused: 'Not accepted; the notice gives the reasons and where to turn',
    letterWithdrawn: 'Withdrawn',
  },
  satisfaction: {
    satisfied: 'satisfied',
    mostly: 'mostly satisfied',
    dissatisfied: 'dissatisfied',
  },
  correspondents: { sender: 'the sender', office: 'the letters’ office', handler: 'the handler' },
};
