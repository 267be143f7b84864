// Case 2: registered on the spot. Filed, accepted, registered, licensed and served on one day.

import type { Page } from 'playwright-core';
import type { CaseView, CertificateCheck, TaskPage } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accountOf,
  act,
  answerSection,
  eventually,
  identify,
  items,
  jpegPage,
  logIn,
  logInStaff,
  moveToMorning,
  openAct,
  openBrowser,
  openCase,
  resident,
  soleProprietorSections,
  staff,
  startServer,
  stranger,
  uploadPage,
  type Connection,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

const person = resident('ouyang-xiaoyu');
const { business, operator, size, contact } = soleProprietorSections;

let server: TestServer;
let browser: TestBrowser;
let phone: Page;
let counter: Page;
let clerk: Connection;
let caseId = '';
let number = '';

const view = () => clerk.get<CaseView>(`/api/cases/${caseId}`);

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  await moveToMorning(server);
  phone = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
  counter = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

describe('the registration of a sole proprietor', () => {
  it('asks for what is not known: no name, no number, no telephone', async () => {
    await phone.goto(`/items/${items.soleProprietor}`);
    await phone.getByRole('button', { name: '在线办理' }).click();
    await logIn(phone, server, person);
    await identify(phone, person);
    await phone.getByRole('button', { name: '开始填写' }).click();
    await answerSection(phone, business, '经营者');
    await phone.getByRole('heading', { name: '我们已经知道的' }).waitFor();
    await phone.getByText(person.name).first().waitFor();
    await answerSection(phone, operator, '规模');
    await answerSection(phone, size, '联系方式');
    await answerSection(phone, contact, '上传材料');
    const file = { name: '租约.jpg', mimeType: 'image/jpeg', buffer: await jpegPage('lease') };
    await uploadPage(phone, '经营场所使用相关文件', file);
    await phone.getByText('已上传 1 页').waitFor();
    await phone.getByRole('link', { name: '下一步：核对' }).click();
    await phone.getByRole('button', { name: '提交申请' }).click();
    await phone.getByRole('heading', { name: '已收到您的申请' }).waitFor();
    clerk = await staff(server, 'sj-counter');
    const { rows } = await clerk.get<TaskPage>('/api/tasks');
    ({ caseId, number } = rows[0] ?? { caseId: '', number: '' });
    await phone.getByText(number, { exact: true }).waitFor();
  });

  it('is accepted by one person and registered by another', async () => {
    await logInStaff(counter, server, accountOf('sj-counter'));
    await openCase(counter, number);
    await counter.getByRole('tab', { name: /^材料/ }).click();
    await counter.getByRole('button', { name: '全部齐全' }).click();
    await act(counter, '受理');
    const registrar = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
    await logInStaff(registrar, server, accountOf('sj-registrar'));
    await openCase(registrar, number);
    await act(registrar, '同意');
    await registrar.context().close();
    expect((await view()).decision?.outcome).toBe('granted');
  });

  it('gives the licence at once, and everything happened on one day', async () => {
    await eventually('the licence', async () =>
      (await view()).documents.find((each) => each.certificateId && each.issuedAt),
    );
    await counter.goto('/console/todo');
    await openCase(counter, number);
    const form = await openAct(counter, '送达');
    await form.getByRole('radio', { name: '电子送达' }).check();
    await act(counter, '送达');
    const { phase, receivedOn, acceptedOn, decision, service, isDeemedAccepted } = await view();
    expect(phase).toBe('concluded');
    expect(isDeemedAccepted).toBe(false);
    expect([acceptedOn, decision?.decidedOn, service?.servedOn]).toEqual(Array(3).fill(receivedOn));
  });

  it('has a licence numbered by a valid credit code, open to applicant and checks', async () => {
    await phone.goto('/my');
    await phone
      .getByRole('link', { name: /个体工商户设立登记/ })
      .first()
      .click();
    await phone.getByRole('heading', { name: '已办结，准予许可', level: 1 }).waitFor();
    const [pdf] = await Promise.all([
      phone.waitForResponse(/\/documents\//),
      phone.getByRole('link', { name: '营业执照（个体工商户）', exact: true }).click(),
    ]);
    expect(pdf.headers()['content-type']).toBe('application/pdf');
    const licence = (await view()).documents.find((each) => each.certificateId);
    expect(licence?.number).toMatch(/^92999921[0-9A-Z]{10}$/);
    const path = `/api/certificates/${licence?.number ?? ''}`;
    expect(await stranger(server).get<CertificateCheck>(path)).toMatchObject({
      status: 'valid',
      isSealValid: true,
      holder: '云溪县柳浦镇小满面馆',
    });
  });
});
