import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerCheck, LetterAdvice, LetterAssistance } from '@yichuang/contracts';
import { letterForm, openLetterSite, type LetterSite } from '../assembly/testing-letters.ts';
import type { TestCaller } from '../assembly/testing-site.ts';

let site: LetterSite;
let answeredId: string;

beforeAll(async () => {
  site = await openLetterSite();
  const form = { ...letterForm, wantsPublic: 'yes' };
  const { caseId } = await site.quick({ itemCode: 'wz-complaint', form, sender: { name: '王某' } });
  answeredId = caseId;
  await site.answered(caseId);
  await site.act('tang.minyi', caseId, 'PublishLetter', {
    title: '小区夜间施工噪声扰民',
    body: '幸福小区旁工地每天夜里十一点以后还在打桩，老人孩子睡不着。',
    answers: { 1: '已责令该工地22时后停工，并处罚款。' },
  });
  await site.follow(caseId);
});
afterAll(() => site[Symbol.asyncDispose]());

async function advice(title: string, body: string): Promise<LetterAdvice> {
  const answer = await site.nobody.send('POST', '/api/letters/advice', { title, body });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

async function assistance(name: string, caseId: string): Promise<LetterAssistance> {
  const caller = await site.staff(name);
  const answer = await caller.send('GET', `/api/letters/${caseId}/assistance`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

describe('advice while somebody types', () => {
  it('shows public answers about the same, each with the words that both hold', async () => {
    const { similar } = await advice('幸福小区夜间施工', '幸福小区旁工地夜里打桩，老人孩子睡不着');
    expect(similar).toMatchObject([{ excerpt: '已责令该工地22时后停工，并处罚款。' }]);
    expect(similar[0]?.why.length).toBeGreaterThan(0);
  });

  it('names the way, the unit and another procedure by the words of the pack', async () => {
    const found = await advice('投诉物业', '小区物业不修电梯，我要投诉');
    expect(found.ways[0]).toMatchObject({ itemCode: 'wz-complaint', why: ['投诉'] });
    expect(found.unit).toMatchObject({ orgId: 'yunxi/zjj', why: ['物业'] });
    const court = await advice('对法院判决不服', '我对县法院的判决不服');
    expect(court.elsewhere).toMatchObject([
      { code: 'litigation', basis: { article: '第三十一条第一项' } },
    ]);
    expect((await advice('路灯坏了', '门口路灯坏了三天')).elsewhere).toEqual([]);
  });
});

describe('assistance for who handles a letter', () => {
  it('compares with letters that the reader may open, and proposes to link, not more', async () => {
    const form = { ...letterForm, body: `${letterForm.body}电话13812345678` };
    const second = await site.quick({ itemCode: 'wz-complaint', form, sender: { name: '李某' } });
    await site.follow(second.caseId);
    const office = await assistance('tang.minyi', second.caseId);
    expect(office.duplicates).toMatchObject([
      { caseId: answeredId, relation: 'same-matter', isLinked: false },
    ]);
    expect(office.similar.map(({ caseId }) => caseId)).toEqual([answeredId]);
    expect(office.limits.map(({ ruleId }) => ruleId)).toContain('WZ-15');
    expect(office.masked?.body).not.toContain('13812345678');
    const referral = { toOrg: 'yunxi/zfj', manner: 'transfer', note: '' };
    await site.act('tang.minyi', second.caseId, 'AcceptCase', { opinion: '', referral });
    // Another unit has its own letters only: what the housing office answered is not among them.
    const unit = await assistance('zong.zhi', second.caseId);
    expect(unit.duplicates).toEqual([]);
    expect(unit.similar).toEqual([]);
  });

  it('finds an answer that says nothing, with its words', async () => {
    const office = await site.staff('tang.minyi');
    const path = `/api/letters/${answeredId}/answer-check`;
    const body = { result: '您的来信收悉，请咨询县住建局。感谢您的关注与支持。' };
    const check = (await office.send('POST', path, body)).json<AnswerCheck>();
    expect(check.findings.map(({ code }) => code)).toContain('referred-elsewhere');
    expect(check.findings[0]?.text).not.toBe('');
  });
});

describe('what is learned from the tenant’s own letters', () => {
  it('is a model once fifty have their label; until then words serve', async () => {
    expect(await site.parts.models.find('unit')).toBeUndefined();
    await site.parts.models.train();
    expect(await site.parts.models.find('unit')).toBeUndefined();
    const office = await site.staff('tang.minyi');
    for (let n = 0; n < 60; n += 1) await enter(office, n);
    await site.parts.models.train();
    const { category } = await advice('县道路面坑洼', '公路路面坑洼，公交难走');
    expect(category).toMatchObject({ name: '交通运输' });
    expect(category?.why.length).toBeGreaterThan(0);
    // Nobody has answered them yet: which unit is right is still said by words.
    expect(await site.parts.models.find('unit')).toBeUndefined();
  });
});

/** A letter on paper of one of two kinds. */
async function enter(office: TestCaller, n: number): Promise<void> {
  const [title, body, category] =
    n % 2 === 0
      ? ['路面坑洼难走', `公路路面坑洼，公交难走，第${n}次反映`, '交通运输']
      : ['老师补课收费', `学校老师补课收费，第${n}次反映`, '教育'];
  const entered = await office.send('POST', '/api/letters/entries', {
    itemCode: 'wz-complaint',
    channel: 'post',
    form: { title, body, category },
    sender: { name: `来信人${n}` },
  });
  expect(entered.statusCode, entered.body).toBe(201);
}
