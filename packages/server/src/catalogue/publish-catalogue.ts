import type { Instant } from '@yichuang/kernel/time';
import { readFile } from 'node:fs/promises';
import type { Db } from '../platform/db/index.ts';
import { importItems, type ImportReport } from './import-items.ts';
import { itemStorePg } from './item-store.pg.ts';
import type { Pack } from './pack.ts';
import { publishItems, type PublishReport } from './publish-items.ts';

export interface CatalogueReport extends PublishReport {
  /** Absent when the pack has no list, or an earlier start imported one already. */
  readonly imported?: ImportReport;
}

/**
 * A pack's items and, the first time, its list through the same import that an administrator uses.
 * Later starts leave the list alone: an administrator may have imported a newer one.
 * The pack's organisations must be stored before.
 * @throws ItemVersionChanged as `publishItems`
 */
export async function publishCatalogue(
  db: Db,
  tenantId: string,
  pack: Pack,
  at: Instant,
): Promise<CatalogueReport> {
  const published = await publishItems(db, tenantId, pack.items, at);
  const stored = await itemStorePg(db, tenantId).findCurrent();
  if (pack.catalogueFile === undefined || stored.some((item) => item.origin === 'import')) {
    await db.tx((tx) => itemStorePg(tx, tenantId).markSupersededInTx(pack.superseded));
    return published;
  }
  const bytes = await readFile(pack.catalogueFile);
  const imported = await importItems(db, tenantId, { bytes, pack, at, isDryRun: false });
  return { ...published, imported };
}
