import type { DepartmentView, LifeEventView, ThemeView } from '@yichuang/contracts';
import type { Db } from '../platform/db/index.ts';
import { itemStorePg } from './item-store.pg.ts';
import type { Pack } from './pack.ts';

/** The pack's themes in its order, with the number of items; empty ones are left out. */
export async function browseThemes(
  db: Db,
  tenantId: string,
  pack: Pick<Pack, 'themes'>,
): Promise<ThemeView[]> {
  const counts = await itemStorePg(db, tenantId).countByTheme();
  return pack.themes.flatMap(({ id, name, nameEn, audience }) => {
    const count = counts.get(id) ?? 0;
    return count === 0 ? [] : [{ id, name, nameEn, audience, count }];
  });
}

/** Departments that have items, the largest first. */
export function browseDepartments(db: Db, tenantId: string): Promise<DepartmentView[]> {
  return itemStorePg(db, tenantId).countByOrganisation();
}

/** The grid of twelve: what happens in a life, and the words that find its items. */
export function listLifeEvents(pack: Pick<Pack, 'lifeEvents' | 'bundles'>): LifeEventView[] {
  return pack.lifeEvents.map(({ id, name, nameEn, query }) => {
    const bundle = pack.bundles.find(({ lifeEvent }) => lifeEvent === id);
    const event = { id, name, nameEn, query };
    return bundle === undefined ? event : { ...event, bundleId: bundle.id };
  });
}
