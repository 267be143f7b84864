// Case 1 whole: a construction permit from a resident's phone to the sealed certificate and its
// check, with a correction, a return and a fee on the way. One story, told in order; each test
// begins where the one before it ended.

import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import type { CaseView, TaskPage } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accountOf,
  act,
  answerSection,
  eventually,
  fill,
  identify,
  items,
  jpegPage,
  largePhoto,
  logInStaff,
  materialCard,
  openAct,
  openBrowser,
  openCase,
  resident,
  screenshot,
  sentCode,
  staff,
  startServer,
  uploadPage,
  type Connection,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

const person = resident('tian-shulan');
const builder = '云溪县青石置业有限公司';
const project = '青石花园三期 5 号住宅楼';

const sections = {
  project: [
    { title: '工程名称', text: project },
    { title: '建设地址', text: '云溪县碧云街道望溪路 18 号' },
    { title: '建设规模（建筑面积）', text: '12860' },
    { title: '结构类型', choice: '框架—剪力墙结构' },
    { title: '是否保障性租赁住房项目', choice: '否' },
  ],
  contract: [
    { title: '合同价格', text: '3580' },
    { title: '合同开工日期', text: '2027-03-01' },
    { title: '合同竣工日期', text: '2028-06-30' },
  ],
  parties: [
    { title: '勘察单位', text: '云溪县地质勘察院' },
    { title: '勘察单位项目负责人', text: '谷雨声' },
    { title: '设计单位', text: '云溪县建筑设计院有限公司' },
    { title: '设计单位项目负责人', text: '纪明轩' },
    { title: '施工单位', text: '云溪县第一建筑工程有限公司' },
    { title: '施工单位项目经理', text: '严守成' },
    { title: '是否依法必须实行监理', choice: '是' },
    { title: '监理单位', text: '云溪县诚正工程监理有限公司' },
    { title: '总监理工程师', text: '方正平' },
  ],
};

let server: TestServer;
let browser: TestBrowser;
let phone: Page;
let counter: Page;
let clerk: Connection;
let caseId = '';
let number = '';
let queryPassword = '';

const desks = new Map<string, Page>();
const view = () => clerk.get<CaseView>(`/api/cases/${caseId}`);

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  phone = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

describe('a construction permit', () => {
  it('is found by plain words and read about before anybody logs in', async () => {
    await phone.goto('/');
    await screenshot(phone, 'home');
    await phone.getByRole('searchbox').fill('工地开工');
    await phone.getByRole('button', { name: '搜索' }).click();
    await phone.getByRole('link', { name: '建筑工程施工许可', exact: true }).first().click();
    await phone.getByRole('heading', { name: '建筑工程施工许可', level: 1 }).waitFor();
    await phone.getByRole('heading', { name: '办理流程' }).waitFor();
    expect(phone.url()).toContain(items.constructionPermit);
    await screenshot(phone, 'guide');
  });

  it('asks for a code that the message gateway holds, and for the person once', async () => {
    await phone.getByRole('button', { name: '在线办理' }).click();
    await phone.getByLabel('手机号').fill('1990000000');
    await phone.getByRole('button', { name: '获取验证码' }).click();
    await phone.getByRole('alert').getByText('手机号应是以 1 开头的 11 位数字').waitFor();
    await phone.getByLabel('手机号').fill(person.phone);
    await phone.getByRole('button', { name: '获取验证码' }).click();
    const [messages] = await Promise.all([
      phone.waitForEvent('popup'),
      phone.getByRole('link', { name: '查看模拟短信' }).click(),
    ]);
    const code = await sentCode(server, person.phone);
    await messages.getByRole('button', { name: '刷新' }).click();
    await messages.getByText(code, { exact: true }).waitFor();
    await messages.close();
    await phone.getByLabel('验证码', { exact: true }).fill(code);
    await phone.getByRole('main').getByRole('button', { name: '登录', exact: true }).click();
    await phone.getByRole('heading', { name: '实名信息' }).waitFor();
  });

  it('refuses an identity number with a wrong check digit in words, keeping the name', async () => {
    const wrong = `${person.citizenId.slice(0, 17)}1`;
    await identify(phone, { ...person, citizenId: wrong });
    await phone.getByRole('alert').getByText('身份证号的最后一位对不上').waitFor();
    expect(await phone.getByLabel('姓名').inputValue()).toBe(person.name);
    await identify(phone, person);
    await phone.getByRole('button', { name: '开始填写' }).click();
  });

  it('takes the answers step by step; a wrong one says how to put it right', async () => {
    await fill(phone, { title: '企业（单位）名称', text: builder });
    await fill(phone, { title: '统一社会信用代码', text: '91999921YYYY10018U' });
    await phone.getByRole('button', { name: '保存并继续' }).click();
    await phone.getByRole('heading', { name: '建设单位', level: 1 }).waitFor();
    // What is known from the log-in and the step before is shown, not asked.
    await phone.getByRole('heading', { name: '我们已经知道的' }).waitFor();
    const owner = [{ title: '法定代表人', text: '罗建国' }];
    await answerSection(phone, owner, '工程概况');
    const [name, address, ...rest] = sections.project;
    const area = { title: '建设规模（建筑面积）', text: '一万多' };
    for (const answer of [name, address, area]) if (answer) await fill(phone, answer);
    await phone.getByRole('button', { name: '保存并继续' }).click();
    const alert = phone.getByRole('alert');
    await alert.getByText('建设规模（建筑面积）应填写数字').waitFor();
    expect(await phone.getByLabel('工程名称').inputValue()).toBe(project);
    await screenshot(phone, 'filing-phone');
    await answerSection(phone, rest, '合同');
    await answerSection(phone, sections.contract, '参建单位');
    await answerSection(phone, sections.parties, '其他');
    await answerSection(phone, [], '上传材料');
  });

  it('mends a photo of several megabytes in the browser before it goes up', async () => {
    const photo = await largePhoto();
    expect(photo.length).toBeGreaterThan(1_000_000);
    const file = { name: 'IMG_2041.jpg', mimeType: 'image/jpeg', buffer: photo };
    await uploadPage(phone, '建筑工程施工许可证申请表', file);
    const card = materialCard(phone, '建筑工程施工许可证申请表');
    await card.getByText('已上传 1 页').waitFor();
    const facts = await card.getByText(/\d+×\d+ · /).innerText();
    const [, width = 0, height = 0, kilobytes = 0] =
      /(\d+)×(\d+) · ([\d.]+) ?KB/.exec(facts)?.map(Number) ?? [];
    expect(Math.max(width, height)).toBeLessThanOrEqual(1600);
    expect(Math.min(width, height)).toBeLessThanOrEqual(1200);
    expect(kilobytes).toBeLessThanOrEqual(90);
  });

  it('takes good pages and leaves the drawings to paper', async () => {
    const names = await phone.getByRole('article').getByRole('heading').allInnerTexts();
    for (const heading of names) {
      const card = materialCard(phone, heading.split(/\s/)[0] ?? '');
      const isAsked = await card.getByText('必要', { exact: true }).isVisible();
      if (!isAsked) continue;
      const paper = card.getByRole('button', { name: '到窗口提交纸质' });
      if (await paper.isVisible()) {
        await paper.click();
        await card.getByText('您选择到窗口提交这份纸质材料').waitFor();
        continue;
      }
      const buffer = await jpegPage(heading.split(/\s/)[0] ?? '');
      const file = { name: '1.jpg', mimeType: 'image/jpeg', buffer };
      await uploadPage(phone, heading.split(/\s/)[0] ?? '', file);
      await card.getByText('已上传 1 页').waitFor();
    }
  });

  it('is shown as it would stand on paper, and filed once however often one clicks', async () => {
    await phone.getByRole('link', { name: '下一步：核对' }).click();
    await phone.getByText('请最后看一遍').waitFor();
    await phone.getByText(project).waitFor();
    await phone.getByText('2027年3月1日（周一）').waitFor();
    await phone.getByRole('button', { name: '提交申请' }).dblclick();
    await phone.getByRole('heading', { name: '已收到您的申请' }).waitFor();
    const fact = async (name: string) =>
      phone.locator('.facts > div').filter({ hasText: name }).getByRole('definition').first();
    number = (await (await fact('办件编号')).innerText()).trim();
    queryPassword = (await (await fact('查询密码')).innerText()).trim();
    expect(number).toMatch(/^\d{14}$/);
    await screenshot(phone, 'receipt');
    clerk = await staff(server, 'zj-counter');
    const all = await clerk.get<TaskPage>('/api/tasks?list=all');
    expect(all.rows.map((row) => row.number)).toEqual([number]);
    caseId = all.rows[0]?.caseId ?? '';
  });

  it('explains day by day why the answer is due then', async () => {
    await phone.getByRole('link', { name: '为什么是这一天？' }).first().click();
    await phone.getByRole('heading', { name: '逐日计算' }).waitFor();
    await phone.getByText('行政许可法').first().waitFor();
    await screenshot(phone, 'why-this-day');
  });

  it('is seen by the counter, whose finding of a wrong material becomes one notice', async () => {
    counter = await atDesk('zj-counter');
    await counter.getByRole('row').filter({ hasText: number }).getByText(builder).waitFor();
    await screenshot(counter, 'inbox-console');
    await openCase(counter, number);
    await counter.getByRole('tab', { name: /^材料/ }).click();
    await counter.getByRole('button', { name: '全部齐全' }).click();
    await counter
      .getByRole('navigation', { name: '材料清单' })
      .getByRole('button', { name: /建设资金已经落实承诺书/ })
      .click();
    const verdict = counter.getByRole('group', { name: '“建设资金已经落实承诺书”的核验结果' });
    await verdict.getByRole('button', { name: /^有误/ }).click();
    await counter.getByRole('button', { name: '没有盖章或签字' }).click();
    await screenshot(counter, 'case-console');
    await act(counter, '通知补正');
    expect((await view()).phase).toBe('correction-pending');
  });

  it('is corrected by the applicant, who is told what is wrong and how to mend it', async () => {
    await phone.goto(`/my/cases/${caseId}`);
    await phone.getByText('有 1 份材料需要您补正').waitFor();
    await phone.getByRole('link', { name: '现在补正' }).click();
    const card = materialCard(phone, '建设资金已经落实承诺书');
    await card.getByText('没有盖章或签字').waitFor();
    await phone.getByRole('button', { name: '提交补正' }).click();
    await phone.getByRole('alert').getByText('这份材料还没有上传').waitFor();
    const buffer = await jpegPage('sealed and signed');
    const file = { name: 'sealed.jpg', mimeType: 'image/jpeg', buffer };
    await card.getByLabel('选择文件或拍照').setInputFiles(file);
    await card.getByText('✓ 符合要求').waitFor();
    await phone.getByRole('button', { name: '提交补正' }).click();
    await phone.getByText('补正材料已提交').waitFor();
    const { materials, phase } = await view();
    expect(phase).toBe('received');
    expect(materials.find(({ materialId }) => materialId === 'funds')?.filings).toBe(2);
  });

  it('is accepted once every material is complete, the drawings on paper among them', async () => {
    await counter.goto('/console/todo');
    await openCase(counter, number);
    await counter.getByRole('tab', { name: /^材料/ }).click();
    await counter.getByRole('button', { name: '全部齐全' }).click();
    await counter
      .getByRole('navigation', { name: '材料清单' })
      .getByRole('button', { name: /施工图纸/ })
      .click();
    await counter.getByRole('checkbox', { name: '纸质已收' }).check();
    await act(counter, '受理');
    const { phase, materials } = await view();
    expect(phase).toBe('accepted');
    expect(materials.find(({ materialId }) => materialId === 'drawings')).toMatchObject({
      isPaperReceived: true,
      verdict: 'complete',
    });
  });

  it('is agreed to by four heads, one of them on a phone, and by the deputy', async () => {
    await approveBy('zj-construction-head');
    await approveBy('zj-safety-head', 'phone');
    await approveBy('zj-quality-head');
    await approveBy('zj-materials-head');
    await approveBy('zj-deputy-leader');
    const { tasks } = await view();
    expect(tasks.map(({ stepId }) => stepId)).toEqual(['leader']);
  });

  it('is returned by the leader to joint review, and walks the whole way again', async () => {
    const leader = await atDesk('zj-leader');
    await openCase(leader, number);
    const form = await openAct(leader, '退回');
    await form.getByRole('radio', { name: '科室和单位会签' }).check();
    await form.getByRole('radio', { name: '重新逐个环节办理' }).check();
    await form.getByLabel('理由').fill('请补充说明塔吊基础的验收意见。');
    await act(leader, '退回');
    const again = await view();
    expect(again.tasks.map(({ stepId, round }) => `${stepId} ${round}`)).toEqual(
      Array.from({ length: 4 }, () => 'countersign 2'),
    );
    for (const post of ['construction', 'safety', 'quality', 'materials']) {
      await approveBy(`zj-${post}-head`);
    }
    await approveBy('zj-deputy-leader');
    await approveBy('zj-leader');
    expect((await view()).decision?.outcome).toBe('granted');
  });

  it('is paid for at the cashier, at the amount that was computed', async () => {
    await approveBy('zj-counter');
    await phone.goto(`/my/cases/${caseId}`);
    await phone.getByText('需要缴费 ¥257,200.00').waitFor();
    const cashier = await atDesk('cashier');
    await openCase(cashier, number);
    const form = await openAct(cashier, '登记缴费');
    await form.getByText('¥257,200.00').waitFor();
    await form.getByLabel('票据号码').fill('99030001');
    await act(cashier, '登记缴费');
    await phone.reload();
    await phone.getByText('已缴费 ¥257,200.00').waitFor();
  });

  it('gives a certificate whose seal an independent program confirms', async () => {
    const certificate = await eventually('the certificate', async () =>
      (await view()).documents.find((each) => each.certificateId && each.issuedAt),
    );
    const path = `/api/cases/${caseId}/documents/${certificate.documentId}`;
    const folder = await mkdtemp(join(tmpdir(), 'yichuang-seal-'));
    const file = join(folder, 'certificate.pdf');
    await writeFile(file, await clerk.file(path));
    const { stdout } = await promisify(execFile)('pdfsig', ['-nocert', file]);
    expect(stdout).toContain('Signature is Valid.');
    expect(stdout).toContain('Total document signed');
  });

  it('is served against a signature drawn at the counter, and concluded', async () => {
    await counter.goto('/console/todo');
    await openCase(counter, number);
    const form = await openAct(counter, '送达');
    await sign(counter, form.getByRole('img', { name: '签名' }));
    await form.getByRole('button', { name: '保存签名' }).click();
    await form.getByRole('button', { name: '签名已保存' }).waitFor();
    await act(counter, '送达');
    const { phase, service } = await view();
    expect(phase).toBe('concluded');
    expect(service).toMatchObject({ method: 'counter', recipient: person.name });
  });

  it('tells its story to whoever has number and password, without a log-in', async () => {
    const stranger = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
    await stranger.goto('/track');
    await stranger.getByLabel('办件编号').fill(number);
    await stranger.getByLabel('查询密码').fill(queryPassword);
    await stranger.getByRole('main').getByRole('button', { name: '查询', exact: true }).click();
    await stranger.getByRole('heading', { name: '已办结，准予许可', level: 1 }).waitFor();
    for (const text of ['收到申请', '受理', '送达']) {
      await stranger.getByRole('listitem').filter({ hasText: text }).first().waitFor();
    }
    await stranger.getByText('现在由', { exact: false }).waitFor({ state: 'detached' });
    // Neither names nor opinions of the office's inside, nor personal data.
    expect(await stranger.getByRole('main').innerText()).not.toMatch(/塔吊|1990000|田淑兰/);
    await screenshot(stranger, 'tracking');
    await stranger.context().close();
  });

  it('has a certificate that anybody may check by its code', async () => {
    await phone.goto(`/my/cases/${caseId}`);
    await phone.getByRole('link', { name: '查验页' }).click();
    await phone.getByRole('status').getByText('有效', { exact: false }).first().waitFor();
    await phone.getByText(builder).waitFor();
    await phone.getByText('完好，签发后没有改动').waitFor();
    await screenshot(phone, 'certificate-check');
  });

  it('is archived, and takes nothing more afterwards', async () => {
    const archivist = await atDesk('archivist');
    await archivist.goto(`/console/cases/${caseId}`);
    const form = await openAct(archivist, '归档');
    await form.getByLabel('档案号').fill('ZJ-2026-0001');
    await act(archivist, '归档');
    const { phase, allowed } = await view();
    expect(phase).toBe('archived');
    expect(allowed).toEqual([]);
  });
});

/** Logs in the first time; afterwards everybody goes on at the desk where they were. */
async function atDesk(post: string, viewport: 'phone' | 'desktop' = 'desktop'): Promise<Page> {
  const before = desks.get(post);
  if (before !== undefined) {
    await before.goto('/console/todo');
    return before;
  }
  const page = await browser.newPage({ viewport, baseUrl: server.url });
  desks.set(post, page);
  await logInStaff(page, server, accountOf(post));
  return page;
}

async function approveBy(post: string, viewport: 'phone' | 'desktop' = 'desktop'): Promise<void> {
  const page = await atDesk(post, viewport);
  await openCase(page, number);
  if (viewport === 'phone') {
    await openAct(page, '同意');
    await screenshot(page, 'approve-phone');
  }
  await act(page, '同意');
}

async function sign(page: Page, pad: ReturnType<Page['locator']>): Promise<void> {
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (box === null) throw new Error('the pad for signatures has no place on the screen');
  await page.mouse.move(box.x + 40, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 160, box.y + 80, { steps: 6 });
  await page.mouse.move(box.x + 60, box.y + 90, { steps: 6 });
  await page.mouse.up();
}
