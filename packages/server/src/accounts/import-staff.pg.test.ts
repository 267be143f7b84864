import type { StaffImportReport } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, type TestCaller, type TestSite } from '../assembly/testing-site.ts';
import { readTable } from '../catalogue/index.ts';

let site: TestSite;
let admin: TestCaller;

beforeAll(async () => {
  site = await openTestSite();
  admin = await site.staff('admin');
});
afterAll(() => site[Symbol.asyncDispose]());

const HEADER = '单位,岗位,姓名,登录名,手机';

async function send(rows: readonly string[], isDryRun: boolean): Promise<StaffImportReport> {
  return sent(`/api/accounts/import?dryRun=${isDryRun ? '1' : '0'}`, rows);
}

async function sent(url: string, rows: readonly string[]): Promise<StaffImportReport> {
  const bytes = new TextEncoder().encode([HEADER, ...rows].join('\n'));
  const answer = await admin.sendFile(url, 'staff.csv', bytes);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

async function logInStatus(loginName: string, password: string): Promise<number> {
  const payload = { loginName, password };
  return (await site.app.inject({ method: 'POST', url: '/api/auth/staff', payload })).statusCode;
}

const three = [
  '县住建局,施工管理科科员,方一,fang.yi,19900005001',
  '县住建局,施工管理科科员、安全监督站科员,方二,Fang.Er,',
  ',general-counter,方三,fang.san,19900005003',
];

describe('a list of staff', () => {
  it('is tried without a change, then carried out in one act with a slip for each', async () => {
    const tried = await send(three, true);
    expect(tried).toMatchObject({ rows: 3, added: 3, known: 0, isApplied: false, problems: [] });
    expect(tried.slips).toEqual([]);
    const done = await send(three, false);
    expect(done).toMatchObject({ added: 3, isApplied: true, problems: [] });
    expect(done.slips.map(({ loginName }) => loginName)).toEqual([
      'fang.yi',
      'fang.er',
      'fang.san',
    ]);
    expect(done.slips[1]?.posts).toMatch(/安全监督站科员；.*施工管理科科员/u);
    for (const { loginName, password } of done.slips) {
      expect(await logInStatus(loginName, password)).toBe(200);
    }
    expect(new Set(done.slips.map(({ password }) => password)).size).toBe(3);
  });

  it('sent again makes nobody twice', async () => {
    const again = await send(three, false);
    expect(again).toMatchObject({ rows: 3, added: 0, known: 3, slips: [] });
  });

  it('is only tried where the query does not say which', async () => {
    const report = await sent('/api/accounts/import', [',general-counter,方十,fang.shi,']);
    expect(report).toMatchObject({ isDryRun: true, isApplied: false, added: 1, slips: [] });
  });

  it('sent by two at once makes everybody once; a name goes to the first', async () => {
    const rows = ['yi', 'er', 'san', 'si'].map((n) => `,general-counter,同时${n},both.${n},`);
    const all = await Promise.all([send(rows, false), send(rows.toReversed(), false)]);
    expect(all.map(({ isApplied }) => isApplied)).toEqual([true, true]);
    expect(all.map(({ added }) => added).toSorted()).toEqual([0, 4]);
    expect(all.flatMap(({ slips }) => slips)).toHaveLength(4);
    const ofOne = (name: string) => send([`,general-counter,${name},both.wu,`], false);
    const two = await Promise.all([ofOne('赵五'), ofOne('钱五')]);
    expect(two.map(({ isApplied }) => isApplied).toSorted()).toEqual([false, true]);
    expect(two.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual([
      'login-taken',
    ]);
  });

  it('with one broken row makes nobody, and names each problem by row and column', async () => {
    const report = await send(
      [
        '县住建局,施工管理科科员,好人,hao.ren,',
        '县住建局,没有这个岗位,甲,jia,',
        '没有这个局,局长,乙,yi.1,',
        ',局长,丙,bing,',
        '县住建局,施工管理科科员,,ding,123',
        '县住建局,施工管理科科员,戊,wu wu,',
        '县住建局,施工管理科科员,己,hao.ren,',
        '县住建局,施工管理科科员,别人,fang.yi,',
        ',督查员,庚,geng,',
        '县住建局,施工管理科科员,,,',
      ],
      false,
    );
    expect(report).toMatchObject({ isApplied: false, rows: 9, slips: [] });
    expect(report.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, '岗位', 'post-not-there'],
      [4, '单位', 'org-unknown'],
      [5, '岗位', 'post-ambiguous'],
      [6, '姓名', 'cell-empty'],
      [6, '手机', 'phone-wrong'],
      [7, '登录名', 'login-wrong'],
      [8, '登录名', 'login-twice'],
      [9, '登录名', 'login-taken'],
      [10, '岗位', 'post-is-reserved'],
    ]);
    expect(await logInStatus('hao.ren', 'x')).toBe(401);
    const page = (await admin.send('GET', '/api/accounts?q=hao.ren')).json<{ rows: unknown[] }>();
    expect(page.rows).toEqual([]);
  });

  it('without its columns, or without people, says so', async () => {
    const sendBytes = async (text: string): Promise<StaffImportReport> => {
      const bytes = new TextEncoder().encode(text);
      return (await admin.sendFile('/api/accounts/import?dryRun=1', 'a.csv', bytes)).json();
    };
    const headless = await sendBytes('姓名,手机\n甲,1');
    expect(headless.problems.map(({ column }) => column)).toEqual(['登录名', '岗位']);
    expect((await sendBytes(`${HEADER}\n县住建局,局长,,,`)).problems[0]?.code).toBe('file-empty');
    expect((await sendBytes('')).problems[0]?.code).toBe('file-empty');
  });

  it('never logs anybody in as the resident who has that phone', async () => {
    const personId = await site.parts.people.persons.ofPhone('19900005009');
    await send([',general-counter,方九,fang.jiu,19900005009'], false);
    const page = (await admin.send('GET', '/api/accounts?q=fang.jiu')).json<{
      rows: { personId: string; phoneMasked: string }[];
    }>();
    expect(page.rows[0]?.personId).not.toBe(personId);
    expect(page.rows[0]?.phoneMasked).toBe('199****5009');
  });

  it('comes as a workbook with a row for every post that may be given', async () => {
    const answer = await admin.send('GET', '/api/accounts/template');
    const read = await readTable(answer.rawPayload);
    if (!read.ok) throw new Error(read.problem.code);
    expect(read.table.header).toEqual(HEADER.split(','));
    const posts = read.table.rows.map(({ cells }) => cells[1]);
    expect(posts).toContain('施工管理科科员');
    expect(posts).not.toContain('督查员');
  });
});
