// What is withheld: a report about officials, and a complaint that was public until it was marked
// sensitive. Every way of reading that the server has is walked, as everybody who may not know of
// them, in search of words that only these letters have.

import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type {
  CaseView,
  LetterPage,
  LetterReceipt,
  PublishedPage,
  TaskPage,
} from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  act,
  actOn,
  applicant,
  goodAnswer,
  moveToMorning,
  openAct,
  openBrowser,
  openDesks,
  openLetter,
  referLetter,
  resident,
  sendLetter,
  startServer,
  stranger,
  type Connection,
  type Desks,
  type Refused,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

/** In every part of the letters, and nowhere else on earth. */
const MARKER = '青鸾渡口';
/** What is searched for; a page that repeats it does not show the letter. */
const WORD = '青鸾';

let server: TestServer;
let browser: TestBrowser;
let desks: Desks;
let report: LetterReceipt;
let complaint: LetterReceipt;

const form = {
  title: `${MARKER}工程款被克扣`,
  body: `${MARKER}修路，验收干部收受好处，村民工钱一直没有发放，请依法查处。`,
  division: 'yunxi/lp/03',
  place: `${MARKER}北岸`,
};

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  desks = openDesks(server, browser);
  await moveToMorning(server);
  const accused = { ...form, accusedOrg: 'yunxi/zjj', accusedName: `${MARKER}某人` };
  report = await sendLetter(server, {
    itemCode: 'wz-report',
    form: accused,
    sender: { name: `${MARKER}来信人` },
  });
  complaint = await sendLetter(server, {
    itemCode: 'wz-complaint',
    form: { ...form, wantsPublic: 'yes' },
    sender: { name: `${MARKER}村民` },
  });
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

describe('a complaint that turns out to be sensitive', () => {
  it('was public, with its answer', async () => {
    const office = await desks.api('tang.minyi');
    await referLetter(office, complaint.caseId, 'yunxi/lp');
    const answer = { ...goodAnswer, result: `${MARKER}${goodAnswer.result}` };
    await actOn(await desks.api('wu.dayou'), complaint.caseId, 'DraftAnswer', { answer });
    await actOn(await desks.api('bao.zhen'), complaint.caseId, 'ApproveTask', { opinion: '同意' });
    await actOn(await desks.api('jiang.shen'), complaint.caseId, 'ApproveTask', {
      opinion: '同意',
    });
    await actOn(office, complaint.caseId, 'PublishLetter', {
      title: form.title,
      body: form.body,
      answers: { 1: answer.result },
    });
    const { rows } = await stranger(server).get<PublishedPage>('/api/public/letters');
    expect(rows.map(({ number }) => number)).toEqual([complaint.number]);
    const resident1 = await applicant(server, resident('tian-shulan'));
    const path = `/api/public/letters/${complaint.number}/comments`;
    await resident1.send('POST', path, { text: `${MARKER}的事我也知道。` });
  });

  it('is marked with a reason, and gone from the public and from the office at once', async () => {
    const office = await desks.at('tang.minyi', complaint.caseId);
    const marking = await openAct(office, '敏感标记');
    await marking.getByText('这封信不公开，其他岗位也不再看到').waitFor();
    await marking.getByLabel('理由', { exact: true }).fill('涉及干部收受好处，按专件办理。');
    await act(office, '敏感标记');
    const { rows } = await stranger(server).get<PublishedPage>('/api/public/letters');
    expect(rows).toEqual([]);
    const again = { type: 'PublishLetter', title: 'a', body: 'b', answers: {} };
    const path = `/api/cases/${complaint.caseId}/commands`;
    const refused = await (await desks.api('wen.tong')).ask<Refused>('POST', path, again);
    expect(refused.body.code).toBe('never-public');
  });
});

describe('nobody without the right', () => {
  const people = {
    'a stranger': async () => stranger(server),
    'another resident': () => applicant(server, resident('ouyang-xiaoyu')),
    'the letters’ office': () => desks.api('tang.minyi'),
    'the accused unit’s reception': () => desks.api('li.jie'),
    'another department': () => desks.api('lu.tong'),
    'a leader who reads reports': () => desks.api('zhao.yunqi'),
    'a supervisor': () => desks.api('ren.gangzheng'),
  };

  it.each(Object.entries(people))('finds it: %s, by any address of the server', async (_, who) => {
    expect(await showing(await who())).toEqual([]);
  });

  it('finds it in the console’s own search', async () => {
    const office = await desks.front('tang.minyi');
    await office.goto('/console/letters');
    await office.getByRole('searchbox').fill(WORD);
    await office.getByRole('searchbox').press('Enter');
    await office.getByText('没有符合条件的信件。').waitFor();
  });

  it('finds it by writing something alike, not even its number', async () => {
    const words = { title: form.title, body: form.body };
    const told = await stranger(server).ask('POST', '/api/letters/advice', words);
    expect(JSON.stringify(told.body)).not.toContain(report.number);
    expect(JSON.stringify(told.body)).not.toContain(complaint.number);
    const alike = await sendLetter(server, { itemCode: 'wz-complaint', form: words });
    const path = `/api/letters/${alike.caseId}/assistance`;
    const helped = JSON.stringify(await (await desks.api('tang.minyi')).get(path));
    expect(helped).not.toContain(report.number);
    expect(helped).not.toContain(complaint.number);
    const link = { type: 'LinkLetter', relation: 'same-matter', reason: '相似' };
    for (const { caseId } of [report, complaint]) {
      const commands = `/api/cases/${alike.caseId}/commands`;
      const office = await desks.api('tang.minyi');
      const refused = await office.ask<Refused>('POST', commands, { ...link, caseId });
      expect(refused.body.code).toBe('not-your-case');
    }
  });
});

describe('those who are appointed', () => {
  it('read both, and the report never goes to the unit that it complains of', async () => {
    const special = await desks.api('mi.zhuan');
    // The same walk, so that it is known to find what is there.
    const shown = await showing(special);
    expect(shown).toContain(`/api/cases/${report.caseId}`);
    expect(shown).toContain(`/api/cases/${complaint.caseId}`);
    const { rows } = await special.get<LetterPage>('/api/letters');
    const numbers = rows.map(({ number }) => number);
    expect(numbers).toEqual(expect.arrayContaining([report.number, complaint.number]));
    const { form: seen } = await special.get<CaseView>(`/api/cases/${report.caseId}`);
    expect(seen['body']).toBe(form.body);
    const { rows: tasks } = await special.get<TaskPage>('/api/tasks?list=todo');
    expect(tasks.map(({ caseId }) => caseId)).toContain(report.caseId);
    const desk = await desks.at('mi.zhuan', report.caseId);
    await desk.getByText('依法保密：不得透露给被举报的人和单位，不公开。').waitFor();
    const { allowed } = await special.get<CaseView>(`/api/cases/${report.caseId}`);
    const { taskId } = allowed.find((each) => each.act === 'AcceptCase') ?? {};
    const referral = { toOrg: 'yunxi/zjj', manner: 'transfer', note: '请办理' };
    const body = { type: 'AcceptCase', taskId, opinion: '受理', referral };
    const path = `/api/cases/${report.caseId}/commands`;
    const refused = await special.ask<Refused>('POST', path, body);
    expect(refused.body.code).toBe('accused-unit');
  });

  it('let its sender read it by number and password all the time', async () => {
    expect((await openLetter(server, report)).body).toBe(form.body);
    expect((await openLetter(server, complaint)).answers).toHaveLength(1);
  });
});

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: { readonly default?: unknown; readonly enum?: readonly string[] };
}

interface Description {
  readonly paths: Readonly<
    Record<string, { readonly get?: { readonly parameters?: readonly Parameter[] } }>
  >;
}

/** The addresses of the server at which this person meets the words of the letters. */
async function showing(who: Connection): Promise<string[]> {
  const paths = await addresses(who);
  expect(paths.length).toBeGreaterThan(100);
  const shown: string[] = [];
  for (const path of paths) if ((await textOf(who, path)).includes(MARKER)) shown.push(path);
  return shown;
}

/** Every address that can be read, with each letter in its places and the words searched for. */
async function addresses(who: Connection): Promise<string[]> {
  const { paths } = await who.get<Description>('/api/openapi.json');
  const all = Object.entries(paths).flatMap(([path, { get }]) => {
    // Ends the session that the walk needs.
    if (get === undefined || path.includes('logout')) return [];
    return [report, complaint].flatMap((letter) => {
      const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) => placeOf(name, letter));
      return [filled, `${filled}?${queryOf(get.parameters ?? [], letter)}`];
    });
  });
  // It never ends; what it sends first is what /api/board answers.
  return [...new Set(all)].filter((path) => !path.includes('/api/board/events'));
}

function placeOf(name: string, { caseId, number }: LetterReceipt): string {
  const values: Readonly<Record<string, string>> = { caseId, id: caseId, number };
  return encodeURIComponent(values[name] ?? 'x');
}

function queryOf(parameters: readonly Parameter[], { caseId }: LetterReceipt): string {
  const known: Readonly<Record<string, string>> = {
    q: WORD,
    ids: caseId,
    caseId,
    from: '2026-01-01',
    until: '2027-12-31',
    month: '2026-11',
    quarter: '2026-Q4',
    list: 'todo',
    unitId: 'yunxi/zjj',
  };
  const asked = parameters.filter((each) => each.in === 'query' && known[each.name] !== undefined);
  const pairs = asked.map(({ name }) => [name, known[name] ?? '']);
  return new URLSearchParams([['q', WORD], ...pairs]).toString();
}

/** What the answer says: a document by its words, everything else as it stands. */
async function textOf({ url, cookie }: Connection, path: string): Promise<string> {
  const answer = await fetch(`${url}${path}`, {
    headers: { cookie, 'accept-language': 'zh-CN' },
    redirect: 'manual',
    signal: AbortSignal.timeout(20_000),
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  // An answer that the rate limit cut short would prove nothing.
  expect(answer.status, path).not.toBe(429);
  expect(answer.status, path).toBeLessThan(500);
  if (answer.headers.get('content-type') !== 'application/pdf') return bytes.toString('utf8');
  const file = join(await mkdtemp(join(tmpdir(), 'yichuang-walk-')), 'found.pdf');
  await writeFile(file, bytes);
  return (await promisify(execFile)('pdftotext', [file, '-'])).stdout;
}
