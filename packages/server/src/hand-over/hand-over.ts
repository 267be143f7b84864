/**
 * 交接: everything that a leaving person holds goes to somebody else, each task by a command of its
 * own with its own result; the account is not closed before.
 */
import type {
  HandOver,
  HandOverReport,
  HoldingsView,
  ProxyView,
  StaffPerson,
} from '@yichuang/contracts';
import { civilDate } from '@yichuang/kernel/time';
import { keeperOf, type Accounts } from '../accounts/index.ts';
import { appendJournal } from '../ledger/index.ts';
import { can, listReservedPosts, type Sessions } from '../people/index.ts';
import type { Db } from '../platform/db/index.ts';
import type { Session } from '../platform/http/index.ts';
import type { Language, Refusal, RefusalRegistry } from '../platform/refusal.ts';
import { findStaff, type Proxies } from '../proxies/index.ts';
import {
  countCounterDrafts,
  listHeldPostsWithWork,
  listHeldTasks,
  listUnreadCopies,
  moveCounterDrafts,
  movePosts,
} from './holdings.pg.ts';
import { passOn, type PassOnDeps } from './pass-on.ts';

export interface HandOverDeps extends PassOnDeps {
  readonly proxies: Proxies;
  readonly accounts: Pick<Accounts, 'close'>;
  readonly sessions: Pick<Sessions, 'forgetAll'>;
  readonly refusals: RefusalRegistry;
}

type Done<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

export interface HandOvers {
  holdings(session: Session, personId: string): Promise<Done<HoldingsView>>;
  handOver(
    session: Session,
    personId: string,
    order: HandOver,
    language: Language,
  ): Promise<Done<HandOverReport>>;
  close(session: Session, personId: string): Promise<Done<HoldingsView>>;
}

const refused = (code: string, params: Refusal['params'] = {}): Done<never> => ({
  ok: false,
  refusals: [{ code, params }],
});

export function createHandOvers(deps: HandOverDeps): HandOvers {
  const { db, tenantId, clock } = deps;
  const today = () => civilDate(clock.now());
  /** Disabled or not: an account that was shut in a hurry still holds work. */
  const leaving = async (personId: string): Promise<StaffPerson | undefined> => {
    const query = { today: today(), personIds: [personId], isDisabledToo: true };
    return (await findStaff(db, tenantId, query))[0];
  };
  const mayHandle = async (session: Session, personId: string): Promise<boolean> => {
    if (can(session, 'people:manage')) return true;
    const posts = await deps.directory.posts();
    const held = (await leaving(personId))?.posts ?? [];
    const orgIds = held.flatMap(({ postId }) => posts.get(postId)?.orgId ?? []);
    const roots = [...(await deps.directory.orgs()).values()].filter(
      ({ parentId, kind }) => parentId === undefined && kind !== 'superior',
    );
    // Whoever holds no post any more belongs to nobody: only a county-wide right reaches them. Who
    // works for two offices leaves both, so one of them alone cannot hand it all over.
    const places = orgIds.length > 0 ? orgIds : roots.map(({ id }) => id);
    return places.every((orgId) => can(session, 'people:hand-over', { orgId }));
  };
  const read = async (session: Session, personId: string): Promise<Done<HoldingsView>> => {
    return (await mayHandle(session, personId))
      ? view(session, personId)
      : refused('person-unknown');
  };
  const view = async (session: Session, personId: string): Promise<Done<HoldingsView>> => {
    const person = await leaving(personId);
    if (person === undefined) return refused('person-unknown');
    const [tasks, posts, copies, drafts, proxies] = await Promise.all([
      listHeldTasks(db, tenantId, personId),
      listHeldPostsWithWork(db, tenantId, personId, today()),
      listUnreadCopies(db, tenantId, personId),
      countCounterDrafts(db, tenantId, personId),
      deps.proxies.listFor(session, personId),
    ]);
    const live = proxies.filter(({ status }) => status !== 'ended');
    const who = { personId, name: person.name };
    const held = { person: who, tasks, posts, copies: copies.length, drafts, proxies: live };
    return { ok: true, value: { ...held, canClose: isEmpty(held) } };
  };
  /** A reserved post of the person, by whose name a refusal says why. */
  const reservedOf = async (personId: string): Promise<readonly { id: string; name: string }[]> =>
    listReservedPosts(db, tenantId, personId, today());
  /**
   * What watches over the console is not taken apart in it: posts neither leave whoever holds a
   * reserved one nor come to them, and what they work on goes to their like alone.
   */
  const keptFrom = async (from: string, to: StaffPerson, postIds: readonly string[]) => {
    const reserved = await reservedOf(from);
    const others = postIds.length > 0 ? [...reserved, ...(await reservedOf(to.personId))] : [];
    const own = new Set(to.posts.map(({ postId }) => postId));
    return others[0] ?? reserved.find(({ id }) => !own.has(id));
  };
  /** Who came by which posts through whom, for ever. */
  const noteMove = async (
    tx: Db,
    { personId, name = '' }: Session,
    { from, to, postIds }: { from: string; to: string; postIds: readonly string[] },
  ): Promise<void> => {
    const actor = { kind: 'staff', personId, name } as const;
    const data = { from, to, postIds };
    const entry = { type: 'PostsHandedOver', actor, data, at: clock.now() };
    await appendJournal(tx, tenantId, 'people:posts', [entry]);
  };
  return {
    holdings: read,
    async handOver(session, personId, order, language) {
      // Nor to whoever does it: posts would be a way to rights that nobody gave.
      const own = [personId, session.personId];
      if (own.includes(order.toPersonId)) return refused('hand-over-to-self');
      const before = await read(session, personId);
      if (!before.ok) return before;
      const [receiver] = await findStaff(db, tenantId, {
        today: today(),
        personIds: [order.toPersonId],
      });
      if (receiver === undefined) return refused('person-unknown');
      const to = { personId: receiver.personId, name: receiver.name };
      const held = new Set(before.value.posts.map(({ postId }) => postId));
      const postIds = order.postIds.filter((postId) => held.has(postId));
      const move = { from: personId, to: to.personId, postIds, today: today() };
      const kept = await keptFrom(personId, receiver, postIds);
      if (kept !== undefined) return refused('hand-over-of-supervision', { post: kept.name });
      const { tasks } = before.value;
      const copies = await listUnreadCopies(db, tenantId, personId);
      const round = await passOn(deps, { session, to, reason: order.reason, tasks, copies });
      const texts = deps.refusals.texts[language];
      const report = {
        ...round,
        failed: round.failed.map(({ task: { caseId, number }, refusal }) => {
          const code = refusal?.code ?? '';
          return { caseId, number, why: texts[code]?.detail ?? code };
        }),
      };
      if (round.left > 0) {
        const meanwhile = await read(session, personId);
        return meanwhile.ok
          ? { ok: true, value: { ...report, holdings: meanwhile.value } }
          : meanwhile;
      }
      await db.tx(async (tx) => {
        await moveCounterDrafts(tx, tenantId, personId, to.personId);
        await movePosts(tx, tenantId, move);
        if (postIds.length > 0) await noteMove(tx, session, move);
      });
      // Those who hold a reserved post end their own, as they alone set them.
      const isReserved = (await reservedOf(personId)).length > 0;
      if (!isReserved) await endProxies(deps, session, before.value.proxies);
      deps.sessions.forgetAll();
      deps.directory.forget();
      // Not asked again: without posts the person belongs to no office any more.
      const after = await view(session, personId);
      if (!after.ok) return after;
      return { ok: true, value: { ...report, holdings: after.value } };
    },
    async close(session, personId) {
      const found = await read(session, personId);
      if (!found.ok) return found;
      const [kept] = await reservedOf(personId);
      if (kept !== undefined) return refused('hand-over-of-supervision', { post: kept.name });
      const { tasks, posts, proxies } = found.value;
      if (!found.value.canClose) {
        return refused('account-holds-work', {
          tasks: tasks.length + found.value.drafts,
          posts: posts.filter(isLeftAlone).length,
          proxies: proxies.length,
        });
      }
      const closed = await deps.accounts.close(keeperOf(session), { personId });
      if (!closed.ok) return closed;
      return { ok: true, value: { ...found.value, posts: [] } };
    },
  };
}

const isLeftAlone = ({ others }: HoldingsView['posts'][number]): boolean => others.length === 0;

function isEmpty(view: Omit<HoldingsView, 'canClose'>): boolean {
  return (
    view.tasks.length === 0 &&
    view.drafts === 0 &&
    view.proxies.length === 0 &&
    !view.posts.some(isLeftAlone)
  );
}

async function endProxies(
  deps: HandOverDeps,
  session: Session,
  proxies: readonly ProxyView[],
): Promise<void> {
  for (const { proxyId } of proxies) await deps.proxies.endFor(session, proxyId);
}
