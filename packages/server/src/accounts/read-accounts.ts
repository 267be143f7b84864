import type { AccountPage, AccountQuery, AccountView, PostChoices } from '@yichuang/contracts';
import { maskPhone } from '@yichuang/kernel/ids';
import { civilDate, type Instant } from '@yichuang/kernel/time';
import { subtrees } from '../people/index.ts';
import type { AccountDeps, AccountKeeper } from './account-deps.ts';
import { closedTo } from './account-guards.ts';
import { listKnownPosts, type KnownPost } from './account-store.pg.ts';
import type { NamedOrg } from './find-posts.ts';
import { countAccounts, listAccounts, type AccountRow } from './list-accounts.pg.ts';

export interface ReadDeps extends AccountDeps {
  readonly orgs: readonly NamedOrg[];
  readonly openPhone: (sealed: string) => string;
  /** Real time: a moved clock of a demo unlocks nobody. */
  readonly wallNow: () => Instant;
}

const PAGE = 100;

/** A page of accounts in the order of their log-in names, with how many stand how. */
export async function readAccounts(
  deps: ReadDeps,
  keeper: AccountKeeper,
  { q = '', ...asked }: AccountQuery,
): Promise<AccountPage> {
  const { db, tenantId } = deps;
  const at = { today: civilDate(deps.now()), now: deps.wallNow() };
  const posts = await listKnownPosts(db, tenantId, at.today);
  const text = q.normalize('NFKC').trim();
  const postIds = text === '' ? [] : postsNamed(deps.orgs, posts, text);
  const [rows, { total, ...counts }] = await Promise.all([
    listAccounts(db, tenantId, { ...asked, ...at, text, postIds, limit: PAGE + 1 }),
    countAccounts(db, tenantId, at),
  ]);
  const shown = rows.slice(0, PAGE).map((row) => viewOf(deps, keeper, posts, row));
  return { rows: shown, hasMore: rows.length > PAGE, total, counts };
}

/** @returns undefined where there is no such account */
export async function readAccount(
  deps: ReadDeps,
  keeper: AccountKeeper,
  accountId: string,
): Promise<AccountView | undefined> {
  const { db, tenantId } = deps;
  const at = { today: civilDate(deps.now()), now: deps.wallNow() };
  const [row] = await listAccounts(db, tenantId, { ...at, accountId, limit: 1 });
  if (row === undefined) return undefined;
  return viewOf(deps, keeper, await listKnownPosts(db, tenantId, at.today), row);
}

export async function readPostChoices({ db, tenantId, now }: AccountDeps): Promise<PostChoices> {
  const posts = await listKnownPosts(db, tenantId, civilDate(now()));
  return posts.map((post) => ({ ...choiceOf(post), holders: post.holders }));
}

/** Posts of that name, and all posts of organisations of that name with what is below them. */
function postsNamed(
  orgs: readonly NamedOrg[],
  posts: readonly KnownPost[],
  text: string,
): readonly string[] {
  const below = subtrees(orgs);
  const meant = new Set(
    orgs
      .filter(({ name, shortName = '' }) => name.includes(text) || shortName.includes(text))
      .flatMap(({ id }) => [...(below.get(id) ?? [])]),
  );
  return posts
    .filter(({ id, name, orgId }) => id === text || name.includes(text) || meant.has(orgId))
    .map(({ id }) => id);
}

function choiceOf({ id, name, orgId, orgName, isReserved }: KnownPost) {
  return { postId: id, name, orgId, orgName, isReserved };
}

function viewOf(
  deps: ReadDeps,
  keeper: AccountKeeper,
  posts: readonly KnownPost[],
  row: AccountRow,
): AccountView {
  const { id: accountId, personId, loginName, name, isDisabled, isLocked, mustChange } = row;
  const closed = closedTo(keeper, row);
  return {
    accountId,
    personId,
    loginName,
    name,
    ...(row.phoneSealed !== null && { phoneMasked: maskPhone(deps.openPhone(row.phoneSealed)) }),
    posts: posts.filter(({ id }) => row.postIds.includes(id)).map(choiceOf),
    isDisabled,
    isLocked,
    mustChange,
    ...(row.lastLoginAt !== null && { lastLoginAt: row.lastLoginAt }),
    ...(closed !== undefined && { closedTo: closed }),
  };
}
