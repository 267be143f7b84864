import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { DesignImport } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, type TestCaller, type TestSite } from '../assembly/testing-site.ts';
import { checkPack } from '../catalogue/index.ts';
import { beginDraft, drawnItem, openDraft, publish, saveDraft } from './testing/designer-site.ts';
import { smallLicence } from './testing/small-licence.examples.ts';

let site: TestSite;
let designer: TestCaller;
let cookie: string;
beforeAll(async () => {
  site = await openTestSite();
  designer = await site.staff('gao.ya');
  const login = await site.parts.deps.db.query<{ id: string }>(
    `SELECT id FROM account WHERE login_name = 'gao.ya'`,
  );
  const token = await site.parts.people.sessions.start(
    { kind: 'staff', personId: designer.personId, accountId: login[0]?.id ?? '' },
    { ip: '127.0.0.1', userAgent: 'test' },
  );
  cookie = `yichuang-staff=${token}`;
});
afterAll(() => site[Symbol.asyncDispose]());

function importing(bytes: Uint8Array) {
  const boundary = 'form-boundary';
  const head =
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="pack.zip"\r\n` +
    'Content-Type: application/zip\r\n\r\n';
  return site.app.inject({
    method: 'POST',
    url: '/api/designer/import',
    headers: { cookie, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
}

async function imported(bytes: Uint8Array): Promise<DesignImport> {
  const answer = await importing(bytes);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}

async function exported(url: string): Promise<Uint8Array> {
  const answer = await designer.send('GET', url);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toBe('application/zip');
  return answer.rawPayload;
}

const packs = join(import.meta.dirname, '../../../../packs');

/** Unpacked beside the demo county, as a person would. */
async function problemsBesideTheCounty(bytes: Uint8Array): Promise<readonly unknown[]> {
  const folder = await mkdtemp(join(tmpdir(), 'packs-'));
  try {
    await cp(join(packs, 'demo-county'), join(folder, 'demo-county'), { recursive: true });
    const files = Object.entries(unzipSync(bytes));
    for (const [name, content] of files) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
    const [first = ''] = (files[0]?.[0] ?? '').split('/');
    return await checkPack(join(folder, first));
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('an exported item', () => {
  it.each(['建筑工程施工许可', '个体工商户设立登记', '请假申请'])(
    '%s is a pack that passes the check, and imported it is the same item',
    async (name) => {
      const item = site.parts.pack.items.find((each) => each.name === name);
      if (item === undefined) throw new Error(`no item ${name}`);
      const draftId = await beginDraft(designer, { from: { itemCode: item.code } });
      await saveDraft(designer, draftId, (same) => ({ ...same, summary: `${same.summary}改` }));
      const bytes = await exported(`/api/designer/drafts/${draftId}/pack.zip`);
      expect(await problemsBesideTheCounty(bytes)).toEqual([]);
      const { drafts, failures } = await imported(bytes);
      expect(failures).toEqual([]);
      expect(drafts).toMatchObject([{ itemCode: item.code, name, problems: [] }]);
      const view = await openDraft(designer, drafts[0]?.draftId ?? '');
      expect(view.item).toEqual({ ...item, version: 2, summary: `${item.summary}改` });
      expect(view.base?.version).toBe(1);
    },
  );

  it('has the same bytes each time, whatever order its fields had', async () => {
    const item = smallLicence('301');
    const shuffled = Object.fromEntries(Object.entries(item).toReversed()) as typeof item;
    const one = await drawnItem(designer, item);
    const other = await drawnItem(designer, shuffled);
    const [a, b] = await Promise.all([
      exported(`/api/designer/drafts/${one}/pack.zip`),
      exported(`/api/designer/drafts/${other}/pack.zip`),
    ]);
    expect(Buffer.from(a).equals(b)).toBe(true);
    const text = strFromU8(unzipSync(a)[`item-${item.code}/items/${item.code}.json`] ?? a);
    expect(text.split('\n').slice(0, 4)).toEqual([
      '{',
      `  "code": "${item.code}",`,
      '  "version": 1,',
      `  "name": "${item.name}",`,
    ]);
    await publish(designer, one, '2099-01-01');
  });

  it('of what is published says its own version', async () => {
    const [item] = site.parts.pack.items;
    const bytes = await exported(`/api/designer/items/${item?.code ?? ''}/pack.zip`);
    const pack = Object.entries(unzipSync(bytes)).find(([name]) => name.endsWith('pack.json'));
    expect(JSON.parse(strFromU8(pack?.[1] ?? bytes))).toMatchObject({
      version: '0.1.0',
      needs: ['demo-county'],
    });
    const none = await designer.send('GET', '/api/designer/items/nothing/pack.zip');
    expect(none.json()).toMatchObject({ code: 'design-item-unknown' });
  });
});

const item = smallLicence('302');
const zip = (files: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ) as Zippable,
  );

describe('an import', () => {
  it('makes drafts of what it can, and names file, line and place of what it cannot', async () => {
    const unknownPost = JSON.stringify(item).replaceAll('sj-registrar', 'nobody');
    const { drafts, failures } = await imported(
      zip({
        'pack.json': '{"id":"x","needs":["another-county"]}',
        'items/a.json': unknownPost,
        'items/b.json': '{\n  "code": "abcd",\n  "name": 7\n}',
        'items/c.json': '{\n  "code": \n}',
        'items/d.json': new Uint8Array([0xff, 0xfe, 0x00]),
        'items/e.json': JSON.stringify({ ...item, name: 'a\u0000b' }),
        'README.md': 'not looked at',
      }),
    );
    expect(drafts).toMatchObject([{ file: 'items/a.json', itemCode: item.code }]);
    expect(drafts[0]?.problems).toMatchObject([{ code: 'flow-unknown-post', nodeId: 'review' }]);
    expect(failures).toContainEqual(
      expect.objectContaining({ file: 'pack.json', code: 'unknown-pack', path: '/needs' }),
    );
    expect(failures).toContainEqual(
      expect.objectContaining({ file: 'items/b.json', line: 3, path: '/name', code: 'wrong-type' }),
    );
    expect(failures).toContainEqual(
      expect.objectContaining({ file: 'items/c.json', line: 3, code: 'not-json' }),
    );
    expect(failures.map(({ file, code }) => [file, code])).toEqual(
      expect.arrayContaining([
        ['items/d.json', 'text-not-utf-8'],
        ['items/e.json', 'text-not-storable'],
      ]),
    );
    for (const { text } of failures) expect(text).not.toBe('');
  });

  it.each(['../items/a.json', '/items/a.json', 'items\\a.json', 'C:/items/a.json', 'x/../../b'])(
    'with the path %s is refused as a whole',
    async (name) => {
      const bytes = zip({ 'items/good.json': JSON.stringify(item), [name]: '{}' });
      expect((await importing(bytes)).json()).toMatchObject({ code: 'design-archive-unsafe' });
    },
  );

  it('of a bomb is refused before it is unpacked', async () => {
    const zeros = new Uint8Array(25 * 1024 * 1024);
    const digits = strToU8('1,'.repeat(600_000));
    for (const files of [{ 'photo.jpg': zeros }, { 'items/a.json': digits }]) {
      const bomb = zip(files);
      expect(bomb.length).toBeLessThan(100_000);
      expect((await importing(bomb)).json()).toMatchObject({ code: 'design-archive-too-large' });
    }
    const many = Object.fromEntries(
      Array.from({ length: 501 }, (_, i) => [`items/${i}.json`, '{}']),
    );
    expect((await importing(zip(many))).json()).toMatchObject({
      code: 'design-archive-too-large',
    });
  });

  it('of a bomb that lies about its size unpacks no more than it said', async () => {
    const bytes = zip({ 'items/a.json': new Uint8Array(30 * 1024 * 1024) });
    const directory = Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    new DataView(bytes.buffer).setUint32(directory + 24, 8, true);
    const answer = await importing(bytes);
    expect([201, 422]).toContain(answer.statusCode);
    expect(answer.body).toMatch(/not-json|design-archive-unreadable/u);
  });

  it('of what is no archive, or an empty one, is refused', async () => {
    const whole = zip({ 'items/a.json': JSON.stringify(item) });
    const broken = whole.slice(0, whole.length - 30);
    for (const bytes of [strToU8('no archive at all'), new Uint8Array(), broken]) {
      expect((await importing(bytes)).json()).toMatchObject({ code: 'design-archive-unreadable' });
    }
    const other = await importing(zip({ 'README.md': 'x' }));
    expect(other.json()).toMatchObject({ code: 'design-archive-empty' });
    const large = await importing(new Uint8Array(6 * 1024 * 1024));
    expect(large.statusCode).toBe(413);
  });

  it('of JSON that is nested without end is an answer and no fault', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const { drafts, failures } = await imported(zip({ 'items/a.json': deep }));
    expect(drafts).toEqual([]);
    expect(failures[0]).toMatchObject({ file: 'items/a.json', code: 'not-json' });
    const draftId = await drawnItem(designer, smallLicence('303'));
    const put = await site.app.inject({
      method: 'PUT',
      url: `/api/designer/drafts/${draftId}`,
      headers: { cookie, 'content-type': 'application/json' },
      payload: `{"revision":2,"item":{"x":${deep}}}`,
    });
    expect(put.statusCode).toBeLessThan(500);
  });
});
