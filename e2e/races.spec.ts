// The same thing done twice, by one or by two at once; pages and sessions that are out of date.
// One wins, the other is told who and what to do, and nothing typed is lost.

import type { BrowserContext, Page } from 'playwright-core';
import type { CaseView, DraftView, FilingReceipt, TaskPage } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  applicant,
  demoPassword,
  eventually,
  fileCase,
  items,
  logIn,
  logInStaff,
  openAct,
  openBrowser,
  openCase,
  resident,
  soleProprietorForm,
  staffAccount,
  startServer,
  stranger,
  type Answer,
  type Connection,
  type Refused,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

const cases = 50;
const clerks = { first: 'ye.xiaotong', second: 'kang.lei' };
const names = ['叶晓彤', '康磊'];
const later = resident('luo-jianguo');

let server: TestServer;
let browser: TestBrowser;
let owner: Connection;
let first: Connection;
let second: Connection;
let phone: Page;
let loggedInAtMinute = 0;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  owner = await applicant(server, resident('tian-shulan'));
  first = await staffAccount(server, clerks.first);
  second = await staffAccount(server, clerks.second);
  // Long before its session ends below: a phone gets one code a minute.
  phone = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
  await phone.goto('/my');
  await logIn(phone, server, later);
  await phone.getByRole('heading', { name: '我的办件' }).waitFor();
  loggedInAtMinute = minute();
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

const minute = () => Math.floor(Date.now() / 60_000);
const file = () => fileCase(owner, items.soleProprietor, soleProprietorForm);
const view = (caseId: string) => first.get<CaseView>(`/api/cases/${caseId}`);

/** What a clerk sends whose page still shows the case as it was. */
function accept(clerk: Connection, { caseId, taskId }: Checked): Promise<Answer<Refused>> {
  const command = { type: 'AcceptCase', taskId, opinion: '' };
  return clerk.ask<Refused>('POST', `/api/cases/${caseId}/commands`, command);
}

type Checked = FilingReceipt & { readonly taskId: string };

async function checked(): Promise<Checked> {
  const receipt = await file();
  const path = `/api/cases/${receipt.caseId}`;
  const { materials, allowed } = await first.get<CaseView>(path);
  const taskId = allowed.find((each) => each.act === 'CheckMaterials')?.taskId ?? '';
  await first.send('POST', `${path}/commands`, {
    type: 'CheckMaterials',
    taskId,
    checks: materials.map(({ materialId }) => ({ materialId, verdict: 'complete' })),
    paperReceived: [],
  });
  return { ...receipt, taskId };
}

describe('a form posted twice', () => {
  it('files one case, with the same key or another', async () => {
    const draft = await filledDraft();
    const path = `/api/my/drafts/${draft}/file`;
    const key = crypto.randomUUID();
    const answers = await Promise.all([
      owner.ask<FilingReceipt>('POST', path, undefined, key),
      owner.ask<FilingReceipt>('POST', path, undefined, key),
      owner.ask<FilingReceipt>('POST', path),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
    const { rows } = await first.get<TaskPage>('/api/tasks?list=all');
    expect(rows.filter(({ phase }) => phase === 'received')).toHaveLength(1);
  });

  async function filledDraft(): Promise<string> {
    const { caseId } = await file();
    // Withdrawn at once: only the draft that follows is counted.
    const [source] = (await view(caseId)).materials.filter(({ pages }) => pages.length > 0);
    await owner.send('POST', `/api/my/cases/${caseId}/commands`, {
      type: 'WithdrawCase',
      reason: '重复',
    });
    const itemCode = items.soleProprietor;
    const made = await owner.send<DraftView>('POST', '/api/my/drafts', { itemCode });
    await owner.send('PATCH', `/api/my/drafts/${made.draftId}`, {
      form: soleProprietorForm,
      materials: [
        {
          materialId: source?.materialId,
          pages: source?.pages.map(({ sha256, name }) => ({ sha256, name })),
          isOnPaper: false,
        },
      ],
    });
    return made.draftId;
  }
});

describe('two clerks at once', () => {
  it(`${cases} times: one accepts, the other is told who was faster`, async () => {
    const won: Record<string, number> = {};
    for (let n = 0; n < cases; n += 1) {
      const ready = await checked();
      const answers = await Promise.all([accept(first, ready), accept(second, ready)]);
      const statuses = answers.map(({ status }) => status).toSorted();
      expect(statuses, JSON.stringify(answers.map(({ body }) => body))).toEqual([200, 409]);
      const winner = names[answers.findIndex(({ status }) => status === 200)] ?? '';
      const refused = answers.find(({ status }) => status === 409)?.body;
      expect(refused?.code).toBe('task-already-closed');
      expect(refused?.detail).toContain(winner);
      won[winner] = (won[winner] ?? 0) + 1;
      const { timeline } = await view(ready.caseId);
      expect(timeline.filter(({ type }) => type === 'CaseAccepted')).toHaveLength(1);
    }
    expect(Object.values(won).reduce((sum, each) => sum + each, 0)).toBe(cases);
  });
});

describe('a stale page', () => {
  it('of a clerk says who was faster and keeps the opinion that was being written', async () => {
    const ready = await checked();
    const desk = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
    await logInStaff(desk, server, clerks.second);
    await openCase(desk, ready.number);
    const form = await openAct(desk, '受理');
    await form.getByLabel(/^意见/).fill('材料齐全，现场核对过原件。');
    expect((await accept(first, ready)).status).toBe(200);
    await form.getByRole('button', { name: '预览并受理' }).click();
    const dialog = desk.getByRole('dialog', { name: '将要发出的文书' });
    const confirm = dialog.getByRole('button', { name: '受理', exact: true });
    const told = desk.getByRole('region', { name: '办理' });
    await confirm.or(told.getByText('这一步已经不需要您办理')).first().waitFor();
    if (await confirm.isVisible()) await confirm.click();
    await told.getByText('这一步已经不需要您办理').waitFor();
    await told.getByText('材料齐全，现场核对过原件。').waitFor();
    await desk
      .getByText(names[0] ?? '', { exact: false })
      .first()
      .waitFor();
    await desk.context().close();
  });

  it('of an applicant says that the case has moved, and keeps the reason', async () => {
    const { caseId } = await file();
    const page = await pageOf(owner, 'phone');
    await page.goto(`/my/cases/${caseId}/withdraw`);
    await page.getByLabel('原因（选填）').fill('改由公司申请。');
    await owner.send('POST', `/api/my/cases/${caseId}/commands`, {
      type: 'WithdrawCase',
      reason: '在另一台设备上撤回',
    });
    await page.getByRole('button', { name: '撤回申请' }).click();
    await page.getByRole('alert').getByText('办件已经结束').waitFor();
    expect(await page.getByLabel('原因（选填）').inputValue()).toBe('改由公司申请。');
    await page.context().close();
  });
});

describe('a session that has ended', () => {
  it('of a clerk: the log-in comes over the page, and the act goes on once', async () => {
    const { caseId, number } = await checked();
    const desk = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
    await logInStaff(desk, server, clerks.first);
    await openCase(desk, number);
    const form = await openAct(desk, '受理');
    await form.getByLabel(/^意见/).fill('核对无误。');
    await revoke(desk.context(), '/api/auth/logout?kind=staff');
    await form.getByRole('button', { name: '预览并受理' }).click();
    const again = desk.getByRole('dialog', { name: '请重新登录' });
    await again.getByLabel('账号').fill(clerks.first);
    await again.getByLabel('密码').fill(demoPassword(server.dataFolder));
    await again.getByRole('button', { name: '登录', exact: true }).click();
    const dialog = desk.getByRole('dialog', { name: '将要发出的文书' });
    await dialog.getByRole('button', { name: '受理', exact: true }).click();
    await desk.getByRole('status').filter({ hasText: '已受理' }).waitFor();
    const { timeline } = await view(caseId);
    expect(timeline.filter(({ type }) => type === 'CaseAccepted')).toHaveLength(1);
    expect(timeline.flatMap(({ opinion }) => opinion ?? [])).toEqual(['核对无误。']);
    await desk.context().close();
  });

  it('of a resident: what was typed comes back after the log-in and is saved', async () => {
    await phone.goto(`/items/${items.soleProprietor}/apply`);
    await phone.getByLabel('姓名').fill(later.name);
    await phone.getByLabel('身份证号').fill(later.citizenId);
    await phone.getByRole('button', { name: '保存并继续' }).click();
    await phone.getByRole('button', { name: '开始填写' }).click();
    await phone.getByLabel('名称', { exact: true }).fill('云溪县柳浦镇建国五金店');
    await phone.getByLabel('经营场所').fill('云溪县柳浦镇河沿街 9 号');
    await phone.getByLabel('经营范围').fill('五金\n零售');
    await revoke(phone.context(), '/logout');
    await phone.getByRole('button', { name: '保存并继续' }).click();
    await phone.getByText('刚才填写的内容都还在').waitFor();
    // One code a minute: the limit counts by the minutes of the clock.
    await eventually(
      'the next minute',
      async () => minute() > loggedInAtMinute || undefined,
      70_000,
    );
    await logIn(phone, server, later);
    await phone.getByRole('heading', { name: '登录成功' }).waitFor();
    await phone.getByRole('button', { name: '继续提交' }).click();
    await phone.getByRole('heading', { name: '经营者', level: 1 }).waitFor();
    await phone.getByRole('link', { name: '字号和经营场所' }).click();
    expect(await phone.getByLabel('名称', { exact: true }).inputValue()).toBe(
      '云溪县柳浦镇建国五金店',
    );
    expect(await phone.getByLabel('经营范围').inputValue()).toBe('五金\n零售');
  });

  /** Ends the session on the server, as an administrator would; the browser knows nothing of it. */
  async function revoke(context: BrowserContext, path: string): Promise<void> {
    const cookies = await context.cookies();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const { status } = await stranger(server).withCookie(cookie).ask('POST', path);
    expect(status).toBeLessThan(400);
  }
});

async function pageOf(person: Connection, viewport: 'phone' | 'desktop'): Promise<Page> {
  const page = await browser.newPage({ viewport, baseUrl: server.url });
  const [name = '', value = ''] = person.cookie.split('=');
  await page.context().addCookies([{ name, value, url: server.url }]);
  return page;
}
