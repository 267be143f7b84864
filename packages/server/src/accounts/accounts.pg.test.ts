import type { AccountPage, AccountSlip, AccountView, PostChoices } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, type TestCaller, type TestSite } from '../assembly/testing-site.ts';
import { readJournal } from '../ledger/index.ts';

let site: TestSite;
let admin: TestCaller;

beforeAll(async () => {
  site = await openTestSite();
  admin = await site.staff('admin');
});
afterAll(() => site[Symbol.asyncDispose]());

type Made = { readonly account: AccountView; readonly slip: AccountSlip };

async function list(query: string): Promise<AccountPage> {
  const answer = await admin.send('GET', `/api/accounts?${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

async function found(loginName: string): Promise<AccountView> {
  const row = (await list(`q=${loginName}`)).rows.find((each) => each.loginName === loginName);
  if (row === undefined) throw new Error(`no account ${loginName}`);
  return row;
}

async function make(loginName: string, postIds: readonly string[]): Promise<Made> {
  const answer = await admin.send('POST', '/api/accounts', { loginName, name: '丁一', postIds });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}

async function logIn(loginName: string, password: string): Promise<TestCaller | number> {
  const payload = { loginName, password };
  const answer = await site.app.inject({ method: 'POST', url: '/api/auth/staff', payload });
  if (answer.statusCode !== 200) return answer.statusCode;
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return {
    ...site.nobody,
    send: (method, url, body) =>
      site.app.inject({
        method,
        url,
        headers: { cookie },
        ...(body === undefined ? {} : { payload: body }),
      }),
  };
}

const codeOf = (answer: Awaited<ReturnType<TestCaller['send']>>): [number, string] => [
  answer.statusCode,
  answer.json<{ code: string }>().code,
];

const act = (of: Pick<AccountView, 'accountId'>, what: string, body?: object) =>
  admin.send('POST', `/api/accounts/${of.accountId}/${what}`, body);

describe('accounts of staff, for an administrator', () => {
  it('are found by name, log-in name, post, and by a bureau with all below it', async () => {
    const names = async (q: string) =>
      (await list(`q=${encodeURIComponent(q)}`)).rows.map(({ loginName }) => loginName);
    expect(await names('乔明远')).toEqual(['qiao.mingyuan']);
    expect(await names('QIAO.MING')).toEqual(['qiao.mingyuan']);
    expect(await names('施工管理科负责人')).toEqual(['qiao.mingyuan']);
    expect(await names('住建局')).toContain('qiao.mingyuan');
    expect(await names('住建局')).not.toContain('tang.minyi');
    expect(await names('%')).toEqual([]);
  });

  it('are made with a password that is shown once and has to be changed', async () => {
    const { account, slip } = await make(' Ding.Yi ', ['zj-construction-clerk']);
    expect(account).toMatchObject({
      loginName: 'ding.yi',
      mustChange: true,
      posts: [{ postId: 'zj-construction-clerk', isReserved: false }],
    });
    expect(slip).toMatchObject({ loginName: 'ding.yi', name: '丁一' });
    expect((await list('state=never')).rows.map((row) => row.loginName)).toContain('ding.yi');
    const caller = await logIn('ding.yi', slip.password);
    if (typeof caller === 'number') throw new Error('the slip did not log in');
    expect(codeOf(await caller.send('GET', '/api/tasks'))).toEqual([403, 'password-must-change']);
    const next = { current: slip.password, next: 'Neun Zeichen reichen nicht' };
    expect((await caller.send('POST', '/api/me/password', next)).statusCode).toBe(204);
    expect((await caller.send('GET', '/api/tasks')).statusCode).toBe(200);
    expect(await found('ding.yi')).toMatchObject({ mustChange: false });
    expect((await found('ding.yi')).lastLoginAt).toBeDefined();
  });

  it('refuse a taken name, a name of blanks, and a post that is not there', async () => {
    const add = async (loginName: string, postIds: string[] = []) =>
      codeOf(await admin.send('POST', '/api/accounts', { loginName, name: '丁一', postIds }));
    expect(await add('DING.YI')).toEqual([409, 'login-name-taken']);
    expect(await add('ding yi')).toEqual([422, 'login-name-invalid']);
    expect(await add('ding.er', ['no/where'])).toEqual([422, 'post-unknown']);
    const twice = await Promise.all([add('ding.san'), add('ding.san')].map((each) => each));
    expect(twice.filter(([status]) => status === 409)).toHaveLength(1);
  });

  it('once disabled are out at once, and logged out still when enabled again', async () => {
    const { account, slip } = await make('ding.si', ['zj-construction-clerk']);
    const caller = await logIn('ding.si', slip.password);
    if (typeof caller === 'number') throw new Error('the slip did not log in');
    expect((await caller.send('GET', '/api/me/sessions')).statusCode).toBe(200);
    expect((await act(account, 'disable')).json()).toMatchObject({ isDisabled: true });
    expect((await caller.send('GET', '/api/me/sessions')).statusCode).toBe(401);
    expect(await logIn('ding.si', slip.password)).toBe(401);
    expect((await act(account, 'enable')).json()).toMatchObject({ isDisabled: false });
    expect((await caller.send('GET', '/api/me/sessions')).statusCode).toBe(401);
    expect(await logIn('ding.si', slip.password)).not.toBe(401);
  });

  it('get a new password that ends every log-in and the old password', async () => {
    const { account, slip } = await make('ding.wu', []);
    const caller = await logIn('ding.wu', slip.password);
    if (typeof caller === 'number') throw new Error('the slip did not log in');
    const renewed = (await act(account, 'password')).json<Made>();
    expect((await caller.send('GET', '/api/me/sessions')).statusCode).toBe(401);
    expect(await logIn('ding.wu', slip.password)).toBe(401);
    expect(await logIn('ding.wu', renewed.slip.password)).not.toBe(401);
    const ended = await act(account, 'end-sessions');
    expect(ended.statusCode, ended.body).toBe(200);
  });

  it('hold a post from the minute it is given to the minute it is taken', async () => {
    const { account, slip } = await make('ding.liu', []);
    const first = await logIn('ding.liu', slip.password);
    if (typeof first === 'number') throw new Error('the slip did not log in');
    const next = 'Neun Zeichen reichen nicht';
    await first.send('POST', '/api/me/password', { current: slip.password, next });
    const rights = async () =>
      (await first.send('GET', '/api/me')).json<{ staff: { actions: string[] } }>().staff.actions;
    expect(await rights()).toEqual([]);
    await act(account, 'posts', { postId: 'zj-counter' });
    await act(account, 'posts', { postId: 'zj-counter' });
    expect(await rights()).toContain('case:file-on-behalf');
    expect((await found('ding.liu')).posts).toHaveLength(1);
    const url = `/api/accounts/${account.accountId}/posts/zj-counter`;
    expect((await admin.send('DELETE', url)).json()).toMatchObject({ posts: [] });
    expect(await rights()).toEqual([]);
  });

  it('leave every act in the journal, and no password', async () => {
    const { db, tenantId } = site.parts.deps;
    const entries = await readJournal(db, tenantId, 'accounts');
    const ofOne = entries.filter(({ data }) => 'login' in data && data.login === 'ding.liu');
    expect(ofOne.map(({ type, data }) => ({ type, ...data }))).toEqual([
      { type: 'AccountAdded', login: 'ding.liu', postIds: [] },
      { type: 'AccountAppointed', login: 'ding.liu', postIds: ['zj-counter'] },
      { type: 'AccountAppointed', login: 'ding.liu', postIds: ['zj-counter'] },
      { type: 'AccountPostEnded', login: 'ding.liu', postIds: ['zj-counter'] },
    ]);
    expect(new Set(entries.map(({ actor }) => actor.personId))).toEqual(new Set([admin.personId]));
    expect(JSON.stringify(entries)).not.toMatch(/password|argon/u);
  });
});

describe('whoever keeps accounts', () => {
  it('cannot give a post that watches, judges, reads what is withheld or keeps', async () => {
    const choices: PostChoices = (await admin.send('GET', '/api/accounts/posts')).json();
    const reserved = choices.filter(({ isReserved }) => isReserved).map(({ postId }) => postId);
    expect(reserved).toEqual(
      expect.arrayContaining(['supervisor', 'reviews-judge', 'special-letters', 'administrator']),
    );
    const { account } = await make('puppet', []);
    for (const postId of reserved) {
      expect(codeOf(await act(account, 'posts', { postId })), postId).toEqual([
        403,
        'post-reserved',
      ]);
      const body = { loginName: 'puppet2', name: '木偶', postIds: [postId] };
      const made = await admin.send('POST', '/api/accounts', body);
      expect(codeOf(made), postId).toEqual([403, 'post-reserved']);
    }
  });

  it('cannot become a supervisor by a new password, nor silence one', async () => {
    const watcher = await found('ren.gangzheng');
    expect(watcher.closedTo).toBe('reserved');
    for (const what of ['password', 'disable', 'enable', 'end-sessions']) {
      expect(codeOf(await act(watcher, what)), what).toEqual([403, 'account-reserved']);
    }
    const posts = await act(watcher, 'posts', { postId: 'zj-leader' });
    expect(codeOf(posts)).toEqual([403, 'account-reserved']);
    const taken = await admin.send(
      'DELETE',
      `/api/accounts/${watcher.accountId}/posts/${watcher.posts[0]?.postId}`,
    );
    expect(codeOf(taken)).toEqual([403, 'account-reserved']);
  });

  it('cannot change their own account, by a post or otherwise', async () => {
    const own = await found('admin');
    expect(own.closedTo).toBe('own');
    for (const what of ['password', 'disable', 'end-sessions']) {
      expect(codeOf(await act(own, what)), what).toEqual([403, 'account-own']);
    }
    const post = await act(own, 'posts', { postId: 'zj-leader' });
    expect(codeOf(post)).toEqual([403, 'account-own']);
  });

  it('cannot pass a reserved post to a puppet by a hand-over', async () => {
    const puppet = await found('puppet');
    const holder = await found('mi.zhuan');
    const postIds = holder.posts.map(({ postId }) => postId);
    expect(postIds).toEqual(['special-letters']);
    const order = { toPersonId: puppet.personId, reason: '调离', postIds };
    const answer = await admin.send('POST', `/api/staff/${holder.personId}/hand-over`, order);
    expect(codeOf(answer)).toEqual([422, 'hand-over-of-supervision']);
  });

  it('is an administrator: a head of office with people:hand-over alone is refused', async () => {
    const manager = await site.staff('qin.yue');
    expect(codeOf(await manager.send('GET', '/api/accounts'))).toEqual([403, 'right-not-held']);
  });
});
