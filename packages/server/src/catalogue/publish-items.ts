import type { ItemDefinition } from '@yichuang/kernel/case';
import { canonicalJson } from '@yichuang/kernel/ledger';
import type { Instant } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import { itemStorePg } from './item-store.pg.ts';
import { searchTermsOf } from './search-terms.ts';

export interface PublishReport {
  readonly published: readonly string[];
  readonly unchanged: readonly string[];
}

/** A published version was changed in place; running cases were promised that it is not. */
export class ItemVersionChanged extends Error {
  override readonly name = 'ItemVersionChanged';
  readonly code: string;
  readonly version: number;

  constructor(item: ItemDefinition) {
    super(
      `item ${item.code} (${item.name}) differs from its published version ${item.version}: ` +
        'raise "version" in its file; a demo folder may simply be deleted',
    );
    this.code = item.code;
    this.version = item.version;
  }
}

/**
 * Makes the items of a checked pack current. What is published already stays as it is.
 * @throws ItemVersionChanged when content changed under the same version number
 */
export async function publishItems(
  db: Db,
  tenantId: string,
  items: readonly ItemDefinition[],
  at: Instant,
): Promise<PublishReport> {
  return db.tx(async (tx) => {
    const store = itemStorePg(tx, tenantId);
    await store.lockInTx();
    const fresh: ItemDefinition[] = [];
    for (const item of items) {
      const stored = await store.findDefinition(item.code, item.version);
      if (stored === undefined) fresh.push(item);
      else if (canonicalJson(stored) !== canonicalJson(item)) throw new ItemVersionChanged(item);
    }
    const versions = fresh.map((definition) => ({
      definition,
      source: {},
      origin: 'pack' as const,
      searchTerms: searchTermsOf(definition),
    }));
    await store.insertVersionsInTx(versions, at);
    const published = fresh.map((item) => item.code);
    const unchanged = items.map((item) => item.code).filter((code) => !published.includes(code));
    return { published, unchanged };
  });
}
