// Letters for everybody: the pages that only a real letter has, on a phone, at a desk and in large
// type; and the console's pages for those who handle them.

import type { LetterReceipt } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actOn,
  answerLetter,
  applicant,
  checkAt,
  goodAnswer,
  logInStaff,
  moveToMorning,
  openAct,
  openBrowser,
  openDesks,
  referLetter,
  resident,
  sendLetter,
  showAs,
  startServer,
  type Connection,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

let server: TestServer;
let browser: TestBrowser;
let owner: Connection;
let answered: LetterReceipt;
let flagged: LetterReceipt;

const form = {
  title: '柿井村村口路灯坏了三个月',
  body: '柿井村村口到小学的路灯坏了三个月，孩子放学摸黑走路，请尽快修好。',
  division: 'yunxi/lp/03',
  wantsPublic: 'yes',
};

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  const desks = openDesks(server, browser);
  await moveToMorning(server);
  owner = await applicant(server, resident('tian-shulan'));
  const office = await desks.api('tang.minyi');
  const body = { itemCode: 'wz-complaint', form };
  answered = await owner.send<LetterReceipt>('POST', '/api/letters', body);
  await referLetter(office, answered.caseId, 'yunxi/zjj');
  await answerLetter(desks, answered.caseId);
  await actOn(office, answered.caseId, 'PublishLetter', {
    title: form.title,
    body: form.body,
    answers: { 1: goodAnswer.result },
  });
  const path = `/api/public/letters/${answered.number}/comments`;
  await owner.send('POST', path, { text: '我们村也一样。' });
  flagged = await sendLetter(server, body);
  await referLetter(office, flagged.caseId, 'yunxi/zjj');
  const hollow = { ...goodAnswer, result: '您反映的问题，请咨询县城市管理局。' };
  await actOn(await desks.api('li.jie'), flagged.caseId, 'DraftAnswer', { answer: hollow });
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

describe('the public site', () => {
  it.each([
    ['as it is', false],
    ['in large type', true],
  ])('keeps nobody out of letters that are answered, %s', async (_, elder) => {
    const page = await browser.newPage({ viewport: 'phone', baseUrl: server.url, elder });
    await showAs(page, owner);
    const paths = [
      '/letters',
      `/letters/${answered.number}`,
      '/letters/figures',
      `/my/letters/${answered.caseId}`,
    ];
    for (const path of paths) {
      expect((await page.goto(path))?.status(), path).toBe(200);
      for (const closed of await page.locator('main details').all()) {
        await closed.evaluate((details) => details.setAttribute('open', ''));
      }
      await checkAt(page, 'phone');
      if (!elder) await checkAt(page, 'desktop');
    }
    await page.context().close();
  });

  it.each(['phone', 'desktop'] as const)(
    'keeps nobody out from the first word to the receipt, at a %s',
    async (viewport) => {
      const page = await browser.newPage({ viewport, baseUrl: server.url });
      const next = () => page.getByRole('button', { name: '下一步' }).click();
      await page.goto('/letters/write');
      await page.getByLabel('您想说什么？').fill(form.body);
      await checkAt(page, viewport);
      await next();
      await page.getByRole('heading', { name: '补充几点' }).waitFor();
      await page.getByRole('radio', { name: /^投诉/ }).check();
      await checkAt(page, viewport);
      await next();
      await page.getByRole('radio', { name: '不登录，直接写' }).check();
      await checkAt(page, viewport);
      await next();
      await page.getByRole('button', { name: '寄出', exact: true }).waitFor();
      await checkAt(page, viewport);
      await page.getByRole('button', { name: '寄出', exact: true }).click();
      await page.getByRole('heading', { name: '信已收到' }).waitFor();
      await checkAt(page, viewport);
      await page.context().close();
    },
  );
});

describe('the console', () => {
  it.each(['desktop', 'phone'] as const)(
    'keeps nobody out of the office’s pages, at a %s',
    async (viewport) => {
      const page = await browser.newPage({ viewport, baseUrl: server.url });
      await logInStaff(page, server, 'wen.tong');
      for (const [path, wanted] of [
        ['letters', form.title],
        ['letters/comments', '我们村也一样。'],
        ['letters/import', '信件导入'],
        ['letters/reports', '信件报告'],
        ['letters/reports?report=unsolved', '没有久拖未决的信件。'],
        ['letters/reports?report=ranking', '得分'],
        ['letters/reports?report=statistics', '按类型'],
        ['letters/reports?report=circular', '生成通报'],
      ] as const) {
        await page.goto(`/console/${path}`);
        await page.getByText(wanted).first().waitFor();
        await checkAt(page, viewport);
      }
      for (const tab of ['letter', 'handling', 'messages', 'assistance', 'documents', 'story']) {
        await page.goto(`/console/cases/${answered.caseId}?tab=${tab}`);
        await page.getByRole('tabpanel').waitFor();
        await checkAt(page, viewport);
      }
      await page.context().close();
    },
  );

  it('keeps nobody out of an entry, of a flagged draft and of what is published', async () => {
    const window = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
    await logInStaff(window, server, 'tang.minyi');
    await window.goto('/console/letters/enter');
    await window.getByLabel('标题').fill(form.title);
    await window.getByText('更多（希望、公开意愿').click();
    for (const size of ['desktop', 'phone'] as const) await checkAt(window, size);
    await window.setViewportSize({ width: 1440, height: 900 });
    await window.goto(`/console/cases/${flagged.caseId}`);
    await window.getByText('请来信人另行咨询或者联系').first().waitFor();
    await checkAt(window, 'desktop');
    const publishing = await openAct(window, '公开信件');
    await publishing.getByRole('button', { name: '核对公开文字' }).click();
    await window.getByRole('dialog', { name: '公开文字核对' }).waitFor();
    await checkAt(window, 'desktop');
    await window.context().close();
  });
});
