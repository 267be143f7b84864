// Everyday approvals: a leave filed and decided on a phone, a purchase that goes further, a return
// and a second try, three approved at once of which one is not, the lists that people know.

import type { ListCounts, TaskPage } from '@yichuang/contracts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkAccessibility,
  logInStaff,
  moveToMorning,
  openBrowser,
  screenshot,
  staffAccount,
  startServer,
  type Connection,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

let server: TestServer;
let browser: TestBrowser;
/** 李青禾, a clerk, and 乔明远, the head of the section, both on a phone. */
let clerk: Page;
let head: Page;
let clerkApi: Connection;
let headApi: Connection;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  await moveToMorning(server);
  clerk = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
  head = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
  await logInStaff(clerk, server, 'li.qinghe');
  await logInStaff(head, server, 'qiao.mingyuan');
  clerkApi = await staffAccount(server, 'li.qinghe');
  headApi = await staffAccount(server, 'qiao.mingyuan');
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

async function fileLeave(page: Page, reason: string): Promise<void> {
  await page.goto('/console/start/office-leave');
  await page.getByRole('button', { name: '明天', exact: true }).click();
  await page.getByLabel(/^事由/).fill(reason);
  await page.getByText('提交后由 乔明远 审批').waitFor();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('heading', { name: '已提交', level: 1 }).waitFor();
}

const todo = async (api: Connection): Promise<TaskPage['rows']> =>
  (await api.get<TaskPage>('/api/tasks')).rows;

describe('a leave', () => {
  it('is filed on one page of a phone, with one-touch days and words', async () => {
    await clerk.getByRole('link', { name: '发起', exact: true }).click();
    await clerk
      .getByRole('link', { name: /^请 请假申请|请假申请/ })
      .first()
      .click();
    await clerk.getByRole('heading', { name: '请假申请', level: 1 }).waitFor();
    await clerk.getByRole('radio', { name: '事假' }).check({ force: true });
    await clerk.getByRole('button', { name: '明天', exact: true }).click();
    await clerk.getByRole('button', { name: '家中有事' }).click();
    await clerk.getByText('提交后由 乔明远 审批').waitFor();
    await clerk.getByRole('status').filter({ hasText: '1 天' }).waitFor();
    await checkAccessibility(clerk);
    await screenshot(clerk, 'leave-phone');
    await clerk.getByRole('button', { name: '提交', exact: true }).click();
    await clerk.getByText('李青禾的请假申请 1 天').waitFor();
    await clerk.getByText('正在由 乔明远 审批。').waitFor();
  });

  it('is decided from its card with one thumb', async () => {
    await head.goto('/console/todo');
    const row = head.getByRole('link', { name: /李青禾的请假申请 1 天/ });
    await row.waitFor();
    await checkAccessibility(head);
    await screenshot(head, 'todo-phone');
    await row.click();
    await head.getByText('家中有事').waitFor();
    await checkAccessibility(head);
    await screenshot(head, 'card-phone');
    await head.getByRole('button', { name: '同意', exact: true }).click();
    await head.getByRole('status').filter({ hasText: '已同意' }).waitFor();
    await head.getByRole('heading', { name: '待办', level: 1 }).waitFor();
    const { rows } = await clerkApi.get<TaskPage>('/api/tasks?list=started');
    expect(rows[0]).toMatchObject({ phase: 'concluded', outcome: 'granted' });
  });

  it('on days off says what is wrong, before anything is sent', async () => {
    await clerk.goto('/console/start/office-leave');
    await clerk.getByLabel('开始日期').fill('2026-11-28');
    await clerk.getByLabel('结束日期').fill('2026-11-29');
    await clerk.getByRole('status').filter({ hasText: '0 天' }).waitFor();
    await clerk.getByText('填好后显示由谁审批').waitFor();
    await clerk.getByRole('button', { name: '提交', exact: true }).click();
    await clerk.getByText(/不能小于\s?0.5/).waitFor();
    expect((await todo(headApi)).length).toBe(0);
  });

  it('kept as a draft is found again, finished and sent', async () => {
    await clerk.goto('/console/start/office-leave');
    await clerk.getByLabel(/^工作交给/).fill('周牧野');
    await clerk.getByRole('button', { name: '存草稿' }).click();
    await clerk.getByRole('link', { name: '您有 1 份草稿，接着填' }).click();
    await clerk.getByRole('heading', { name: '草稿', level: 1 }).waitFor();
    await checkAccessibility(clerk);
    await clerk.getByRole('link', { name: /李青禾的请假申请/ }).click();
    await expect.poll(() => clerk.getByLabel(/^工作交给/).inputValue()).toBe('周牧野');
    await clerk.getByRole('button', { name: '提交', exact: true }).click();
    await clerk.getByRole('heading', { name: '已提交', level: 1 }).waitFor();
    const counts = await clerkApi.get<ListCounts>('/api/tasks/counts');
    expect(counts).toMatchObject({ drafts: 0, started: 1 });
  });

  it('that is returned comes back with the reason, and is sent again', async () => {
    await head.goto('/console/todo');
    await head.getByRole('link', { name: /李青禾的请假申请/ }).click();
    await head.getByRole('button', { name: '退回', exact: true }).click();
    await head.getByLabel('请写明为什么退回').fill('请写明事由');
    await head.getByRole('button', { name: '退回', exact: true }).click();
    await head.getByRole('status').filter({ hasText: '已退回申请人' }).waitFor();

    await clerk.goto('/console/todo');
    await clerk.getByRole('link', { name: /李青禾的请假申请/ }).click();
    await clerk.getByText('请写明事由').first().waitFor();
    await expect.poll(() => clerk.getByLabel(/^工作交给/).inputValue()).toBe('周牧野');
    await checkAccessibility(clerk);
    await clerk.getByRole('button', { name: '探望父母' }).click();
    await clerk.getByRole('button', { name: '重新提交' }).click();
    await clerk.getByRole('heading', { name: '我发起的', level: 1 }).waitFor();
    const [row] = await todo(headApi);
    expect(row).toMatchObject({ title: '李青禾的请假申请 1 天' });
    expect(row?.line).toContain('探望父母');
  });
});

describe('a purchase over the tier', () => {
  it('goes past the head to finance and office at once, then to the deputy leader', async () => {
    const desk = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
    await logInStaff(desk, server, 'li.qinghe');
    await desk.goto('/console/start/office-purchase');
    await desk.getByLabel('买什么').fill('笔记本电脑');
    await desk.getByLabel('金额').fill('6,800');
    await desk.getByLabel('用途').fill('新增人员配备');
    await desk.getByText('提交后由 乔明远 审批').waitFor();
    await checkAccessibility(desk);
    await desk.getByRole('button', { name: '提交', exact: true }).click();
    await desk.getByText('李青禾的采购申请 ¥6,800.00').waitFor();
    await approveFirst(headApi, 'office-purchase');
    for (const account of ['jin.suanpan', 'xu.jinglan', 'he.zhengyang']) {
      await approveFirst(await staffAccount(server, account), 'office-purchase');
    }
    const { rows } = await clerkApi.get<TaskPage>('/api/tasks?list=started');
    const purchase = rows.find((row) => row.itemCode === 'office-purchase');
    expect(purchase).toMatchObject({ outcome: 'granted' });
  });
});

async function approveFirst(api: Connection, itemCode: string): Promise<void> {
  const { rows } = await api.get<TaskPage>(`/api/tasks?itemCode=${itemCode}`);
  const [row] = rows;
  if (row?.taskId === undefined) throw new Error('nothing to approve');
  const { caseId, taskId } = row;
  const command = { type: 'ApproveTask', taskId, opinion: '同意' };
  await api.send('POST', `/api/cases/${caseId}/commands`, command);
}

describe('many at once', () => {
  it('approves what it can and says why one was not', async () => {
    for (const reason of ['甲', '乙']) await fileLeave(clerk, reason);
    const desk = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
    await logInStaff(desk, server, 'qiao.mingyuan');
    const boxes = desk.getByRole('checkbox', { name: /^选择 李青禾的请假申请/ });
    await boxes.nth(2).waitFor();
    for (const n of [0, 1, 2]) await boxes.nth(n).check();
    await checkAccessibility(desk);
    await screenshot(desk, 'batch-console');
    // Meanwhile one of them is decided elsewhere.
    await approveFirst(headApi, 'office-leave');
    await desk.getByRole('button', { name: '同意所选（3）' }).click();
    await desk.getByText('2 件已同意，1 件没有办成').waitFor();
    await desk.getByRole('listitem').filter({ hasText: '李青禾的请假申请' }).waitFor();
    expect(await todo(headApi)).toEqual([]);
  });
});

describe('the lists', () => {
  it('are each a page that everybody can use, with what waits in each', async () => {
    const office = await staffAccount(server, 'xu.jinglan');
    const before = await office.get<ListCounts>('/api/tasks/counts');
    expect(before.toread).toBeGreaterThan(0);
    const phone = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
    await logInStaff(phone, server, 'xu.jinglan');
    await phone.getByRole('link', { name: new RegExp(`^待阅\\s?${before.toread}$`) }).click();
    await phone
      .getByRole('link', { name: /未读：\s*李青禾的请假申请/ })
      .first()
      .click();
    await phone.getByRole('tablist', { name: '办件内容' }).waitFor();
    await phone.goto('/console/read');
    await phone.getByRole('link', { name: /李青禾的请假申请/ }).waitFor();
    expect((await office.get<ListCounts>('/api/tasks/counts')).toread).toBe(before.toread - 1);
    for (const list of ['todo', 'toread', 'done', 'read', 'started', 'followed']) {
      await head.goto(`/console/${list}`);
      await head.getByRole('navigation', { name: '我的列表' }).waitFor();
      await checkAccessibility(head);
    }
  });

  it('keep what one follows', async () => {
    await head.goto('/console/done');
    await head
      .getByRole('link', { name: /李青禾的请假申请/ })
      .first()
      .click();
    await head.getByRole('button', { name: '关注', exact: true }).click();
    await head.getByRole('button', { name: '取消关注' }).waitFor();
    await head.goto('/console/followed');
    await head.getByRole('link', { name: /李青禾的请假申请/ }).waitFor();
  });
});
