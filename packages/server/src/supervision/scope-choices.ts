import type { DirectoryOrg } from '../cases/index.ts';
import type { SupervisionDeps } from './hit-deps.ts';
import { itemsWithCases, type NamedItem } from './items-with-cases.pg.ts';

/** By what the scope of a rule can be drawn in this county. */
export interface ScopeChoices {
  readonly orgs: ReadonlyMap<string, DirectoryOrg>;
  readonly items: readonly NamedItem[];
}

export async function scopeChoices({
  db,
  tenantId,
  directory,
}: Pick<SupervisionDeps, 'db' | 'tenantId' | 'directory'>): Promise<ScopeChoices> {
  const [orgs, items] = await Promise.all([directory.orgs(), itemsWithCases(db, tenantId)]);
  return { orgs, items };
}
