// A clerk designs an approval in the browser, tries it, publishes it, and a colleague files it.

import type { Page } from 'playwright-core';
import type { TaskPage } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accountOf,
  checkAccessibility,
  logInStaff,
  openBrowser,
  screenshot,
  staff,
  startServer,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

const NAME = '用车申请';

let server: TestServer;
let browser: TestBrowser;
let desk: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  desk = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

const panel = () => desk.getByRole('complementary', { name: '选中的内容' });
const node = (name: string) => desk.locator('.node-face').filter({ hasText: name });
const saved = () => desk.getByRole('status').filter({ hasText: '已保存' }).waitFor();

/** Presses the + after a node and picks from its menu. */
async function addAfter(name: string, choice: string): Promise<void> {
  await desk.getByRole('button', { name: `在“${name}”之后添加`, exact: true }).click();
  await desk.getByRole('menuitem', { name: new RegExp(`^${choice}`) }).click();
}

/** Names the chosen step and says whose it is, by a few characters of the post. */
async function setStep(name: string, post: string): Promise<void> {
  await panel().getByLabel('名称', { exact: true }).fill(name);
  const posts = panel().getByRole('combobox', { name: '由谁办' });
  await posts.fill(post);
  await desk.locator('.ant-select-item-option').filter({ hasText: post }).first().click();
  await posts.press('Escape');
  await panel().getByRole('heading', { name, level: 2 }).waitFor();
}

describe('a clerk who designs', () => {
  it('begins with a name, a unit and for whom it is', async () => {
    await logInStaff(desk, server, accountOf('item-manager'));
    await desk.getByRole('link', { name: '事项设计' }).click();
    await desk.getByRole('button', { name: '新建事项' }).click();
    const dialog = desk.getByRole('dialog', { name: '新建事项' });
    await dialog.getByRole('textbox', { name: '事项名称' }).fill(NAME);
    await dialog.getByRole('radio', { name: '内部审批' }).check();
    await dialog.getByRole('button', { name: '开始设计' }).click();
    await desk.getByRole('heading', { name: NAME, level: 1 }).waitFor();
    await desk.getByText('1 处需要处理').waitFor();
  });

  it('asks for the money in the form, and sees it as colleagues will', async () => {
    await desk.getByRole('tab', { name: '表单' }).click();
    await desk.getByRole('button', { name: '添加一项' }).click();
    await desk.getByRole('menuitem', { name: '金额' }).click();
    const field = desk.getByRole('complementary', { name: '选中的表单项' });
    await field.getByLabel('问什么').fill('预计费用');
    await field.getByLabel('必须填写').check();
    await desk.getByRole('region', { name: '填表人看到的样子' }).getByText('预计费用').waitFor();
    await saved();
  });

  it('draws four steps with a choice and a parallel part by pressing +', async () => {
    await desk.getByRole('tab', { name: /^流程/ }).click();
    await node('审批').last().click();
    await setStep('科室负责人审批', '申请人所在单位 负责人');
    await addAfter('科室负责人审批', '条件分支');
    await panel().getByRole('heading', { name: '如果（还没有写条件）' }).waitFor();
    await panel().getByLabel('第 1 个条件比什么').fill('5000');
    await panel().getByText('读作：如果预计费用大于 5,000 元，就走这里。').waitFor();
    await node('还没有选谁来办').first().click();
    await setStep('分管领导审批', '申请人所在单位 分管');
    await addAfter('按条件分路', '并行分支');
    await node('还没有选谁来办').first().click();
    await setStep('财务登记', '申请人所在单位 财务');
    await node('还没有选谁来办').first().click();
    await setStep('办公室派车', '申请人所在单位 办公室');
    await desk.getByText('没有问题，可以发布').waitFor();
    await saved();
    await screenshot(desk, 'designer-flow');
    await checkAccessibility(desk, 'the designer with a flow');
  });

  it('undoes a removal', async () => {
    await node('办公室派车').press('Delete');
    const dialog = desk.getByRole('dialog', { name: '要删除吗？' });
    await dialog.getByRole('button', { name: '删除' }).click();
    await expect.poll(() => node('办公室派车').count()).toBe(0);
    await desk.getByRole('button', { name: '撤销' }).click();
    await node('办公室派车').waitFor();
  });

  it('tries it with invented people, and sees it go the other way with less money', async () => {
    await desk.getByRole('button', { name: '试走' }).click();
    const walk = desk.getByRole('complementary', { name: '试走一遍' });
    await walk.getByRole('list', { name: '轮到谁' }).getByText('科室负责人审批').waitFor();
    await walk.getByRole('button', { name: '同意', exact: true }).click();
    await walk.getByText('换一种填法试试').click();
    await walk.getByLabel(/^预计费用/).fill('800');
    await walk.getByRole('button', { name: '按这样重新提交' }).click();
    await walk.getByRole('button', { name: '自动走一遍' }).click();
    await walk.getByText('没有等人办的环节了。').waitFor();
    expect(await node('分管领导审批').textContent()).not.toContain('已完成');
    expect(await node('财务登记').textContent()).toContain('已完成');
    await screenshot(desk, 'designer-try');
    await walk.getByRole('button', { name: '结束试走' }).click();
  });

  it('publishes it from today, with a word about why', async () => {
    await desk.getByRole('button', { name: '发布', exact: true }).click();
    const dialog = desk.getByRole('dialog', { name: `发布“${NAME}”` });
    await dialog.getByLabel('改了什么、为什么').fill('第一版。');
    await dialog.getByRole('button', { name: '今天就发布' }).click();
    await desk.getByRole('status').filter({ hasText: '第 1 版已发布' }).waitFor();
    await desk.getByRole('button', { name: `改版：${NAME}` }).waitFor();
  });
});

describe('a colleague', () => {
  it('files it, and the head of the section has it at once', async () => {
    const phone = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
    await logInStaff(phone, server, accountOf('zj-construction-clerk'));
    await phone.goto('/console/start');
    await phone.getByRole('link', { name: new RegExp(NAME) }).click();
    await phone.getByLabel(/^预计费用/).fill('6000');
    await phone.getByLabel(/^事由/).fill('去市里开会。');
    await phone.getByRole('button', { name: '提交', exact: true }).click();
    await phone.getByText('已提交').first().waitFor();
    const head = await staff(server, 'zj-construction-head');
    const { rows } = await head.get<TaskPage>('/api/tasks');
    expect(rows.map(({ itemName, stepName }) => [itemName, stepName])).toContainEqual([
      NAME,
      '科室负责人审批',
    ]);
  });
});
