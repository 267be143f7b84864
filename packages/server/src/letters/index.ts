export { answerText, checkAnswer, letterText } from './check-answer.ts';
export { completeLetterCommand } from './complete-command.ts';
export { fileLetter } from './file-letter.ts';
export { indexLetter } from './index-letter.ts';
export type { LetterDeps } from './letter-deps.ts';
export { attachmentsOf, listLetterItems } from './letter-items.pg.ts';
export { letterUnits } from './letter-units.ts';
export { letterWays } from './letter-ways.ts';
export { openReview } from './open-review.ts';
export {
  actOnLetter,
  documentOfLetter,
  findOwn,
  openLetter,
  pageOfLetter,
  type Access,
} from './sender-access.ts';
export { senderRoutes } from './sender-routes.ts';
export { letterStaffRoutes } from './staff-routes.ts';
export type { Writer } from './letter-writer.ts';
export { uploadForLetter } from './upload-for-letter.ts';
