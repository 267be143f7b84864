export {
  createDrafts,
  type DraftDeps,
  type DraftOutcome,
  type Drafts,
  type Filer,
} from './drafts.ts';
export { createDraftStore } from './draft-store.pg.ts';
export type { DraftStore } from './draft-store.ts';
export { isQueryPassword, queryPassword } from './query-password.ts';
