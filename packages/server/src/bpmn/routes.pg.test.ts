import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { instant } from '@yichuang/kernel/time';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPack, publishCatalogue } from '../catalogue/index.ts';
import { createTestDatabase, type TestDatabase } from '../platform/db/test-database.ts';
import { buildApp, platformRefusals, type App, type Session } from '../platform/http/index.ts';
import { mergeRefusals } from '../platform/refusal.ts';
import { bpmnRefusals, bpmnRoutes, importBpmn } from './index.ts';
import { smallModel } from './testing/small-model.examples.ts';

const at = instant('2026-11-22T01:00:00.000Z');
const tenantId = 'yunxi';
const permit = '11999921YYYY00039H4000117001001';
const packs = join(import.meta.dirname, '../../../../packs');

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
  designer: { ...clerk, id: 'designer' },
};

let database: TestDatabase;
let app: App;

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  const pack = await loadPack(join(packs, 'demo-county'));
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
      permits: ({ id }, action) => id === 'designer' && action === 'item:design',
    },
    refusals: mergeRefusals(platformRefusals, bpmnRefusals),
    readiness: {},
  });
  bpmnRoutes(app, { db, tenantId, clock: { now: () => at } });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

function post(payload: string, token?: string, type = 'application/xml', language = 'zh-CN') {
  return app.inject({
    method: 'POST',
    url: '/api/bpmn/import',
    headers: {
      'content-type': type,
      'accept-language': language,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    payload,
  });
}

describe('the flow of an item as BPMN', () => {
  test('is public, a file to keep, and imports as the flow that was published', async () => {
    const answer = await app.inject(`/api/items/${permit}/flow.bpmn`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/xml; charset=utf-8');
    expect(answer.headers['content-disposition']).toContain(`${permit}.bpmn`);
    const item = JSON.parse(
      readFileSync(join(packs, 'demo-county/items/jzgc-sgxk.json'), 'utf8'),
    ) as { readonly flow: unknown };
    expect(await importBpmn(answer.body)).toMatchObject({ flow: item.flow });
  });

  test.each(['none', `${permit}`])('is not there: %s in a version that is not', async (code) => {
    const answer = await app.inject(`/api/items/${code}/flow.bpmn?version=99`);
    expect(answer.json()).toMatchObject({ status: 404, code: 'page-not-found' });
  });
});

describe('import', () => {
  const small = smallModel(['start > A', 'A > B', 'B > end']);

  test('is for those who may design', async () => {
    expect((await post(small)).json()).toMatchObject({ code: 'login-required' });
    expect((await post(small, 'clerk')).json()).toMatchObject({ code: 'right-not-held' });
  });

  test('takes XML and answers with every process of the file', async () => {
    const answer = await post(small, 'designer');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      processes: [{ processId: 'P', flow: { main: { kind: 'sequence' } }, suggestions: [] }],
    });
  });

  test('takes a file', async () => {
    const head = 'Content-Disposition: form-data; name="file"; filename="flow.bpmn"';
    const body = `--x\r\n${head}\r\n\r\n${small}\r\n--x--\r\n`;
    const answer = await post(body, 'designer', 'multipart/form-data; boundary=x');
    expect(answer.json()).toMatchObject({ processes: [{ processId: 'P' }] });
  });

  test('names the element that does not fold, in the language of the reader', async () => {
    const model = smallModel(['start > E', 'E > end'], ['<eventBasedGateway id="E" name="等"/>']);
    const answer = await post(model, 'designer', 'text/xml', 'zh-CN');
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({
      code: 'bpmn-event-gateway',
      params: { elementId: 'E', name: '等' },
      detail: expect.stringContaining('“等”（E）') as string,
    });
    const english = await post(model, 'designer', 'text/xml', 'en');
    expect(english.json<{ detail: string }>().detail).toContain('whichever of several events');
  });

  test('answers with what imports beside what does not', async () => {
    const both = small.replace(
      '</definitions>',
      '<process id="Q"><transaction id="T"/></process>$&',
    );
    const answer = await post(both, 'designer');
    expect(answer.json()).toMatchObject({
      processes: [
        { processId: 'P', flow: {} },
        { processId: 'Q', refusals: [{ code: 'bpmn-transaction', elementId: 'T' }] },
      ],
    });
  });

  test.each([
    ['nothing', '', 'request-invalid', 400],
    ['an XML bomb', `<!DOCTYPE x [<!ENTITY a "a">]>${small}`, 'bpmn-unreadable', 422],
    ['more than a megabyte', ' '.repeat(1_000_001), 'request-too-large', 413],
  ])('refuses %s', async (_what, xml, code, status) => {
    expect((await post(xml, 'designer')).json()).toMatchObject({ code, status });
  });
});
