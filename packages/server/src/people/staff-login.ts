import { hash, verify } from '@node-rs/argon2';
import { addMs, civilDate } from '@yichuang/kernel/time';
import { randomUUID } from 'node:crypto';
import type { Session } from '../platform/http/index.ts';
import { addressKey, limitKey } from '../platform/rate-limit/index.ts';
import {
  countFailure,
  findAccount,
  markLogIn,
  updatePassword,
  type AccountRow,
} from './account-store.pg.ts';
import { addStaffInTx, hashPassword } from './add-staff.ts';
import { argon2, normaliseLogin } from './login-name.ts';
import { putPostHolder } from './org-store.pg.ts';
import type { Origin, PeopleParts } from './people-parts.ts';
import { refused, type Outcome } from './persons.ts';
import { passwordProblem } from './password-rules.ts';
import type { Sessions } from './sessions.ts';

const failuresUntilLock = 5;
const minuteMs = 60_000;
const lockMs = 15 * minuteMs;
const perName = { limit: 20, windowMs: 15 * minuteMs };
const perAddress = { limit: 60, windowMs: 15 * minuteMs };

export interface NewStaff {
  readonly loginName: string;
  readonly password: string;
  /** Its hash, where it was worked out before. */
  readonly passwordHash?: string;
  readonly name: string;
  readonly postIds: readonly string[];
  /** True (default): the first log-in asks for a new password. */
  readonly mustChange?: boolean;
}

export interface StaffLoggedIn {
  readonly token: string;
  readonly personId: string;
  readonly accountId: string;
}

export interface StaffLogin {
  /**
   * One refusal, `login-failed`, for an unknown name, a wrong password, a locked or a disabled
   * account: nobody learns from it which names exist. Five failures lock for 15 minutes.
   */
  logIn(loginName: string, password: string, origin: Origin): Promise<Outcome<StaffLoggedIn>>;
  /** Ends the person's other sessions. */
  changePassword(session: Session, current: string, next: string): Promise<Outcome<undefined>>;
  /** @returns the account's id; the existing one when the log-in name is taken */
  ensure(staff: NewStaff): Promise<string>;
  /** To be given with several accounts of one password, as those of a demo are. */
  hashOf(password: string): Promise<string>;
}

export function createStaffLogin(parts: PeopleParts, sessions: Sessions): StaffLogin {
  const { db, tenantId, limiter, wallClock } = parts;
  // An unknown name takes as long as a known one: this hash is verified in its place.
  const nobody = hash(randomUUID(), argon2);
  const isRight = async (account: AccountRow | undefined, password: string): Promise<boolean> => {
    const matches = await verify(account?.password_hash ?? (await nobody), password);
    if (account === undefined || account.is_disabled || !matches) return false;
    return account.locked_until === null || account.locked_until <= wallClock.now();
  };
  const fail = async (account: AccountRow | undefined) => {
    if (account !== undefined) {
      const until = addMs(wallClock.now(), lockMs);
      await countFailure(db, tenantId, account.id, { after: failuresUntilLock, until });
    }
    return refused('login-failed', { minutes: lockMs / minuteMs });
  };
  return {
    async logIn(loginName, password, origin) {
      const name = normaliseLogin(loginName);
      const limits = [
        [`staff address ${addressKey(parts, origin.ip)}`, perAddress],
        [`staff name ${limitKey(parts, name)}`, perName],
      ] as const;
      for (const [key, rate] of limits) {
        const taken = await limiter.take(key, rate);
        if (!taken.ok) return { ok: false, refusals: [taken.refusal] };
      }
      const account = await findAccount(db, tenantId, 'login_name', name);
      if (!(await isRight(account, password)) || account === undefined) return fail(account);
      await markLogIn(db, tenantId, account.id, wallClock.now());
      const ids = { personId: account.person_id, accountId: account.id };
      const token = await sessions.start({ kind: 'staff', ...ids }, origin);
      return { ok: true, value: { token, ...ids } };
    },
    async changePassword(session, current, next) {
      if (session.accountId === undefined) throw new Error('the session has no account');
      const account = await findAccount(db, tenantId, 'id', session.accountId);
      if (account === undefined || !(await isRight(account, current))) return fail(account);
      const problem = current === next ? 'password-unchanged' : passwordProblem(next);
      if (problem !== undefined) return refused(problem);
      await updatePassword(db, tenantId, account.id, await hashPassword(next));
      await sessions.revokeOthers(session);
      sessions.forgetAll();
      return { ok: true, value: undefined };
    },
    hashOf: hashPassword,
    async ensure(staff) {
      const loginName = normaliseLogin(staff.loginName);
      const known = await findAccount(db, tenantId, 'login_name', loginName);
      const { postIds, name, mustChange = true } = staff;
      const passwordHash =
        staff.passwordHash ?? (known === undefined ? await hashPassword(staff.password) : '');
      const at = parts.clock.now();
      const accountId = await db.tx(async (tx) => {
        if (known === undefined) {
          const added = { loginName, name, passwordHash, mustChange, postIds, at };
          return addStaffInTx(tx, tenantId, added);
        }
        for (const postId of postIds) {
          await putPostHolder(tx, tenantId, { accountId: known.id, postId, fromOn: civilDate(at) });
        }
        return known.id;
      });
      sessions.forgetAll();
      return accountId;
    },
  };
}
