import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LetterReceipt, LetterView } from '@yichuang/contracts';
import { letterForm, openLetterSite, type LetterSite } from '../assembly/testing-letters.ts';
import { queryPassword } from '../cases/index.ts';

let site: LetterSite;
let petition: LetterReceipt;

beforeAll(async () => {
  site = await openLetterSite();
});
afterAll(() => site[Symbol.asyncDispose]());

const opinion = {
  thanks: '王小凤：',
  result: '经调查，2026年补偿款已按每亩3.2万元标准足额发放，您要求另行补偿没有依据，不予支持。',
  facts: '2026年3月5日签订协议，面积2.1亩，补偿6.72万元，3月20日到账。',
  basis: [{ law: '中华人民共和国土地管理法', article: '第四十八条' }],
  officerName: '李洁',
  officerPhone: '0999-12345678',
};

interface Level {
  readonly handler: string;
  readonly head: string;
  readonly outcome: string;
}

/** Handled, decided, put in writing and served. */
async function decided(caseId: string, { handler, head, outcome }: Level): Promise<void> {
  await site.act(handler, caseId, 'DraftAnswer', { answer: { ...opinion, outcome } });
  await site.act(head, caseId, 'ApproveTask', { opinion: '同意' });
  await site.follow(caseId);
  await site.act(handler, caseId, 'ServeResult', { method: 'post', recipient: '王小凤' });
}

/** The sender's own view of the next level, by the same log-in. */
async function next(from: LetterView): Promise<LetterView> {
  const caseId = from.review?.caseId ?? '';
  const [row] = await site.database.db.query<{ contact_id: string }>(
    'SELECT contact_id FROM cases WHERE id = $1',
    [caseId],
  );
  const personId = row?.contact_id ?? '';
  const { sessions } = site.parts.people;
  const origin = { ip: '127.0.0.1', userAgent: 'test' };
  const token = await sessions.start({ kind: 'resident', personId }, origin);
  const opened = await site.app.inject({
    url: `/api/my/letters/${caseId}`,
    headers: { cookie: `yichuang-resident=${token}` },
  });
  expect(opened.statusCode, opened.body).toBe(200);
  return opened.json();
}

describe('a petition over three levels', () => {
  it('is decided by the unit, and its written opinion leads on to the county', async () => {
    const sender = { name: '王小凤', phone: '19900000061' };
    petition = await site.quick({ itemCode: 'xf-petition', form: letterForm, sender });
    const { caseId } = petition;
    const referral = { toOrg: 'yunxi/zjj', manner: 'transfer', note: '' };
    await site.act('tang.minyi', caseId, 'ReferCase', referral);
    await site.act('li.jie', caseId, 'AcceptCase', { opinion: '属于本机关职权' });
    await site.follow(caseId);
    const unit = { handler: 'li.jie', head: 'fang.jingxian', outcome: 'not-supported' };
    await decided(caseId, unit);
    const served = await site.open(petition);
    expect(served).toMatchObject({ phase: 'concluded', reviewBy: '云溪县人民政府' });
    expect(served.reviewUntil).toMatch(/^\d{4}-/u);
    expect(served.documents.map(({ template }) => template)).toContain('petition-opinion');
    expect(served.documents.map(({ template }) => template)).not.toContain('petition-transfer');
  });

  it('opens one review however often it is asked for, and both name each other', async () => {
    await site.ask(petition, { type: 'RequestReview', reason: '面积算错了，请求复查。' });
    await site.follow(petition.caseId);
    const first = await site.open(petition);
    expect(first.review?.number).toBeDefined();
    expect(first.allowed).not.toContain('RequestReview');
    const review = await next(first);
    expect(review.about).toMatchObject({ number: petition.number, relation: 'review' });
    expect(review.title).toContain(letterForm.title);
    // The county's own reviewer has it; the unit whose answer it is about has no part in it.
    const unit = await site.staff('li.jie');
    expect((await unit.send('GET', `/api/cases/${review.caseId}`)).statusCode).toBe(404);
  });

  it('ends with the re-review of the city', async () => {
    const review = await next(await site.open(petition));
    await site.act('fu.cha', review.caseId, 'AcceptCase', { opinion: '' });
    await decided(review.caseId, { handler: 'fu.cha', head: 'gong.ping', outcome: 'upheld' });
    const answered = await next(await site.open(petition));
    expect(answered).toMatchObject({ phase: 'concluded', reviewBy: '云州市人民政府' });
    const receipt = { ...petition, ...(await keyOf(review.caseId)) };
    await site.ask(receipt, { type: 'RequestReview', reason: '仍然不服，请求复核。' });
    const recheck = await next(await site.open(receipt));
    expect(recheck.about).toMatchObject({ number: review.number, relation: 'recheck' });
    await site.act('yu.he', recheck.caseId, 'AcceptCase', { opinion: '' });
    await decided(recheck.caseId, { handler: 'yu.he', head: 'shang.ming', outcome: 'upheld' });
    const last = await next(await site.open(receipt));
    expect(last.phase).toBe('concluded');
    expect(last.allowed).not.toContain('RequestReview');
  });
});

/** Number and password of a case that the system opened: its sender is shown them with the case. */
async function keyOf(caseId: string): Promise<{ number: string; password: string }> {
  const [row] = await site.database.db.query<{ number: string }>(
    'SELECT number FROM cases WHERE id = $1',
    [caseId],
  );
  const { secrets, tenantId } = site.parts.deps;
  const password = queryPassword(secrets, tenantId, caseId).plain;
  return { number: row?.number ?? '', password };
}
