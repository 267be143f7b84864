import type { Db } from '../platform/db/index.ts';

export interface RunningCase {
  readonly caseId: string;
  readonly number: string;
  readonly version: number;
}

export interface RunningQuery {
  readonly itemCode: string;
  /** Cases on this version are where they are wanted. */
  readonly exceptVersion: number;
  readonly orgIds: readonly string[];
  readonly caseIds?: readonly string[];
  readonly limit: number;
}

/** Cases of an item that have not ended, oldest first. */
export function listRunningCases(
  db: Db,
  tenantId: string,
  { itemCode, exceptVersion, orgIds, caseIds, limit }: RunningQuery,
): Promise<RunningCase[]> {
  return db.query<RunningCase>(
    `SELECT id AS "caseId", number, item_version AS version FROM cases
     WHERE tenant_id = $1 AND item_code = $2 AND outcome IS NULL AND item_version <> $3
       AND org_id = ANY($4) AND ($5::uuid[] IS NULL OR id = ANY($5))
     ORDER BY number LIMIT $6`,
    [tenantId, itemCode, exceptVersion, orgIds, caseIds ?? null, limit],
  );
}
