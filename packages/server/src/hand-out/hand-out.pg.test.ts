import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CaseView, OfficeReceipt, TaskPage } from '@yichuang/contracts';
import { openTestSite, type TestCaller, type TestSite } from '../assembly/testing-site.ts';

let site: TestSite;
/** Xu Jinglan of the bureau's office, who may hand work out. */
let office: TestCaller;
/** Qiao Mingyuan, head of the section that gets it. */
let head: TestCaller;
let caseId: string;

beforeAll(async () => {
  site = await openTestSite();
  office = await site.staff('xu.jinglan');
  head = await site.staff('qiao.mingyuan');
  const filed = await office.send('POST', '/api/office/cases', {
    itemCode: 'office-instruction',
    form: {
      subject: '关于开展扬尘治理检查的请示',
      body: '拟于下周检查在建工地。',
      urgency: 'normal',
      level: 'deputy',
    },
  });
  expect(filed.statusCode, filed.body).toBe(201);
  caseId = (filed.json() as OfficeReceipt).caseId;
});
afterAll(() => site[Symbol.asyncDispose]());

const order = (more: object = {}) => ({
  type: 'HandOutCase',
  itemCode: 'office-assignment',
  orgId: 'yunxi/zjj/sgk',
  note: '请先排查三个重点工地。',
  ...more,
});
const send = (by: TestCaller, body: object) =>
  by.send('POST', `/api/cases/${caseId}/commands`, body);

describe('handing work out', () => {
  it('needs the right, an item that can be handed out, a unit and words', async () => {
    const clerk = await site.staff('li.qinghe');
    expect((await send(clerk, order())).statusCode).toBe(404);
    for (const wrong of [{ itemCode: 'office-leave' }, { orgId: 'nowhere' }]) {
      const answer = await send(office, order(wrong));
      expect([answer.statusCode, answer.json().code]).toEqual([422, 'hand-out-not-possible']);
    }
    const wordless = await send(office, order({ note: ' ' }));
    expect([wordless.statusCode, wordless.json().code]).toEqual([422, 'form-incomplete']);
  });

  it('opens a case of its own in the unit, which this one does not wait for', async () => {
    const answer = await send(office, order());
    expect(answer.statusCode, answer.body).toBe(200);
    await site.parts.jobs.start();
    const view = await vi.waitFor(async () => {
      const seen: CaseView = (await office.send('GET', `/api/cases/${caseId}`)).json();
      expect(seen.handOuts[0]?.caseId).toBeDefined();
      return seen;
    }, 60_000);
    expect(view.handOuts).toMatchObject([
      { orgName: '云溪县住房和城乡建设局施工管理科', note: '请先排查三个重点工地。' },
    ]);
    const child = view.handOuts[0]?.caseId;
    const page: TaskPage = (await head.send('GET', '/api/tasks?list=todo')).json();
    expect(page.rows.map((row) => row.caseId)).toContain(child);
    const seen: CaseView = (await head.send('GET', `/api/cases/${child}`)).json();
    expect(seen.form).toMatchObject({
      subject: `工作请示（${view.number}）`,
      body: '请先排查三个重点工地。',
    });
    expect(view.phase).toBe('in-progress');
  });
});
