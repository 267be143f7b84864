import type { Instant } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

export interface SimilarColumns {
  readonly case_id: string;
  readonly number: string;
  readonly title: string;
  readonly received_at: Instant;
  readonly unit_id: string | null;
  readonly phase: string;
  readonly outcome: string | null;
  readonly is_answered: boolean;
}

/** Facts of letters that were found; which ones the asker may read was asked before. */
export async function similarRows(
  db: Db,
  tenantId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, SimilarColumns>> {
  const rows = await db.query<SimilarColumns>(
    `SELECT case_id, number, title, received_at, unit_id, phase, outcome,
       answered_on IS NOT NULL AS is_answered
     FROM letter WHERE tenant_id = $1 AND case_id = ANY ($2::uuid[])`,
    [tenantId, caseIds],
  );
  return new Map(rows.map((row) => [row.case_id, row]));
}
