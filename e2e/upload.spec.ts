// What goes up to the level above, as those see it who answer for it: a case that is refused there,
// mended and sent again; a day that differs; a receiver that does not answer.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openTestReceiver,
  type TestReceiver,
} from '../packages/server/src/exchange/testing-receiver.ts';
import {
  applicant,
  checkAt,
  eventually,
  fileCase,
  items,
  logInStaff,
  moveToMorning,
  openBrowser,
  resident,
  soleProprietorForm,
  startServer,
  type Connection,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

let receiver: TestReceiver;
let server: TestServer;
let browser: TestBrowser;
let owner: Connection;
let page: Page;

beforeAll(async () => {
  receiver = await openTestReceiver();
  const env = { UPLOAD_URL: receiver.url, UPLOAD_TOKEN: receiver.token };
  [server, browser] = await Promise.all([startServer({ env }), openBrowser()]);
  await moveToMorning(server);
  owner = await applicant(server, resident('tian-shulan'));
});
afterAll(async () => {
  await Promise.all([browser.close(), server.stop()]);
  await receiver.stop();
});

const REASON = '该事项未在市级平台登记';

async function pageOf(account: string): Promise<Page> {
  const opened = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
  await logInStaff(opened, server, account);
  await opened.getByRole('link', { name: '监察', exact: true }).click();
  const tab = opened.getByRole('link', { name: '上报', exact: true });
  const heading = opened.getByRole('heading', { name: '数据上报', level: 1 });
  await tab.or(heading).first().waitFor();
  if (!(await heading.isVisible())) await tab.click();
  await heading.waitFor();
  return opened;
}

/** Waits until the receiver has something of the case. */
const arrived = (caseId: string): Promise<true> =>
  eventually('what is told of the case', () => {
    const stored = [...receiver.messages.values()];
    const isThere = stored.some(({ message }) => message.caseId === caseId);
    return Promise.resolve(isThere ? true : undefined);
  });

describe('the upload to the level above', () => {
  let refused = '';

  it('shows the one case that the receiver refused, why, and goes on with the others', async () => {
    // The first that comes there, whichever it is.
    receiver.refusalOf = ({ caseId }) => {
      refused ||= caseId;
      return caseId === refused ? REASON : undefined;
    };
    const filed = [
      await fileCase(owner, items.soleProprietor, soleProprietorForm),
      await fileCase(owner, items.soleProprietor, soleProprietorForm),
    ];
    await Promise.race(filed.map(({ caseId }) => arrived(caseId)));
    page = await pageOf('admin');
    await page.getByRole('heading', { name: '有 1 件办件报不上去，需要处理' }).waitFor();
    const held = page.getByRole('region', { name: '报不上去的办件' });
    await held.getByText(REASON, { exact: false }).waitFor();
    await held.getByText('请接收方登记后，再重新上报', { exact: false }).waitFor();
    expect(await page.getByText(resident('tian-shulan').name).count()).toBe(0);
    for (const size of ['phone', 'desktop'] as const) await checkAt(page, size);
  });

  it('lets supervision see the same, and change nothing', async () => {
    const watching = await pageOf('ren.gangzheng');
    await watching.getByText(REASON, { exact: false }).waitFor();
    expect(await watching.getByRole('button', { name: /上报|核对/u }).count()).toBe(0);
    await watching.context().close();
  });

  it('sends the case again once it is mended over there', async () => {
    receiver.refusalOf = () => undefined;
    await page.getByRole('button', { name: /^重新上报 / }).click();
    await arrived(refused);
    await page.getByRole('heading', { name: '已全部上报' }).waitFor();
  });

  it('finds what is missing there, and mends it', async () => {
    for (const [place, { message }] of receiver.messages) {
      if (message.caseId === refused) receiver.messages.delete(place);
    }
    const days = page.getByRole('region', { name: '逐日核对' });
    await days.getByRole('button', { name: /^核对 / }).click();
    await days.getByRole('button', { name: '查看差异' }).click();
    await days.getByText('接收方没有').first().waitFor();
    await checkAt(page, 'desktop');
    await days.getByRole('button', { name: '重新上报这些办件' }).click();
    await arrived(refused);
    await days.getByRole('button', { name: /^核对 / }).click();
    await days.getByText('双方一致', { exact: false }).waitFor();
  });

  it('says that it stands still, and why, when nobody answers', async () => {
    await receiver.stop();
    await fileCase(owner, items.soleProprietor, soleProprietorForm);
    await page.getByRole('heading', { name: /^上报停了：连不上接收方/ }).waitFor();
    await page.getByText('不会漏也不会重', { exact: false }).waitFor();
    await checkAt(page, 'phone');
    await receiver.start();
    await page.getByRole('button', { name: '立即重试' }).click();
    await page.getByRole('heading', { name: '已全部上报' }).waitFor();
    expect(receiver.violations).toEqual([]);
  });
});
