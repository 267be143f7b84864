import type { CellValue, Worksheet } from 'exceljs';
import type { RawRows, Unreadable } from './raw-rows.ts';

/** What the compressed parts may come to: a bomb of 10 MB unpacks to gigabytes. */
const maxUnpackedBytes = 120 * 1024 * 1024;

/** The first sheet of an .xlsx as texts. */
export async function readWorkbook(bytes: Uint8Array): Promise<RawRows | Unreadable> {
  const unpacked = unpackedSize(bytes);
  if (unpacked === undefined) return { code: 'file-not-readable', row: 1 };
  if (unpacked > maxUnpackedBytes) return { code: 'file-too-large', row: 1 };
  const sheet = await firstSheet(bytes);
  return sheet === undefined ? { code: 'file-not-readable', row: 1 } : rowsOf(sheet);
}

async function firstSheet(bytes: Uint8Array): Promise<Worksheet | undefined> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  try {
    // Its type asks for a Buffer of an older Node; any ArrayBuffer is read.
    await workbook.xlsx.load(bytes.slice().buffer as never);
  } catch {
    // Whatever the library stumbled over, the person can only save the file anew, and is told.
    return undefined;
  }
  return workbook.worksheets[0];
}

function rowsOf(sheet: Worksheet): RawRows {
  const rows: string[][] = [];
  const width = sheet.columnCount;
  sheet.eachRow({ includeEmpty: true }, (row, number) => {
    const cells = Array.from({ length: width }, (_, i) => textOf(row.getCell(i + 1).value));
    rows[number - 1] = cells;
  });
  return Array.from(rows, (cells) => cells ?? []);
}

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('hyperlink' in value) return typeof value.text === 'string' ? value.text : '';
  if ('result' in value) return textOf(value.result as CellValue);
  return '';
}

/** Sum of the sizes that the zip's directory states; undefined when it has no directory. */
function unpackedSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const least = Math.max(0, bytes.length - 65_557);
  for (let end = bytes.length - 22; end >= least; end -= 1) {
    if (view.getUint32(end, true) !== 0x06054b50) continue;
    return sumOfEntries(view, view.getUint16(end + 10, true), view.getUint32(end + 16, true));
  }
  return undefined;
}

function sumOfEntries(view: DataView, entries: number, start: number): number | undefined {
  let at = start;
  let sum = 0;
  for (let i = 0; i < entries; i += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return undefined;
    sum += view.getUint32(at + 24, true);
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    at += 46 + lengths.reduce((total, length) => total + length, 0);
  }
  return sum;
}
