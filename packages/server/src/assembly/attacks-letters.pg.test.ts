/** What somebody with bad intentions would do to letters; what was once a way in is closed here. */
import { randomUUID } from 'node:crypto';
import { plainDate } from '@yichuang/kernel/time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  LetterAdvice,
  LetterAssistance,
  LetterReceipt,
  UnsolvedReport,
  TaskPage,
} from '@yichuang/contracts';
import { textOf } from '../documents/testing-documents.ts';
import { findPeriodLetters } from '../letter-reports/topic-letters.pg.ts';
import { letterAnswer, letterForm, openLetterSite, type LetterSite } from './testing-letters.ts';

let site: LetterSite;

beforeAll(async () => {
  site = await openLetterSite();
});
afterAll(() => site[Symbol.asyncDispose]());

const WHISTLE = '吹哨欧阳明珠';
const reportForm = {
  title: '工地验收收受金鱼缸一只',
  body: '验收人员在工地收受金鱼缸一只，随后对裂缝视而不见，请核查这只金鱼缸的来历。',
  division: 'yunxi',
};

async function reported(form: object = {}): Promise<LetterReceipt> {
  return site.quick({
    itemCode: 'wz-report',
    form: { ...reportForm, ...form },
    sender: { name: WHISTLE },
  });
}

async function complained(): Promise<LetterReceipt> {
  return site.quick({
    itemCode: 'wz-complaint',
    form: letterForm,
    sender: { name: WHISTLE },
  });
}

const toUnit = { toOrg: 'yunxi/zjj', manner: 'transfer', note: '请依法办理' };
const accepted = { opinion: '属于受理范围', referral: toUnit };
const sensitive = { isSensitive: true, reason: '涉及个人隐私' };

async function statusOf(name: string, caseId: string): Promise<number> {
  return (await (await site.staff(name)).send('GET', `/api/cases/${caseId}`)).statusCode;
}

async function rowsOf(name: string, query: string): Promise<TaskPage['rows']> {
  const answer = await (await site.staff(name)).send('GET', `/api/tasks?${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<TaskPage>().rows;
}

describe('a withheld letter', () => {
  it('is opened by nobody who is not appointed for it, whatever else they may read', async () => {
    const { caseId } = await reported();
    const refused = ['tang.minyi', 'jiang.shen', 'zhao.yunqi', 'admin', 'he.cun', 'li.jie'];
    for (const name of refused) expect([name, await statusOf(name, caseId)]).toEqual([name, 404]);
    expect(await statusOf('mi.zhuan', caseId)).toBe(200);
  });

  it('leaves those who had it before it was marked', async () => {
    const { caseId } = await complained();
    await site.act('tang.minyi', caseId, 'AcceptCase', accepted);
    await site.act('jiang.shen', caseId, 'MarkSensitive', sensitive);
    expect(await statusOf('tang.minyi', caseId)).toBe(404);
    expect(await statusOf('jiang.shen', caseId)).toBe(404);
    // Whoever has it now goes on with it.
    expect(await statusOf('li.jie', caseId)).toBe(200);
    expect((await rowsOf('tang.minyi', 'list=all')).map((row) => row.caseId)).not.toContain(caseId);
  });

  it('leaves the unit that passed it on, and whoever was only given a copy', async () => {
    const { caseId } = await site.quick({ itemCode: 'xf-petition', form: letterForm });
    await site.act('tang.minyi', caseId, 'ReferCase', { ...toUnit, coUnits: ['yunxi/zfj'] });
    expect(await statusOf('zong.zhi', caseId)).toBe(200);
    await site.act('li.jie', caseId, 'ReferCase', { ...toUnit, toOrg: 'yunxi/lp' });
    await site.act('jiang.shen', caseId, 'MarkSensitive', sensitive);
    const seen = ['li.jie', 'zong.zhi', 'tang.minyi', 'wu.dayou'].map((name) =>
      statusOf(name, caseId),
    );
    expect(await Promise.all(seen)).toEqual([404, 404, 404, 200]);
  });

  it('says in no list, and by no search of one, who wrote it', async () => {
    const { caseId } = await reported();
    await site.act('mi.zhuan', caseId, 'AcceptCase', accepted);
    for (const list of ['todo', 'all']) {
      const row = (await rowsOf('li.jie', `list=${list}`)).find((each) => each.caseId === caseId);
      expect(row, list).toBeDefined();
      expect(JSON.stringify(row), list).not.toContain(WHISTLE);
      const asked = `list=${list}&q=${encodeURIComponent(WHISTLE.slice(0, 3))}`;
      const found = await rowsOf('li.jie', asked);
      expect(
        found.map((each) => each.caseId),
        list,
      ).not.toContain(caseId);
    }
  });

  it('says in no document that its handler opens who wrote it', async () => {
    const { caseId } = await reported();
    await site.act('mi.zhuan', caseId, 'AcceptCase', accepted);
    await site.act('li.jie', caseId, 'DraftAnswer', { answer: letterAnswer });
    await site.act('yan.ding', caseId, 'ApproveTask', { opinion: '同意' });
    const reply = await documentsOf('li.jie', caseId);
    expect(reply).toContain('金鱼缸');
    expect(reply).not.toContain(WHISTLE);
    const sender = { name: WHISTLE, phone: '19900000123' };
    const accusation = await site.quick({ itemCode: 'xf-accusation', form: reportForm, sender });
    const toDiscipline = { toOrg: 'yunxi/jwjw', manner: 'transfer', note: '请核查' };
    await site.act('mi.zhuan', accusation.caseId, 'ReferCase', toDiscipline);
    const transfer = await documentsOf('zheng.ji', accusation.caseId);
    expect(transfer).toContain('金鱼缸');
    expect(transfer).not.toContain(WHISTLE);
    expect(transfer).not.toContain('19900000123');
  });

  it('is told by no other letter of its sender', async () => {
    const resident = await site.resident('19900000087');
    const ids: string[] = [];
    for (const itemCode of ['wz-help', 'wz-report']) {
      const filed = await resident.send('POST', '/api/letters', { itemCode, form: reportForm });
      const { caseId } = filed.json<LetterReceipt>();
      const by = itemCode === 'wz-help' ? 'tang.minyi' : 'mi.zhuan';
      await site.act(by, caseId, 'AcceptCase', accepted);
      await site.follow(caseId);
      ids.push(caseId);
    }
    const [open = '', withheld = ''] = ids;
    const repeats = async (name: string) => {
      const by = await site.staff(name);
      const answer = await by.send('GET', `/api/letters/${withheld}/assistance`);
      const { duplicates } = answer.json<LetterAssistance>();
      return duplicates.filter(({ relation }) => relation === 'repeated').map((one) => one.caseId);
    };
    expect(await statusOf('li.jie', open)).toBe(200);
    expect(await repeats('li.jie')).toEqual([]);
  });

  it('is not read by whom it complains of, not even with the right to such letters', async () => {
    const { caseId } = await reported({ accusedName: await nameOf('yan.ding') });
    expect(await statusOf('yan.ding', caseId)).toBe(404);
    const by = await site.staff('yan.ding');
    for (const path of ['/api/letters', '/api/tasks?list=all', `/api/letters?ids=${caseId}`]) {
      expect((await by.send('GET', path)).body, path).not.toContain(caseId);
    }
  });

  it('stands in no report of the leader whom it complains of by name', async () => {
    const named = await reported({ accusedName: await nameOf('wen.tong') });
    const other = await reported({ accusedName: '某人' });
    const both = [named.caseId, other.caseId];
    await site.database.db.query(
      `UPDATE cases SET due_on = received_at::date - 1 WHERE id = ANY ($1::uuid[])`,
      [both],
    );
    const leader = await site.staff('wen.tong');
    const listed = await leader.send('GET', '/api/letters/reports/long-unsolved');
    expect(listed.statusCode, listed.body).toBe(200);
    const rows = listed.json<UnsolvedReport>().rows.map(({ caseId }) => caseId);
    expect(both.filter((id) => rows.includes(id))).toEqual([other.caseId]);
    const reader = { isSpecial: true, keys: [], name: await nameOf('wen.tong') };
    const year = { from: plainDate('2000-01-01'), until: plainDate('2099-12-31') };
    const { db, tenantId } = site.parts.deps;
    const found = await findPeriodLetters(db, tenantId, year, reader);
    expect(both.filter((id) => found.some((one) => one.id === id))).toEqual([other.caseId]);
  });

  it('is not found while somebody types the same, nor among what is public', async () => {
    const receipt = await reported();
    await site.follow(receipt.caseId);
    const advice = await site.nobody.send('POST', '/api/letters/advice', {
      title: reportForm.title,
      body: reportForm.body,
    });
    expect(advice.json<LetterAdvice>().similar).toEqual([]);
    const q = encodeURIComponent('金鱼缸');
    const page = await site.nobody.send('GET', `/api/public/letters?q=${q}`);
    expect(page.json<{ rows: [] }>().rows).toEqual([]);
    const one = await site.nobody.send('GET', `/api/public/letters/${receipt.number}`);
    expect(one.statusCode).toBe(404);
  });
});

/** Text of every document of the case, as this member of staff opens them. */
async function documentsOf(name: string, caseId: string): Promise<string> {
  await site.follow(caseId);
  const { documents } = await site.view(name, caseId);
  const caller = await site.staff(name);
  const texts = documents.map(async ({ documentId }) => {
    const path = `/api/cases/${caseId}/documents/${encodeURIComponent(documentId)}`;
    return textOf((await caller.send('GET', path)).rawPayload);
  });
  return (await Promise.all(texts)).join('');
}

async function nameOf(login: string): Promise<string> {
  const { personId } = await site.staff(login);
  const [row] = await site.database.db.query<{ name: string }>(
    'SELECT name FROM person WHERE id = $1',
    [personId],
  );
  return row?.name ?? '';
}

describe('the review of a sensitive letter', () => {
  it('is withheld as the letter is', async () => {
    const receipt = await petitioned();
    await site.act('jiang.shen', receipt.caseId, 'MarkSensitive', sensitive);
    await site.ask(receipt, { type: 'RequestReview', reason: '对处理意见不服' });
    await site.follow(receipt.caseId);
    const reviewId = (await site.open(receipt)).review?.caseId ?? '';
    expect(await statusOf('fu.cha', reviewId)).toBe(200);
    await closedToOffice(reviewId);
  });

  it('becomes withheld when the letter does', async () => {
    const receipt = await petitioned();
    await site.ask(receipt, { type: 'RequestReview', reason: '对处理意见不服' });
    const reviewId = (await site.open(receipt)).review?.caseId ?? '';
    expect(await statusOf('jiang.shen', reviewId)).toBe(200);
    await site.act('jiang.shen', receipt.caseId, 'MarkSensitive', sensitive);
    await site.follow(receipt.caseId);
    await closedToOffice(reviewId);
  });
});

async function closedToOffice(caseId: string): Promise<void> {
  for (const name of ['tang.minyi', 'jiang.shen', 'zhao.yunqi']) {
    expect([name, await statusOf(name, caseId)]).toEqual([name, 404]);
  }
}

async function petitioned(): Promise<LetterReceipt> {
  const receipt = await site.quick({
    itemCode: 'xf-petition',
    form: letterForm,
    sender: { name: WHISTLE },
  });
  const { caseId } = receipt;
  await site.act('tang.minyi', caseId, 'ReferCase', toUnit);
  await site.act('li.jie', caseId, 'AcceptCase', { opinion: '属于本单位职责' });
  const answer = {
    ...letterAnswer,
    facts: '经现场核查，该工地夜间施工属实。',
    basis: [{ law: '噪声污染防治法', article: '第四十三条' }],
    outcome: 'supported',
  };
  await site.act('li.jie', caseId, 'DraftAnswer', { answer });
  await site.act('fang.jingxian', caseId, 'ApproveTask', { opinion: '同意' });
  await site.follow(caseId);
  await site.act('li.jie', caseId, 'ServeResult', { method: 'counter', recipient: '本人' });
  return receipt;
}

describe('a letter between offices', () => {
  it('has the telephone of who petitions in plain figures', async () => {
    const sender = { name: WHISTLE, phone: '19900000123' };
    const { caseId } = await site.quick({ itemCode: 'xf-petition', form: letterForm, sender });
    await site.act('tang.minyi', caseId, 'ReferCase', toUnit);
    const transfer = await documentsOf('li.jie', caseId);
    expect(transfer).toContain('19900000123');
    expect(transfer).toContain(WHISTLE);
  });
});

describe('what is public', () => {
  it('ends when its sender takes the letter back', async () => {
    const receipt = await complained();
    const { caseId, number } = receipt;
    await site.act('tang.minyi', caseId, 'AcceptCase', accepted);
    const wording = { title: '夜间施工噪声', body: '工地夜里打桩。', answers: {} };
    await site.act('jiang.shen', caseId, 'PublishLetter', wording);
    const url = `/api/public/letters/${number}`;
    expect((await site.nobody.send('GET', url)).statusCode).toBe(200);
    await site.ask(receipt, { type: 'WithdrawCase', reason: '已经解决' });
    expect((await site.nobody.send('GET', url)).statusCode).toBe(404);
  });

  it('takes one like of a person, however many come at once', async () => {
    const { caseId, number } = await complained();
    await site.act('tang.minyi', caseId, 'AcceptCase', accepted);
    const wording = { title: '夜间施工噪声', body: '工地夜里打桩。', answers: {} };
    await site.act('jiang.shen', caseId, 'PublishLetter', wording);
    const url = `/api/public/letters/${number}`;
    const fan = await site.resident('19900000081');
    const like = () => fan.send('POST', `${url}/voices`, { kind: 'like' });
    await Promise.all([like(), like(), like()]);
    const { likes } = (await site.nobody.send('GET', url)).json<{ likes: number }>();
    expect(likes).toBeLessThanOrEqual(1);
    await fan.send('POST', `${url}/comments`, { text: '<script>alert(1)</script>' });
    expect((await site.nobody.send('GET', url)).body).not.toContain('alert(1)');
  });
});

describe('letters of other systems', () => {
  const orders = { orders: [{ sourceNumber: 'HX-1', title: '路灯不亮', body: '路灯不亮。' }] };
  it('are brought over by the letters’ office alone', async () => {
    for (const name of ['he.cun', 'li.jie', 'lu.qinghe', 'admin']) {
      const caller = await site.staff(name);
      const pushed = await caller.send('POST', '/api/hotline/orders', orders);
      expect([name, pushed.statusCode]).toEqual([name, 403]);
      const csv = Buffer.from('编号,标题,内容\nX1,标题,内容');
      const brought = await caller.sendFile('/api/letters/import', 'a.csv', csv);
      expect([name, brought.statusCode]).toEqual([name, 403]);
    }
  });

  it('does not break an entry by a number that is taken', async () => {
    const clerk = await site.staff('tang.minyi');
    const sourceNumber = `HX-${randomUUID()}`;
    const entry = { itemCode: 'wz-complaint', channel: 'post', form: letterForm, sourceNumber };
    const body = { ...entry, sender: { name: '张三' } };
    const first = await clerk.send('POST', '/api/letters/entries', body);
    expect(first.statusCode, first.body).toBe(201);
    const second = await clerk.send('POST', '/api/letters/entries', body);
    expect(second.statusCode, second.body).toBeLessThan(500);
  });
});

describe('writing in', () => {
  it('says neither how a letter is sorted nor a place that there is not', async () => {
    const form = { ...letterForm, category: '贪官集中营' };
    const { caseId } = await site.quick({ itemCode: 'wz-complaint', form });
    const [row] = await site.database.db.query('SELECT category FROM letter WHERE case_id = $1', [
      caseId,
    ]);
    expect(row).toEqual({ category: null });
    const made = { ...letterForm, division: '贪官集中营' };
    const body = { itemCode: 'wz-complaint', form: made };
    const refused = await site.nobody.send('POST', '/api/letters', body);
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'form-incomplete']);
  });

  it('does not ring one phone without end', async () => {
    const sender = { phone: '19900000199' };
    const codes: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      const body = { itemCode: 'wz-thanks', form: letterForm, sender };
      codes.push((await site.nobody.send('POST', '/api/letters', body)).statusCode);
    }
    expect(codes[0]).toBe(201);
    expect(codes).toContain(429);
  });

  it('of one account cannot go on without end', async () => {
    const resident = await site.resident('19900000082');
    const codes: number[] = [];
    for (let n = 0; n < 40; n += 1) {
      const body = { itemCode: 'wz-thanks', form: letterForm };
      codes.push((await resident.send('POST', '/api/letters', body)).statusCode);
    }
    expect(codes).toContain(429);
  });

  it('on and on to the office swells no letter without end', async () => {
    const resident = await site.resident('19900000083');
    const body = { itemCode: 'wz-thanks', form: letterForm };
    const { caseId } = (await resident.send('POST', '/api/letters', body)).json<LetterReceipt>();
    const message = { type: 'SendLetterMessage', to: 'office', text: '在吗'.repeat(500) };
    const codes: number[] = [];
    for (let n = 0; n < 70; n += 1) {
      codes.push(
        (await resident.send('POST', `/api/my/cases/${caseId}/commands`, message)).statusCode,
      );
    }
    expect(codes[0]).toBe(200);
    expect(codes).toContain(429);
  });
});

describe('no text is a fault of ours', () => {
  const odd = ['\u0000', '\ud800', "'; DROP TABLE letter; --", '<script>x</script>', '%_\\', '😀'];

  it('in a letter, a comment, a search, or where a page goes on', async () => {
    const { number } = await publicLetter();
    const resident = await site.resident('19900000084');
    const clerk = await site.staff('tang.minyi');
    for (const text of odd) {
      const form = {
        title: `题目${text}`,
        body: `正文内容${text}`,
        division: 'yunxi',
        place: text,
      };
      const sender = { name: text };
      const draft = { title: form.title, body: form.body };
      const asked = new URLSearchParams({
        q: text,
        cursor: text,
        ids: text,
        phase: text,
      }).toString();
      const answers = [
        await resident.send('POST', '/api/letters', { itemCode: 'wz-help', form, sender }),
        await site.nobody.send('POST', '/api/letters/advice', draft),
        await site.nobody.send('POST', '/api/letters/open', { number: text, password: text }),
        await resident.send('POST', `/api/public/letters/${number}/comments`, { text }),
        await clerk.send('GET', `/api/letters?${asked}`),
        await site.nobody.send('GET', `/api/public/letters?${asked}`),
        await site.nobody.send(
          'GET',
          `/api/public/letters/${encodeURIComponent(text.toWellFormed())}`,
        ),
      ];
      const faults = answers.filter(({ statusCode }) => statusCode >= 500).map(({ body }) => body);
      expect(faults, JSON.stringify(text)).toEqual([]);
    }
  });

  it('that is public is a text and no markup, on the page and in the feed', async () => {
    const { number } = await publicLetter('<script>alert(7)</script>]]>');
    for (const path of [`/letters/${number}`, '/letters', '/letters/feed.xml']) {
      const { body, statusCode } = await site.nobody.send('GET', path);
      expect([path, statusCode]).toEqual([path, 200]);
      expect(body, path).not.toContain('<script>alert(7)');
    }
  });
});

describe('what belongs to somebody else', () => {
  it('is not got at by trying numbers', async () => {
    const { number } = await complained();
    const codes: number[] = [];
    for (let n = 0; n < 70; n += 1) {
      const key = { number, password: `AAAA${1000 + n}` };
      codes.push((await site.nobody.send('POST', '/api/letters/open', key)).statusCode);
    }
    expect(codes[0]).toBe(404);
    expect(codes.at(-1)).toBe(429);
  });

  it('is not got at by the hash of a file', async () => {
    const body = { itemCode: 'wz-help', form: letterForm };
    const pages = [{ sha256: 'a'.repeat(64), name: 'a.jpg' }];
    const resident = await site.resident('19900000085');
    const stolen = await resident.send('POST', '/api/letters', { ...body, pages });
    expect(stolen.json()).toMatchObject({ code: 'upload-not-yours' });
  });

  it('is judged by nobody but its sender, and moderated by nobody but the office', async () => {
    const { caseId } = await complained();
    const rating = { type: 'RateAnswer', office: 'satisfied', handler: 'satisfied', comment: '' };
    const stranger = await site.resident('19900000086');
    const rated = await stranger.send('POST', `/api/my/cases/${caseId}/commands`, rating);
    expect(rated.json()).toMatchObject({ code: 'not-your-case' });
    const verdict = { verdict: 'shown' };
    for (const name of ['li.jie', 'he.cun', 'zhao.yunqi', 'admin']) {
      const by = await site.staff(name);
      const path = `/api/letters/comments/${randomUUID()}`;
      expect([name, (await by.send('POST', path, verdict)).statusCode]).toEqual([name, 403]);
    }
  });
});

async function publicLetter(mark = ''): Promise<LetterReceipt> {
  const receipt = await complained();
  await site.act('tang.minyi', receipt.caseId, 'AcceptCase', accepted);
  const wording = { title: `夜间施工${mark}`, body: `夜里打桩。${mark}`, answers: {} };
  await site.act('jiang.shen', receipt.caseId, 'PublishLetter', wording);
  return receipt;
}
