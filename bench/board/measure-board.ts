/** The live board as people wait for it: asked over HTTP, and opened in a browser. */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser } from '../../e2e/harness/browser.ts';
import { freshFolder } from '../../e2e/harness/county-folder.ts';
import { instantFromMs } from '../../packages/kernel/src/time/index.ts';
import { loadOpenCases } from '../../packages/server/src/board/testing-load.ts';
import { openPool, startEmbedded } from '../../packages/server/src/platform/db/index.ts';
import { describeMachine, loadNow, type Machine } from '../machine.ts';
import { startProgram, type Program } from '../program.ts';
import { logInStaff } from '../staff-cookies.ts';
import { quantile } from '../statistics.ts';

export interface BoardExtent {
  /** Open cases of each size; the fewest first. */
  readonly cases: readonly number[];
  readonly requests: number;
  readonly pageLoads: number;
}

export interface Times {
  readonly p50Ms: number;
  readonly p95Ms: number;
}

export interface BoardFigures {
  readonly cases: number;
  readonly board: Times;
  /** The late cases of one department. */
  readonly list: Times;
  /** From the address to the last department's row on the screen; the browser's cache is empty. */
  readonly page: Times;
}

export interface BoardReport {
  readonly machine: Machine;
  readonly extent: BoardExtent;
  readonly sizes: readonly BoardFigures[];
}

export const boardExtents = {
  full: { cases: [1_000, 100_000], requests: 100, pageLoads: 15 },
  quick: { cases: [50, 100], requests: 3, pageLoads: 1 },
} satisfies Record<string, BoardExtent>;

const SUPERVISOR = 'ren.gangzheng';
const TENANT = 'yunxi';

export async function measureBoard(
  extent: BoardExtent,
  onProgress: (line: string) => void = () => undefined,
): Promise<BoardReport> {
  const loadBefore = loadNow();
  const dataFolder = await freshFolder();
  const program = await startProgram(dataFolder);
  // The program's own database, running: this only finds out how to reach it.
  const embedded = await startEmbedded({ dataDirectory: dataFolder });
  const owner = openPool({ url: embedded.urls.owner, max: 1, statementTimeoutMs: 900_000 });
  try {
    const at = instantFromMs(Date.now());
    const sizes: BoardFigures[] = [];
    let loaded = 0;
    for (const cases of extent.cases) {
      await loadOpenCases(owner, { tenantId: TENANT, from: loaded, cases: cases - loaded, at });
      await owner.query('VACUUM ANALYZE');
      loaded = cases;
      onProgress(`${cases} open cases`);
      sizes.push({ cases, ...(await measureSize(program, dataFolder, extent)) });
    }
    return { machine: await describeMachine(owner, loadBefore), extent, sizes };
  } finally {
    await owner.stop();
    await program.stop();
    await rm(embedded.cluster, { recursive: true, force: true });
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function measureSize(
  program: Program,
  dataFolder: string,
  { requests, pageLoads }: BoardExtent,
): Promise<Omit<BoardFigures, 'cases'>> {
  const origin = `http://${program.host}:${program.port}`;
  const password = readFileSync(join(dataFolder, 'demo-password'), 'utf8').trim();
  const cookies = await logInStaff(origin, password, new Map([['supervisor', SUPERVISOR]]));
  const cookie = cookies.get('supervisor') ?? '';
  const ask = async (path: string): Promise<string> => {
    const answer = await fetch(`${origin}${path}`, { headers: { cookie } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return text;
  };
  const board = await timesOf(requests, () => ask('/api/board'));
  const list = await timesOf(requests, () => ask('/api/board/cases?orgId=yunxi/zjj&light=red'));
  const { rows } = JSON.parse(await ask('/api/board')) as { rows: unknown[] };
  const browser = await openBrowser();
  try {
    const page = await timesOf(pageLoads, async () => {
      // A context of its own: nothing is cached, as on the first morning.
      const fresh = await browser.newPage({ viewport: 'desktop', baseUrl: origin });
      await fresh.context().addCookies([cookieOf(cookie, origin)]);
      return { open: () => openBoard(fresh, rows.length), close: () => fresh.context().close() };
    });
    return { board, list, page };
  } finally {
    await browser.close();
  }
}

async function openBoard(page: Page, rows: number): Promise<void> {
  await page.goto('/console/board', { waitUntil: 'commit' });
  await page
    .locator('.board-table tbody tr')
    .nth(rows - 1)
    .waitFor();
}

function cookieOf(cookie: string, url: string): { name: string; value: string; url: string } {
  const [name = '', value = ''] = cookie.split(/=(.*)/su);
  return { name, value, url };
}

interface Prepared {
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** One after another; what is prepared before and put away after is not counted. */
async function timesOf(count: number, work: () => Promise<string | Prepared>): Promise<Times> {
  const tookMs: number[] = [];
  // The first is for plans and pages and is not counted.
  for (let n = 0; n <= count; n += 1) {
    let startedAt = performance.now();
    const prepared = await work();
    if (typeof prepared !== 'string') {
      startedAt = performance.now();
      await prepared.open();
    }
    const took = performance.now() - startedAt;
    if (typeof prepared !== 'string') await prepared.close();
    if (n > 0) tookMs.push(took);
  }
  return { p50Ms: quantile(tookMs, 0.5), p95Ms: quantile(tookMs, 0.95) };
}
