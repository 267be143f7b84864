// The county on the morning when it is measured: what waits on the lists.

import {
  actOn,
  applicant,
  constructionForm,
  fileCase,
  items,
  logInStaff,
  moveToMorning,
  openBrowser,
  resident,
  staff,
  staffAccount,
  startServer,
  type TestBrowser,
  type TestServer,
} from '../../e2e/harness/index.ts';
import type { CaseView, FilingReceipt, OfficeHome } from '@yichuang/contracts';
import type { Page } from 'playwright-core';

export interface Setting {
  readonly server: TestServer;
  readonly browser: TestBrowser;
  /** Licences: two to review, one to accept, one to have corrected. */
  readonly reviewed: readonly FilingReceipt[];
  readonly toAccept: FilingReceipt;
  readonly toCorrect: FilingReceipt;
  readonly close: () => Promise<unknown>;
}

const leavesToBatch = 10;

export async function openSetting(): Promise<Setting> {
  const [server, browser] = await Promise.all([startServer(), openBrowser()]);
  const close = () => Promise.all([browser.close(), server.stop()]);
  try {
    await moveToMorning(server);
    const owner = await applicant(server, resident('tian-shulan'));
    const filed: FilingReceipt[] = [];
    for (let n = 0; n < 4; n += 1) {
      const form = { ...constructionForm, projectName: `青石花园 ${n + 1} 号楼` };
      filed.push(await fileCase(owner, items.constructionPermit, form));
    }
    const [first, second, toAccept, toCorrect] = filed;
    if (!first || !second || !toAccept || !toCorrect) throw new Error('four were filed');
    const reviewed = [first, second];
    for (const { caseId } of reviewed) await accept(server, caseId);
    return { server, browser, reviewed, toAccept, toCorrect, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Ten leaves on the list of one head. */
export async function fileLeaves(server: TestServer): Promise<void> {
  const clerk = await staffAccount(server, 'lin.xiaoman');
  const { today } = await clerk.get<OfficeHome>('/api/office/items');
  const form = {
    kind: 'personal',
    fromOn: today,
    fromHalf: 'am',
    toOn: today,
    toHalf: 'am',
    days: 0.5,
  };
  for (let n = 0; n < leavesToBatch; n += 1) {
    const body = { itemCode: 'office-leave', form: { ...form, reason: `第 ${n + 1} 次` } };
    await clerk.send('POST', '/api/office/cases', body);
  }
}

/** Logged in, at the list. */
export async function atDesk(
  { browser, server }: Setting,
  account: string,
  viewport: 'phone' | 'desktop' = 'desktop',
): Promise<Page> {
  const page = await browser.newPage({ viewport, baseUrl: server.url });
  await logInStaff(page, server, account);
  return page;
}

async function accept(server: TestServer, caseId: string): Promise<void> {
  const counter = await staff(server, 'zj-counter');
  const { materials } = await counter.get<CaseView>(`/api/cases/${caseId}`);
  const handedIn = materials.filter(({ pages, isOnPaper }) => pages.length > 0 || isOnPaper);
  const checks = handedIn.map(({ materialId }) => ({ materialId, verdict: 'complete' }));
  const onPaper = handedIn.filter(({ isOnPaper }) => isOnPaper);
  const paperReceived = onPaper.map(({ materialId }) => materialId);
  await actOn(counter, caseId, 'CheckMaterials', { checks, paperReceived });
  await actOn(counter, caseId, 'AcceptCase', { opinion: '齐全' });
}
