import { hash } from '@node-rs/argon2';
import { civilDate, type Instant } from '@yichuang/kernel/time';
import { randomUUID } from 'node:crypto';
import type { Db } from '../platform/db/index.ts';
import { insertAccount } from './account-store.pg.ts';
import { argon2 } from './login-name.ts';
import { putPostHolder } from './org-store.pg.ts';
import { insertPerson } from './person-store.pg.ts';

export interface StaffToAdd {
  /** In its one form, see `normaliseLogin`. */
  readonly loginName: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly mustChange: boolean;
  readonly phoneSealed?: string;
  readonly postIds: readonly string[];
  readonly at: Instant;
}

export function hashPassword(password: string): Promise<string> {
  return hash(password, argon2);
}

/**
 * A person of their own with an account and posts from today. Never the person of a resident with
 * the same phone: whoever keeps accounts would otherwise log in as them.
 *
 * @returns the account's id
 * @throws ConstraintViolation account_login_key when the name is taken
 */
export async function addStaffInTx(tx: Db, tenantId: string, staff: StaffToAdd): Promise<string> {
  const { name, at, postIds, phoneSealed = null } = staff;
  const nobody = { kind: 'natural', phone: null, idNumber: null, creditCode: null } as const;
  const personId = await insertPerson(tx, tenantId, { ...nobody, id: randomUUID(), name, at });
  const id = randomUUID();
  await insertAccount(tx, tenantId, { ...staff, id, personId, phoneSealed });
  for (const postId of postIds) {
    await putPostHolder(tx, tenantId, { accountId: id, postId, fromOn: civilDate(at) });
  }
  return id;
}
