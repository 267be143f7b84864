import type { Db } from '../platform/db/index.ts';
import type { Session } from '../platform/http/index.ts';

export interface NewSession {
  readonly id: string;
  readonly tokenHash: string;
  readonly kind: Session['kind'];
  readonly personId: string;
  readonly accountId: string | null;
  readonly at: string;
  readonly expiresAt: string;
  readonly userAgent: string;
}

export async function insertSession(db: Db, tenantId: string, s: NewSession): Promise<void> {
  await db.query(
    `INSERT INTO session (tenant_id, id, token_hash, kind, person_id, account_id, created_at,
       last_seen_at, expires_at, user_agent)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9)`,
    [tenantId, s.id, s.tokenHash, s.kind, s.personId, s.accountId, s.at, s.expiresAt, s.userAgent],
  );
}

export interface SessionRow {
  readonly id: string;
  readonly kind: Session['kind'];
  readonly person_id: string;
  readonly account_id: string | null;
  readonly name: string | null;
  readonly must_change: boolean | null;
  readonly last_seen_at: string;
}

/** Only one that is valid at `at`, and whose account is not disabled. */
export async function findValidSession(
  db: Db,
  tenantId: string,
  tokenHash: string,
  at: string,
): Promise<SessionRow | undefined> {
  const rows = await db.query<SessionRow>({
    name: 'session-find',
    text: `SELECT s.id, s.kind, s.person_id, s.account_id, p.name, a.must_change, s.last_seen_at
      FROM session s
      JOIN person p ON p.tenant_id = $1 AND p.id = s.person_id
      LEFT JOIN account a ON a.tenant_id = $1 AND a.id = s.account_id
      WHERE s.tenant_id = $1 AND s.token_hash = $2 AND s.revoked_at IS NULL
        AND s.expires_at > $3 AND a.is_disabled IS NOT TRUE`,
    values: [tenantId, tokenHash, at],
  });
  return rows[0];
}

export async function touchSession(
  db: Db,
  tenantId: string,
  id: string,
  at: string,
): Promise<void> {
  await db.query('UPDATE session SET last_seen_at = $3 WHERE tenant_id = $1 AND id = $2', [
    tenantId,
    id,
    at,
  ]);
}

export interface ListedSession {
  readonly id: string;
  readonly kind: Session['kind'];
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly userAgent: string;
}

export async function listSessions(
  db: Db,
  tenantId: string,
  of: Pick<Session, 'personId' | 'kind'>,
  at: string,
): Promise<ListedSession[]> {
  return db.query<ListedSession>(
    `SELECT id, kind, created_at AS "createdAt", last_seen_at AS "lastSeenAt",
       user_agent AS "userAgent"
     FROM session WHERE tenant_id = $1 AND person_id = $2 AND kind = $3
       AND revoked_at IS NULL AND expires_at > $4 ORDER BY created_at DESC LIMIT 100`,
    [tenantId, of.personId, of.kind, at],
  );
}

export interface Revocation {
  readonly personId: string;
  readonly kind: Session['kind'];
  /** One session, or all but one, or all. */
  readonly id?: string;
  readonly exceptId?: string;
  readonly at: string;
}

/** @returns the ids of the sessions that were valid until now */
export async function revokeSessions(db: Db, tenantId: string, r: Revocation): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `UPDATE session SET revoked_at = $4 WHERE tenant_id = $1 AND person_id = $2 AND kind = $3
       AND revoked_at IS NULL AND ($5::uuid IS NULL OR id = $5)
       AND ($6::uuid IS NULL OR id <> $6) RETURNING id`,
    [tenantId, r.personId, r.kind, r.at, r.id ?? null, r.exceptId ?? null],
  );
  return rows.map((row) => row.id);
}

/** Sessions that ended more than 30 days ago are of no use to anybody. */
export async function sweepSessions(db: Db, tenantId: string, before: string): Promise<void> {
  await db.query('DELETE FROM session WHERE tenant_id = $1 AND expires_at < $2', [
    tenantId,
    before,
  ]);
}
