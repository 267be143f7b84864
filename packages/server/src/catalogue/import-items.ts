import type { ItemDefinition } from '@yichuang/kernel/case';
import { canonicalJson } from '@yichuang/kernel/ledger';
import type { Instant } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import { guideItem } from './guide-item.ts';
import type { ImportProblem } from './import-problem.ts';
import { readImportRows, type ImportedRow } from './import-rows.ts';
import type { ItemStore, NewItemVersion, StoredItem } from './item-store.ts';
import { itemStorePg } from './item-store.pg.ts';
import type { Pack } from './pack.ts';
import { readTable } from './read-table.ts';
import { searchTermsOf } from './search-terms.ts';

export type ImportPack = Pick<
  Pack,
  'organisations' | 'themes' | 'departmentAliases' | 'superseded'
>;

export interface ImportRequest {
  readonly bytes: Uint8Array;
  readonly pack: ImportPack;
  readonly at: Instant;
  /** true: says what would happen and changes nothing. */
  readonly isDryRun: boolean;
}

export interface ImportReport {
  readonly isDryRun: boolean;
  /** Whether the catalogue is now as the file says; never with an error in it. */
  readonly isApplied: boolean;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** In the order of the file. */
  readonly problems: readonly ImportProblem[];
}

/**
 * A list of items into the catalogue, whole or not at all: rows add items or new versions of them.
 * Items that the file does not name stay; an import takes nothing away.
 */
export async function importItems(
  db: Db,
  tenantId: string,
  request: ImportRequest,
): Promise<ImportReport> {
  const { bytes, pack, isDryRun } = request;
  const read = await readTable(bytes);
  if (!read.ok) return emptyReport(isDryRun, [read.problem]);
  const context = { organisationOf: organisationsOf(pack), themes: pack.themes };
  const { rows, problems } = readImportRows(read.table, context);
  return db.tx(async (tx) => {
    const store = itemStorePg(tx, tenantId);
    if (!isDryRun) await store.lockInTx();
    const plan = planImport(rows, await store.findCurrent(), pack);
    const all = [...problems, ...plan.problems].sort((a, b) => a.row - b.row);
    const isApplied = !isDryRun && !all.some((problem) => problem.severity === 'error');
    if (isApplied) await apply(store, plan, request);
    return {
      isDryRun,
      isApplied,
      rows: read.table.rows.length,
      added: plan.added.length,
      changed: plan.changed.length,
      unchanged: plan.unchanged,
      problems: all,
    };
  });
}

function emptyReport(isDryRun: boolean, problems: readonly ImportProblem[]): ImportReport {
  const none = { rows: 0, added: 0, changed: 0, unchanged: 0 };
  return { isDryRun, isApplied: false, ...none, problems };
}

function organisationsOf(pack: ImportPack): (name: string) => string | undefined {
  const ids = new Map(pack.departmentAliases.map(({ source, orgId }) => [source, orgId]));
  for (const { id, name, shortName } of pack.organisations) {
    if (shortName !== undefined) ids.set(shortName, id);
    ids.set(name, id);
  }
  return (name) => ids.get(name);
}

interface ImportPlan {
  readonly added: readonly PlannedItem[];
  readonly changed: readonly PlannedItem[];
  readonly unchanged: number;
  readonly problems: readonly ImportProblem[];
}

interface PlannedItem {
  readonly definition: ItemDefinition;
  readonly row: ImportedRow;
}

function planImport(
  rows: readonly ImportedRow[],
  stored: readonly StoredItem[],
  pack: ImportPack,
): ImportPlan {
  const names = new Map(pack.organisations.map((org) => [org.id, org.name]));
  const current = new Map(stored.map((item) => [item.definition.code, item]));
  const added: PlannedItem[] = [];
  const changed: PlannedItem[] = [];
  const problems: ImportProblem[] = [];
  for (const row of rows) {
    const guide = guideItem(row, names.get(row.orgId) ?? '');
    const known = current.get(row.code);
    if (known === undefined) added.push({ definition: { ...guide, version: 1 }, row });
    else if (known.origin !== 'import') problems.push(...problemOfDesigned(row, known.definition));
    else if (isChanged(known, guide, row)) {
      changed.push({ definition: { ...guide, version: known.newestVersion + 1 }, row });
    }
  }
  const unchanged = rows.length - added.length - changed.length - problems.length;
  return { added, changed, unchanged, problems };
}

/** An export names the pack's items too; reading it back is no attempt to change them. */
function problemOfDesigned(row: ImportedRow, item: ItemDefinition): ImportProblem[] {
  if (row.name === item.name && row.orgId === item.orgId && row.taskType === item.taskType) {
    return [];
  }
  const params = { value: row.code };
  return [{ row: row.row, code: 'code-of-another-item', params, severity: 'error' }];
}

function isChanged(
  known: StoredItem,
  guide: Omit<ItemDefinition, 'version'>,
  row: ImportedRow,
): boolean {
  const { version: _, ...stored } = known.definition;
  return (
    canonicalJson(stored) !== canonicalJson(guide) ||
    canonicalJson(known.source) !== canonicalJson(row.source)
  );
}

async function apply(store: ItemStore, plan: ImportPlan, request: ImportRequest): Promise<void> {
  const by = new Map(request.pack.superseded.map((pair) => [pair.code, pair.by]));
  const versions = [...plan.added, ...plan.changed].map(({ definition, row }): NewItemVersion => {
    const shownInstead = by.get(definition.code);
    return {
      definition,
      source: row.source,
      origin: 'import',
      searchTerms: searchTermsOf(definition),
      ...(shownInstead !== undefined && { supersededBy: shownInstead }),
    };
  });
  await store.insertVersionsInTx(versions, request.at);
}
