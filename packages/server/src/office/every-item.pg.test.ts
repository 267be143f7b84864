import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseView, OfficeReceipt } from '@yichuang/contracts';
import { openTestSite, type TestCaller, type TestSite } from '../assembly/testing-site.ts';

let site: TestSite;
let clerk: TestCaller;

beforeAll(async () => {
  site = await openTestSite();
  clerk = await site.staff('li.qinghe');
});
afterAll(() => site[Symbol.asyncDispose]());

const day = '2026-11-23';
const later = '2026-12-24';
const aqz = 'yunxi/zjj/aqz';

/** The largest of each, which goes the longest way, with the people it reaches in order. */
const rows: [code: string, form: object, way: string[]][] = [
  [
    'office-leave',
    { kind: 'annual', fromOn: day, fromHalf: 'am', toOn: later, toHalf: 'pm' },
    ['乔明远', '贺正阳', '方敬贤'],
  ],
  [
    'office-trip',
    { destination: '省城', fromOn: day, toOn: later, purpose: '培训', transport: 'train' },
    ['乔明远', '贺正阳'],
  ],
  [
    'office-purchase',
    { kind: 'equipment', what: '服务器', amount: 60_000, reason: '机房更新' },
    ['乔明远', '金素盘', '许静澜', '贺正阳', '方敬贤'],
  ],
  [
    'office-expense',
    { kind: 'travel', fare: 20_000, hotel: 5_000.5, invoices: 12, reason: '出差' },
    ['乔明远', '金素盘', '贺正阳', '方敬贤'],
  ],
  [
    'office-instruction',
    { subject: '经费', body: '请拨经费。', urgency: 'normal', level: 'leader' },
    ['乔明远', '许静澜', '贺正阳', '方敬贤'],
  ],
  [
    'office-assignment',
    { toOrg: aqz, subject: '联合检查', body: '本周完成。', dueOn: later },
    ['宁波涛', '许静澜'],
  ],
  [
    'office-liaison',
    { toOrg: 'yunxi/wjj', subject: '商请', body: '请予协助。', replyBy: later },
    ['乔明远', '曹文'],
  ],
];

test.each(rows)('%s reaches everybody that it has to, and ends', async (itemCode, form, way) => {
  const filed = await clerk.send('POST', '/api/office/cases', { itemCode, form });
  expect(filed.statusCode, filed.body).toBe(201);
  const { caseId }: OfficeReceipt = filed.json();
  const met: string[] = [];
  for (let step = 0; step < 10; step += 1) {
    const view: CaseView = (await clerk.send('GET', `/api/cases/${caseId}`)).json();
    const [task] = view.tasks;
    if (task === undefined) break;
    const [name = ''] = task.holderNames;
    met.push(name);
    const command = { type: 'ApproveTask', taskId: task.taskId, opinion: '同意，请按程序办理' };
    const holder = await callerOf(name);
    const done = await holder.send('POST', `/api/cases/${caseId}/commands`, command);
    expect(done.statusCode, done.body).toBe(200);
  }
  expect(met).toEqual(way);
  const { phase }: CaseView = (await clerk.send('GET', `/api/cases/${caseId}`)).json();
  expect(phase).toBe('concluded');
});

function callerOf(name: string): Promise<TestCaller> {
  const found = site.parts.pack.people.staff.find((each) => each.name === name);
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return site.staff(found.account);
}
