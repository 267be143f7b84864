/**
 * Versions of an item that begin on a day. A version is planned until its day, then in force, then
 * past; what was planned may be withdrawn before its day. Nothing published is ever changed.
 */
import type { Instant } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import { itemStorePg } from './item-store.pg.ts';
import { versionStorePg } from './version-store.pg.ts';
import type { ItemVersion, VersionToPublish } from './version-store.ts';
import { searchTermsOf } from './search-terms.ts';

export type PublishOutcome =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly problem: 'newer-version'; readonly newest: ItemVersion }
  | { readonly ok: false; readonly problem: 'planned-later'; readonly newest: ItemVersion };

/**
 * Publishes a version from an instant on; with the present one it is in force at once. Runs in the
 * caller's transaction, under the catalogue's lock: of two publishers the second is told.
 */
export async function publishVersionInTx(
  tx: Db,
  tenantId: string,
  wanted: VersionToPublish,
): Promise<PublishOutcome> {
  const { definition, seen, validFrom, publishedAt } = wanted;
  const items = itemStorePg(tx, tenantId);
  const store = versionStorePg(tx, tenantId);
  await items.lockInTx();
  await store.bringIntoForceInTx(publishedAt);
  const versions = await store.list(definition.code);
  const newest = versions.find(({ status }) => status !== 'withdrawn');
  if (newest !== undefined && newest.version !== seen) {
    return { ok: false, problem: 'newer-version', newest };
  }
  // A version beginning before a planned one would be undone by it on its day.
  if (newest?.status === 'planned' && newest.validFrom >= validFrom) {
    return { ok: false, problem: 'planned-later', newest };
  }
  const version = (versions[0]?.version ?? 0) + 1;
  await store.insertInTx({
    ...wanted,
    definition: { ...definition, version },
    searchTerms: searchTermsOf(definition),
  });
  await store.bringIntoForceInTx(publishedAt);
  return { ok: true, version };
}

/** Every version of an item, newest first; empty when there is no such item. */
export function listVersions(db: Db, tenantId: string, code: string): Promise<ItemVersion[]> {
  return versionStorePg(db, tenantId).list(code);
}

/** @returns false when there is no such planned version: perhaps its day has come */
export async function withdrawVersion(
  db: Db,
  tenantId: string,
  planned: { readonly code: string; readonly version: number },
  by: { readonly personId: string; readonly at: Instant },
): Promise<boolean> {
  return db.tx(async (tx) => {
    await itemStorePg(tx, tenantId).lockInTx();
    const store = versionStorePg(tx, tenantId);
    await store.bringIntoForceInTx(by.at);
    return store.withdrawInTx(planned, by);
  });
}

/**
 * Marks what has come into force, for the lists; look-ups by code need no marking. Repeating it
 * changes nothing, and it may come late.
 */
export async function bringIntoForce(db: Db, tenantId: string, at: Instant): Promise<void> {
  if (!(await versionStorePg(db, tenantId).isAnyDue(at))) return;
  await db.tx(async (tx) => {
    await itemStorePg(tx, tenantId).lockInTx();
    await versionStorePg(tx, tenantId).bringIntoForceInTx(at);
  });
}
