// Operations on a case as a whole, each on its screen: frozen, jumped, terminated, revoked, voided;
// what may come later and what is promised; and the desk of somebody who leaves.

import type { CaseView, CertificateCheck, HoldingsView, TaskPage } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  act,
  actOn,
  applicant,
  choosePerson,
  constructionForm,
  demoPassword,
  eventually,
  fileCase,
  fireForm,
  holdsCase,
  items,
  jpegPage,
  materialCard,
  moveToMorning,
  openAct,
  openBrowser,
  openDesks,
  resident,
  showAs,
  soleProprietorForm,
  startServer,
  stranger,
  type Connection,
  type Desks,
  type Refused,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

const person = resident('tian-shulan');

let server: TestServer;
let browser: TestBrowser;
let desks: Desks;
let owner: Connection;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  desks = openDesks(server, browser);
  await moveToMorning(server);
  owner = await applicant(server, person);
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

const view = async (account: string, caseId: string) =>
  (await desks.api(account)).get<CaseView>(`/api/cases/${caseId}`);

/** Checked and accepted behind the screens, with everything that was handed in. */
async function accept(account: string, caseId: string): Promise<void> {
  const counter = await desks.api(account);
  const { materials } = await view(account, caseId);
  const handedIn = materials.filter(({ pages, isOnPaper }) => pages.length > 0 || isOnPaper);
  await actOn(counter, caseId, 'CheckMaterials', {
    checks: handedIn.map(({ materialId }) => ({ materialId, verdict: 'complete' })),
    paperReceived: handedIn.flatMap((each) => (each.isOnPaper ? [each.materialId] : [])),
  });
  await actOn(counter, caseId, 'AcceptCase', { opinion: '齐全' });
}

async function approve(account: string, caseId: string): Promise<void> {
  await actOn(await desks.api(account), caseId, 'ApproveTask', { opinion: '同意' });
}

describe('a construction permit under an administrator’s hand', () => {
  let permit = '';
  const heads = ['qiao.mingyuan', 'ning.bo', 'tan.yaqin', 'jiang.hua'];

  beforeAll(async () => {
    ({ caseId: permit } = await fileCase(owner, items.constructionPermit, constructionForm));
    await accept('lu.qinghe', permit);
  });

  it('is frozen: nobody acts, the limits go on; and goes on afterwards (冻结、解冻)', async () => {
    const due = (await view('qin.yue', permit)).clocks.map(({ dueOn }) => dueOn);
    const form = await openAct(await desks.at('qin.yue', permit), '冻结');
    await form.getByLabel('理由').fill('权属争议，等候裁定。');
    await act(await frontOf('qin.yue'), '冻结');
    const frozen = await view('ning.bo', permit);
    expect(frozen.frozen).toMatchObject({ by: '秦悦', reason: '权属争议，等候裁定。' });
    expect(frozen.allowed.map((each) => each.act)).not.toContain('ApproveTask');
    expect(frozen.clocks.map(({ dueOn }) => dueOn)).toEqual(due);
    const again = await openAct(await desks.at('qin.yue', permit), '解冻');
    await again.getByLabel('理由').fill('争议已经了结。');
    await act(await frontOf('qin.yue'), '解冻');
    const { allowed } = await view('ning.bo', permit);
    expect(allowed.map((each) => each.act)).toContain('ApproveTask');
  });

  it('jumps ahead with a reason; the skipped signatures are shown as skipped (跳转)', async () => {
    const form = await openAct(await desks.at('qin.yue', permit), '跳转环节');
    await form.getByRole('radio', { name: '分管领导审核' }).check();
    await form.getByLabel('理由').fill('会签已在现场完成，纪要附后。');
    await act(await frontOf('qin.yue'), '跳转环节');
    const { flow, tasks } = await view('qin.yue', permit);
    expect(tasks.map(({ stepId }) => stepId)).toEqual(['deputy']);
    expect(flow.find(({ nodeId }) => nodeId === 'countersign')?.status).toBe('skipped');
    for (const head of heads) expect(await holdsCase(await desks.api(head), permit)).toBe(false);
    expect(await holdsCase(await desks.api('he.zhengyang'), permit)).toBe(true);
  });

  it('cannot jump over the decision, which is an act of law', async () => {
    const body = { type: 'JumpToStep', toStep: 'delivery', reason: '抓紧' };
    const path = `/api/cases/${permit}/commands`;
    const answer = await (await desks.api('qin.yue')).ask<Refused>('POST', path, body);
    expect(answer.body.code).toBe('jump-over-act-of-law');
  });

  it('is given more days, once, with the reason (延期)', async () => {
    const statutory = async () =>
      (await view('fang.jingxian', permit)).clocks.find(({ kind }) => kind === 'statutory');
    const before = await statutory();
    const form = await openAct(await desks.at('fang.jingxian', permit), '延长时限');
    await form.getByLabel('延长（工作日）').fill('5');
    await form.getByLabel('理由').fill('现场核查遇连续暴雨。');
    await act(await frontOf('fang.jingxian'), '延长时限');
    const after = await statutory();
    expect(after?.extendedBy).toBe(5);
    expect((after?.dueOn ?? '') > (before?.dueOn ?? '')).toBe(true);
    const { allowed } = await view('fang.jingxian', permit);
    expect(allowed.map((each) => each.act)).not.toContain('ExtendLimit');
  });

  it('becomes a case of another unit, and does not wait for it (分发)', async () => {
    const tasks = async () => (await view('fang.jingxian', permit)).tasks.map((t) => t.taskId);
    const before = await tasks();
    const form = await openAct(await desks.at('fang.jingxian', permit), '分发');
    await form.getByRole('radio', { name: '工作交办' }).check();
    await form.getByRole('radio', { name: /安全监督站$/ }).check();
    await form.getByLabel('要求').fill('请核查现场安全措施。');
    await act(await frontOf('fang.jingxian'), '分发');
    const handedOut = await eventually('the unit’s own case', async () =>
      (await view('fang.jingxian', permit)).handOuts.find(({ caseId }) => caseId !== undefined),
    );
    expect(handedOut).toMatchObject({ note: '请核查现场安全措施。' });
    expect(handedOut.orgName).toContain('安全监督站');
    const unit = await desks.api('ning.bo');
    expect(await holdsCase(unit, handedOut.caseId ?? '')).toBe(true);
    expect(await tasks()).toEqual(before);
  });

  it('is terminated with a reason that the applicant reads, and is over (终止)', async () => {
    const form = await openAct(await desks.at('fang.jingxian', permit), '终止办理');
    await form.getByLabel('理由').fill('建设单位已经注销。');
    await act(await frontOf('fang.jingxian'), '终止办理');
    const { phase, tasks, clocks } = await view('fang.jingxian', permit);
    expect([phase, tasks]).toEqual(['terminated', []]);
    expect(clocks.every(({ stoppedAt }) => stoppedAt !== undefined)).toBe(true);
    const phone = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
    await showAs(phone, owner);
    await phone.goto(`/my/cases/${permit}`);
    await phone.getByRole('heading', { name: '办件已经终止', level: 1 }).waitFor();
    await phone.getByText('建设单位已经注销。').first().waitFor();
    await phone.context().close();
  });
});

/** The page where the person is, as it stands. */
const frontOf = (account: string) => desks.front(account);

describe('a licence that does not hold any longer', () => {
  async function licensed(): Promise<{ readonly caseId: string; readonly licence: string }> {
    const { caseId } = await fileCase(owner, items.soleProprietor, soleProprietorForm);
    await accept('ye.xiaotong', caseId);
    await approve('meng.siyuan', caseId);
    const found = await eventually('the licence', async () =>
      (await view('ye.xiaotong', caseId)).documents.find(
        ({ certificateId, issuedAt }) => certificateId !== undefined && issuedAt !== undefined,
      ),
    );
    const recipient = { method: 'electronic', recipient: person.name };
    await eventually('all documents', async () => {
      const { documents } = await view('ye.xiaotong', caseId);
      return documents.every(({ issuedAt }) => issuedAt !== undefined) ? documents : undefined;
    });
    await actOn(await desks.api('ye.xiaotong'), caseId, 'ServeResult', recipient);
    return { caseId, licence: found.number ?? '' };
  }

  async function expectPublicly(licence: string, status: string, words: string): Promise<void> {
    const path = `/api/certificates/${licence}`;
    // What became of a certificate follows from the case a moment later.
    await expect
      .poll(async () => (await stranger(server).get<CertificateCheck>(path)).status)
      .toBe(status);
    const page = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
    await page.goto(`/c/${licence}`);
    await page.getByText(words).waitFor();
    await page.context().close();
  }

  it('is revoked with its law, and says so to whoever checks it (撤销)', async () => {
    const { caseId, licence } = await licensed();
    await expectPublicly(licence, 'valid', '本县签发，目前有效。');
    const form = await openAct(await desks.at('dai.guoliang', caseId), '撤销决定');
    await form.getByLabel('理由').fill('以虚假材料取得登记。');
    await form.getByRole('radio', { name: '其他依据（自行填写）' }).check();
    await form.getByLabel('法律法规名称').fill('中华人民共和国行政许可法');
    await form.getByLabel('条款').fill('第六十九条第二款');
    await act(await frontOf('dai.guoliang'), '撤销决定');
    expect((await view('dai.guoliang', caseId)).phase).toBe('revoked');
    await expectPublicly(licence, 'revoked', '确为本县签发，但已被撤销，不再有效。');
  });

  it('is voided after its end; its number stays and is marked (作废)', async () => {
    const { caseId, licence } = await licensed();
    const form = await openAct(await desks.at('dai.guoliang', caseId), '作废');
    await form.getByLabel('理由').fill('重复登记。');
    await act(await frontOf('dai.guoliang'), '作废');
    const { phase, number } = await view('dai.guoliang', caseId);
    expect([phase, number]).toEqual(['voided', expect.stringMatching(/^\d{14}$/)]);
    await expectPublicly(licence, 'voided', '确为本县签发，但已作废，不再有效。');
  });
});

describe('what may come later, and what is promised', () => {
  let fire = '';
  const debt = async (materialId: string) =>
    (await view('yu.huo', fire)).debts.find((each) => each.materialId === materialId);

  it('is accepted with two documents still owed, and a promise in place of a report', async () => {
    const committed = { committed: ['standards'] };
    ({ caseId: fire } = await fileCase(owner, items.fireSafety, fireForm, committed));
    const counter = await desks.at('jin.shuo', fire);
    await counter.getByRole('tab', { name: /^材料/ }).click();
    await counter.getByRole('button', { name: '全部齐全' }).click();
    const form = await openAct(counter, '受理');
    for (const name of ['场所消防设施平面图', '消防安全制度、灭火和应急疏散预案']) {
      await form.getByRole('checkbox', { name }).check();
      await form.getByLabel(`${name}的补交期限（工作日）`).fill('5');
    }
    await act(counter, '受理');
    expect(await debt('facilities')).toMatchObject({ status: 'owed', days: 5, light: 'green' });
    expect(await debt('standards')).toMatchObject({ kind: 'commitment', status: 'owed' });
  });

  it('comes in from the applicant’s phone, and is found good', async () => {
    const phone = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
    await showAs(phone, owner);
    await phone.goto(`/my/cases/${fire}`);
    await phone.getByRole('link', { name: '现在补交' }).click();
    await materialCard(phone, '场所消防设施平面图')
      .getByLabel('选择文件或拍照')
      .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await jpegPage('plan') });
    await phone.getByRole('button', { name: '补交', exact: true }).click();
    await phone.getByText('补交的材料已收到').waitFor();
    await phone.context().close();
    const form = await openAct(await desks.at('yu.huo', fire), '核验');
    await form.getByRole('radio', { name: '场所消防设施平面图' }).check();
    await form.getByRole('radio', { name: '符合', exact: true }).check();
    await act(await frontOf('yu.huo'), '核验');
    expect((await debt('facilities'))?.status).toBe('kept');
  });

  it('holds up the decision while it is owed, and is a hit when its day has passed', async () => {
    await approve('yu.huo', fire);
    const path = `/api/cases/${fire}/commands`;
    const leader = await desks.api('shao.weiguo');
    const taskId = (await view('shao.weiguo', fire)).tasks[0]?.taskId;
    const grant = { type: 'ApproveTask', taskId, opinion: '同意' };
    const refused = await leader.ask<Refused>('POST', path, grant);
    expect(refused.body.code).toBe('debt-outstanding');
    await moveToMorning(server, 6);
    const lapsed = await eventually('the lapse', async () => {
      const found = await debt('rules');
      return found?.lapsedAt === undefined ? undefined : found;
    });
    expect(lapsed.light).toBe('red');
    const { hits, timeline } = await view('yu.huo', fire);
    expect(hits.length).toBeGreaterThan(0);
    expect(timeline.map(({ type }) => type)).toContain('DebtLapsed');
  });

  it('may still be made good; a broken promise afterwards costs the permission', async () => {
    const page = await jpegPage('rules');
    const query = new URLSearchParams({ itemCode: items.fireSafety, materialId: 'rules' });
    const { body } = await owner.upload<{ readonly sha256: string; readonly name: string }>(
      `/api/my/uploads?${query}`,
      'rules.jpg',
      page,
    );
    const pages = [{ sha256: body.sha256, name: body.name }];
    const materials = [{ materialId: 'rules', pages, isOnPaper: false }];
    const supply = { type: 'SupplyMaterials', materials };
    await owner.send('POST', `/api/my/cases/${fire}/commands`, supply);
    const { debtId } = (await debt('rules')) ?? {};
    const settle = { debtId, verdict: 'kept', note: '' };
    await actOn(await desks.api('yu.huo'), fire, 'SettleDebt', settle);
    await approve('shao.weiguo', fire);
    const form = await openAct(await desks.at('yu.huo', fire), '核验');
    await form.getByRole('radio', { name: '未履行或不实' }).check();
    await form.getByLabel('说明').fill('疏散通道被封堵，限期未改。');
    await form.getByRole('radio', { name: /消防法/ }).check();
    await act(await frontOf('yu.huo'), '核验');
    expect((await debt('standards'))?.status).toBe('broken');
    const revoking = await openAct(await desks.at('shao.weiguo', fire), '撤销决定');
    await revoking.getByLabel('理由').fill('承诺不实，限期未改正。');
    await revoking.getByRole('radio', { name: /消防法/ }).check();
    await act(await frontOf('shao.weiguo'), '撤销决定');
    expect((await view('shao.weiguo', fire)).phase).toBe('revoked');
  });
});

describe('somebody who leaves (交接)', () => {
  it('hands over what they hold, and only then is the account closed', async () => {
    const { caseId } = await fileCase(owner, items.constructionPermit, constructionForm);
    await accept('lu.qinghe', caseId);
    const staffOf = async (q: string) => {
      const manager = await desks.api('qin.yue');
      const people = await manager.get<readonly { readonly personId: string }[]>(
        `/api/staff?q=${encodeURIComponent(q)}`,
      );
      return people[0]?.personId ?? '';
    };
    const leaving = await staffOf('林小满');
    await actOn(await desks.api('ning.bo'), caseId, 'TransferTask', {
      to: { personId: leaving, name: '林小满' },
      reason: '请代为会签',
    });
    const page = await desks.at('qin.yue', caseId);
    await page.getByRole('link', { name: '工作交接', exact: true }).click();
    const main = page.getByRole('main');
    await choosePerson(main, '谁要离岗', '林小满');
    await page.getByRole('heading', { name: '林小满名下' }).waitFor();
    expect(await page.getByRole('button', { name: '停用账号' }).isDisabled()).toBe(true);
    await choosePerson(main, '接手的同志', '周牧野');
    await page.getByLabel('交接原因').fill('调往外县。');
    await page.getByRole('button', { name: '全部交接' }).click();
    await page.getByText('已交接 1 项待办。').waitFor();
    expect(await holdsCase(await desks.api('zhou.muye'), caseId)).toBe(true);
    const held = await (
      await desks.api('qin.yue')
    ).get<HoldingsView>(`/api/staff/${leaving}/holdings`);
    expect([held.tasks, held.posts]).toEqual([[], []]);
    await page.getByRole('button', { name: '停用账号' }).click();
    const dialog = page.getByRole('dialog', { name: '停用林小满的账号？' });
    await dialog.getByRole('button', { name: '停用账号' }).click();
    await page.getByText('林小满的账号已停用').waitFor();
    const body = { loginName: 'lin.xiaoman', password: demoPassword(server.dataFolder) };
    const answer = await stranger(server).ask('POST', '/api/auth/staff', body);
    expect(answer.status).toBe(401);
    const { rows } = await (await desks.api('zhou.muye')).get<TaskPage>('/api/tasks');
    expect(rows.find((row) => row.caseId === caseId)?.stepName).toBe('科室和单位会签');
  });
});
