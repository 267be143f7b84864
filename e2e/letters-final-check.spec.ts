// The final check 终审: a reply that says nothing is flagged with the reason while it is typed and
// where it is checked, goes back, and passes only with words about why it does. Told in order.

import type { CaseView, LetterReceipt } from '@yichuang/contracts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  act,
  actOn,
  answerLetter,
  askAsSender,
  goodAnswer,
  moveToMorning,
  openAct,
  openBrowser,
  openDesks,
  openLetter,
  referLetter,
  screenshot,
  sendLetter,
  startServer,
  type Desks,
  type Refused,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

const hollow = '您反映的问题，请咨询县城市管理局。';

let server: TestServer;
let browser: TestBrowser;
let desks: Desks;
let letter: LetterReceipt;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  desks = openDesks(server, browser);
  await moveToMorning(server);
  letter = await sendLetter(server, {
    itemCode: 'wz-complaint',
    form: {
      title: '柿井村村口路灯坏了三个月',
      body: '柿井村村口到小学的路灯坏了三个月，孩子放学摸黑走路，请尽快修好。',
      division: 'yunxi/lp/03',
    },
  });
  await referLetter(await desks.api('tang.minyi'), letter.caseId, 'yunxi/zjj');
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

const seen = async (account: string) =>
  (await desks.api(account)).get<CaseView>(`/api/cases/${letter.caseId}`);

/** Typed by the unit's officer, and sent on past its head to the final check. */
async function draft(words: string, flaggedAs: RegExp): Promise<Page> {
  const unit = await desks.at('li.jie', letter.caseId);
  const form = await openAct(unit, '拟写答复');
  await form.getByLabel('办理结果').fill(words);
  await form.getByText(flaggedAs).waitFor();
  await form.getByLabel('经办人').fill(goodAnswer.officerName);
  await form.getByLabel('联系电话').fill(goodAnswer.officerPhone);
  return unit;
}

async function sendToFinalCheck(unit: Page): Promise<Page> {
  await act(unit, '拟写答复');
  await actOn(await desks.api('fang.jingxian'), letter.caseId, 'ApproveTask', { opinion: '同意' });
  return desks.at('jiang.shen', letter.caseId);
}

async function sendBack(desk: Page, reason: string): Promise<void> {
  const form = await openAct(desk, '退回重办');
  await form.getByRole('radio', { name: /^承办答复/ }).check();
  await form.getByLabel('理由', { exact: true }).fill(reason);
  await form.getByRole('button', { name: '退回重办', exact: true }).click();
  await desk.getByRole('status').filter({ hasText: '已退回' }).last().waitFor();
}

describe('a reply that sends the writer elsewhere', () => {
  it('is flagged while it is typed, with the reason and the words that are meant', async () => {
    const unit = await draft(hollow, /请来信人另行咨询或者联系/);
    await unit.getByText('这份答复有 1 处问题').waitFor();
    await screenshot(unit, 'letter-answer-check');
    const desk = await sendToFinalCheck(unit);
    await desk.getByText('请来信人另行咨询或者联系').first().waitFor();
    const { letter: draftOf } = await seen('jiang.shen');
    expect(draftOf?.draft?.findings).toMatchObject([
      { code: 'referred-elsewhere', quote: expect.stringContaining('请咨询县城市管理局') },
    ]);
  });

  it('does not pass in silence, on the screen or past it', async () => {
    const desk = await desks.at('jiang.shen', letter.caseId);
    const form = await openAct(desk, '同意');
    await form
      .getByRole('button', { name: '同意', exact: true })
      .or(form.getByRole('button', { name: '预览并同意' }))
      .first()
      .click();
    await form.getByText('请写明为什么仍然通过，或者退回重办').waitFor();
    const api = await desks.api('jiang.shen');
    const { allowed, version } = await seen('jiang.shen');
    const taskId = allowed.find((each) => each.act === 'ApproveTask')?.taskId;
    const body = { type: 'ApproveTask', taskId, opinion: ' ' };
    const path = `/api/cases/${letter.caseId}/commands`;
    const refused = await api.ask<Refused>('POST', path, body);
    expect([refused.status, refused.body.code]).toEqual([422, 'empty-answer-needs-reason']);
    expect((await seen('jiang.shen')).version).toBe(version);
  });

  it('goes back to the unit with the reason, and its sender sees nothing of it', async () => {
    const desk = await desks.at('jiang.shen', letter.caseId);
    await sendBack(desk, '没有说明办理结果，请核实后答复。');
    expect((await openLetter(server, letter)).answers).toEqual([]);
    const unit = await desks.at('li.jie', letter.caseId);
    await unit.getByRole('tab', { name: '经过' }).click();
    await unit.getByText('没有说明办理结果，请核实后答复。').first().waitFor();
  });
});

describe('a reply that copies an earlier one', () => {
  it('is flagged and goes back as well', async () => {
    await answerLetter(desks, letter.caseId);
    await askAsSender(server, letter, { type: 'AskFollowUp', text: '小学门口的两盏还是不亮。' });
    const unit = await draft(goodAnswer.result, /大段照抄以前的答复/);
    const desk = await sendToFinalCheck(unit);
    await desk.getByText('大段照抄以前的答复').first().waitFor();
    await sendBack(desk, '与上一次答复相同，请回答追问。');
    expect((await openLetter(server, letter)).answers).toHaveLength(1);
  });

  it('passes with words about why, which are kept with it', async () => {
    const unit = await draft('我们将会安排人与您联系。', /说将会办理，没有说明结果/);
    const desk = await sendToFinalCheck(unit);
    const form = await openAct(desk, '同意');
    const words = '已电话核实，来信人同意先由技术员上门查看。';
    await form.getByLabel('答复被提示有问题，仍要通过的理由').fill(words);
    await act(desk, '同意');
    const { answers } = await openLetter(server, letter);
    expect(answers.map(({ round }) => round)).toEqual([1, 2]);
    const { letter: kept, timeline } = await seen('jiang.shen');
    expect(JSON.stringify(timeline)).toContain(words);
    expect(kept?.answers).toHaveLength(2);
  });
});
