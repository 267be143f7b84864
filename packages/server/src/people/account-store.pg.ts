import type { Db } from '../platform/db/index.ts';

export interface AccountRow {
  readonly id: string;
  readonly person_id: string;
  readonly password_hash: string;
  readonly failed_count: number;
  readonly locked_until: string | null;
  readonly is_disabled: boolean;
}

const columns = 'id, person_id, password_hash, failed_count, locked_until, is_disabled';

export async function findAccount(
  db: Db,
  tenantId: string,
  by: 'login_name' | 'id',
  value: string,
): Promise<AccountRow | undefined> {
  const rows = await db.query<AccountRow>(
    `SELECT ${columns} FROM account WHERE tenant_id = $1 AND ${by} = $2`,
    [tenantId, value],
  );
  return rows[0];
}

export interface NewAccount {
  readonly id: string;
  readonly personId: string;
  readonly loginName: string;
  readonly passwordHash: string;
  readonly mustChange: boolean;
  readonly phoneSealed: string | null;
  readonly at: string;
}

/** @throws ConstraintViolation account_login_key when the name is taken */
export async function insertAccount(db: Db, tenantId: string, a: NewAccount): Promise<void> {
  await db.query(
    `INSERT INTO account (tenant_id, id, person_id, login_name, password_hash, must_change,
       phone_sealed, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tenantId, a.id, a.personId, a.loginName, a.passwordHash, a.mustChange, a.phoneSealed, a.at],
  );
}

/** Counted in the database: many guesses at once all count. */
export async function countFailure(
  db: Db,
  tenantId: string,
  id: string,
  lock: { readonly after: number; readonly until: string },
): Promise<void> {
  await db.query(
    `UPDATE account SET failed_count = failed_count + 1,
       locked_until = CASE WHEN failed_count + 1 >= $3 THEN $4::timestamptz ELSE locked_until END
     WHERE tenant_id = $1 AND id = $2`,
    [tenantId, id, lock.after, lock.until],
  );
}

/** Ends a lock that has run out. */
export async function markLogIn(db: Db, tenantId: string, id: string, at: string): Promise<void> {
  await db.query(
    `UPDATE account SET failed_count = 0, locked_until = NULL, last_login_at = $3
     WHERE tenant_id = $1 AND id = $2`,
    [tenantId, id, at],
  );
}

export async function updatePassword(
  db: Db,
  tenantId: string,
  id: string,
  passwordHash: string,
): Promise<void> {
  await db.query(
    `UPDATE account SET password_hash = $3, must_change = false, failed_count = 0,
       locked_until = NULL WHERE tenant_id = $1 AND id = $2`,
    [tenantId, id, passwordHash],
  );
}
