// A letter on paper at a village window: a joint letter of many households, its original scanned,
// received the day before; the receipt goes home with its writer and the letter runs.

import type { CaseView, LetterPage } from '@yichuang/contracts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actOn,
  goodAnswer,
  jpegPage,
  eventually,
  logInStaff,
  moveToMorning,
  openBrowser,
  openDesks,
  openLetter,
  answerLetter,
  referLetter,
  screenshot,
  stranger,
  startServer,
  type Desks,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

const five = ['冉文成 19900000101', '冉秀英', '谷丰年', '谷有田', '柏青山'];
const title = '兰岭社区自来水浑浊';

let server: TestServer;
let browser: TestBrowser;
let desks: Desks;
let window: Page;
let receivedOn = '';
let letter = { number: '', password: '' };
let caseId = '';

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  desks = openDesks(server, browser);
  await moveToMorning(server, 2);
  const { now } = await (await desks.api('he.cun')).get<{ now: string }>('/api/demo/clock');
  receivedOn = new Date(Date.parse(now) - 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
  window = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
  await logInStaff(window, server, 'he.cun');
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

/** As the sender reads it on their own phone. */
function passwordBySms(number: string): Promise<string> {
  return eventually('the password by text message', async () => {
    const { messages } = await stranger(server).get<Messages>('/api/demo/messages');
    const sent = messages.find(({ body }) => body.includes(number));
    return /密码 ?([A-Z0-9-]+)/.exec(sent?.body ?? '')?.[1];
  });
}

interface Messages {
  readonly messages: readonly { readonly body: string }[];
}

describe('a joint letter on paper', () => {
  it('is typed in one form, with the day of receipt and a scan of the original', async () => {
    await window.goto('/console/letters/enter');
    const form = window.getByRole('form', { name: '登记来信来访来电' });
    await form.getByLabel('哪一类').selectOption('投诉');
    await form.getByLabel('收到日期').fill(receivedOn);
    await form.getByLabel('来信人姓名').fill('冉文成');
    await form.getByLabel('联系电话').fill('19900000101');
    await form.getByLabel('标题').fill(title);
    await form
      .getByLabel('内容')
      .fill('兰岭社区三十户自来水从十一月起浑浊发黄，沉淀后有泥沙，不能饮用，请尽快处理。');
    await form.getByLabel(/^地区/).selectOption('柳浦镇兰岭社区');
    await form
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: '原件.jpg', mimeType: 'image/jpeg', buffer: await jpegPage('来信') });
    await form.getByRole('img').first().waitFor();
  });

  it('has at most five representatives: a sixth is refused and nothing typed is lost', async () => {
    const form = window.getByRole('form', { name: '登记来信来访来电' });
    await form.getByText('更多（希望、公开意愿').click();
    await form.getByLabel('涉及人数').fill('92');
    await form.getByLabel('代表').fill([...five, '柏青松'].join('\n'));
    await form.getByRole('button', { name: '登记', exact: true }).click();
    await form.getByText('代表最多五人').waitFor();
    expect(await form.getByLabel('标题').inputValue()).toBe(title);
    const { rows } = await (await desks.api('tang.minyi')).get<LetterPage>('/api/letters');
    expect(rows).toEqual([]);
    const six = [...five, '柏青松'].map((line) => ({ name: line.split(' ')[0] ?? '' }));
    const refused = await (
      await desks.api('he.cun')
    ).ask('POST', '/api/letters/entries', {
      itemCode: 'wz-complaint',
      channel: 'post',
      form: { title, body: '自来水浑浊发黄。' },
      sender: { name: '冉文成' },
      representatives: six,
    });
    expect(refused.status).toBe(422);
  });

  it('gives a receipt without the password, which goes to the sender’s phone', async () => {
    const form = window.getByRole('form', { name: '登记来信来访来电' });
    await form.getByLabel('代表').fill(five.join('\n'));
    await form.getByRole('button', { name: '登记', exact: true }).click();
    await window.getByRole('heading', { name: '已登记' }).waitFor();
    const number = await window.locator('.receipt-number').innerText();
    await window.getByText('已用短信发到来信人手机 199****0101').waitFor();
    const password = await passwordBySms(number);
    letter = { number, password };
    expect(await window.getByText(password).count()).toBe(0);
    await screenshot(window, 'letter-entry-receipt');
    await window.emulateMedia({ media: 'print' });
    expect(await window.getByRole('button', { name: '打印回执' }).isVisible()).toBe(false);
    await window.emulateMedia({ media: 'screen' });
    const view = await openLetter(server, letter);
    ({ caseId } = view);
    expect(view).toMatchObject({ receivedOn, phase: 'received' });
    expect(view.pages.map(({ name }) => name)).toEqual(['原件.jpg']);
  });

  it('runs like any other: its limits count from the day on which the window had it', async () => {
    const office = await desks.api('tang.minyi');
    const {
      channel,
      clocks,
      letter: seen,
      receivedOn: day,
    } = await office.get<CaseView>(`/api/cases/${caseId}`);
    expect([channel, day]).toEqual(['post', receivedOn]);
    expect(clocks.find(({ kind }) => kind === 'registration')?.from).toBe(receivedOn);
    expect(seen?.people).toBe(92);
    expect(seen?.representatives.map(({ name }) => name)).toEqual(
      five.map((line) => line.split(' ')[0]),
    );
    await referLetter(office, caseId, 'yunxi/zjj');
    await answerLetter(desks, caseId, {
      ...goodAnswer,
      result:
        '经检测，主管网破损进泥沙，12月2日已更换管道40米，当日水质检测合格，水厂连续七天加测。',
    });
    const { answers } = await openLetter(server, letter);
    expect(answers).toHaveLength(1);
    await actOn(office, caseId, 'RecordCallBack', {
      manner: 'phone',
      isSatisfied: true,
      note: '水已经清了。',
    });
  });
});
