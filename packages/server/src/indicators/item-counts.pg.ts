/** What indicators count of the catalogue: the items in force at the end of the period. */
import { startOfDay, addDays, type PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import type { Counts } from './case-counts.pg.ts';

/**
 * A row of an imported list says nothing of visits, and its limits may be of other units than its
 * law's: such items are in no denominator that asks for them.
 * Depth IV 全程网办 means no visit at all (laws.md §6.3: Ⅳ级 ⇒ 0 次).
 */
const COUNTS = {
  items: 'true',
  itemsOnTheSpot: `i.handling_mode = 'on-the-spot'`,
  itemsOnline: 'i.is_online',
  itemsWhole: `i.is_online AND i.visits = 0`,
  itemsVisitsStated: 'i.visits IS NOT NULL',
  itemsAtMostOneVisit: 'i.visits <= 1',
} as const;

const SUMS = {
  itemVisits: 'i.visits',
  itemLawDays: 'CASE WHEN i.is_comparable THEN i.statutory END',
  itemSavedDays: 'CASE WHEN i.is_comparable THEN i.statutory - i.committed END',
  itemMaterials: 'i.materials',
  itemMaterialsHeld: 'i.held',
} as const;

/** Limits of one item are compared within one unit only: the rules say which that is. */
const SELECTED = [
  ...Object.entries(COUNTS).map(
    ([name, when]) => `(count(*) FILTER (WHERE ${when}))::int8 AS "${name}"`,
  ),
  ...Object.entries(SUMS).map(([name, summed]) => `coalesce(sum(${summed}), 0)::int8 AS "${name}"`),
].join(', ');

export const itemCountNames: readonly string[] = [...Object.keys(COUNTS), ...Object.keys(SUMS)];

/** @param calendarRules rules that count calendar days */
export async function countItems(
  db: Db,
  tenantId: string,
  by: 'org' | 'item',
  until: PlainDate,
  calendarRules: readonly string[],
  orgIds?: readonly string[],
): Promise<Map<string, Counts>> {
  const key = by === 'org' ? 'i.org_id' : 'i.code';
  const rows = await db.query<Record<string, number> & { readonly key: string }>(
    `WITH in_force AS (
       SELECT DISTINCT ON (code) code, org_id, handling_mode, is_online, status, definition, origin,
         superseded_by, is_internal, is_letter
       FROM item WHERE tenant_id = $1 AND valid_from < $2 AND status <> 'withdrawn'
       ORDER BY code, valid_from DESC, version DESC),
     counted AS (
       SELECT code, org_id, handling_mode, is_online,
         CASE WHEN origin <> 'import' THEN (definition ->> 'visits')::int END AS visits,
         (definition -> 'statutoryLimit' ->> 'amount')::int AS statutory,
         (definition -> 'committedLimit' ->> 'amount')::int AS committed,
         coalesce(definition ? 'statutoryLimit' AND definition ? 'committedLimit'
           AND ((definition -> 'statutoryLimit' ->> 'ruleId') = ANY ($3))
             = ((definition -> 'committedLimit' ->> 'ruleId') = ANY ($3)), false) AS is_comparable,
         jsonb_array_length(coalesce(definition -> 'materials', '[]')) AS materials,
         (SELECT count(*) FROM jsonb_array_elements(coalesce(definition -> 'materials', '[]')) AS m
           WHERE m ? 'heldAs') AS held
       FROM in_force WHERE status <> 'cancelled' AND superseded_by IS NULL
         AND NOT is_internal AND NOT is_letter)
     SELECT ${key} AS key, ${SELECTED} FROM counted i 
       WHERE $4::text[] IS NULL OR i.org_id = ANY ($4) GROUP BY 1`,
    [tenantId, startOfDay(addDays(until, 1)), calendarRules, orgIds ?? null],
  );
  return new Map(rows.map(({ key: of, ...counts }) => [of, counts]));
}
