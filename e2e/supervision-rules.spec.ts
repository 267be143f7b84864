// A supervision rule is copied, its threshold changed, tried on past cases, published by another
// supervisor; then it finds, and what it found is looked through to the very events.

import type { Page } from 'playwright-core';
import type { WatchHitPage } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkAt,
  eventually,
  moveToMorning,
  openBrowser,
  openDesks,
  referLetter,
  logInStaff,
  screenshot,
  sendLetter,
  startServer,
  type Desks,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

const AUTHOR = 'ren.gangzheng';
const PUBLISHER = 'cui.ming';
/** Has no case here. */
const ELSEWHERE = '云溪县卫生健康局';

const form = {
  title: '柿井村村口路灯坏了三个月',
  body: '柿井村村口到小学的路灯坏了三个月，孩子放学摸黑走路，请尽快修好。',
  division: 'yunxi/lp/03',
  wantsPublic: 'yes',
};

let server: TestServer;
let browser: TestBrowser;
let desks: Desks;
let author: Page;
let publisher: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  desks = openDesks(server, browser);
  await moveToMorning(server);
  const office = await desks.api('tang.minyi');
  for (const unit of ['yunxi/lp', 'yunxi/zfj']) {
    const { caseId } = await sendLetter(server, { itemCode: 'wz-complaint', form });
    await referLetter(office, caseId, unit);
  }
  await sendLetter(server, { itemCode: 'wz-complaint', form });
  await moveToMorning(server, 25);
  [author, publisher] = (await Promise.all(
    [AUTHOR, PUBLISHER].map(async (account) => {
      const page = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
      await logInStaff(page, server, account);
      return page;
    }),
  )) as [Page, Page];
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

async function wide(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 });
}

describe('a rule written, tried, published', () => {
  it('is found among the others, with what it means in words', async () => {
    await author.goto('/console/supervision/rules');
    await author.getByRole('heading', { name: '监察规则' }).waitFor();
    await author.getByRole('link', { name: '来信来访超期' }).waitFor();
    for (const size of ['phone', 'desktop'] as const) await checkAt(author, size);
    await wide(author);
    await screenshot(author, 'supervision-rules');
    await author.getByRole('link', { name: '环节严重超期' }).click();
    await author
      .getByText(/“超期天数”\s*大于 3/)
      .first()
      .waitFor();
  });

  it('is copied and its threshold changed in seconds', async () => {
    await author.getByRole('button', { name: '复制为新规则' }).click();
    await author.getByRole('heading', { name: '环节严重超期（副本）' }).waitFor();
    const days = author.getByLabel('超期天数');
    await days.fill('5');
    await days.press('Tab');
    await author.locator('summary').filter({ hasText: '修改条件、措辞和范围' }).click();
    await author.getByRole('combobox', { name: '限定单位…' }).selectOption(ELSEWHERE);
    await author.getByRole('button', { name: '保存并试算' }).click();
    await author.getByText('会命中 0 条').waitFor();
    await screenshot(author, 'supervision-scope');
    await author.getByRole('button', { name: `移出范围：${ELSEWHERE}` }).click();
    await author.getByRole('button', { name: '保存并试算' }).click();
    await author.getByText(/会命中 [1-9]\d* 条/).waitFor();
    await author.getByText('这份草稿是您写的').waitFor();
    for (const size of ['phone', 'desktop'] as const) await checkAt(author, size);
    await wide(author);
    await screenshot(author, 'supervision-trial');
  });

  it('is published by another, and finds', async () => {
    await publisher.goto('/console/supervision/rules/YX-K1');
    await publisher.getByText(/会命中 [1-9]\d* 条/).waitFor();
    await publisher.getByLabel(/发布理由/).fill('县里要求五天以上的环节超期必须过问');
    await publisher.getByRole('button', { name: '发布新版本' }).click();
    await publisher.getByText('县里要求五天以上的环节超期必须过问').waitFor();
    await moveToMorning(server, 1);
    const api = await desks.api(AUTHOR);
    const found = await eventually('a hit of the new rule', async () => {
      const page = await api.get<WatchHitPage>('/api/supervision/hits?ruleId=YX-K1');
      return page.rows.length > 0 ? page : undefined;
    });
    expect(found.rows[0]).toMatchObject({ ruleVersion: 1, light: 'red', status: 'open' });
  });
});

describe('a hit', () => {
  it('is in the list, narrowed by its rule, and opens by the keyboard', async () => {
    await author.goto('/console/supervision');
    await author.getByRole('table', { name: '监察线索' }).waitFor();
    for (const size of ['phone', 'desktop'] as const) await checkAt(author, size);
    await wide(author);
    await screenshot(author, 'supervision-hits');
    await author.goto('/console/supervision?ruleId=YX-K1');
    await author.getByRole('table', { name: '监察线索' }).waitFor();
    await author.keyboard.press('j');
    await author.keyboard.press('Enter');
    await author.getByRole('heading', { name: '证据' }).waitFor();
  });

  it('shows the events, the values that were read, and the basis', async () => {
    await author
      .getByText(/指纹 [0-9a-f]{12}/)
      .first()
      .waitFor();
    await author.getByText('超期天数', { exact: true }).waitFor();
    for (const size of ['phone', 'desktop'] as const) await checkAt(author, size);
    await wide(author);
    await screenshot(author, 'supervision-hit');
  });

  it('is set aside with a reason that stays', async () => {
    await author.locator('summary').filter({ hasText: '不予处理' }).click();
    await author.getByLabel(/理由/).fill('暴雨停电，单位已说明');
    await author.getByRole('button', { name: '不予处理' }).click();
    await author.getByText('暴雨停电，单位已说明').waitFor();
    await author.getByText(/状态变为\s*不予处理/).waitFor();
  });

  it('of others is nothing that a department sees', async () => {
    const api = await desks.api('fang.jingxian');
    const page = await api.get<WatchHitPage>('/api/supervision/hits?ruleId=YX-K1');
    expect(page.rows).toEqual([]);
  });
});

describe('a rule that is no longer wanted', () => {
  it('is retired by two: one proposes, the other agrees', async () => {
    await author.goto('/console/supervision/rules/YX-K1');
    await author.locator('summary').filter({ hasText: '停用这条规则' }).click();
    await author.getByLabel(/停用理由/).fill('与市里的规则重复');
    await author.getByLabel('依据的文件').fill('监察规则目录');
    await author.getByLabel('条款').fill('第九条');
    await author.getByRole('button', { name: '提出停用' }).click();
    await author.getByText('这是您提出的，规则仍然有效').waitFor();
    await publisher.goto('/console/supervision/rules/YX-K1');
    const agree = publisher.getByRole('button', { name: '同意停用', exact: true });
    await agree.waitFor();
    for (const size of ['phone', 'desktop'] as const) await checkAt(publisher, size);
    await wide(publisher);
    await screenshot(publisher, 'supervision-retirement');
    await agree.click();
    await publisher.locator('.badge').filter({ hasText: '已停用' }).waitFor();
  });
});
