import type { ItemQuery } from '@yichuang/contracts';
import { instant } from '@yichuang/kernel/time';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../platform/db/test-database.ts';
import {
  browseDepartments,
  browseThemes,
  exportItems,
  getItem,
  importItems,
  loadPack,
  publishCatalogue,
  publishItems,
  searchItems,
  type CatalogueReport,
  type Pack,
} from './index.ts';

const tenant = 'yunxi';
const at = instant('2026-11-22T01:00:00.000Z');

let database: TestDatabase;
let pack: Pack;
let first: CatalogueReport;

beforeAll(async () => {
  database = await createTestDatabase();
  pack = await loadPack(join(import.meta.dirname, '../../../../packs/demo-county'));
  for (const { id, parentId, name, kind } of pack.organisations) {
    await database.db.query(
      'INSERT INTO org (tenant_id, id, parent_id, name, kind) VALUES ($1, $2, $3, $4, $5)',
      [tenant, id, parentId ?? null, name, kind],
    );
  }
  first = await publishCatalogue(database.db, tenant, pack, at);
});
afterAll(() => database.drop());

async function find(query: ItemQuery): Promise<string[]> {
  const page = await searchItems(database.db, tenant, query, pack);
  return page.rows.map((row) => row.name);
}

function csvImport(text: string, isDryRun = false) {
  const bytes = new TextEncoder().encode(text);
  return importItems(database.db, tenant, { bytes, pack, at, isDryRun });
}

/** Rows of the district's list. */
const listed = 1135;
/** With the pack's own items. */
const all = (): number => listed + pack.items.length;
/** Without the rows of the list that an item of the pack's own takes the place of. */
const shown = (): number => all() - pack.superseded.length;

describe('the first start', () => {
  test('imports the whole district and publishes the pack’s own items', () => {
    expect(first.published).toEqual(pack.items.map((item) => item.code));
    expect(first.imported).toMatchObject({
      isApplied: true,
      rows: listed,
      added: listed,
      changed: 0,
    });
    expect(first.imported?.problems.filter((p) => p.severity === 'error')).toEqual([]);
  });

  test('a second start changes nothing', async () => {
    const again = await publishCatalogue(database.db, tenant, pack, at);
    expect(again).toEqual({ published: [], unchanged: pack.items.map((item) => item.code) });
  });

  test('the same list imported again is unchanged, row by row', async () => {
    const { rows } = await searchItems(database.db, tenant, { limit: 1 }, pack);
    expect(rows[0]?.isOnline).toBe(true);
    const bytes = await exportItems(database.db, tenant, 'csv', pack);
    const again = await importItems(database.db, tenant, { bytes, pack, at, isDryRun: false });
    expect(again).toMatchObject({ rows: all(), added: 0, changed: 0, unchanged: all() });
  });

  test('and so is the same list from Excel', async () => {
    const bytes = await exportItems(database.db, tenant, 'xlsx', pack);
    const again = await importItems(database.db, tenant, { bytes, pack, at, isDryRun: true });
    expect(again).toMatchObject({ rows: all(), added: 0, changed: 0, unchanged: all() });
    expect(again.problems.filter((p) => p.severity === 'error')).toEqual([]);
  });

  test('every query that the pack names for a life event finds something', async () => {
    for (const { query } of pack.lifeEvents) {
      expect((await find({ q: query })).length, query).toBeGreaterThan(0);
    }
  });

  test('every synonym group finds all that it promises', async () => {
    for (const { say, find: phrases } of pack.synonyms.groups) {
      const names = (await find({ q: say[0] ?? '', limit: 100 })).map((name) =>
        [name, name.replaceAll(/[（(][^）)]*[）)]/gu, '')].join(' '),
      );
      for (const phrase of phrases) {
        expect(
          names.some((name) => name.includes(phrase)),
          `${say[0]} → ${phrase}`,
        ).toBe(true);
      }
    }
  });
});

describe('search', () => {
  test.each([
    ['开饭店', '开一家餐饮店'],
    ['我想开个饭馆需要什么手续', '开一家餐饮店'],
    ['食品经营许可', '食品经营许可（餐饮服务）'],
    ['施工许可证', '建筑工程施工许可'],
    ['个体户', '个体工商户设立登记'],
    ['身份证丢了怎么办', '居民身份证办理（包括临时）'],
    ['结婚', '结婚登记预约'],
    ['上户口', '户口登记'],
    ['卫生许可证', '公共场所卫生许可（新证）'],
    ['残疾证', '残疾人证新办'],
    ['construction permit', '建筑工程施工许可'],
    ['KTV', '设立歌舞娱乐场所《娱乐经营许可证》核发'],
    ['婚姻登记', '中国内地公民婚姻登记'],
  ])('%s finds %s among the first three', async (q, name) => {
    expect((await find({ q })).slice(0, 3)).toContain(name);
  });

  test('says by which words an item was found when its name does not have them', async () => {
    const { rows } = await searchItems(database.db, tenant, { q: '开饭店' }, pack);
    expect(rows[0]).toMatchObject({
      name: '开一家餐饮店',
      foundBy: '开饭店',
      orgName: '云溪县市场监督管理局',
    });
    const byName = await searchItems(database.db, tenant, { q: '食品经营许可核发' }, pack);
    expect(byName.rows[0]).not.toHaveProperty('foundBy');
  });

  test('the guide of an item that can be filed online is not shown beside it', async () => {
    const names = await find({ q: '建筑工程施工许可', limit: 50 });
    expect(names[0]).toBe('建筑工程施工许可');
    expect(names).not.toContain('建筑工程施工许可证核发');
    expect(names).toContain('建筑工程施工许可证变更');
  });

  test('the name of a department finds its items, its short name too', async () => {
    for (const q of ['住建局', '住房和城乡建设局']) {
      const { rows, total } = await searchItems(database.db, tenant, { q, limit: 5 }, pack);
      expect(total, q).toBeGreaterThanOrEqual(62);
      for (const row of rows) expect(row.orgId).toBe('yunxi/zjj');
    }
  });

  test('one character is sought in the names', async () => {
    expect(await find({ q: '税' })).toEqual(
      expect.arrayContaining(['开具税收完税证明（县级行使）']),
    );
  });

  test.each(["'; DROP TABLE item; --", '%', '<script>alert(1)</script>', '＊＊', '饭\u0000店'])(
    'strange input is only text: %s',
    async (q) => {
      const page = await searchItems(database.db, tenant, { q }, pack);
      expect(page.total).toBeGreaterThanOrEqual(0);
    },
  );

  test('pages of a search join without gap or repetition', async () => {
    const whole = await find({ q: '许可', limit: 100 });
    const parts: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { q: '许可', limit: 7, ...(cursor !== undefined && { cursor }) };
      const page = await searchItems(database.db, tenant, query, pack);
      parts.push(...page.rows.map((row) => row.name));
      cursor = page.nextCursor;
    } while (cursor !== undefined && parts.length < whole.length);
    expect(parts.slice(0, whole.length)).toEqual(whole);
  });
});

describe('browsing', () => {
  test('what can be done online comes first, and pages cover all items once', async () => {
    const codes: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 100, ...(cursor !== undefined && { cursor }) };
      const page = await searchItems(database.db, tenant, query, pack);
      codes.push(...page.rows.map((row) => row.code));
      cursor = page.nextCursor;
      expect(page).toMatchObject({ total: 1000, isTotalCapped: true });
    } while (cursor !== undefined);
    expect(codes).toHaveLength(shown());
    expect(new Set(codes).size).toBe(shown());
    expect(new Set(codes.slice(0, pack.items.length))).toEqual(
      new Set(pack.items.map((item) => item.code)),
    );
  });

  test('by theme, audience and department', async () => {
    const marriage = await searchItems(database.db, tenant, { theme: 'marriage' }, pack);
    expect(marriage.rows.map((row) => row.name)).toContain('离婚登记预约');
    for (const row of marriage.rows) expect(row.audiences).toContain('person');
    const housing = await searchItems(database.db, tenant, { orgId: 'yunxi/zjj' }, pack);
    // As many as in the list, and the joint acceptance.
    expect(housing.total).toBe(63);
    const online = await find({ onlineOnly: true, audience: 'enterprise', limit: 100 });
    const own = pack.items.filter(({ audiences }) => audiences.includes('enterprise'));
    expect(online.toSorted()).toEqual(own.map(({ name }) => name).toSorted());
  });

  test('counts of themes and departments are those of the lists', async () => {
    const departments = await browseDepartments(database.db, tenant);
    expect(departments.length).toBeGreaterThanOrEqual(34);
    expect(departments.reduce((sum, each) => sum + each.count, 0)).toBe(shown());
    for (const theme of await browseThemes(database.db, tenant, pack)) {
      const page = await searchItems(database.db, tenant, { theme: theme.id, limit: 1 }, pack);
      expect(page.total, theme.name).toBe(theme.count);
    }
  });

  test('a cursor that nobody issued starts at the beginning', async () => {
    const start = await find({ limit: 2 });
    for (const cursor of ['x', 'e30', Buffer.from('{"isOnline":1}').toString('base64url')]) {
      expect(await find({ limit: 2, cursor })).toEqual(start);
    }
  });
});

describe('import', () => {
  const header = '部门,事项名称,事项编码,事项类型\r\n';

  test('a dry run counts and changes nothing', async () => {
    const text = `${header}县住建局,测试用的事项,TEST-0001,行政许可\r\n`;
    expect(await csvImport(text, true)).toMatchObject({ added: 1, isApplied: false, problems: [] });
    expect(await find({ q: '测试用的事项' })).toEqual([]);
  });

  test('a changed row becomes a new version; the old one stays for running cases', async () => {
    const row = (name: string): string => `${header}县住建局,${name},TEST-0002,1\r\n`;
    expect(await csvImport(row('鲲鹏'))).toMatchObject({ added: 1, isApplied: true });
    expect(await csvImport(row('凤凰'))).toMatchObject({ changed: 1, isApplied: true });
    expect(await csvImport(row('凤凰'))).toMatchObject({ unchanged: 1 });
    const current = await getItem(database.db, tenant, 'TEST-0002', at);
    expect(current).toMatchObject({ version: 2, name: '凤凰', taskType: '01', isOnline: false });
    expect(await getItem(database.db, tenant, 'TEST-0002', 1)).toMatchObject({ name: '鲲鹏' });
    expect(await find({ q: '鲲鹏' })).toEqual([]);
  });

  test('one error in a file and none of its rows is imported', async () => {
    const text = `${header}县住建局,好的一行,TEST-0003,1\r\n县没有局,坏的一行,TEST-0004,1\r\n`;
    const report = await csvImport(text);
    expect(report).toMatchObject({ isApplied: false, added: 1 });
    expect(report.problems).toEqual([
      {
        row: 3,
        column: '部门',
        cell: 'A3',
        code: 'department-unknown',
        params: { column: '部门', value: '县没有局' },
        severity: 'error',
      },
    ]);
    expect(await find({ q: '好的一行' })).toEqual([]);
  });

  test('an item of the pack cannot be changed by a list', async () => {
    const code = pack.items[0]?.code ?? '';
    const report = await csvImport(`${header}县住建局,改个名字,${code},1\r\n`);
    expect(report.problems).toMatchObject([{ row: 2, code: 'code-of-another-item' }]);
    expect(report.isApplied).toBe(false);
  });

  test('two imports at once: each item has one current version', async () => {
    const text = (name: string): string => `${header}县住建局,${name},TEST-0005,1\r\n`;
    const names = ['甲甲', '乙乙', '丙丙', '丁丁'];
    await Promise.all(names.map((name) => csvImport(text(name))));
    const rows = await database.db.query<{ version: number; status: string }>(
      `SELECT version, status FROM item WHERE tenant_id = $1 AND code = 'TEST-0005'
       ORDER BY version`,
      [tenant],
    );
    expect(rows.map((row) => row.status)).toEqual(['past', 'past', 'past', 'current']);
  });
});

describe('published versions', () => {
  test('content may not change under the same version number', async () => {
    const [item] = pack.items;
    if (item === undefined) throw new Error('the pack has no items');
    const changed = { ...item, summary: '悄悄改过' };
    await expect(publishItems(database.db, tenant, [changed], at)).rejects.toThrow(
      /raise "version"/u,
    );
    const next = { ...changed, version: item.version + 1 };
    expect(await publishItems(database.db, tenant, [next], at)).toMatchObject({
      published: [item.code],
    });
    expect((await getItem(database.db, tenant, item.code, at)).summary).toBe('悄悄改过');
    expect((await getItem(database.db, tenant, item.code, 1)).summary).toBe(item.summary);
  });

  test('the application cannot rewrite a definition', async () => {
    const rewrite = `UPDATE item SET definition = '{}' WHERE tenant_id = $1`;
    await expect(database.db.query(rewrite, [tenant])).rejects.toThrow(/permission denied/u);
    const remove = 'DELETE FROM item WHERE tenant_id = $1';
    await expect(database.db.query(remove, [tenant])).rejects.toThrow(/permission denied/u);
  });
});
