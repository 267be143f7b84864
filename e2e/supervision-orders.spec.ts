// 督办: an order from a letter to its closing, with a return, an objection and an appeal; each side
// on its own screen, the unit's director on a phone.

import type { CaseOrders, CaseView, OrderCourse, OrderPage } from '@yichuang/contracts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  act,
  actOn,
  checkAccessibility,
  checkAt,
  eventually,
  moveToMorning,
  openAct,
  openBrowser,
  openDesks,
  logInStaff,
  referLetter,
  screenshot,
  sendLetter,
  startServer,
  type Connection,
  type Desks,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

let server: TestServer;
let browser: TestBrowser;
let desks: Desks;
/** 方敬贤, director of the housing bureau, on a phone. */
let director: Page;
let directorApi: Connection;
let supervised: string;
let order: string;

const SUPERVISOR = 'ren.gangzheng';
const OTHER = 'cui.ming';
const HEAD = 'yan.zheng';
const LEADER = 'fang.zheng';

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  await moveToMorning(server);
  desks = openDesks(server, browser);
  const receipt = await sendLetter(server, {
    itemCode: 'wz-complaint',
    sender: { name: '王小雨', phone: '19900008899' },
    form: {
      title: '工地夜间施工噪声',
      body: '小区旁工地夜里十一点以后还在打桩，两次来信没有答复。',
      division: 'yunxi',
      place: '幸福小区东门',
    },
  });
  const letters = await desks.api('tang.minyi');
  supervised = receipt.caseId;
  await referLetter(letters, supervised, 'yunxi/zjj');
  director = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
  await logInStaff(director, server, 'fang.jingxian');
  directorApi = await desks.api('fang.jingxian');
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

/** The case as somebody sees it, once the documents that its flow waits for have been sealed. */
async function waitForStep(by: Connection, stepId: string): Promise<CaseView> {
  const office = await desks.api(SUPERVISOR);
  await eventually(stepId, async () => {
    const { tasks } = await office.get<CaseView>(`/api/cases/${order}`);
    return tasks.find((task) => task.stepId === stepId);
  });
  return by.get<CaseView>(`/api/cases/${order}`);
}

/** Fills in what the step has to write, as a person does, and sends it on. */
async function writeAndPass(
  page: Page,
  verb: string,
  texts: Readonly<Record<string, string>>,
): Promise<void> {
  const form = await openAct(page, '填写');
  for (const [label, text] of Object.entries(texts)) {
    const box = form.getByLabel(new RegExp(`^${label}(（可不填）)?$`, 'u'));
    const isChoice = (await box.evaluate((element) => element.tagName)) === 'SELECT';
    if (isChoice) await box.selectOption({ label: text });
    else await box.fill(text);
  }
  await form.getByRole('button', { name: '填写', exact: true }).click();
  await page.getByRole('status').filter({ hasText: '已填写' }).last().waitFor();
  // On a phone the sheet of the first act is still closing.
  await atOrder(page);
  await act(page, verb);
}

/** The same without a screen, where the journey has shown it before. */
async function writeByApi(account: string, patch: Readonly<Record<string, unknown>>) {
  const by = await desks.api(account);
  await actOn(by, order, 'AmendForm', { patch });
  await actOn(by, order, 'ApproveTask', { opinion: '' });
}

async function atOrder(page: Page): Promise<Page> {
  await page.goto(`/console/cases/${order}`);
  await page.getByRole('tablist', { name: '办件内容' }).waitFor();
  return page;
}

describe('a supervision order', () => {
  it('is written from the case in one form that is filled in already', async () => {
    const page = await desks.at(SUPERVISOR, supervised);
    await page.getByRole('link', { name: '发督办单' }).click();
    await page.getByRole('heading', { name: '新建督办单', level: 1 }).waitFor();
    const unit = page.getByLabel('被督办单位');
    await expect.poll(() => unit.inputValue()).toBe('yunxi/zjj');
    await page.getByLabel('督办依据').fill('');
    await page.getByRole('button', { name: '提交审核' }).click();
    await page.getByText('请填写督办依据。').waitFor();
    await page.getByLabel('督办依据').fill('《信访工作条例》第四十条。');
    await page.getByLabel('反馈期限（工作日）').fill('3');
    await page.getByLabel('疑点记录').fill('疑似与施工单位有往来');
    await checkAccessibility(page);
    await screenshot(page, 'order-new');
    await page.getByRole('button', { name: '提交审核' }).click();
    await page.getByRole('tab', { name: '督办过程' }).waitFor();
    const list = await (await desks.api(SUPERVISOR)).get<OrderPage>('/api/supervision/orders');
    order = list.rows[0]?.caseId ?? '';
    expect(list.rows).toMatchObject([{ stage: 'review', unitId: 'yunxi/zjj' }]);
  });

  it('is reviewed by the head, sealed, and signed for by the unit on a phone', async () => {
    await act(await desks.at(HEAD, order), '审核通过');
    const view = await waitForStep(directorApi, 'sign');
    expect(view.documents).toMatchObject([{ template: 'supervision-order' }]);
    expect(JSON.stringify(view)).not.toContain('疑似与施工单位有往来');
    const { documentId = '' } = view.documents[0] ?? {};
    const pdf = await director.request.get(
      `${server.url}/api/cases/${order}/documents/${documentId}`,
    );
    expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect((await pdf.body()).toString('latin1')).toContain('/ByteRange');
    await director.goto('/console/todo');
    await director.getByText('督办单').first().waitFor();
    await atOrder(director);
    await director.getByRole('heading', { name: /^督办单 · / }).waitFor();
    await checkAt(director, 'phone');
    await screenshot(director, 'order-phone');
    await act(director, '签收');
  });

  it('is fed back, found wanting, returned with the reason, and fed back again', async () => {
    await waitForStep(directorApi, 'feedback');
    await atOrder(director);
    await writeAndPass(director, '提交反馈', { 整改情况: '已要求工地整改。' });
    const other = await desks.at(OTHER, order);
    const reject = await openAct(other, '退回整改');
    await reject.getByRole('textbox').fill('没有说明原因，也没有答复来信人。');
    await act(other, '退回整改');
    await waitForStep(directorApi, 'feedback');
    await atOrder(director);
    await director.getByText('没有说明原因，也没有答复来信人。').first().waitFor();
    const form = await openAct(director, '修改表单');
    await form.getByLabel(/^整改情况/u).fill('工地已停止夜间施工，来信人已经答复。');
    await form.getByRole('button', { name: '修改表单', exact: true }).click();
    await director.getByRole('status').filter({ hasText: '已修改表单' }).last().waitFor();
    await atOrder(director);
    await act(director, '提交反馈');
  });

  it('is closed with points; the objection is rejected, the appeal lowers them', async () => {
    await writeAndPass(await desks.at(OTHER, order), '核查通过', {
      核查情况: '属实，已经整改。',
      责任认定: '一般过错',
      扣分: '2',
    });
    await waitForStep(directorApi, 'objection');
    await atOrder(director);
    await writeAndPass(director, '提交答复', { 提出异议: '是', 异议理由: '施工单位隐瞒了情况。' });
    await waitForStep(await desks.api(HEAD), 'objection-decision');
    await writeByApi(HEAD, {
      objectionOutcome: 'rejected',
      objectionReason: '来信两次未答复，与施工单位无关。',
      pointsAfterObjection: 2,
    });
    await waitForStep(directorApi, 'appeal');
    await writeByApi('fang.jingxian', { appealed: true, appealGrounds: '转办时已经逾期。' });
    await waitForStep(await desks.api(LEADER), 'appeal-decision');
    await writeAndPass(await desks.at(LEADER, order), '作出决定', {
      申诉决定: '部分成立',
      申诉决定理由: '转办逾期属实，酌情减轻。',
      最终扣分: '1',
    });
    const closed = await eventually('the closing notice', async () => {
      const view = await directorApi.get<CaseView>(`/api/cases/${order}`);
      return view.phase === 'concluded' ? view : undefined;
    });
    expect(closed.form).toMatchObject({ points: 2, pointsAfterObjection: 2, pointsFinal: 1 });
  });

  it('is told as its course, each act a record; its documents are sealed', async () => {
    const page = await desks.at(SUPERVISOR, order);
    const course = page.getByRole('region', { name: '督办过程' });
    await course.getByRole('heading', { name: '申诉决定', exact: true }).waitFor();
    await course.getByText('没有说明原因，也没有答复来信人。').waitFor();
    await checkAccessibility(page);
    await screenshot(page, 'order-course');
    const { records } = await directorApi.get<OrderCourse>(
      `/api/supervision/orders/${order}/course`,
    );
    expect(records.filter(({ kind }) => kind === 'issued')).toHaveLength(4);
    expect(records.filter(({ stepId }) => stepId === 'feedback')).toHaveLength(2);
  });

  it('stands in the list with its points, and on the page of the letter', async () => {
    const page = await desks.front(SUPERVISOR);
    await page.goto('/console/supervision/orders?state=ended');
    const row = page.getByRole('row').filter({ hasText: '工地夜间施工噪声' });
    await row.getByText('1 分').waitFor();
    await checkAt(page, 'desktop');
    await checkAt(page, 'phone');
    await screenshot(page, 'orders-phone');
    await screenshot(page, 'orders');
    const about = await directorApi.get<CaseOrders>(`/api/cases/${supervised}/orders`);
    expect(about).toMatchObject([{ caseId: order, stage: 'ended', canOpen: true }]);
  });
});
