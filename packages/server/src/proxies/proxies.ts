import { randomUUID } from 'node:crypto';
import type { NewProxy, ProxyView } from '@yichuang/contracts';
import { checkProxy } from '@yichuang/kernel/proxy';
import { civilDate, instant, type Instant } from '@yichuang/kernel/time';
import { can } from '../people/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { Database } from '../platform/db/index.ts';
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

/** 代理: set by oneself, by a secretary of one's office, or by an administrator. */
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
  return {
    async list(session, personId) {
      if (!(await maySetFor(session, personId))) return refused('proxy-not-yours');
      const found = await listProxiesOf(db, tenantId, personId);
      return { ok: true, value: await views(deps, session, found, maySetFor) };
    },
    async set(session, wanted) {
      const principalId = wanted.principalId ?? session.personId;
      if (!(await maySetFor(session, principalId))) return refused('proxy-not-yours');
      // Whoever sets proxies for others would give themselves what those may do.
      const isForOthers = principalId !== session.personId;
      if (isForOthers && wanted.deputyId === session.personId) return refused('proxy-is-yourself');
      const proxy = await newProxy(deps, session, principalId, wanted);
      if (!proxy.ok) return proxy;
      const problems = await db.tx(async (tx) => {
        await lockProxies(tx, tenantId);
        const found = checkProxy(await listLiveProxies(tx, tenantId, clock.now()), proxy.value);
        if (found.length === 0) await insertProxy(tx, tenantId, proxy.value);
        return found;
      });
      if (problems.length > 0) return { ok: false, refusals: problems };
      deps.book.forget();
      return { ok: true, value: await view(deps, session, proxy.value, maySetFor) };
    },
    async listFor(session, personId) {
      const found = await listProxiesOf(db, tenantId, personId);
      const own = found.filter(
        ({ principal, deputy }) => principal.personId === personId || deputy.personId === personId,
      );
      return views(deps, session, own, maySetFor);
    },
    async endFor(session, proxyId) {
      await endProxy(db, tenantId, proxyId, { at: clock.now(), by: session.personId });
      deps.book.forget();
    },
    async end(session, proxyId) {
      const found = await findProxy(db, tenantId, proxyId);
      if (found === undefined || !(await mayEnd(session, found, maySetFor))) {
        return refused('proxy-unknown');
      }
      const at = clock.now();
      const isEnded = await endProxy(db, tenantId, proxyId, { at, by: session.personId });
      if (!isEnded) return refused('proxy-ended-already');
      deps.book.forget();
      return { ok: true, value: await view(deps, session, { ...found, endedAt: at }, maySetFor) };
    },
  };
}

type MaySetFor = (session: Session, personId: string) => Promise<boolean>;

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

/** The principal, whoever set it, whoever may set one for the principal; the deputy may decline. */
async function mayEnd(
  session: Session,
  proxy: StoredProxy,
  maySetFor: MaySetFor,
): Promise<boolean> {
  const { principal, deputy, setBy } = proxy;
  const own = [principal, deputy, setBy].some(({ personId }) => personId === session.personId);
  return own || maySetFor(session, principal.personId);
}

async function views(
  deps: ProxiesDeps,
  session: Session,
  found: readonly StoredProxy[],
  maySetFor: MaySetFor,
): Promise<ProxyView[]> {
  return Promise.all(found.map((proxy) => view(deps, session, proxy, maySetFor)));
}

async function view(
  deps: ProxiesDeps,
  session: Session,
  { itemCodes, ...proxy }: StoredProxy,
  maySetFor: MaySetFor,
): Promise<ProxyView> {
  const status = statusOf(proxy, deps.clock.now());
  const canEnd = status !== 'ended' && (await mayEnd(session, proxy, maySetFor));
  const items = await Promise.all(
    (itemCodes ?? []).map(async (code) => ({ code, name: (await deps.itemName(code)) ?? code })),
  );
  return { ...proxy, ...(itemCodes === undefined ? {} : { items }), status, canEnd };
}

function statusOf(proxy: StoredProxy, at: Instant): ProxyView['status'] {
  if (proxy.endedAt !== undefined || proxy.until <= at) return 'ended';
  return proxy.from <= at ? 'running' : 'planned';
}
