import { civilDate, type Instant } from '@yichuang/kernel/time';
import { reservedCapabilities } from '../people/index.ts';
import type { Db } from '../platform/db/index.ts';

/** A proxy as stored; names are of today. */
export interface StoredProxy {
  readonly proxyId: string;
  readonly principal: { readonly personId: string; readonly name: string };
  readonly deputy: { readonly personId: string; readonly name: string };
  readonly from: Instant;
  readonly until: Instant;
  readonly itemCodes?: readonly string[];
  readonly includesCurrent: boolean;
  readonly reason: string;
  readonly setBy: { readonly personId: string; readonly name: string };
  readonly setAt: Instant;
  readonly endedAt?: Instant;
}

interface ProxyRow {
  readonly id: string;
  readonly principal_id: string;
  readonly principal_name: string | null;
  readonly deputy_id: string;
  readonly deputy_name: string | null;
  readonly from_at: Instant;
  readonly until_at: Instant;
  readonly item_codes: string[] | null;
  readonly includes_current: boolean;
  readonly reason: string;
  readonly set_by: string;
  readonly set_by_name: string | null;
  readonly set_at: Instant;
  readonly ended_at: Instant | null;
}

const SELECT = `SELECT x.id, x.principal_id, p.name AS principal_name, x.deputy_id,
    d.name AS deputy_name, x.from_at, x.until_at, x.item_codes, x.includes_current, x.reason,
    x.set_by, s.name AS set_by_name, x.set_at, x.ended_at
  FROM proxy x
  JOIN person p ON p.tenant_id = x.tenant_id AND p.id = x.principal_id
  JOIN person d ON d.tenant_id = x.tenant_id AND d.id = x.deputy_id
  JOIN person s ON s.tenant_id = x.tenant_id AND s.id = x.set_by`;

function proxyOf(row: ProxyRow): StoredProxy {
  return {
    proxyId: row.id,
    principal: { personId: row.principal_id, name: row.principal_name ?? '' },
    deputy: { personId: row.deputy_id, name: row.deputy_name ?? '' },
    from: row.from_at,
    until: row.until_at,
    ...(row.item_codes === null ? {} : { itemCodes: row.item_codes }),
    includesCurrent: row.includes_current,
    reason: row.reason,
    setBy: { personId: row.set_by, name: row.set_by_name ?? '' },
    setAt: row.set_at,
    ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
  };
}

/**
 * Those that run or will run: few, so that every check looks at all of them. One that somebody else
 * set holds no longer once its principal is appointed to a reserved post.
 */
export async function listLiveProxies(
  db: Db,
  tenantId: string,
  at: Instant,
): Promise<StoredProxy[]> {
  const rows = await db.query<ProxyRow>(
    `${SELECT} WHERE x.tenant_id = $1 AND x.ended_at IS NULL AND x.until_at > $2
       AND (x.set_by = x.principal_id OR NOT EXISTS (
         SELECT 1 FROM account a
         JOIN post_holder h ON h.tenant_id = $1 AND h.account_id = a.id
           AND (h.to_on IS NULL OR h.to_on >= $3::date)
         JOIN post r ON r.tenant_id = $1 AND r.id = h.post_id AND r.capabilities && $4
         WHERE a.tenant_id = $1 AND a.person_id = x.principal_id))
     ORDER BY x.from_at, x.id`,
    [tenantId, at, civilDate(at), reservedCapabilities],
  );
  return rows.map(proxyOf);
}

/** Everything that concerns a person, as principal, deputy or who set it; newest first. */
export async function listProxiesOf(
  db: Db,
  tenantId: string,
  personId: string,
): Promise<StoredProxy[]> {
  const rows = await db.query<ProxyRow>(
    `${SELECT} WHERE x.tenant_id = $1
       AND (x.principal_id = $2 OR x.deputy_id = $2 OR x.set_by = $2)
     ORDER BY x.ended_at IS NOT NULL, x.from_at DESC, x.id LIMIT 100`,
    [tenantId, personId],
  );
  return rows.map(proxyOf);
}

export async function findProxy(
  db: Db,
  tenantId: string,
  proxyId: string,
): Promise<StoredProxy | undefined> {
  const [row] = await db.query<ProxyRow>(`${SELECT} WHERE x.tenant_id = $1 AND x.id = $2`, [
    tenantId,
    proxyId,
  ]);
  return row === undefined ? undefined : proxyOf(row);
}

/**
 * Proxies are set one after the other: two people who name each other in the same instant would
 * both pass the check for cycles.
 */
export async function lockProxies(tx: Db, tenantId: string): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('proxy ' || $1, 0))", [tenantId]);
}

export async function insertProxy(
  tx: Db,
  tenantId: string,
  proxy: Omit<StoredProxy, 'endedAt'>,
): Promise<void> {
  await tx.query(
    `INSERT INTO proxy (tenant_id, id, principal_id, deputy_id, from_at, until_at, item_codes,
       includes_current, reason, set_by, set_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tenantId,
      proxy.proxyId,
      proxy.principal.personId,
      proxy.deputy.personId,
      proxy.from,
      proxy.until,
      proxy.itemCodes === undefined ? null : [...proxy.itemCodes],
      proxy.includesCurrent,
      proxy.reason,
      proxy.setBy.personId,
      proxy.setAt,
    ],
  );
}

/** false when it had ended before. */
export async function endProxy(
  db: Db,
  tenantId: string,
  proxyId: string,
  end: { readonly at: Instant; readonly by: string },
): Promise<boolean> {
  const rows = await db.query(
    `UPDATE proxy SET ended_at = $3, ended_by = $4
     WHERE tenant_id = $1 AND id = $2 AND ended_at IS NULL AND until_at > $3 RETURNING id`,
    [tenantId, proxyId, end.at, end.by],
  );
  return rows.length > 0;
}
