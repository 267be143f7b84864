// The boss is away: the secretary names a deputy, for what waits now too; the deputy agrees to a
// leave on a phone; the record names both; back at work the boss finds it, and the deputy's right
// is over.

import type { CaseView, ProxyView, TaskPage } from '@yichuang/contracts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkAccessibility,
  choosePerson,
  logInStaff,
  moveToMorning,
  openBrowser,
  screenshot,
  staffAccount,
  startServer,
  type Connection,
  type Refused,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

/** 李青禾 asks; 乔明远 is the head and away; 宁波涛 acts for him; 许静澜 is the secretary. */
const boss = '乔明远';
const deputyName = '宁波涛';

let server: TestServer;
let browser: TestBrowser;
let clerk: Page;
let deputy: Page;
let clerkApi: Connection;
let bossApi: Connection;
let deputyApi: Connection;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  await moveToMorning(server);
  [clerkApi, bossApi, deputyApi] = await Promise.all([
    staffAccount(server, 'li.qinghe'),
    staffAccount(server, 'qiao.mingyuan'),
    staffAccount(server, 'ning.bo'),
  ]);
  clerk = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
  deputy = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
  await logInStaff(clerk, server, 'li.qinghe');
  await logInStaff(deputy, server, 'ning.bo');
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

async function fileLeave(reason: string): Promise<string> {
  await clerk.goto('/console/start/office-leave');
  await clerk.getByRole('button', { name: '明天', exact: true }).click();
  await clerk.getByLabel(/^事由/).fill(reason);
  await clerk.getByRole('button', { name: '提交', exact: true }).click();
  await clerk.getByRole('heading', { name: '已提交', level: 1 }).waitFor();
  const { rows } = await clerkApi.get<TaskPage>('/api/tasks?list=started');
  const filed = rows.find(({ line }) => line?.includes(reason));
  if (filed === undefined) throw new Error(`the leave "${reason}" is not on the list`);
  return filed.caseId;
}

interface Me {
  readonly staff?: { readonly personId: string };
}

const moveHours = (hours: number) =>
  bossApi.send('POST', '/api/demo/clock', { ms: hours * 3_600_000 });

const rowOf = async (api: Connection, caseId: string, list = 'todo') =>
  (await api.get<TaskPage>(`/api/tasks?list=${list}`)).rows.find((row) => row.caseId === caseId);

let waiting = '';

describe('a leave while the boss is away', () => {
  it('is filed on a phone and waits on the list of somebody who is not there', async () => {
    waiting = await fileLeave('家中有事');
    expect(await rowOf(bossApi, waiting)).toBeDefined();
    expect(await rowOf(deputyApi, waiting)).toBeUndefined();
    expect((await deputyApi.ask('GET', `/api/cases/${waiting}`)).status).toBe(404);
  });

  it('comes to the deputy whom the secretary names, current tasks too', async () => {
    const secretary = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
    await logInStaff(secretary, server, 'xu.jinglan');
    await secretary.getByRole('link', { name: '代理', exact: true }).click();
    await secretary.getByRole('heading', { name: '代理', level: 1 }).waitFor();
    const main = secretary.getByRole('main');
    await choosePerson(main, '替谁设置', boss);
    await choosePerson(main, '由谁代理', deputyName);
    const sentence = new RegExp(`由${deputyName}代${boss}办理全部事项，含现有待办`);
    await secretary.getByRole('status').filter({ hasText: sentence }).waitFor();
    await secretary.getByLabel('原因').fill('外出学习');
    await checkAccessibility(secretary);
    await screenshot(secretary, 'proxy-console');
    await secretary.getByRole('button', { name: '设置代理', exact: true }).click();
    await secretary.getByText(`${deputyName} 代 ${boss}`).waitFor();
    await secretary.getByText('由许静澜设置').waitFor();
    await secretary.context().close();
    const [proxy] = await bossApi.get<ProxyView[]>('/api/proxies');
    expect(proxy).toMatchObject({ status: 'running', includesCurrent: true });
    expect(await rowOf(deputyApi, waiting)).toMatchObject({ onBehalfOf: boss });
  });

  it('is agreed to by the deputy on a phone, marked as the boss’s', async () => {
    await deputy.goto('/console/todo');
    const row = deputy.getByRole('link', { name: /李青禾的请假申请/ });
    await row.filter({ hasText: `代${boss}` }).waitFor();
    await checkAccessibility(deputy);
    await screenshot(deputy, 'proxy-phone');
    await row.click();
    await deputy.getByText('家中有事').waitFor();
    await deputy.getByRole('button', { name: '同意', exact: true }).click();
    await deputy.getByRole('status').filter({ hasText: '已同意' }).waitFor();
    expect(await rowOf(clerkApi, waiting, 'started')).toMatchObject({ outcome: 'granted' });
  });

  it('names both in its story, to the clerk who reads it', async () => {
    await clerk.goto(`/console/cases/${waiting}?tab=story`);
    await clerk.getByText(`${boss}（${deputyName}代）`).first().waitFor();
    const { timeline } = await clerkApi.get<CaseView>(`/api/cases/${waiting}`);
    const decided = timeline.find(({ text }) => text === '“科室负责人审批”同意');
    expect(decided?.by).toBe(`${boss}（${deputyName}代）`);
  });

  it('is no second vote: the boss finds nothing left to do', async () => {
    const { allowed } = await bossApi.get<CaseView>(`/api/cases/${waiting}`);
    expect(allowed.filter(({ act }) => act === 'ApproveTask')).toEqual([]);
    expect(await rowOf(bossApi, waiting)).toBeUndefined();
  });
});

describe('the boss back at work', () => {
  it('finds in 已办 what was done in his name', async () => {
    const desk = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
    await logInStaff(desk, server, 'qiao.mingyuan');
    await desk.goto('/console/done');
    await desk.getByRole('row').filter({ hasText: '李青禾的请假申请' }).waitFor();
    await desk.context().close();
    expect(await rowOf(bossApi, waiting, 'done')).toMatchObject({ outcome: 'granted' });
  });

  it('ends the proxy: what comes now is his alone', async () => {
    const phone = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
    await logInStaff(phone, server, 'qiao.mingyuan');
    const later = await fileLeave('接送孩子');
    expect(await rowOf(deputyApi, later)).toMatchObject({ onBehalfOf: boss });
    await phone.goto('/console/proxies');
    await phone.getByRole('button', { name: '结束代理' }).click();
    const dialog = phone.getByRole('dialog', { name: `结束${deputyName}对${boss}的代理？` });
    await dialog.getByRole('button', { name: '结束代理' }).click();
    await phone.getByText('已结束', { exact: true }).waitFor();
    await phone.context().close();
    expect(await rowOf(deputyApi, later)).toBeUndefined();
    const taskId = (await rowOf(bossApi, later))?.taskId;
    const { status, body } = await deputyApi.ask<Refused>('POST', `/api/cases/${later}/commands`, {
      type: 'ApproveTask',
      taskId,
      opinion: '同意',
    });
    expect([status, body.code]).toEqual([404, 'not-your-case']);
  });

  it('a planned proxy begins and ends by the clock alone', async () => {
    const personId = (await deputyApi.get<Me>('/api/me')).staff?.personId;
    const { now: at } = await deputyApi.get<{ readonly now: string }>('/api/demo/clock');
    const now = Date.parse(at);
    const from = new Date(now + 3_600_000).toISOString();
    const until = new Date(now + 2 * 3_600_000).toISOString();
    const planned = { deputyId: personId, from, until, includesCurrent: true, reason: '开会' };
    await bossApi.send('POST', '/api/proxies', planned);
    const kept = async () =>
      (await deputyApi.get<TaskPage>('/api/tasks')).rows.map(({ onBehalfOf }) => onBehalfOf);
    expect(await kept()).toEqual([]);
    await moveHours(1.5);
    expect(await kept()).toEqual([boss]);
    await moveHours(1);
    expect(await kept()).toEqual([]);
  });
});
