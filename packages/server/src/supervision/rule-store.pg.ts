/** Versions of supervision rules: added, never changed; the highest of a rule is in force. */
import type { Instant, LegalBasis } from '@yichuang/kernel/time';
import type { WatchRuleFile } from '../catalogue/index.ts';
import type { Db } from '../platform/db/index.ts';

export interface RuleVersion {
  readonly ruleId: string;
  readonly version: number;
  readonly act: 'published' | 'retired';
  readonly definition: WatchRuleFile;
  readonly source: 'pack' | 'county';
  readonly authorId: string | null;
  readonly publisherId: string | null;
  readonly publisherName: string | null;
  readonly reason: string;
  readonly basis: LegalBasis | null;
  readonly publishedAt: Instant;
}

const COLUMNS = `rule_id AS "ruleId", version, act, definition, source, author_id AS "authorId",
  publisher_id AS "publisherId", publisher_name AS "publisherName", reason, basis,
  published_at AS "publishedAt"`;

/** The newest version of each rule, those retired with them, by id. */
export function newestRules(db: Db, tenantId: string): Promise<RuleVersion[]> {
  return db.query<RuleVersion & Record<string, unknown>>({
    name: 'watch-rules-newest',
    text: `SELECT DISTINCT ON (rule_id) ${COLUMNS} FROM watch_rule WHERE tenant_id = $1
      ORDER BY rule_id, version DESC`,
    values: [tenantId],
  });
}

export async function newestRule(
  db: Db,
  tenantId: string,
  ruleId: string,
): Promise<RuleVersion | undefined> {
  const [row] = await db.query<RuleVersion & Record<string, unknown>>(
    `SELECT ${COLUMNS} FROM watch_rule WHERE tenant_id = $1 AND rule_id = $2
     ORDER BY version DESC LIMIT 1`,
    [tenantId, ruleId],
  );
  return row;
}

/** All versions of a rule, the newest first. */
export function ruleHistory(db: Db, tenantId: string, ruleId: string): Promise<RuleVersion[]> {
  return db.query<RuleVersion & Record<string, unknown>>(
    `SELECT ${COLUMNS} FROM watch_rule WHERE tenant_id = $1 AND rule_id = $2
     ORDER BY version DESC`,
    [tenantId, ruleId],
  );
}

/** @returns false where that version is there already: somebody else was first */
export async function insertRuleVersion(
  tx: Db,
  tenantId: string,
  row: RuleVersion,
): Promise<boolean> {
  const inserted = await tx.query(
    `INSERT INTO watch_rule (tenant_id, rule_id, version, act, definition, source, author_id,
       publisher_id, publisher_name, reason, basis, published_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     ON CONFLICT (tenant_id, rule_id, version) DO NOTHING RETURNING 1`,
    [
      tenantId,
      row.ruleId,
      row.version,
      row.act,
      JSON.stringify(row.definition),
      row.source,
      row.authorId,
      row.publisherId,
      row.publisherName,
      row.reason,
      row.basis === null ? null : JSON.stringify(row.basis),
      row.publishedAt,
    ],
  );
  return inserted.length > 0;
}
