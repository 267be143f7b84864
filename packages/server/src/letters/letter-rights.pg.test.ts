import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView, LetterPage, LetterReceipt } from '@yichuang/contracts';
import { openLetterSite, type LetterSite } from '../assembly/testing-letters.ts';
import type { TestCaller } from '../assembly/testing-site.ts';

/** In no other text of the county. */
const MARK = '紫藤酸梅汤';
/** Finds it where it is to be found; a page that repeats the question says no more than this. */
const ASKED = MARK.slice(0, 4);
const NAME = '荀密言';
const form = {
  title: `举报${MARK}`,
  body: `${MARK}问题：某局科长收受礼金，请查处。${MARK}就在他办公室。`,
  place: MARK,
  accusedOrg: 'yunxi/zrj',
  accusedName: '莫远山',
};

let site: LetterSite;
let secret: LetterReceipt;

beforeAll(async () => {
  site = await openLetterSite();
  const sender = { name: NAME, phone: '19900000051' };
  secret = await site.quick({ itemCode: 'wz-report', form, sender });
  const referral = { toOrg: 'yunxi/jwjw', manner: 'transfer', note: `${MARK}请核查` };
  await site.act('mi.zhuan', secret.caseId, 'AcceptCase', { opinion: MARK, referral });
  await site.follow(secret.caseId);
});
afterAll(() => site[Symbol.asyncDispose]());

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Every address that can be read, with the letter's own ids and words put in. */
async function readable(): Promise<string[]> {
  const { paths } = (await site.nobody.send('GET', '/api/openapi.json')).json<Described>();
  const asked = { q: ASKED, ids: secret.caseId, number: secret.number };
  const words = new URLSearchParams(asked).toString();
  return (
    Object.entries(paths)
      // Packed files cannot be searched for words; what they hold is on the list beside them.
      .filter(([path, methods]) => 'get' in methods && !/\.pdf|export|template/u.test(path))
      // It never ends; what it sends first is what /api/board answers.
      .filter(([path]) => path !== '/api/board/events')
      .map(([path]) =>
        path
          .replace(/\{(caseId|id)\}/gu, secret.caseId)
          .replace(/\{number\}/gu, secret.number)
          .replace(/\{clockId\}/gu, 'statutory')
          .replace(/\{\w+\}/gu, 'x'),
      )
      .flatMap((path) => [path, `${path}?${words}`])
  );
}

const posted: readonly (readonly [string, object])[] = [
  ['/api/letters/advice', { title: form.title, body: form.body }],
  ['/api/letters/open', { number: '0', password: 'AAAAAAAA' }],
  ['/api/track', { number: '0', password: 'AAAAAAAA' }],
];

async function everythingFor(caller: TestCaller): Promise<string[]> {
  const addresses = await readable();
  expect(addresses.length).toBeGreaterThan(100);
  const told: string[] = [];
  for (const path of addresses) {
    const answer = await caller.send('GET', path);
    const text = answer.body;
    if (text.includes(MARK) || text.includes(NAME)) told.push(path);
    // Pages repeat the question in their links.
    const isAsked = path.includes(secret.number);
    if (!isAsked && text.includes(secret.number)) told.push(`${path} names the number`);
  }
  for (const [path, body] of posted) {
    const answer = await caller.send('POST', path, body);
    if (answer.body.includes(MARK) || answer.body.includes(secret.number)) told.push(path);
  }
  return told;
}

describe('a confidential letter', () => {
  it.each([
    ['nobody', async () => site.nobody],
    ['another resident', async () => site.resident('19900000052')],
    ['the letters office', async () => site.staff('tang.minyi')],
    ['another department', async () => site.staff('lu.tong')],
    ['those complained of', async () => site.staff('mo.yuanshan')],
    ['a leader who reads reports', async () => site.staff('zhao.yunqi')],
    ['a supervisor', async () => site.staff('ren.gangzheng')],
    ['a village agent', async () => site.staff('he.cun')],
  ] as const)('is at no address of the interface for %s', async (_who, caller) => {
    expect(await everythingFor(await caller())).toEqual([]);
  });

  it('is in no page of the portal either', async () => {
    const pages = ['/letters', `/letters?q=${encodeURIComponent(ASKED)}`, '/letters/feed.xml'];
    for (const page of [...pages, '/letters/figures', `/letters/${secret.number}`, '/']) {
      const { body } = await site.nobody.send('GET', page);
      expect(body).not.toContain(NAME);
      expect(body).not.toContain(MARK);
    }
  });

  it('is read by those appointed, and by who handles it without the name', async () => {
    const list = async (name: string) => {
      const caller = await site.staff(name);
      const path = `/api/letters?q=${encodeURIComponent(ASKED)}`;
      return (await caller.send('GET', path)).json<LetterPage>();
    };
    expect((await list('mi.zhuan')).rows).toMatchObject([{ senderName: NAME, isSensitive: true }]);
    expect((await list('lian.si')).rows).toMatchObject([{ senderName: '保密' }]);
    expect((await list('tang.minyi')).rows).toEqual([]);
    const handler: CaseView = await site.view('lian.si', secret.caseId);
    expect(handler.applicant).toEqual({ name: '保密', kind: 'natural' });
    expect(JSON.stringify(handler)).not.toContain(NAME);
    const tasks = await (await site.staff('lian.si')).send('GET', '/api/tasks');
    expect(tasks.body).toContain(secret.number);
    expect(tasks.body).not.toContain(NAME);
    const byName = `/api/tasks?q=${encodeURIComponent(NAME)}`;
    expect((await (await site.staff('lian.si')).send('GET', byName)).body).not.toContain(
      secret.number,
    );
  });

  it('cannot be sent to those complained of', async () => {
    const other = await site.quick({ itemCode: 'wz-report', form, sender: {} });
    const office = await site.staff('mi.zhuan');
    const { allowed } = await site.view('mi.zhuan', other.caseId);
    const taskId = allowed.find(({ act }) => act === 'AcceptCase')?.taskId;
    const referral = { toOrg: 'yunxi/zrj', manner: 'transfer', note: '' };
    const body = { type: 'AcceptCase', taskId, opinion: '', referral };
    const refused = await office.send('POST', `/api/cases/${other.caseId}/commands`, body);
    expect(refused.json()).toMatchObject({ code: 'accused-unit' });
  });
});

describe('a letter that becomes sensitive', () => {
  it('leaves the office’s lists at once, and comes back when the mark is lifted', async () => {
    const { caseId, number } = await site.quick({
      itemCode: 'wz-complaint',
      form: { title: '村里的账目', body: '请公开村里的账目，老人都想看看。' },
      sender: { name: '刘某' },
    });
    const referral = { toOrg: 'yunxi/lp', manner: 'transfer', note: '' };
    await site.act('tang.minyi', caseId, 'AcceptCase', { opinion: '', referral });
    await site.follow(caseId);
    const office = await site.staff('tang.minyi');
    const seen = async () => (await office.send('GET', '/api/letters')).body.includes(number);
    expect(await seen()).toBe(true);
    const mark = { type: 'MarkSensitive', isSensitive: true, reason: '涉及隐私' };
    await site.act('wen.tong', caseId, mark.type, mark);
    expect(await seen()).toBe(false);
    expect((await office.send('GET', `/api/cases/${caseId}`)).statusCode).toBe(404);
    // Who has it to answer keeps it.
    expect(await site.view('wu.dayou', caseId)).toMatchObject({ number });
    await site.act('wen.tong', caseId, mark.type, { ...mark, isSensitive: false });
    expect(await seen()).toBe(true);
  });
});
