/** The next version of a rule while it is written; one at a time. */
import type { Instant } from '@yichuang/kernel/time';
import type { WatchRuleFile } from '../catalogue/index.ts';
import type { Db } from '../platform/db/index.ts';

export interface RuleDraft {
  readonly ruleId: string;
  readonly definition: WatchRuleFile;
  readonly authorId: string;
  readonly authorName: string;
  readonly changedAt: Instant;
}

const COLUMNS = `rule_id AS "ruleId", definition, author_id AS "authorId",
  author_name AS "authorName", changed_at AS "changedAt"`;

export async function findDraft(
  db: Db,
  tenantId: string,
  ruleId: string,
): Promise<RuleDraft | undefined> {
  const [row] = await db.query<RuleDraft & Record<string, unknown>>(
    `SELECT ${COLUMNS} FROM watch_draft WHERE tenant_id = $1 AND rule_id = $2`,
    [tenantId, ruleId],
  );
  return row;
}

export function listDrafts(db: Db, tenantId: string): Promise<RuleDraft[]> {
  return db.query<RuleDraft & Record<string, unknown>>(
    `SELECT ${COLUMNS} FROM watch_draft WHERE tenant_id = $1 ORDER BY rule_id`,
    [tenantId],
  );
}

/**
 * Whoever changed it last is its author.
 *
 * @param known `changedAt` of the draft that it takes the place of
 * @returns when it was changed, always later than before; undefined where another one stands there
 */
export async function saveDraft(
  db: Db,
  tenantId: string,
  draft: RuleDraft,
  known?: Instant,
): Promise<Instant | undefined> {
  const rows = await db.query<{ changedAt: Instant }>(
    `INSERT INTO watch_draft (tenant_id, rule_id, definition, author_id, author_name, changed_at)
     SELECT $1, $2, $3, $4, $5, $6::timestamptz
     WHERE $7::timestamptz IS NULL OR EXISTS (
       SELECT 1 FROM watch_draft WHERE tenant_id = $1 AND rule_id = $2)
     ON CONFLICT (tenant_id, rule_id) DO UPDATE SET definition = $3, author_id = $4,
       author_name = $5, changed_at = greatest($6::timestamptz,
         watch_draft.changed_at + interval '1 millisecond')
     WHERE watch_draft.changed_at = $7::timestamptz
     RETURNING changed_at AS "changedAt"`,
    [
      tenantId,
      draft.ruleId,
      JSON.stringify(draft.definition),
      draft.authorId,
      draft.authorName,
      draft.changedAt,
      known ?? null,
    ],
  );
  return rows[0]?.changedAt;
}

/** Held until the transaction ends. @returns false where it was changed since, or is gone */
export async function holdDraft(
  tx: Db,
  tenantId: string,
  { ruleId, changedAt }: Pick<RuleDraft, 'ruleId' | 'changedAt'>,
): Promise<boolean> {
  const rows = await tx.query(
    `SELECT 1 FROM watch_draft WHERE tenant_id = $1 AND rule_id = $2 AND changed_at = $3
     FOR UPDATE`,
    [tenantId, ruleId, changedAt],
  );
  return rows.length > 0;
}

/** @returns false where another one than the one of `changedAt` stands there, or none */
export async function removeDraft(
  db: Db,
  tenantId: string,
  { ruleId, changedAt }: Pick<RuleDraft, 'ruleId' | 'changedAt'>,
): Promise<boolean> {
  const rows = await db.query(
    `DELETE FROM watch_draft WHERE tenant_id = $1 AND rule_id = $2 AND changed_at = $3
     RETURNING 1`,
    [tenantId, ruleId, changedAt],
  );
  return rows.length > 0;
}
