/** Hits 线索, written by the rules alone; people change their status and nothing else. */
import type { ActorRef } from '@yichuang/kernel/case';
import type { WatchHit } from '@yichuang/kernel/watch';
import type { Instant } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

export type HitStatus = 'open' | 'ordered' | 'set-aside' | 'resolved' | 'overtaken';

export interface HitEvidence {
  readonly caseId: string;
  readonly seq: number;
  /** Of the event as it was when the rule looked. */
  readonly hash: string;
}

export interface NewHit extends Omit<WatchHit, 'evidence'> {
  readonly id: string;
  readonly evidence: readonly HitEvidence[];
  readonly isWithheld: boolean;
}

export interface KnownHit {
  readonly id: string;
  readonly key: string;
  readonly light: 'yellow' | 'red';
  readonly status: HitStatus;
}

/** Ids of those that were not known before, in their order; the others are left as they are. */
export async function insertHits(
  tx: Db,
  tenantId: string,
  hits: readonly NewHit[],
  foundAt: Instant,
): Promise<ReadonlySet<string>> {
  if (hits.length === 0) return new Set();
  const rows = hits.map((hit) => ({
    ...hit,
    rule_id: hit.ruleId,
    rule_version: hit.ruleVersion,
    case_id: hit.caseId,
    org_id: hit.orgId,
    item_code: hit.itemCode,
    person_ids: hit.people.map(({ personId }) => personId),
    says_en: hit.saysEn,
    is_withheld: hit.isWithheld,
  }));
  const inserted = await tx.query<{ id: string }>({
    name: 'watch-hit-insert',
    text: `INSERT INTO watch_hit (tenant_id, id, key, rule_id, rule_version, kind, light, case_id,
        org_id, item_code, people, person_ids, at, found_at, says, says_en, evidence, facts,
        is_withheld, status_at)
      SELECT $1, id, key, rule_id, rule_version, kind, light, case_id, org_id, item_code, people,
        person_ids, at, $3, says, says_en, evidence, facts, is_withheld, $3
      FROM json_to_recordset($2) AS r(id uuid, key text, rule_id text, rule_version int, kind text,
        light text, case_id uuid, org_id text, item_code text, people json, person_ids text[],
        at timestamptz, says text, says_en text, evidence json, facts json, is_withheld boolean)
      ON CONFLICT (tenant_id, key) DO NOTHING RETURNING id`,
    values: [tenantId, JSON.stringify(rows), foundAt],
  });
  return new Set(inserted.map(({ id }) => id));
}

/** What was found on a case before. */
export function hitsOfCase(db: Db, tenantId: string, caseId: string): Promise<KnownHit[]> {
  return db.query<KnownHit & Record<string, unknown>>({
    name: 'watch-hits-of-case',
    text: `SELECT id, key, light, status FROM watch_hit WHERE tenant_id = $1 AND case_id = $2
      ORDER BY found_at, id`,
    values: [tenantId, caseId],
  });
}

export interface StatusChange {
  readonly status: HitStatus;
  readonly from: readonly HitStatus[];
  readonly at: Instant;
  readonly by: string | null;
  readonly reason: string | null;
}

/** @returns false where it no longer is what it was thought to be */
export async function changeHitStatus(
  tx: Db,
  tenantId: string,
  id: string,
  { status, from, at, by, reason }: StatusChange,
): Promise<boolean> {
  const changed = await tx.query(
    `UPDATE watch_hit SET status = $3, status_at = $5, status_by = $6, status_reason = $7
     WHERE tenant_id = $1 AND id = $2 AND status = ANY ($4) RETURNING 1`,
    [tenantId, id, status, from, at, by, reason],
  );
  return changed.length > 0;
}

/** @returns false where it was so already */
export async function markHit(
  tx: Db,
  tenantId: string,
  id: string,
  isMarked: boolean,
): Promise<boolean> {
  const changed = await tx.query(
    `UPDATE watch_hit SET is_marked = $3
     WHERE tenant_id = $1 AND id = $2 AND is_marked <> $3 RETURNING 1`,
    [tenantId, id, isMarked],
  );
  return changed.length > 0;
}

/** @returns false where it is no longer open */
export async function setOrdered(
  tx: Db,
  tenantId: string,
  id: string,
  order: { readonly caseId: string; readonly at: Instant; readonly by: ActorRef },
): Promise<boolean> {
  const { caseId, at, by } = order;
  const changed = await tx.query(
    `UPDATE watch_hit SET status = 'ordered', order_case_id = $3, status_at = $4, status_by = $5
     WHERE tenant_id = $1 AND id = $2 AND status = 'open' RETURNING 1`,
    [tenantId, id, caseId, at, by.kind === 'system' ? null : by.name],
  );
  return changed.length > 0;
}

/** Ids of the hits that stand as answered by an order. */
export async function hitsOrderedBy(
  db: Db,
  tenantId: string,
  orderCaseId: string,
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `SELECT id FROM watch_hit WHERE tenant_id = $1 AND status = 'ordered' AND order_case_id = $2
     ORDER BY id`,
    [tenantId, orderCaseId],
  );
  return rows.map(({ id }) => id);
}

/** An open hit, as far as an order about it says it. */
export async function hitForOrder(
  db: Db,
  tenantId: string,
  id: string,
): Promise<{ ruleId: string; orgId?: string; caseId?: string; readonly says: string } | undefined> {
  const [row] = await db.query<{
    rule_id: string;
    org_id: string | null;
    case_id: string | null;
    says: string;
  }>(
    `SELECT rule_id, org_id, case_id, says FROM watch_hit
     WHERE tenant_id = $1 AND id = $2 AND status = 'open'`,
    [tenantId, id],
  );
  if (row === undefined) return undefined;
  return {
    ruleId: row.rule_id,
    says: row.says,
    ...(row.org_id === null ? {} : { orgId: row.org_id }),
    ...(row.case_id === null ? {} : { caseId: row.case_id }),
  };
}
