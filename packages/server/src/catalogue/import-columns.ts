import { columnHeaders } from './catalogue.messages.ts';

export type ColumnKey = keyof typeof columnHeaders;

/** A column of a list of items, as clerks keep it in a spreadsheet. */
export interface ImportColumn {
  readonly key: ColumnKey;
  /** Header that the template and the export write. */
  readonly header: string;
  /** Headers that mean it, in lower case without blanks, `_` and `*`. */
  readonly calledBy: readonly string[];
  readonly isRequired: boolean;
  readonly maxLength: number;
}

function column(key: ColumnKey, maxLength: number, isRequired = false): ImportColumn {
  const calledBy = columnHeaders[key];
  return { key, header: calledBy[0], calledBy, isRequired, maxLength };
}

/** In the order of the template and the export. */
export const importColumns: readonly ImportColumn[] = [
  column('department', 100, true),
  column('mainItem', 200),
  column('name', 200, true),
  column('code', 60, true),
  column('taskType', 20, true),
  column('regionCode', 12),
  column('deptCode', 40),
  column('audiences', 20),
  column('themes', 200),
  column('synonyms', 200),
  column('summary', 1000),
  column('link', 500),
];

export function columnOf(header: string): ImportColumn | undefined {
  const asked = header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_*]/gu, '');
  return importColumns.find((each) => each.calledBy.includes(asked));
}

/** Several values in one cell. */
export const listSeparator = '、';

export function splitCell(cell: string): string[] {
  return cell
    .split(/[、，,；;|]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
