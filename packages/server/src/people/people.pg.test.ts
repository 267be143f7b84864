import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPeopleFixture, type PeopleFixture } from './test-people.ts';

const minute = 60_000;
const idNumber = '11010519491231002X'; // GB 11643's own example
let fixture: PeopleFixture;
beforeAll(async () => {
  fixture = await createPeopleFixture();
  await fixture.jobs.start();
});
afterAll(() => fixture.stop());
beforeEach(async () => {
  await fixture.test.db.query('DELETE FROM rate_window');
});

type Cookies = Record<string, string>;

async function post(url: string, payload: object, cookies: Cookies = {}) {
  return fixture.app.inject({ method: 'POST', url, payload, cookies });
}

async function codeFor(phone: string): Promise<string> {
  const before = (await fixture.notices.demoMessages()).length;
  fixture.pass(1);
  expect((await post('/api/auth/code', { phone })).statusCode).toBe(202);
  for (;;) {
    const messages = await fixture.notices.demoMessages();
    if (messages.length > before) {
      const newest = messages.find((each) => each.address === phone);
      return /\d{6}/.exec(newest?.body ?? '')?.[0] ?? '';
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function logIn(phone: string): Promise<{ cookies: Cookies; personId: string }> {
  const answer = await post('/api/auth/resident', { phone, code: await codeFor(phone) });
  expect(answer.statusCode).toBe(200);
  return { cookies: cookiesOf(answer), personId: answer.json().personId };
}

function cookiesOf(answer: { cookies: { name: string; value: string }[] }): Cookies {
  return Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]));
}

describe('a resident’s log-in', () => {
  it('takes the code that came by message, makes one person, and ends by log-out', async () => {
    const first = await logIn('13800000001');
    fixture.pass(2 * minute);
    const second = await logIn('13800000001');
    expect(second.personId).toBe(first.personId);
    const me = await fixture.app.inject({ url: '/api/me', cookies: second.cookies });
    expect(me.json()).toEqual({
      resident: {
        personId: first.personId,
        kind: 'natural',
        phoneMasked: '138****0001',
        isComplete: false,
      },
    });
    await post('/api/auth/logout?kind=resident', {}, second.cookies);
    const after = await fixture.app.inject({ url: '/api/me', cookies: second.cookies });
    expect(after.json()).toEqual({});
  });

  it('sets a cookie that scripts and other sites cannot use', async () => {
    const phone = '13800000002';
    const answer = await post('/api/auth/resident', { phone, code: await codeFor(phone) });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^yichuang-resident=[\w-]{43};/);
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
  });

  it('gives one answer for a wrong, a used, an expired and a never requested code', async () => {
    const wrong = { status: 401, code: 'login-code-wrong' };
    const phone = '13800000003';
    const code = await codeFor(phone);
    const other = code === '000000' ? '000001' : '000000';
    const attempt = async (given: string, of = phone) =>
      (await post('/api/auth/resident', { phone: of, code: given })).json();
    expect(await attempt(other)).toMatchObject(wrong);
    expect(await attempt('123456', '13800000099')).toMatchObject(wrong);
    expect(await attempt(code)).toMatchObject({ kind: 'natural' });
    expect(await attempt(code)).toMatchObject(wrong);
    fixture.pass(2 * minute);
    const late = await codeFor(phone);
    fixture.pass(5 * minute);
    expect(await attempt(late)).toMatchObject(wrong);
  });

  it('wears a code out after five wrong tries', async () => {
    const phone = '13800000004';
    const code = await codeFor(phone);
    const other = code === '000000' ? '000001' : '000000';
    for (let n = 0; n < 5; n += 1) await post('/api/auth/resident', { phone, code: other });
    expect((await post('/api/auth/resident', { phone, code })).statusCode).toBe(401);
  });

  it('lets only one of two use a code at the same moment', async () => {
    const phone = '13800000005';
    const code = await codeFor(phone);
    const both = await Promise.all([1, 2].map(() => post('/api/auth/resident', { phone, code })));
    expect(both.map((each) => each.statusCode).toSorted()).toEqual([200, 401]);
  });

  it('sends one code a minute to a phone', async () => {
    await codeFor('13800000006');
    const again = await post('/api/auth/code', { phone: '13800000006' });
    expect(again.json()).toMatchObject({ status: 429, code: 'too-many-attempts' });
    expect(Number(again.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('refuses what is no mobile number', async () => {
    const answer = await post('/api/auth/code', { phone: "1' OR '1'='1" });
    expect(answer.json()).toMatchObject({ status: 422, code: 'phone-invalid' });
  });
});

describe('personal numbers', () => {
  it('are checked, sealed in the table, and shown masked', async () => {
    const { cookies } = await logIn('13800000010');
    const put = (payload: object) =>
      fixture.app.inject({ method: 'PUT', url: '/api/me/profile', payload, cookies });
    const wrongDigit = { kind: 'natural', name: '张三', idNumber: '110105194912310021' };
    expect((await put(wrongDigit)).json()).toMatchObject({
      status: 422,
      code: 'id-number-invalid',
      params: { problem: 'check-digit' },
    });
    const unreal = { kind: 'natural', name: '张三', idNumber: '110105194902300025' };
    expect((await put(unreal)).json()).toMatchObject({ code: 'id-number-invalid' });
    const script = { kind: 'natural', name: '<script>', idNumber };
    expect((await put(script)).json()).toMatchObject({ code: 'name-invalid' });
    const typed = { name: ' 张  三 ', idNumber: ' 11010519491231002x' };
    const right = await put({ kind: 'natural', ...typed });
    expect(right.json()).toMatchObject({
      name: '张 三',
      idNumberMasked: expect.stringMatching(/^\d{3,6}\*+\w{2,4}$/),
      isComplete: true,
    });
    const [row] = await fixture.test.owner.query(
      `SELECT p.*::text AS all FROM person p WHERE name = '张 三'`,
    );
    expect(String(row?.['all'])).not.toMatch(/13800000010|11010519491231/);
  });

  it('let an enterprise complete its profile by its credit code', async () => {
    const { cookies } = await logIn('13800000011');
    const payload = { kind: 'legal', name: '云溪建设有限公司', creditCode: '91350100M000100Y43' };
    const answer = await fixture.app.inject({
      method: 'PUT',
      url: '/api/me/profile',
      payload,
      cookies,
    });
    expect(answer.json()).toMatchObject({ creditCode: payload.creditCode, isComplete: true });
  });
});

describe('somebody at the window', () => {
  const walkIn = (input: object) =>
    fixture.people.persons.recordWalkIn({ kind: 'natural', name: '李四', ...input });

  it('is the person of their phone, if the number fits', async () => {
    const { personId } = await logIn('13800000020');
    const first = await walkIn({ idNumber, phone: '13800000020' });
    expect(first).toEqual({ ok: true, value: { personId } });
    expect(await walkIn({ idNumber, phone: '13800000020' })).toEqual(first);
  });

  it('is never somebody who merely typed that number into a profile', async () => {
    const { cookies, personId } = await logIn('13800000021');
    const payload = { kind: 'natural', name: '李四', idNumber };
    await fixture.app.inject({ method: 'PUT', url: '/api/me/profile', payload, cookies });
    const own = await walkIn({ idNumber });
    const withPhone = await walkIn({ idNumber, phone: '13800000022' });
    expect(own).not.toEqual({ ok: true, value: { personId } });
    expect(withPhone).not.toEqual({ ok: true, value: { personId } });
    expect(await walkIn({ idNumber })).toEqual(own);
  });

  it('does not take over a phone that is somebody else’s', async () => {
    const other = { idNumber: '440524188001010014', phone: '13800000020', name: '王五' };
    const found = await walkIn(other);
    if (!found.ok) throw new Error('refused');
    expect(await fixture.people.persons.get(found.value.personId)).toEqual({
      id: found.value.personId,
      kind: 'natural',
      name: '王五',
      idNumber: other.idNumber,
    });
  });
});

describe('a clerk’s log-in', () => {
  const password = 'correct horse battery';
  beforeAll(async () => {
    const staff = { loginName: 'Wang.Li', password, name: '王丽', postIds: ['window'] };
    await fixture.people.staffLogin.ensure({ ...staff, mustChange: false });
    await fixture.people.staffLogin.ensure({ ...staff, loginName: 'new', name: '新' });
  });
  const attempt = (loginName: string, given: string) =>
    post('/api/auth/staff', { loginName, password: given });

  it('knows the posts, what they allow, and the organisations below them', async () => {
    const answer = await attempt(' wang.li ', password);
    expect(answer.json()).toMatchObject({
      name: '王丽',
      mustChangePassword: false,
      posts: [{ postId: 'window', orgId: 'housing' }],
      actions: ['case:read', 'case:act', 'case:file-on-behalf', 'person:read-numbers'],
    });
    const token = cookiesOf(answer)['yichuang-staff'] ?? '';
    const session = await fixture.people.sessions.find(token);
    expect([...(session?.posts[0]?.orgIds ?? [])].toSorted()).toEqual(['housing', 'section']);
  });

  it('shows what came for this person, and how much of it is unread', async () => {
    const answer = await attempt('wang.li', password);
    const cookies = cookiesOf(answer);
    const { personId } = answer.json();
    const unread = async () =>
      (await fixture.app.inject({ url: '/api/me/messages/unread', cookies })).json();
    expect(await unread()).toEqual({ count: 0 });
    for (const dedupeKey of ['one', 'two']) {
      const notice = { channel: 'inbox', template: 'login-code', personId, dedupeKey } as const;
      const params = { code: '123456', site: '云溪县' };
      await fixture.notices.queueInTx(fixture.test.db, { ...notice, params });
    }
    expect(await unread()).toEqual({ count: 2 });
    const list = (await fixture.app.inject({ url: '/api/me/messages', cookies })).json();
    const id: string = list.messages[0].id;
    expect((await post(`/api/me/messages/${id}/read`, {}, cookies)).statusCode).toBe(204);
    expect(await unread()).toEqual({ count: 1 });
    const { cookies: resident } = await logIn('13800000029');
    const asResident = { url: '/api/me/messages/unread', cookies: resident };
    expect((await fixture.app.inject(asResident)).statusCode).toBe(401);
  });

  it('does not tell an unknown name from a wrong password', async () => {
    const [unknown, wrong] = [await attempt('nobody', 'x'), await attempt('wang.li', 'x')];
    expect(unknown.json()).toEqual(wrong.json());
    expect(unknown.json()).toMatchObject({ status: 401, code: 'login-failed' });
  });

  it('locks after five failures, also for the right password, for 15 minutes', async () => {
    await attempt('wang.li', password);
    for (let n = 0; n < 5; n += 1) await attempt('wang.li', 'wrong');
    expect((await attempt('wang.li', password)).statusCode).toBe(401);
    fixture.pass(15 * minute);
    expect((await attempt('wang.li', password)).statusCode).toBe(200);
  });

  it('limits guesses by name, known or not', async () => {
    const answers = [];
    for (let n = 0; n < 21; n += 1) answers.push(await attempt('ghost', 'x'));
    expect(answers.at(-1)?.statusCode).toBe(429);
  });

  it('allows nothing before the password is changed, which ends other log-ins', async () => {
    const first = cookiesOf(await attempt('new', password));
    const other = cookiesOf(await attempt('new', password));
    const change = (next: string) => post('/api/me/password', { current: password, next }, first);
    expect((await change('short')).json().code).toBe('password-too-short');
    expect((await change('1234567890')).json().code).toBe('password-too-simple');
    expect((await change(password)).json().code).toBe('password-unchanged');
    expect((await change('another fine phrase')).statusCode).toBe(204);
    const me = async (cookies: Cookies) =>
      (await fixture.app.inject({ url: '/api/me', cookies })).json();
    expect((await me(first)).staff.mustChangePassword).toBe(false);
    expect(await me(other)).toEqual({});
  });

  it('ends for an account that was disabled', async () => {
    const cookies = cookiesOf(await attempt('wang.li', password));
    await fixture.test.db.query(
      "UPDATE account SET is_disabled = true WHERE login_name = 'wang.li'",
    );
    fixture.people.sessions.forgetAll();
    expect((await fixture.app.inject({ url: '/api/me', cookies })).json()).toEqual({});
    expect((await attempt('wang.li', password)).statusCode).toBe(401);
  });
});

describe('sessions', () => {
  it('are listed, and can be ended from another device at once', async () => {
    const here = await logIn('13800000030');
    fixture.pass(2 * minute);
    const there = await logIn('13800000030');
    const url = '/api/me/sessions';
    const { sessions } = (await fixture.app.inject({ url, cookies: here.cookies })).json();
    expect(sessions).toHaveLength(2);
    const other = sessions.find((each: { isCurrent: boolean }) => !each.isCurrent);
    const end = { method: 'DELETE', url: `${url}/${other.id}`, cookies: here.cookies } as const;
    expect((await fixture.app.inject(end)).statusCode).toBe(204);
    const gone = await fixture.app.inject({ url, cookies: there.cookies });
    expect(gone.statusCode).toBe(401);
    expect((await fixture.app.inject(end)).json().code).toBe('session-unknown');
  });

  it('of others cannot be ended', async () => {
    const mine = await logIn('13800000031');
    const theirs = await logIn('13800000032');
    const url = '/api/me/sessions';
    const { sessions } = (await fixture.app.inject({ url, cookies: theirs.cookies })).json();
    const end = {
      method: 'DELETE',
      url: `${url}/${sessions[0].id}`,
      cookies: mine.cookies,
    } as const;
    expect((await fixture.app.inject(end)).statusCode).toBe(404);
    expect((await fixture.app.inject({ url, cookies: theirs.cookies })).statusCode).toBe(200);
  });

  it('end by themselves after their hours', async () => {
    const { cookies } = await logIn('13800000033');
    fixture.pass(12 * 60 * minute);
    fixture.people.sessions.forgetAll();
    expect((await fixture.app.inject({ url: '/api/me', cookies })).json()).toEqual({});
  });

  it('keep no token in the table', async () => {
    const { cookies } = await logIn('13800000034');
    const token = cookies['yichuang-resident'] ?? '-';
    const rows = await fixture.test.db.query('SELECT s.*::text AS all FROM session s');
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('routes', () => {
  it('all declare their right', () => {
    const listed = fixture.app.listedRoutes.filter(({ method }) => method !== 'HEAD');
    const rights = listed.map(
      ({ method, url, right }) => `${method} ${url} ${JSON.stringify(right)}`,
    );
    expect(rights.toSorted()).toEqual([
      'DELETE /api/me/sessions/:id "public"',
      'GET /api/demo/messages "public"',
      'GET /api/me "public"',
      'GET /api/me/inbox "resident"',
      'GET /api/me/messages "staff"',
      'GET /api/me/messages/unread "staff"',
      'GET /api/me/sessions "public"',
      'GET /api/openapi.json "public"',
      'GET /healthz "public"',
      'GET /metrics "public"',
      'GET /readyz "public"',
      'POST /api/auth/code "public"',
      'POST /api/auth/logout "public"',
      'POST /api/auth/resident "public"',
      'POST /api/auth/staff "public"',
      'POST /api/me/inbox/:id/read "resident"',
      'POST /api/me/messages/:id/read "staff"',
      'POST /api/me/password "account"',
      'PUT /api/me/profile "resident"',
    ]);
  });
});
