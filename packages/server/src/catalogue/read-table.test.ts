import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { importTemplate } from './export-items.ts';
import { importColumns } from './import-columns.ts';
import { importProblemTexts as en } from './messages.en.ts';
import { importProblemTexts as zh } from './messages.zh-CN.ts';
import { columnLetter, readImportRows, type RowContext } from './import-rows.ts';
import { maxFileBytes, readTable } from './read-table.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** 部门,事项名称 / 住建局,施工许可 in GBK, as Excel in China saves "CSV". */
const gbk = Uint8Array.from(
  Buffer.from('b2bfc3c52ccac2cfeec3fbb3c60d0ad7a1bda8bed62ccaa9b9a4d0edbfc90d0a', 'hex'),
);

async function rowsOf(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const read = await readTable(bytes);
  if (!read.ok) throw new Error(read.problem.code);
  return [read.table.header, ...read.table.rows.map((row) => row.cells)];
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  const read = await readTable(bytes);
  return read.ok ? 'ok' : read.problem.code;
}

describe('reading a table', () => {
  const table = [
    ['部门', '事项名称'],
    ['住建局', '施工许可'],
  ];

  test('UTF-8 with and without its mark, UTF-16 with it, GBK', async () => {
    const text = '部门,事项名称\r\n住建局,施工许可\r\n';
    const utf16 = Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    for (const bytes of [utf8(text), utf8(`\uFEFF${text}`), utf16, gbk]) {
      expect(await rowsOf(bytes)).toEqual(table);
    }
  });

  test('tabs and semicolons divide too; quoted cells may have line breaks', async () => {
    expect(await rowsOf(utf8('部门\t事项名称\n住建局\t施工许可\n'))).toEqual(table);
    expect(await rowsOf(utf8('部门;事项名称\n住建局;施工许可\n'))).toEqual(table);
    const broken = await rowsOf(utf8('a,b\n"x\ny","he said ""no"""\n'));
    expect(broken[1]).toEqual(['x\ny', 'he said "no"']);
  });

  test('rows are counted as the spreadsheet shows them, empty ones too', async () => {
    const read = await readTable(utf8('a,b\n\n1,2\n,\n3,4\n'));
    expect(read.ok && read.table.rows.map((row) => row.row)).toEqual([3, 5]);
  });

  test('Excel: texts, numbers, dates, formulas, rich text and links become texts', async () => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('x');
    sheet.addRow(['a', 'b', 'c', 'd', 'e', 'f']);
    sheet.addRow([
      'text',
      511602000000,
      new Date(Date.UTC(2026, 10, 22)),
      { formula: '1+1', result: 2 },
      { richText: [{ text: '建筑' }, { text: '施工' }] },
      { text: 'link', hyperlink: 'https://example.invalid' },
    ]);
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const [, row] = await rowsOf(bytes);
    expect(row).toEqual(['text', '511602000000', '2026-11-22', '2', '建筑施工', 'link']);
  });

  test('bad files get a sentence of their own', async () => {
    expect(await codeOf(new Uint8Array())).toBe('file-empty');
    expect(await codeOf(utf8('部门,事项名称\n'))).toBe('file-empty');
    expect(await codeOf(utf8('PK is not a zip'))).toBe('file-not-readable');
    expect(await codeOf(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))).toBe('file-not-readable');
    expect(await codeOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toBe('file-not-readable');
    expect(await codeOf(Uint8Array.from([0x61, 0x2c, 0xff, 0xff, 0x0a]))).toBe('encoding-unknown');
    expect(await codeOf(utf8('a,b\n1,"2\n'))).toBe('row-broken');
    expect(await codeOf(utf8('a,b\n1,2,3\n'))).toBe('row-broken');
    expect(await codeOf(new Uint8Array(maxFileBytes + 1))).toBe('file-too-large');
    expect(await codeOf(utf8(`a\n${'1\n'.repeat(20_001)}`))).toBe('too-many-rows');
  });

  test('a workbook that would unpack to gigabytes is refused by its directory', async () => {
    const workbook = new exceljs.Workbook();
    workbook.addWorksheet('x').addRow(['a']);
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 46; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 2_000_000_000, true);
    }
    expect(await codeOf(bytes)).toBe('file-too-large');
  });
});

const context: RowContext = {
  organisationOf: (name) => (name === '县住建局' ? 'yunxi/zjj' : undefined),
  themes: [
    {
      id: 'construction',
      name: '工程建设',
      nameEn: 'Construction',
      audience: 'enterprise',
      keywords: ['施工'],
    },
  ],
};

async function importRows(text: string) {
  const read = await readTable(utf8(text));
  if (!read.ok) throw new Error(read.problem.code);
  return readImportRows(read.table, context);
}

describe('rows of an import', () => {
  const header = '部门,事项名称,事项编码,事项类型';

  test('a good row, with its themes and audience found by its name', async () => {
    const { rows, problems } = await importRows(`${header}\n县住建局,施工许可,A-001,1\n`);
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([
      { row: 2, taskType: '01', themes: ['construction'], audiences: ['enterprise'] },
    ]);
  });

  test('headers in English and with blanks and stars are known', async () => {
    const english = 'Department,Name *,item_code,Task Type\n县住建局,施工许可,A-001,行政许可\n';
    expect((await importRows(english)).rows).toHaveLength(1);
  });

  test.each([
    ['县住建局,,A-001,1', 'cell-empty', 'B2'],
    ['没有局,施工许可,A-001,1', 'department-unknown', 'A2'],
    ['县住建局,施工许可,A 001,1', 'code-not-in-form', 'C2'],
    ['县住建局,施工许可,A-001,99', 'task-type-unknown', 'D2'],
    [`县住建局,${'长'.repeat(201)},A-001,1`, 'cell-too-long', 'B2'],
  ])('%s is refused as %s at %s', async (row, code, cell) => {
    const { rows, problems } = await importRows(`${header}\n${row}\n`);
    expect(rows).toEqual([]);
    expect(problems).toMatchObject([{ row: 2, cell, code, severity: 'error' }]);
  });

  test('a code that is there twice names the first row', async () => {
    const row = '县住建局,施工许可,A-001,1';
    const { problems } = await importRows(`${header}\n${row}\n${row}\n`);
    expect(problems).toMatchObject([{ row: 3, code: 'code-twice', params: { row: 2 } }]);
  });

  test('a wrong check digit in a code is told and the row is taken', async () => {
    const code = '511A0138000000-511602000000-000-115113010833722044-1-00';
    const { rows, problems } = await importRows(`${header}\n县住建局,施工许可,${code},1\n`);
    expect(rows).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'code-check-digit', severity: 'warning' }]);
  });

  test('unknown, missing and doubled columns', async () => {
    const extra = await importRows(`${header},备注\n县住建局,施工许可,A-001,1,x\n`);
    expect(extra.problems).toMatchObject([
      { row: 1, cell: 'E1', code: 'column-unknown', severity: 'warning' },
    ]);
    const missing = await importRows('部门,事项名称,事项编码\n县住建局,施工许可,A-001\n');
    expect(missing.problems).toMatchObject([{ code: 'column-missing', column: '事项类型' }]);
    const twice = await importRows(`${header},名称\n县住建局,施工许可,A-001,1,x\n`);
    expect(twice.problems).toMatchObject([{ code: 'column-twice', cell: 'E1' }]);
  });

  test('themes and audiences that the list names itself', async () => {
    const columns = `${header},主题,服务对象`;
    const good = await importRows(`${columns}\n县住建局,许可,A-001,1,工程建设,个人、企业\n`);
    expect(good.rows).toMatchObject([
      { themes: ['construction'], audiences: ['person', 'enterprise'] },
    ]);
    const bad = await importRows(`${columns}\n县住建局,许可,A-001,1,没有主题,外星人\n`);
    expect(bad.problems.map((problem) => problem.code)).toEqual([
      'theme-unknown',
      'audience-unknown',
    ]);
  });

  test('columns are lettered as in a spreadsheet', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });
});

test('the template has every column and is refused as empty', async () => {
  for (const format of ['csv', 'xlsx'] as const) {
    expect(await codeOf(await importTemplate(format))).toBe('file-empty');
  }
  const text = new TextDecoder().decode(await importTemplate('csv'));
  expect(text.trim().split(',')).toEqual(importColumns.map((column) => column.header));
});

test('both languages say the same parameters of every problem', () => {
  const params = (text: string): string[] => [...text.matchAll(/\{\w+\}/gu)].map(String).sort();
  expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  for (const code of Object.keys(en) as (keyof typeof en)[]) {
    expect(params(zh[code]), code).toEqual(params(en[code]));
  }
});
