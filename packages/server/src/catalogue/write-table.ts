export type TableFormat = 'csv' | 'xlsx';

export interface TableToWrite {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly sheet: string;
  /** Of the first columns, in characters; 18 for the others. */
  readonly widths?: readonly number[];
}

const WIDTH = 18;

/** A table as `readTable` reads it. */
export async function writeTable(table: TableToWrite, format: TableFormat): Promise<Uint8Array> {
  return format === 'csv' ? writeCsv([table.header, ...table.rows]) : writeWorkbook(table);
}

/** With the mark of UTF-8, by which Excel knows the encoding. */
function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const cell = (text: string): string =>
    /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = rows.map((cells) => `${cells.map(cell).join(',')}\r\n`);
  return new TextEncoder().encode(`\uFEFF${lines.join('')}`);
}

async function writeWorkbook(table: TableToWrite): Promise<Uint8Array> {
  const { header, rows, sheet: name, widths = [] } = table;
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = header.map((title, i) => ({ header: title, width: widths[i] ?? WIDTH }));
  // Codes of digits only would be shown as 5.11E+11 were they not texts.
  for (const cells of rows) sheet.addRow(cells);
  sheet.getRow(1).font = { bold: true };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
