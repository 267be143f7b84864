// Every page of the public site and every screen of the console, on a whole server with real
// cases in it: nothing keeps anybody out. (The portal's examples show the rarer states.)

import Fastify from 'fastify';
import type { Page } from 'playwright-core';
import { registerPortal } from '@yichuang/portal';
import type {
  CaseView,
  DraftView,
  LetterReceipt,
  OfficeReceipt,
  ReviewScreen,
  StaffPerson,
  VisitInvitation,
} from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleServices } from '../packages/portal/src/examples/services.examples.ts';
import {
  accountOf,
  actOn,
  applicant,
  checkAt,
  choosePerson,
  constructionForm,
  fileCase,
  items,
  logInStaff,
  moveToMorning,
  openAct,
  openBrowser,
  resident,
  staff,
  staffAccount,
  startServer,
  type Connection,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

let server: TestServer;
let browser: TestBrowser;
let owner: Connection;
let caseId = '';
let letterId = '';
let correctedId = '';
let draftId = '';
/** Of a visit that has just ended, and of the screen at its window. */
let reviewPath = '';
let screenPath = '';
/** A leave with an added signer who has agreed and one who waits; its head has a deputy. */
let signedId = '';

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  await moveToMorning(server);
  owner = await applicant(server, resident('tian-shulan'));
  ({ caseId } = await fileCase(owner, items.constructionPermit, constructionForm));
  correctedId = (await fileCase(owner, items.constructionPermit, constructionForm)).caseId;
  await askForCorrection(correctedId);
  const itemCode = items.constructionPermit;
  signedId = await fileSignedLeave();
  letterId = await writeLetter();
  await openVisit();
  ({ draftId } = await owner.send<DraftView>('POST', '/api/my/drafts', { itemCode }));
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

async function askForCorrection(id: string): Promise<void> {
  const clerk = await staff(server, 'zj-counter');
  const path = `/api/cases/${id}`;
  const { allowed } = await clerk.get<CaseView>(path);
  const taskId = allowed.find(({ act }) => act === 'RequestCorrection')?.taskId;
  const wrong = {
    materialId: 'funds',
    verdict: 'wrong',
    problem: '没有盖章',
    instruction: '请盖章',
  };
  const checks = { type: 'CheckMaterials', taskId, checks: [wrong], paperReceived: [] };
  await clerk.send('POST', `${path}/commands`, checks);
  const command = { type: 'RequestCorrection', taskId, items: [wrong] };
  await clerk.send('POST', `${path}/commands`, command);
}

async function openVisit(): Promise<void> {
  const clerk = await staff(server, 'general-counter');
  const visit = await clerk.send<VisitInvitation>('POST', '/api/reviews/visits', {});
  const screen = await clerk.send<ReviewScreen>('POST', '/api/reviews/screens', {});
  reviewPath = new URL(visit.link).pathname;
  screenPath = new URL(screen.link).pathname;
}

async function writeLetter(): Promise<string> {
  const form = { title: '路灯不亮', body: '村口的路灯三个月不亮，没人来修。' };
  const body = { itemCode: 'wz-complaint', form };
  return (await owner.send<LetterReceipt>('POST', '/api/letters', body)).caseId;
}

async function fileSignedLeave(): Promise<string> {
  const [clerk, head, deputy] = await Promise.all([
    staffAccount(server, 'li.qinghe'),
    staffAccount(server, 'qiao.mingyuan'),
    staffAccount(server, 'ning.bo'),
  ]);
  const person = async (name: string) => {
    const found = await head.get<StaffPerson[]>(`/api/staff?q=${encodeURIComponent(name)}`);
    return { personId: found[0]?.personId ?? '', name };
  };
  const { caseId: id } = await clerk.send<OfficeReceipt>('POST', '/api/office/cases', {
    itemCode: 'office-leave',
    form: {
      kind: 'personal',
      fromOn: '2026-11-27',
      toOn: '2026-11-27',
      fromHalf: 'am',
      toHalf: 'pm',
      reason: '家中有事',
    },
  });
  const reason = '请看看工作安排';
  const colleague = await person('宁波涛');
  await actOn(head, id, 'AddSigner', { kind: 'before', person: colleague, reason });
  await actOn(deputy, id, 'ApproveTask', { opinion: '已安排' });
  await actOn(head, id, 'AddSigner', { kind: 'after', person: await person('周牧野'), reason });
  const to = [await person('许静澜')];
  await actOn(head, id, 'CopyCase', { to, note: '供了解', isForOpinion: true });
  await head.send('POST', '/api/proxies', {
    deputyId: colleague.personId,
    from: '2026-11-22T16:00:00.000Z',
    until: '2026-11-29T16:00:00.000Z',
    includesCurrent: true,
    reason: '出差',
  });
  return id;
}

/** Where each page is found here; a page that is not in the table fails the test below. */
const pages: Readonly<Record<string, () => string>> = {
  '/': () => '/',
  '/items': () => '/items?q=%E5%BC%80%E5%BA%97',
  '/items/:code': () => `/items/${items.constructionPermit}`,
  '/items/:code/apply': () => `/items/${items.constructionPermit}/apply`,
  '/bundles': () => '/bundles',
  '/bundles/:id': () => '/bundles/restaurant',
  '/bundles/:id/questions': () => '/bundles/restaurant/questions',
  '/bundles/:id/result': () =>
    '/bundles/restaurant/result?hasLicence=false&foodKind=hot&area=120&hasShow=false&sign=fascia',
  '/accessibility': () => '/accessibility',
  '/source': () => '/source',
  '/login': () => '/login',
  '/identify': () => '/identify',
  '/drafts/:id': () => `/drafts/${draftId}`,
  '/drafts/:id/applicant': () => `/drafts/${draftId}/applicant`,
  '/drafts/:id/form/:section': () => `/drafts/${draftId}/form/parties`,
  '/drafts/:id/materials': () => `/drafts/${draftId}/materials`,
  '/drafts/:id/check': () => `/drafts/${draftId}/check`,
  '/my': () => '/my',
  '/inbox': () => '/inbox',
  '/my/cases/:id': () => `/my/cases/${caseId}`,
  '/my/cases/:id/clocks/:clock': () => `/my/cases/${caseId}/clocks/correction%231`,
  '/my/cases/:id/withdraw': () => `/my/cases/${caseId}/withdraw`,
  // With nothing owed it leads back to the case; as it is otherwise, the examples show.
  '/my/cases/:id/supply': () => `/my/cases/${caseId}/supply`,
  '/my/cases/:id/correct': () => `/my/cases/${correctedId}/correct`,
  '/letters/write': () => '/letters/write?kind=wz-complaint',
  '/letters/mine': () => '/letters/mine',
  '/letters': () => '/letters?state=open',
  '/letters/figures': () => '/letters/figures',
  '/letters/:number': () => '/letters/not-public',
  '/my/letters/:id': () => `/my/letters/${letterId}`,
  '/my/letters/:id/clocks/:clock': () => `/my/letters/${letterId}/clocks/acceptance`,
  '/review': () => '/review',
  '/review/:token': () => reviewPath,
  '/review/screen/:token': () => screenPath,
  '/reviews': () => '/reviews',
  '/statistics': () => '/statistics',
  '/track': () => '/track',
  '/certificates': () => '/certificates',
  '/c/:id': () => '/c/unknown-number',
  '/ledger': () => '/ledger?day=2026-11-23',
  '/ledger/verify': () => '/ledger/verify',
  '/ledger/receipt': () => '/ledger/receipt',
  '/demo/messages': () => '/demo/messages',
  '/demo/clock': () => '/demo/clock',
};
/** Of these the page that says so is looked at; as they are otherwise, the examples show. */
const missing: readonly string[] = ['/c/:id', '/letters/:number'];
/** Files, and addresses that only lead on to one of the pages. */
const files = [
  '/assets/:version/:name',
  '/items/:code/files/:file',
  '/files/:sha256',
  '/my/cases/:id/files/:name',
  '/my/cases/:id/documents/:name',
  '/my/cases/:id/receipt.json',
  '/my/cases/:id/receipt.html',
  '/ledger/checker.html',
  '/ledger/feed.xml',
  '/my/cases/:id/results.zip',
  '/my/letters/:id/files/:name',
  '/my/letters/:id/documents/:name',
  '/letters/feed.xml',
  '/drafts/:id/questions',
  '/preferences',
];

/** Grey rows have given way to what they stood for. */
const loaded = (page: Page) =>
  page.locator('.tasks-skeleton, .ant-skeleton').first().waitFor({ state: 'detached' });

describe('the public site', () => {
  it('has a place in the table below for each of its pages', async () => {
    const app = Fastify();
    const listed: string[] = [];
    app.addHook('onRoute', ({ method, url }) => {
      if (method === 'GET') listed.push(url);
    });
    await registerPortal(app, {
      services: exampleServices(),
      cookieSecure: false,
      sessionCookie: 's',
    });
    expect(listed.toSorted()).toEqual([...Object.keys(pages), ...files].toSorted());
    await app.close();
  });

  it.each([
    ['as it is', false],
    ['in large type', true],
  ])('keeps nobody out, %s', async (_, elder) => {
    const page = await browser.newPage({ viewport: 'phone', baseUrl: server.url, elder });
    const [name = '', value = ''] = owner.cookie.split('=');
    await page.context().addCookies([{ name, value, url: server.url }]);
    for (const [route, path] of Object.entries(pages)) {
      const response = await page.goto(path());
      expect(response?.status(), route).toBe(missing.includes(route) ? 404 : 200);
      await checkAt(page, 'phone');
      if (!elder) await checkAt(page, 'desktop');
    }
    await page.context().close();
  });

  it('keeps nobody out before a log-in', async () => {
    const page = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
    for (const path of ['/', '/login', '/my', '/no-such-page']) {
      await page.goto(path);
      await checkAt(page, 'phone');
    }
    await page.context().close();
  });
});

describe('the console', () => {
  it.each(['desktop', 'phone'] as const)('keeps nobody out at a %s', async (viewport) => {
    const page = await browser.newPage({ viewport, baseUrl: server.url });
    await page.goto('/console/');
    await page.getByLabel('账号').waitFor();
    await checkAt(page, viewport);
    await logInStaff(page, server, accountOf('zj-counter'));
    for (const list of ['todo', 'done', 'all', 'counter', 'password']) {
      await page.goto(`/console/${list}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await loaded(page);
      await checkAt(page, viewport);
    }
    for (const tab of ['form', 'materials', 'documents', 'flow', 'story']) {
      await page.goto(`/console/cases/${caseId}?tab=${tab}`);
      await page.getByRole('tabpanel').waitFor();
      await loaded(page);
      await checkAt(page, viewport);
    }
    for (const verb of ['通知补正', '不予受理', '修改表单']) {
      await page.goto(`/console/cases/${caseId}?tab=form`);
      await openAct(page, verb);
      await checkAt(page, viewport);
    }
    await page.goto(`/console/cases/${caseId}`);
    await page
      .getByRole('button', { name: /为什么是这一天/ })
      .first()
      .click();
    await page.getByRole('heading', { name: '逐日计算' }).waitFor();
    await checkAt(page, viewport);
    await page.context().close();
  });

  it('keeps nobody out of the import of items, nor of a filing at the counter', async () => {
    const page = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
    await logInStaff(page, server, accountOf('administrator'));
    await page.goto('/console/items');
    await page.getByRole('heading', { name: '事项导入' }).waitFor();
    await checkAt(page, 'desktop');
    const clerk = await staff(server, 'zj-counter');
    const made = await clerk.send<DraftView>('POST', '/api/counter/drafts', {
      itemCode: items.constructionPermit,
      applicant: { kind: 'legal', name: '云溪县青石置业有限公司', code: '91999921YYYY10018U' },
    });
    const desk = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
    await logInStaff(desk, server, accountOf('zj-counter'));
    await desk.goto(`/console/counter/${made.draftId}`);
    await desk.getByRole('heading', { name: '一、填写表单' }).waitFor();
    await checkAt(desk, 'desktop');
    await checkAt(desk, 'phone');
    await page.context().close();
    await desk.context().close();
  });

  it.each(['desktop', 'phone'] as const)(
    'keeps nobody out of what is done among colleagues, at a %s',
    async (viewport) => {
      const head = await browser.newPage({ viewport, baseUrl: server.url });
      await logInStaff(head, server, 'qiao.mingyuan');
      await head.goto(`/console/cases/${signedId}`);
      await head.getByRole('list', { name: '科室负责人审批' }).waitFor();
      await checkAt(head, viewport);
      for (const verb of ['转办', '征求意见', '加签', '抄送传阅']) {
        await head.goto(`/console/cases/${signedId}`);
        const form = await openAct(head, verb);
        await form.getByRole('searchbox').fill('宁波涛');
        await form.getByRole('button', { name: '宁波涛' }).waitFor();
        await checkAt(head, viewport);
      }
      await head.goto('/console/proxies');
      await head.getByText('宁波涛 代 乔明远').waitFor();
      await choosePerson(head.locator('main'), '由谁代理', '周牧野');
      await head.getByRole('status').filter({ hasText: '由周牧野代我办理全部事项' }).waitFor();
      await checkAt(head, viewport);

      const deputy = await browser.newPage({ viewport, baseUrl: server.url });
      await logInStaff(deputy, server, 'ning.bo');
      await deputy.getByText('您正在代乔明远办理').waitFor();
      await loaded(deputy);
      await checkAt(deputy, viewport);
      await deputy.getByRole('link', { name: '看代办的待办' }).click();
      await deputy.getByRole('button', { name: '代乔明远', pressed: true }).waitFor();
      await checkAt(deputy, viewport);
      await deputy.goto('/console/messages');
      await deputy.getByRole('heading', { name: '消息', level: 1 }).waitFor();
      await deputy.getByText('请您加签').first().waitFor();
      await checkAt(deputy, viewport);

      const administrator = await browser.newPage({ viewport, baseUrl: server.url });
      await logInStaff(administrator, server, 'qin.yue');
      await administrator.goto('/console/hand-over');
      await choosePerson(administrator.locator('main'), '谁要离岗', '乔明远');
      await administrator.getByText('乔明远名下').waitFor();
      await checkAt(administrator, viewport);
      for (const page of [head, deputy, administrator]) await page.context().close();
    },
  );
});
