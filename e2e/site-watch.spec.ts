// The county's site, measured by itself: criteria, findings, and who may see them.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkAccessibility,
  logInStaff,
  openBrowser,
  screenshot,
  startServer,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

let server: TestServer;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  page = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
  await logInStaff(page, server, 'ren.gangzheng');
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

describe('the watch over the site', () => {
  it('says what was never measured, looks at once when asked, and names what to mend', async () => {
    await page.goto('/console/site-watch');
    await page.getByRole('heading', { name: '网站监测' }).waitFor();
    await page
      .getByRole('row', { name: /链接打不开/ })
      .getByText('尚未实测')
      .waitFor();
    await page.getByRole('button', { name: '现在检查' }).click();
    await page.getByText('正在检查').first().waitFor();
    const guides = page.getByRole('row', { name: /办事指南要素缺失/ });
    await expect
      .poll(
        async () => {
          await page.reload();
          await guides.waitFor();
          return guides.innerText();
        },
        { timeout: 90_000, interval: 2000 },
      )
      .toContain('不合格');
    const findings = page.getByRole('region', { name: /缺四类以上要素的指南/ });
    expect(await findings.getByRole('listitem').count()).toBeGreaterThan(0);
    await page.getByText('没有发现打不开的链接').waitFor();
    await checkAccessibility(page);
    await screenshot(page, 'site-watch');
  });

  it('reads on a phone', async () => {
    const phone = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
    await logInStaff(phone, server, 'ren.gangzheng');
    await phone.goto('/console/site-watch');
    await phone.getByRole('row', { name: /网站打不开/ }).waitFor();
    await checkAccessibility(phone);
    await screenshot(phone, 'site-watch-phone');
  });
});
