import type { PlainDate } from '@yichuang/kernel/time';
import { reservedCapabilities } from '../people/index.ts';
import type { Db } from '../platform/db/index.ts';

export interface KnownPost {
  readonly id: string;
  readonly name: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly isReserved: boolean;
  /** Accounts that hold it today. */
  readonly holders: number;
}

/** Every post of the county, in the order of its organisations. */
export function listKnownPosts(db: Db, tenantId: string, today: PlainDate): Promise<KnownPost[]> {
  return db.query<KnownPost & Record<string, unknown>>(
    `SELECT p.id, p.name, p.org_id AS "orgId", o.name AS "orgName",
       p.capabilities && $2 AS "isReserved",
       (SELECT count(*)::int FROM post_holder h JOIN account a ON a.tenant_id = $1
          AND a.id = h.account_id AND NOT a.is_disabled
        WHERE h.tenant_id = $1 AND h.post_id = p.id AND h.from_on <= $3::date
          AND (h.to_on IS NULL OR h.to_on >= $3::date)) AS holders
     FROM post p JOIN org o ON o.tenant_id = $1 AND o.id = p.org_id
     WHERE p.tenant_id = $1 ORDER BY p.org_id, p.id`,
    [tenantId, reservedCapabilities, today],
  );
}

export interface HeldAccount {
  readonly id: string;
  readonly personId: string;
  readonly loginName: string;
  readonly name: string;
  readonly phoneSealed: string | null;
  /** Held today. */
  readonly postIds: readonly string[];
  /** Some post of today is reserved. */
  readonly isReserved: boolean;
}

const HELD = `SELECT a.id, a.person_id AS "personId", a.login_name AS "loginName",
    coalesce(n.name, '') AS name, a.phone_sealed AS "phoneSealed",
    ARRAY(SELECT DISTINCT h.post_id FROM post_holder h WHERE h.tenant_id = $1
      AND h.account_id = a.id AND (h.to_on IS NULL OR h.to_on >= $3::date)
      ORDER BY h.post_id) AS "postIds",
    EXISTS (SELECT 1 FROM post_holder h
      JOIN post p ON p.tenant_id = $1 AND p.id = h.post_id AND p.capabilities && $4
      WHERE h.tenant_id = $1 AND h.account_id = a.id
        AND (h.to_on IS NULL OR h.to_on >= $3::date)) AS "isReserved"
  FROM account a JOIN person n ON n.tenant_id = $1 AND n.id = a.person_id`;

/** The account with its posts, kept from other changes until the end of the transaction. */
export async function lockAccountInTx(
  tx: Db,
  tenantId: string,
  by: 'id' | 'login_name' | 'person_id',
  value: string,
  today: PlainDate,
): Promise<HeldAccount | undefined> {
  // Posts are read after the lock: those given by whoever held it before are seen.
  await tx.query(`SELECT 1 FROM account WHERE tenant_id = $1 AND ${by} = $2 FOR UPDATE`, [
    tenantId,
    value,
  ]);
  const rows = await tx.query<HeldAccount & Record<string, unknown>>(
    `${HELD} WHERE a.tenant_id = $1 AND a.${by} = $2`,
    [tenantId, value, today, reservedCapabilities],
  );
  return rows[0];
}

/** Of these log-in names, the accounts that are there. */
export function findByLoginNames(
  db: Db,
  tenantId: string,
  loginNames: readonly string[],
): Promise<{ readonly loginName: string; readonly name: string }[]> {
  return db.query(
    `SELECT a.login_name AS "loginName", coalesce(n.name, '') AS name
     FROM account a JOIN person n ON n.tenant_id = $1 AND n.id = a.person_id
     WHERE a.tenant_id = $1 AND a.login_name = ANY ($2)`,
    [tenantId, [...loginNames]],
  );
}

/** Given by somebody else: to be changed at the next log-in. Ends a lock. */
export async function givePassword(
  tx: Db,
  tenantId: string,
  id: string,
  passwordHash: string,
): Promise<void> {
  await tx.query(
    `UPDATE account SET password_hash = $3, must_change = true, failed_count = 0,
       locked_until = NULL WHERE tenant_id = $1 AND id = $2`,
    [tenantId, id, passwordHash],
  );
}

export async function setDisabled(
  tx: Db,
  tenantId: string,
  id: string,
  isDisabled: boolean,
): Promise<void> {
  await tx.query('UPDATE account SET is_disabled = $3 WHERE tenant_id = $1 AND id = $2', [
    tenantId,
    id,
    isDisabled,
  ]);
}

/** Until yesterday; who got it today has held it for no day. */
export async function endPostInTx(
  tx: Db,
  tenantId: string,
  accountId: string,
  postId: string,
  today: PlainDate,
): Promise<void> {
  await tx.query(
    `UPDATE post_holder SET to_on = $4::date - 1
     WHERE tenant_id = $1 AND account_id = $2 AND post_id = $3
       AND (to_on IS NULL OR to_on >= $4::date)`,
    [tenantId, accountId, postId, today],
  );
}

/** @returns how many log-ins that were still open ended */
export async function endSessionsInTx(
  tx: Db,
  tenantId: string,
  accountId: string,
  at: string,
): Promise<number> {
  const rows = await tx.query(
    `UPDATE session SET revoked_at = $3 WHERE tenant_id = $1 AND account_id = $2
       AND revoked_at IS NULL RETURNING 1`,
    [tenantId, accountId, at],
  );
  return rows.length;
}
