// Writing a letter as people do it: on a phone with and without scripts, on a device that others
// use too. The pages are the portal's, the county behind them the examples'; letters over a whole
// server are in the other specs.

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { letterBody, letterReceipt } from '../packages/portal/src/examples/letters.examples.ts';
import { exampleServices } from '../packages/portal/src/examples/services.examples.ts';
import { exampleSite } from '../packages/portal/src/examples/site.examples.ts';
import { openBrowser, type PageOptions, type TestBrowser } from './harness/index.ts';

let app: Awaited<ReturnType<typeof exampleSite>>;
let services: ReturnType<typeof exampleServices>;
let browser: TestBrowser;
let baseUrl: string;
let page: Page;

beforeAll(async () => {
  services = exampleServices();
  app = await exampleSite(services);
  baseUrl = await app.listen({ host: '127.0.0.1', port: 0 });
  browser = await openBrowser();
});
afterAll(() => Promise.all([browser.close(), app.close()]));
afterEach(() => page.context().close());

const open = async (options: Partial<PageOptions> = {}) => {
  page = await browser.newPage({ viewport: 'phone', baseUrl, ...options });
  await page.goto('/letters/write');
};
const words = () => page.getByLabel('您想说什么？');
const next = () => page.getByRole('button', { name: '下一步' }).click();
const kept = () => page.evaluate(() => localStorage.getItem('yichuang-letter'));

describe('without scripts', () => {
  it('a letter is four short pages, and number and password lead back to it', async () => {
    await open({ javaScript: false });
    await words().fill(letterBody);
    await next();
    await page.getByRole('heading', { name: '补充几点' }).waitFor();
    expect(await page.getByLabel('标题').inputValue()).toMatch(/^柿井村村口到小学的路灯坏了三个月/);
    expect(await page.getByRole('radio', { name: /^投诉/ }).isChecked()).toBe(true);
    await page.getByLabel('事情发生在哪里？').selectOption('柿井村');
    await page.getByRole('radio', { name: '可以公开' }).check();
    const photo = { name: '灯.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('photo') };
    await page.getByLabel('选择文件或拍照').setInputFiles(photo);
    await next();
    await page.getByRole('radio', { name: '不登录，直接写' }).check();
    await page.getByLabel('手机号').last().fill('13800138000');
    await next();
    await page.getByText('柳浦镇 柿井村').waitFor();
    await page.getByRole('button', { name: '寄出', exact: true }).click();
    await page.getByRole('heading', { name: '信已收到' }).waitFor();
    await page.getByText(letterReceipt.number).waitFor();
    await page.getByRole('button', { name: '查看这封信' }).click();
    await page.getByText('施工单位已接好线路').waitFor();
    expect(page.url()).not.toContain(encodeURIComponent(letterReceipt.number));
    expect(services.record.letters.filed.at(-1)?.body).toMatchObject({
      itemCode: 'wz-complaint',
      form: { division: 'yunxi/lp/03', wantsPublic: 'yes' },
      pages: [{ name: '灯.jpg' }],
    });
  });

  it('a bad rating needs words, and nothing that was chosen is lost', async () => {
    await open({ javaScript: false });
    await page.goto('/letters/mine');
    await page.getByLabel('来信编号').fill(letterReceipt.number);
    await page.getByLabel('查询密码').fill(letterReceipt.password);
    await page.getByRole('button', { name: '查询' }).click();
    const [office, handler] = ['对办理单位', '对经办人'].map((name) =>
      page.getByRole('group', { name }),
    );
    await office?.getByRole('radio', { name: '满意', exact: true }).check();
    await handler?.getByRole('radio', { name: '不满意' }).check();
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByRole('alert').getByText('请说明哪里不满意').waitFor();
    expect(await handler?.getByRole('radio', { name: '不满意' }).isChecked()).toBe(true);
    await page.getByLabel('想说的话').first().fill('没有回答以后找谁。');
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByText('谢谢您的评价').waitFor();
    expect(services.record.letters.acts.at(-1)).toMatchObject({ comment: '没有回答以后找谁。' });
  });
});

describe('with scripts', () => {
  it('what was typed is there again, until it is cleared', async () => {
    await open();
    await words().fill('村口的路灯坏了');
    await page.reload();
    expect(await words().inputValue()).toBe('村口的路灯坏了');
    await page.getByRole('button', { name: '清除草稿' }).click();
    expect(await words().inputValue()).toBe('');
    expect(await kept()).toBeNull();
  });

  it('a letter that was sent leaves nothing behind on the device', async () => {
    await open();
    await words().fill(letterBody);
    await next();
    await next();
    await page.getByRole('radio', { name: '不登录，直接写' }).check();
    await next();
    expect(await kept()).toContain('路灯');
    await page.getByRole('button', { name: '寄出', exact: true }).click();
    await page.getByRole('heading', { name: '信已收到' }).waitFor();
    expect(await kept()).toBeNull();
  });

  it('a report leaves nothing behind as soon as it is one', async () => {
    await open();
    await words().fill(letterBody);
    await next();
    expect(await page.getByLabel('被反映的单位').isVisible()).toBe(false);
    await page.getByText('都不是，换一类').click();
    await page.getByRole('radio', { name: /^举报/ }).check();
    expect(await kept()).toBeNull();
    expect(await page.getByLabel('被反映的单位').isVisible()).toBe(true);
    expect(await page.getByRole('radio', { name: '可以公开' }).isVisible()).toBe(false);
    await page.getByLabel('具体地点').fill('学府路');
    await next();
    await page.getByRole('radio', { name: '不登录，直接写' }).check();
    expect(await kept()).toBeNull();
    await page.getByRole('button', { name: '上一步' }).click();
    await page.getByRole('button', { name: '上一步' }).click();
    await words().fill('另一件事');
    expect(await kept()).toBeNull();
  });

  it('answers that may fit appear while one types', async () => {
    await open({ viewport: 'desktop' });
    await words().fill(letterBody);
    await page.getByRole('link', { name: '兰岭社区路灯不亮' }).waitFor();
  });

  it('township and village are two short lists', async () => {
    await open();
    await words().fill('路灯坏了，没人修');
    await next();
    await page.getByLabel('事情发生在哪里？').selectOption('柳浦镇');
    await page.getByLabel('村（社区）').selectOption('柿井村');
    await next();
    await page.getByRole('radio', { name: '不登录，直接写' }).check();
    await next();
    await page.getByText('柳浦镇 柿井村').waitFor();
  });

  it('Enter in a field goes on, and never back', async () => {
    await open({ viewport: 'desktop' });
    await words().fill(letterBody);
    await next();
    await page.getByLabel('标题').press('Enter');
    await page.getByRole('heading', { name: '您是谁' }).waitFor();
  });
});
