// The sandbox's clock, moved at its panel: a case turns yellow, then red, and one that nobody
// looked at becomes accepted as of its receipt, by the system.

import type { Page } from 'playwright-core';
import type { ApplicantCaseView, CaseView, TaskPage } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accountOf,
  act,
  applicant,
  constructionForm,
  fileCase,
  items,
  logInStaff,
  moveToMorning,
  openBrowser,
  openCase,
  resident,
  staff,
  startServer,
  type Connection,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

let server: TestServer;
let browser: TestBrowser;
let desk: Page;
let clerk: Connection;
let owner: Connection;
let looked: { caseId: string; number: string };
let forgotten: { caseId: string; number: string };

const view = (caseId: string) => clerk.get<CaseView>(`/api/cases/${caseId}`);

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  await moveToMorning(server);
  owner = await applicant(server, resident('tian-shulan'));
  looked = await fileCase(owner, items.constructionPermit, constructionForm);
  forgotten = await fileCase(owner, items.constructionPermit, constructionForm);
  clerk = await staff(server, 'zj-counter');
  desk = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
  await logInStaff(desk, server, accountOf('zj-counter'));
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

async function nextMorning(page: Page): Promise<void> {
  const panel = page.getByRole('complementary', { name: '演示时钟' });
  const shown = panel.getByText('演示环境，现在是');
  const before = await shown.innerText();
  await panel.getByRole('button', { name: '下一工作日早上' }).click();
  await shown.filter({ hasNotText: before }).waitFor();
}

const words: Record<string, string> = { green: '正常', yellow: '将到期', red: '已超期' };

const committedClock = async () =>
  (await view(looked.caseId)).clocks.find(({ kind }) => kind === 'committed');

describe('the demo clock', () => {
  it('leaves an accepted case green at first', async () => {
    await openCase(desk, looked.number);
    await desk.getByRole('tab', { name: /^材料/ }).click();
    await desk.getByRole('button', { name: '全部齐全' }).click();
    await act(desk, '受理');
    expect((await committedClock())?.light).toBe('green');
  });

  it('turns it yellow, then red: in the list, in the case and for the applicant', async () => {
    const lights: string[] = [];
    await desk.goto('/console/all');
    for (let day = 0; day < 7 && lights.at(-1) !== 'red'; day += 1) {
      await nextMorning(desk);
      const light = (await committedClock())?.light ?? '';
      if (light !== lights.at(-1)) lights.push(light);
      const { rows } = await clerk.get<TaskPage>('/api/tasks?list=all');
      const row = rows.find(({ caseId }) => caseId === looked.caseId);
      const line = desk.getByRole('row').filter({ hasText: looked.number });
      const said = words[row?.light ?? ''] ?? 'a light that has no word';
      await line.getByText(said).first().waitFor();
    }
    expect(lights.filter((light) => light !== 'green')).toEqual(['yellow', 'red']);
    await openCase(desk, looked.number);
    const clocks = desk.getByRole('region', { name: '时限' });
    await clocks.getByText('已超期', { exact: false }).first().waitFor();
    const own = await owner.get<ApplicantCaseView>(`/api/my/cases/${looked.caseId}`);
    expect(own.clocks.some(({ light }) => light === 'red')).toBe(true);
  });

  it('has accepted the case that nobody looked at, as of its receipt', async () => {
    const deemed = await view(forgotten.caseId);
    expect(deemed).toMatchObject({ phase: 'accepted', isDeemedAccepted: true });
    expect(deemed.acceptedOn).toBe(deemed.receivedOn);
    const entry = deemed.timeline.find(({ text }) => text.includes('视为受理'));
    expect(entry?.by).toBe('系统');
  });

  it('says on what ground: to the clerk at the case, to the applicant in the story', async () => {
    await desk.goto(`/console/cases/${forgotten.caseId}`);
    await desk.getByText('视为受理：逾期未告知补正，自收件之日起即为受理。').waitFor();
    const own = await owner.get<ApplicantCaseView>(`/api/my/cases/${forgotten.caseId}`);
    expect(own.timeline.map(({ text }) => text).join('\n')).toContain('视为受理');
    const from = own.clocks.find(({ kind }) => kind === 'statutory');
    expect(from?.from).toBe(own.receivedOn);
  });
});
