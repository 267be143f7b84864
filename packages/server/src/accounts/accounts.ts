import { civilDate } from '@yichuang/kernel/time';
import { randomInt } from 'node:crypto';
import { appendJournal, type NewJournalEntry } from '../ledger/index.ts';
import { addStaffInTx, hashPassword, normaliseLogin, putPostHolder } from '../people/index.ts';
import { ConstraintViolation } from '../platform/operating-error.ts';
import type { Db } from '../platform/db/index.ts';
import {
  actorOf,
  refused,
  type AccountDeps,
  type AccountKeeper,
  type Done,
} from './account-deps.ts';
import { closedTo, reservedAmong } from './account-guards.ts';
import {
  endPostInTx,
  endSessionsInTx,
  givePassword,
  listKnownPosts,
  lockAccountInTx,
  setDisabled,
  type HeldAccount,
  type KnownPost,
} from './account-store.pg.ts';
import { isLoginName } from './login-names.ts';

/** Which account is meant: the console knows ids, an operator log-in names, a hand-over persons. */
export type AccountRef =
  { readonly id: string } | { readonly loginName: string } | { readonly personId: string };

export interface StaffWish {
  readonly loginName: string;
  readonly name: string;
  readonly phoneSealed?: string;
  readonly postIds: readonly string[];
}

/** A password that was made here; kept nowhere but in the answer. */
export interface MadePassword {
  readonly account: HeldAccount;
  readonly password: string;
}

/**
 * What can be done to accounts of staff. Each act is one transaction with its entry in the journal
 * (stream `accounts`), from the console as from the command line.
 */
export interface Accounts {
  add(keeper: AccountKeeper, wish: StaffWish): Promise<Done<MadePassword>>;
  /** Everybody or nobody; the wishes have been checked, see import-staff.ts. */
  addAll(keeper: AccountKeeper, wishes: readonly StaffWish[]): Promise<readonly string[]>;
  /** A new password; ends a lock and every log-in. */
  renew(keeper: AccountKeeper, ref: AccountRef): Promise<Done<MadePassword>>;
  /** Gives posts from today, beside those that are held. */
  appoint(
    keeper: AccountKeeper,
    ref: AccountRef,
    postIds: readonly string[],
  ): Promise<Done<HeldAccount>>;
  endPost(keeper: AccountKeeper, ref: AccountRef, postId: string): Promise<Done<HeldAccount>>;
  /** Whoever is disabled is logged out, and stays so when enabled again. */
  setDisabled(
    keeper: AccountKeeper,
    ref: AccountRef,
    isDisabled: boolean,
  ): Promise<Done<HeldAccount>>;
  endSessions(keeper: AccountKeeper, ref: AccountRef): Promise<Done<HeldAccount>>;
  /** Whoever leaves: disabled, and without the posts that they held. */
  close(keeper: AccountKeeper, ref: AccountRef): Promise<Done<HeldAccount>>;
}

/** Typed from paper: nothing that looks like something else. Sixteen of them are 79 bits. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
/** Argon2 takes 30 ms and 19 MiB each. */
const HASHED_AT_ONCE = 4;

export function createAccounts(deps: AccountDeps): Accounts {
  const { db, tenantId } = deps;
  const today = () => civilDate(deps.now());
  const entry = (keeper: AccountKeeper, type: string, data: object): NewJournalEntry => ({
    type,
    actor: actorOf(keeper),
    data,
    at: deps.now(),
  });
  /** The posts of these ids; a refusal for the first that is unknown or not the keeper's. */
  const postsToGive = async (
    keeper: AccountKeeper,
    postIds: readonly string[],
  ): Promise<Done<readonly KnownPost[]>> => {
    const known = new Map((await listKnownPosts(db, tenantId, today())).map((p) => [p.id, p]));
    const unknown = postIds.find((id) => !known.has(id));
    if (unknown !== undefined) return refused('post-unknown', { post: unknown });
    const posts = postIds.flatMap((id) => known.get(id) ?? []);
    const reserved = reservedAmong(keeper, posts);
    if (reserved !== undefined) return refused('post-reserved', { post: reserved.name });
    return { ok: true, value: posts };
  };
  /** One act on one account: guarded, written, journaled, then forgotten by this process. */
  const act = async (
    keeper: AccountKeeper,
    ref: AccountRef,
    type: string,
    data: (account: HeldAccount) => object,
    write: (tx: Db, account: HeldAccount) => Promise<unknown>,
  ): Promise<Done<HeldAccount>> => {
    const done = await db.tx(async (tx): Promise<Done<HeldAccount>> => {
      const account = await lockAccountInTx(tx, tenantId, ...placeOf(ref), today());
      if (account === undefined) return refused('account-unknown', { login: nameOf(ref) });
      const closed = closedTo(keeper, account);
      if (closed !== undefined) return refused(`account-${closed}`);
      await write(tx, account);
      const noted = entry(keeper, type, { login: account.loginName, ...data(account) });
      await appendJournal(tx, tenantId, 'accounts', [noted]);
      return { ok: true, value: account };
    });
    if (done.ok) deps.forget();
    return done;
  };
  const endSessions = (tx: Db, { id }: HeldAccount) =>
    endSessionsInTx(tx, tenantId, id, deps.now());
  const addAll: Accounts['addAll'] = async (keeper, wishes) => {
    const made = await passwordsFor(wishes.length);
    const at = deps.now();
    await db.tx(async (tx) => {
      for (const [i, wish] of wishes.entries()) {
        const passwordHash = made[i]?.hash ?? '';
        await addStaffInTx(tx, tenantId, { ...wish, passwordHash, mustChange: true, at });
      }
      const entries = wishes.map(({ loginName, postIds }) =>
        entry(keeper, 'AccountAdded', { login: loginName, postIds }),
      );
      await appendJournal(tx, tenantId, 'accounts', entries);
    });
    deps.forget();
    return made.map(({ password }) => password);
  };
  return {
    addAll,
    async add(keeper, wish) {
      const loginName = normaliseLogin(wish.loginName);
      const name = wish.name.normalize('NFC').trim();
      if (!isLoginName(loginName)) return refused('login-name-invalid');
      if (name === '') return refused('account-name-missing');
      const posts = await postsToGive(keeper, wish.postIds);
      if (!posts.ok) return posts;
      try {
        const [password = ''] = await addAll(keeper, [{ ...wish, loginName, name }]);
        const account = await db.tx((tx) =>
          lockAccountInTx(tx, tenantId, 'login_name', loginName, today()),
        );
        if (account === undefined) throw new Error('the new account was not found');
        return { ok: true, value: { account, password } };
      } catch (error) {
        const isTaken =
          error instanceof ConstraintViolation && error.constraint === 'account_login_key';
        if (!isTaken) throw error;
        return refused('login-name-taken', { login: loginName });
      }
    },
    async renew(keeper, ref) {
      const { password, hash } = await passwordOf();
      const done = await act(keeper, ref, 'PasswordRenewed', noMore, async (tx, account) => {
        await givePassword(tx, tenantId, account.id, hash);
        await endSessions(tx, account);
      });
      return done.ok ? { ok: true, value: { account: done.value, password } } : done;
    },
    async appoint(keeper, ref, postIds) {
      const posts = await postsToGive(keeper, postIds);
      if (!posts.ok) return posts;
      return act(
        keeper,
        ref,
        'AccountAppointed',
        () => ({ postIds }),
        async (tx, { id, postIds: held }) => {
          for (const postId of postIds.filter((each) => !held.includes(each))) {
            await putPostHolder(tx, tenantId, { accountId: id, postId, fromOn: today() });
          }
        },
      );
    },
    endPost: (keeper, ref, postId) =>
      act(
        keeper,
        ref,
        'AccountPostEnded',
        () => ({ postIds: [postId] }),
        (tx, { id }) => endPostInTx(tx, tenantId, id, postId, today()),
      ),
    setDisabled: (keeper, ref, isDisabled) =>
      act(
        keeper,
        ref,
        isDisabled ? 'AccountDisabled' : 'AccountEnabled',
        noMore,
        async (tx, account) => {
          await setDisabled(tx, tenantId, account.id, isDisabled);
          if (isDisabled) await endSessions(tx, account);
        },
      ),
    endSessions: (keeper, ref) => act(keeper, ref, 'AccountSessionsEnded', noMore, endSessions),
    close: (keeper, ref) =>
      act(
        keeper,
        ref,
        'AccountDisabled',
        ({ postIds }) => ({ postIds }),
        async (tx, account) => {
          for (const postId of account.postIds) {
            await endPostInTx(tx, tenantId, account.id, postId, today());
          }
          await setDisabled(tx, tenantId, account.id, true);
          await endSessions(tx, account);
        },
      ),
  };
}

/** Of most acts the type says it all. */
const noMore = (): object => ({});

function placeOf(ref: AccountRef): ['id' | 'login_name' | 'person_id', string] {
  if ('personId' in ref) return ['person_id', ref.personId];
  return 'id' in ref ? ['id', ref.id] : ['login_name', normaliseLogin(ref.loginName)];
}

function nameOf(ref: AccountRef): string {
  return placeOf(ref)[1];
}

interface HashedPassword {
  readonly password: string;
  readonly hash: string;
}

async function passwordOf(): Promise<HashedPassword> {
  const four = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  const password = [four(), four(), four(), four()].join('-');
  return { password, hash: await hashPassword(password) };
}

async function passwordsFor(count: number): Promise<HashedPassword[]> {
  const made: HashedPassword[] = [];
  while (made.length < count) {
    const next = Math.min(HASHED_AT_ONCE, count - made.length);
    made.push(...(await Promise.all(Array.from({ length: next }, passwordOf))));
  }
  return made;
}
