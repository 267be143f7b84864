// One matter, filed once: from the question on the home page to the offices' own parts.

import type { Page } from 'playwright-core';
import type { ApplicantCaseView, CasePartView, CaseView, TaskPage } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accountOf,
  answerSection,
  checkAccessibility,
  eventually,
  fill,
  identify,
  jpegPage,
  logIn,
  logInStaff,
  materialCard,
  moveToMorning,
  openBrowser,
  resident,
  screenshot,
  staff,
  startServer,
  uploadPage,
  type Connection,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

const person = resident('ouyang-xiaoyu');
const walkIn = resident('luo-jianguo');

let server: TestServer;
let browser: TestBrowser;
let phone: Page;
let counter: Connection;
let wholeId = '';

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  await moveToMorning(server);
  phone = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

async function answer(label: string): Promise<void> {
  await phone.getByLabel(label, { exact: true }).check();
  await phone.getByRole('button', { name: '下一步' }).click();
}

async function expectQuestion(question: string): Promise<void> {
  await phone.getByRole('heading', { name: question, level: 1 }).waitFor();
}

async function actOn(
  who: Connection,
  caseId: string,
  type: string,
  rest: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { allowed } = await who.get<CaseView>(`/api/cases/${caseId}`);
  const taskId = allowed.find((each) => each.act === type)?.taskId;
  const body = { type, ...(taskId === undefined ? {} : { taskId }), ...rest };
  await who.send('POST', `/api/cases/${caseId}/commands`, body);
}

const whole = () => counter.get<CaseView>(`/api/cases/${wholeId}`);

async function partOf(partId: string): Promise<CasePartView> {
  return eventually(`the case of ${partId}`, async () => {
    const { parts } = await whole();
    return parts?.find((part) => part.partId === partId && part.caseId !== undefined);
  });
}

describe('the questions', () => {
  it('are reached from the home page, one a page, without a log-in', async () => {
    await phone.goto('/');
    await phone.getByRole('link', { name: '开店', exact: true }).click();
    await expectQuestion('开一家餐饮店');
    await checkAccessibility(phone);
    await screenshot(phone, 'bundle-start');
    await phone.getByRole('button', { name: '开始' }).click();
    await expectQuestion('您已经有营业执照了吗？');
    await phone.getByRole('button', { name: '下一步' }).click();
    await phone.getByRole('alert').getByText('请选择一项').waitFor();
    await answer('否');
    await expectQuestion('店里主要卖什么？');
    await checkAccessibility(phone);
    await screenshot(phone, 'bundle-question');
    await answer('现炒现做的热菜、面点、火锅');
    await expectQuestion('店面的建筑面积有多大？');
    await phone.getByLabel('店面的建筑面积有多大？').fill('八十');
    await phone.getByRole('button', { name: '下一步' }).click();
    await phone.getByRole('alert').getByText('1 到 5000 之间的数字').waitFor();
    await phone.getByLabel('店面的建筑面积有多大？').fill('80');
    await phone.getByRole('button', { name: '下一步' }).click();
    await expectQuestion('店里有卡拉OK、演出等娱乐吗？');
  });

  it('let one go back, by the browser and by the page, and keep the other answers', async () => {
    await phone.goBack();
    await phone.goBack();
    await expectQuestion('店面的建筑面积有多大？');
    await phone.goForward();
    await phone.goForward();
    await expectQuestion('店里有卡拉OK、演出等娱乐吗？');
    await phone.getByRole('link', { name: '上一问' }).click();
    await expectQuestion('店面的建筑面积有多大？');
    await phone.getByLabel('店面的建筑面积有多大？').fill('80');
    await phone.getByRole('button', { name: '下一步' }).click();
    await answer('否');
    await answer('普通门头招牌');
    await expectQuestion('您要办这 4 项，可以一起办');
  });

  it('end in what applies, why, and what is saved', async () => {
    await phone.getByText('因为您选择了“已有营业执照：否”').waitFor();
    await phone.getByText('在“营业执照”办好之后自动开始').waitFor();
    await phone.getByText('一项接一项办要 16 个工作日').waitFor();
    await checkAccessibility(phone);
    await screenshot(phone, 'bundle-result');
  });
});

describe('the one form', () => {
  it('is reached through the log-in with no answer lost', async () => {
    await phone.getByRole('button', { name: '一起办理' }).click();
    await logIn(phone, server, person);
    await phone.getByRole('button', { name: '继续提交' }).click();
    await identify(phone, person);
    await expectQuestion('您要办这 4 项，可以一起办');
    await phone.getByRole('button', { name: '一起办理' }).click();
    await expectQuestion('店铺');
  });

  it('asks each thing once, for all offices', async () => {
    await answerSection(
      phone,
      [
        { title: '店铺名称', text: '云溪县柳浦镇小满面馆' },
        { title: '店铺地址', text: '云溪县柳浦镇河沿街 6 号' },
        { title: '所在楼层', text: '1层' },
        { title: '从业人员', text: '3' },
      ],
      '经营者',
    );
    await answerSection(
      phone,
      [
        { title: '组成形式', choice: '个人经营' },
        { title: '资金数额', text: '8' },
        { title: '经营范围', text: '餐饮服务；食品销售' },
      ],
      '责任人和联系方式',
    );
    const officers = [
      { title: '食品安全员', text: person.name },
      { title: '消防安全责任人', text: person.name },
    ];
    await answerSection(phone, officers, '招牌');
    await fill(phone, { title: '招牌文字', text: '小满面馆' });
    await answerSection(phone, [{ title: '招牌尺寸', text: '6米×1.2米×0.2米' }], '上传材料');
    // The heading is there before the page has come to its end.
    await expect.poll(() => phone.getByRole('article').count()).toBe(7);
    await checkAccessibility(phone);
  });

  it('takes one upload for several offices, a promise for a report, and waits', async () => {
    const file = async (name: string) => ({
      name: `${name}.jpg`,
      mimeType: 'image/jpeg',
      buffer: await jpegPage(name),
    });
    await uploadPage(phone, '经营场所使用相关文件', await file('lease'));
    await uploadPage(phone, '店面平面布置图', await file('plan'));
    await uploadPage(phone, '保证食品安全的规章制度', await file('rules'));
    await uploadPage(phone, '招牌设计图和实景效果图', await file('sign'));
    const promise = materialCard(phone, '场所符合消防安全要求的证明');
    await promise.getByText('愿意接受自许可之日起二十个工作日内的现场核查').waitFor();
    await promise.getByRole('button', { name: '我作出以上承诺' }).click();
    await materialCard(phone, '场所符合消防安全要求的证明').getByText('已承诺代替').waitFor();
    await screenshot(phone, 'bundle-materials');
    await phone.getByRole('link', { name: '下一步：核对' }).click();
    await phone.getByText('受理后补交').first().waitFor();
  });

  it('lets an answer be changed at the last moment, and asks for nothing twice', async () => {
    const situation = phone.locator('.paper-part').filter({ hasText: '您的情况' });
    await situation.getByRole('link', { name: '修改' }).click();
    await expectQuestion('您要办这 4 项，可以一起办');
    const sign = phone.locator('.facts > div').filter({ hasText: '招牌' });
    await sign.getByRole('link', { name: /修改/ }).click();
    await answer('不做，或者沿用原来的');
    await expectQuestion('您要办这 3 项，可以一起办');
    await phone.goBack();
    await answer('普通门头招牌');
    await phone.getByRole('button', { name: '按新的回答继续办理' }).click();
    await expectQuestion('核对并提交');
    await phone.getByText('云溪县柳浦镇小满面馆').waitFor();
    await checkAccessibility(phone);
    await phone.getByRole('button', { name: '提交申请' }).click();
    await phone.getByRole('heading', { name: '已收到您的申请' }).waitFor();
  });
});

describe('the one page to follow', () => {
  it('tells what may come later once the counter has accepted', async () => {
    counter = await staff(server, 'general-counter');
    const { rows } = await counter.get<TaskPage>('/api/tasks');
    wholeId = rows.find(({ itemName }) => itemName === '开一家餐饮店')?.caseId ?? '';
    const { materials } = await whole();
    const checks = materials
      .filter(({ necessity }) => necessity === 'required')
      .map(({ materialId }) => ({ materialId, verdict: 'complete' }));
    await actOn(counter, wholeId, 'CheckMaterials', { checks, paperReceived: [] });
    const deferred = ['fire-facilities', 'fire-rules'].map((materialId) => ({
      materialId,
      days: 5,
    }));
    await actOn(counter, wholeId, 'AcceptCase', { opinion: '齐全', deferred });
    for (const partId of ['registration', 'fire', 'sign']) await partOf(partId);
    await phone.goto(`/my/cases/${wholeId}`);
    await phone.getByText('共 4 项，已办好 0 项。').waitFor();
    await phone.getByText('还有 2 份材料要补交').waitFor();
    await checkAccessibility(phone);
    await screenshot(phone, 'bundle-progress');
  });

  it('takes in what comes later, for every office that waits for it', async () => {
    await phone.getByRole('link', { name: '现在补交' }).click();
    for (const name of ['场所消防设施平面图', '消防安全制度、灭火和应急疏散预案']) {
      await materialCard(phone, name)
        .getByLabel('选择文件或拍照')
        .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await jpegPage(name) });
    }
    await checkAccessibility(phone);
    await phone.getByRole('button', { name: '补交', exact: true }).click();
    await phone.getByText('补交的材料已收到').waitFor();
    const { caseId = '' } = await partOf('fire');
    const inspector = await staff(server, 'xf-inspector-1');
    const supplied = await eventually('the documents at the fire brigade', async () => {
      const { debts } = await inspector.get<CaseView>(`/api/cases/${caseId}`);
      const owed = debts.filter(({ kind }) => kind === 'deferred-material');
      return owed.every(({ status }) => status === 'supplied') ? owed : undefined;
    });
    for (const { debtId } of supplied) {
      await actOn(inspector, caseId, 'SettleDebt', { debtId, verdict: 'kept', note: '' });
    }
    await eventually('the whole owes nothing', async () => {
      const { debts } = await whole();
      return debts.every(({ status }) => status === 'kept') ? debts : undefined;
    });
  });

  it('shows each office’s part with its own clock; the next begins by itself', async () => {
    const { caseId = '' } = await partOf('registration');
    const registrar = await staff(server, 'sj-registrar');
    await actOn(registrar, caseId, 'ApproveTask', { opinion: '准予登记' });
    await eventually('the licence', async () =>
      (await registrar.get<CaseView>(`/api/cases/${caseId}`)).documents.find(
        ({ certificateId, issuedAt }) => certificateId !== undefined && issuedAt !== undefined,
      ),
    );
    const clerk = await staff(server, 'sj-counter');
    await actOn(clerk, caseId, 'ServeResult', { method: 'electronic', recipient: person.name });
    const food = await partOf('food');
    expect(food.status).toBe('open');
    await phone.goto(`/my/cases/${wholeId}`);
    await phone.getByText('共 4 项，已办好 1 项。').waitFor();
    const parts = phone.getByRole('region', { name: '各部门办理情况' });
    await parts.getByText('已办好', { exact: true }).waitFor();
    expect(await parts.getByText('办理中', { exact: true }).count()).toBe(3);
    await checkAccessibility(phone);
    await screenshot(phone, 'bundle-parts');
    await parts.getByRole('link', { name: '食品经营许可' }).click();
    await phone.getByText('这是“开一家餐饮店”的一部分').waitFor();
    await phone.getByRole('link', { name: '开一家餐饮店' }).click();
    await phone.getByText('共 4 项，已办好 1 项。').waitFor();
  });

  it('gives one result package', async () => {
    const results = phone.getByRole('region', { name: '办理结果' });
    await results.getByRole('link', { name: '营业执照（个体工商户）', exact: true }).waitFor();
    const [archive] = await Promise.all([
      phone.waitForEvent('download'),
      results.getByRole('link', { name: '全部下载（ZIP）' }).click(),
    ]);
    expect(archive.suggestedFilename()).toMatch(/^办理结果 \d{14}\.zip$/);
  });

  it('is the same for staff: the whole shows its parts, a part shows its whole', async () => {
    const view = await whole();
    expect(view.parts?.map(({ partId, status }) => `${partId} ${status}`)).toEqual([
      'registration granted',
      'food open',
      'fire open',
      'sign open',
    ]);
    const { caseId = '' } = await partOf('sign');
    const reviewer = await staff(server, 'zf-sign-reviewer');
    const part = await reviewer.get<CaseView>(`/api/cases/${caseId}`);
    expect(part.parent).toMatchObject({ caseId: wholeId, itemName: '开一家餐饮店' });
    // Whoever has a part may not look into the whole with all other offices' matters.
    expect(part.parent?.canOpen).toBe(false);
    const own = await reviewer.ask<ApplicantCaseView>('GET', `/api/cases/${wholeId}`);
    expect(own.status).toBe(404);
  });
});

describe('at the counter', () => {
  it('the clerk asks the same questions, for somebody without a telephone', async () => {
    const desk = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
    await logInStaff(desk, server, accountOf('general-counter'));
    await desk.goto('/console/counter');
    await desk.getByRole('searchbox', { name: '办理事项' }).fill('开一家餐饮店');
    await desk.getByRole('button', { name: /^开一家餐饮店/u }).click();
    const choose = (question: string, label: string) =>
      desk.getByLabel(question).selectOption({ label });
    await choose('您已经有营业执照了吗？', '否');
    await choose('店里主要卖什么？', '现炒现做的热菜、面点、火锅');
    await desk.getByLabel('店面的建筑面积有多大？').fill('30');
    await choose('店里有卡拉OK、演出等娱乐吗？', '否');
    await choose('要做什么样的招牌？', '普通门头招牌');
    await desk.getByText('按这些回答，要办 3 项').waitFor();
    await desk.getByLabel('姓名', { exact: true }).fill(walkIn.name);
    await desk.getByLabel('身份证号', { exact: true }).fill(walkIn.citizenId);
    await checkAccessibility(desk);
    await screenshot(desk, 'bundle-counter');
    await desk.getByRole('button', { name: '开始填写' }).click();
    await desk.getByRole('heading', { name: '一、填写表单' }).waitFor();
    expect(await desk.getByLabel('建筑面积').count()).toBe(0);
    expect(await desk.getByRole('heading', { name: /消防/u }).count()).toBe(0);

    await desk.getByLabel(/^店铺名称/u).fill('建国面馆');
    await desk.getByRole('button', { name: '修改回答' }).click();
    await desk.getByLabel('店面的建筑面积有多大？').fill('80');
    await desk.getByText('按这些回答，要办 4 项').waitFor();
    await desk.getByRole('button', { name: '按新的回答' }).click();
    await desk.getByRole('heading', { name: /消防/u }).first().waitFor();
    expect(await desk.getByLabel(/^店铺名称/u).inputValue()).toBe('建国面馆');
    await desk.getByRole('checkbox', { name: /^已告知申请人/u }).check();
    await desk.getByRole('status').filter({ hasText: '已保存' }).waitFor();
    await checkAccessibility(desk);
    await screenshot(desk, 'bundle-counter-draft');
    await desk.context().close();
  });
});

describe('without scripts, in large type', () => {
  it('the questions are the same', async () => {
    const options = { viewport: 'phone', baseUrl: server.url } as const;
    const page = await browser.newPage({ ...options, javaScript: false, elder: true });
    await page.goto('/bundles/restaurant/questions');
    const next = () => page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('是', { exact: true }).check();
    await next();
    await page.getByLabel('只卖有包装的食品，不加工').check();
    await next();
    await page.getByLabel('店面的建筑面积有多大？').fill('30');
    await next();
    await page.getByLabel('不做，或者沿用原来的').check();
    await next();
    await page.getByRole('heading', { name: '按您的情况，不需要办理任何事项' }).waitFor();
    await page.getByText('向县市场监管局备案即可').waitFor();
    await page.context().close();
  });
});
