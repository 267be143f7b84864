export {
  createDrafts,
  type DraftDeps,
  type DraftOutcome,
  type Drafts,
  type Filer,
} from './drafts.ts';
export { canBeFiledAgain } from './file-again.ts';
export { problemTexts } from './problem-texts.ts';
export { createDraftStore } from './draft-store.pg.ts';
export type { DraftStore } from './draft-store.ts';
export {
  counterFiler,
  draftRoutes,
  residentFiler,
  type DraftRoutesOptions,
  type FilerOf,
} from './routes.ts';
export { uploadPage, type UploadDeps } from './uploads.ts';
