import type { ItemDefinition } from '@yichuang/kernel/case';
import type { Instant } from '@yichuang/kernel/time';
import { isUuid } from '../cases/index.ts';
import type { Db } from '../platform/db/index.ts';
import {
  MOST_DESIGN_DRAFTS,
  type DesignDraft,
  type DesignDraftLine,
  type DesignDraftStore,
  type DesignItemLine,
} from './design-draft-store.ts';

interface DraftRow {
  readonly id: string;
  readonly revision: number;
  readonly definition: ItemDefinition;
  readonly base_version: number | null;
  readonly problem_count: number;
  readonly changed_at: Instant;
  readonly changed_by: string;
}

const MOST_ITEMS = 200;

/** Drafts of one tenant; in a transaction, `db` is that transaction. */
export function createDesignDraftStore(db: Db, tenantId: string): DesignDraftStore {
  return { ...writing(db, tenantId), ...reading(db, tenantId) };
}

type Writing = Pick<DesignDraftStore, 'insert' | 'save' | 'remove'>;

function writing(db: Db, tenantId: string): Writing {
  return {
    async insert({ draftId, item, baseVersion, problemCount, personId, at }) {
      await db.query(
        `INSERT INTO item_draft (tenant_id, id, revision, item_code, name, org_id, base_version,
           definition, problem_count, created_by, created_at, changed_by, changed_at)
         VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $9, $10)`,
        [
          tenantId,
          draftId,
          ...namesOf(item),
          baseVersion ?? null,
          JSON.stringify(item),
          problemCount,
          personId,
          at,
        ],
      );
    },
    async save({ draftId, revision, item, baseVersion, problemCount, personId, at }) {
      const [row] = await db.query<{ revision: number }>(
        `UPDATE item_draft SET revision = revision + 1, item_code = $4, name = $5, org_id = $6,
           base_version = $7, definition = $8, problem_count = $9, changed_by = $10,
           changed_at = $11
         WHERE tenant_id = $1 AND id = $2 AND revision = $3 RETURNING revision`,
        [
          tenantId,
          draftId,
          revision,
          ...namesOf(item),
          baseVersion ?? null,
          JSON.stringify(item),
          problemCount,
          personId,
          at,
        ],
      );
      return row?.revision;
    },
    async remove(draftId) {
      const rows = await db.query(
        'DELETE FROM item_draft WHERE tenant_id = $1 AND id = $2 RETURNING id',
        [tenantId, draftId],
      );
      return rows.length > 0;
    },
  };
}

/** What lists show and sort by, beside the definition. */
function namesOf({ code, name, orgId }: ItemDefinition): string[] {
  return [code, name, orgId];
}

function reading(db: Db, tenantId: string): Omit<DesignDraftStore, keyof Writing> {
  const read = async (draftId: string, lock: string): Promise<DesignDraft | undefined> => {
    if (!isUuid(draftId)) return undefined;
    const [row] = await db.query<DraftRow>(
      `SELECT d.id, d.revision, d.definition, d.base_version, d.problem_count, d.changed_at,
         coalesce(p.name, '') AS changed_by
       FROM item_draft d JOIN person p ON p.tenant_id = $1 AND p.id = d.changed_by
       WHERE d.tenant_id = $1 AND d.id = $2 ${lock}`,
      [tenantId, draftId],
    );
    return row === undefined ? undefined : draftOf(row);
  };
  return {
    find: (draftId) => read(draftId, ''),
    lockInTx: (draftId) => read(draftId, 'FOR UPDATE OF d'),
    list: (orgIds) => list(db, tenantId, orgIds),
    async count() {
      const [row] = await db.query<{ count: number }>(
        'SELECT count(*)::int FROM item_draft WHERE tenant_id = $1',
        [tenantId],
      );
      return row?.count ?? 0;
    },
    listItems: (orgIds, query) => listItems(db, tenantId, orgIds, query),
  };
}

async function list(
  db: Db,
  tenantId: string,
  orgIds: readonly string[] | undefined,
): Promise<DesignDraftLine[]> {
  const rows = await db.query<
    Omit<DesignDraftLine, 'baseVersion'> & { baseVersion: number | null }
  >(
    `SELECT d.id AS "draftId", d.item_code AS "itemCode", d.name, d.org_id AS "orgId",
       coalesce(d.definition->>'lifecycle' = 'internal', false) AS "isInternal",
       d.base_version AS "baseVersion", d.problem_count AS "problemCount",
       d.changed_at AS "changedAt", coalesce(p.name, '') AS "changedBy"
     FROM item_draft d JOIN person p ON p.tenant_id = $1 AND p.id = d.changed_by
     WHERE d.tenant_id = $1 AND ($2::text[] IS NULL OR d.org_id = ANY($2))
     ORDER BY d.changed_at DESC, d.id LIMIT ${MOST_DESIGN_DRAFTS}`,
    [tenantId, orgIds ?? null],
  );
  return rows.map(({ baseVersion, ...row }) => ({
    ...row,
    ...(baseVersion !== null && { baseVersion }),
  }));
}

/** Not letters. What has a flow first: imported guides are many, and few are ever designed. */
function listItems(
  db: Db,
  tenantId: string,
  orgIds: readonly string[] | undefined,
  query: string,
): Promise<DesignItemLine[]> {
  return db.query<DesignItemLine>(
    `SELECT code, name, org_id AS "orgId", version, is_online AS "isOnline",
       coalesce(definition->>'lifecycle' = 'internal', false) AS "isInternal"
     FROM item
     WHERE tenant_id = $1 AND status = 'current' AND ($2::text[] IS NULL OR org_id = ANY($2))
       AND definition->>'lifecycle' IS DISTINCT FROM 'letter'
       AND (CASE WHEN $3 = '' THEN origin <> 'import'
            ELSE strpos(name, $3) > 0 OR strpos(code, $3) > 0 END)
     ORDER BY origin = 'import', is_online DESC, name, code LIMIT ${MOST_ITEMS}`,
    [tenantId, orgIds ?? null, query],
  );
}

function draftOf(row: DraftRow): DesignDraft {
  return {
    draftId: row.id,
    revision: row.revision,
    item: row.definition,
    problemCount: row.problem_count,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
    ...(row.base_version !== null && { baseVersion: row.base_version }),
  };
}
