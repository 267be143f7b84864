import { instant } from '@yichuang/kernel/time';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../platform/db/test-database.ts';
import { buildApp, platformRefusals, type App, type Session } from '../platform/http/index.ts';
import { catalogueRoutes, loadPack, publishCatalogue, type Pack } from './index.ts';

const at = instant('2026-11-22T01:00:00.000Z');
const tenantId = 'yunxi';

const clerk: Session = {
  id: 'clerk',
  tenantId,
  kind: 'staff',
  personId: 'p1',
  accountId: 'a1',
  posts: [],
  mustChangePassword: false,
};
const sessions: Readonly<Record<string, Session>> = {
  clerk,
  administrator: { ...clerk, id: 'administrator' },
};

let database: TestDatabase;
let pack: Pack;
let app: App;

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  pack = await loadPack(join(import.meta.dirname, '../../../../packs/demo-county'));
  for (const { id, parentId, name, kind } of pack.organisations) {
    await db.query(
      'INSERT INTO org (tenant_id, id, parent_id, name, kind) VALUES ($1, $2, $3, $4, $5)',
      [tenantId, id, parentId ?? null, name, kind],
    );
  }
  await publishCatalogue(db, tenantId, pack, at);
  app = await buildApp({
    config: { publicUrl: 'http://county.test', trustProxy: false, logLevel: 'silent' },
    guard: {
      findSession: (token) => Promise.resolve(sessions[token]),
      permits: ({ id }, action) => id === 'administrator' && action === 'item:import',
    },
    refusals: platformRefusals,
    readiness: {},
  });
  catalogueRoutes(app, { db, tenantId, pack, clock: { now: () => at } });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const as = (token: string): { authorization: string } => ({ authorization: `Bearer ${token}` });

function upload(text: string, query = '', token = 'administrator', language = 'zh-CN') {
  const boundary = 'x-boundary';
  const head = 'Content-Disposition: form-data; name="file"; filename="list.csv"';
  return app.inject({
    method: 'POST',
    url: `/api/admin/items/import${query}`,
    headers: {
      ...as(token),
      'accept-language': language,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: `--${boundary}\r\n${head}\r\n\r\n${text}\r\n--${boundary}--\r\n`,
  });
}

describe('the public catalogue', () => {
  test('finds, filters and pages', async () => {
    const found = await app.inject(`/api/items?q=${encodeURIComponent('开饭店')}&limit=1`);
    expect(found.statusCode).toBe(200);
    const page = found.json<{ rows: { name: string }[]; nextCursor: string }>();
    expect(page.rows.map((row) => row.name)).toEqual(['开一家餐饮店']);
    const next = await app.inject(
      `/api/items?q=${encodeURIComponent('开饭店')}&limit=1&cursor=${page.nextCursor}`,
    );
    expect(next.json<typeof page>().rows[0]?.name).toBe('食品经营许可（餐饮服务）');
    const online = await app.inject('/api/items?onlineOnly=true');
    expect(online.json<typeof page>().rows).toHaveLength(pack.items.length);
  });

  test('shows an item whole, and says so when there is none', async () => {
    const item = await app.inject('/api/items/11999921YYYY00039H4000117001001');
    expect(item.json()).toMatchObject({ name: '建筑工程施工许可', statutoryLimit: { amount: 7 } });
    const second = await app.inject('/api/items/11999921YYYY00039H4000117001001?version=2');
    expect(second.statusCode).toBe(404);
    expect((await app.inject('/api/items/none')).json()).toMatchObject({ code: 'page-not-found' });
  });

  test('lists departments, themes and life events', async () => {
    expect((await app.inject('/api/departments')).json()).toHaveLength(34);
    expect((await app.inject('/api/themes')).json()).toContainEqual(
      expect.objectContaining({ id: 'marriage', name: '婚姻登记' }),
    );
    expect((await app.inject('/api/life-events')).json()).toHaveLength(12);
  });

  test.each(['?limit=0', '?limit=x', '?audience=alien', `?q=${'a'.repeat(101)}`])(
    'refuses the query %s',
    async (query) => {
      expect((await app.inject(`/api/items${query}`)).statusCode).toBe(400);
    },
  );
});

describe('import and export', () => {
  const header = '部门,事项名称,事项编码,事项类型\r\n';

  test('nobody, then a clerk, then the administrator', async () => {
    const text = `${header}县住建局,权限测试,ROUTE-1,1\r\n`;
    expect((await upload(text, '', 'nobody')).statusCode).toBe(401);
    expect((await upload(text, '', 'clerk')).statusCode).toBe(403);
    expect((await upload(text)).json()).toMatchObject({ isApplied: true, added: 1 });
    for (const url of ['/api/admin/items/export', '/api/admin/items/template']) {
      expect((await app.inject(url)).statusCode).toBe(401);
      expect((await app.inject({ url, headers: as('clerk') })).statusCode).toBe(403);
    }
  });

  test('a dry run, and problems in a sentence of the reader’s language', async () => {
    const text = `${header}县没有局,某事项,ROUTE-2,1\r\n`;
    const dry = await upload(text, '?dryRun=1');
    expect(dry.json()).toMatchObject({ isDryRun: true, isApplied: false, rows: 1 });
    expect(dry.json()).toMatchObject({
      problems: [
        {
          cell: 'A2',
          code: 'department-unknown',
          text: '没有名为“县没有局”的部门，请先建立该部门或者改为部门全称',
        },
      ],
    });
    const english = await upload(text, '?dryRun=true', 'administrator', 'en');
    expect(english.json()).toMatchObject({
      problems: [
        { text: 'there is no department "县没有局"; create it first or write its full name' },
      ],
    });
  });

  test('without a file, and with one that is too large', async () => {
    const none = await app.inject({
      method: 'POST',
      url: '/api/admin/items/import',
      headers: { ...as('administrator'), 'content-type': 'multipart/form-data; boundary=x' },
      payload: '--x--\r\n',
    });
    expect(none.json()).toMatchObject({ code: 'request-invalid', params: { fields: 'file' } });
    const large = await upload('x'.repeat(11 * 1024 * 1024));
    expect(large.statusCode).toBe(413);
  });

  test('an export is a file with its name, in both formats', async () => {
    const headers = as('administrator');
    const csv = await app.inject({ url: '/api/admin/items/export?format=csv', headers });
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.headers['content-disposition']).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('事项目录.csv')}`,
    );
    expect(csv.body.split('\r\n').length).toBeGreaterThan(1135);
    const xlsx = await app.inject({ url: '/api/admin/items/template', headers });
    expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });
});
