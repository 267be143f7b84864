import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TrialAccounts, TrialView } from '@yichuang/contracts';
import { civilDate } from '@yichuang/kernel/time';
import { drawnItem, publish } from '../designer/testing/designer-site.ts';
import { smallLicence } from '../designer/testing/small-licence.examples.ts';
import { hostTrial } from './host-trial.ts';
import { openTestSite, type TestCaller, type TestSite } from './testing-site.ts';

let site: TestSite;
let admin: TestCaller;
beforeAll(async () => {
  site = await openTestSite();
  admin = await site.staff('admin');
});
afterAll(() => site[Symbol.asyncDispose]());

async function view(): Promise<TrialView> {
  return (await admin.send('GET', '/api/trial')).json<TrialView>();
}

async function act(path: string, body?: object): Promise<number> {
  const { statusCode } = await admin.send('POST', `/api/trial/${path}`, body);
  await site.trial.settled();
  return statusCode;
}

/** Logs in with the password of the accounts sheet; the cookie as a browser would keep it. */
async function logIn(url: string, loginName: string, password: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/staff`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ loginName, password }),
  });
  expect(answer.status).toBe(200);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

describe('the trial county', () => {
  it('is off and nowhere until an administrator switches it on', async () => {
    expect(await view()).toEqual({ state: 'off', isInside: false, generation: 0, toPurge: 0 });
    const moved = await admin.send('POST', '/api/trial/clock', { workingDays: 1 });
    expect(moved.json()).toMatchObject({ code: 'trial-not-running' });
    expect(await act('start')).toBe(202);
    expect(await view()).toMatchObject({ state: 'running', generation: 1, figures: { cases: 0 } });
  });

  it('says on every answer that it is none of the county’s', async () => {
    const { url = '' } = await view();
    for (const path of ['/', '/nowhere', '/console/todo']) {
      const answer = await fetch(`${url}${path}`, { headers: { accept: 'text/html' } });
      expect(answer.headers.get('x-trial')).toBe('yunxi-trial-1');
      const page = await answer.text();
      expect(page).toContain('<title>【试运行】');
      expect(page).toContain('class="trial-band"');
    }
    const real = await site.nobody.send('GET', '/');
    expect(real.headers['x-trial']).toBeUndefined();
    expect(real.body).not.toContain('trial-band');
    const figures = await (await fetch(`${url}/metrics`)).text();
    expect(figures).toContain('trial="yunxi-trial-1"');
  });

  it('has the county’s accounts under a password that opens no real one', async () => {
    const sheet = (await admin.send('GET', '/api/trial/accounts')).json<TrialAccounts>();
    const cookie = await logIn(sheet.url, 'lu.qinghe', sheet.password);
    expect(cookie).toMatch(/^yichuang-trial-staff=/);
    const inside = await fetch(`${sheet.url}/api/me`, { headers: { cookie } });
    expect(await inside.json()).toMatchObject({ staff: { name: '陆清和' } });
    const body = { loginName: 'lu.qinghe', password: sheet.password };
    expect((await site.nobody.send('POST', '/api/auth/staff', body)).statusCode).toBe(401);
  });

  it('takes no log-in of the county, and the county takes none of the trial', async () => {
    const sheet = (await admin.send('GET', '/api/trial/accounts')).json<TrialAccounts>();
    const trialToken = (await logIn(sheet.url, 'admin', sheet.password)).split('=')[1] ?? '';
    const account = await site.database.db.query<{ id: string; person_id: string }>(
      `SELECT id, person_id FROM account WHERE tenant_id = 'yunxi' AND login_name = 'admin'`,
    );
    const { id, person_id: personId } = account[0] ?? { id: '', person_id: '' };
    const realToken = await site.parts.people.sessions.start(
      { kind: 'staff', personId, accountId: id },
      { ip: '127.0.0.1', userAgent: 'test' },
    );
    for (const name of ['yichuang-staff', 'yichuang-trial-staff']) {
      const cookie = `${name}=${realToken}`;
      expect((await fetch(`${sheet.url}/api/trial`, { headers: { cookie } })).status).toBe(401);
      const asked = { method: 'GET', url: '/api/trial' } as const;
      const headers = { cookie: `${name}=${trialToken}` };
      expect((await site.app.inject({ ...asked, headers })).statusCode).toBe(401);
    }
  });

  it('moves its own clock and leaves the county’s alone', async () => {
    const before = await view();
    expect(await act('clock', { workingDays: 3 })).toBe(200);
    const after = await view();
    expect(Date.parse(after.now ?? '') - Date.parse(before.now ?? '')).toBeGreaterThan(86_400_000);
    const real = (await site.nobody.send('GET', '/api/demo/clock')).json<{ now: string }>();
    expect(Date.parse(real.now)).toBeLessThan(Date.parse(after.now ?? ''));
    const none = await admin.send('POST', '/api/trial/clock', { until: 'red' });
    expect(none.json()).toMatchObject({ code: 'trial-nothing-ahead' });
  });

  it('is reset by the word: another tenant at the same address, the last one purged', async () => {
    const { url = '' } = await view();
    const wrong = await admin.send('POST', '/api/trial/reset', { word: 'yes' });
    expect(wrong.json()).toMatchObject({ code: 'trial-word-wrong' });
    expect(await act('reset', { word: '重置' })).toBe(202);
    expect(await view()).toMatchObject({ state: 'running', generation: 2, toPurge: 0, url });
    expect((await fetch(`${url}/`)).headers.get('x-trial')).toBe('yunxi-trial-2');
    const tenants = await site.database.db.query<{ id: string }>('SELECT id FROM tenant');
    expect(tenants.map(({ id }) => id).toSorted()).toEqual(['yunxi', 'yunxi-trial-2']);
  });

  it('can be reset from within, and comes back after a stop as it was', async () => {
    const sheet = (await admin.send('GET', '/api/trial/accounts')).json<TrialAccounts>();
    const cookie = await logIn(sheet.url, 'admin', sheet.password);
    const inside = await fetch(`${sheet.url}/api/trial`, { headers: { cookie } });
    expect(await inside.json()).toMatchObject({ isInside: true, generation: 2 });
    const answer = await fetch(`${sheet.url}/api/trial/reset`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ word: '重置' }),
    });
    expect(answer.status).toBe(202);
    await site.trial.settled();
    expect(await view()).toMatchObject({ state: 'running', generation: 3 });
    expect(await act('clock', { workingDays: 5 })).toBe(200);
    const { now = '' } = await view();
    expect(await act('stop')).toBe(202);
    expect((await view()).state).toBe('off');
    await expect(fetch(sheet.url)).rejects.toThrow('fetch failed');
    expect(await act('start')).toBe(202);
    expect(Date.parse((await view()).now ?? '')).toBeGreaterThanOrEqual(Date.parse(now));
  });

  it('takes over what the county’s people have drawn: published versions and drafts', async () => {
    const designer = await site.staff('gao.ya');
    const licence = smallLicence('901');
    const { code } = licence;
    const today = civilDate(site.parts.clock.now());
    await publish(designer, await drawnItem(designer, licence), today);
    const draft = await designer.send('POST', '/api/designer/drafts', { from: { itemCode: code } });
    expect(draft.statusCode).toBe(201);
    expect(await act('reset', { word: '重置' })).toBe(202);
    const sheet = (await admin.send('GET', '/api/trial/accounts')).json<TrialAccounts>();
    const item = await fetch(`${sheet.url}/api/items/${code}`);
    expect(await item.json()).toMatchObject({ code, version: 1 });
    const cookie = await logIn(sheet.url, 'gao.ya', sheet.password);
    const drafts = await fetch(`${sheet.url}/api/designer`, { headers: { cookie } });
    expect(JSON.stringify(await drafts.json())).toContain(code);
  });

  it('says that it failed when its port is taken, and the county goes on', async () => {
    const { url = '' } = await view();
    const config = { ...site.parts.config, trialPort: Number(new URL(url).port) };
    const told: string[] = [];
    const onError = (error: unknown, where: string) => told.push(`${where}: ${String(error)}`);
    const input = { ...site.parts.input, onError: (e: unknown, at: string) => void onError(e, at) };
    const second = hostTrial({ ...site.parts, config, input });
    expect((await second.start()).ok).toBe(true);
    await second.settled();
    expect((await second.view()).state).toBe('failed');
    expect(told.join()).toContain('EADDRINUSE');
    expect((await site.nobody.send('GET', '/')).statusCode).toBe(200);
    expect((await view()).state).toBe('running');
  });
});
