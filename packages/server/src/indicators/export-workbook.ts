/** The tables as a workbook, with a sheet that says what each column means. */
import type { Figure, IndicatorReport, PersonReport } from '@yichuang/contracts';
import type { Worksheet } from 'exceljs';
import type { Language } from '../platform/refusal.ts';
import { exportTexts } from './export.messages.ts';

type Cell = string | number | null;

export async function exportWorkbook(
  report: IndicatorReport,
  persons: PersonReport,
  language: Language,
): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  const texts = exportTexts[language];
  const add = (name: string): Worksheet =>
    workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }] });
  fillFigures(add(texts.figures), report, texts);
  fillCounts(add(texts.counts), report, texts);
  fillPersons(add(texts.persons), persons, texts);
  fillFormulas(add(texts.formulas), report, texts);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

type Texts = (typeof exportTexts)[Language];

/**
 * What begins like a formula is a text here and stays one: a name that somebody typed must not be
 * reckoned by whoever opens the file.
 */
export function plainCell(value: Cell): Cell {
  return typeof value === 'string' && /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
}

function addRow(sheet: Worksheet, cells: readonly Cell[]): void {
  sheet.addRow(cells.map(plainCell));
}

function head(sheet: Worksheet, cells: readonly string[], firstWidth = 28): void {
  addRow(sheet, cells);
  sheet.getRow(1).font = { bold: true };
  sheet.columns.forEach((column, i) => (column.width = i === 0 ? firstWidth : 14));
}

function valueOf({ value }: Figure): number | null {
  return value ?? null;
}

function fillFigures(sheet: Worksheet, report: IndicatorReport, texts: Texts): void {
  head(sheet, [texts.office, ...report.indicators.map(({ name }) => name)]);
  for (const row of [report.total, ...report.rows]) {
    const figures = report.indicators.map(({ id }) => row.figures[id]);
    addRow(sheet, [row.name, ...figures.map((one) => (one === undefined ? null : valueOf(one)))]);
  }
  report.indicators.forEach(({ kind }, i) => {
    if (kind === 'share') sheet.getColumn(i + 2).numFmt = '0.00%';
  });
}

/** Numerator and denominator: whoever doubts a share divides for themselves. */
function fillCounts(sheet: Worksheet, report: IndicatorReport, texts: Texts): void {
  head(sheet, [
    texts.office,
    ...report.indicators.flatMap(({ name }) => [`${name} ${texts.of}`, `${name} ${texts.per}`]),
  ]);
  for (const row of [report.total, ...report.rows]) {
    const cells = report.indicators.flatMap(({ id }) => {
      const figure = row.figures[id];
      return [figure?.of ?? null, figure?.per ?? null];
    });
    addRow(sheet, [row.name, ...cells]);
  }
}

function fillPersons(sheet: Worksheet, { rows }: PersonReport, texts: Texts): void {
  head(sheet, texts.personHeads, 14);
  for (const row of rows) {
    addRow(sheet, [
      row.name,
      row.orgName,
      row.decided,
      row.withLimit,
      row.late,
      row.onTimeShare ?? null,
      row.medianWorkingDays ?? null,
      row.rejected,
      row.inBatch,
      row.inOthersPlace,
    ]);
  }
}

function fillFormulas(sheet: Worksheet, report: IndicatorReport, texts: Texts): void {
  head(sheet, texts.formulaHeads);
  sheet.getColumn(2).width = 100;
  addRow(sheet, [texts.period, `${report.from} — ${report.until}`, '']);
  addRow(sheet, [texts.asOf, report.asOf, '']);
  for (const { name, formula, basis = '' } of report.indicators)
    addRow(sheet, [name, formula, basis]);
}
