import type { LimitRule } from '@yichuang/kernel/time';
import type { PackOrganisation } from './pack-schemas.ts';

/** What the rest of the pack and the statutes offer to an item. */
export interface ItemContext {
  readonly organisations: ReadonlyMap<string, PackOrganisation>;
  readonly postIds: ReadonlySet<string>;
  /** Roles that some post has: an internal flow may name them. */
  readonly roles: ReadonlySet<string>;
  readonly themeIds: ReadonlySet<string>;
  readonly templateIds: ReadonlySet<string> | undefined;
  readonly rules: readonly LimitRule[];
}
