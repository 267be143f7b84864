import { randomUUID } from 'node:crypto';
import type { CaseOrders, CaseView, OrderCourse, OrderPage, OrderStart } from '@yichuang/contracts';
import { plainDate } from '@yichuang/kernel/time';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterForm, openLetterSite, type LetterSite } from '../assembly/testing-letters.ts';
import type { TestCaller } from '../assembly/testing-site.ts';
import { readJournal } from '../ledger/index.ts';
import { openOrder, orderFigures } from './index.ts';

let site: LetterSite;
let supervisor: TestCaller;
/** A second one, who verifies what the first one wrote. */
let other: TestCaller;
let head: TestCaller;
let leader: TestCaller;
/** Director of the housing bureau, the unit supervised. */
let director: TestCaller;
/** Its reception: has the letter, and nothing of the order. */
let clerk: TestCaller;
let supervised: string;

beforeAll(async () => {
  site = await openLetterSite();
  const accounts = ['ren.gangzheng', 'cui.ming', 'yan.zheng', 'fang.zheng', DIRECTOR, 'li.jie'];
  const callers = await Promise.all(accounts.map((name) => site.staff(name)));
  [supervisor, other, head, leader, director, clerk] = callers as typeof callers &
    [TestCaller, TestCaller, TestCaller, TestCaller, TestCaller, TestCaller];
  const letter = await site.quick({
    itemCode: 'wz-complaint',
    form: letterForm,
    sender: { name: '王女士' },
  });
  const found = await site.parts.cases.findByNumber(letter.number);
  supervised = found?.caseId ?? '';
  const referral = { toOrg: 'yunxi/zjj', manner: 'transfer', note: '请依法办理' };
  await site.act('tang.minyi', supervised, 'AcceptCase', { opinion: '受理', referral });
});
afterAll(() => site[Symbol.asyncDispose]());

const DIRECTOR = 'fang.jingxian';

const order = (more: object = {}) => ({
  unit: 'yunxi/zjj',
  source: 'warning',
  subject: '请示件逾期未批',
  content: '请示件逾期三日未批。',
  demand: '查明原因，立即办结。',
  basis: '机关工作规则。',
  feedbackDays: 3,
  notes: '疑似有意拖延',
  caseIds: [supervised],
  hitIds: [],
  ruleId: 'JC-SX-01',
  ruleVersion: 2,
  ...more,
});

const view = async (by: TestCaller, id: string): Promise<CaseView> =>
  (await by.send('GET', `/api/cases/${id}`)).json();

async function taskAt(by: TestCaller, id: string, stepId: string): Promise<string> {
  // Documents are made by the job after a command; the flow waits for them.
  await site.follow(id);
  const open = (await view(by, id)).tasks.map((task) => [task.stepId, task.taskId] as const);
  const taskId = new Map(open).get(stepId);
  expect(taskId, `${stepId} of ${open.join()}`).toBeDefined();
  return taskId ?? '';
}

async function act(by: TestCaller, id: string, body: object): Promise<void> {
  const answer = await by.send('POST', `/api/cases/${id}/commands`, body);
  expect(answer.statusCode, answer.body).toBe(200);
}

async function write(
  by: TestCaller,
  id: string,
  stepId: string,
  patch: object,
  opinion = '',
): Promise<void> {
  const taskId = await taskAt(by, id, stepId);
  if (Object.keys(patch).length > 0) await act(by, id, { type: 'AmendForm', taskId, patch });
  await act(by, id, { type: 'ApproveTask', taskId, opinion });
}

/** A page of evidence, with nothing else changed. */
async function handIn(by: TestCaller, id: string, taskId: string): Promise<void> {
  const picture = sharp({ create: { width: 40, height: 60, channels: 3, background: '#fff' } });
  const bytes = await picture.jpeg().toBuffer();
  const url = '/api/uploads?itemCode=supervision-order&materialId=evidence';
  const stored = await by.sendFile(url, '整改.jpg', bytes);
  expect(stored.statusCode, stored.body).toBe(201);
  const { sha256, name } = stored.json<{ sha256: string; name: string }>();
  const material = (materialId: string) => ({
    materialId,
    pages: [{ sha256, name }],
    isOnPaper: false,
  });
  const body = { type: 'AmendForm', taskId, patch: {} };
  await act(by, id, { ...body, materials: [material('evidence')] });
  const other = { ...body, materials: [material('plan')] };
  const refused = await by.send('POST', `/api/cases/${id}/commands`, other);
  expect(refused.json().code).toBe('material-unknown');
}

describe('an order', () => {
  let id: string;

  it('is written by supervisors, about what they may read, not to their own unit', async () => {
    for (const by of [clerk, director]) {
      expect((await by.send('POST', '/api/supervision/orders', order())).statusCode).toBe(403);
      expect((await by.send('GET', '/api/supervision/orders')).statusCode).toBe(403);
    }
    const start: OrderStart = (
      await supervisor.send('GET', `/api/supervision/orders/start?caseIds=${supervised}`)
    ).json();
    expect(start.draft).toMatchObject({ unit: 'yunxi/zjj', caseIds: [supervised] });
    expect(start.draft.content).toContain(start.cases[0]?.number);
    const ghost = order({ caseIds: ['00000000-0000-4000-8000-000000000000'] });
    expect((await supervisor.send('POST', '/api/supervision/orders', ghost)).json().code).toBe(
      'not-your-case',
    );
    const own = await supervisor.send(
      'POST',
      '/api/supervision/orders',
      order({ unit: 'yunxi/zfb' }),
    );
    expect([own.statusCode, own.json().code]).toEqual([403, 'duties-apart']);
    const sent = await supervisor.send('POST', '/api/supervision/orders', order());
    expect(sent.statusCode, sent.body).toBe(201);
    id = sent.json().caseId;
  });

  it('is not reviewed by who wrote it, nor seen by the unit before it is issued', async () => {
    const taskId = await taskAt(head, id, 'review');
    const own = await supervisor.send('POST', `/api/cases/${id}/commands`, {
      type: 'ApproveTask',
      taskId,
      opinion: '',
    });
    expect(own.json().code).toBe('not-your-task');
    expect((await director.send('GET', `/api/cases/${id}`)).statusCode).toBe(404);
    expect((await director.send('GET', `/api/cases/${supervised}/orders`)).json()).toEqual([]);
    await act(head, id, { type: 'ApproveTask', taskId, opinion: '同意' });
    await taskAt(director, id, 'sign');
  });

  it('comes to the unit sealed; the unit reads no suspicion and sends nothing back', async () => {
    const seen = await view(director, id);
    expect(seen.documents).toMatchObject([{ template: 'supervision-order' }]);
    expect(seen.form).not.toHaveProperty('notes');
    expect(seen.form).toMatchObject({ content: '请示件逾期三日未批。' });
    expect((await view(head, id)).form).toMatchObject({ notes: '疑似有意拖延' });
    const acts = seen.allowed.map(({ act: name }) => name);
    expect(acts).toContain('ApproveTask');
    for (const name of ['RejectTask', 'ReturnTask', 'WithdrawCase', 'HandOutCase', 'AmendForm']) {
      expect(acts).not.toContain(name);
    }
    const taskId = await taskAt(director, id, 'sign');
    const outside = {
      type: 'TransferTask',
      taskId,
      to: { personId: supervisor.personId, name: '任刚正' },
      reason: '请代办',
    };
    const refused = await director.send('POST', `/api/cases/${id}/commands`, outside);
    expect(refused.json().code).toBe('own-case');
    const stranger = { ...outside, to: { personId: head.personId, name: '严正清' } };
    expect((await director.send('POST', `/api/cases/${id}/commands`, stranger)).json().code).toBe(
      'stays-in-unit',
    );
    const withdrawal = { type: 'WithdrawCase', reason: '写错了' };
    const late = await supervisor.send('POST', `/api/cases/${id}/commands`, withdrawal);
    expect(late.json().code).toBe('outside-effect-exists');
  });

  it('stands on the page of the case that it is about, both ways', async () => {
    for (const by of [supervisor, director]) {
      const orders: CaseOrders = (await by.send('GET', `/api/cases/${supervised}/orders`)).json();
      expect(orders).toMatchObject([
        { caseId: id, stage: 'sign', stageName: '签收', canOpen: true },
      ]);
    }
    const orders: CaseOrders = (await clerk.send('GET', `/api/cases/${supervised}/orders`)).json();
    expect(orders).toMatchObject([{ caseId: id, canOpen: false }]);
    const course: OrderCourse = (
      await director.send('GET', `/api/supervision/orders/${id}/course`)
    ).json();
    expect(course).toMatchObject({
      unitName: '云溪县住房和城乡建设局',
      cases: [{ caseId: supervised }],
    });
    expect(JSON.stringify(course)).not.toContain('疑似有意拖延');
    expect((await clerk.send('GET', `/api/supervision/orders/${id}/course`)).statusCode).toBe(404);
  });

  it('is answered within its own limit, returned with a new one, and answered again', async () => {
    await write(director, id, 'sign', {}, '已签收');
    const task = await taskAt(director, id, 'feedback');
    const empty = await director.send('POST', `/api/cases/${id}/commands`, {
      type: 'ApproveTask',
      taskId: task,
      opinion: '',
    });
    expect(empty.json().code).toBe('form-incomplete');
    const theirs = await director.send('POST', `/api/cases/${id}/commands`, {
      type: 'AmendForm',
      taskId: task,
      patch: { finding: '已整改' },
    });
    expect(theirs.json().code).toBe('field-not-writable');
    const clock = (await view(director, id)).clocks.find(({ kind }) => kind === 'step');
    expect(clock?.amount).toBe(3);
    await act(supervisor, id, { type: 'UrgeCase', message: '请尽快' });
    await write(director, id, 'feedback', { feedback: '已经在办。' });
    const verify = await taskAt(other, id, 'verify');
    const own = await supervisor.send('POST', `/api/cases/${id}/commands`, {
      type: 'ApproveTask',
      taskId: verify,
      opinion: '',
    });
    expect(own.json().code).toBe('own-case');
    await act(other, id, { type: 'AmendForm', taskId: verify, patch: { feedbackDays: 2 } });
    await act(other, id, { type: 'RejectTask', taskId: verify, opinion: '没有说明原因。' });
    await taskAt(director, id, 'feedback');
    expect((await view(director, id)).clocks.find(({ kind }) => kind === 'step')?.amount).toBe(2);
    await handIn(director, id, await taskAt(director, id, 'feedback'));
    await write(director, id, 'feedback', { feedback: '已办结，原因是休假未移交。' });
  });

  it('is listed with whose move it is, by filter and page', async () => {
    const list = async (query: string): Promise<OrderPage> =>
      (await supervisor.send('GET', `/api/supervision/orders?${query}`)).json();
    const row = {
      caseId: id,
      unitName: '云溪县住房和城乡建设局',
      stage: 'verify',
      rounds: 2,
      canOpen: true,
    };
    await site.follow(id);
    expect((await list('state=open&rounds=2&unit=yunxi/zjj&source=warning')).rows).toMatchObject([
      row,
    ]);
    for (const query of [
      'state=ended',
      'state=overdue',
      'rounds=3',
      'unit=yunxi/wjj',
      'source=rule',
    ]) {
      expect((await list(query)).rows, query).toEqual([]);
    }
    expect((await list('')).counts).toEqual({ open: 1, overdue: 0, ended: 0 });
  });

  it('is scored; objection and appeal are records, decided by others', async () => {
    await write(
      other,
      id,
      'verify',
      { finding: '属实。', liability: 'ordinary', points: 2 },
      '整改到位',
    );
    await write(director, id, 'objection', { objected: true, objectionGrounds: '人手不足。' });
    await write(head, id, 'objection-decision', {
      objectionOutcome: 'rejected',
      objectionReason: '不是理由。',
      pointsAfterObjection: 2,
    });
    await write(director, id, 'appeal', { appealed: true, appealGrounds: '已经补充人手。' });
    await write(leader, id, 'appeal-decision', {
      appealOutcome: 'partly',
      appealReason: '酌情减轻。',
      pointsFinal: 1,
    });
    await site.follow(id);
    expect((await view(leader, id)).phase).toBe('concluded');
    const course: OrderCourse = (
      await leader.send('GET', `/api/supervision/orders/${id}/course`)
    ).json();
    expect(course.records.map(({ kind, stepId, round }) => `${kind} ${stepId} ${round}`)).toEqual([
      'done filing 1',
      'done review 1',
      'issued issue 1',
      'done sign 1',
      'urged  1',
      'done feedback 1',
      'returned verify 1',
      'done feedback 2',
      'done verify 2',
      'done objection 1',
      'done objection-decision 1',
      'issued objection-notice 1',
      'done appeal 1',
      'done appeal-decision 1',
      'issued appeal-notice 1',
      'issued close 1',
      'ended  1',
    ]);
    const answered = course.records.findLast(({ stepId }) => stepId === 'feedback');
    expect(answered?.fields).toEqual([
      { label: '整改佐证材料', value: '整改.jpg' },
      { label: '整改情况', value: '已办结，原因是休假未移交。' },
    ]);
    const verified = course.records.find(
      ({ kind, stepId }) => kind === 'done' && stepId === 'verify',
    );
    expect(verified?.fields).toEqual([
      { label: '核查情况', value: '属实。' },
      { label: '责任认定', value: '一般过错' },
      { label: '扣分', value: '2 分' },
    ]);
    const documents = (await view(director, id)).documents.map(({ template }) => template);
    expect(documents).toEqual([
      'supervision-order',
      'supervision-score-decision',
      'supervision-appeal-decision',
      'supervision-closing',
    ]);
  });

  it('is counted for its unit once it is over', async () => {
    const { db, tenantId } = site.parts.deps;
    const figures = (from: string, to: string) =>
      orderFigures(db, tenantId, { from: plainDate(from), to: plainDate(to) });
    const counts = { orders: 1, issued: 1, ended: 1, returned: 1, late: 0, faults: 1 };
    expect(await figures('2020-01-01', '2099-12-31')).toEqual([
      { unitId: 'yunxi/zjj', ...counts, objected: 1, appealed: 1, points: 1 },
    ]);
    expect(await figures('2020-01-01', '2020-01-02')).toEqual([]);
  });
});

describe('a new order about a hit', () => {
  it('says what the rule found, where, by which version; not of what is withheld', async () => {
    const { db } = site.database;
    const hits = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
    for (const [i, hitId] of hits.entries()) {
      await db.query(
        `INSERT INTO watch_hit (tenant_id, id, key, rule_id, rule_version, kind, light, case_id,
           org_id, people, person_ids, at, found_at, says, evidence, facts, is_withheld,
           status_at)
         VALUES ($1, $2::uuid, $2::text, 'JC-SX-01', 3, 'timeliness', 'red', $3, 'yunxi/zjj',
           '[]', '{}', $4, $4, $5, '[]', '[]', $6, $4)`,
        [site.parts.deps.tenantId, hitId, supervised, site.parts.clock.now(), '超期三日', i === 1],
      );
    }
    const [open = '', withheld = ''] = hits;
    const start = async (hitId: string): Promise<OrderStart> =>
      (await supervisor.send('GET', `/api/supervision/orders/start?hitIds=${hitId}`)).json();
    const { draft } = await start(open);
    expect(draft).toMatchObject({
      source: 'rule',
      unit: 'yunxi/zjj',
      caseIds: [supervised],
      hitIds: [open],
      ruleId: 'JC-SX-01',
      ruleVersion: 3,
    });
    expect(draft.content).toMatch(/^超期三日\n/u);
    expect((await start(withheld)).draft).not.toHaveProperty('hitIds');
  });
});

describe('hits that an order answers', () => {
  const send = (by: TestCaller, more: object) =>
    by.send('POST', '/api/supervision/orders', order(more));
  const open = '11111111-1111-4111-8111-111111111111';
  const withheld = '22222222-2222-4222-8222-222222222222';
  const status = async (): Promise<string[]> =>
    (
      await site.database.db.query<{ status: string }>(
        'SELECT status FROM watch_hit WHERE id = $1',
        [open],
      )
    ).map((row) => row.status);

  it('are within the reach of who writes it: none that is hidden, none about oneself', async () => {
    for (const hitId of ['hit-1', withheld]) {
      expect((await send(other, { hitIds: [hitId] })).json().code).toBe('hit-not-found');
    }
    const about = randomUUID();
    await site.database.db.query(
      `INSERT INTO watch_hit (tenant_id, id, key, rule_id, rule_version, kind, light, org_id,
         people, person_ids, at, found_at, says, evidence, facts, is_withheld, status_at)
       SELECT $1, $2::uuid, $2::text, 'JC-SX-01', 3, 'timeliness', 'red', 'yunxi/zfb',
         json_build_array(json_build_object('personId', a.person_id, 'name', 'x')),
         ARRAY[a.person_id], $3, $3, 'x', '[]', '[]', false, $3
       FROM account a WHERE a.login_name = 'cui.ming'`,
      [site.parts.deps.tenantId, about, site.parts.clock.now()],
    );
    expect((await send(other, { hitIds: [about] })).json().code).toBe('hit-about-oneself');
  });

  it('are open again where it ended without ever having been issued', async () => {
    const sent = await send(other, { hitIds: [open] });
    expect(sent.statusCode, sent.body).toBe(201);
    expect(await status()).toEqual(['ordered']);
    const id = sent.json<{ caseId: string }>().caseId;
    const told = await other.send('GET', `/api/supervision/orders/${id}/course`);
    const { hits, records } = told.json<OrderCourse>();
    expect(hits.map(({ hitId }) => hitId)).toEqual([open]);
    expect(JSON.stringify(records)).not.toContain(open);
    const view = (await other.send('GET', `/api/cases/${id}`)).json<CaseView>();
    expect(view.orgNames).toEqual({ [String(view.form['unit'])]: '云溪县住房和城乡建设局' });
    await act(other, id, { type: 'WithdrawCase', reason: '写错了' });
    await site.follow(id);
    expect(await status()).toEqual(['open']);
    const { db } = site.database;
    const entries = await readJournal(db, site.parts.deps.tenantId, `hit:${open}`);
    expect(entries.map(({ data }) => data)).toMatchObject([
      { status: 'ordered', orderCaseId: id },
      { status: 'open', reason: 'order-not-issued' },
    ]);
  });
});

describe('an order by rule', () => {
  it('is opened once, in the name of who is on duty, and reviewed like any other', async () => {
    const deps = { ...site.parts.deps, cases: site.parts.cases };
    const origin = { key: 'hit-7', by: { rule: 'JC-SX-01' } };
    const { notes: _notes, ...body } = order({ source: 'rule', hitIds: ['hit-7'] }) as Parameters<
      typeof openOrder
    >[1];
    const first = await openOrder(deps, body, origin);
    const second = await openOrder(deps, body, origin);
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
    if (!first.ok) throw new Error('opened');
    const stored = await site.parts.cases.events(first.caseId);
    expect(stored[0]?.by).toMatchObject({ kind: 'system', rule: 'JC-SX-01' });
    await taskAt(head, first.caseId, 'review');
  });
});
