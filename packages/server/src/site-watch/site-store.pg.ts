import type { SiteFinding } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import type { Instant, PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

export async function insertProbe(
  db: Db,
  tenantId: string,
  probe: { at: Instant; path: string; status: number | undefined; ms: number },
): Promise<void> {
  await db.query(
    `INSERT INTO site_probe (tenant_id, at, path, status, ms) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [tenantId, probe.at, probe.path, probe.status ?? null, probe.ms],
  );
}

export async function dropProbes(db: Db, tenantId: string, before: Instant): Promise<void> {
  await db.query('DELETE FROM site_probe WHERE tenant_id = $1 AND at < $2', [tenantId, before]);
}

export interface ProbeCount {
  readonly asked: number;
  readonly failed: number;
}

export async function countProbes(db: Db, tenantId: string, since: Instant): Promise<ProbeCount> {
  const [row] = await db.query<ProbeCount>(
    `SELECT count(*)::int AS asked,
       (count(*) FILTER (WHERE status IS NULL OR status >= 500))::int AS failed
     FROM site_probe WHERE tenant_id = $1 AND at >= $2`,
    [tenantId, since],
  );
  return row ?? { asked: 0, failed: 0 };
}

/** Newest of what the public can read: an answered letter, a guide in a new version. */
export async function newestContent(db: Db, tenantId: string): Promise<Instant | undefined> {
  const [row] = await db.query<{ at: Instant | null }>(
    `SELECT greatest(
       (SELECT max(published_at) FROM published_letter WHERE tenant_id = $1),
       (SELECT max(valid_from) FROM item WHERE tenant_id = $1 AND status = 'current')) AS at`,
    [tenantId],
  );
  return row?.at ?? undefined;
}

/** Letters received before that day to which nobody has answered, and which are still open. */
export async function countUnanswered(
  db: Db,
  tenantId: string,
  before: PlainDate,
): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM letter l
     JOIN cases c ON c.tenant_id = l.tenant_id AND c.id = l.case_id
     WHERE l.tenant_id = $1 AND l.received_on < $2 AND l.answered_on IS NULL AND NOT l.is_withheld
       AND c.phase IN ('received', 'correction-pending', 'accepted')`,
    [tenantId, before],
  );
  return row?.n ?? 0;
}

/** Guides that people can find, a page at a time. */
export async function* currentItems(db: Db, tenantId: string): AsyncGenerator<ItemDefinition> {
  const size = 200;
  let after = '';
  for (;;) {
    const rows = await db.query<{ code: string; definition: ItemDefinition }>(
      `SELECT code, definition FROM item
       WHERE tenant_id = $1 AND status = 'current' AND superseded_by IS NULL AND code > $2
         AND coalesce(definition ->> 'lifecycle', '') = ''
       ORDER BY code LIMIT $3`,
      [tenantId, after, size],
    );
    for (const { definition } of rows) yield definition;
    const last = rows.at(-1);
    if (last === undefined || rows.length < size) return;
    after = last.code;
  }
}

export type FindingRow = Omit<SiteFinding, 'sinceOn'>;

/** What is still found keeps its first day; what is not found any more is gone. */
export async function replaceFindings(
  db: Db,
  tenantId: string,
  kind: SiteFinding['kind'],
  findings: readonly FindingRow[],
  today: PlainDate,
): Promise<void> {
  await db.query(
    `INSERT INTO site_finding (tenant_id, kind, place, name, detail, since_on, seen_on)
     SELECT $1, $2, f.place, f.name, ARRAY(SELECT jsonb_array_elements_text(f.detail)), $3, $3
     FROM jsonb_to_recordset($4) AS f(place text, name text, detail jsonb)
     ON CONFLICT (tenant_id, kind, place) DO UPDATE
       SET name = excluded.name, detail = excluded.detail, seen_on = excluded.seen_on`,
    [tenantId, kind, today, JSON.stringify(findings)],
  );
  await db.query(
    `DELETE FROM site_finding
     WHERE tenant_id = $1 AND kind = $2 AND NOT place = ANY ($3)`,
    [tenantId, kind, findings.map(({ place }) => place)],
  );
}

export async function listFindings(db: Db, tenantId: string, most: number): Promise<SiteFinding[]> {
  return db.query<SiteFinding>(
    `SELECT kind, place, name, detail, since_on AS "sinceOn" FROM (
       SELECT *, row_number() OVER (PARTITION BY kind
         ORDER BY cardinality(detail) DESC, since_on, place) AS n
       FROM site_finding WHERE tenant_id = $1) AS each
     WHERE n <= $2 ORDER BY kind, n`,
    [tenantId, most],
  );
}

export interface FindingCounts {
  readonly deadLinks: number;
  readonly incompleteGuides: number;
  readonly lookedOn: PlainDate | null;
}

/** @param least elements that a guide must lack to count */
export async function countFindings(
  db: Db,
  tenantId: string,
  least: number,
): Promise<FindingCounts> {
  const [row] = await db.query<FindingCounts>(
    `SELECT (count(*) FILTER (WHERE kind = 'dead-link'))::int AS "deadLinks",
       (count(*) FILTER (WHERE kind = 'incomplete-guide'
         AND cardinality(detail) >= $2))::int AS "incompleteGuides",
       (SELECT (value ->> 0)::date FROM setting
        WHERE tenant_id = $1 AND name = 'site-looked-on') AS "lookedOn"
     FROM site_finding WHERE tenant_id = $1`,
    [tenantId, least],
  );
  return row ?? { deadLinks: 0, incompleteGuides: 0, lookedOn: null };
}

export async function noteLook(
  db: Db,
  tenantId: string,
  today: PlainDate,
  at: Instant,
): Promise<void> {
  await db.query(
    `INSERT INTO setting (tenant_id, name, value, changed_at)
     VALUES ($1, 'site-looked-on', jsonb_build_array($2::text), $3)
     ON CONFLICT (tenant_id, name) DO UPDATE
       SET value = excluded.value, changed_at = excluded.changed_at`,
    [tenantId, today, at],
  );
}

export async function readStates(
  db: Db,
  tenantId: string,
): Promise<ReadonlyMap<string, { light: string; since: Instant }>> {
  const rows = await db.query<{ item: string; light: string; since: Instant }>(
    'SELECT item, light, since FROM site_state WHERE tenant_id = $1',
    [tenantId],
  );
  return new Map(rows.map(({ item, light, since }) => [item, { light, since }]));
}

export async function writeState(
  db: Db,
  tenantId: string,
  item: string,
  light: string,
  since: Instant,
): Promise<void> {
  await db.query(
    `INSERT INTO site_state (tenant_id, item, light, since) VALUES ($1, $2, $3, $4)
     ON CONFLICT (tenant_id, item) DO UPDATE SET light = excluded.light, since = excluded.since`,
    [tenantId, item, light, since],
  );
}
