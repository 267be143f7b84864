import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CaseView,
  HandOverReport,
  HoldingsView,
  OfficeReceipt,
  TaskPage,
} from '@yichuang/contracts';
import { readJournal } from '../ledger/index.ts';
import type { Session } from '../platform/http/index.ts';
import { openTestSite, type TestCaller, type TestSite } from '../assembly/testing-site.ts';
import { listHeldTasks } from './holdings.pg.ts';
import { passOn } from './pass-on.ts';

let site: TestSite;
let clerk: TestCaller;
/** Qiao Mingyuan, head of the section, is leaving. */
let head: TestCaller;
/** Ning Bo, head of the next section, passes a task on to Qiao. */
let neighbour: TestCaller;
/** Tan Yaqin takes over. */
let successor: TestCaller;
/** Qin Yue, who administers cases. */
let manager: TestCaller;

beforeAll(async () => {
  site = await openTestSite();
  clerk = await site.staff('li.qinghe');
  head = await site.staff('qiao.mingyuan');
  neighbour = await site.staff('ning.bo');
  successor = await site.staff('tan.yaqin');
  manager = await site.staff('qin.yue');
});
afterAll(() => site[Symbol.asyncDispose]());

const managing: Session = {
  id: 'hand-over',
  tenantId: '',
  kind: 'staff',
  personId: '',
  name: '秦越',
  posts: [],
  mustChangePassword: false,
};

async function leaveFiled(by = clerk): Promise<string> {
  const answer = await by.send('POST', '/api/office/cases', {
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
  return (answer.json() as OfficeReceipt).caseId;
}

async function taskOf(by: TestCaller, caseId: string): Promise<string> {
  const view: CaseView = (await by.send('GET', `/api/cases/${caseId}`)).json();
  return view.tasks[0]?.taskId ?? '';
}

async function command(by: TestCaller, caseId: string, body: object) {
  const answer = await by.send('POST', `/api/cases/${caseId}/commands`, body);
  expect(answer.statusCode, answer.body).toBe(200);
}

const url = (personId: string, what: string) => `/api/staff/${personId}/${what}`;

async function holdings(by: TestCaller, personId: string): Promise<HoldingsView> {
  const answer = await by.send('GET', url(personId, 'holdings'));
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

describe('handing over', () => {
  it('is for who has the right over that office', async () => {
    const answer = await clerk.send('GET', url(head.personId, 'holdings'));
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'right-not-held']);
  });

  it('names all that somebody holds and does not close the account before it is gone', async () => {
    const passedOn = await leaveFiled(await site.staff('lin.xiaoman'));
    const taskId = await taskOf(neighbour, passedOn);
    const to = { personId: head.personId, name: 'whatever the client says' };
    await command(neighbour, passedOn, { type: 'TransferTask', taskId, to, reason: '请代为审核' });
    const later = { from: site.parts.clock.now(), until: '2026-12-30T00:00:00.000Z' };
    const proxy = { deputyId: successor.personId, includesCurrent: true, reason: '', ...later };
    expect((await head.send('POST', '/api/proxies', proxy)).statusCode).toBe(201);

    const held = await holdings(manager, head.personId);
    expect(held).toMatchObject({
      person: { name: '乔明远' },
      tasks: [{ caseId: passedOn, taskId, stepName: '科室负责人审批' }],
      posts: [{ name: '施工管理科负责人', others: [] }],
      proxies: [{ deputy: { name: '谭雅琴' } }],
      canClose: false,
    });
    const closed = await manager.send('POST', url(head.personId, 'close'));
    expect([closed.statusCode, closed.json().code]).toEqual([409, 'account-holds-work']);
    expect(closed.json().params).toEqual({ tasks: 1, posts: 1, proxies: 1 });
  });

  it('refuses to hand over to the same person, or to nobody', async () => {
    const order = { reason: '调离', postIds: [] };
    const self = { ...order, toPersonId: head.personId };
    const own = await manager.send('POST', url(head.personId, 'hand-over'), self);
    expect(own.json().code).toBe('hand-over-to-self');
    const none = { ...order, toPersonId: '00000000-0000-4000-8000-000000000000' };
    const nobody = await manager.send('POST', url(head.personId, 'hand-over'), none);
    expect([nobody.statusCode, nobody.json().code]).toEqual([422, 'person-unknown']);
  });

  it('takes no supervisor’s post, nor closes their account, whoever would get it', async () => {
    const supervisor = await site.staff('ren.gangzheng');
    const colleague = await site.staff('cui.ming');
    const administrator = await site.staff('admin');
    const code = async (what: string, body?: object) =>
      (await administrator.send('POST', url(supervisor.personId, what), body)).json().code;
    const order = { reason: '调离', postIds: ['supervisor'] };
    for (const { personId } of [successor, colleague]) {
      const given = await code('hand-over', { ...order, toPersonId: personId });
      expect(given).toBe('hand-over-of-supervision');
    }
    expect(await code('close')).toBe('hand-over-of-supervision');
    expect((await supervisor.send('GET', '/api/me/sessions')).statusCode).toBe(200);
    expect((await holdings(administrator, supervisor.personId)).posts).toHaveLength(1);
    // Nor does a supervisor get a post of what they watch over.
    const { posts } = await holdings(administrator, successor.personId);
    const mixed = await administrator.send('POST', url(successor.personId, 'hand-over'), {
      reason: '调离',
      toPersonId: colleague.personId,
      postIds: posts.map(({ postId }) => postId),
    });
    expect([posts.length > 0, mixed.json().code]).toEqual([true, 'hand-over-of-supervision']);
  });

  it('passes what a supervisor works on to another supervisor alone', async () => {
    const supervisor = await site.staff('ren.gangzheng');
    const colleague = await site.staff('cui.ming');
    const administrator = await site.staff('admin');
    const proxy = { deputyId: colleague.personId, includesCurrent: true, reason: '出差' };
    const from = site.parts.clock.now();
    const span = { from, until: '2026-12-30T00:00:00.000Z' };
    const set = await supervisor.send('POST', '/api/proxies', { ...proxy, ...span });
    expect(set.statusCode, set.body).toBe(201);
    const give = (toPersonId: string) =>
      administrator.send('POST', url(supervisor.personId, 'hand-over'), {
        toPersonId,
        reason: '调离',
        postIds: [],
      });
    expect((await give(successor.personId)).json().code).toBe('hand-over-of-supervision');
    const answer = await give(colleague.personId);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json<HandOverReport>().holdings).toMatchObject({
      posts: [{ postId: 'supervisor' }],
      proxies: [{ status: 'running' }],
    });
    await supervisor.send('POST', `/api/proxies/${set.json().proxyId}/end`);
  });

  it('does a bounded number of acts in one request and says how many are left', async () => {
    const xiaoman = await site.staff('lin.xiaoman');
    const from = await site.staff('cui.ming');
    for (const caseId of [await leaveFiled(xiaoman), await leaveFiled(xiaoman)]) {
      const to = { personId: from.personId, name: '' };
      const taskId = await taskOf(neighbour, caseId);
      await command(neighbour, caseId, { type: 'TransferTask', taskId, to, reason: '请代' });
    }
    const { deps, cases } = site.parts;
    const held = () => listHeldTasks(deps.db, deps.tenantId, from.personId);
    const session = { ...managing, personId: manager.personId, tenantId: deps.tenantId };
    const to = { personId: neighbour.personId, name: '宁波' };
    const order = { session, to, reason: '调离', copies: [] };
    const round = async () =>
      passOn({ ...deps, cases, mostAtOnce: 1 }, { ...order, tasks: await held() });
    expect(await round()).toEqual({ handedOver: 1, failed: [], left: 1 });
    expect(await held()).toHaveLength(1);
    expect(await round()).toEqual({ handedOver: 1, failed: [], left: 0 });
    expect(await held()).toEqual([]);
  });

  it('leaves nothing for a further request where nothing could be done in this one', async () => {
    const { deps, cases } = site.parts;
    const caseId = await leaveFiled();
    const gone = { number: '', itemName: '', stepName: '', since: '' };
    const tasks = ['t1', 't2'].map((taskId) => ({ ...gone, caseId, taskId: `no ${taskId}` }));
    const session = { ...managing, personId: manager.personId, tenantId: deps.tenantId };
    const to = { personId: neighbour.personId, name: '宁波' };
    const order = { session, to, reason: '调离', copies: [], tasks };
    const round = await passOn({ ...deps, cases, mostAtOnce: 1 }, order);
    expect(round).toMatchObject({ handedOver: 0, left: 0, failed: [{ task: tasks[0] }] });
  });

  it('passes on tasks, posts, copies; ends proxies, keeps names; the account closes', async () => {
    const waiting = await leaveFiled();
    const told = await leaveFiled();
    const taskOfTold = await taskOf(head, told);
    const pass = {
      taskId: taskOfTold,
      to: { personId: neighbour.personId, name: '' },
      reason: '请代',
    };
    await command(head, told, { type: 'TransferTask', ...pass });
    const copied = {
      to: [{ personId: head.personId, name: '' }],
      note: '请阅',
      isForOpinion: false,
    };
    const strangers = { ...copied, to: [...copied.to, { personId: 'nobody', name: '乔明远' }] };
    const body = { type: 'CopyCase', ...strangers };
    const unknown = await neighbour.send('POST', `/api/cases/${told}/commands`, body);
    expect([unknown.statusCode, unknown.json().code]).toEqual([422, 'person-unknown']);
    await command(neighbour, told, { type: 'CopyCase', ...copied });
    const before = await holdings(manager, head.personId);
    const order = {
      toPersonId: successor.personId,
      reason: '调离',
      postIds: before.posts.map(({ postId }) => postId),
    };
    const answer = await manager.send('POST', url(head.personId, 'hand-over'), order);
    expect(answer.statusCode, answer.body).toBe(200);
    const report: HandOverReport = answer.json();
    expect(report).toMatchObject({ handedOver: 1, left: 0, failed: [] });
    expect(report.holdings).toMatchObject({ tasks: [], proxies: [], canClose: true });
    const { db, tenantId } = site.parts.deps;
    const [entry] = await readJournal(db, tenantId, 'people:posts');
    expect(entry?.data).toMatchObject({ to: successor.personId, postIds: order.postIds });

    expect(before.copies).toBe(1);
    const toRead: TaskPage = (await successor.send('GET', '/api/tasks?list=toread')).json();
    expect(toRead.rows.map((row) => row.caseId)).toContain(told);

    const page: TaskPage = (await successor.send('GET', '/api/tasks?list=todo')).json();
    const mine = page.rows.map(({ caseId }) => caseId);
    expect(mine).toContain(waiting);
    const passedOn = before.tasks[0]?.caseId ?? '';
    expect(mine).toContain(passedOn);
    const view: CaseView = (await successor.send('GET', `/api/cases/${passedOn}`)).json();
    expect(view.signings[0]?.signers[0]?.passedOn).toMatchObject([
      { to: '乔明远', reason: '请代为审核' },
      { from: '乔明远', to: '谭雅琴', reason: '调离' },
    ]);
    const taskId = await taskOf(successor, passedOn);
    await command(successor, passedOn, { type: 'ApproveTask', taskId, opinion: '同意' });

    const closed = await manager.send('POST', url(head.personId, 'close'));
    expect(closed.statusCode, closed.body).toBe(200);
    expect((await head.send('GET', '/api/tasks')).statusCode).toBe(401);
    const left = await db.query(
      `SELECT 1 FROM session s JOIN account a ON a.id = s.account_id
       WHERE a.person_id = $1 AND s.revoked_at IS NULL`,
      [head.personId],
    );
    expect(left).toEqual([]);
    const noted = (await readJournal(db, tenantId, 'accounts')).at(-1);
    expect(noted).toMatchObject({
      type: 'AccountDisabled',
      actor: { personId: manager.personId },
      data: { login: 'qiao.mingyuan', postIds: [] },
    });
  });
});

describe('whoever was disabled first', () => {
  it('is found by who hands over, with posts and tasks, and takes nothing over', async () => {
    const leaving = await site.staff('lin.xiaoman');
    const caseId = await leaveFiled(leaving);
    const taskId = await taskOf(neighbour, caseId);
    const to = { personId: successor.personId, name: '' };
    await command(neighbour, caseId, { type: 'TransferTask', taskId, to, reason: '请代' });
    const { accounts } = site.parts;
    const shut = await accounts.setDisabled({ kind: 'operator' }, to, true);
    expect(shut.ok).toBe(true);
    const found = async (by: TestCaller, query: string) =>
      (await by.send('GET', `/api/staff?q=${encodeURIComponent('谭雅琴')}${query}`)).json();
    expect(await found(manager, '')).toEqual([]);
    expect(await found(clerk, '&leaving=1')).toEqual([]);
    expect(await found(manager, '&leaving=1')).toMatchObject([{ isDisabled: true }]);

    const held = await holdings(manager, to.personId);
    expect(held.tasks.map((task) => task.caseId)).toContain(caseId);
    expect(held.posts.length).toBeGreaterThan(0);
    const order = { reason: '调离', postIds: held.posts.map(({ postId }) => postId) };
    const give = (from: string, toPersonId: string) =>
      manager.send('POST', url(from, 'hand-over'), { ...order, toPersonId });
    const back = await give(leaving.personId, to.personId);
    expect(back.json().code).toBe('person-unknown');
    const done = await give(to.personId, leaving.personId);
    expect(done.statusCode, done.body).toBe(200);
    const report = done.json<HandOverReport>();
    // The applicant of the leave cannot decide on it: that one task stays, and is named.
    expect(report.failed.map((each) => each.caseId)).toEqual([caseId]);
    expect(report.holdings.posts).toEqual([]);
    await accounts.setDisabled({ kind: 'operator' }, to, false);
  });
});

describe('applications that a clerk is taking down', () => {
  it('go to who takes over', async () => {
    const leaving = await site.staff('lu.qinghe');
    const colleague = await site.staff('su.wan');
    const { items } = site.parts.input.pack;
    const online = items.find((item) => item.isOnline && item.lifecycle !== 'internal');
    const made = await leaving.send('POST', '/api/counter/drafts', { itemCode: online?.code });
    expect(made.statusCode, made.body).toBe(201);
    expect((await holdings(manager, leaving.personId)).drafts).toBe(1);
    const order = { toPersonId: colleague.personId, reason: '调离', postIds: [] };
    const done = await manager.send('POST', url(leaving.personId, 'hand-over'), order);
    expect(done.statusCode, done.body).toBe(200);
    const drafts = (await colleague.send('GET', '/api/counter/drafts')).json<
      { draftId: string }[]
    >();
    expect(drafts.map(({ draftId }) => draftId)).toEqual([
      made.json<{ draftId: string }>().draftId,
    ]);
  });
});
