// One application to three departments: looked at together, one more signature asked for, split
// into each department's own case, returned across the split by the leader, split anew, and given
// out as one package.

import type { CasePartView, CaseView, TimelineEntry } from '@yichuang/contracts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accountOf,
  act,
  actOn,
  applicant,
  choosePerson,
  eventually,
  fileCase,
  holdsCase,
  items,
  jointForm,
  logInStaff,
  moveToMorning,
  openAct,
  openBrowser,
  openCase,
  resident,
  showAs,
  staff,
  startServer,
  type Connection,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

const person = resident('ouyang-xiaoyu');
/** Who looks at it and goes to the site, of three departments. */
const reviewers = ['zj-quality-head', 'zrj-reviewer', 'rf-reviewer'];
const surveyors = [...reviewers, 'xf-inspector-1'];
/** Of each part: whose list it is on first, who decides, who hands it out. */
const offices = {
  planning: ['zrj-reviewer', 'zrj-leader', 'general-counter'],
  fire: ['zj-quality-head', 'zj-deputy-leader', 'zj-counter'],
  shelter: ['rf-reviewer', 'rf-leader', 'general-counter'],
  record: ['zj-construction-head', 'zj-deputy-leader', 'zj-counter'],
} as const;
type PartId = keyof typeof offices;

let server: TestServer;
let browser: TestBrowser;
let owner: Connection;
let counter: Connection;
let leader: Page;
let caseId = '';
let number = '';

const connections = new Map<string, Promise<Connection>>();
const first: Partial<Record<PartId, CasePartView>> = {};

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  await moveToMorning(server);
  owner = await applicant(server, person);
  const early = { early: ['warranty'] };
  ({ caseId, number } = await fileCase(owner, items.jointAcceptance, jointForm, early));
  counter = await as('zj-counter');
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

/** The post's connection; everybody logs in once. */
function as(post: string): Promise<Connection> {
  const found = connections.get(post) ?? staff(server, post);
  connections.set(post, found);
  return found;
}

async function atDesk(post: string): Promise<Page> {
  const page = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
  await logInStaff(page, server, accountOf(post));
  return page;
}

const whole = () => counter.get<CaseView>(`/api/cases/${caseId}`);
const told = async (type: string): Promise<TimelineEntry[]> =>
  (await whole()).timeline.filter((entry) => entry.type === type);
const wholeDue = async (kind: string) =>
  (await whole()).clocks.find((clock) => clock.kind === kind)?.dueOn;

async function approve(post: string, id = caseId): Promise<void> {
  await actOn(await as(post), id, 'ApproveTask', { opinion: '符合要求' });
}

/** The part's own case, once the system has opened it (a new one after a return). */
function partOf(id: PartId): Promise<CasePartView & { readonly caseId: string }> {
  return eventually(`the case of ${id}`, async () => {
    const part = (await whole()).parts?.find(({ partId }) => partId === id);
    if (part?.caseId === undefined || part.caseId === first[id]?.caseId) return undefined;
    return { ...part, caseId: part.caseId };
  });
}

async function concludePart(id: PartId): Promise<void> {
  const part = await partOf(id);
  const [reviewer, decider, hands] = offices[id];
  await approve(reviewer, part.caseId);
  await approve(decider, part.caseId);
  await serve(hands, part.caseId);
}

/** Served once its documents are made. */
async function serve(post: string, id: string): Promise<void> {
  const who = await as(post);
  await eventually(`the documents of ${id}`, async () => {
    const { documents } = await who.get<CaseView>(`/api/cases/${id}`);
    return documents.every(({ issuedAt }) => issuedAt !== undefined) ? documents : undefined;
  });
  await actOn(who, id, 'ServeResult', { method: 'electronic', recipient: person.name });
}

async function expectOnLists(posts: readonly string[], id: string): Promise<void> {
  for (const post of posts)
    expect([post, await holdsCase(await as(post), id)]).toEqual([post, true]);
}

describe('a joint acceptance of three departments', () => {
  it('is accepted once, at one counter, within the limit of joint handling', async () => {
    const desk = await atDesk('zj-counter');
    await openCase(desk, number);
    await desk.getByRole('tab', { name: /^材料/ }).click();
    await desk.getByRole('button', { name: '全部齐全' }).click();
    await act(desk, '受理');
    await desk.context().close();
    const { phase, clocks } = await whole();
    expect(phase).toBe('accepted');
    expect(clocks.find(({ kind }) => kind === 'statutory')).toMatchObject({
      ruleId: 'XK-LB-45',
      amount: 45,
      light: 'green',
    });
  });

  it('is on the list of each department at once, and each sees the same documents', async () => {
    await expectOnLists(reviewers, caseId);
    // The fire brigade comes along to the site only.
    expect(await holdsCase(await as('xf-inspector-1'), caseId)).toBe(false);
    const shelter = await atDesk('rf-reviewer');
    await openCase(shelter, number);
    await shelter.getByRole('tab', { name: /^材料 ?5/ }).waitFor();
    await act(shelter, '同意');
    await shelter.context().close();
    for (const post of ['zj-quality-head', 'zrj-reviewer']) await approve(post);
    await expectOnLists(surveyors, caseId);
  });
});

describe('one more signature', () => {
  it('is asked for by a surveyor, who waits until it is there', async () => {
    const planner = await atDesk('zrj-reviewer');
    await openCase(planner, number);
    const form = await openAct(planner, '加签');
    await form.getByRole('radio', { name: '在我之前' }).check();
    await choosePerson(form, '加签人', '莫远山');
    await form.getByLabel('理由').fill('退界尺寸请局长过目。');
    await act(planner, '加签');
    const { signings } = await whole();
    const added = signings.flatMap(({ signers }) => signers).find(({ kind }) => kind === 'before');
    expect(added).toMatchObject({ names: ['莫远山'], addedBy: '岑岚', status: 'open' });
    await expectOnLists(['zrj-leader'], caseId);
    expect(await holdsCase(await as('zrj-reviewer'), caseId)).toBe(false);
    await planner.context().close();
  });

  it('is given in the browser, and the surveyor’s own turn comes back', async () => {
    const added = await atDesk('zrj-leader');
    await openCase(added, number);
    const form = await openAct(added, '同意');
    await form.getByRole('textbox', { name: '意见' }).fill('退界满足要求。');
    await act(added, '同意');
    await added.context().close();
    await expectOnLists(surveyors, caseId);
    for (const post of surveyors) await approve(post);
    const [entry] = await told('SignerAdded');
    expect(entry).toMatchObject({ by: '岑岚', text: '“联合踏勘”加签：莫远山' });
  });
});

describe('the split', () => {
  it('gives each department a case of its own, inside the clock of the whole', async () => {
    for (const id of ['planning', 'fire', 'shelter'] as const) {
      first[id] = await partOf(id);
      const { caseId: partId = '', office, clocks } = first[id];
      const [reviewer] = offices[id];
      await expectOnLists([reviewer], partId);
      const own = clocks.find(({ kind }) => kind === 'statutory');
      expect([office, own?.light]).toEqual([office, 'green']);
      expect((own?.dueOn ?? '') <= ((await wholeDue('statutory')) ?? '')).toBe(true);
    }
    expect(new Set(Object.values(first).map(({ office }) => office)).size).toBe(3);
    // The record waits for the other three.
    const record = (await whole()).parts?.find(({ partId }) => partId === 'record');
    expect(record).toMatchObject({ status: 'waiting' });
    expect(record?.caseId).toBeUndefined();
  });

  it('keeps a department to its own part', async () => {
    const { caseId: planning = '' } = first.planning ?? {};
    const shelter = await as('rf-leader');
    expect((await shelter.ask('GET', `/api/cases/${planning}`)).status).toBe(404);
  });

  it('joins when the last part has its result, and comes to the leader', async () => {
    const planner = await atDesk('zrj-reviewer');
    await openCase(planner, first.planning?.number ?? '');
    await act(planner, '同意');
    await planner.context().close();
    const { caseId: planning = '' } = first.planning ?? {};
    await approve('zrj-leader', planning);
    await serve('general-counter', planning);
    for (const id of ['fire', 'shelter'] as const) {
      expect(await holdsCase(await as('zj-leader'), caseId)).toBe(false);
      const { caseId: partId = '' } = first[id] ?? {};
      const [reviewer, decider, hands] = offices[id];
      await approve(reviewer, partId);
      await approve(decider, partId);
      await serve(hands, partId);
    }
    await concludePart('record');
    first.record = await partOf('record');
    await eventually('the leader’s turn', async () =>
      (await holdsCase(await as('zj-leader'), caseId)) ? true : undefined,
    );
  });
});

describe('a return across the split', () => {
  it('takes the whole back to the site, on every surveyor’s list again', async () => {
    const before = [await wholeDue('statutory'), await wholeDue('committed')];
    leader = await atDesk('zj-leader');
    await openCase(leader, number);
    const form = await openAct(leader, '退回');
    await form.getByRole('radio', { name: '联合踏勘' }).check();
    await form.getByRole('radio', { name: '重新逐个环节办理' }).check();
    await form.getByLabel('理由').fill('消防车道被占用，整改后重新踏勘。');
    await act(leader, '退回');
    await expectOnLists(surveyors, caseId);
    const { tasks } = await whole();
    expect(tasks.map(({ stepId, round }) => `${stepId} ${round}`)).toEqual(
      surveyors.map(() => 'site-survey 2'),
    );
    expect(await holdsCase(await as('zj-leader'), caseId)).toBe(false);
    // Nobody gains a day by a return.
    expect([await wholeDue('statutory'), await wholeDue('committed')]).toEqual(before);
    const [entry] = await told('StepReturned');
    expect(entry).toMatchObject({ by: '方敬贤', text: '由“联合验收意见”退回“联合踏勘”' });
  });

  it('asks only those whom the flow names: the added signature was for one round', async () => {
    const { signings } = await whole();
    const survey = signings.find(({ stepId }) => stepId === 'site-survey');
    expect(survey?.signers.map(({ kind }) => kind)).toEqual(surveyors.map(() => undefined));
    expect(await holdsCase(await as('zrj-leader'), caseId)).toBe(false);
  });

  it('opens new cases for the parts; those of the first round stay as they ended', async () => {
    for (const post of surveyors) await approve(post);
    for (const id of ['planning', 'fire', 'shelter'] as const) {
      const again = await partOf(id);
      const [reviewer] = offices[id];
      await expectOnLists([reviewer], again.caseId);
      const { caseId: before = '' } = first[id] ?? {};
      const { phase } = await (await as(reviewer)).get<CaseView>(`/api/cases/${before}`);
      expect([id, phase]).toEqual([id, 'concluded']);
    }
  });
});

describe('the end', () => {
  it('is one decision, after every department has come to its own', async () => {
    for (const id of ['planning', 'fire', 'shelter', 'record'] as const) await concludePart(id);
    await eventually('the leader’s turn', async () =>
      (await holdsCase(await as('zj-leader'), caseId)) ? true : undefined,
    );
    await leader.goto('/console/todo');
    await openCase(leader, number);
    await act(leader, '同意');
    const { decision, parts } = await whole();
    expect(decision?.outcome).toBe('granted');
    expect(parts?.map(({ status }) => status)).toEqual(parts?.map(() => 'granted'));
    await serve('zj-counter', caseId);
    expect((await whole()).phase).toBe('concluded');
  });

  it('is one package for the applicant, with every department’s result', async () => {
    const phone = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
    await showAs(phone, owner);
    await phone.goto(`/my/cases/${caseId}`);
    await phone.getByText('共 4 项，已办好 4 项。').waitFor();
    const results = phone.getByRole('region', { name: '办理结果' });
    const [archive] = await Promise.all([
      phone.waitForEvent('download'),
      results.getByRole('link', { name: '全部下载（ZIP）' }).click(),
    ]);
    expect(archive.suggestedFilename()).toMatch(/^办理结果 \d{14}\.zip$/);
  });
});
