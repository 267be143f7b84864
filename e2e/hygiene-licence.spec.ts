// Case 3: testing that the law does not count. The clocks stand still and say so, a letter goes
// out, and afterwards the due day has moved by exactly the working days that were left out.

import type { Page } from 'playwright-core';
import type { ApplicantCaseView, CaseView } from '@yichuang/contracts';
import { isWorkday } from 'chinese-days';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accountOf,
  act,
  applicant,
  eventually,
  fileCase,
  hygieneForm,
  items,
  logInStaff,
  moveToMorning,
  openAct,
  openBrowser,
  openCase,
  resident,
  staff,
  startServer,
  type Connection,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

const person = resident('shen-yiming');
const leftOutDays = 6;

let server: TestServer;
let browser: TestBrowser;
let owner: Connection;
let clerk: Connection;
let caseId = '';
let number = '';
const before: Record<string, string> = {};

const view = () => clerk.get<CaseView>(`/api/cases/${caseId}`);
const ownView = () => owner.get<ApplicantCaseView>(`/api/my/cases/${caseId}`);
const decisionClocks = async () =>
  (await view()).clocks.filter(({ kind }) => kind === 'statutory' || kind === 'committed');

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  await moveToMorning(server);
  owner = await applicant(server, person);
  const receipt = await fileCase(owner, items.hygieneLicence, hygieneForm);
  ({ caseId, number } = receipt);
  clerk = await staff(server, 'wj-counter');
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

async function atDesk(post: string): Promise<Page> {
  const page = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
  await logInStaff(page, server, accountOf(post));
  await openCase(page, number);
  return page;
}

async function approveBy(post: string): Promise<void> {
  const page = await atDesk(post);
  await act(page, '同意');
  await page.context().close();
}

/** Working days in (from, to], by a calendar that is not ours. */
function workingDaysBetween(from: string, to: string): number {
  let count = 0;
  for (let day = dayAfter(from); day <= to; day = dayAfter(day)) if (isWorkday(day)) count += 1;
  return count;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

describe('a hygiene licence with testing on the way', () => {
  it('is accepted with two limits that say when it is due', async () => {
    const counter = await atDesk('wj-counter');
    await counter.getByRole('tab', { name: /^材料/ }).click();
    await counter.getByRole('button', { name: '全部齐全' }).click();
    await act(counter, '受理');
    await counter.context().close();
    for (const { kind, dueOn, light } of await decisionClocks()) {
      expect(light).toBe('green');
      before[kind] = dueOn ?? '';
    }
    expect(Object.keys(before).toSorted()).toEqual(['committed', 'statutory']);
  });

  it('stops its clocks for the testing, and the letter can be seen before it goes', async () => {
    const inspector = await atDesk('wj-inspector-1');
    const form = await openAct(inspector, '启动特别程序');
    await form.getByRole('radio', { name: '检测' }).check();
    await form.getByLabel('所需时间（日）').fill('10');
    await form.getByLabel('理由').fill('客房空气质量需要委托检测。');
    await form.getByRole('button', { name: '预览并启动特别程序' }).click();
    const dialog = inspector.getByRole('dialog', { name: '将要发出的文书' });
    await dialog.getByTitle('文书预览').waitFor();
    await dialog.getByRole('button', { name: '启动特别程序', exact: true }).click();
    await inspector.getByRole('status').filter({ hasText: '已启动特别程序' }).waitFor();
    await inspector.goto(`/console/cases/${caseId}`);
    await inspector.getByRole('region', { name: '时限' }).getByText('停表中').first().waitFor();
    await inspector.context().close();
  });

  it('is grey from the next day on, without a due day, for staff and applicant alike', async () => {
    await moveToMorning(server, leftOutDays);
    for (const clock of await decisionClocks()) {
      expect(clock).toMatchObject({ light: 'grey', isSuspended: true });
      expect(clock.dueOn).toBeUndefined();
    }
    expect((await ownView()).clocks.filter(({ light }) => light === 'grey').length).toBeGreaterThan(
      0,
    );
  });

  it('has sent the letter that says so, and only that one', async () => {
    const letter = await eventually('the letter', async () =>
      (await ownView()).documents.find(
        (each) => each.moment === 'special-procedure' && each.issuedAt,
      ),
    );
    expect(letter.name).toBe('特别程序告知书');
    const pdf = await owner.file(`/api/my/cases/${caseId}/documents/${letter.documentId}`);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('goes on afterwards, due later by exactly the working days that were left out', async () => {
    const inspector = await atDesk('wj-inspector-1');
    const form = await openAct(inspector, '结束特别程序');
    await form.getByLabel('结果').fill('检测合格。');
    await act(inspector, '结束特别程序');
    await inspector.context().close();
    const after = await decisionClocks();
    expect(after.map(({ kind }) => kind).toSorted()).toEqual(['committed', 'statutory']);
    for (const { kind, dueOn, isSuspended } of after) {
      expect(isSuspended).toBe(false);
      expect(workingDaysBetween(before[kind] ?? '', dueOn ?? '')).toBe(leftOutDays);
    }
  });

  it('needs both inspectors: after one signature it has not moved on', async () => {
    await approveBy('wj-inspector-1');
    const { tasks } = await view();
    expect(tasks.map(({ stepId }) => stepId)).toEqual(['site-review']);
    await approveBy('wj-inspector-2');
    expect((await view()).tasks.map(({ stepId }) => stepId)).toEqual(['review']);
  });

  it('is granted for four years and kept within its committed limit', async () => {
    await approveBy('wj-review-head');
    await approveBy('wj-leader');
    const licence = await eventually('the licence', async () =>
      (await view()).documents.find((each) => each.certificateId && each.issuedAt),
    );
    const { validFrom = '', validUntil = '' } = licence;
    expect(Number(validUntil.slice(0, 4)) - Number(validFrom.slice(0, 4))).toBe(4);
    const committed = (await view()).clocks.find(({ kind }) => kind === 'committed');
    expect(committed?.stoppedAt).toBeDefined();
    expect(committed?.light).not.toBe('red');
  });
});
