// A complaint from a phone without an account, to a result with a follow-up and a bad rating; and
// what everybody else sees of it before and after a person publishes it. Told in order.

import type { CaseView, LetterStatistics, PublishedPage } from '@yichuang/contracts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  act,
  applicant,
  logInStaff,
  moveToMorning,
  openAct,
  openBrowser,
  openDesks,
  openLetter,
  resident,
  screenshot,
  showAs,
  startServer,
  stranger,
  type Desks,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

const body =
  '柿井村村口到小学的路灯坏了三个月，孩子放学摸黑走路，多次打电话都没有人来修。我家住12号，电话13800138000，请尽快修好。';
const resultWords =
  '经现场核查，村口路灯因电缆老化断电，施工队12月3日已换好电缆，六盏灯当晚全部亮起，并已列入每月巡查。';
const secondWords =
  '小学门口的两盏灯在另一条线路上，12月9日已更换控制箱，两盏灯当晚亮起，值班电话全天有人接。';

let server: TestServer;
let browser: TestBrowser;
let desks: Desks;
let phone: Page;
let caseId = '';
let letter = { number: '', password: '' };

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  desks = openDesks(server, browser);
  await moveToMorning(server);
  phone = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

const next = () => phone.getByRole('button', { name: '下一步' }).click();
const asStaff = async (account: string) =>
  (await desks.api(account)).get<CaseView>(`/api/cases/${caseId}`);
const runningLimits = async () => {
  const { clocks } = await asStaff('li.jie');
  return clocks.flatMap((c) =>
    c.dueOn !== undefined && c.stoppedAt === undefined ? [c.kind] : [],
  );
};
const published = () => stranger(server).get<PublishedPage>('/api/public/letters');

/** Types the answer where its officer does, and sends it on to the head and the final check. */
async function answer(words: string): Promise<void> {
  const unit = await desks.at('li.jie', caseId);
  const form = await openAct(unit, '拟写答复');
  await form.getByLabel('办理结果').fill(words);
  // Nothing hollow; at most a point of the letter that it does not speak to.
  await form.getByText(/没有发现空话套话|答复没有回应/).waitFor();
  expect(await form.getByText('处问题').count()).toBe(0);
  await form.getByLabel('经办人').fill('黎解忧');
  await form.getByLabel('联系电话').fill('0999-12345670');
  await act(unit, '拟写答复');
  for (const account of ['fang.jingxian', 'jiang.shen']) {
    await act(await desks.at(account, caseId), '同意');
  }
}

async function openAsSender(): Promise<void> {
  await phone.goto('/letters/mine');
  await phone.getByLabel('来信编号').fill(letter.number);
  await phone.getByLabel('查询密码').fill(letter.password);
  await phone.getByRole('main').getByRole('button', { name: '查询', exact: true }).click();
  await phone.getByRole('heading', { name: '您的来信' }).waitFor();
}

describe('a complaint without an account', () => {
  it('is written in four short pages, and comes back as number and password', async () => {
    await phone.goto('/');
    await phone.getByRole('link', { name: /写信给县里/ }).click();
    await phone.getByLabel('您想说什么？').fill(body);
    await next();
    await phone.getByRole('heading', { name: '补充几点' }).waitFor();
    await phone.getByRole('radio', { name: /^投诉/ }).check();
    await phone.getByLabel('事情发生在哪里？').selectOption('柳浦镇');
    await phone.getByLabel('村（社区）').selectOption('柳浦镇柿井村');
    await phone.getByRole('radio', { name: '可以公开' }).check();
    await next();
    await phone.getByRole('radio', { name: '不登录，直接写' }).check();
    await phone.getByLabel('怎么称呼您').fill('程晓雨');
    await next();
    await phone.getByText('3个工作日内告知是否受理').waitFor();
    await phone.getByRole('button', { name: '寄出', exact: true }).click();
    await phone.getByRole('heading', { name: '信已收到' }).waitFor();
    letter = {
      number: await phone.locator('#number').innerText(),
      password: await phone.locator('#password').innerText(),
    };
    const view = await openLetter(server, letter);
    ({ caseId } = view);
    expect(view).toMatchObject({ body, phase: 'received', itemCode: 'wz-complaint' });
    expect(phone.url()).not.toContain(letter.password);
  });

  it('is nobody else’s: no list, page or wrong password shows it', async () => {
    expect((await published()).rows).toEqual([]);
    const path = `/api/public/letters/${letter.number}`;
    expect((await stranger(server).ask('GET', path)).status).toBe(404);
    const wrong = { number: letter.number, password: 'WRONGWRG' };
    expect((await stranger(server).ask('POST', '/api/letters/open', wrong)).status).toBe(404);
  });

  it('is accepted by the office in time and goes to the unit that it chooses', async () => {
    const office = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
    await logInStaff(office, server, 'tang.minyi');
    await office.getByRole('link', { name: letter.number }).click();
    await office.getByRole('tablist', { name: '办件内容' }).waitFor();
    const form = await openAct(office, '受理');
    await form.getByRole('list', { name: '建议的单位' }).getByRole('button').first().waitFor();
    await form.getByRole('searchbox', { name: '承办单位' }).fill('住房和城乡建设');
    const found = form.getByRole('list', { name: '承办单位' });
    await found.getByRole('button', { name: '云溪县住房和城乡建设局', exact: true }).click();
    await form.getByRole('button', { name: '换一个' }).waitFor();
    await act(office, '受理');
    await office.context().close();
    const { phase, letter: seen, clocks } = await asStaff('li.jie');
    expect(phase).toBe('accepted');
    expect(seen?.unitId).toBe('yunxi/zjj');
    expect(clocks.map(({ kind }) => kind)).toContain('statutory');
  });

  it('is answered by the unit, its head and the final check, and read by its sender', async () => {
    await answer(resultWords);
    await openAsSender();
    await phone.getByText(resultWords).waitFor();
    await phone.getByText('经办人：黎解忧').waitFor();
    await screenshot(phone, 'letter-answer');
    const { phase, answers } = await openLetter(server, letter);
    expect([phase, answers.map(({ round }) => round)]).toEqual(['concluded', [1]]);
  });

  it('is asked about once more, in the same letter, and answered once more', async () => {
    await phone.getByText('还没说清楚？接着问').click();
    await phone.getByLabel('您的追问').fill('小学门口的两盏还是不亮。');
    await phone.getByRole('button', { name: '提交追问' }).click();
    await phone.getByText('追问已提交。').waitFor();
    expect(await openLetter(server, letter)).toMatchObject({ round: 2, followUpsLeft: 1 });
    expect(await runningLimits()).toContain('follow-up');
    await answer(secondWords);
    await openAsSender();
    await phone.getByText(secondWords).waitFor();
  });

  it('is rated badly only with words, once, and has to be put right in time', async () => {
    const office = phone.getByRole('group', { name: '对办理单位' });
    const handler = phone.getByRole('group', { name: '对经办人' });
    await office.getByRole('radio', { name: '不满意' }).check();
    await handler.getByRole('radio', { name: '基本满意' }).check();
    await phone.getByRole('button', { name: '提交评价' }).click();
    await phone.getByRole('alert').getByText('请说明哪里不满意').waitFor();
    await phone.getByLabel('想说的话').first().fill('修了三次才修好，没有人解释。');
    await phone.getByRole('button', { name: '提交评价' }).click();
    await phone.getByText('谢谢您的评价。').waitFor();
    const view = await openLetter(server, letter);
    expect(view).toMatchObject({ phase: 'accepted', round: 3 });
    expect(view.allowed).not.toContain('RateAnswer');
    expect(view.reopenings.at(-1)?.cause).toBe('bad-rating');
    expect(await runningLimits()).toContain('rectification');
    const unit = await desks.at('li.jie', caseId);
    await unit.getByText('修了三次才修好').first().waitFor();
  });
});

describe('what is public of it', () => {
  it('is nothing until a person has checked the masked words', async () => {
    expect((await published()).rows).toEqual([]);
    const office = await desks.at('tang.minyi', caseId);
    const form = await openAct(office, '公开信件');
    await form.getByRole('button', { name: '公开信件', exact: true }).click();
    await form.getByText('请先核对公开文字').waitFor();
    await form.getByRole('button', { name: '核对公开文字' }).click();
    const desk = office.getByRole('dialog', { name: '公开文字核对' });
    await desk.getByText('13800138000').first().waitFor();
    const open = desk.getByLabel('内容（公开）');
    expect(await open.inputValue()).not.toContain('13800138000');
    await desk.getByRole('button', { name: '已逐字核对' }).click();
    await act(office, '公开信件');
  });

  it('is on the public list with its countdown, its answers and its rating, masked', async () => {
    const { rows } = await published();
    expect(rows).toMatchObject([{ number: letter.number, kind: 'complaint' }]);
    const passer = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
    await passer.goto('/letters');
    await passer.getByRole('searchbox').fill('路灯');
    await passer.getByRole('button', { name: '搜索' }).click();
    await passer.getByRole('link', { name: /路灯/ }).first().click();
    await passer.getByText(resultWords).waitFor();
    await passer.getByText(secondWords).waitFor();
    const words = await passer.getByRole('main').innerText();
    expect(words).toMatch(/还有|剩余|已答复/);
    expect(words).not.toMatch(/13800138000|程晓雨|12号/);
    await screenshot(passer, 'letter-public');
    await passer.context().close();
  });

  it('takes a me-too from a resident who is logged in, once, and gives it back', async () => {
    const owner = await applicant(server, resident('tian-shulan'));
    const page = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
    await showAs(page, owner);
    await page.goto(`/letters/${letter.number}`);
    await page.getByRole('button', { name: /我也遇到/ }).click();
    await page.getByRole('button', { name: /我也遇到/, pressed: true }).waitFor();
    expect((await published()).rows).toMatchObject([{ meToos: 1 }]);
    await page.getByRole('button', { name: /我也遇到/ }).click();
    await page.getByRole('button', { name: /我也遇到/, pressed: false }).waitFor();
    expect((await published()).rows).toMatchObject([{ meToos: 0 }]);
    await page.context().close();
  });

  it('is counted in the public figures, which no one fills in', async () => {
    const figures = await stranger(server).get<LetterStatistics>('/api/public/letters/statistics');
    expect(figures.received).toBe(1);
    const page = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
    await page.goto('/letters/figures');
    await page.getByRole('heading', { name: '单位排名', exact: true }).waitFor();
    await page.context().close();
  });
});
