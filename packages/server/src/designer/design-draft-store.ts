import type { ItemDefinition } from '@yichuang/kernel/case';
import type { Instant } from '@yichuang/kernel/time';

/** An item under construction. Not law yet: it may be changed and deleted. */
export interface DesignDraft {
  readonly draftId: string;
  /** Counts the saves, from 1. */
  readonly revision: number;
  readonly item: ItemDefinition;
  /** Version of the same code from which it was copied. */
  readonly baseVersion?: number;
  readonly problemCount: number;
  readonly changedAt: Instant;
  /** Name of the person who saved last. */
  readonly changedBy: string;
}

export interface NewDraft {
  readonly draftId: string;
  readonly item: ItemDefinition;
  readonly baseVersion?: number;
  readonly problemCount: number;
  readonly personId: string;
  readonly at: Instant;
}

/** What a list shows of a draft. */
export interface DesignDraftLine {
  readonly draftId: string;
  readonly itemCode: string;
  readonly name: string;
  readonly orgId: string;
  readonly isInternal: boolean;
  readonly baseVersion?: number;
  readonly problemCount: number;
  readonly changedAt: Instant;
  readonly changedBy: string;
}

export interface DraftSave {
  readonly draftId: string;
  /** The revision that it was made from. */
  readonly revision: number;
  readonly item: ItemDefinition;
  readonly baseVersion?: number;
  readonly problemCount: number;
  readonly personId: string;
  readonly at: Instant;
}

/** An item in force, as the designer lists it. */
export interface DesignItemLine {
  readonly code: string;
  readonly name: string;
  readonly orgId: string;
  readonly version: number;
  readonly isInternal: boolean;
  readonly isOnline: boolean;
}

export const MOST_DESIGN_DRAFTS = 200;

export interface DesignDraftStore {
  insert(draft: NewDraft): Promise<void>;
  find(draftId: string): Promise<DesignDraft | undefined>;
  /** Newest first, of these organisations or, without them, of all. */
  list(orgIds: readonly string[] | undefined): Promise<DesignDraftLine[]>;
  count(): Promise<number>;
  /** @returns the new revision; undefined when another save was first or the draft is gone */
  save(save: DraftSave): Promise<number | undefined>;
  remove(draftId: string): Promise<boolean>;
  /** Waits for a save that is under way; inside a transaction. */
  lockInTx(draftId: string): Promise<DesignDraft | undefined>;
  listItems(orgIds: readonly string[] | undefined, query: string): Promise<DesignItemLine[]>;
}
