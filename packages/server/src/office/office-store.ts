import type { FilePage } from '@yichuang/kernel/case';
import type { FormData } from '@yichuang/kernel/form';
import type { Instant } from '@yichuang/kernel/time';

export interface StartableItem {
  readonly code: string;
  readonly used: number;
}

export interface OfficeDraftRow {
  readonly draftId: string;
  readonly itemCode: string;
  readonly itemVersion: number;
  /** Sensitive fields sealed. */
  readonly form: FormData;
  readonly materials: readonly {
    readonly materialId: string;
    readonly pages: readonly FilePage[];
    readonly isOnPaper: boolean;
  }[];
  readonly savedAt: Instant;
}

/** Nobody keeps more unfinished approvals than this; a list needs a bound. */
export const MOST_OFFICE_DRAFTS = 50;

/** What the offices' approvals keep beside their cases. */
export interface OfficeStore {
  /** Items that can be started now, most used by this person first. */
  startable(personId: string): Promise<StartableItem[]>;
  /** Forms of the person's last cases of the item, newest first; sensitive fields sealed. */
  lastForms(personId: string, itemCode: string): Promise<FormData[]>;
  drafts(personId: string): Promise<OfficeDraftRow[]>;
  draft(personId: string, draftId: string): Promise<OfficeDraftRow | undefined>;
  /** @returns false when the person has too many already, or the id is another person's */
  putDraft(personId: string, draft: OfficeDraftRow): Promise<boolean>;
  removeDraft(personId: string, draftId: string): Promise<void>;
  isFollowed(personId: string, caseId: string): Promise<boolean>;
  follow(personId: string, caseId: string, at: Instant): Promise<void>;
  unfollow(personId: string, caseId: string): Promise<void>;
}
