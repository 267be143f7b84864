// A petition from its first office to the re-review by the city: an objection upheld and one that
// is not, an extension, service on paper, review, re-review with a hearing; and the same once more,
// which is no longer accepted. Told in order, through the console where the act is the point.

import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { CaseView, LetterReceipt, LetterView } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  act,
  actOn,
  applicant,
  eventually,
  moveToMorning,
  openAct,
  openBrowser,
  openDesks,
  resident,
  showAs,
  startServer,
  type Connection,
  type Desks,
  type Refused,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

const person = resident('tian-shulan');
const form = {
  title: '要求落实柿井村征地青苗补偿',
  body: '2024年修路占了我家两亩菜地，青苗补偿款一直没有发放，多次到镇里反映没有结果，请求依法处理。',
  division: 'yunxi/lp/03',
  demand: '发放两亩菜地的青苗补偿款。',
};
const law = { law: '信访工作条例', article: '第三十一条第六项' };
const reasoned = {
  thanks: '您反映的事项已经调查核实。',
  facts: '2024年3月修路占用您户菜地1.8亩，青苗补偿款4320元因账户信息错误被退回，至今未重发。',
  basis: [law],
  officerName: '吴大有',
  officerPhone: '0999-12345671',
};

let server: TestServer;
let browser: TestBrowser;
let desks: Desks;
let sender: Connection;
let petition = '';
let review = '';
let recheck = '';

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  desks = openDesks(server, browser);
  await moveToMorning(server);
  sender = await applicant(server, person);
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

const view = async (account: string, caseId: string) =>
  (await desks.api(account)).get<CaseView>(`/api/cases/${caseId}`);
const mine = (caseId: string) => sender.get<LetterView>(`/api/my/letters/${caseId}`);
const statutory = async (account: string, caseId: string) =>
  (await view(account, caseId)).clocks.find(({ kind }) => kind === 'statutory');
const does = async (account: string, caseId: string, type: string, rest: object) =>
  actOn(await desks.api(account), caseId, type, { ...rest });

async function write(): Promise<string> {
  const body = { itemCode: 'xf-petition', form };
  return (await sender.send<LetterReceipt>('POST', '/api/letters', body)).caseId;
}

/** Asked for on the sender's own page; the case of the next level is there at once. */
async function askForReview(caseId: string, reviewer: string, reason: string): Promise<string> {
  const phone = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
  await showAs(phone, sender);
  await phone.goto(`/my/letters/${caseId}`);
  await phone.getByText('不服这个处理意见？').click();
  await phone.getByText(`由${reviewer}办理。`).waitFor();
  await phone.getByLabel('不服什么，为什么').fill(reason);
  await phone.getByRole('button', { name: '请求复查（复核）' }).click();
  await phone.getByText('已请求上一级复查（复核）').first().waitFor();
  await phone.context().close();
  return eventually('the case of the next level', async () => {
    const { review: asked } = await mine(caseId);
    return asked?.caseId;
  });
}

/** Decided and served on paper, by post. */
async function decideAndServe(caseId: string, head: string, desk: string): Promise<void> {
  await act(await desks.at(head, caseId), '同意');
  await eventually('the opinion', async () => {
    const { documents } = await view(desk, caseId);
    return documents.every(({ issuedAt }) => issuedAt !== undefined) ? documents : undefined;
  });
  const page = await desks.at(desk, caseId);
  const serving = await openAct(page, '送达');
  await serving.getByRole('radio', { name: /邮寄/ }).check();
  await serving.getByLabel('签收人').fill(person.name);
  await serving.getByLabel('邮件号码').fill('1234567890123');
  await act(page, '送达');
}

describe('a petition at the township', () => {
  it('is referred to a bureau, which objects in time; the office upholds it', async () => {
    petition = await write();
    const referral = { toOrg: 'yunxi/zjj', manner: 'transfer', note: '请依法受理' };
    await does('tang.minyi', petition, 'ReferCase', referral);
    const bureau = await desks.at('li.jie', petition);
    const objecting = await openAct(bureau, '提出异议');
    await objecting.getByLabel('详细理由').fill('征地补偿由镇政府负责，不是住建局的职权。');
    await act(bureau, '提出异议');
    const office = await desks.at('tang.minyi', petition);
    const answering = await openAct(office, '答复异议');
    await answering.getByText('征地补偿由镇政府负责').first().waitFor();
    await answering.getByRole('radio', { name: /^同意异议/ }).check();
    await answering.getByRole('searchbox', { name: '承办单位' }).fill('柳浦镇');
    await answering.getByRole('button', { name: /柳浦镇人民政府/ }).click();
    await answering.getByLabel('理由', { exact: true }).fill('核实无误，转柳浦镇。');
    await act(office, '答复异议');
    const { letter } = await view('wu.dayou', petition);
    expect(letter?.referrals.map(({ status }) => status)).toEqual(['withdrawn', 'pending']);
    expect(
      (await (await desks.api('li.jie')).ask('GET', `/api/cases/${petition}`)).status,
    ).not.toBe(500);
  });

  it('is objected to once more, in vain; the same is not objected to twice', async () => {
    await does('wu.dayou', petition, 'ObjectToReferral', { reason: '应由自然资源局办理。' });
    await does('tang.minyi', petition, 'AnswerObjection', {
      isUpheld: false,
      reason: '发放责任在镇政府，请依法办理。',
    });
    const { allowed, letter } = await view('wu.dayou', petition);
    expect(allowed.map((each) => each.act)).not.toContain('ObjectToReferral');
    expect(allowed.map((each) => each.act)).toContain('AcceptCase');
    expect(letter?.referrals.at(-1)?.verdict).toMatchObject({ isUpheld: false });
  });

  it('is accepted in writing, sixty days from then, and thirty more with reasons', async () => {
    await act(await desks.at('wu.dayou', petition), '受理');
    const before = await statutory('wu.dayou', petition);
    expect(before).toMatchObject({ amount: 60, unit: 'CD' });
    const head = await desks.at('bao.zhen', petition);
    const extending = await openAct(head, '延长时限');
    await extending.getByLabel('延长（日）').fill('30');
    await extending.getByLabel('理由', { exact: true }).fill('需要向银行调取退款记录。');
    await act(head, '延长时限');
    const after = await statutory('bao.zhen', petition);
    expect(after?.extendedBy).toBe(30);
    expect(days(before?.dueOn, after?.dueOn)).toBe(30);
    const { allowed } = await view('bao.zhen', petition);
    expect(allowed.map((each) => each.act)).not.toContain('ExtendLimit');
  });

  it('is investigated, decided with facts and law, and served on paper', async () => {
    await does('wu.dayou', petition, 'RecordInvestigation', {
      heldOn: (await view('wu.dayou', petition)).receivedOn,
      place: '柿井村村委会',
      people: '吴大有、村会计',
      text: '核对补偿清册和银行退款记录，菜地1.8亩，款项退回后未重发。',
    });
    const desk = await desks.at('wu.dayou', petition);
    const drafting = await openAct(desk, '拟写答复');
    await drafting.getByRole('radio', { name: '不支持' }).check();
    await drafting.getByLabel('事实和理由').fill(reasoned.facts);
    await drafting
      .getByLabel('办理结果')
      .fill('按1.8亩重发4320元，12月20日前到账；要求按两亩补偿的请求不予支持。');
    await drafting.getByLabel('法律法规名称').fill(law.law);
    await drafting.getByLabel('条款').fill(law.article);
    await drafting.getByLabel('经办人').fill(reasoned.officerName);
    await drafting.getByLabel('联系电话').fill(reasoned.officerPhone);
    await act(desk, '拟写答复');
    await decideAndServe(petition, 'bao.zhen', 'wu.dayou');
    const { phase, reviewUntil, allowed } = await mine(petition);
    expect(phase).toBe('concluded');
    expect(allowed).toContain('RequestReview');
    expect(reviewUntil).toBeDefined();
  });
});

describe('its review by the county', () => {
  it('is asked for in time on the sender’s own page, and begins there at once', async () => {
    await moveToMorning(server, 2);
    review = await askForReview(petition, '云溪县人民政府', '占地是两亩，丈量时我不在场。');
    const { itemCode, letter } = await view('fu.cha', review);
    expect(itemCode).toBe('xf-review');
    expect(letter?.about).toMatchObject({ caseId: petition });
    expect((await mine(petition)).allowed).not.toContain('RequestReview');
  });

  it('is decided by the county’s own reviewers and served', async () => {
    await act(await desks.at('fu.cha', review), '受理');
    await does('fu.cha', review, 'DraftAnswer', {
      answer: {
        ...reasoned,
        result: '经复查，丈量记录有村民小组签字，维持原处理意见。',
        outcome: 'upheld',
      },
    });
    await decideAndServe(review, 'gong.ping', 'fu.cha');
    expect((await mine(review)).allowed).toContain('RequestReview');
  });
});

describe('its re-review by the city', () => {
  it('hears the sender in a hearing, for whose days the limit stands still', async () => {
    recheck = await askForReview(review, '云州市人民政府', '请求听证，当面对质丈量记录。');
    await act(await desks.at('yu.he', recheck), '受理');
    const before = await statutory('yu.he', recheck);
    const desk = await desks.at('yu.he', recheck);
    const starting = await openAct(desk, '启动特别程序');
    await starting.getByRole('radio', { name: /听证/ }).check();
    await starting.getByLabel('所需时间（日）').fill('10');
    await starting.getByLabel('理由', { exact: true }).fill('信访人申请，事实有争议。');
    await act(desk, '启动特别程序');
    expect((await statutory('yu.he', recheck))?.dueOn).not.toBe(before?.dueOn);
    await moveToMorning(server, 3);
    const { specialProcedures } = await view('yu.he', recheck);
    const [hearing] = specialProcedures;
    await does('yu.he', recheck, 'EndSpecialProcedure', {
      procedureId: hearing?.procedureId,
      result: '双方到场，丈量记录经核对无误。',
    });
    const after = await statutory('yu.he', recheck);
    expect(days(before?.dueOn, after?.dueOn)).toBeGreaterThanOrEqual(3);
  });

  it('is decided for good: nobody above it is asked any more', async () => {
    await does('yu.he', recheck, 'DraftAnswer', {
      answer: { ...reasoned, result: '经复核和听证，维持复查意见。', outcome: 'upheld' },
    });
    await decideAndServe(recheck, 'shang.ming', 'yu.he');
    const { phase, allowed } = await mine(recheck);
    expect(phase).toBe('concluded');
    expect(allowed).not.toContain('RequestReview');
    const asked = { type: 'RequestReview', reason: '还是不服' };
    const path = `/api/my/cases/${recheck}/commands`;
    expect((await sender.ask<Refused>('POST', path, asked)).body.code).toBe('no-further-review');
  });

  it('is not accepted again with the same facts and reasons', async () => {
    const again = await write();
    const office = await desks.at('tang.minyi', again);
    const refusing = await openAct(office, '不予受理');
    await refusing.getByRole('radio', { name: /同一事实和理由/ }).check();
    await refusing.getByLabel('理由', { exact: true }).fill('该事项已经云州市复核终结。');
    await refusing.getByRole('radio', { name: '其他依据（自行填写）' }).check();
    await refusing.getByLabel('法律法规名称').fill('信访工作条例');
    await refusing.getByLabel('条款').fill('第三十六条第三款');
    await act(office, '不予受理');
    const refused = await eventually('the refusal', async () => {
      const { documents } = await mine(again);
      return documents.find(({ issuedAt }) => issuedAt !== undefined);
    });
    await expectSealed(await desks.api('tang.minyi'), again, refused.documentId);
  });
});

describe('the documents of the whole chain', () => {
  it('are all there, numbered and sealed, at each of the three levels', async () => {
    const kinds = async (account: string, caseId: string) => {
      const { documents } = await eventually(`documents of ${caseId}`, async () => {
        const seen = await view(account, caseId);
        return seen.documents.every(({ issuedAt }) => issuedAt) ? seen : undefined;
      });
      const connection = await desks.api(account);
      for (const { documentId } of documents) await expectSealed(connection, caseId, documentId);
      return documents.map(({ template }) => template).toSorted();
    };
    expect(await kinds('tang.minyi', petition)).toEqual([
      'petition-extension',
      'petition-notice',
      'petition-objection',
      'petition-objection',
      'petition-objection-answer',
      'petition-objection-answer',
      'petition-opinion',
      'petition-transfer',
      'petition-transfer',
    ]);
    expect(await kinds('fu.cha', review)).toEqual(['petition-review']);
    expect(await kinds('yu.he', recheck)).toEqual(['petition-hearing', 'petition-recheck']);
  });
});

async function expectSealed(who: Connection, caseId: string, documentId: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'yichuang-petition-'));
  const file = join(folder, 'document.pdf');
  await writeFile(file, await who.file(`/api/cases/${caseId}/documents/${documentId}`));
  const { stdout } = await promisify(execFile)('pdfsig', ['-nocert', file]);
  expect(stdout, documentId).toContain('Signature is Valid.');
}

function days(from = '', until = ''): number {
  return (Date.parse(until) - Date.parse(from)) / 86_400_000;
}
