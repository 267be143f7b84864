import { randomUUID } from 'node:crypto';
import type { NewProxy, ProxyView } from '@yichuang/contracts';
import { checkProxy } from '@yichuang/kernel/proxy';
import { civilDate, instant, type Instant } from '@yichuang/kernel/time';
import { appendJournal } from '../ledger/index.ts';
import { can, listReservedPosts } from '../people/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { Database, Db } from '../platform/db/index.ts';
import type { Session } from '../platform/http/index.ts';
import type { Refusal } from '../platform/refusal.ts';
import type { ProxyBook } from './proxy-book.ts';
import {
  endProxy,
  findProxy,
  insertProxy,
  listLiveProxies,
  listProxiesOf,
  lockProxies,
  type StoredProxy,
} from './proxy-store.pg.ts';
import { findStaff } from './staff-directory.pg.ts';

export interface ProxiesDeps {
  readonly db: Database;
  readonly tenantId: string;
  readonly clock: Clock;
  readonly book: ProxyBook;
  /** Organisations of the posts that a person holds today. */
  readonly orgIdsOf: (personId: string) => Promise<readonly string[]>;
  readonly itemName: (code: string) => Promise<string | undefined>;
}

type Done<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

const refused = (code: string, params: Refusal['params'] = {}): Done<never> => ({
  ok: false,
  refusals: [{ code, params }],
});

/**
 * 代理: set by oneself, by a secretary of one's office, or by an administrator. Whoever holds a
 * reserved post sets and ends their own: a deputy chosen by the keeper of the accounts, who knows
 * first passwords, would be the keeper in that post. Each is journaled, stream `people:proxies`.
 */
export interface Proxies {
  list(session: Session, personId: string): Promise<Done<ProxyView[]>>;
  set(session: Session, wanted: NewProxy): Promise<Done<ProxyView>>;
  end(session: Session, proxyId: string): Promise<Done<ProxyView>>;
  /** For a hand-over, whose right is asked by the caller. */
  listFor(session: Session, personId: string): Promise<ProxyView[]>;
  endFor(session: Session, proxyId: string): Promise<void>;
}

export function createProxies(deps: ProxiesDeps): Proxies {
  const { db, tenantId, clock } = deps;
  const maySetFor = async (session: Session, personId: string): Promise<boolean> => {
    if (personId === session.personId) return true;
    // Whoever keeps the accounts does so for the whole county, wherever their own desk is.
    if (can(session, 'people:manage')) return true;
    const orgIds = await deps.orgIdsOf(personId);
    return orgIds.some((orgId) => can(session, 'proxy:set-for-others', { orgId }));
  };
  const isReserved = async (personId: string): Promise<boolean> =>
    (await listReservedPosts(db, tenantId, personId, civilDate(clock.now()))).length > 0;
  const mayEndFor = async (session: Session, personId: string): Promise<boolean> =>
    (await maySetFor(session, personId)) && !(await isReserved(personId));
  return {
    async list(session, personId) {
      if (!(await maySetFor(session, personId))) return refused('proxy-not-yours');
      const found = await listProxiesOf(db, tenantId, personId);
      return { ok: true, value: await views(deps, session, found, mayEndFor) };
    },
    async set(session, wanted) {
      const principalId = wanted.principalId ?? session.personId;
      if (!(await maySetFor(session, principalId))) return refused('proxy-not-yours');
      // Whoever sets proxies for others would give themselves what those may do.
      const isForOthers = principalId !== session.personId;
      if (isForOthers && wanted.deputyId === session.personId) return refused('proxy-is-yourself');
      if (isForOthers && (await isReserved(principalId))) return refused('proxy-of-reserved');
      const proxy = await newProxy(deps, session, principalId, wanted);
      if (!proxy.ok) return proxy;
      const problems = await db.tx(async (tx) => {
        await lockProxies(tx, tenantId);
        const found = checkProxy(await listLiveProxies(tx, tenantId, clock.now()), proxy.value);
        if (found.length > 0) return found;
        await insertProxy(tx, tenantId, proxy.value);
        await note(deps, tx, session, 'ProxySet', proxy.value);
        return found;
      });
      if (problems.length > 0) return { ok: false, refusals: problems };
      deps.book.forget();
      return { ok: true, value: await view(deps, session, proxy.value, mayEndFor) };
    },
    async listFor(session, personId) {
      const found = await listProxiesOf(db, tenantId, personId);
      const own = found.filter(
        ({ principal, deputy }) => principal.personId === personId || deputy.personId === personId,
      );
      return views(deps, session, own, mayEndFor);
    },
    async endFor(session, proxyId) {
      const found = await findProxy(db, tenantId, proxyId);
      if (found !== undefined) await endNoted(deps, session, found, clock.now());
    },
    async end(session, proxyId) {
      const found = await findProxy(db, tenantId, proxyId);
      if (found === undefined || !(await mayEnd(session, found, mayEndFor))) {
        return refused('proxy-unknown');
      }
      const at = clock.now();
      const isEnded = await endNoted(deps, session, found, at);
      if (!isEnded) return refused('proxy-ended-already');
      return { ok: true, value: await view(deps, session, { ...found, endedAt: at }, mayEndFor) };
    },
  };
}

type MayEndFor = (session: Session, personId: string) => Promise<boolean>;

/** Who set or ended whose proxy, for ever: the row itself could be changed. */
async function note(
  { tenantId, clock }: ProxiesDeps,
  tx: Db,
  { personId, name = '' }: Session,
  type: 'ProxySet' | 'ProxyEnded',
  { proxyId, principal, deputy, from, until, itemCodes }: StoredProxy,
): Promise<void> {
  const people = { principalId: principal.personId, deputyId: deputy.personId };
  const scope = itemCodes === undefined ? {} : { itemCodes };
  const data = { proxyId, ...people, from, until, ...scope };
  const actor = { kind: 'staff', personId, name } as const;
  await appendJournal(tx, tenantId, 'people:proxies', [{ type, actor, data, at: clock.now() }]);
}

/** false when it had ended before. */
async function endNoted(
  deps: ProxiesDeps,
  session: Session,
  proxy: StoredProxy,
  at: Instant,
): Promise<boolean> {
  const isEnded = await deps.db.tx(async (tx) => {
    const end = { at, by: session.personId };
    if (!(await endProxy(tx, deps.tenantId, proxy.proxyId, end))) return false;
    await note(deps, tx, session, 'ProxyEnded', proxy);
    return true;
  });
  deps.book.forget();
  return isEnded;
}

async function newProxy(
  { db, tenantId, clock }: ProxiesDeps,
  session: Session,
  principalId: string,
  wanted: NewProxy,
): Promise<Done<StoredProxy>> {
  const at = clock.now();
  const people = await findStaff(db, tenantId, {
    today: civilDate(at),
    personIds: [principalId, wanted.deputyId],
  });
  // The leap second is a date-time by its form and no instant here.
  const isMoment = [wanted.from, wanted.until].every((text) => !Number.isNaN(Date.parse(text)));
  if (!isMoment) return refused('proxy-period-wrong');
  const nameOf = (id: string) => people.find(({ personId }) => personId === id)?.name;
  const [principal, deputy] = [nameOf(principalId), nameOf(wanted.deputyId)];
  if (principal === undefined || deputy === undefined) return refused('person-unknown');
  return {
    ok: true,
    value: {
      proxyId: randomUUID(),
      principal: { personId: principalId, name: principal },
      deputy: { personId: wanted.deputyId, name: deputy },
      from: startOf(wanted, at),
      until: momentOf(wanted.until),
      ...(wanted.itemCodes === undefined ? {} : { itemCodes: wanted.itemCodes }),
      includesCurrent: wanted.includesCurrent,
      reason: wanted.reason.trim(),
      setBy: { personId: session.personId, name: session.name ?? '' },
      setAt: at,
    },
  };
}

/** Nothing is made up afterwards: a proxy never begins before it was set. */
function startOf(wanted: NewProxy, at: Instant): Instant {
  const from = momentOf(wanted.from);
  return from < at ? at : from;
}

/** ISO 8601 has many ways to write one instant; the kernel knows one. */
function momentOf(text: string): Instant {
  return instant(new Date(text).toISOString());
}

/** The principal, who set it, who may end those of the principal; the deputy may decline. */
async function mayEnd(
  session: Session,
  proxy: StoredProxy,
  mayEndFor: MayEndFor,
): Promise<boolean> {
  const { principal, deputy, setBy } = proxy;
  const own = [principal, deputy, setBy].some(({ personId }) => personId === session.personId);
  return own || mayEndFor(session, principal.personId);
}

async function views(
  deps: ProxiesDeps,
  session: Session,
  found: readonly StoredProxy[],
  mayEndFor: MayEndFor,
): Promise<ProxyView[]> {
  return Promise.all(found.map((proxy) => view(deps, session, proxy, mayEndFor)));
}

async function view(
  deps: ProxiesDeps,
  session: Session,
  { itemCodes, ...proxy }: StoredProxy,
  mayEndFor: MayEndFor,
): Promise<ProxyView> {
  const status = statusOf(proxy, deps.clock.now());
  const canEnd = status !== 'ended' && (await mayEnd(session, proxy, mayEndFor));
  const items = await Promise.all(
    (itemCodes ?? []).map(async (code) => ({ code, name: (await deps.itemName(code)) ?? code })),
  );
  return { ...proxy, ...(itemCodes === undefined ? {} : { items }), status, canEnd };
}

function statusOf(proxy: StoredProxy, at: Instant): ProxyView['status'] {
  if (proxy.endedAt !== undefined || proxy.until <= at) return 'ended';
  return proxy.from <= at ? 'running' : 'planned';
}
