import type { Db } from '../platform/db/index.ts';
import { audienceNames, columnHeaders, sheetName, taskTypes } from './catalogue.messages.ts';
import { importColumns, listSeparator, type ColumnKey } from './import-columns.ts';
import type { StoredItem } from './item-store.ts';
import { itemStorePg } from './item-store.pg.ts';
import type { Pack } from './pack.ts';
import { writeTable, type TableFormat } from './write-table.ts';

/** The current catalogue in the columns of the import: what is exported can be imported again. */
export async function exportItems(
  db: Db,
  tenantId: string,
  format: TableFormat,
  pack: Pick<Pack, 'organisations' | 'themes'>,
): Promise<Uint8Array> {
  const stored = await itemStorePg(db, tenantId).findCurrent();
  const items = stored.filter(({ definition }) => definition.lifecycle === undefined);
  const orgNames = new Map(pack.organisations.map((org) => [org.id, org.name]));
  const themeNames = new Map(pack.themes.map((theme) => [theme.id, theme.name]));
  const rows = items.map((item) => {
    const cells = cellsOf(item, orgNames, themeNames);
    return importColumns.map(({ key }) => cells[key]);
  });
  return writeItems(rows, format);
}

/** The empty list to fill in. */
export function importTemplate(format: TableFormat): Promise<Uint8Array> {
  return writeItems([], format);
}

function cellsOf(
  { definition, source }: StoredItem,
  orgNames: ReadonlyMap<string, string>,
  themeNames: ReadonlyMap<string, string>,
): Record<ColumnKey, string> {
  const join = (values: readonly string[] | undefined): string =>
    (values ?? []).join(listSeparator);
  return {
    department: orgNames.get(definition.orgId) ?? definition.orgId,
    mainItem: source.mainItem ?? '',
    name: definition.name,
    code: definition.code,
    taskType: taskTypes[definition.taskType] ?? definition.taskType,
    regionCode: source.regionCode ?? '',
    deptCode: source.deptCode ?? '',
    audiences: join(definition.audiences.map((audience) => audienceNames[audience])),
    themes: join(definition.themes.map((id) => themeNames.get(id) ?? id)),
    synonyms: join(definition.synonyms),
    summary: definition.summary,
    link: source.link ?? '',
  };
}

function writeItems(
  rows: readonly (readonly string[])[],
  format: TableFormat,
): Promise<Uint8Array> {
  const header = importColumns.map((column) => column.header);
  const widths = header.map((title) => (title === columnHeaders.name[0] ? 48 : 18));
  return writeTable({ header, rows, sheet: sheetName, widths }, format);
}
