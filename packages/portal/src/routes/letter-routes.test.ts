// A letter from the first word to the last, by the requests of a browser without scripts.
import type { FastifyInstance } from 'fastify';
import { beforeEach, describe, expect, it } from 'vitest';
import { tracking } from '../examples/cases.examples.ts';
import {
  exampleLetters,
  refusedContent,
  refusedWord,
} from '../examples/letter-services.examples.ts';
import { letterBody, letterReceipt } from '../examples/letters.examples.ts';
import { exampleCode, exampleServices, exampleToken } from '../examples/services.examples.ts';
import { exampleSite } from '../examples/site.examples.ts';

let app: FastifyInstance;
let services: ReturnType<typeof exampleServices>;
beforeEach(async () => {
  services = exampleServices();
  app = await exampleSite(services);
});

const loggedIn = { cookie: `yc_session=${exampleToken}` };
type Fields = Readonly<Record<string, string>>;

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'GET', url, headers });
const post = (url: string, fields: Fields, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });

function postFile(url: string, fields: Fields, file: { name: string; content: string }) {
  const boundary = 'x-boundary';
  const part = (head: string, value: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
  const parts = Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value));
  const last = part(`name="file"; filename="${file.name}"`, file.content);
  return app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `${parts.join('')}${last}--${boundary}--\r\n`,
  });
}

const said = { token: 'page-token', body: letterBody };
const answered = { ...said, title: '路灯坏了', itemCode: 'wz-complaint', wantsPublic: 'yes' };
const quick = { ...answered, manner: 'quick', senderPhone: '13800138000' };
const key = { number: letterReceipt.number, password: letterReceipt.password };

const hiddenValue = (html: string, name: string) => {
  const found = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
  if (found === undefined) throw new Error(`no field ${name}`);
  return found.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
};

describe('writing a letter', () => {
  it('begins with one large field and a token of its own', async () => {
    const [first, second] = await Promise.all([get('/letters/write'), get('/letters/write')]);
    expect(first.body).toContain('<textarea');
    expect(hiddenValue(first.body, 'token')).not.toBe(hiddenValue(second.body, 'token'));
  });

  it('asks for the words before anything else, and keeps what there is', async () => {
    const answer = await post('/letters/write', { ...said, body: '灯', to: 'check' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('再多写几个字');
    expect(answer.body).toContain('>\n灯</textarea>');
  });

  it('proposes a subject, ways with their reasons, and what may answer it already', async () => {
    const { body } = await post('/letters/write', { ...said, to: 'questions' });
    expect(body).toContain('value="柿井村村口到小学的路灯坏了三个月');
    expect(body).toMatch(/value="wz-complaint" checked/);
    expect(body).toContain('因为提到：没人来修、不安全');
    expect(body).toContain('兰岭社区路灯不亮');
  });

  it('says where the law leads a matter, and lets it be written all the same', async () => {
    const { body } = await post('/letters/write', { ...said, to: 'questions' });
    expect(body).toContain('劳动人事争议仲裁院');
    expect(body).toContain('第三十一条');
    const on = await post('/letters/write', { ...answered, to: 'sender' });
    expect(on.statusCode).toBe(200);
  });

  it.each([
    [{ ...answered, title: '' }, '标题要 2 到 60 个字', '补充几点'],
    [{ ...answered, itemCode: 'none' }, '请选择是哪一类事', '补充几点'],
    [answered, '请选择登录写', '您是谁'],
    [{ ...quick, senderPhone: '123' }, '11 位数字', '您是谁'],
    [{ ...quick, people: '许多' }, '人数请填数字', '您是谁'],
    [{ ...quick, representatives: '13800138000' }, '每一行先写姓名', '您是谁'],
    [{ ...quick, representatives: '一\n二\n三\n四\n五\n六' }, '代表最多 5 位', '您是谁'],
  ])('comes back to the page that lacks something', async (fields, why, page) => {
    for (const url of ['/letters/write', '/letters/write/send']) {
      const answer = await post(url, { ...fields, to: 'check' });
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain(why);
      expect(answer.body).toContain(`<h1>${page}</h1>`);
    }
    expect(services.record.letters.filed).toEqual([]);
  });

  it('takes photos under the token of the page, and lets one go again', async () => {
    const fields = { ...answered, to: 'sender' };
    const sent = await postFile('/letters/write', fields, { name: '灯.jpg', content: 'photo' });
    expect(sent.statusCode).toBe(200);
    expect(services.record.letters.uploads).toEqual([{ token: 'page-token', name: '灯.jpg' }]);
    const kept = hiddenValue(sent.body, 'kept');
    const dropped = await post('/letters/write', { ...answered, kept, drop: '0' });
    expect(dropped.body).not.toContain('name="kept"');
    const filed = await post('/letters/write/send', { ...quick, kept, key: 'k1' });
    expect(filed.statusCode).toBe(200);
    const [letter] = services.record.letters.filed;
    expect(letter?.body.pages).toEqual([{ sha256: 'c'.repeat(64), name: '灯.jpg' }]);
  });

  it('names a file that is none it takes, and keeps the rest', async () => {
    const file = { name: '灯.jpg', content: refusedContent };
    const sent = await postFile('/letters/write', { ...answered, to: 'sender' }, file);
    expect(sent.statusCode).toBe(422);
    expect(sent.body).toContain('灯.jpg：文件不是照片。');
    expect(sent.body).toContain('value="路灯坏了"');
  });

  it('is sent without an account, once for each key, and gives number and password', async () => {
    const check = await post('/letters/write', { ...quick, to: 'check' });
    expect(check.body).toContain('138****8000');
    const fields = { ...quick, key: hiddenValue(check.body, 'key') };
    const [first, again] = [
      await post('/letters/write/send', fields),
      await post('/letters/write/send', fields),
    ];
    for (const { body } of [first, again]) {
      expect(body).toContain(letterReceipt.number);
      expect(body).toContain(letterReceipt.password);
      expect(body).toContain('2026年12月11日');
    }
    expect(services.record.letters.filed).toEqual([
      {
        writer: { personId: undefined, visitor: expect.anything(), token: 'page-token' },
        body: {
          itemCode: 'wz-complaint',
          form: { title: '路灯坏了', body: letterBody, wantsPublic: 'yes' },
          sender: { phone: '13800138000' },
        },
      },
    ]);
  });

  it('offers mail only where it can be sent; without a choice nothing is asked', async () => {
    const shown = async (...offered: readonly ('inbox' | 'sms' | 'mail')[]) => {
      const letters = { ...exampleLetters(), noticeChannels: async () => [...offered] };
      app = await exampleSite({ ...services, letters });
      return (await post('/letters/write', { ...answered, to: 'sender' })).body;
    };
    expect(await shown('inbox', 'sms', 'mail')).toContain('name="senderMail"');
    const bySms = await shown('inbox', 'sms');
    expect(bySms).not.toContain('name="senderMail"');
    expect(bySms).toContain('name="notices"');
    expect(await shown('inbox')).not.toContain('name="notices"');
  });

  it('is anybody’s without an account, even of who is logged in', async () => {
    await post('/letters/write/send', { ...quick, key: 'k1' }, loggedIn);
    expect(services.record.letters.filed[0]?.writer.personId).toBeUndefined();
  });

  it('goes through the log-in whole, and is then under one’s name', async () => {
    const own = { ...answered, manner: 'account', to: 'check' };
    const asked = await post('/letters/write', own);
    expect(asked.statusCode).toBe(401);
    const carry = hiddenValue(asked.body, 'carry');
    const entered = await post('/login', { phone: '13800138000', code: exampleCode, carry });
    expect(entered.body).toContain('action="/letters/write"');
    expect(hiddenValue(entered.body, 'body')).toBe(letterBody);
    const check = await post('/letters/write', own, loggedIn);
    expect(check.body).toContain('张三');
    await post('/letters/write/send', { ...own, key: 'k1' }, loggedIn);
    expect(services.record.letters.filed[0]?.writer).toMatchObject({ personId: 'person-1' });
    expect(services.record.letters.filed[0]?.body.sender).toBeUndefined();
  });

  it('of a report carries whom it is about and no wish to be public', async () => {
    const report = { ...quick, itemCode: 'wz-report', accusedOrg: 'yunxi/zfj', demand: '查处' };
    const check = await post('/letters/write', { ...report, to: 'check' });
    expect(check.body).toContain('依法保密');
    await post('/letters/write/send', { ...report, key: 'k1' });
    const { form } = services.record.letters.filed[0]?.body ?? {};
    expect(form).toEqual({ title: '路灯坏了', body: letterBody, accusedOrg: 'yunxi/zfj' });
  });

  it('of many names who speaks for them', async () => {
    const joint = { ...quick, people: '30', representatives: '张三\r\n\r\n李四，13800138000' };
    await post('/letters/write/send', { ...joint, key: 'k1' });
    expect(services.record.letters.filed[0]?.body).toMatchObject({
      people: 30,
      representatives: [{ name: '张三' }, { name: '李四', phone: '13800138000' }],
    });
  });

  it('that is refused is there again, with the reason', async () => {
    const fields = { ...quick, body: `${letterBody}${refusedWord}`, key: 'k1' };
    const answer = await post('/letters/write/send', fields);
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('现在不能寄出');
    expect(hiddenValue(answer.body, 'key')).not.toBe('k1');
  });

  it('is advised on while it is typed, by a part of a page', async () => {
    const { body } = await post('/letters/write/advice', { body: letterBody });
    expect(body).toContain('也许已经有答案');
    expect(body).not.toContain('<html');
    expect((await post('/letters/write/advice', { body: '灯' })).body).toBe('');
  });
});

describe('one’s own letter by number and password', () => {
  it('is opened by POST only, and says nothing of which was wrong', async () => {
    const opened = await post('/letters/mine', key);
    expect(opened.body).toContain('施工单位已接好线路');
    for (const wrong of [
      { ...key, password: 'x' },
      { ...key, number: 'x' },
    ]) {
      const answer = await post('/letters/mine', wrong);
      expect(answer.statusCode).toBe(404);
      expect(answer.body).toContain('没有找到：编号或查询密码不对');
    }
    expect((await post('/letters/mine', { number: '', password: '' })).statusCode).toBe(422);
  });

  it('takes a rating of office and person apart; a bad one needs words', async () => {
    const rate = { ...key, act: 'RateAnswer', key: 'k', office: 'satisfied' };
    const none = await post('/letters/mine/act', rate);
    expect(none.body).toContain('href="#f-handler"');
    const bad = await post('/letters/mine/act', { ...rate, handler: 'dissatisfied' });
    expect(bad.statusCode).toBe(422);
    expect(bad.body).toContain('请说明哪里不满意');
    expect(bad.body).toMatch(/name="handler" value="dissatisfied" checked/);
    const done = await post('/letters/mine/act', {
      ...rate,
      handler: 'dissatisfied',
      comment: '没回答',
    });
    expect(done.body).toContain('谢谢您的评价');
    expect(services.record.letters.acts).toEqual([
      { type: 'RateAnswer', office: 'satisfied', handler: 'dissatisfied', comment: '没回答' },
    ]);
  });

  it.each([
    [
      { act: 'AskFollowUp', question: '找谁？' },
      { type: 'AskFollowUp', text: '找谁？' },
    ],
    [
      { act: 'SendLetterMessage', to: 'handler', message: '都不亮' },
      { type: 'SendLetterMessage', to: 'handler', text: '都不亮' },
    ],
    [{ act: 'UrgeCase' }, { type: 'UrgeCase', message: '申请人催办，请尽快办理。' }],
    [
      { act: 'WithdrawCase', withdrawReason: '修好了' },
      { type: 'WithdrawCase', reason: '修好了' },
    ],
  ])('takes %j', async (fields, command) => {
    const answer = await post('/letters/mine/act', { ...key, ...fields });
    expect(answer.statusCode).toBe(200);
    expect(services.record.letters.acts).toEqual([command]);
  });

  it('keeps the words of an act that is refused', async () => {
    const fields = { ...key, act: 'RequestReview', reviewReason: '依据不对' };
    const answer = await post('/letters/mine/act', fields);
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('已过请求期限');
    expect(answer.body).toContain('依据不对</textarea>');
  });

  it('does nothing by an act that is none, or a wrong password', async () => {
    expect((await post('/letters/mine/act', { ...key, act: 'AcceptCase' })).statusCode).toBe(404);
    const wrong = { ...key, password: 'x', act: 'UrgeCase' };
    expect((await post('/letters/mine/act', wrong)).statusCode).toBe(404);
    expect(services.record.letters.acts).toEqual([]);
  });

  it('gives its documents and photos to who has the password', async () => {
    const fields = { ...key, documentId: 'doc-1' };
    const document = await post('/letters/mine/document', fields);
    expect(document.headers['content-type']).toBe('application/pdf');
    const wrong = { ...fields, password: 'x' };
    expect((await post('/letters/mine/document', wrong)).statusCode).toBe(404);
    expect((await post('/letters/mine/file', { ...key, sha256: 'a' })).statusCode).toBe(200);
  });

  it('is found from the page that looks for any case', async () => {
    const letter = await post('/track', key);
    expect(letter.body).toContain('action="/letters/mine/act"');
    const other = await post('/track', { ...key, number: tracking.number });
    expect(other.body).toContain('action="/track/why"');
  });
});

describe('one’s own letter, logged in', () => {
  it('has a page of its own, to which the page of a case leads', async () => {
    const page = await get('/my/letters/letter-1', loggedIn);
    expect(page.body).toContain('施工单位已接好线路');
    expect(page.body).toContain('href="/my/letters/letter-1/documents/doc-1"');
    expect((await get('/my/letters/other', loggedIn)).statusCode).toBe(404);
  });

  it('says what was done, once it was done', async () => {
    const fields = { act: 'AskFollowUp', question: '找谁？' };
    const done = await post('/my/letters/letter-1/act', fields, loggedIn);
    expect(done.statusCode).toBe(303);
    expect(done.headers.location).toBe('/my/letters/letter-1?done=AskFollowUp');
    const page = await get('/my/letters/letter-1?done=AskFollowUp', loggedIn);
    expect(page.body).toContain('追问已提交');
    const odd = await get('/my/letters/letter-1?done=constructor', loggedIn);
    expect(odd.statusCode).toBe(200);
  });

  it('gives its documents, and why a day is the day', async () => {
    const file = await get('/my/letters/letter-1/documents/doc-1', loggedIn);
    expect(file.headers['content-type']).toBe('application/pdf');
    const why = await get('/my/letters/letter-1/clocks/statutory%231', loggedIn);
    expect(why.body).toContain('逐日');
  });
});

describe('open letters', () => {
  it('keep search and filters in the address', async () => {
    const page = await get('/letters?state=answered&kind=complaint&divisionId=yunxi%2Flp&cursor=c');
    expect(page.body).toMatch(/value="answered" selected/);
    expect(page.body).toContain('href="/letters?kind=complaint&#38;divisionId=yunxi%2Flp');
    const found = await get('/letters?q=%E5%85%B0%E5%B2%AD');
    expect(found.body).toContain('兰岭社区路灯不亮');
    expect(found.body).not.toContain('征地补偿');
    expect((await get('/letters?q=a&q=b&kind=secret&state=x')).statusCode).toBe(200);
  });

  it('count down in words, days and shape', async () => {
    const { body } = await get('/letters');
    expect(body).toContain('还剩 9 个工作日');
    expect(body).toContain('已超期 2 日');
    expect(body).toContain('■</span> 已超期');
  });

  it('show letter, answers and comments as text', async () => {
    const page = await get(`/letters/${encodeURIComponent('云问〔2026〕000031号')}`);
    expect(page.body).toContain('已于10月11日更换');
    expect(page.body).toContain('现在亮了，&#60;谢谢&#62;。');
    expect((await get('/letters/none')).statusCode).toBe(404);
  });

  it('take a voice or a comment from residents only', async () => {
    const path = `/letters/${encodeURIComponent(letterReceipt.number)}`;
    const stranger = await post(`${path}/voice`, { kind: 'me-too' });
    expect(stranger.statusCode).toBe(401);
    const voice = await post(`${path}/voice`, { kind: 'me-too' }, loggedIn);
    expect(voice.headers.location).toBe(path);
    const empty = await post(`${path}/comments`, { comment: ' ' }, loggedIn);
    expect(empty.statusCode).toBe(422);
    const comment = await post(`${path}/comments`, { comment: '修好了' }, loggedIn);
    expect(comment.headers.location).toBe(`${path}?said=comment`);
    expect(services.record.letters.said).toEqual([
      `me-too ${letterReceipt.number}`,
      `修好了 ${letterReceipt.number}`,
    ]);
  });

  it('can be subscribed to, with addresses of this site only', async () => {
    const feed = await get('/letters/feed.xml', { host: 'evil.test' });
    expect(feed.headers['content-type']).toContain('application/atom+xml');
    expect(feed.body).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<feed /);
    expect(feed.body.match(/<entry>/g)).toHaveLength(3);
    expect(feed.body).not.toContain('evil.test');
  });

  it('are counted, each number also as text', async () => {
    const { body } = await get('/letters/figures');
    expect(body).toContain('98.1%');
    expect(body).toContain('<svg class="week-plot"');
    expect(body).toContain('2026年11月2日</th>');
    expect(body).toContain('96.2');
  });

  it('are led to from the home page, with the number of those answered', async () => {
    const { body } = await get('/');
    expect(body).toContain('href="/letters/write"');
    expect(body).toContain('<a href="/letters/figures">1,120</a>');
  });
});

describe('a county that takes no letters', () => {
  it('has none of their pages, and asks to be called', async () => {
    const { letters: _letters, ...others } = exampleServices();
    const bare = await exampleSite(others);
    for (const url of ['/letters', '/letters/write', '/letters/mine']) {
      expect((await bare.inject({ url })).statusCode).toBe(404);
    }
    const home = await bare.inject({ url: '/' });
    expect(home.body).not.toContain('/letters');
    expect(home.body).toContain('拨打 0717-12345');
  });
});

it('who confirms by phone is known by a cookie that comes with number and password', async () => {
  const seen: unknown[] = [];
  const own = exampleLetters();
  const letters: typeof own = {
    ...own,
    openLetter: async (access, locale) => {
      seen.push('confirmation' in access ? access.confirmation : undefined);
      return own.openLetter(access, locale);
    },
  };
  app = await exampleSite({ ...services, letters });
  const confirm = { ...key, act: 'ConfirmSender', code: '123456' };
  const { headers } = await post('/letters/mine/act', confirm);
  expect(headers['set-cookie']).toMatch(/^yc_letter=confirmed; .*HttpOnly; SameSite=Lax/);
  await post('/letters/mine', key, { cookie: 'yc_letter=confirmed' });
  // Before the code, with what it brought at once, and on the next visit.
  expect(seen).toEqual([undefined, 'confirmed', 'confirmed']);
});
