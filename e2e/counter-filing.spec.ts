// A resident without a phone walks in: the counter files for them and hands over the receipt.

import type { Page } from 'playwright-core';
import type { CaseView, TaskPage } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accountOf,
  jpegPage,
  logInStaff,
  openBrowser,
  resident,
  staff,
  startServer,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

const person = resident('luo-jianguo');

let server: TestServer;
let browser: TestBrowser;
let desk: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  desk = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

const type = (label: string, text: string) => desk.getByLabel(label, { exact: true }).fill(text);

describe('filing at the counter', () => {
  it('finds the item by a few characters and judges the number before it goes on', async () => {
    await logInStaff(desk, server, accountOf('sj-counter'));
    await desk.getByRole('link', { name: '窗口代办' }).click();
    await desk.getByRole('searchbox', { name: '办理事项' }).fill('个体工商户设立');
    await desk.getByRole('button', { name: /^个体工商户设立登记/ }).click();
    await desk.getByRole('radio', { name: '个人' }).check();
    await type('姓名', person.name);
    await type('身份证号', `${person.citizenId.slice(0, 17)}9`);
    await desk.getByRole('button', { name: '开始填写' }).click();
    await desk.getByText('校验码不对，请逐位核对').waitFor();
    await type('身份证号', person.citizenId);
    await desk.getByLabel(/^手机号码/).fill(person.phone);
    await desk.getByRole('button', { name: '开始填写' }).click();
    await desk.getByRole('heading', { name: '一、填写表单' }).waitFor();
  });

  it('keeps what is typed as a draft and says what is still missing', async () => {
    await desk.getByText(/还有 \d+ 处需要处理/).waitFor();
    await type('名称', '云溪县柳浦镇建国五金店');
    await type('经营场所', '云溪县柳浦镇河沿街 9 号');
    await type('经营范围', '五金产品零售。');
    await desk.getByLabel('组成形式').selectOption({ label: '个人经营' });
    await type('资金数额', '5');
    await type('从业人数', '1');
    await desk.getByLabel('是否委托他人办理').selectOption({ label: '否' });
    await desk.getByLabel(/^联系人/).click();
    await desk.getByRole('status').filter({ hasText: '已保存' }).waitFor();
    await desk.getByText('还有 1 处需要处理').waitFor();
    await desk.reload();
    await desk.getByRole('heading', { name: '一、填写表单' }).waitFor();
    const name = desk.getByLabel('名称', { exact: true });
    await expect.poll(() => name.inputValue()).toBe('云溪县柳浦镇建国五金店');
  });

  it('takes scanned pages, files once, and shows the receipt to print', async () => {
    const file = { name: 'scan.jpg', mimeType: 'image/jpeg', buffer: await jpegPage('lease') };
    await desk.getByLabel('上传文件 经营场所使用相关文件').setInputFiles(file);
    await desk.getByText('可以提交了').waitFor();
    await desk.getByRole('button', { name: '提交申请' }).click();
    await desk.getByRole('heading', { name: '申请已提交' }).waitFor();
    await desk.getByText('只显示这一次，请交给申请人').waitFor();
    await desk.getByTitle('打印接收凭证').waitFor();
    await desk.getByRole('img', { name: '评价二维码' }).waitFor();
  });

  it('is the walk-in resident’s case, filed at the counter by a named clerk', async () => {
    const clerk = await staff(server, 'sj-counter');
    const { rows } = await clerk.get<TaskPage>('/api/tasks');
    expect(rows).toHaveLength(1);
    const view = await clerk.get<CaseView>(`/api/cases/${rows[0]?.caseId ?? ''}`);
    expect(view).toMatchObject({ channel: 'counter', phase: 'received' });
    expect(view.applicant.name).toBe(person.name);
    await desk.getByRole('link', { name: '打开这件办件' }).click();
    await desk.getByText('窗口申请').waitFor();
  });
});
