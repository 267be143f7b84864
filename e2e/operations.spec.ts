// Operations among colleagues, each on its screen: passing on, asking, adding, taking back,
// claiming, copying, urging. One joint review of four heads carries most of them.

import type { CaseView, OfficeHome, SignerView, TaskPage } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  act,
  actOn,
  applicant,
  choosePerson,
  constructionForm,
  eventually,
  fileCase,
  holdsCase,
  items,
  moveToMorning,
  openAct,
  openBrowser,
  openCase,
  openDesks,
  resident,
  startServer,
  type Desks,
  type Refused,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

let server: TestServer;
let browser: TestBrowser;
let desks: Desks;
/** Accepted, with four heads to sign: 乔明远, 宁波涛, 谭雅琴, 江华庭. */
let reviewed = '';
/** Filed, at the counter of 陆清和 and 苏婉. */
let filed = '';

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  desks = openDesks(server, browser);
  await moveToMorning(server);
  const owner = await applicant(server, resident('tian-shulan'));
  const file = () => fileCase(owner, items.constructionPermit, constructionForm);
  ({ caseId: reviewed } = await file());
  ({ caseId: filed } = await file());
  const counter = await desks.api('lu.qinghe');
  const { materials } = await counter.get<CaseView>(`/api/cases/${reviewed}`);
  const handedIn = materials.filter(({ pages, isOnPaper }) => pages.length > 0 || isOnPaper);
  await actOn(counter, reviewed, 'CheckMaterials', {
    checks: handedIn.map(({ materialId }) => ({ materialId, verdict: 'complete' })),
    paperReceived: handedIn.flatMap((each) => (each.isOnPaper ? [each.materialId] : [])),
  });
  await actOn(counter, reviewed, 'AcceptCase', { opinion: '齐全' });
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

const view = async (caseId = reviewed, account = 'lu.qinghe') =>
  (await desks.api(account)).get<CaseView>(`/api/cases/${caseId}`);
const holds = async (account: string, list = 'todo') =>
  holdsCase(await desks.api(account), reviewed, list);

async function signers(kind?: string): Promise<SignerView[]> {
  const { signings } = await view();
  const all = signings.flatMap((signing) => signing.signers);
  return kind === undefined ? all : all.filter((signer) => signer.kind === kind);
}

async function told(type: string, caseId = reviewed): Promise<string[]> {
  const { timeline } = await view(caseId);
  return timeline.filter((entry) => entry.type === type).map(({ text }) => text);
}

describe('a task passed on (转办)', () => {
  it('is the receiver’s alone, with the first holder on record', async () => {
    const head = await desks.at('qiao.mingyuan', reviewed);
    const form = await openAct(head, '转办');
    await choosePerson(form, '转给谁', '李青禾');
    await form.getByLabel('理由').fill('请核对施工图。');
    await act(head, '转办');
    expect([await holds('qiao.mingyuan'), await holds('li.qinghe')]).toEqual([false, true]);
    const passed = (await signers()).find(({ passedOn }) => passedOn.length > 0);
    expect(passed?.passedOn).toMatchObject([{ to: '李青禾', reason: '请核对施工图。' }]);
  });

  it('is taken back as long as nobody has looked at it', async () => {
    await act(await desks.at('qiao.mingyuan', reviewed), '取回');
    expect([await holds('qiao.mingyuan'), await holds('li.qinghe')]).toEqual([true, false]);
    expect(await told('TaskRecalled')).toHaveLength(1);
  });
});

describe('an opinion asked for (征求意见)', () => {
  it('goes to a colleague, and the asker waits', async () => {
    const head = await desks.at('ning.bo', reviewed);
    const form = await openAct(head, '征求意见');
    await choosePerson(form, '问谁', '林小满');
    await form.getByLabel('想问什么').fill('塔吊基础是否验收？');
    await act(head, '征求意见');
    expect([await holds('ning.bo'), await holds('lin.xiaoman')]).toEqual([false, true]);
  });

  it('comes back as words, never as a vote', async () => {
    const clerk = await desks.at('lin.xiaoman', reviewed);
    const form = await openAct(clerk, '提出意见');
    await form.getByRole('textbox', { name: '意见' }).fill('已验收，资料齐全。');
    await act(clerk, '提出意见');
    expect([await holds('ning.bo'), await holds('lin.xiaoman')]).toEqual([true, false]);
    const [opinion] = await signers('opinion');
    expect(opinion).toMatchObject({ opinion: '已验收，资料齐全。', status: 'done' });
    expect(opinion?.verdict).toBeUndefined();
  });
});

describe('signers added and removed (加签、减签)', () => {
  const addSigner = async (kind: string, name: string) => {
    const head = await desks.at('tan.yaqin', reviewed);
    const form = await openAct(head, '加签');
    await form.getByRole('radio', { name: kind }).check();
    await choosePerson(form, '加签人', name);
    await form.getByLabel('理由').fill('请一并看一下。');
    await act(head, '加签');
  };

  it('one beside me signs for himself, and is removed again with a reason', async () => {
    await addSigner('与我一起', '周牧野');
    expect([await holds('tan.yaqin'), await holds('zhou.muye')]).toEqual([true, true]);
    const head = await desks.at('tan.yaqin', reviewed);
    const form = await openAct(head, '减签');
    await form.getByLabel('理由').fill('他不在岗。');
    await act(head, '减签');
    expect(await holds('zhou.muye')).toBe(false);
    expect(await signers('with')).toMatchObject([{ status: 'closed', cause: 'removed' }]);
  });

  it('one before me holds up my signature until his is there', async () => {
    await addSigner('在我之前', '金素盘');
    expect([await holds('tan.yaqin'), await holds('jin.suanpan')]).toEqual([false, true]);
    await act(await desks.at('jin.suanpan', reviewed), '同意');
    expect(await holds('tan.yaqin')).toBe(true);
  });

  it('one after me signs last', async () => {
    await addSigner('在我之后', '李青禾');
    expect(await holds('li.qinghe')).toBe(false);
    await act(await desks.at('tan.yaqin', reviewed), '同意');
    expect(await holds('li.qinghe')).toBe(true);
    await act(await desks.at('li.qinghe', reviewed), '同意');
    expect(await signers('after')).toMatchObject([{ status: 'done', verdict: 'approved' }]);
  });
});

describe('a decision recalled (取回)', () => {
  it('is undone while the next one has not looked, and given again', async () => {
    await act(await desks.at('jiang.hua', reviewed), '同意');
    expect(await holds('jiang.hua')).toBe(false);
    await act(await desks.at('jiang.hua', reviewed), '取回');
    expect(await holds('jiang.hua')).toBe(true);
    expect(await told('TaskRecalled')).toContain('取回“科室和单位会签”的意见');
  });
});

describe('a task of several holders (认领、放回)', () => {
  it('is one clerk’s after the claim, and everybody’s after the release', async () => {
    const first = await desks.api('lu.qinghe');
    const second = await desks.api('su.wan');
    await act(await desks.at('lu.qinghe', filed), '认领');
    expect([await holdsCase(first, filed), await holdsCase(second, filed)]).toEqual([true, false]);
    const body = { type: 'CheckMaterials', checks: [], paperReceived: [] };
    const taskId = (await view(filed)).tasks[0]?.taskId;
    const path = `/api/cases/${filed}/commands`;
    const refused = await second.ask<Refused>('POST', path, { ...body, taskId });
    expect(refused.body.code).toBe('claimed-by-other');
    expect(refused.body.detail).toContain('陆清和');
    await act(await desks.at('lu.qinghe', filed), '放回');
    expect(await holdsCase(second, filed)).toBe(true);
  });
});

describe('copies (抄送、传阅)', () => {
  const copy = async (kind: string, account: string, name: string) => {
    const head = await desks.at(account, reviewed);
    const form = await openAct(head, '抄送传阅');
    await form.getByRole('radio', { name: kind }).check();
    await choosePerson(form, '送给谁', name);
    await form.getByRole('textbox', { name: /^附言/ }).fill('供参考。');
    await act(head, '抄送传阅');
  };

  it('a copy is read by opening it from the list', async () => {
    await copy('抄送', 'ning.bo', '许静澜');
    expect(await holds('xu.jinglan', 'toread')).toBe(true);
    const office = await desks.at('xu.jinglan', reviewed);
    await office.goto('/console/toread');
    await openCase(office, (await view()).number);
    await eventually('the copy among what was read', async () =>
      (await holds('xu.jinglan', 'read')) ? true : undefined,
    );
    expect(await holds('xu.jinglan', 'toread')).toBe(false);
  });

  it('a circulation comes back with words', async () => {
    await copy('传阅', 'ning.bo', '贺正阳');
    const deputy = await desks.at('he.zhengyang', reviewed);
    const form = await openAct(deputy, '阅毕');
    await form.getByRole('textbox', { name: /^意见/ }).fill('注意工期。');
    await act(deputy, '阅毕');
    const { readings } = await view();
    const circulated = readings.find(({ kind }) => kind === 'circulation');
    expect(circulated).toMatchObject({ readBy: '贺正阳', opinion: '注意工期。', note: '供参考。' });
  });
});

/** 李青禾's leave of one day, on the desk of 乔明远. */
async function fileLeave(): Promise<string> {
  const clerk = await desks.api('li.qinghe');
  const { today } = await clerk.get<OfficeHome>('/api/office/items');
  const form = {
    kind: 'annual',
    fromOn: today,
    fromHalf: 'am',
    toOn: today,
    toHalf: 'pm',
    days: 1,
  };
  await clerk.send('POST', '/api/office/cases', { itemCode: 'office-leave', form });
  const { rows } = await clerk.get<TaskPage>('/api/tasks?list=started');
  return rows.find(({ outcome }) => outcome === undefined)?.caseId ?? '';
}

describe('an approval turned down', () => {
  it('is turned down with words, and the clerk reads them (驳回)', async () => {
    const leave = await fileLeave();
    const head = await desks.at('qiao.mingyuan', leave);
    const form = await openAct(head, '不同意');
    await form.getByLabel('理由').fill('本周有专项检查。');
    await act(head, '不同意');
    const { rows } = await (await desks.api('li.qinghe')).get<TaskPage>('/api/tasks?list=started');
    expect(rows.find(({ caseId }) => caseId === leave)).toMatchObject({
      phase: 'concluded',
      outcome: 'denied',
    });
    const clerk = await desks.at('li.qinghe', leave);
    await clerk.getByText('本周有专项检查。').first().waitFor();
  });
});

describe('an urging (催办)', () => {
  it('by whoever filed reaches the holder, once a day', async () => {
    const clerk = await desks.api('li.qinghe');
    const leave = await fileLeave();
    const page = await desks.at('li.qinghe', leave);
    const urging = await openAct(page, '催办');
    await urging.getByLabel('催办内容').fill('明天要出发，请尽快。');
    await act(page, '催办');
    const { urges } = await view(leave, 'qiao.mingyuan');
    expect(urges).toMatchObject([{ by: '李青禾', message: '明天要出发，请尽快。' }]);
    const again = { type: 'UrgeCase', message: '再催' };
    const { body: refused } = await clerk.ask<Refused>(
      'POST',
      `/api/cases/${leave}/commands`,
      again,
    );
    expect(refused.code).toBe('urged-recently');
  });
});
