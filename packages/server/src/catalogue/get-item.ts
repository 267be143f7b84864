import type { ItemDefinition } from '@yichuang/kernel/case';
import type { Instant } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import { itemStorePg } from './item-store.pg.ts';

/**
 * Definitions by tenant, code and version. A version never changes, so an entry never goes stale;
 * one object per version also lets the kernel keep its index of the flow.
 */
const definitions = new Map<string, ItemDefinition>();
const mostDefinitions = 5_000;

/** A version of an item, or the one in force at an instant; undefined when there is none. */
export async function findItem(
  db: Db,
  tenantId: string,
  code: string,
  wantedAt: number | Instant,
): Promise<ItemDefinition | undefined> {
  const store = itemStorePg(db, tenantId);
  const wanted =
    typeof wantedAt === 'number' ? wantedAt : await store.findVersionInForce(code, wantedAt);
  if (wanted === undefined) return undefined;
  const key = JSON.stringify([tenantId, code, wanted]);
  const known = definitions.get(key);
  if (known !== undefined) return known;
  const found = await store.findDefinition(code, wanted);
  if (found === undefined) return undefined;
  const oldest = definitions.size >= mostDefinitions ? definitions.keys().next().value : undefined;
  if (oldest !== undefined) definitions.delete(oldest);
  definitions.set(key, found);
  return found;
}

/** @throws Error when there is no such item or version: a case names only what was published */
export async function getItem(
  db: Db,
  tenantId: string,
  code: string,
  wanted: number | Instant,
): Promise<ItemDefinition> {
  const found = await findItem(db, tenantId, code, wanted);
  if (found === undefined) throw new Error(`no item ${code} version ${wanted}`);
  return found;
}
