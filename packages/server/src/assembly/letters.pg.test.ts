import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CaseView,
  LetterReceipt,
  LetterView,
  LetterWay,
  SenderCommand,
} from '@yichuang/contracts';
import { openTestSite, type TestCaller, type TestSite } from './testing-site.ts';

let site: TestSite;

beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site[Symbol.asyncDispose]());

const form = {
  title: '小区夜间施工噪声扰民',
  body: '碧云街道幸福小区旁工地每天夜里十一点以后还在打桩，老人孩子睡不着，请管一管。',
  division: 'yunxi',
  place: '幸福小区东门',
};

/** By the quick channel: no account, one key for one intention. */
async function quick(body: object, key: string = randomUUID()): Promise<LetterReceipt> {
  const answer = await site.app.inject({
    method: 'POST',
    url: '/api/letters',
    headers: { 'idempotency-key': key },
    payload: body,
  });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}

async function open({ number, password }: LetterReceipt): Promise<LetterView> {
  const answer = await site.nobody.send('POST', '/api/letters/open', { number, password });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

async function ask({ number, password }: LetterReceipt, command: SenderCommand): Promise<void> {
  const body = { number, password, command };
  const done = await site.nobody.send('POST', '/api/letters/act', body);
  expect(done.statusCode, done.body).toBe(200);
}

async function viewFor(caller: TestCaller, caseId: string): Promise<CaseView> {
  const answer = await caller.send('GET', `/api/cases/${caseId}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

async function act(name: string, caseId: string, type: string, rest: object): Promise<void> {
  const caller = await site.staff(name);
  const { allowed } = await viewFor(caller, caseId);
  const taskId = allowed.find((each) => each.act === type)?.taskId;
  const answer = await caller.send('POST', `/api/cases/${caseId}/commands`, {
    type,
    ...(taskId === undefined ? {} : { taskId }),
    ...rest,
  });
  expect(answer.statusCode, `${type}: ${answer.body}`).toBe(200);
}

const answer = {
  thanks: '您好，来信收悉，感谢您的反映。',
  result:
    '经查，该工地未办理夜间施工证明，12月3日已责令其22时后停工并处罚款一万元，执法队每晚巡查，如再发生请拨打电话。',
  officerName: '李洁',
  officerPhone: '0999-12345678',
};

/** From the office to the unit, its head and the final check. */
async function answered(caseId: string): Promise<void> {
  const referral = { toOrg: 'yunxi/zjj', manner: 'transfer', note: '请依法办理' };
  await act('tang.minyi', caseId, 'AcceptCase', { opinion: '属于受理范围', referral });
  await handled(caseId);
}

async function handled(caseId: string): Promise<void> {
  await act('li.jie', caseId, 'DraftAnswer', { answer });
  await act('fang.jingxian', caseId, 'ApproveTask', { opinion: '同意' });
  await act('jiang.shen', caseId, 'ApproveTask', { opinion: '答复清楚' });
}

describe('writing in', () => {
  it('offers every way with its limits in a sentence from the rules', async () => {
    const ways = (await site.nobody.send('GET', '/api/letters/ways')).json<LetterWay[]>();
    const complaint = ways.find(({ kind }) => kind === 'complaint');
    expect(complaint).toMatchObject({
      itemCode: 'wz-complaint',
      limits: '3个工作日内告知是否受理，自受理之日起15个工作日内答复',
      isConfidential: false,
    });
    expect(ways.map(({ kind }) => kind)).not.toContain('review');
  });

  it('files one letter of one filing, however often it is sent', async () => {
    const key = randomUUID();
    const body = { itemCode: 'wz-complaint', form, sender: { name: '王女士' } };
    const [one, two] = [await quick(body, key), await quick(body, key)];
    expect(two).toEqual(one);
    // Somebody else's filing under the same key is another letter: a key can be guessed.
    const other = await quick({ ...body, form: { ...form, title: '另一件事' } }, key);
    expect(other.number).not.toBe(one.number);
  });

  it('shows the letter to whoever has number and password, and to nobody else', async () => {
    const receipt = await quick({ itemCode: 'wz-complaint', form, sender: { name: '王女士' } });
    expect(await open(receipt)).toMatchObject({ title: form.title, body: form.body, round: 1 });
    const { number } = receipt;
    const wrong = { number, password: 'WRONGWRG' };
    expect((await site.nobody.send('POST', '/api/letters/open', wrong)).statusCode).toBe(404);
    const stranger = await site.resident('19900000071');
    const own = `/api/my/letters/${receipt.caseId}`;
    expect((await stranger.send('GET', own)).statusCode).toBe(404);
  });

  it('never gives a quick letter to the owner of the phone that was typed', async () => {
    const owner = await site.resident('19900000072');
    const sender = { name: '冒名者', phone: '19900000072' };
    const { caseId } = await quick({ itemCode: 'wz-complaint', form, sender });
    const mine = await owner.send('GET', '/api/my/cases');
    expect(mine.body).not.toContain(caseId);
    expect((await owner.send('GET', `/api/my/letters/${caseId}`)).statusCode).toBe(404);
  });
});

describe('a quick letter', () => {
  it('goes to a unit, is answered, asked again, and rated once', async () => {
    const receipt = await quick({ itemCode: 'wz-complaint', form, sender: { name: '王女士' } });
    await answered(receipt.caseId);
    const view = await open(receipt);
    expect(view).toMatchObject({
      phase: 'concluded',
      followUpsLeft: 2,
      unit: '云溪县住房和城乡建设局',
    });
    expect(view.answers).toMatchObject([{ round: 1, result: answer.result }]);
    await ask(receipt, { type: 'AskFollowUp', text: '昨晚又施工了，怎么办？' });
    expect(await open(receipt)).toMatchObject({ phase: 'accepted', round: 2, followUpsLeft: 1 });
    await handled(receipt.caseId);
    const bad = { office: 'mostly', handler: 'dissatisfied', comment: '还是没有解决' } as const;
    await ask(receipt, { type: 'RateAnswer', ...bad });
    const rated = await open(receipt);
    expect(rated.answers[1]?.rating).toEqual(bad);
    // A bad rating is mended: the letter is open once more, and this answer is rated once only.
    expect(rated).toMatchObject({ phase: 'accepted', round: 3 });
    expect(rated.allowed).not.toContain('RateAnswer');
  });
});
