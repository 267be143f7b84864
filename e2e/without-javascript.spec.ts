// The whole filing in a browser that runs no scripts: an old phone, a strict office, a slow line.

import type { Page } from 'playwright-core';
import type { ApplicantCaseView, TaskPage } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerSection,
  fill,
  identify,
  items,
  jpegPage,
  logIn,
  materialCard,
  openBrowser,
  resident,
  soleProprietorSections,
  staff,
  startServer,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

const person = resident('ouyang-xiaoyu');
const { business, operator, size, contact } = soleProprietorSections;

let server: TestServer;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  page = await browser.newPage({ viewport: 'phone', javaScript: false, baseUrl: server.url });
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

describe('without scripts', () => {
  it('one finds the item by its everyday name', async () => {
    await page.goto('/');
    await page.getByRole('searchbox').fill('个体户');
    await page.getByRole('button', { name: '搜索' }).click();
    await page.getByRole('link', { name: '个体工商户设立登记' }).first().click();
    await page.getByRole('button', { name: '在线办理' }).click();
    expect(page.url()).toContain(encodeURIComponent(`/items/${items.soleProprietor}/apply`));
  });

  it('one logs in, is identified and answers step by step', async () => {
    await logIn(page, server, person);
    await identify(page, person);
    await page.getByRole('button', { name: '开始填写' }).click();
    await answerSection(page, business, '经营者');
    await answerSection(page, operator, '规模');
    await fill(page, { title: '资金数额', text: '八万' });
    await page.getByRole('button', { name: '保存并继续' }).click();
    await page.getByRole('alert').getByText('资金数额应填写数字').waitFor();
    expect(await page.getByLabel('资金数额').inputValue()).toBe('八万');
    await answerSection(page, size, '联系方式');
    await answerSection(page, contact, '上传材料');
  });

  it('one sends files as they are, and a wrong one is refused in a sentence', async () => {
    const card = materialCard(page, '经营场所使用相关文件');
    const text = { name: 'lease.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') };
    await card.getByLabel('选择文件或拍照').setInputFiles(text);
    await card.getByRole('button', { name: '上传' }).click();
    await page.getByRole('alert').getByText('lease.jpg').waitFor();
    for (const name of ['1.jpg', '2.jpg']) {
      const file = { name, mimeType: 'image/jpeg', buffer: await jpegPage(name) };
      await card.getByLabel('选择文件或拍照').setInputFiles(file);
      await card.getByRole('button', { name: '上传' }).click();
    }
    await card.getByText('已上传 2 页').waitFor();
    await card.getByRole('button', { name: '删除第 2 页' }).click();
    await card.getByText('已上传 1 页').waitFor();
  });

  it('one checks the whole, files it and sees the case', async () => {
    await page.getByRole('link', { name: '下一步：核对' }).click();
    await page.getByText('云溪县柳浦镇小满面馆').waitFor();
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.getByRole('heading', { name: '已收到您的申请' }).waitFor();
    await page.getByRole('link', { name: '查看进度' }).click();
    await page.getByRole('heading', { name: '办理经过' }).waitFor();
    const clerk = await staff(server, 'sj-counter');
    const { rows } = await clerk.get<TaskPage>('/api/tasks');
    expect(rows.map(({ applicantName }) => applicantName)).toEqual([person.name]);
  });

  it('one reminds whoever has it, once a day', async () => {
    await page.getByRole('button', { name: '催一催' }).click();
    await page.getByText('已经提醒办理人').waitFor();
    expect(await page.getByRole('button', { name: '催一催' }).count()).toBe(0);
  });

  it('one withdraws it, asked once in words', async () => {
    await page.getByRole('link', { name: '撤回申请' }).click();
    await page.getByRole('heading', { name: '撤回“个体工商户设立登记”的申请？' }).waitFor();
    await page.getByRole('button', { name: '撤回申请' }).click();
    await page.getByText('申请已撤回').first().waitFor();
    const clerk = await staff(server, 'sj-counter');
    const { rows } = await clerk.get<TaskPage>('/api/tasks?list=all');
    const path = `/api/cases/${rows[0]?.caseId ?? ''}`;
    expect((await clerk.get<Pick<ApplicantCaseView, 'phase'>>(path)).phase).toBe('withdrawn');
  });

  it('one applies again with the same data', async () => {
    await page.getByRole('button', { name: '用原来的内容重新申请' }).click();
    await page.getByText(person.name).first().waitFor();
    expect(page.url()).toContain('/drafts/');
  });
});
