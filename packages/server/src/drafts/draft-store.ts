import type { FilePage, Party } from '@yichuang/kernel/case';
import type { FormData } from '@yichuang/kernel/form';
import type { Instant } from '@yichuang/kernel/time';

export interface DraftMaterial {
  readonly materialId: string;
  readonly pages: readonly FilePage[];
  readonly isOnPaper: boolean;
  /** 告知承诺: a written commitment in its place. */
  readonly isCommitted?: true;
}

/** An application before filing; sensitive fields are sealed, as they will be in the event. */
export interface Draft {
  readonly draftId: string;
  readonly personId: string;
  readonly itemCode: string;
  readonly itemVersion: number;
  readonly applicant?: Omit<Party, 'personId'>;
  readonly form: FormData;
  readonly materials: readonly DraftMaterial[];
  readonly isAtCounter: boolean;
  readonly savedAt: Instant;
  readonly filedCaseId?: string;
}

/** Nobody keeps more open applications than this at once; a list needs a bound. */
export const MOST_DRAFTS = 100;

export interface DraftStore {
  insert(draft: Draft): Promise<void>;
  /** Only the person's own, filed ones included. */
  find(personId: string, draftId: string): Promise<Draft | undefined>;
  /** Reads, changes and writes in one transaction, so that two tabs lose nothing. */
  change(
    personId: string,
    draftId: string,
    change: (draft: Draft) => Draft,
  ): Promise<Draft | undefined>;
  remove(personId: string, draftId: string): Promise<void>;
  /** The newest MOST_DRAFTS that are not filed. */
  list(personId: string, isAtCounter: boolean): Promise<Draft[]>;
  /** Are there MOST_DRAFTS already that are not filed? */
  isFull(personId: string, isAtCounter: boolean): Promise<boolean>;
  markFiled(personId: string, draftId: string, caseId: string): Promise<void>;
  recordUpload(personId: string, sha256: string, at: Instant): Promise<void>;
  hasUploaded(personId: string, sha256s: readonly string[]): Promise<boolean>;
}
