import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type {
  CaseView,
  OfficeReceipt,
  ProxyView,
  StaffPerson,
  TaskPage,
} from '@yichuang/contracts';
import { addMs, type Instant } from '@yichuang/kernel/time';
import { readJournal } from '../ledger/index.ts';
import { putPostHolder } from '../people/index.ts';
import { openTestSite, type TestCaller, type TestSite } from '../assembly/testing-site.ts';

const DAY_MS = 86_400_000;

let site: TestSite;
let clerk: TestCaller;
/** Qiao Mingyuan, head of the clerk's section. */
let head: TestCaller;
/** Ning Bo, head of another section: stands in for Qiao. */
let deputy: TestCaller;
/** Xu Jinglan, secretary of the bureau's office. */
let secretary: TestCaller;

beforeAll(async () => {
  site = await openTestSite();
  clerk = await site.staff('li.qinghe');
  head = await site.staff('qiao.mingyuan');
  deputy = await site.staff('ning.bo');
  secretary = await site.staff('xu.jinglan');
});
afterAll(() => site[Symbol.asyncDispose]());

/** A test that fails must not leave its deputies to the next. */
afterEach(async () => {
  await site.database.db.query('UPDATE proxy SET ended_at = from_at WHERE ended_at IS NULL');
  site.parts.proxiesDeps.book.forget();
});

const now = (): Instant => site.parts.clock.now();
const week = () => ({ from: now(), until: addMs(now(), 7 * DAY_MS) });

async function leaveFiled(): Promise<OfficeReceipt> {
  const answer = await clerk.send('POST', '/api/office/cases', {
    itemCode: 'office-leave',
    form: {
      kind: 'personal',
      fromOn: '2026-11-23',
      toOn: '2026-11-23',
      fromHalf: 'am',
      toHalf: 'pm',
      reason: '家中有事',
    },
  });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}

async function set(by: TestCaller, body: object) {
  return by.send('POST', '/api/proxies', {
    includesCurrent: true,
    reason: '出差',
    ...week(),
    ...body,
  });
}

async function todo(by: TestCaller): Promise<TaskPage['rows']> {
  const page: TaskPage = (await by.send('GET', '/api/tasks?list=todo')).json();
  return page.rows;
}

async function approve(by: TestCaller, caseId: string) {
  const seen = await by.send('GET', `/api/cases/${caseId}`);
  if (seen.statusCode !== 200) return seen;
  const task = (seen.json() as CaseView).tasks[0];
  return by.send('POST', `/api/cases/${caseId}/commands`, {
    type: 'ApproveTask',
    taskId: task?.taskId,
    opinion: '同意',
  });
}

async function ended(by: TestCaller, proxyId: string): Promise<void> {
  const answer = await by.send('POST', `/api/proxies/${proxyId}/end`);
  expect(answer.statusCode, answer.body).toBe(200);
}

describe('who may set a proxy', () => {
  it('oneself, a secretary of the office, an administrator; nobody else', async () => {
    const stranger = await site.staff('ye.xiaotong');
    const refused = await set(stranger, {
      principalId: head.personId,
      deputyId: deputy.personId,
    });
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'proxy-not-yours']);
    for (const by of [head, secretary, await site.staff('admin')]) {
      const answer = await set(by, { principalId: head.personId, deputyId: deputy.personId });
      expect(answer.statusCode, answer.body).toBe(201);
      const proxy: ProxyView = answer.json();
      expect(proxy).toMatchObject({
        principal: { name: '乔明远' },
        deputy: { name: '宁波涛' },
        status: 'running',
        canEnd: true,
      });
      await ended(by, proxy.proxyId);
    }
  });

  it('not for oneself, not in a circle, not twice at once, not backwards', async () => {
    const own = await set(head, { deputyId: head.personId });
    expect(own.json().code).toBe('proxy-is-yourself');
    const first: ProxyView = (await set(head, { deputyId: deputy.personId })).json();
    const circle = await set(deputy, { deputyId: head.personId });
    expect([circle.statusCode, circle.json().code]).toEqual([409, 'proxy-cycle']);
    const twice = await set(head, { deputyId: clerk.personId });
    expect([twice.statusCode, twice.json().code]).toEqual([409, 'proxy-overlaps']);
    const backwards = await set(deputy, { deputyId: clerk.personId, until: addMs(now(), -1) });
    expect([backwards.statusCode, backwards.json().code]).toEqual([422, 'proxy-period-wrong']);
    await ended(head, first.proxyId);
  });

  it('one of two who name each other in the same instant', async () => {
    const [a, b] = await Promise.all([
      set(head, { deputyId: deputy.personId }),
      set(deputy, { deputyId: head.personId }),
    ]);
    expect([a.statusCode, b.statusCode].toSorted()).toEqual([201, 409]);
    const won = [a, b].find(({ statusCode }) => statusCode === 201)?.json() as ProxyView;
    await ended(a.statusCode === 201 ? head : deputy, won.proxyId);
  });
});

describe('a deputy', () => {
  it('sees and does what the principal would, and the story names both', async () => {
    const { caseId } = await leaveFiled();
    expect((await approve(deputy, caseId)).statusCode).toBe(404);
    const proxy: ProxyView = (
      await set(secretary, { principalId: head.personId, deputyId: deputy.personId })
    ).json();
    const row = (await todo(deputy)).find((each) => each.caseId === caseId);
    expect(row).toMatchObject({ onBehalfOf: '乔明远' });
    const [away] = (await clerk.send('GET', `/api/staff?q=${encodeURIComponent('乔明远')}`)).json<
      StaffPerson[]
    >();
    expect(away).toMatchObject({ name: '乔明远', deputyName: '宁波涛' });
    const inTheirPlace: TaskPage = (
      await deputy.send('GET', `/api/tasks?onBehalfOf=${encodeURIComponent('乔明远')}`)
    ).json();
    expect(inTheirPlace.rows.every(({ onBehalfOf }) => onBehalfOf === '乔明远')).toBe(true);
    expect(inTheirPlace.rows.map((each) => each.caseId)).toContain(caseId);
    const nobodys = await deputy.send('GET', '/api/tasks?onBehalfOf=nobody');
    expect(nobodys.json().rows).toEqual([]);
    const done = await approve(deputy, caseId);
    expect(done.statusCode, done.body).toBe(200);
    const seen: CaseView = (await head.send('GET', `/api/cases/${caseId}`)).json();
    expect(seen.timeline.map(({ by }) => by)).toContain('乔明远（宁波涛代）');
    // The principal, back at the desk, finds it among what is done.
    const page: TaskPage = (await head.send('GET', '/api/tasks?list=done')).json();
    expect(page.rows.map((each) => each.caseId)).toContain(caseId);
    await ended(secretary, proxy.proxyId);
  });

  it('has no right any more once the proxy has ended, also with the task still open', async () => {
    const { caseId } = await leaveFiled();
    const proxy: ProxyView = (await set(head, { deputyId: deputy.personId })).json();
    expect((await deputy.send('GET', `/api/cases/${caseId}`)).statusCode).toBe(200);
    await ended(deputy, proxy.proxyId);
    expect((await approve(deputy, caseId)).statusCode).toBe(404);
    expect((await todo(deputy)).map((each) => each.caseId)).not.toContain(caseId);
    expect((await approve(head, caseId)).statusCode).toBe(200);
  });

  it('of new tasks only does not get those that were open before', async () => {
    const before = await leaveFiled();
    const set1: ProxyView = (
      await set(head, { deputyId: deputy.personId, includesCurrent: false })
    ).json();
    const after = await leaveFiled();
    const seen = (await todo(deputy)).map((each) => each.caseId);
    expect(seen).toContain(after.caseId);
    expect(seen).not.toContain(before.caseId);
    expect((await approve(deputy, before.caseId)).statusCode).not.toBe(200);
    expect((await approve(deputy, after.caseId)).statusCode).toBe(200);
    await ended(head, set1.proxyId);
  });

  it('of some items sees and does nothing of the others', async () => {
    const { caseId } = await leaveFiled();
    const body = { deputyId: deputy.personId, itemCodes: ['office-trip'] };
    const proxy: ProxyView = (await set(head, body)).json();
    expect(proxy.items).toEqual([{ code: 'office-trip', name: '出差申请' }]);
    expect((await deputy.send('GET', `/api/cases/${caseId}`)).statusCode).toBe(404);
    expect((await approve(deputy, caseId)).statusCode).toBe(404);
    expect((await todo(deputy)).map((each) => each.caseId)).not.toContain(caseId);
    await ended(head, proxy.proxyId);
  });

  it('who asked for the leave does not agree to it in the head’s place', async () => {
    const { caseId } = await leaveFiled();
    const proxy: ProxyView = (await set(head, { deputyId: clerk.personId })).json();
    const answer = await approve(clerk, caseId);
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'proxy-is-applicant']);
    await ended(head, proxy.proxyId);
  });
});

describe('whoever holds a reserved post', () => {
  let puppets = 0;
  /** Made by the administrator, who knows its password. */
  const puppet = async (): Promise<string> => {
    const admin = await site.staff('admin');
    const loginName = `puppet.${(puppets += 1)}`;
    const wish = { loginName, name: '木偶', postIds: ['zj-construction-clerk'] };
    const made = await admin.send('POST', '/api/accounts', wish);
    expect(made.statusCode, made.body).toBe(201);
    return made.json<{ account: { personId: string } }>().account.personId;
  };

  it('has no deputy of an administrator’s choice, nor of a secretary’s', async () => {
    const admin = await site.staff('admin');
    const deputyId = await puppet();
    for (const login of ['ren.gangzheng', 'mi.zhuan', 'yan.ding']) {
      const { personId } = await site.staff(login);
      const answer = await set(admin, { principalId: personId, deputyId });
      expect([answer.statusCode, answer.json().code], login).toEqual([403, 'proxy-of-reserved']);
    }
  });

  it('sets their own, which an administrator does not end; both acts are journaled', async () => {
    const admin = await site.staff('admin');
    const supervisor = await site.staff('ren.gangzheng');
    const colleague = await site.staff('cui.ming');
    const proxy: ProxyView = (await set(supervisor, { deputyId: colleague.personId })).json();
    const refused = await admin.send('POST', `/api/proxies/${proxy.proxyId}/end`);
    expect([refused.statusCode, refused.json().code]).toEqual([404, 'proxy-unknown']);
    await ended(supervisor, proxy.proxyId);
    const { db, tenantId } = site.parts.deps;
    const entries = await readJournal(db, tenantId, 'people:proxies');
    const own = entries.filter(({ data }) => 'proxyId' in data && data.proxyId === proxy.proxyId);
    expect(own.map(({ type, actor }) => [type, actor.personId])).toEqual([
      ['ProxySet', supervisor.personId],
      ['ProxyEnded', supervisor.personId],
    ]);
    expect(own[0]?.data).toMatchObject({
      principalId: supervisor.personId,
      deputyId: colleague.personId,
    });
  });

  it('is rid of a deputy whom others chose before the appointment', async () => {
    const admin = await site.staff('admin');
    const { db, tenantId } = site.parts.deps;
    const [principalId, deputyId] = [await puppet(), await puppet()];
    expect((await set(admin, { principalId, deputyId })).statusCode).toBe(201);
    const { book } = site.parts.proxiesDeps;
    const grants = async () => {
      book.forget();
      return (await book.grantsOf(deputyId, now())).length;
    };
    expect(await grants()).toBe(1);
    const [account] = await db.query<{ id: string }>(
      'SELECT id FROM account WHERE person_id = $1',
      [principalId],
    );
    const post = { accountId: account?.id ?? '', postId: 'supervisor', fromOn: '2026-01-01' };
    await putPostHolder(db, tenantId, post);
    expect(await grants()).toBe(0);
  });
});
