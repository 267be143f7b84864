import type { Db } from '../platform/db/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import { civilDate, instantMs } from '@yichuang/kernel/time';
import type { PersonRef } from '@yichuang/kernel/case';
import type { Directory, DirectoryOrg, DirectoryPost, StaffDirectory } from './directory.ts';

/** How long names may be stale after somebody was given a post elsewhere. */
const STALE_AFTER_MS = 10_000;

interface Known {
  readonly orgs: ReadonlyMap<string, DirectoryOrg>;
  readonly posts: ReadonlyMap<string, DirectoryPost>;
  readonly readAtMs: number;
}

export function createDirectory(db: Db, tenantId: string, clock: Clock): Directory {
  let known: Promise<Known> | undefined;
  const read = async (): Promise<Known> => {
    const at = clock.now();
    const [orgs, posts] = await Promise.all([
      readOrgs(db, tenantId),
      readPosts(db, tenantId, civilDate(at)),
    ]);
    return { orgs, posts, readAtMs: instantMs(at) };
  };
  const current = async (): Promise<Known> => {
    const before = await known?.catch(() => undefined);
    if (before !== undefined && instantMs(clock.now()) - before.readAtMs < STALE_AFTER_MS) {
      return before;
    }
    known = read();
    return known;
  };
  return {
    org: async (id) => (await current()).orgs.get(id),
    orgs: async () => (await current()).orgs,
    post: async (id) => (await current()).posts.get(id),
    posts: async () => (await current()).posts,
    staff: async () => staffOf(await current()),
    async departmentOf(orgId) {
      const { orgs } = await current();
      let org = orgs.get(orgId);
      while (org !== undefined && org.kind !== 'department' && org.parentId !== undefined) {
        org = orgs.get(org.parentId);
      }
      return org ?? orgs.get(orgId);
    },
    forget() {
      known = undefined;
    },
  };
}

/** Kept with what it was read from: a decision asks for it each time. */
const staffDirectories = new WeakMap<Known, StaffDirectory>();

function staffOf(known: Known): StaffDirectory {
  const found = staffDirectories.get(known) ?? staffDirectory(known);
  staffDirectories.set(known, found);
  return found;
}

function staffDirectory({ orgs, posts }: Known): StaffDirectory {
  const held = new Map<string, string[]>();
  const byRole = new Map<string, string>();
  for (const { id, orgId, role, people } of posts.values()) {
    for (const { personId } of people) held.set(personId, [...(held.get(personId) ?? []), id]);
    if (role !== undefined) byRole.set(`${role} ${orgId}`, id);
  }
  return {
    people: {
      holdersOf: (post) => posts.get(post)?.people ?? [],
      isIn: (personId, orgId) =>
        (held.get(personId) ?? []).some((id) => {
          const own = posts.get(id)?.orgId ?? '';
          return own === orgId || own.startsWith(`${orgId}/`);
        }),
    },
    postsOf: (personId) => held.get(personId) ?? [],
    postOf(role, orgId) {
      let org = orgs.get(orgId);
      while (org !== undefined) {
        const post = byRole.get(`${role} ${org.id}`);
        if (post !== undefined) return post;
        org = org.parentId === undefined ? undefined : orgs.get(org.parentId);
      }
      return undefined;
    },
  };
}

async function readOrgs(db: Db, tenantId: string): Promise<Map<string, DirectoryOrg>> {
  const rows = await db.query<{
    id: string;
    parent_id: string | null;
    name: string;
    kind: string;
    credit_code: string | null;
    region_code: string | null;
  }>('SELECT id, parent_id, name, kind, credit_code, region_code FROM org WHERE tenant_id = $1', [
    tenantId,
  ]);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: row.name,
        kind: row.kind,
        ...(row.parent_id === null ? {} : { parentId: row.parent_id }),
        ...(row.credit_code === null ? {} : { creditCode: row.credit_code }),
        ...(row.region_code === null ? {} : { regionCode: row.region_code }),
      },
    ]),
  );
}

async function readPosts(
  db: Db,
  tenantId: string,
  today: string,
): Promise<Map<string, DirectoryPost>> {
  const rows = await db.query<{
    id: string;
    org_id: string;
    name: string;
    role: string | null;
    people: PersonRef[];
  }>(
    `SELECT p.id, p.org_id, p.name, p.role,
       coalesce(json_agg(json_build_object('personId', n.id, 'name', n.name)
         ORDER BY n.name, n.id) FILTER (WHERE n.name IS NOT NULL), '[]') AS people
     FROM post p
     LEFT JOIN post_holder h ON h.tenant_id = p.tenant_id AND h.post_id = p.id
       AND h.from_on <= $2 AND (h.to_on IS NULL OR h.to_on >= $2)
     LEFT JOIN account a ON a.tenant_id = h.tenant_id AND a.id = h.account_id AND NOT a.is_disabled
     LEFT JOIN person n ON n.tenant_id = a.tenant_id AND n.id = a.person_id
     WHERE p.tenant_id = $1
     GROUP BY p.id, p.org_id, p.name, p.role`,
    [tenantId, today],
  );
  return new Map(
    rows.map(({ id, org_id: orgId, name, role, people }) => [
      id,
      {
        id,
        orgId,
        name,
        people,
        holders: people.map((person) => person.name),
        ...(role === null ? {} : { role }),
      },
    ]),
  );
}
