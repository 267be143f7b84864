export { answerText, checkAnswer, letterText } from './check-answer.ts';
export { completeLetterCommand } from './complete-command.ts';
export { fileLetter } from './file-letter.ts';
export { indexLetter } from './index-letter.ts';
export type { LetterDeps } from './letter-deps.ts';
export { attachmentsOf, listLetterItems } from './letter-items.pg.ts';
export { letterUnits } from './letter-units.ts';
export { letterWays } from './letter-ways.ts';
export { openReview } from './open-review.ts';
export { noticeChannels, noticeTargets } from './choose-notices.ts';
export { confirmSender, sendSenderCode } from './confirm-sender.ts';
export { findOwn, type Access } from './find-own.ts';
export { letterRefusals } from './refusals.ts';
export {
  actOnLetter,
  chooseLetterNotices,
  documentOfLetter,
  openLetter,
  pageOfLetter,
} from './sender-access.ts';
export { senderRoutes } from './sender-routes.ts';
export { letterStaffRoutes } from './staff-routes.ts';
export type { Writer } from './letter-writer.ts';
export { uploadForLetter } from './upload-for-letter.ts';
