// What comes next on a case, for staff and for the applicant; and an item rehearsed in the browser.

import type { ApplicantCaseView, CaseView, RehearsalResult } from '@yichuang/contracts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accountOf,
  applicant,
  checkAccessibility,
  constructionForm,
  fileCase,
  items,
  logInStaff,
  moveToMorning,
  openBrowser,
  resident,
  staff,
  startServer,
  type Connection,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

let server: TestServer;
let browser: TestBrowser;
let owner: Connection;
let caseId = '';

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  await moveToMorning(server);
  owner = await applicant(server, resident('tian-shulan'));
  ({ caseId } = await fileCase(owner, items.constructionPermit, constructionForm));
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

async function deskOf(post: string, viewport: 'desktop' | 'phone' = 'desktop'): Promise<Page> {
  const page = await browser.newPage({ viewport, baseUrl: server.url });
  await logInStaff(page, server, accountOf(post));
  return page;
}

describe('what comes next on a case', () => {
  it('is told to staff with people and days', async () => {
    const page = await deskOf('zj-counter');
    await page.goto(`/console/cases/${caseId}`);
    const next = page.getByRole('region', { name: '接下来' });
    // Folded to the next step, so that the acts stay in sight.
    await next.getByText('以及后面 5 步').click();
    await next.getByText(/方敬贤.*最迟/u).waitFor();
    const counter = await staff(server, 'zj-counter');
    const { forecast } = await counter.get<CaseView>(`/api/cases/${caseId}`);
    expect(forecast.map(({ nodeId, isOpen }) => [nodeId, isOpen])).toEqual([
      ['intake', true],
      ['countersign', false],
      ['deputy', false],
      ['leader', false],
      ['counter-fee', false],
      ['payment', false],
      ['delivery', false],
    ]);
    expect(forecast[1]?.expectedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
  });

  it('is told to the applicant without people and days', async () => {
    const { forecast } = await owner.get<ApplicantCaseView>(`/api/my/cases/${caseId}`);
    expect(forecast.length).toBe(7);
    for (const { postNames, holderNames, expectedOn } of forecast) {
      expect([postNames, holderNames, expectedOn]).toEqual([[], [], undefined]);
    }
  });
});

describe('rehearsing an item', () => {
  it('starts from the list of items and says at once how long it would take', async () => {
    const page = await deskOf('item-manager');
    await page.goto('/console/designer');
    await page.getByRole('link', { name: '推演：建筑工程施工许可' }).click();
    const result = page.getByRole('status', { name: '推演结果' });
    await result.getByText(/个工作日办完/u).waitFor();
    await checkAccessibility(page);
  });

  it('finds the bottleneck when the leader has little time, and what one more does', async () => {
    const page = await deskOf('item-manager');
    await page.goto(`/console/rehearsal/${items.constructionPermit}`);
    const form = page.getByRole('form', { name: '按这些数字推演' });
    await form.getByLabel('每个工作日收件（件）').fill('2');
    await form.getByLabel('局长投入本事项的时间比例（%）', { exact: true }).fill('10');
    await form.getByRole('button', { name: '推演' }).click();
    const result = page.getByRole('status', { name: '推演结果' });
    await result.getByText('瓶颈是〔局长〕').waitFor();
    const table = page.getByRole('table', { name: /用去的时间、等待/u });
    const leader = table.getByRole('row', { name: /局长 瓶颈/u });
    expect(await leader.innerText()).toMatch(/平均 .*超承诺/u);
  });

  it('fits a phone, where the answer comes first', async () => {
    const page = await deskOf('item-manager', 'phone');
    await page.goto(`/console/rehearsal/${items.constructionPermit}`);
    await page
      .getByRole('status', { name: '推演结果' })
      .getByText(/个工作日办完/u)
      .waitFor();
    await checkAccessibility(page);
    const widths = await page.evaluate('[document.body.scrollWidth, innerWidth]');
    const [content = 0, screen = 0] = widths as number[];
    expect(content).toBeLessThanOrEqual(screen);
  });

  it('is for who designs items, and the same for the same seed', async () => {
    const url = `/api/items/${items.constructionPermit}/rehearsal`;
    const counter = await staff(server, 'zj-counter');
    await expect(counter.send('POST', url, {})).rejects.toThrow(/right-not-held/u);
    const designer = await staff(server, 'item-manager');
    const run = () => designer.send<RehearsalResult>('POST', url, { seed: 5, perDay: 2 });
    expect(await run()).toEqual(await run());
  });
});
