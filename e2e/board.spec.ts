// The live board: a case turns red while somebody looks, and is two clicks away; and the wall.

import type { Page } from 'playwright-core';
import type { Board } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  applicant,
  checkAt,
  constructionForm,
  fileCase,
  items,
  logInStaff,
  moveToMorning,
  openBrowser,
  openDesks,
  referLetter,
  resident,
  sendLetter,
  startServer,
  type Desks,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

const SUPERVISOR = 'ren.gangzheng';
const HOUSING = '云溪县住房和城乡建设局';

const form = {
  title: '柿井村村口路灯坏了三个月',
  body: '柿井村村口到小学的路灯坏了三个月，孩子放学摸黑走路，请尽快修好。',
  division: 'yunxi/lp/03',
  wantsPublic: 'yes',
};

let server: TestServer;
let browser: TestBrowser;
let desks: Desks;
let page: Page;
let permit: { caseId: string; number: string };

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  desks = openDesks(server, browser);
  await moveToMorning(server);
  const owner = await applicant(server, resident('tian-shulan'));
  permit = await fileCase(owner, items.constructionPermit, constructionForm);
  const office = await desks.api('tang.minyi');
  for (const unit of ['yunxi/lp', 'yunxi/lp', 'yunxi/zfj']) {
    const { caseId } = await sendLetter(server, { itemCode: 'wz-complaint', form });
    await referLetter(office, caseId, unit);
  }
  page = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
  await logInStaff(page, server, SUPERVISOR);
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

const row = () => page.getByRole('row').filter({ hasText: HOUSING });
const redOf = (place: Page) =>
  place
    .getByRole('row')
    .filter({ hasText: HOUSING })
    .getByRole('link', { name: /已超期/ });

async function boardOf(account: string): Promise<Board> {
  return (await desks.api(account)).get<Board>('/api/board');
}

describe('the board', () => {
  it('shows each department with its lights, and keeps nobody out', async () => {
    await page.getByRole('navigation', { name: '主菜单' }).getByText('监察').click();
    await page.getByRole('heading', { name: '监察看板' }).waitFor();
    await page.getByText(/^实时/).waitFor();
    await expect.poll(() => row().innerText()).toContain('1');
    expect(await redOf(page).count()).toBe(0);
    for (const size of ['phone', 'desktop'] as const) await checkAt(page, size);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('turns a case red while one looks, with a glow and without a reload', async () => {
    await page.evaluate('window.isSamePage = true');
    await moveToMorning(server, 8);
    await page.locator('tr.board-glow').filter({ hasText: HOUSING }).waitFor();
    await redOf(page).waitFor();
    expect(await page.evaluate('window.isSamePage')).toBe(true);
    expect((await boardOf(SUPERVISOR)).total.red).toBeGreaterThan(0);
    await page.locator('tr.board-glow').first().waitFor({ state: 'detached' });
  });

  it('leads from the number to the case in two clicks', async () => {
    await redOf(page).click();
    await page.getByRole('table', { name: '看板办件' }).waitFor();
    await checkAt(page, 'desktop');
    await checkAt(page, 'phone');
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole('link', { name: permit.number }).click();
    await page.getByRole('tablist', { name: '办件内容' }).waitFor();
    expect(page.url()).toContain(permit.caseId);
  });

  it('shows a leader what is theirs alone', async () => {
    const own = await boardOf('fang.jingxian');
    expect(own.rows.map(({ name }) => name)).toEqual([HOUSING]);
  });
});

describe('the wall', () => {
  it('shows numbers and lights, and nothing of anybody', async () => {
    await page.goto('/console/board/wall');
    await page.getByText(/^实时/).waitFor();
    const shown = await page.locator('body').innerText();
    expect(shown).toContain(HOUSING);
    expect(shown).toContain('存证总根');
    expect(shown).not.toContain(permit.number);
    expect(shown).not.toContain('任刚正');
    expect(await page.getByRole('navigation').count()).toBe(0);
    for (const size of ['phone', 'desktop'] as const) await checkAt(page, size);
  });

  it('says since when it hears nothing, and connects again by itself', async () => {
    await page.route('**/api/board/events', (route) => route.abort());
    await page.reload();
    await page.getByText(/^数据停在 \d\d:\d\d/).waitFor();
    await page.unroute('**/api/board/events');
    await page.getByText(/^实时/).waitFor();
  });
});
