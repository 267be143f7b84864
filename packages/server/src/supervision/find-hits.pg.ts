import type { WatchHitQuery, WatchHitStatus, WatchKindName } from '@yichuang/contracts';
import type { PersonRef } from '@yichuang/kernel/case';
import type { Instant } from '@yichuang/kernel/time';
import type { FactValue } from '@yichuang/kernel/watch';
import type { Db } from '../platform/db/index.ts';
import { notHidden } from './hidden-letters.pg.ts';
import type { HitScope } from './hit-scope.ts';
import type { HitEvidence } from './hit-store.pg.ts';

export interface HitRow {
  readonly id: string;
  readonly rule_id: string;
  readonly rule_version: number;
  readonly kind: WatchKindName;
  readonly light: 'yellow' | 'red';
  readonly status: WatchHitStatus;
  readonly is_marked: boolean;
  readonly says: string;
  readonly says_en: string | null;
  readonly case_id: string | null;
  readonly number: string | null;
  readonly item_code: string | null;
  readonly item_name: string | null;
  readonly org_id: string | null;
  readonly people: readonly PersonRef[];
  readonly at: Instant;
  readonly found_at: Instant;
  readonly evidence: readonly HitEvidence[];
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly order_case_id: string | null;
}

export interface HitPlace {
  readonly at: Instant;
  readonly id: string;
}

type Filter = Omit<WatchHitQuery, 'cursor' | 'limit' | 'orgId'> & {
  readonly orgIds?: readonly string[];
};

type Give = (value: unknown) => string;

function conditions(scope: HitScope, filter: Filter, give: Give): string {
  const { orgIds, kind, light, status, itemCode, personId, ruleId, caseId, isMarked } = filter;
  const equal = (column: string, value: unknown): string[] =>
    value === undefined ? [] : [`h.${column} = ${give(value)}`];
  return [
    'h.tenant_id = $1',
    ...(scope.isSpecial ? [] : ['NOT h.is_withheld']),
    notHidden('h.case_id', scope, give),
    ...(scope.orgIds === undefined
      ? []
      : [`h.org_id = ANY (${give(scope.orgIds)}) AND h.light = 'red' AND h.kind <> 'anomaly'`]),
    ...(orgIds === undefined ? [] : [`h.org_id = ANY (${give(orgIds)})`]),
    ...equal('kind', kind),
    ...equal('light', light),
    ...equal('status', status),
    ...equal('item_code', itemCode),
    ...equal('rule_id', ruleId),
    ...equal('case_id', caseId),
    ...equal('is_marked', isMarked),
    ...(personId === undefined ? [] : [`${give(personId)} = ANY (h.person_ids)`]),
  ].join(' AND ');
}

/** Newest first, behind the place where the page before ended. */
export function findHits(
  db: Db,
  tenantId: string,
  scope: HitScope,
  filter: Filter,
  page: { readonly after: HitPlace | undefined; readonly most: number },
): Promise<HitRow[]> {
  const values: unknown[] = [tenantId, page.most];
  const give: Give = (value) => `$${values.push(value)}`;
  const where = conditions(scope, filter, give);
  const { after } = page;
  const behind =
    after === undefined
      ? 'true'
      : `(h.found_at, h.id) < (${give(after.at)}, ${give(after.id)}::uuid)`;
  return db.query<HitRow & Record<string, unknown>>(
    `SELECT h.*, c.number, coalesce(c.item_name, (SELECT i.name FROM item i WHERE i.tenant_id = $1
       AND i.code = h.item_code ORDER BY i.version DESC LIMIT 1)) AS item_name
     FROM (SELECT * FROM watch_hit h WHERE ${where} AND ${behind}
       ORDER BY h.found_at DESC, h.id DESC LIMIT $2) AS h
     LEFT JOIN cases c ON c.tenant_id = $1 AND c.id = h.case_id
     ORDER BY h.found_at DESC, h.id DESC`,
    values,
  );
}

export async function findHit(
  db: Db,
  tenantId: string,
  scope: HitScope,
  id: string,
): Promise<HitRow | undefined> {
  const values: unknown[] = [tenantId, id];
  const where = conditions(scope, {}, (value) => `$${values.push(value)}`);
  const [row] = await db.query<HitRow & Record<string, unknown>>(
    `SELECT h.*, c.number, coalesce(c.item_name, (SELECT i.name FROM item i WHERE i.tenant_id = $1
       AND i.code = h.item_code ORDER BY i.version DESC LIMIT 1)) AS item_name
     FROM watch_hit h LEFT JOIN cases c ON c.tenant_id = $1 AND c.id = h.case_id
     WHERE ${where} AND h.id = $2`,
    values,
  );
  return row;
}

export interface HitCount {
  readonly kind: string;
  readonly light: string;
  readonly status: string;
  readonly org_id: string | null;
  readonly hits: number;
}

/** All that somebody sees, counted by what a list can be narrowed to. */
export function countHits(db: Db, tenantId: string, scope: HitScope): Promise<HitCount[]> {
  const values: unknown[] = [tenantId];
  const where = conditions(scope, {}, (value) => `$${values.push(value)}`);
  return db.query<HitCount & Record<string, unknown>>(
    `SELECT kind, light, status, org_id, count(*)::int AS hits FROM watch_hit h WHERE ${where}
     GROUP BY kind, light, status, org_id`,
    values,
  );
}

/** What a list can be narrowed to, with the hits behind it. */
export interface HitChoice {
  readonly key: string;
  readonly name: string;
  readonly hits: number;
}

/** Items with hits, most first, by the name of their newest version. */
export function itemsOfHits(db: Db, tenantId: string, scope: HitScope): Promise<HitChoice[]> {
  const values: unknown[] = [tenantId];
  const where = conditions(scope, {}, (value) => `$${values.push(value)}`);
  return db.query<HitChoice & Record<string, unknown>>(
    `SELECT h.key, coalesce((SELECT i.name FROM item i WHERE i.tenant_id = $1 AND i.code = h.key
       ORDER BY i.version DESC LIMIT 1), h.key) AS name, h.hits
     FROM (SELECT h.item_code AS key, count(*)::int AS hits FROM watch_hit h
       WHERE ${where} AND h.item_code IS NOT NULL GROUP BY 1) AS h
     ORDER BY h.hits DESC, h.key`,
    values,
  );
}

/** People that hits are about, most first, by the name of the newest hit; the system is nobody. */
export function peopleOfHits(db: Db, tenantId: string, scope: HitScope): Promise<HitChoice[]> {
  const values: unknown[] = [tenantId];
  const where = conditions(scope, {}, (value) => `$${values.push(value)}`);
  return db.query<HitChoice & Record<string, unknown>>(
    `SELECT p."personId" AS key, count(DISTINCT h.id)::int AS hits,
       (array_agg(p.name ORDER BY h.found_at DESC))[1] AS name
     FROM watch_hit h
     CROSS JOIN LATERAL json_to_recordset(h.people) AS p("personId" text, name text)
     WHERE ${where} AND p."personId" <> 'system' GROUP BY 1 ORDER BY hits DESC, key`,
    values,
  );
}

export interface EvidenceRow {
  readonly case_id: string;
  readonly number: string;
  readonly seq: number;
  readonly at: Instant;
  readonly type: string;
  readonly by: string;
  readonly words: string | null;
  readonly hash: string;
  readonly can_open: boolean;
}

/** The events that a hit rests on, as they are now; none of a letter that is hidden. */
export function findEvidence(
  db: Db,
  tenantId: string,
  scope: HitScope,
  evidence: readonly HitEvidence[],
  readers: readonly string[],
): Promise<EvidenceRow[]> {
  const values: unknown[] = [tenantId, JSON.stringify(evidence), readers];
  const shown = notHidden('e.case_id', scope, (value) => `$${values.push(value)}`);
  return db.query<EvidenceRow & Record<string, unknown>>(
    `SELECT e.case_id, c.number, e.seq, e.at, e.type, e.actor ->> 'name' AS by, e.hash,
       coalesce(e.data ->> 'opinion', e.data ->> 'reason') AS words,
       EXISTS (SELECT 1 FROM case_reader r WHERE r.tenant_id = $1 AND r.case_id = e.case_id
         AND r.reader = ANY ($3)) AS can_open
     FROM json_to_recordset($2) AS w("caseId" uuid, seq int)
     JOIN event e ON e.tenant_id = $1 AND e.case_id = w."caseId" AND e.seq = w.seq
     JOIN cases c ON c.tenant_id = $1 AND c.id = e.case_id
     WHERE ${shown} ORDER BY e.at, e.case_id, e.seq`,
    values,
  );
}
