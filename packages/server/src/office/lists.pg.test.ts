import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BatchResult, CaseView, ListCounts, TaskPage } from '@yichuang/contracts';
import { openTestSite, type TestCaller, type TestSite } from '../assembly/testing-site.ts';

let site: TestSite;
let clerk: TestCaller;
let head: TestCaller;
let office: TestCaller;
let finance: TestCaller;

beforeAll(async () => {
  site = await openTestSite();
  clerk = await site.staff('li.qinghe');
  head = await site.staff('qiao.mingyuan');
  office = await site.staff('xu.jinglan');
  finance = await site.staff('jin.suanpan');
});
afterAll(() => site[Symbol.asyncDispose]());

async function started(by: TestCaller, reason: string): Promise<string> {
  const form = { kind: 'personal', fromOn: '2026-11-23', toOn: '2026-11-23', reason };
  const body = { itemCode: 'office-leave', form: { ...form, fromHalf: 'am', toHalf: 'pm' } };
  const answer = await by.send('POST', '/api/office/cases', body);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json().caseId;
}

async function rowsOf(by: TestCaller, list: string, query = ''): Promise<TaskPage['rows']> {
  const answer = await by.send('GET', `/api/tasks?list=${list}${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json().rows;
}

async function counts(by: TestCaller): Promise<ListCounts> {
  return (await by.send('GET', '/api/tasks/counts')).json();
}

async function taskOf(by: TestCaller, caseId: string): Promise<string> {
  const view: CaseView = (await by.send('GET', `/api/cases/${caseId}`)).json();
  return view.tasks.find((task) => task.isMine)?.taskId ?? 'none';
}

async function act(by: TestCaller, caseId: string, command: object): Promise<void> {
  const answer = await by.send('POST', `/api/cases/${caseId}/commands`, command);
  expect(answer.statusCode, answer.body).toBe(200);
}

async function approve(by: TestCaller, caseId: string): Promise<void> {
  await act(by, caseId, {
    type: 'ApproveTask',
    taskId: await taskOf(by, caseId),
    opinion: '同意',
  });
}

describe('the list of what is to do', () => {
  it('says whose it is and what is asked, and puts first who came first', async () => {
    const first = await started(clerk, '第一');
    const second = await started(clerk, '第二');
    const rows = (await rowsOf(head, 'todo')).filter(({ title }) => title !== undefined);
    expect(rows.map(({ caseId }) => caseId)).toEqual([first, second]);
    expect(rows[0]).toMatchObject({
      title: '李青禾的请假申请 1 天',
      line: '事假 · 11月23日 · 第一',
      isRead: false,
    });
    await approve(head, first);
    await approve(head, second);
  });

  it('goes on where a page ended, without a gap or a repetition', async () => {
    const all = [];
    for (const reason of ['一', '二', '三', '四', '五']) all.push(await started(clerk, reason));
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 5; page += 1) {
      const answer = await head.send('GET', `/api/tasks?list=todo&limit=2${cursor}`);
      const { rows, nextCursor }: TaskPage = answer.json();
      seen.push(...rows.map(({ caseId }) => caseId));
      if (nextCursor === undefined) break;
      cursor = `&cursor=${nextCursor}`;
    }
    expect(seen).toEqual(all);
    for (const caseId of all) await approve(head, caseId);
  });
});

describe('the lists of one approval', () => {
  it('move it from hand to hand: started, to do, done, to read, read', async () => {
    const before = await counts(clerk);
    const caseId = await started(clerk, '家中有事');
    const isIn = async (by: TestCaller, list: string): Promise<boolean> =>
      (await rowsOf(by, list)).some((row) => row.caseId === caseId);
    expect(await isIn(clerk, 'started')).toBe(true);
    expect((await counts(clerk)).started).toBe(before.started + 1);
    expect(await isIn(clerk, 'done')).toBe(false);
    expect(await isIn(head, 'todo')).toBe(true);
    const [mine] = await rowsOf(clerk, 'started');
    expect(mine).toMatchObject({ caseId, others: ['乔明远'] });

    await approve(head, caseId);
    expect([await isIn(head, 'todo'), await isIn(head, 'done')]).toEqual([false, true]);
    expect((await counts(clerk)).started).toBe(before.started);
    expect((await rowsOf(clerk, 'started'))[0]).toMatchObject({ caseId, outcome: 'granted' });

    expect((await counts(office)).toread).toBeGreaterThan(0);
    const [copy] = (await rowsOf(office, 'toread')).filter((row) => row.caseId === caseId);
    expect(copy).toMatchObject({ isRead: false, title: '李青禾的请假申请 1 天' });
    await act(office, caseId, { type: 'ReadCopy', readingId: copy?.readingId, opinion: '已登记' });
    expect([await isIn(office, 'toread'), await isIn(office, 'read')]).toEqual([false, true]);
  });

  it('name a case once among the done, with the last act', async () => {
    const caseId = await started(clerk, '改一次');
    const taskId = await taskOf(head, caseId);
    const back = { toStep: 'filing', then: 'walk-again', reason: '请写明交接人' };
    await act(head, caseId, { type: 'ReturnTask', taskId, ...back });
    expect((await rowsOf(clerk, 'todo')).map((row) => row.caseId)).toContain(caseId);
    const again = await taskOf(clerk, caseId);
    const form = { handover: '周牧野' };
    await act(clerk, caseId, {
      type: 'ResubmitCase',
      taskId: again,
      form,
      materials: [],
      opinion: '',
    });
    const story: CaseView = (await clerk.send('GET', `/api/cases/${caseId}`)).json();
    expect(story.timeline.filter(({ type }) => type === 'TaskDecided')).toMatchObject([
      { text: '修改后重新提交', by: '李青禾' },
    ]);
    await approve(head, caseId);
    const done = (await rowsOf(head, 'done')).filter((row) => row.caseId === caseId);
    expect(done).toHaveLength(1);
  });

  it('follow what somebody keeps an eye on, and only what may be seen', async () => {
    const caseId = await started(clerk, '关注');
    const url = `/api/cases/${caseId}/follow`;
    expect((await head.send('PUT', url)).json()).toEqual({ isFollowed: true });
    expect((await head.send('GET', url)).json()).toEqual({ isFollowed: true });
    expect((await rowsOf(head, 'followed')).map((row) => row.caseId)).toEqual([caseId]);
    expect((await counts(head)).followed).toBe(1);
    expect((await head.send('DELETE', url)).json()).toEqual({ isFollowed: false });
    expect(await rowsOf(head, 'followed')).toEqual([]);
    expect((await finance.send('PUT', url)).statusCode).toBe(404);
    await approve(head, caseId);
  });
});

describe('many approvals at once', () => {
  it('each decide for themselves; what one is refused keeps none of the others', async () => {
    const ids = [
      await started(clerk, '甲'),
      await started(clerk, '乙'),
      await started(clerk, '丙'),
    ];
    const acts = await Promise.all(
      ids.map(async (caseId) => ({
        caseId,
        command: { type: 'ApproveTask', taskId: await taskOf(head, caseId), opinion: '同意' },
      })),
    );
    await act(head, ids[1] ?? '', { ...acts[1]?.command, opinion: '先批这一件' });
    const answer = await head.send('POST', '/api/cases/batch', { acts });
    expect(answer.statusCode, answer.body).toBe(200);
    const { results }: BatchResult = answer.json();
    expect(results.map(({ caseId, ok }) => [caseId, ok])).toEqual([
      [ids[0], true],
      [ids[1], false],
      [ids[2], true],
    ]);
    expect(results[1]?.refusals?.[0]).toMatchObject({ code: expect.any(String) });
    expect(results[1]?.refusals?.[0]?.text).not.toBe('');
  });

  it('leave out what needs words of its own', async () => {
    const form = { kind: 'equipment', what: '服务器', amount: 60_000, reason: '机房更新' };
    const body = { itemCode: 'office-purchase', form: { ...form, method: 'tender' } };
    const filed = await clerk.send('POST', '/api/office/cases', body);
    const { caseId } = filed.json();
    await approve(head, caseId);
    await approve(finance, caseId);
    await approve(office, caseId);
    await approve(await site.staff('he.zhengyang'), caseId);
    const leader = await site.staff('fang.jingxian');
    const taskId = await taskOf(leader, caseId);
    const command = { type: 'ApproveTask', taskId, opinion: '同意' };
    const answer = await leader.send('POST', '/api/cases/batch', { acts: [{ caseId, command }] });
    const { results }: BatchResult = answer.json();
    expect(results[0]).toMatchObject({ ok: false, refusals: [{ code: 'not-in-batch' }] });
    await act(leader, caseId, { ...command, opinion: '同意，按公开招标办理' });
  });

  it('are at most fifty, and at least one', async () => {
    const one = {
      caseId: randomUUID(),
      command: { type: 'ApproveTask', taskId: 'x', opinion: '' },
    };
    const send = async (acts: object[]) =>
      (await head.send('POST', '/api/cases/batch', { acts })).statusCode;
    expect(await send(Array.from({ length: 51 }, () => one))).toBe(400);
    expect(await send([])).toBe(400);
  });
});
