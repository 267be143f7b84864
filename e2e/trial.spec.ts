// The trial county from its first start to its reset, as an administrator and a trainee see it.

import type { TaskPage, TrialAccounts, TrialView } from '@yichuang/contracts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  applicant,
  checkAt,
  eventually,
  fileCase,
  hygieneForm,
  items,
  logInStaff,
  openBrowser,
  resident,
  screenshot,
  staffAccount,
  startServer,
  type Connection,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

let server: TestServer;
let browser: TestBrowser;
let admin: Page;
/** The administrator, behind the screens. */
let keeper: Connection;
let trainee: Page;
/** The trial as a server of its own. */
let trial: TestServer;
let sheet: TrialAccounts;

beforeAll(async () => {
  const env = { TRIAL_PORT: '0' };
  [server, browser] = await Promise.all([startServer({ env }), openBrowser()]);
  admin = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
  await logInStaff(admin, server, 'admin');
  keeper = await staffAccount(server, 'admin');
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

const view = () => keeper.get<TrialView>('/api/trial');

describe('the trial county', () => {
  it('is switched on in seconds, and hands out its accounts', async () => {
    await admin.getByRole('link', { name: '试运行' }).click();
    await admin.getByRole('heading', { name: '试运行县', level: 1 }).waitFor();
    await checkAt(admin, 'phone');
    await checkAt(admin, 'desktop');
    await admin.getByRole('button', { name: '启用试运行县' }).click();
    await admin.getByText('已启用', { exact: true }).waitFor();
    await checkAt(admin, 'phone');
    await checkAt(admin, 'desktop');
    await screenshot(admin, 'trial-county');
    await admin.getByRole('button', { name: '账号和密码' }).click();
    await admin.getByRole('cell', { name: 'bai.haoran' }).waitFor();
    await checkAt(admin, 'desktop');
    await admin.keyboard.press('Escape');
    sheet = await keeper.get<TrialAccounts>('/api/trial/accounts');
    trial = { ...server, url: sheet.url };
  });

  it('is marked wherever one goes, also scrolled, on a phone and in large type', async () => {
    for (const elder of [false, true]) {
      const page = await browser.newPage({ viewport: 'phone', baseUrl: sheet.url, elder });
      for (const path of ['/', '/letters', '/login', '/nowhere']) {
        await page.goto(path);
        expect(await page.title()).toMatch(/^【试运行】/u);
        await page.mouse.wheel(0, 2_000);
        const band = page.getByRole('complementary', { name: '试运行提示' });
        expect((await band.boundingBox())?.y).toBe(0);
        await checkAt(page, 'phone');
      }
      await page.close();
    }
  });

  it('is worked in as the county is: a log-in of the sheet, a case of one’s own', async () => {
    trainee = await browser.newPage({ viewport: 'desktop', baseUrl: sheet.url });
    await trainee.goto('/console/');
    expect(await trainee.title()).toMatch(/^【试运行】/u);
    await trainee.getByLabel('账号').fill('bai.haoran');
    await trainee.getByLabel('密码').fill(sheet.password);
    await trainee.getByRole('button', { name: '登录', exact: true }).click();
    await trainee.getByRole('heading', { name: '待办', level: 1 }).waitFor();
    const sender = await applicant(trial, resident('tian-shulan'));
    const { number } = await fileCase(sender, items.hygieneLicence, hygieneForm);
    expect(number).toMatch(/^T\d{14}$/u);
    await trainee.reload();
    await trainee.getByRole('link', { name: number }).waitFor();
    await checkAt(trainee, 'phone');
    await checkAt(trainee, 'desktop');
  });

  it('has a clock that is moved until the case turns red', async () => {
    await admin.reload();
    await admin.getByRole('button', { name: '到下一个红灯' }).click();
    await admin.getByText('时钟已拨到').waitFor();
    await eventually('a red case', async () => {
      const { figures } = await view();
      return (figures?.red ?? 0) > 0 ? true : undefined;
    });
    await trainee.reload();
    await trainee.getByRole('table').getByText('已超期').first().waitFor();
  });

  it('fills itself with invented cases while one looks', async () => {
    await admin.getByRole('button', { name: '填入模拟办件' }).click();
    await admin.getByText(/正在填入：[1-9]\d* \/ 200 件/u).waitFor({ timeout: 60_000 });
    await admin.getByRole('progressbar').waitFor();
    await checkAt(admin, 'desktop');
  });

  it('is empty again after a reset, and nobody is logged in there', async () => {
    await admin.getByLabel('请输入“重置”以确认').fill('重置');
    await admin.getByRole('button', { name: '重置试运行县' }).click();
    await eventually('an empty trial', async () => {
      const { state, generation, figures } = await view();
      return state === 'running' && generation === 3 && figures?.cases === 0 ? true : undefined;
    });
    await trainee.goto('/console/');
    await trainee.getByLabel('账号').waitFor();
  });

  it('has left the real county alone', async () => {
    const counter = await staffAccount(server, 'bai.haoran');
    expect((await counter.get<TaskPage>('/api/tasks?list=all')).rows).toEqual([]);
    const page = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
    await page.goto('/');
    expect(await page.title()).not.toContain('试运行');
    const clock = await keeper.get<{ now: string }>('/api/demo/clock');
    expect(Math.abs(Date.parse(clock.now) - Date.now())).toBeLessThan(60_000);
  });
});
