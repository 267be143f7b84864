// Staff come and go: a list is imported, a slip logs in, a post is given, and an account is shut.

import type { StaffImportReport } from '@yichuang/contracts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkAt,
  logInStaff,
  openBrowser,
  startServer,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

let server: TestServer;
let browser: TestBrowser;
let admin: Page;
/** Fang Yi, who is new here. */
let clerk: Page;
let slip: StaffImportReport['slips'][number];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  admin = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
  await logInStaff(admin, server, 'admin');
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

const HEADER = '单位,岗位,姓名,登录名,手机';
const people = [
  '县住建局,施工管理科科员,方一,fang.yi,19900005001',
  '县住建局,施工管理科科员、安全监督站科员,方二,fang.er,',
  ',综合受理窗口工作人员,方三,fang.san,',
];
const sheet = (rows: readonly string[]) => ({
  name: '人员.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([HEADER, ...rows].join('\n')),
});
const OWN_PASSWORD = '四个随便的词 ok 42';

async function openAccount(name: string): Promise<void> {
  await admin.getByRole('link', { name: '账号', exact: true }).click();
  await admin.getByRole('searchbox', { name: '姓名、登录名、岗位或单位' }).fill(name);
  await admin.keyboard.press('Enter');
  await admin.getByRole('button', { name, exact: true }).click();
  await admin.getByRole('dialog', { name }).waitFor();
}

describe('accounts of staff', () => {
  it('are imported after a dry run: nobody while a row is wrong, then all', async () => {
    await admin.getByRole('link', { name: '账号', exact: true }).click();
    await admin.getByRole('cell', { name: 'qiao.mingyuan' }).waitFor();
    await checkAt(admin, 'phone');
    await checkAt(admin, 'desktop');
    await admin.getByRole('button', { name: '导入人员' }).click();
    const file = admin.getByLabel('选择文件');
    await file.setInputFiles(sheet([...people, '县住建局,督查员,方四,fang.si,']));
    await admin.getByRole('cell', { name: /由运维人员在服务器上任命|没有“督查员”/u }).waitFor();
    await checkAt(admin, 'phone');
    await checkAt(admin, 'desktop');
    await file.setInputFiles(sheet(people));
    const answer = admin.waitForResponse((each) =>
      each.url().endsWith('/api/accounts/import?dryRun=0'),
    );
    await admin.getByRole('button', { name: '导入 3 人并生成密码' }).click();
    const report = (await (await answer).json()) as StaffImportReport;
    const [first] = report.slips;
    if (first === undefined) throw new Error('no slip');
    slip = first;
    await admin.getByText(slip.password).first().waitFor();
    await checkAt(admin, 'phone');
    await checkAt(admin, 'desktop');
  });

  it('print as slips and nothing else', async () => {
    await admin.emulateMedia({ media: 'print' });
    expect(await admin.getByRole('heading', { name: '导入人员' }).isVisible()).toBe(false);
    expect(await admin.getByText(slip.password).last().isVisible()).toBe(true);
    await admin.emulateMedia({ media: 'screen' });
  });

  it('log in with the slip’s password, choose their own, and work', async () => {
    clerk = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
    await clerk.goto('/console/');
    await clerk.getByLabel('账号').fill(slip.loginName);
    await clerk.getByLabel('密码').fill(slip.password);
    await clerk.getByRole('button', { name: '登录', exact: true }).click();
    await clerk.getByLabel('当前密码').fill(slip.password);
    await clerk.getByLabel('新密码', { exact: true }).fill(OWN_PASSWORD);
    await clerk.getByLabel('再输一次新密码').fill(OWN_PASSWORD);
    await clerk.getByRole('button', { name: '保存新密码' }).click();
    await clerk.getByRole('heading', { name: '待办', level: 1 }).waitFor();
  });

  it('get a post that they have at once', async () => {
    const counter = clerk.getByRole('link', { name: '窗口代办' });
    expect(await counter.count()).toBe(0);
    await openAccount('方一');
    await admin.getByRole('searchbox', { name: '增加岗位' }).fill('住建窗口');
    await admin.getByRole('button', { name: /^住建窗口工作人员/u }).click();
    await admin.getByRole('button', { name: '免去住建窗口工作人员' }).waitFor();
    await checkAt(admin, 'phone');
    await checkAt(admin, 'desktop');
    await clerk.reload();
    await counter.first().waitFor();
  });

  it('are out at once when they are disabled', async () => {
    await admin.getByRole('button', { name: '停用', exact: true }).click();
    const asked = admin.getByRole('dialog', { name: '停用方一的账号？' });
    await asked.getByRole('button', { name: '停用', exact: true }).click();
    await admin.getByRole('button', { name: '恢复使用' }).waitFor();
    await clerk.reload();
    await clerk.getByLabel('账号').fill(slip.loginName);
    await clerk.getByLabel('密码').fill(OWN_PASSWORD);
    await clerk.getByRole('button', { name: '登录', exact: true }).click();
    await clerk.getByText('用户名或密码不正确').waitFor();
  });

  it('that supervise are shown and closed', async () => {
    await admin.keyboard.press('Escape');
    await openAccount('任刚正');
    const drawer = admin.getByRole('dialog', { name: '任刚正' });
    await drawer.getByText('只能由运维人员在服务器上').waitFor();
    expect(await drawer.getByRole('button', { name: '重置密码' }).count()).toBe(0);
  });
});
