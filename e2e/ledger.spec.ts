// Nobody can change what happened unnoticed: receipts prove themselves offline, and one byte
// changed by the very owner of the tables is found and named.

import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import type { TaskPage } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  applicant,
  checkAccessibility,
  freshFolder,
  items,
  fileCase,
  moveToMorning,
  openBrowser,
  resident,
  soleProprietorForm,
  staff,
  startServer,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

const database = 'yichuang';

let server: TestServer;
let browser: TestBrowser;
let dataFolder: string;
let receipt: string;
let feed: string;

beforeAll(async () => {
  dataFolder = await freshFolder();
  [server, browser] = await Promise.all([startServer({ dataFolder }), openBrowser()]);
  receipt = join(dataFolder, 'receipt.json');
  feed = join(dataFolder, 'feed.xml');
});
afterAll(async () => {
  await Promise.all([browser.close(), server.stop()]);
  await rm(dataFolder, { recursive: true, force: true });
});

interface Kept {
  readonly inclusion: { readonly root: string; readonly log: { readonly root: string } };
}

interface Ended {
  readonly code: number;
  readonly out: string;
}

/** The command line, on the data of this test. */
function yichuang(...args: string[]): Promise<Ended> {
  const cwd = join(import.meta.dirname, '..');
  const env = { ...process.env, DATA_DIR: dataFolder };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['packages/server/src/main.ts', ...args],
      { cwd, env },
      (error, stdout, stderr) => {
        const code = typeof error?.code === 'number' ? error.code : error === null ? 0 : -1;
        resolve({ code, out: stdout + stderr });
      },
    );
  });
}

describe('the ledger', () => {
  it('holds whole lives: one case driven to its end, one deemed accepted', async () => {
    await moveToMorning(server);
    const walked = await yichuang('demo', 'case', '--url', server.url, '--json');
    expect(walked, walked.out).toMatchObject({ code: 0 });
    const owner = await applicant(server, resident('ouyang-xiaoyu'));
    await fileCase(owner, items.soleProprietor, {
      ...soleProprietorForm,
      proprietorName: resident('ouyang-xiaoyu').name,
      proprietorId: resident('ouyang-xiaoyu').citizenId,
    });
    await moveToMorning(server, 7);
    const clerk = await staff(server, 'sj-counter');
    const { rows } = await clerk.get<TaskPage>('/api/tasks?list=all');
    expect(rows.map(({ phase }) => phase)).toEqual(['accepted']);
    const { caseId } = rows[0] ?? { caseId: '' };
    await writeFile(receipt, await owner.file(`/my/cases/${caseId}/receipt.json`));
  });

  it('gives a receipt that proves itself without any server', async () => {
    const good = await yichuang('ledger', 'verify', '--receipt', receipt);
    expect(good).toMatchObject({ code: 0 });
    expect(good.out).toContain('genuine and part of its published day');
    const forged = join(dataFolder, 'forged.json');
    const kept = JSON.parse(await readFile(receipt, 'utf8')) as { event: { at: string } };
    kept.event.at = kept.event.at.replace(/^\d{4}/, '2020');
    await writeFile(forged, JSON.stringify(kept));
    const bad = await yichuang('ledger', 'verify', '--receipt', forged);
    expect(bad.code).toBe(1);
    expect(bad.out).toContain('not genuine');
  });

  it('lets anybody check a receipt in a browser with the network off', async () => {
    const page = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
    await page.goto('/ledger/verify');
    await page.context().setOffline(true);
    await page.getByLabel('回执文件').setInputFiles(receipt);
    await page.getByText('与本站公布的根一致', { exact: false }).waitFor();
    await page.context().close();
  });

  it('gives a page that checks receipts as a saved file, without any site', async () => {
    const page = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
    await page.goto('/ledger/verify');
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载核验页' }).click();
    const saved = join(dataFolder, 'checker.html');
    await (await saving).saveAs(saved);
    await writeFile(feed, await (await fetch(`${server.url}/ledger/feed.xml`)).text());
    const consistency = await fetch(`${server.url}/api/ledger/consistency?from=1`);
    await writeFile(join(dataFolder, 'heads.json'), await consistency.text());
    await page.context().setOffline(true);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(saved).href);
    await page.getByLabel('回执文件').setInputFiles(receipt);
    await page.getByText('还差一步').waitFor();
    await page.getByLabel('保存的订阅或根的文件').setInputFiles(feed);
    await page.getByText('与您手里的当日根一致', { exact: false }).waitFor();
    await checkAccessibility(page);
    const kept = JSON.parse(await readFile(receipt, 'utf8')) as Kept;
    await page.getByLabel('您手里的根').fill(kept.inclusion.log.root);
    await page.getByText('与您手里的总根', { exact: false }).waitFor();
    const forged = JSON.stringify(kept).replace('小满面馆', '小满酒馆');
    await page.getByLabel('回执内容').fill(forged);
    await page.getByText('记录的内容被改动过', { exact: false }).waitFor();
    expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
    await page.context().close();
  });

  it('checks on the command line what was kept: a feed, and two heads', async () => {
    const known = await yichuang('ledger', 'verify', '--receipt', receipt, '--known', feed);
    expect(known.out).toContain('leads to the root of its day');
    const heads = await yichuang('ledger', 'verify', '--heads', join(dataFolder, 'heads.json'));
    expect(heads).toMatchObject({ code: 0 });
    const root = 'a'.repeat(64);
    const other = await yichuang('ledger', 'verify', '--receipt', receipt, '--root', root);
    expect(other).toMatchObject({ code: 1 });
    expect(other.out).toContain('not genuine: copied');
  });

  it('publishes the root of each day that has passed', async () => {
    const page = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
    await page.goto('/ledger');
    const rows = page.getByRole('table').getByRole('row');
    expect(await rows.count()).toBeGreaterThan(1);
    await page.context().close();
  });

  it('is found whole when the server has stopped, every event replayed', async () => {
    await server.stop();
    const verified = await yichuang('ledger', 'verify', '--known', feed);
    expect(verified.out).toMatch(
      /^2 cases, \d+ events, \d+ journal entries, \d+ published days, 0 findings$/m,
    );
    expect(verified.code).toBe(0);
  });

  it('lets no application change an event, and names one that its owner changed', async () => {
    server = await startServer({ dataFolder });
    const record = JSON.parse(await readFile(join(dataFolder, 'database.json'), 'utf8')) as {
      readonly cluster: string;
      readonly passwords: Record<'owner' | 'app', string>;
    };
    const postmaster = await readFile(join(record.cluster, 'postmaster.pid'), 'utf8');
    const port = Number(postmaster.split('\n')[3]);
    const as = async (user: string, password: string, work: (c: pg.Client) => Promise<void>) => {
      const client = new pg.Client({ host: '127.0.0.1', port, user, password, database });
      await client.connect();
      try {
        await work(client);
      } finally {
        await client.end();
      }
    };
    const change = `UPDATE event SET data = replace(data::text, '云溪县柳浦镇小满面馆',
      '云溪县柳浦镇小满酒馆')::json WHERE type = 'CaseReceived'
      AND data::text LIKE '%小满面馆%'`;
    await as('yichuang_app', record.passwords.app, async (client) => {
      await expect(client.query(change)).rejects.toThrow(/permission denied/);
    });
    await as('yichuang_owner', record.passwords.owner, async (client) => {
      await expect(client.query(change)).rejects.toThrow(/append-only/);
      await client.query('ALTER TABLE event DISABLE TRIGGER event_append_only');
      expect((await client.query(change)).rowCount).toBe(1);
    });
    const verified = await yichuang('ledger', 'verify');
    expect(verified.code).toBe(1);
    expect(verified.out).toMatch(/^Case \d{14}: the content of event \d+ was changed\.$/m);
  });
});
