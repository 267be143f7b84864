import type { Db } from '../platform/db/index.ts';

export interface NewLoginCode {
  readonly phoneIndex: string;
  readonly codeHash: string;
  readonly at: string;
  readonly expiresAt: string;
}

/** A new code replaces the phone's last one. */
export async function putLoginCode(db: Db, tenantId: string, code: NewLoginCode): Promise<void> {
  await db.query(
    `INSERT INTO login_code (tenant_id, phone_index, code_hash, expires_at, created_at)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (tenant_id, phone_index) DO UPDATE SET code_hash = excluded.code_hash,
       expires_at = excluded.expires_at, created_at = excluded.created_at, attempts = 0,
       used_at = NULL`,
    [tenantId, code.phoneIndex, code.codeHash, code.expiresAt, code.at],
  );
}

/** Counts an attempt and gives the hash, unless the code is used, expired or tried too often. */
export async function tryLoginCode(
  db: Db,
  tenantId: string,
  phoneIndex: string,
  at: string,
  maxAttempts: number,
): Promise<string | undefined> {
  const rows = await db.query<{ code_hash: string }>(
    `UPDATE login_code SET attempts = attempts + 1
     WHERE tenant_id = $1 AND phone_index = $2 AND used_at IS NULL AND expires_at > $3
       AND attempts < $4 RETURNING code_hash`,
    [tenantId, phoneIndex, at, maxAttempts],
  );
  return rows[0]?.code_hash;
}

/** @returns false when somebody used it in the same moment */
export async function useLoginCode(
  db: Db,
  tenantId: string,
  phoneIndex: string,
  codeHash: string,
  at: string,
): Promise<boolean> {
  const rows = await db.query(
    `UPDATE login_code SET used_at = $4
     WHERE tenant_id = $1 AND phone_index = $2 AND code_hash = $3 AND used_at IS NULL
     RETURNING phone_index`,
    [tenantId, phoneIndex, codeHash, at],
  );
  return rows.length === 1;
}

export async function sweepLoginCodes(db: Db, tenantId: string, at: string): Promise<void> {
  await db.query('DELETE FROM login_code WHERE tenant_id = $1 AND expires_at < $2', [tenantId, at]);
}
