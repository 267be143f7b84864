// A bad review to its second rating: served, invited, said on a phone, contacted, mended, called
// back, rated again, published. The reviewed never learn who it was.

import type { Page } from 'playwright-core';
import type { CaseView, ReviewWork } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actOn,
  applicant,
  checkAccessibility,
  eventually,
  fileCase,
  items,
  logInStaff,
  moveToMorning,
  openBrowser,
  resident,
  soleProprietorForm,
  staff,
  staffAccount,
  startServer,
  stranger,
  type Connection,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

const person = resident('ouyang-xiaoyu');
const words = '说好当天办完，跑了三次，窗口还不耐烦。';
const answer = '已向您致歉；窗口实行一次告知清单，缺什么当场写明。';

let server: TestServer;
let browser: TestBrowser;
let phone: Page;
let desk: Page;
let office: Connection;
let caseId = '';
let number = '';
let link = '';

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  await moveToMorning(server);
  phone = await browser.newPage({ viewport: 'phone', javaScript: false, baseUrl: server.url });
  desk = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
  office = await staffAccount(server, 'hao.ping');
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

/** The newest link to a review in what the county sent by short message. */
async function linkInMessages(): Promise<string> {
  return eventually('the invitation', async () => {
    const { messages } = await stranger(server).get<{
      readonly messages: readonly { readonly body: string }[];
    }>('/api/demo/messages');
    const found = messages.flatMap(({ body }) => /\/review\/[0-9a-f]{40}/u.exec(body)?.[0] ?? []);
    return found.find((each) => each !== link);
  });
}

const work = async (which = 'open') =>
  (await office.get<ReviewWork[]>(`/api/reviews/work?which=${which}`))[0];

describe('a bad review to its second rating', () => {
  it('begins with an invitation once the online case is over', async () => {
    const owner = await applicant(server, person);
    ({ caseId, number } = await fileCase(owner, items.soleProprietor, soleProprietorForm));
    const clerk = await staff(server, 'sj-counter');
    const view = () => clerk.get<CaseView>(`/api/cases/${caseId}`);
    const checks = (await view()).materials.map(({ materialId }) => ({
      materialId,
      verdict: 'complete',
    }));
    await actOn(clerk, caseId, 'CheckMaterials', { checks, paperReceived: [] });
    await actOn(clerk, caseId, 'AcceptCase', { opinion: '材料齐全' });
    const registrar = await staff(server, 'sj-registrar');
    await actOn(registrar, caseId, 'ApproveTask', { opinion: '同意' });
    await eventually('the licence', async () =>
      (await view()).documents.find((each) => each.certificateId && each.issuedAt),
    );
    await actOn(clerk, caseId, 'ServeResult', { method: 'electronic', recipient: person.name });
    link = await linkInMessages();
    expect(link).toMatch(/^\/review\//u);
  });

  it('is given on a phone without scripts, nothing chosen before', async () => {
    await phone.goto(link);
    await phone.getByRole('heading', { name: '您对这次服务满意吗？' }).waitFor();
    expect(await phone.getByRole('radio', { checked: true }).count()).toBe(0);
    await phone.getByRole('button', { name: '提交评价' }).click();
    await phone.getByRole('link', { name: '请选择满意度' }).waitFor();
    await phone.getByRole('radio', { name: '非常不满意' }).check();
    await phone.getByRole('checkbox', { name: '没有在承诺的期限内办结' }).check();
    await phone.getByLabel('还想说什么？').fill(words);
    await phone.getByRole('checkbox', { name: '愿意，请联系我（实名评价）' }).check();
    await phone.getByRole('button', { name: '提交评价' }).click();
    await phone.getByRole('heading', { name: '评价已收到' }).waitFor();
    await phone.getByText('一个工作日内会有专人联系您').waitFor();
  });

  it('becomes work of the office, which alone can see how to call back', async () => {
    await logInStaff(desk, server, 'hao.ping');
    await desk.goto('/console/reviews');
    await desk.getByText(words).waitFor();
    await desk.getByText('待联系核实').waitFor();
    expect(await desk.getByText(person.phone).count()).toBe(0);
    await desk.getByRole('button', { name: '查看联系方式' }).click();
    await desk.getByText(person.phone).waitFor();
    await desk.getByText(number).waitFor();
    await checkAccessibility(desk);
  });

  it('tells the reviewed what to mend and nothing of who said it', async () => {
    const { caseId: workId = '' } = (await work()) ?? {};
    await actOn(office, workId, 'AmendForm', { patch: { contact: 'reached' } });
    await actOn(office, workId, 'ApproveTask', { opinion: '属实' });
    const head = await staff(server, 'sj-leader');
    const seen = JSON.stringify([
      await head.get(`/api/cases/${workId}`),
      await head.get('/api/reviews'),
    ]);
    expect(seen).toContain(words);
    for (const secret of [person.name, person.phone, number, caseId]) {
      expect(seen).not.toContain(secret);
    }
    await actOn(head, workId, 'AmendForm', { patch: { response: 'mended', cause: '告知不清' } });
    await actOn(head, workId, 'ApproveTask', { opinion: answer });
    await actOn(office, workId, 'AmendForm', { patch: { callBack: 'satisfied' } });
    await actOn(office, workId, 'ApproveTask', { opinion: '评价人认可' });
  });

  it('is rated again by the same link, and the first rating stays', async () => {
    await linkInMessages();
    await phone.goto(link);
    await phone.getByRole('heading', { name: '整改以后，您满意吗？' }).waitFor();
    await phone.getByText(answer).waitFor();
    await phone.getByRole('radio', { name: '满意', exact: true }).check();
    await phone.getByRole('button', { name: '提交评价' }).click();
    await phone.getByText('谢谢您的评价').waitFor();
    await phone.goto(link);
    await phone.getByRole('heading', { name: '这次服务已经评价过了' }).waitFor();
  });

  it('is public once somebody has read each word, with its answer and both ratings', async () => {
    await desk.goto('/console/reviews');
    await desk.getByRole('tab', { name: '办结与公开' }).click();
    await desk.getByText('整改后再评：满意').waitFor();
    await desk.getByLabel('公开的文字评价').fill('说好当天办完，跑了三次。');
    await desk.getByRole('button', { name: '公开', exact: true }).click();
    await desk.getByRole('button', { name: '撤下' }).waitFor();
    await phone.goto('/reviews');
    await phone.getByText('说好当天办完，跑了三次。').waitFor();
    await phone.getByText(answer).waitFor();
    await phone.getByText('整改后再评：').waitFor();
    expect(await phone.getByText('窗口还不耐烦').count()).toBe(0);
  });
});

describe('a visit at a window', () => {
  it('is reviewed on the screen that stands there, which then forgets', async () => {
    const counter = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
    await logInStaff(counter, server, 'duan.ruoxi');
    await counter.goto('/console/reviews');
    await counter.getByRole('button', { name: '启用窗口评价屏' }).click();
    const href = await counter
      .getByRole('link', { name: '在群众一侧的屏上打开' })
      .getAttribute('href');
    await counter.getByRole('button', { name: '开一次评价' }).click();
    await counter.getByRole('img', { name: '评价二维码' }).waitFor();
    const screen = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
    await screen.goto(href ?? '');
    await checkAccessibility(screen);
    await screen.getByRole('button', { name: '满意', exact: true }).click();
    await screen.getByRole('heading', { name: '谢谢您的评价' }).waitFor();
    await screen.getByRole('img', { name: '追评二维码' }).waitFor();
    await checkAccessibility(screen);
    const code = await screen.getByText(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/u).innerText();
    await screen.getByRole('link', { name: '我记下了' }).click();
    await screen.getByRole('heading', { name: '欢迎您' }).waitFor();
    // At home, on another device, nobody's name asked.
    await phone.goto('/review');
    await phone.getByLabel('评价码').fill(code);
    await phone.getByRole('button', { name: '去评价' }).click();
    await phone.getByText('不需要整改，也不用再评').waitFor();
    // In the browser of the clerk it is no screen.
    await counter.goto(href ?? '');
    await counter.getByRole('heading', { name: '请换一台设备打开' }).waitFor();
    expect(await counter.getByRole('button').count()).toBe(0);
  });
});
