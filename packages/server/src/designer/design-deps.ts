import type { CaseDeps, CaseStore } from '../cases/index.ts';
import type { Pack } from '../catalogue/index.ts';
import type { Language } from '../platform/refusal.ts';

/** What the designer works with; put together once, in assembly. */
export interface DesignDeps extends CaseDeps {
  readonly cases: CaseStore;
  /** Organisations, posts, themes and templates that an item may name. */
  readonly pack: Pack;
  /** Names of the document templates by their ids. */
  readonly documentNames: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}
