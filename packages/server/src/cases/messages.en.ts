import type { CaseTexts } from './case-text-types.ts';
import { letterTexts } from './texts/letters.en.ts';

export const caseTexts: CaseTexts = {
  refusals: {
    ...letterTexts.refusals,
    'not-your-case': {
      detail: 'There is no such case, or you may not see it.',
      nextStep: 'Check the case number, or open it again from your list.',
    },
    'not-your-task': {
      detail: 'This step is not yours.',
      nextStep:
        'Go back to your to-do list; if it should be yours, ask the administrator about your post.',
    },
    'right-missing': {
      detail: 'Your post does not have this right ({right}).',
      nextStep: 'If your work needs it, ask the administrator of your organisation.',
    },
    'task-unknown': {
      detail: 'There is no such task.',
      nextStep: 'Reload the page and try again.',
    },
    'task-already-closed': {
      detail: 'This step is done already: {by}, {at}.',
      nextStep: 'The page now shows the latest state; what you typed is kept. Check and go on.',
    },
    'task-not-yet-open': {
      detail: 'It is not your turn yet: somebody signs before you, or you wait for an opinion.',
      nextStep: 'You will be told when it does.',
    },
    'wrong-phase': {
      detail: 'The case is not in a state that allows this.',
      nextStep: 'Reload the page to see what can be done now.',
    },
    'wrong-duty': {
      detail: 'This step cannot do that.',
      nextStep: 'Choose one of the acts that the step allows.',
    },
    'case-has-ended': {
      detail: 'The case has ended.',
      nextStep: 'To go on, file a new application.',
    },
    'item-not-online': {
      detail: '“{item}” cannot be applied for online yet.',
      nextStep: 'See the guide for how to apply in person.',
    },
    'form-incomplete': {
      detail: 'The field “{field}” needs to be corrected.',
      nextStep: 'Correct it as shown and submit again; nothing you typed is lost.',
    },
    'field-not-writable': {
      detail: 'This step may not change “{field}”.',
      nextStep: 'If it must change, return the case to a step that may.',
    },
    'material-missing': {
      detail: 'A required material is missing: {material}.',
      nextStep: 'Upload it, or choose to hand it in on paper at the counter.',
    },
    'material-unknown': {
      detail: 'The item has no such material: {material}.',
      nextStep: 'Reload the page and choose again.',
    },
    'material-not-checked': {
      detail: 'A material has not been checked yet: {material}.',
      nextStep: 'Check the materials one by one before accepting.',
    },
    'material-not-acceptable': {
      detail: 'A material is incomplete or not in the statutory form: {material}.',
      nextStep: 'Ask for corrections once, or change its verdict.',
    },
    'nothing-to-correct': {
      detail: 'No material is marked for correction.',
      nextStep: 'Mark what is missing or wrong in the list of materials.',
    },
    'correction-without-instruction': {
      detail: 'Say what is wrong with “{material}”.',
      nextStep: 'State the problem and how to fix it, so that one correction is enough.',
    },
    'correction-still-missing': {
      detail: 'Something the notice asked for is still missing: {material}.',
      nextStep: 'Upload every material that the notice names, then submit.',
    },
    'correction-notice-too-late': {
      detail: 'Not asked for corrections within five working days: deemed accepted as of receipt.',
      nextStep: 'Go on with the review; deal with the materials there as the law allows.',
    },
    'reason-required': {
      detail: 'Give the reason.',
      nextStep: 'The applicant is told the reason, and it is kept on file.',
    },
    'legal-basis-required': {
      detail: 'A refusal must name its legal basis.',
      nextStep: 'Choose it from the list, or enter law and article.',
    },
    'reject-not-possible': {
      detail: 'This step cannot reject.',
      nextStep: 'If something must change, return the case to an earlier step.',
    },
    'return-target-unknown': {
      detail: 'The case cannot be returned to that step.',
      nextStep: 'Choose one of the steps offered.',
    },
    'straight-back-not-possible': {
      detail: 'The case cannot come straight back to you: the way between has changed.',
      nextStep: 'Choose to walk the steps again.',
    },
    'special-procedure-unknown': {
      detail: 'The item has no such special procedure.',
      nextStep: 'Choose one of those that the item names.',
    },
    'special-procedure-running': {
      detail: 'The special procedure “{procedure}” is still under way.',
      nextStep: 'Record its end first, then decide.',
    },
    'special-procedure-not-running': {
      detail: 'No special procedure is under way.',
      nextStep: 'Reload the page to see the latest state.',
    },
    'days-required': {
      detail: 'Enter the number of days (a whole number, at least one).',
      nextStep: 'The applicant is told it in writing.',
    },
    'extension-not-possible': {
      detail: 'The limit of this case cannot be extended.',
      nextStep: 'Finish the case within its limit.',
    },
    'extension-needs-leader': {
      detail:
        'Only the head of the agency may extend it; of a joint case, the head of the government.',
      nextStep: 'The head does this with their own account.',
    },
    'extension-too-long': {
      detail: 'At most {max} working days can be added.',
      nextStep: 'Enter fewer days.',
    },
    'extension-used-up': {
      detail: 'The limit has been extended once already.',
      nextStep: 'The law allows it once; finish within the extended limit.',
    },
    'extension-too-late': {
      detail: 'The statutory limit has passed; it can no longer be extended.',
      nextStep: 'Finish the case soon and explain it to the applicant.',
    },
    'fee-not-assessed': {
      detail: 'No fee is due for this case.',
      nextStep: 'Check the case number.',
    },
    'fee-already-paid': { detail: 'The fee has been paid.', nextStep: 'Do not collect it again.' },
    'fee-quantity-missing': {
      detail: 'A quantity that the fee depends on is missing: {field}.',
      nextStep: 'Return the case to the counter to fill it in, then decide.',
    },
    'payment-not-exact': {
      detail: 'The amount differs from the assessed fee.',
      nextStep: 'The standard sets the fee; collect exactly that amount.',
    },
    'receipt-number-required': {
      detail: 'Enter the number.',
      nextStep: 'Copy it from the receipt or the file.',
    },
    'decided-already': {
      detail: 'The agency has decided; the application can no longer be withdrawn.',
      nextStep: 'Against the decision you may ask for reconsideration or go to court.',
    },
    'document-unknown': {
      detail: 'There is no such document.',
      nextStep: 'Reload the page and try again.',
    },
    'document-recorded-already': {
      detail: 'The document has been made already.',
      nextStep: 'Open it directly.',
    },
    'result-not-ready': {
      detail: 'The certificate or document is still being made.',
      nextStep: 'It usually takes a few seconds; try again shortly.',
    },
    'recipient-required': {
      detail: 'Enter the name of the recipient.',
      nextStep: 'As on the identity document.',
    },
    'not-concluded': {
      detail: 'The case is not concluded, so it cannot be archived.',
      nextStep: 'Archive it once it is concluded.',
    },
    'archived-already': {
      detail: 'The case is archived already.',
      nextStep: 'A case is archived once.',
    },
    'claimed-by-other': {
      detail: 'This task is with {by} now (since {at}).',
      nextStep: 'If it should be yours, ask them to put it back or pass it on.',
    },
    'own-case': {
      detail: 'This is your own case: you may not act on it.',
      nextStep: 'Somebody else handles it; if there is nobody, the administrator names somebody.',
    },
    'proxy-is-applicant': {
      detail:
        'You are the applicant or contact of this case and cannot act on it for somebody else.',
      nextStep: 'The principal, or somebody else, handles it.',
    },
    'one-vote-per-person': {
      detail: 'You have signed in this step already, or have another task of it: one vote each.',
      nextStep: 'Somebody else signs this one; your own other task is on your list.',
    },
    'duties-apart': {
      detail: 'The step "{step}" is kept apart from you: the case is about you or your unit.',
      nextStep: 'Somebody of the other side does it; where there is nobody, the level above.',
    },
    'step-binding': {
      detail: 'The step "{step}" has to be done: it can be neither rejected nor returned.',
      nextStep: 'Say what you object to in your answer.',
    },
    'stays-in-unit': {
      detail: 'This work stays within the unit that it was given to.',
      nextStep: 'Choose a colleague of the same unit.',
    },
    'opinion-only': {
      detail: 'This task asks for your opinion only.',
      nextStep: 'Write your opinion and send it.',
    },
    'not-in-batch': {
      detail: '“{step}” cannot be approved in a batch.',
      nextStep: 'Open the case and decide it by itself.',
    },
    'abstention-not-possible': {
      detail: 'You cannot abstain in this step.',
      nextStep: 'Approve, reject or return.',
    },
    'denial-without-reason': {
      detail: 'This would amount to a refusal for which nobody has given reasons.',
      nextStep: 'Whoever disagrees rejects, with reasons and legal basis.',
    },
    'not-claimable': {
      detail: 'The task is one person’s already; there is nothing to claim.',
      nextStep: 'Go on with it.',
    },
    'not-claimed': {
      detail: 'The task was not claimed, so it cannot be put back.',
      nextStep: 'To give it to somebody else, pass it on.',
    },
    'person-required': {
      detail: 'Choose a person.',
      nextStep: 'Pick one from the directory.',
    },
    'receiver-has-task': {
      detail: '{name} has a task in this step already, or has signed in it.',
      nextStep: 'Choose somebody else.',
    },
    'transfers-used-up': {
      detail: 'The task has been passed on {most} times already.',
      nextStep: 'Do it, or ask the administrator to hand it over.',
    },
    'signer-already-there': {
      detail: '{name} is part of this step already.',
      nextStep: 'Choose somebody else.',
    },
    'signers-used-up': {
      detail: 'The step has its most signers ({most}) already.',
      nextStep: 'Remove one first, or circulate the case for opinions.',
    },
    'added-too-deep': {
      detail: 'Added signers have added signers {most} deep already.',
      nextStep: 'Ask whoever added you to add the person.',
    },
    'weight-not-possible': {
      detail: 'A weight is a whole number from 1 to {most}, and only for who votes with you.',
      nextStep: 'Change it, or leave it out.',
    },
    'signer-not-added': {
      detail: 'Only a signer whom somebody added can be removed.',
      nextStep: 'Members by the flow stay; take an opinion back instead.',
    },
    'question-required': {
      detail: 'Say what you want an opinion on.',
      nextStep: 'A sentence or two will do.',
    },
    'no-opinion-asked': {
      detail: 'No opinion was asked for here.',
      nextStep: 'Reload the page to see the latest state.',
    },
    'nothing-to-recall': {
      detail: 'There is nothing to take back here.',
      nextStep: 'Reload the page; if something must change, ask whoever has the case to return it.',
    },
    'recall-too-late': {
      detail: 'Whoever has the case next has begun with it; it is too late to take it back.',
      nextStep: 'Ask them to return it.',
    },
    'batch-not-recalled': {
      detail: 'What was approved in a batch cannot be taken back.',
      nextStep: 'Ask whoever has the case to return it.',
    },
    'files-too-many': {
      detail: '“{material}” takes at most {maxPages} pages.',
      nextStep: 'Combine or remove pages, then upload again.',
    },
    'file-not-acceptable': {
      detail: 'Page {page} of “{material}” does not keep the upload rule.',
      nextStep: 'Mend the picture as described and upload it again.',
    },
    'archive-number-required': {
      detail: 'Enter the archive number.',
      nextStep: 'Number the file by the archive’s rule, then archive it.',
    },
    'outside-effect-exists': {
      detail: 'It has had effects outside and cannot be undone this way.',
      nextStep: 'Documents and certificates that were issued must be revoked or voided.',
    },
    'text-not-well-formed': {
      detail: 'The text has characters that cannot be read.',
      nextStep: 'Remove the special characters and submit again.',
    },
    'case-frozen': {
      detail: 'The case is frozen: {reason}.',
      nextStep: 'It goes on once it is unfrozen; its limits keep running.',
    },
    'frozen-already': {
      detail: 'The case is frozen already.',
      nextStep: 'Reload the page to see why.',
    },
    'not-frozen': {
      detail: 'The case is not frozen.',
      nextStep: 'Reload the page to see the latest state.',
    },
    'jump-target-unknown': {
      detail: 'The case cannot be taken to that step.',
      nextStep: 'Choose one of the steps offered.',
    },
    'jump-over-act-of-law': {
      detail: '“{node}” cannot be passed over or undone.',
      nextStep:
        'Acceptance, decision, fee, certificate and service are acts of law: follow the flow.',
    },
    'not-granted': {
      detail: 'There is no grant to revoke.',
      nextStep: 'Only a decision that granted can be revoked.',
    },
    'reader-required': {
      detail: 'Nobody is chosen to read it.',
      nextStep: 'Choose at least one person or post.',
    },
    'readers-too-many': {
      detail: 'At most {most} readers at a time.',
      nextStep: 'Send it in several goes.',
    },
    'reading-unknown': {
      detail: 'There is no such thing for you to read.',
      nextStep: 'Go back to your reading list and open it again.',
    },
    'opinion-required': {
      detail: 'Write your opinion.',
      nextStep: 'Words are required here; a stock phrase will do.',
    },
    'urged-recently': {
      detail: 'You have just sent a reminder; you can send another after {again}.',
      nextStep: 'The people concerned have been told; please wait a little.',
    },
    'nobody-to-urge': {
      detail: 'There is nobody to remind now.',
      nextStep: 'See at which step the case is.',
    },
    'unit-required': {
      detail: 'No unit or item is chosen.',
      nextStep: 'Choose the unit and what it is to handle.',
    },
    'hand-out-unknown': {
      detail: 'Nothing was handed out under this number.',
      nextStep: 'Reload the page and try again.',
    },
    'case-recorded-already': {
      detail: 'The case that belongs to it is recorded already.',
      nextStep: 'Open that case directly.',
    },
    'message-not-awaited': {
      detail: 'The case is not waiting for a message.',
      nextStep: 'Check the case number and the step.',
    },
    'version-unknown': {
      detail: 'There is no version {version} of the flow to move to.',
      nextStep: 'Reload the page and choose a published version.',
    },
    'rebase-not-possible': {
      detail: 'The case cannot move to the new version: “{node}” has no counterpart in it.',
      nextStep: 'Finish this step first, or go on with the version it has.',
    },
    'debt-unknown': {
      detail: 'There is no such thing owed.',
      nextStep: 'Reload the page to see the latest state.',
    },
    'debt-outstanding': {
      detail: 'A material is still owed: {material}.',
      nextStep: 'Check what was supplied first, then decide.',
    },
    'debt-not-supplied': {
      detail: '“{name}” has not been supplied.',
      nextStep: 'It can be checked once it is there.',
    },
    'debt-not-due': {
      detail: '“{name}” may still come in time.',
      nextStep: 'It is broken only when its days have run out.',
    },
    'nothing-owed': {
      detail: 'Nothing is owed.',
      nextStep: 'Reload the page to see the latest state.',
    },
    'deferral-not-possible': {
      detail: '“{material}” cannot come later.',
      nextStep: 'Ask for corrections once and completely.',
    },
    'deferral-too-long': {
      detail: '“{material}” may come at most {most} working days later.',
      nextStep: 'Enter a whole number from 1 to {most}.',
    },
    'commitment-not-possible': {
      detail: 'A written commitment cannot stand in for “{material}”.',
      nextStep: 'Hand in the material itself.',
    },
    'draft-unknown': {
      detail: 'There is no such draft; it may have been filed or deleted.',
      nextStep: 'See your filed cases under “My cases”.',
    },
    'drafts-too-many': {
      detail: 'There are {most} drafts already that have not been filed.',
      nextStep: 'File or delete those that are no longer needed, then begin a new one.',
    },
    'identity-required': {
      detail: 'Before filing we need to know who you are.',
      nextStep: 'Enter your name and identity number first.',
    },
    'not-to-be-filed-again': {
      detail: 'Case {number} is still under way or was granted; it cannot be filed again.',
      nextStep: 'For another application, start from the guide.',
    },
    'item-changed-meanwhile': {
      detail: 'A new version of “{item}” has come into force; nothing was filed yet.',
      nextStep: 'Look through your application once more, then file it.',
    },
    'upload-not-yours': {
      detail: 'A file is not one that you uploaded, or it is gone.',
      nextStep: 'Upload this page again.',
    },
    'day-not-real': {
      detail: '{day} is not a day of the calendar.',
      nextStep: 'Check year, month and day and enter it again.',
    },
    'source-number-taken': {
      detail: 'A letter with the number {number} of its source is here already.',
      nextStep:
        'Look for that letter; if the number was copied wrongly, correct it and enter again.',
    },
    'query-password-wrong': {
      detail: 'Case number or query password is not right.',
      nextStep: 'Check both on your receipt; without the password, log in and see “My cases”.',
    },
  },
  timeline: {
    ...letterTexts.timeline,
    CaseReceived: 'Application received',
    MaterialsChecked: 'Materials checked',
    PaperReceived: 'Paper materials received',
    CorrectionRequested: 'Corrections asked for, once and completely',
    CorrectionReceived: 'Corrected materials received',
    CaseAccepted: 'Application accepted',
    CaseAcceptedDeemed:
      'No correction asked for within five working days: deemed accepted as of receipt',
    AcceptanceRefused: 'Acceptance refused',
    FormAmended: 'Application data completed or corrected',
    StepOpened: 'Reached “{step}”',
    CaseResubmitted: 'Changed and sent again',
    TaskDecidedApproved: '“{step}”: agreed',
    TaskDecidedRejected: '“{step}”: not agreed',
    TaskDecidedAbstained: '“{step}”: abstained',
    TaskClaimed: 'Claimed “{step}”',
    TaskReleased: 'Put back “{step}”',
    TaskTransferred: '“{step}” passed on from {from} to {to}',
    TaskHandedOver: '“{step}” handed over to {to}',
    TaskMoved: '“{step}” moved to “{to}”',
    SignerAdded: '“{step}”: {name} added as a signer',
    SignerRemoved: '“{step}”: an added signer was removed',
    OpinionRequested: '“{step}”: {name} asked for an opinion',
    OpinionGiven: '“{step}”: opinion given',
    OpinionTakenBack: '“{step}”: request for an opinion taken back',
    OpinionTimedOut: '“{step}”: no opinion came in time',
    TaskRecalled: 'Took back the decision of “{step}”',
    TransferRecalled: 'Took “{step}” back from whom it was passed on to',
    TaskMovedToAdministrators: '“{step}”: nobody qualifies; it went to the administrators',
    TaskReturned: '“{step}”: returned to the signer before',
    StepReturned: 'Returned from “{from}” to “{to}”',
    SpecialProcedureStarted:
      '{name} begun; its time does not count (expected: {days} working days)',
    SpecialProcedureEnded: 'Special procedure ended; the clock runs again',
    LimitExtended: 'Limit extended by {days} working days, approved by the head of the agency',
    DecisionMadeGranted: 'Licence granted',
    DecisionMadeDenied: 'Licence denied',
    FeeAssessed: 'Fee assessed by the standard: {amount}',
    FeeAssessedNone: 'No fee due',
    PaymentRecorded: 'Paid {amount}',
    DocumentIssued: 'Document issued: {document}',
    ResultServed: 'Result served',
    SubcasesOrdered: 'Sent to the departments concerned, side by side',
    SubcaseConcluded: 'One department has finished',
    SupervisionHit: 'Supervision: asked for corrections again',
    CaseFiledInternally: 'Filed',
    SubcasesReleased: 'The departments that waited begin',
    SubcaseRecorded: 'Case of the department opened: {number}',
    SubcasesCancelled: 'Parts of departments taken back',
    FlowJumped: 'Taken to “{to}” by the administrator',
    CaseFrozen: 'Frozen: nobody acts on it',
    CaseUnfrozen: 'Unfrozen',
    CaseTerminated: 'Terminated',
    CaseVoided: 'Voided',
    DecisionRevoked: 'The grant was revoked',
    CaseCopied: 'Copied to {count}',
    CaseCirculated: 'Circulated to {count}',
    CopyRead: 'Read',
    CaseUrged: 'Reminder sent',
    UnitCaseOrdered: 'Handed out to a unit',
    UnitCaseRecorded: 'The unit has its case: {number}',
    MessageReceived: 'The message that was waited for has come',
    CaseRebased: 'Moved to version {version} of the flow',
    DebtIncurredMaterial: 'Accepted with {name} to follow within {days} working days',
    DebtIncurredCommitment: 'Written commitment in place of {name}',
    MaterialsSupplied: 'Materials supplied',
    DebtSettledKept: 'Checked and found kept: {name}',
    DebtSettledBroken: 'Not kept: {name}',
    DebtSettledInsufficient: 'Supplied, but not enough: {name}',
    DebtLapsed: 'Not supplied, or not checked, in time: {name}',
    SupervisionHitDebt: 'Supervision: something owed is overdue',
    CaseConcluded: 'Concluded',
    CaseWithdrawn: 'Withdrawn by the applicant',
    CaseArchived: 'Archived',
  },
  system: 'System',
  rules: {
    'policy:same-person': 'the same person has approved already',
    'policy:applicant-holds': 'the applicant holds the post',
    'policy:nobody': 'nobody in the post may act',
    'policy:time-out': 'the time ran out',
    'letter:accepted': 'accepted, so handling begins',
    'letter:follow-up': 'after a follow-up question',
    'letter:bad-rating': 'after a bad rating',
    'letter:call-back': 'after a call-back',
  },
  actingFor: '{name} for {principal}',
  applicant: 'Applicant',
  clockNames: {
    ...letterTexts.clockNames,
    statutory: 'Statutory limit',
    committed: 'Committed limit',
    correction: 'Limit for asking corrections',
    service: 'Limit for service',
    step: 'Limit of this step',
    opinion: 'Limit for an opinion',
    debt: 'Limit for what is still owed',
    wait: 'Waiting time',
  },
  headline: {
    ...letterTexts.headline,
    received: 'Received. By {due} you will hear whether it is accepted ({office})',
    'correction-pending': 'Some materials need correcting; the case goes on once they are complete',
    accepted: 'Expected to be decided by {due}. Now at: {step} ({office})',
    acceptedBetweenSteps: 'Expected to be decided by {due} ({office})',
    acceptedInParts: 'The offices work side by side; all expected to be done by {due}',
    acceptedSuspended: '{procedure} is under way; its time does not count',
    decidedPay: 'Granted. Please pay {amount}; the certificate is made after payment',
    decidedGranted: 'Granted; the certificate is being made and served',
    decidedDenied: 'Denied; the decision is being served',
    decidedInParts: 'All offices are done; the results are being served together',
    'acceptance-refused': 'Not accepted; see the decision for reasons and remedies',
    concludedGranted: 'Concluded: granted',
    concludedInParts: 'All done; the results are here',
    concludedDenied: 'Concluded: denied',
    concludedAgreed: 'Concluded: agreed',
    concludedRejected: 'Concluded: not agreed',
    archived: 'Concluded and archived',
    withdrawn: 'Withdrawn',
    'in-progress': 'Under way. Now at: {step} ({office})',
    terminated: 'Terminated',
    voided: 'Voided',
    revoked: 'The grant was revoked',
    frozen: 'Frozen: nobody acts on it for now',
  },
  explain: {
    start: 'The first day does not count',
    counted: 'Working day {n}',
    countedCalendar: 'Day {n}',
    weekend: 'Weekend, not counted',
    holiday: 'Public holiday, not counted',
    'makeup-workday': 'Make-up working day, working day {n}',
    suspended: 'Special procedure, not counted',
    'extension-start': 'The extension starts here, working day {n}',
    rolled: 'The last day was a day off: moved to this day',
    due: 'Last day, working day {n}',
    dueCalendar: 'Last day, day {n}',
    provisional: 'Working day {n} (the holidays of that year are not published: plain weekends)',
    summary: '{amount} working days from the day after {from}, by {law} {article}: ends on {due}.',
    summaryCalendar: '{amount} days from the day after {from}, by {law} {article}: ends on {due}.',
    summarySuspended:
      'A special procedure is under way and does not count; the count goes on the day after it ' +
      'ends, and only then the last day is known.',
    summaryExtended: 'It includes an approved extension of {days} working days.',
    summaryExcluded: '{days} days of special procedures are not counted.',
    summaryProvisional:
      'It reaches a year whose holidays are not published yet: the date is provisional and will ' +
      'be counted again.',
  },
  satisfaction: letterTexts.satisfaction,
  correspondents: letterTexts.correspondents,
  materials: { paper: 'paper', electronic: 'electronic' },
};
