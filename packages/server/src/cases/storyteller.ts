/** Who tells the story of a case, to whom, and what is said of one event. */
import type { TimelineEntry } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import type { Language } from '../platform/refusal.ts';
import type { CaseTexts } from './case-text-types.ts';
import type { Directory } from './directory.ts';

export interface Told {
  readonly key: keyof CaseTexts['timeline'];
  readonly params?: Readonly<Record<string, string | number>>;
  readonly tone?: TimelineEntry['tone'];
  readonly opinion?: string;
  /** The opinion is the office's answer to the applicant, not a word among colleagues. */
  readonly isForApplicant?: true;
  readonly documentId?: string;
}

export interface Storyteller {
  readonly item: ItemDefinition;
  readonly directory: Directory;
  /** Names of templates, by id. */
  readonly documentNames: Readonly<Record<string, string>>;
  readonly language: Language;
  /** The public is told what happened, not who thought what. */
  readonly isPublic: boolean;
  /** In place of the applicant's name, where it is not to be known. */
  readonly sender?: string;
}
