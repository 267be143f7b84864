import { addMs, civilDate, instant, instantMs } from '@yichuang/kernel/time';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Session } from '../platform/http/index.ts';
import { listHeldPosts, listOrgs } from './org-store.pg.ts';
import { subtrees } from './org-tree.ts';
import type { Origin, PeopleParts } from './people-parts.ts';
import {
  findValidSession,
  insertSession,
  listSessions,
  revokeSessions,
  sweepSessions,
  touchSession,
  type ListedSession,
  type SessionRow,
} from './session-store.pg.ts';

const cacheMs = 5_000;
const treeCacheMs = 30_000;
const touchMs = 60_000;
const hourMs = 3_600_000;
const cacheSize = 10_000;

export interface NewLogin {
  readonly kind: Session['kind'];
  readonly personId: string;
  readonly accountId?: string;
}

/**
 * Log-ins. The token is 32 random bytes that only the browser has; here is its SHA-256. A session
 * that was looked up is believed for at most 5 s, and forgotten at once when this process revokes
 * it; another process learns of it within those 5 s.
 */
export interface Sessions {
  /** @returns the token, for the cookie */
  start(login: NewLogin, origin: Origin): Promise<string>;
  find(token: string): Promise<Session | undefined>;
  list(session: Session): Promise<ListedSession[]>;
  /** @returns false when it is not one of this person's valid sessions */
  revoke(session: Session, id: string): Promise<boolean>;
  revokeOthers(session: Session): Promise<void>;
  /** After changes of posts, organisations or accounts by this process. */
  forgetAll(): void;
  sweep(): Promise<void>;
}

interface Cached {
  readonly session: Session;
  readonly until: number;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function createSessions(parts: PeopleParts): Sessions {
  const { db, tenantId, wallClock } = parts;
  const cache = new Map<string, Cached>();
  let tree: { of: ReturnType<typeof subtrees>; until: number } | undefined;

  const orgIdsBelow = async (orgId: string): Promise<ReadonlySet<string>> => {
    if (tree === undefined || tree.until < performance.now()) {
      const of = subtrees(await listOrgs(db, tenantId));
      tree = { of, until: performance.now() + treeCacheMs };
    }
    return tree.of.get(orgId) ?? new Set();
  };
  const load = async (row: SessionRow): Promise<Session> => {
    const today = civilDate(parts.clock.now());
    const held =
      row.account_id === null ? [] : await listHeldPosts(db, tenantId, row.account_id, today);
    const posts = await Promise.all(
      held.map(async ({ id: postId, name: postName, orgId, capabilities }) => {
        return { postId, postName, orgId, capabilities, orgIds: await orgIdsBelow(orgId) };
      }),
    );
    return {
      id: row.id,
      tenantId,
      kind: row.kind,
      personId: row.person_id,
      ...(row.account_id !== null && { accountId: row.account_id }),
      ...(row.name !== null && { name: row.name }),
      posts,
      mustChangePassword: row.must_change === true,
    };
  };
  const forget = (ids: readonly string[]): void => {
    for (const [hash, { session }] of cache) if (ids.includes(session.id)) cache.delete(hash);
  };
  const revokeAll = async (session: Session, which: { id?: string; exceptId?: string }) => {
    const { personId, kind } = session;
    const at = wallClock.now();
    const revoked = await revokeSessions(db, tenantId, { personId, kind, at, ...which });
    forget(revoked);
    return revoked;
  };
  const touch = async (row: SessionRow): Promise<void> => {
    const now = wallClock.now();
    if (instantMs(now) - instantMs(instant(row.last_seen_at)) < touchMs) return;
    await touchSession(db, tenantId, row.id, now);
  };
  return {
    async start({ kind, personId, accountId }, { userAgent }) {
      const token = randomBytes(32).toString('base64url');
      const at = wallClock.now();
      await insertSession(db, tenantId, {
        id: randomUUID(),
        tokenHash: hashOf(token),
        kind,
        personId,
        accountId: accountId ?? null,
        at,
        expiresAt: addMs(at, parts.sessionHours * hourMs),
        userAgent: userAgent.slice(0, 200),
      });
      return token;
    },
    async find(token) {
      const hash = hashOf(token);
      const known = cache.get(hash);
      if (known !== undefined && known.until > performance.now()) return known.session;
      cache.delete(hash);
      const row = await findValidSession(db, tenantId, hash, wallClock.now());
      if (row === undefined) return undefined;
      await touch(row);
      const session = await load(row);
      if (cache.size >= cacheSize) cache.clear();
      cache.set(hash, { session, until: performance.now() + cacheMs });
      return session;
    },
    list: (session) => listSessions(db, tenantId, session, wallClock.now()),
    revoke: async (session, id) => (await revokeAll(session, { id })).length > 0,
    async revokeOthers(session) {
      await revokeAll(session, { exceptId: session.id });
    },
    forgetAll() {
      cache.clear();
      tree = undefined;
    },
    sweep: () => sweepSessions(db, tenantId, addMs(wallClock.now(), -30 * 24 * hourMs)),
  };
}
