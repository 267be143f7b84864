export type { CaseDeps } from './case-deps.ts';
export { applicantActor, contextOf, staffActor } from './case-context.ts';
export { hashedEvent, sha256 } from './case-rows.ts';
export { createCaseStore, isUuid } from './case-store.pg.ts';
export type { CaseStore, CommandAnswer, StoredCase, StoredEvent } from './case-store.ts';
export { caseRefusals, fill, refuseCase } from './case-texts.ts';
export { clockViews, explainClock } from './clock-view.ts';
export { documentForApplicant, isForApplicant } from './document-for-applicant.ts';
export { forecastViews } from './forecast-view.ts';
export { digestOf, type Digest, type DigestWords } from './digest.ts';
export { derivedCaseId } from './derived-case-id.ts';
export { createDirectory } from './directory.pg.ts';
export type { Directory, DirectoryOrg, DirectoryPost } from './directory.ts';
export { formatDay, formatMoney } from './format-date.ts';
export { applicantView, staffView, trackingView } from './case-view.ts';
export type { DocumentNames, ViewDeps } from './view-deps.ts';
export { headline } from './headline.ts';
export { given, letterBaseOf, textAt } from './letter-base.ts';
export { hiddenSender, senderWord } from './letter-view.ts';
export { readPlace, writePlace, type ListPlace } from './list-place.ts';
export { queryPassword, queryPasswordHash } from './query-password.ts';
export { receiveNewCase, type ReceivingOutcome } from './receive-new-case.ts';
export { nextItemOf, runCommand, type CommandOutcome } from './run-command.ts';
export {
  checkSecrets,
  createFormSealer,
  withoutPrefix,
  type FormSealer,
} from './sensitive-fields.ts';
export { createTaskLists } from './task-lists.pg.ts';
export { timeline } from './timeline.ts';
export { taskListNames } from './task-lists.ts';
export type { TaskLists, TaskQuery, TaskReader } from './task-lists.ts';
export { createCaseDesk, type CaseDesk, type DeskDeps, type DeskOutcome } from './case-desk.ts';
export {
  commandOf,
  type CommandParts,
  type LetterBody,
  type Made,
  type RunningCommand,
} from './command-of.ts';
export { listOwnCases, OwnCaseRow } from './own-cases.pg.ts';
export { regionName, regionNameAt } from './region-name.ts';
export { pageName } from './page-name.ts';
export { admitAct, admitTracking } from './tracking-rate.ts';
