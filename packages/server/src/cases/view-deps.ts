import type { Language } from '../platform/refusal.ts';
import type { CaseDeps } from './case-deps.ts';
import type { FormSealer } from './sensitive-fields.ts';

/** Names of document templates, by language and id. */
export type DocumentNames = Readonly<Record<Language, Readonly<Record<string, string>>>>;

export interface ViewDeps extends Pick<CaseDeps, 'directory'> {
  readonly sealer: FormSealer;
  readonly documentNames: DocumentNames;
  /** What the check for answers that say nothing found, in a sentence, by language and code. */
  readonly findingTexts: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}
