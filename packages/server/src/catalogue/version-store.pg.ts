import type { Instant } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import type { ItemVersion, VersionStore, VersionToInsert } from './version-store.ts';

interface VersionRow {
  readonly version: number;
  readonly status: ItemVersion['status'];
  readonly valid_from: Instant;
  readonly published_at: Instant | null;
  readonly published_by: string | null;
  readonly note: string | null;
  readonly withdrawn_at: Instant | null;
  readonly withdrawn_by: string | null;
  readonly running_cases: number;
}

export function versionStorePg(db: Db, tenantId: string): VersionStore {
  return {
    async list(code) {
      const rows = await db.query<VersionRow>(
        `SELECT i.version, i.status, i.valid_from, i.published_at, p.name AS published_by, i.note,
           i.withdrawn_at, w.name AS withdrawn_by,
           (SELECT count(*)::int FROM cases c
            WHERE c.tenant_id = $1 AND c.item_code = i.code AND c.item_version = i.version
              AND c.outcome IS NULL) AS running_cases
         FROM item i LEFT JOIN person p ON p.tenant_id = $1 AND p.id = i.published_by
         LEFT JOIN person w ON w.tenant_id = $1 AND w.id = i.withdrawn_by
         WHERE i.tenant_id = $1 AND i.code = $2 ORDER BY i.version DESC`,
        [tenantId, code],
      );
      return rows.map(versionOf);
    },
    insertInTx: (version) => insert(db, tenantId, version),
    async withdrawInTx({ code, version }, { personId, at }) {
      const rows = await db.query(
        `UPDATE item SET status = 'withdrawn', withdrawn_at = $4, withdrawn_by = $5
         WHERE tenant_id = $1 AND code = $2 AND version = $3 AND status = 'planned'
         RETURNING version`,
        [tenantId, code, version, at, personId],
      );
      return rows.length > 0;
    },
    async isAnyDue(at) {
      const rows = await db.query(
        `SELECT 1 FROM item WHERE tenant_id = $1 AND status = 'planned' AND valid_from <= $2
         LIMIT 1`,
        [tenantId, at],
      );
      return rows.length > 0;
    },
    async bringIntoForceInTx(at) {
      // Two statements: the index allows one current version of a code at a time.
      const due = await db.query<{ code: string; version: number }>(
        `SELECT DISTINCT ON (code) code, version FROM item
         WHERE tenant_id = $1 AND status = 'planned' AND valid_from <= $2
         ORDER BY code, valid_from DESC, version DESC`,
        [tenantId, at],
      );
      if (due.length === 0) return;
      await db.query(
        `UPDATE item SET status = 'past' WHERE tenant_id = $1 AND code = ANY($2)
           AND (status = 'current' OR (status = 'planned' AND valid_from <= $3))`,
        [tenantId, due.map((row) => row.code), at],
      );
      await db.query(
        `UPDATE item SET status = 'current'
         FROM jsonb_to_recordset($2::jsonb) AS d(code text, version int)
         WHERE item.tenant_id = $1 AND item.code = d.code AND item.version = d.version`,
        [tenantId, JSON.stringify(due)],
      );
    },
  };
}

async function insert(db: Db, tenantId: string, version: VersionToInsert): Promise<void> {
  const { definition: item, searchTerms, validFrom, publishedAt, publishedBy, note } = version;
  await db.query(
    `INSERT INTO item (tenant_id, code, version, name, org_id, task_type, handling_mode,
       is_online, audiences, themes, definition, origin, search_terms, status, valid_from,
       published_at, published_by, note)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'designer', $12, 'planned', $13,
       $14, $15, $16)`,
    [
      tenantId,
      item.code,
      item.version,
      item.name,
      item.orgId,
      item.taskType,
      item.handlingMode,
      item.isOnline,
      item.audiences,
      item.themes,
      JSON.stringify(item),
      searchTerms,
      validFrom,
      publishedAt,
      publishedBy,
      note,
    ],
  );
}

function versionOf(row: VersionRow): ItemVersion {
  return {
    version: row.version,
    status: row.status,
    validFrom: row.valid_from,
    runningCases: row.running_cases,
    ...(row.published_at !== null && { publishedAt: row.published_at }),
    ...(row.published_by !== null && { publishedBy: row.published_by }),
    ...(row.note !== null && { note: row.note }),
    ...(row.withdrawn_at !== null && { withdrawnAt: row.withdrawn_at }),
    ...(row.withdrawn_by !== null && { withdrawnBy: row.withdrawn_by }),
  };
}
