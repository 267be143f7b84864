import type { ItemDefinition } from '@yichuang/kernel/case';
import type { Instant } from '@yichuang/kernel/time';

export type VersionStatus = 'planned' | 'current' | 'past' | 'withdrawn';

export interface ItemVersion {
  readonly version: number;
  readonly status: VersionStatus;
  readonly validFrom: Instant;
  readonly publishedAt?: Instant;
  readonly publishedBy?: string;
  readonly note?: string;
  readonly withdrawnAt?: Instant;
  readonly withdrawnBy?: string;
  /** Cases on it that have no outcome yet. */
  readonly runningCases: number;
}

/** What a designer publishes; `definition.version` is given by the catalogue. */
export interface VersionToPublish {
  readonly definition: ItemDefinition;
  /** The newest version that the publisher has seen; undefined for a new item. */
  readonly seen: number | undefined;
  readonly validFrom: Instant;
  readonly publishedAt: Instant;
  readonly publishedBy: string;
  readonly note: string;
}

export interface VersionStore {
  list(code: string): Promise<ItemVersion[]>;
  insertInTx(version: VersionToInsert): Promise<void>;
  withdrawInTx(
    planned: { readonly code: string; readonly version: number },
    by: { readonly personId: string; readonly at: Instant },
  ): Promise<boolean>;
  isAnyDue(at: Instant): Promise<boolean>;
  bringIntoForceInTx(at: Instant): Promise<void>;
}

export type VersionToInsert = Omit<VersionToPublish, 'seen'> & {
  readonly searchTerms: readonly string[];
};
