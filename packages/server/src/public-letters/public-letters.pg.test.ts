import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommentRow, PublishedLetter, PublishedPage } from '@yichuang/contracts';
import { letterForm, openLetterSite, type LetterSite } from '../assembly/testing-letters.ts';
import type { TestCaller } from '../assembly/testing-site.ts';

let site: LetterSite;
let resident: TestCaller;
let number: string;

const MASKED = '经核实，工地夜间施工扰民，已责令停工。';

beforeAll(async () => {
  site = await openLetterSite();
  resident = await site.resident('19900000081');
  const form = { ...letterForm, wantsPublic: 'yes' };
  const sender = { name: '王小凤', phone: '19900000099' };
  const receipt = await site.quick({ itemCode: 'wz-complaint', form, sender });
  ({ number } = receipt);
  await site.answered(receipt.caseId);
  await site.act('tang.minyi', receipt.caseId, 'PublishLetter', {
    title: '某小区夜间施工噪声',
    body: '某小区旁工地夜里打桩，老人孩子睡不着。',
    answers: { 1: MASKED },
  });
  await site.follow(receipt.caseId);
});
afterAll(() => site[Symbol.asyncDispose]());

async function list(query = ''): Promise<PublishedPage> {
  const answer = await site.nobody.send('GET', `/api/public/letters${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

async function read(caller: TestCaller = site.nobody): Promise<PublishedLetter> {
  const answer = await caller.send('GET', `/api/public/letters/${number}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

describe('a public letter', () => {
  it('says what was checked, its course and its answer, and nothing that was written', async () => {
    const letter = await read();
    expect(letter).toMatchObject({
      title: '某小区夜间施工噪声',
      unit: '云溪县住房和城乡建设局',
      answers: [{ round: 1, text: MASKED }],
    });
    expect(letter.course.map(({ text }) => text)).toEqual([
      '收到来信',
      '已受理',
      '转云溪县住房和城乡建设局办理',
      '已答复',
    ]);
    const everything = JSON.stringify([letter, await list()]);
    for (const secret of ['王小凤', '19900000099', letterForm.body, letterForm.place]) {
      expect(everything).not.toContain(secret);
    }
  });

  it('is found by kind, unit, state and words of its public wording alone', async () => {
    const unit = encodeURIComponent('yunxi/zjj');
    for (const query of ['?kind=complaint', `?unitId=${unit}`, '?state=answered']) {
      expect((await list(query)).rows.map((row) => row.number)).toEqual([number]);
    }
    expect((await list('?state=open')).rows).toEqual([]);
    const found = await list(`?q=${encodeURIComponent('夜里打桩')}`);
    expect(found.rows.map((row) => row.number)).toEqual([number]);
    expect((await list(`?q=${encodeURIComponent('幸福小区东门')}`)).rows).toEqual([]);
  });

  it('says that it was answered late where the case’s own clock does, and only there', async () => {
    const late = (wasLate: boolean) =>
      site.database.db.query('UPDATE letter SET was_late = $2 WHERE number = $1', [
        number,
        wasLate,
      ]);
    expect((await read()).wasLate).toBeUndefined();
    await late(true);
    expect((await read()).wasLate).toBe(true);
    expect((await list()).rows.map((row) => row.wasLate)).toEqual([true]);
    await late(false);
  });

  it('counts one like of one person, until it is taken back', async () => {
    const like = () =>
      resident.send('POST', `/api/public/letters/${number}/voices`, { kind: 'like' });
    expect((await like()).statusCode).toBe(204);
    expect(await read(resident)).toMatchObject({ likes: 1, hasLiked: true, hasSaidMeToo: false });
    expect(await read()).toMatchObject({ likes: 1, hasLiked: false });
    await like();
    expect(await read(resident)).toMatchObject({ likes: 0, hasLiked: false });
  });

  it('shows a comment once somebody has read it; listed words advise and bar nobody', async () => {
    const text = '感谢，终于能睡着了！加微信详谈';
    const path = `/api/public/letters/${number}/comments`;
    expect((await resident.send('POST', path, { text })).statusCode).toBe(204);
    expect((await read()).comments).toEqual([]);
    const office = await site.staff('tang.minyi');
    const waiting = (await office.send('GET', '/api/letters/comments')).json<CommentRow[]>();
    expect(waiting).toMatchObject([{ text, words: ['加微信'], status: 'pending' }]);
    const judge = `/api/letters/comments/${waiting[0]?.commentId}`;
    expect((await office.send('POST', judge, { verdict: 'shown' })).statusCode).toBe(204);
    expect((await read()).comments).toMatchObject([{ text, by: '市民' }]);
    await office.send('POST', judge, { verdict: 'hidden' });
    expect((await read()).comments).toEqual([]);
  });

  it('is gone from list, address and search when it is taken back', async () => {
    const office = await site.staff('tang.minyi');
    const rows = await site.database.db.query<{ case_id: string }>(
      'SELECT case_id FROM published_letter WHERE number = $1',
      [number],
    );
    const caseId = rows[0]?.case_id ?? '';
    const body = { type: 'UnpublishLetter', reason: '来信人要求' };
    const done = await office.send('POST', `/api/cases/${caseId}/commands`, body);
    expect(done.statusCode, done.body).toBe(200);
    expect((await list()).rows).toEqual([]);
    expect((await list(`?q=${encodeURIComponent('夜里打桩')}`)).rows).toEqual([]);
    const gone = await site.nobody.send('GET', `/api/public/letters/${number}`);
    expect(gone.statusCode).toBe(404);
  });
});
