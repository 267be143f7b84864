import { civilDate, type Instant } from '@yichuang/kernel/time';
import { hash } from '@node-rs/argon2';
import { randomBytes, randomUUID } from 'node:crypto';
import type { Database } from '../platform/db/index.ts';
import {
  findAccount,
  insertAccount,
  listAccounts,
  setDisabled,
  setPassword,
  type ListedAccount,
} from './account-store.pg.ts';
import { argon2, normaliseLogin } from './login-name.ts';
import { listPosts, putPostHolder } from './org-store.pg.ts';
import { insertPerson } from './person-store.pg.ts';

/** Why nothing was done; for the operator, who typed it. */
export type AccountProblem = 'login-taken' | 'login-unknown' | 'post-unknown' | 'name-missing';

export type AccountOutcome =
  | { readonly ok: true; readonly password: string }
  | { readonly ok: false; readonly problem: AccountProblem; readonly of: string };

/**
 * Accounts of staff from the command line: how the first administrator comes to be. A password is
 * made here, shown once, and has to be changed at the first log-in.
 */
export interface StaffAccounts {
  add(staff: {
    readonly loginName: string;
    readonly name: string;
    readonly postIds: readonly string[];
  }): Promise<AccountOutcome>;
  /** Gives posts to an account from today, beside those that it has. */
  appoint(
    loginName: string,
    postIds: readonly string[],
  ): Promise<{ readonly problem: AccountProblem; readonly of: string } | undefined>;
  /** A new password; ends a lock. */
  renew(loginName: string): Promise<AccountOutcome>;
  /** @returns false where there is no such account */
  setDisabled(loginName: string, isDisabled: boolean): Promise<boolean>;
  list(): Promise<ListedAccount[]>;
}

const PASSWORD_BYTES = 12;

export function createStaffAccounts(
  db: Database,
  tenantId: string,
  now: () => Instant,
): StaffAccounts {
  const find = (login: string) => findAccount(db, tenantId, 'login_name', normaliseLogin(login));
  const fresh = async () => {
    const password = randomBytes(PASSWORD_BYTES).toString('base64url');
    return { password, passwordHash: await hash(password, argon2) };
  };
  const unknownPost = async (postIds: readonly string[]): Promise<string | undefined> => {
    const known = new Set((await listPosts(db, tenantId)).map(({ id }) => id));
    return postIds.find((id) => !known.has(id));
  };
  return {
    async add({ loginName, name, postIds }) {
      const login = normaliseLogin(loginName);
      if (login === '') return refused('login-unknown', loginName);
      if (name.trim() === '') return refused('name-missing', loginName);
      if ((await find(login)) !== undefined) return refused('login-taken', login);
      const unknown = await unknownPost(postIds);
      if (unknown !== undefined) return refused('post-unknown', unknown);
      const { password, passwordHash } = await fresh();
      const at = now();
      await db.tx(async (tx) => {
        const personId = await insertPerson(tx, tenantId, {
          id: randomUUID(),
          kind: 'natural',
          name: name.trim(),
          phone: null,
          idNumber: null,
          creditCode: null,
          at,
        });
        const id = randomUUID();
        const account = { id, personId, loginName: login, passwordHash, mustChange: true, at };
        await insertAccount(tx, tenantId, account);
        for (const postId of postIds) {
          await putPostHolder(tx, tenantId, { accountId: id, postId, fromOn: civilDate(at) });
        }
      });
      return { ok: true, password };
    },
    async appoint(loginName, postIds) {
      const account = await find(loginName);
      if (account === undefined) return { problem: 'login-unknown', of: loginName };
      const unknown = await unknownPost(postIds);
      if (unknown !== undefined) return { problem: 'post-unknown', of: unknown };
      const fromOn = civilDate(now());
      await db.tx(async (tx) => {
        for (const postId of postIds) {
          await putPostHolder(tx, tenantId, { accountId: account.id, postId, fromOn });
        }
      });
      return undefined;
    },
    async renew(loginName) {
      const account = await find(loginName);
      if (account === undefined) return refused('login-unknown', loginName);
      const { password, passwordHash } = await fresh();
      await setPassword(db, tenantId, account.id, passwordHash);
      return { ok: true, password };
    },
    async setDisabled(loginName, isDisabled) {
      const account = await find(loginName);
      if (account === undefined) return false;
      await setDisabled(db, tenantId, account.id, isDisabled);
      return true;
    },
    list: () => listAccounts(db, tenantId),
  };
}

function refused(problem: AccountProblem, of: string): AccountOutcome {
  return { ok: false, problem, of };
}
