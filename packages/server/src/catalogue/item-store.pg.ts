import type { ItemDefinition } from '@yichuang/kernel/case';
import type { Db } from '../platform/db/index.ts';
import type {
  BrowsePlace,
  ItemFilter,
  ItemOrigin,
  ItemRow,
  ItemSource,
  ItemStore,
  StoredItem,
} from './item-store.ts';

interface StoredColumns {
  readonly definition: ItemDefinition;
  readonly source: ItemSource;
  readonly origin: ItemOrigin;
  readonly newest_version: number;
  readonly superseded_by: string | null;
}

interface ListColumns {
  readonly code: string;
  readonly name: string;
  readonly name_en: string | null;
  readonly org_id: string;
  readonly org_name: string;
  readonly task_type: string;
  readonly audiences: readonly string[];
  readonly themes: readonly string[];
  readonly is_online: boolean;
  readonly handling_mode: string;
  readonly committed_days: number | null;
  readonly visits: number | null;
  readonly synonyms: readonly string[] | null;
}

// A row of an imported list says nothing about visits; its definition has the counter's one.
const listColumns = `
  i.code, i.name, i.definition->>'nameEn' AS name_en, i.org_id, o.name AS org_name, i.task_type,
  i.audiences, i.themes, i.is_online, i.handling_mode,
  (i.definition->'committedLimit'->>'amount')::int AS committed_days,
  CASE WHEN i.origin <> 'import' THEN (i.definition->>'visits')::int END AS visits,
  i.definition->'synonyms' AS synonyms`;

const shownItems = `
  FROM item i JOIN org o ON o.tenant_id = i.tenant_id AND o.id = i.org_id
  WHERE i.tenant_id = $1 AND i.status = 'current' AND i.superseded_by IS NULL
    AND NOT i.is_internal AND NOT i.is_letter`;

/** The catalogue of one tenant in PostgreSQL; in a transaction, `db` is that transaction. */
export function itemStorePg(db: Db, tenantId: string): ItemStore {
  return { ...reading(db, tenantId), ...writing(db, tenantId), ...listing(db, tenantId) };
}

type Reading = Pick<ItemStore, 'findCurrent' | 'findDefinition' | 'findVersionInForce'>;

function reading(db: Db, tenantId: string): Reading {
  return {
    async findCurrent() {
      const rows = await db.query<StoredColumns>(
        `SELECT i.definition, i.source, i.origin, i.superseded_by,
           (SELECT max(version) FROM item v WHERE v.tenant_id = $1 AND v.code = i.code)
             AS newest_version
         FROM item i WHERE i.tenant_id = $1 AND i.status = 'current' ORDER BY i.org_id, i.code`,
        [tenantId],
      );
      return rows.map(({ superseded_by, newest_version, ...item }): StoredItem => ({
        ...item,
        newestVersion: newest_version,
        ...(superseded_by !== null && { supersededBy: superseded_by }),
      }));
    },
    async findDefinition(code, version) {
      const [row] = await db.query<{ definition: ItemDefinition }>({
        name: 'item-definition',
        text: `SELECT definition FROM item
               WHERE tenant_id = $1 AND code = $2
                 AND CASE WHEN $3::int IS NULL THEN status = 'current' ELSE version = $3 END`,
        values: [tenantId, code, version ?? null],
      });
      return row?.definition;
    },
    async findVersionInForce(code, at) {
      const [row] = await db.query<{ version: number }>({
        name: 'item-version-in-force',
        text: `SELECT version FROM item
               WHERE tenant_id = $1 AND code = $2
                 AND (status = 'current' OR (status = 'planned' AND valid_from <= $3))
               ORDER BY status = 'planned' DESC, valid_from DESC, version DESC LIMIT 1`,
        values: [tenantId, code, at],
      });
      return row?.version;
    },
  };
}

type Writing = Pick<ItemStore, 'insertVersionsInTx' | 'lockInTx' | 'markSupersededInTx'>;

function writing(db: Db, tenantId: string): Writing {
  return {
    async insertVersionsInTx(items, at) {
      if (items.length === 0) return;
      const codes = items.map((item) => item.definition.code);
      await db.query(
        `UPDATE item SET status = 'past'
         WHERE tenant_id = $1 AND code = ANY($2) AND status = 'current'`,
        [tenantId, codes],
      );
      await db.query(
        `INSERT INTO item (tenant_id, code, version, name, org_id, task_type, handling_mode,
           is_online, audiences, themes, definition, source, origin, search_terms,
           superseded_by, status, valid_from)
         SELECT $1, d->>'code', (d->>'version')::int, d->>'name', d->>'orgId', d->>'taskType',
           d->>'handlingMode', (d->>'isOnline')::boolean,
           ARRAY(SELECT jsonb_array_elements_text(d->'audiences')),
           ARRAY(SELECT jsonb_array_elements_text(d->'themes')),
           d, r->'source', r->>'origin',
           ARRAY(SELECT jsonb_array_elements_text(r->'searchTerms')),
           r->>'supersededBy', 'current', $3
         FROM jsonb_array_elements($2::jsonb) AS r, LATERAL (SELECT r->'definition' AS d) AS x`,
        [tenantId, JSON.stringify(items), at],
      );
    },
    async lockInTx() {
      await db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `catalogue ${tenantId}`,
      ]);
    },
    async markSupersededInTx(pairs) {
      await db.query(
        `UPDATE item SET superseded_by = p.by
         FROM jsonb_to_recordset($2::jsonb) AS p(code text, by text)
         WHERE item.tenant_id = $1 AND item.code = p.code AND item.status = 'current'
           AND item.superseded_by IS DISTINCT FROM p.by`,
        [tenantId, JSON.stringify(pairs)],
      );
    },
  };
}

type Listing = Omit<ItemStore, keyof Reading | keyof Writing>;

function listing(db: Db, tenantId: string): Listing {
  return {
    async browse(filter, limit, after) {
      const { values, where } = conditions(tenantId, filter);
      const place = after === undefined ? '' : afterPlace(values, after);
      values.push(limit);
      const rows = await db.query<ListColumns>(
        `SELECT ${listColumns} ${shownItems} ${where} ${place}
         ORDER BY i.is_online DESC, i.name, i.code LIMIT $${values.length}`,
        values,
      );
      return rows.map(toRow);
    },
    async count(filter, most) {
      const { values, where } = conditions(tenantId, filter);
      values.push(most);
      const [row] = await db.query<{ count: number }>(
        `SELECT count(*) FROM (SELECT 1 ${shownItems} ${where} LIMIT $${values.length}) AS found`,
        values,
      );
      return row?.count ?? 0;
    },
    async findCandidates(filter, { termGroups, themeIds, orgIds, nameContains }, limit) {
      const { values, where } = conditions(tenantId, filter);
      const wanted = termGroups.map((terms) => {
        values.push(terms);
        return `i.search_terms @> $${values.length}`;
      });
      if (themeIds.length > 0) {
        values.push(themeIds);
        wanted.push(`i.themes && $${values.length}`);
      }
      if (orgIds.length > 0) {
        values.push(orgIds);
        wanted.push(`i.org_id = ANY($${values.length})`);
      }
      if (nameContains !== undefined) {
        values.push(nameContains);
        wanted.push(`strpos(i.name, $${values.length}) > 0`);
      }
      if (wanted.length === 0) return [];
      values.push(limit);
      const rows = await db.query<ListColumns>(
        `SELECT ${listColumns} ${shownItems} ${where} AND (${wanted.join(' OR ')})
         ORDER BY i.is_online DESC, i.name, i.code LIMIT $${values.length}`,
        values,
      );
      return rows.map(toRow);
    },
    async countByTheme() {
      const rows = await db.query<{ theme: string; count: number }>(
        `SELECT theme, count(*) FROM item, unnest(themes) AS theme
         WHERE tenant_id = $1 AND status = 'current' AND superseded_by IS NULL GROUP BY theme`,
        [tenantId],
      );
      return new Map(rows.map((row) => [row.theme, row.count]));
    },
    countByOrganisation: () =>
      db.query<{ orgId: string; name: string; count: number }>(
        `SELECT i.org_id AS "orgId", o.name, count(*) ${shownItems}
         GROUP BY i.org_id, o.name ORDER BY count(*) DESC, o.name`,
        [tenantId],
      ),
  };
}

function conditions(tenantId: string, filter: ItemFilter): { values: unknown[]; where: string } {
  const values: unknown[] = [tenantId];
  const parts: string[] = [];
  const add = (value: unknown, condition: (at: string) => string): void => {
    values.push(value);
    parts.push(`AND ${condition(`$${values.length}`)}`);
  };
  if (filter.audience !== undefined) add(filter.audience, (at) => `${at} = ANY(i.audiences)`);
  if (filter.theme !== undefined) add([filter.theme], (at) => `i.themes @> ${at}`);
  if (filter.orgId !== undefined) add(filter.orgId, (at) => `i.org_id = ${at}`);
  if (filter.onlineOnly === true) parts.push('AND i.is_online');
  return { values, where: parts.join(' ') };
}

/** The next key in (is_online DESC, name, code): a row comparison cannot mix directions. */
function afterPlace(values: unknown[], after: BrowsePlace): string {
  values.push(after.isOnline, after.name, after.code);
  const [online, name, code] = [2, 1, 0].map((back) => `$${values.length - back}`);
  return `AND (i.is_online < ${online} OR
    (i.is_online = ${online} AND (i.name, i.code) > (${name}, ${code})))`;
}

function toRow(row: ListColumns): ItemRow {
  return {
    code: row.code,
    name: row.name,
    ...(row.name_en !== null && { nameEn: row.name_en }),
    orgId: row.org_id,
    orgName: row.org_name,
    taskType: row.task_type,
    audiences: row.audiences,
    themes: row.themes,
    isOnline: row.is_online,
    handlingMode: row.handling_mode,
    ...(row.committed_days !== null && { committedDays: row.committed_days }),
    ...(row.visits !== null && { visits: row.visits }),
    synonyms: row.synonyms ?? [],
  };
}
