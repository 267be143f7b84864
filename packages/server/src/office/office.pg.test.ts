import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CaseView,
  OfficeDraft,
  OfficeHome,
  OfficePreview,
  OfficeReceipt,
  OfficeStart,
} from '@yichuang/contracts';
import { openTestSite, type TestCaller, type TestSite } from '../assembly/testing-site.ts';

let site: TestSite;
let clerk: TestCaller;
let head: TestCaller;
let deputy: TestCaller;

beforeAll(async () => {
  site = await openTestSite();
  clerk = await site.staff('li.qinghe');
  head = await site.staff('qiao.mingyuan');
  deputy = await site.staff('he.zhengyang');
});
afterAll(() => site[Symbol.asyncDispose]());

const oneDay = { kind: 'personal', fromOn: '2026-11-23', toOn: '2026-11-23', reason: '家中有事' };
const leave = (form: object = {}) => ({
  itemCode: 'office-leave',
  form: { ...oneDay, fromHalf: 'am', toHalf: 'pm', ...form },
});

async function started(by: TestCaller, body: object): Promise<OfficeReceipt> {
  const answer = await by.send('POST', '/api/office/cases', body);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}

async function viewed(by: TestCaller, caseId: string): Promise<CaseView> {
  const answer = await by.send('GET', `/api/cases/${caseId}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

async function approve(by: TestCaller, caseId: string): Promise<void> {
  const { tasks } = await viewed(by, caseId);
  const mine = tasks.find((task) => task.isMine);
  if (mine === undefined) throw new Error('nothing to do here');
  const command = { type: 'ApproveTask', taskId: mine.taskId, opinion: '同意' };
  const answer = await by.send('POST', `/api/cases/${caseId}/commands`, command);
  expect(answer.statusCode, answer.body).toBe(200);
}

describe('what may be started', () => {
  it('is every approval of the pack, and as whom', async () => {
    const home: OfficeHome = (await clerk.send('GET', '/api/office/items')).json();
    expect(home.items.map((item) => item.code).toSorted()).toEqual([
      'office-assignment',
      'office-expense',
      'office-instruction',
      'office-leave',
      'office-liaison',
      'office-purchase',
      'office-trip',
    ]);
    expect(home.capacities).toMatchObject([{ orgName: '云溪县住房和城乡建设局施工管理科' }]);
  });

  it('is nothing for residents and strangers', async () => {
    const resident = await site.resident('19900000001');
    for (const caller of [resident, site.nobody]) {
      expect((await caller.send('GET', '/api/office/items')).statusCode).toBe(401);
      expect((await caller.send('POST', '/api/office/cases', leave())).statusCode).toBe(401);
    }
  });

  it('begins with what is known and offers the units that can be sent to', async () => {
    const begun = await clerk.send('GET', '/api/office/items/office-assignment/start');
    const start: OfficeStart = begun.json();
    expect(start.units['toOrg']).toContainEqual({
      id: 'yunxi/zjj/aqz',
      name: '云溪县建设工程安全监督站',
      parentName: '云溪县住房和城乡建设局',
    });
  });

  it('is told what would happen: days worked out, who gets it first, what is missing', async () => {
    const body = leave({ toOn: '2026-11-30', days: 99 });
    const preview: OfficePreview = (await clerk.send('POST', '/api/office/preview', body)).json();
    expect(preview).toEqual({
      form: { ...body.form, days: 6 },
      problems: [],
      next: [{ stepName: '科室负责人审批', holders: ['乔明远'] }],
      later: [{ stepName: '分管领导审批', holders: ['贺正阳'] }],
    });
    const empty = { itemCode: 'office-leave', form: { toOn: '2026-11-20' } };
    const lacking: OfficePreview = (await clerk.send('POST', '/api/office/preview', empty)).json();
    expect(lacking.problems.map(({ subject }) => subject)).toContain('fromOn');
    expect(lacking.next).toEqual([]);
  });
});

describe('a leave', () => {
  it('of one day ends with the head, and is shown as what it is', async () => {
    const receipt = await started(clerk, leave());
    expect(receipt).toMatchObject({
      title: '李青禾的请假申请 1 天',
      line: '事假 · 11月23日 · 家中有事',
      next: [{ stepName: '科室负责人审批', holders: ['乔明远'] }],
    });
    expect(await viewed(clerk, receipt.caseId)).toMatchObject({ phase: 'in-progress' });
    await approve(head, receipt.caseId);
    expect(await viewed(clerk, receipt.caseId)).toMatchObject({ phase: 'concluded' });
  });

  it('of more than three working days goes on to the deputy leader', async () => {
    const { caseId } = await started(clerk, leave({ toOn: '2026-11-27' }));
    await approve(head, caseId);
    expect((await viewed(clerk, caseId)).phase).toBe('in-progress');
    await approve(deputy, caseId);
    expect((await viewed(clerk, caseId)).phase).toBe('concluded');
  });

  it('of the head goes to the deputy leader at once: nobody agrees to their own', async () => {
    const receipt = await started(head, leave());
    expect(receipt.next.map(({ holders }) => holders)).toEqual([['贺正阳']]);
  });

  it('on a day off is refused: it would be no day', async () => {
    const body = leave({ fromOn: '2026-11-21', toOn: '2026-11-22' });
    const answer = await clerk.send('POST', '/api/office/cases', body);
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'form-incomplete']);
  });

  it('is nobody’s business but the applicant’s and those who have it', async () => {
    const { caseId } = await started(clerk, leave());
    const colleague = await site.staff('zhou.muye');
    const other = await site.staff('ning.bo');
    for (const caller of [colleague, other, deputy]) {
      expect((await caller.send('GET', `/api/cases/${caseId}`)).statusCode).toBe(404);
    }
    expect((await head.send('GET', `/api/cases/${caseId}`)).statusCode).toBe(200);
  });

  it('sent twice with one key is one case', async () => {
    const key = randomUUID();
    const cookie = await cookieOf(clerk);
    const send = () =>
      site.app.inject({
        method: 'POST',
        url: '/api/office/cases',
        headers: { cookie, 'idempotency-key': key },
        payload: leave(),
      });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map((answer) => answer.statusCode)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.json().number)).size).toBe(1);
  });
});

async function cookieOf(caller: TestCaller): Promise<string> {
  const origin = { ip: '127.0.0.1', userAgent: 'test' };
  const [row] = await site.database.db.query<{ id: string }>(
    'SELECT id FROM account WHERE person_id = $1',
    [caller.personId],
  );
  const token = await site.parts.people.sessions.start(
    { kind: 'staff', personId: caller.personId, accountId: row?.id ?? '' },
    origin,
  );
  const { cookieName } = await import('../platform/http/index.ts');
  return `${cookieName('staff', false)}=${token}`;
}

describe('a draft', () => {
  it('is kept, found again by its owner only, and gone once it was sent', async () => {
    const draftId = randomUUID();
    const url = `/api/office/drafts/${draftId}`;
    const saved = await clerk.send('PUT', url, leave({ toOn: '2026-11-24' }));
    expect(saved.statusCode, saved.body).toBe(200);
    const [listed]: OfficeDraft[] = (await clerk.send('GET', '/api/office/drafts')).json();
    expect(listed).toMatchObject({ draftId, title: '李青禾的请假申请 2 天' });
    expect((await head.send('GET', url)).statusCode).toBe(404);
    expect((await head.send('PUT', url, leave())).statusCode).toBe(409);
    await started(clerk, { ...leave(), draftId });
    expect((await clerk.send('GET', url)).statusCode).toBe(404);
  });

  it('may be thrown away', async () => {
    const url = `/api/office/drafts/${randomUUID()}`;
    await clerk.send('PUT', url, leave());
    expect((await clerk.send('DELETE', url)).statusCode).toBe(204);
    expect((await clerk.send('GET', url)).statusCode).toBe(404);
  });
});

describe('what is within the offices stays there', () => {
  it('no resident finds, reads or files an item of the offices', async () => {
    const resident = await site.resident('19900000001');
    const found = await resident.send('GET', `/api/items?q=${encodeURIComponent('请假申请')}`);
    expect(JSON.stringify(found.json())).not.toContain('office-leave');
    expect((await resident.send('GET', '/api/items/office-leave')).statusCode).toBe(404);
    expect((await clerk.send('GET', '/api/items/office-leave')).statusCode).toBe(200);
    const draft = await resident.send('POST', '/api/my/drafts', { itemCode: 'office-leave' });
    expect(draft.statusCode).toBe(409);
  });
});
