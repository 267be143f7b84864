import type { Instant } from '@yichuang/kernel/time';
import { publishCatalogue, type CatalogueReport, type Pack } from '../catalogue/index.ts';
import type { People, Role } from '../people/index.ts';
import { publishPackRules } from '../supervision/index.ts';
import type { Database } from '../platform/db/index.ts';

/** The platform roles that a pack's abilities bring with them. */
const rolesOf: Readonly<Record<string, readonly Role[]>> = {
  'file-on-behalf': ['clerk'],
  'extend-limit': ['leader'],
  'extend-joint-limit': ['leader'],
  cashier: ['finance'],
  supervise: ['supervisor'],
  'design-items': ['designer'],
  administer: ['administrator'],
  secretary: ['secretary'],
  'administer-cases': ['manager'],
  'enter-letters': ['letter-clerk'],
  'letters-office': ['letters-officer'],
  'special-letters': ['letters-officer'],
  'letter-reports': ['letter-reporter'],
  'letters-only': ['correspondent'],
  'handle-reviews': ['reviews-officer'],
};

/** Whoever keeps the machine, watches, draws flows or has letters alone reads no other cases. */
const APART: ReadonlySet<string> = new Set([
  'administer',
  'supervise',
  'design-items',
  'letters-only',
]);

/** Writes a checked pack into the database: tenant, organisations, posts, items, catalogue. */
export async function publishPack(
  db: Database,
  pack: Pack,
  people: People,
  at: Instant,
  isDemo: boolean,
  /** The county whose trial this is. */
  trialOf?: string,
): Promise<CatalogueReport> {
  await db.query(
    `INSERT INTO tenant (id, name, is_sandbox, created_at, trial_of) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (id) DO NOTHING`,
    [pack.tenant.id, pack.tenant.name, isDemo, at, trialOf ?? null],
  );
  const posts = pack.posts.map((post) => ({
    ...post,
    capabilities: [
      ...post.capabilities,
      ...(post.capabilities.some((ability) => APART.has(ability)) ? [] : ['reviewer']),
      ...post.capabilities.flatMap((ability) => rolesOf[ability] ?? []),
      ...(isDemo ? ['demonstrator'] : []),
    ],
  }));
  await people.organisation.put(pack.organisations, posts);
  await publishPackRules(db, pack.tenant.id, pack.supervision, at);
  return publishCatalogue(db, pack.tenant.id, pack, at);
}
