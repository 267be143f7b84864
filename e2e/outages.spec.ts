// What the operator gets wrong, and a database that goes away: said plainly, and mended without
// starting the server again.

import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DraftView } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  applicant,
  eventually,
  freshFolder,
  items,
  openBrowser,
  resident,
  soleProprietorForm,
  startServer,
  stranger,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

describe('a pack that cannot work', () => {
  it('keeps the server from starting, which names file, line and element', async () => {
    const folder = await freshFolder();
    await cp(join(import.meta.dirname, '../packs/demo-county'), folder, { recursive: true });
    const path = join(folder, 'items/jzgc-sgxk.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('"posts": ["zj-deputy-leader"]', '"posts": ["zj-nobody"]'));
    try {
      await expect(startServer({ env: { PACK_DIR: folder } })).rejects.toThrow(
        /jzgc-sgxk\.json:\d+.*(deputy|zj-nobody)/,
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe('a database that goes away', () => {
  let server: TestServer;
  let browser: TestBrowser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), openBrowser()]);
  });
  afterAll(() => Promise.all([browser.close(), server.stop()]));

  const isUp = async () =>
    (await stranger(server).ask('GET', '/readyz')).status === 200 || undefined;

  /** As the machine's operator, or its lack of memory, would. */
  async function killDatabase(): Promise<void> {
    const record = await readFile(join(server.dataFolder, 'database.json'), 'utf8');
    const { cluster } = JSON.parse(record) as { cluster: string };
    const file = await readFile(join(cluster, 'postmaster.pid'), 'utf8');
    process.kill(Number(file.split('\n')[0]), 'SIGKILL');
  }

  it('is told to visitors as a page, to programs as a problem, and to the operator', async () => {
    const page = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
    await page.goto('/track');
    await killDatabase();
    const said = await eventually('a page that says so', async () => {
      const response = await page.goto('/items');
      return response?.status() === 503 ? page.getByRole('main').innerText() : undefined;
    });
    expect(said).toContain('数据库');
    expect(said).toMatch(/请/);
    await eventually('the database', isUp, 60_000);
    await page.goto('/items');
    await page.getByRole('heading', { name: '事项', level: 1 }).waitFor();
    expect(server.log()).toContain('ended by itself and is started again');
  });

  it('loses nothing that was saved, and goes on with the same sessions', async () => {
    const owner = await applicant(server, resident('tian-shulan'));
    const itemCode = items.soleProprietor;
    const { draftId } = await owner.send<DraftView>('POST', '/api/my/drafts', { itemCode });
    const path = `/api/my/drafts/${draftId}`;
    await owner.send('PATCH', path, { form: soleProprietorForm });
    await killDatabase();
    await eventually('a refusal', async () => {
      const { status } = await owner.ask('GET', path);
      return status === 503 || undefined;
    });
    await eventually('the database', isUp, 60_000);
    const { form } = await owner.get<DraftView>(path);
    expect(form['tradeName']).toBe(soleProprietorForm['tradeName']);
    await owner.send('PATCH', path, { form: { ...soleProprietorForm, capital: 9 } });
  });
});
