import { parse, CsvError } from 'csv-parse/sync';
import type { ImportProblem } from './import-problem.ts';
import type { RawRows, Unreadable } from './raw-rows.ts';
import { readWorkbook } from './read-workbook.ts';

/** A table as a spreadsheet shows it: rows counted from 1, the header being row 1. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

export const maxFileBytes = 10 * 1024 * 1024;
export const maxRows = 20_000;

export type TableResult =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly problem: ImportProblem };

export function tableProblem(
  code: ImportProblem['code'],
  row = 1,
  params: ImportProblem['params'] = {},
): { readonly ok: false; readonly problem: ImportProblem } {
  return { ok: false, problem: { row, code, params, severity: 'error' } };
}

/** CSV or Excel, told apart by content: people rename files. */
export async function readTable(bytes: Uint8Array): Promise<TableResult> {
  if (bytes.length === 0) return tableProblem('file-empty');
  if (bytes.length > maxFileBytes) {
    return tableProblem('file-too-large', 1, { maximum: maxFileBytes / 1024 / 1024 });
  }
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const read = isZip ? await readWorkbook(bytes) : readCsv(bytes);
  if ('code' in read) return tableProblem(read.code, read.row);
  return toTable(read);
}

function toTable(raw: RawRows): TableResult {
  const [header, ...rest] = raw.map((cells) => cells.map((cell) => cell.trim()));
  const rows = rest
    .map((cells, i) => ({ row: i + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (header === undefined || rows.length === 0) return tableProblem('file-empty');
  if (rows.length > maxRows)
    return tableProblem('too-many-rows', maxRows + 2, { maximum: maxRows });
  const broken = rows.find(({ cells }) => cells.slice(header.length).some((cell) => cell !== ''));
  if (broken !== undefined) return tableProblem('row-broken', broken.row);
  return { ok: true, table: { header, rows } };
}

function readCsv(bytes: Uint8Array): RawRows | Unreadable {
  const text = decodeText(bytes);
  if (typeof text !== 'string') return text;
  const [firstLine = ''] = text.split('\n', 1);
  const delimiter = [',', '\t', ';'].find((each) => firstLine.includes(each)) ?? ',';
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const records = (error as { readonly records?: unknown }).records;
    return { code: 'row-broken', row: typeof records === 'number' ? records + 1 : 1 };
  }
}

/**
 * UTF-8 with or without its mark, UTF-16 with its mark, else GB 18030, which Excel in China writes
 * as "CSV" without telling. Bytes that are neither are refused and not read as question marks.
 */
function decodeText(bytes: Uint8Array): string | Unreadable {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return { code: 'file-not-readable', row: 1 };
  for (const encoding of ['utf-8', 'gb18030']) {
    const text = decodeAs(encoding, bytes);
    if (text !== undefined) return text;
  }
  return { code: 'encoding-unknown', row: 1 };
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
