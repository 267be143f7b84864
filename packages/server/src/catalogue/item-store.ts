import type { ItemDefinition } from '@yichuang/kernel/case';
import type { Instant } from '@yichuang/kernel/time';

/** Columns of an imported list that an item has no room for; kept so that an export is complete. */
export interface ItemSource {
  readonly mainItem?: string;
  readonly regionCode?: string;
  readonly deptCode?: string;
  readonly link?: string;
}

export type ItemOrigin = 'pack' | 'import' | 'designer';

/** A version as it is to be stored; `definition.version` is its number. */
export interface NewItemVersion {
  readonly definition: ItemDefinition;
  readonly source: ItemSource;
  readonly origin: ItemOrigin;
  readonly searchTerms: readonly string[];
  readonly supersededBy?: string;
}

/** The current version of a code. */
export interface StoredItem {
  readonly definition: ItemDefinition;
  readonly source: ItemSource;
  readonly origin: ItemOrigin;
  /** Numbers are never used twice: also of what is planned or was withdrawn. */
  readonly newestVersion: number;
  readonly supersededBy?: string;
}

/** What a list shows of an item, and what the ranking reads. */
export interface ItemRow {
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly taskType: string;
  readonly audiences: readonly string[];
  readonly themes: readonly string[];
  readonly isOnline: boolean;
  readonly handlingMode: string;
  readonly committedDays?: number;
  readonly visits?: number;
  readonly synonyms: readonly string[];
}

export interface ItemFilter {
  readonly audience?: 'person' | 'enterprise';
  readonly theme?: string;
  readonly orgId?: string;
  readonly onlineOnly?: boolean;
}

/** Where a page of browsing ended. */
export interface BrowsePlace {
  readonly isOnline: boolean;
  readonly name: string;
  readonly code: string;
}

export interface CandidateQuery {
  readonly termGroups: readonly (readonly string[])[];
  readonly themeIds: readonly string[];
  readonly orgIds: readonly string[];
  readonly nameContains?: string;
}

export interface ItemStore {
  findCurrent(): Promise<StoredItem[]>;
  /** By code; the current version when none is named. */
  findDefinition(code: string, version?: number): Promise<ItemDefinition | undefined>;
  /** The version in force then: a planned one from its day on, whether it was marked or not. */
  findVersionInForce(code: string, at: Instant): Promise<number | undefined>;
  /** Past versions of the codes stay; run inside a transaction that holds the lock. */
  insertVersionsInTx(items: readonly NewItemVersion[], at: Instant): Promise<void>;
  /** One writer of the catalogue at a time, until the transaction ends. */
  lockInTx(): Promise<void>;
  markSupersededInTx(pairs: readonly { code: string; by: string }[]): Promise<void>;
  browse(filter: ItemFilter, limit: number, after?: BrowsePlace): Promise<ItemRow[]>;
  /** How many `browse` would show, counted up to `most`. */
  count(filter: ItemFilter, most: number): Promise<number>;
  /** Items with every term of a group, of a theme or body, or with the text in their name. */
  findCandidates(filter: ItemFilter, wanted: CandidateQuery, limit: number): Promise<ItemRow[]>;
  countByTheme(): Promise<Map<string, number>>;
  countByOrganisation(): Promise<{ orgId: string; name: string; count: number }[]>;
}
