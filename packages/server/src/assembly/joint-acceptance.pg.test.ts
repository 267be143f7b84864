// A joint licence of three offices: looked at and surveyed together, each with its own part.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '@yichuang/contracts';
import { decide, type CaseState, type FiledMaterial } from '@yichuang/kernel/case';
import { contextOf } from '../cases/index.ts';
import { followJoint } from '../joint-cases/index.ts';
import { openTestSite, type TestSite } from './testing-site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site[Symbol.asyncDispose]());

const form = {
  builder: '云溪县青石置业有限公司',
  builderCode: '91999921YYYY10018U',
  projectName: '青石花园三期 5 号住宅楼',
  projectAddress: '云溪县碧云街道望溪路 18 号',
  buildingArea: 12_860,
  planningPermit: '云规建字2025-031',
  fireGrade: '2',
  hasShelter: true,
  shelterArea: 1200,
  contactName: '欧阳晓雨',
  contactMobile: '19900000003',
};

/** A page as the file store would know it; no office of this test opens it. */
const page = {
  sha256: 'a'.repeat(64),
  name: '1.jpg',
  mediaType: 'image/jpeg',
  bytes: 80_000,
  width: 800,
  height: 1131,
};
const handedIn = ['survey', 'report', 'fire-drawings', 'shelter-report', 'warranty'];

let filed = 0;

/** Filed at the counter's own desk: drafts and uploads have their tests elsewhere. */
async function filedWhole(change: object = {}): Promise<string> {
  const { parts } = site;
  const item = parts.pack.items.find(({ name }) => name === '房屋建筑工程联合验收');
  if (item === undefined) throw new Error('the pack has no joint acceptance');
  const published = await parts.deps.findItem(item.code);
  if (published === undefined) throw new Error('the joint acceptance is not published');
  const { personId } = await site.resident('19900000003');
  filed += 1;
  const caseId = `00000000-0000-4000-8000-${String(filed).padStart(12, '0')}`;
  const person = { personId, kind: 'natural', name: '欧阳晓雨' } as const;
  const actor = { kind: 'applicant', personId, name: person.name } as const;
  const context = contextOf(parts.deps, actor, published, await parts.deps.directory.staff());
  const materials = handedIn.map((materialId): FiledMaterial => ({
    materialId,
    pages: [page],
    isOnPaper: false,
  }));
  const outcome = decide(
    undefined,
    {
      type: 'ReceiveCase',
      caseId,
      number: `LHYS-${filed}`,
      applicant: person,
      contact: person,
      channel: 'online',
      form: { ...form, ...change },
      materials,
    },
    context,
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  await parts.cases.write({
    caseId,
    before: undefined,
    after: outcome.state,
    events: outcome.events,
    headHash: null,
    passwordHash: 'x',
    context,
    act: 'ReceiveCase',
    stepName: '',
    personId,
  });
  return caseId;
}

async function act(login: string, caseId: string, type: string, rest: object): Promise<void> {
  const caller = await site.staff(login);
  const view = (await caller.send('GET', `/api/cases/${caseId}`)).json<CaseView>();
  const taskId = view.allowed.find((each) => each.act === type)?.taskId;
  const body = { type, ...(taskId === undefined ? {} : { taskId }), ...rest };
  const answer = await caller.send('POST', `/api/cases/${caseId}/commands`, body);
  expect(answer.statusCode, answer.body).toBe(200);
}

const approve = (login: string, caseId: string) =>
  act(login, caseId, 'ApproveTask', { opinion: '符合要求' });

async function stateOf(caseId: string): Promise<CaseState> {
  const found = await site.parts.cases.find(caseId);
  if (found === undefined) throw new Error(`no case ${caseId}`);
  return found.state;
}

async function follow(caseId: string): Promise<void> {
  const history = await site.parts.cases.events(caseId);
  await followJoint(site.parts.joint, caseId, history, { fromSeq: 1, toSeq: history.length });
}

async function partCases(wholeId: string): Promise<Record<string, CaseState>> {
  const { subcases } = await stateOf(wholeId);
  const parts = Object.entries(subcases['parts']?.parts ?? {});
  const found = await Promise.all(
    parts.map(async ([id, { caseId }]) =>
      caseId === undefined ? [] : [[id, await stateOf(caseId)] as const],
    ),
  );
  return Object.fromEntries(found.flat());
}

async function acceptedWhole(change: object = {}): Promise<string> {
  const wholeId = await filedWhole(change);
  const checks = handedIn.map((materialId) => ({ materialId, verdict: 'complete' }));
  await act('lu.qinghe', wholeId, 'CheckMaterials', { checks, paperReceived: [] });
  await act('lu.qinghe', wholeId, 'AcceptCase', { opinion: '一套材料，齐全' });
  return wholeId;
}

/** 联合初审, then 联合踏勘: every office signs, the fire brigade comes along. */
async function surveyedWhole(change: object = {}): Promise<string> {
  const wholeId = await acceptedWhole(change);
  for (const login of ['tan.yaqin', 'cen.lan', 'fu.gang']) await approve(login, wholeId);
  expect((await stateOf(wholeId)).subcases).toEqual({});
  for (const login of ['tan.yaqin', 'cen.lan', 'yu.huo', 'fu.gang']) await approve(login, wholeId);
  await follow(wholeId);
  return wholeId;
}

describe('the joint acceptance 联合验收', () => {
  it('has forty-five working days, and each part its own limit inside', async () => {
    const wholeId = await surveyedWhole();
    const whole = await stateOf(wholeId);
    expect(whole.clocks['statutory']).toMatchObject({ ruleId: 'XK-LB-45', amount: 45 });
    const parts = await partCases(wholeId);
    expect(Object.keys(parts).toSorted()).toEqual(['fire', 'planning', 'shelter']);
    expect(parts['planning']?.clocks['committed']?.amount).toBe(5);
    expect(parts['fire']?.clocks['statutory']?.amount).toBe(15);
    expect(parts['shelter']?.form['shelterArea']).toBe(1200);
    expect(new Set(Object.values(parts).map(({ orgId }) => orgId)).size).toBe(3);
    expect(parts['fire']?.materials['report']?.pages).toEqual(whole.materials['report']?.pages);
  });

  it('may be extended by fifteen days, once, by the government’s leader', async () => {
    const wholeId = await surveyedWhole();
    const before = (await stateOf(wholeId)).clocks['statutory']?.result.dueOn ?? '';
    await act('gao.yuan', wholeId, 'ExtendLimit', { days: 15, reason: '整改复查' });
    const after = (await stateOf(wholeId)).clocks['statutory'];
    expect(after?.extensions).toMatchObject([{ amount: 15 }]);
    expect((after?.result.dueOn ?? '') > before).toBe(true);
  });

  it('asks nobody for a shelter that is not there', async () => {
    const wholeId = await surveyedWhole({ hasShelter: false, shelterArea: null });
    const { subcases } = await stateOf(wholeId);
    expect(Object.keys(subcases['parts']?.parts ?? {})).not.toContain('shelter');
    // The record of completion waits for those that are there.
    expect(subcases['parts']?.parts['record']?.status).toBe('waiting');
  });

  it('is surveyed anew when an office sends it back: new parts, the old ones ended', async () => {
    const wholeId = await surveyedWhole();
    const first = await partCases(wholeId);
    await approve('cen.lan', first['planning']?.caseId ?? '');
    const back = {
      toStep: 'site-survey',
      then: 'walk-again',
      reason: '消防车道被占用，整改后再看',
    };
    // Whoever decides on the whole may send it back as soon as the parts are through; before, an
    // administrator moves it.
    const { jumped } = await jump(wholeId, back.toStep, back.reason);
    expect(jumped).toBe(200);
    await follow(wholeId);
    await follow(wholeId);
    for (const { caseId } of Object.values(first)) {
      expect((await stateOf(caseId)).phase).toBe('terminated');
    }
    for (const login of ['tan.yaqin', 'cen.lan', 'yu.huo', 'fu.gang']) {
      await approve(login, wholeId);
    }
    await follow(wholeId);
    const second = await partCases(wholeId);
    expect(Object.keys(second).toSorted()).toEqual(['fire', 'planning', 'shelter']);
    const ids = [...Object.values(first), ...Object.values(second)].map(({ caseId }) => caseId);
    expect(new Set(ids).size).toBe(6);
    expect((await stateOf(wholeId)).subcases['parts']?.round).toBe(2);
    for (const { phase } of Object.values(second)) expect(phase).toBe('accepted');
  });

  it('takes no notice of a part that was ended, when its own job comes late', async () => {
    const wholeId = await surveyedWhole();
    const { fire } = await partCases(wholeId);
    if (fire === undefined) throw new Error('fire has a case');
    await jump(wholeId, 'site-survey', '重新踏勘');
    await follow(wholeId);
    const before = (await stateOf(wholeId)).version;
    await follow(fire.caseId);
    expect((await stateOf(wholeId)).version).toBe(before);
  });
});

async function jump(
  caseId: string,
  toStep: string,
  reason: string,
): Promise<{ readonly jumped: number }> {
  const holder = site.parts.pack.posts.find(({ capabilities }) =>
    (capabilities as readonly string[]).includes('administer-cases'),
  );
  const person = site.parts.pack.people.staff.find(({ posts }) => posts.includes(holder?.id ?? ''));
  if (person === undefined) throw new Error('nobody administers cases');
  const caller = await site.staff(person.account);
  const body = { type: 'JumpToStep', toStep, reason };
  const { statusCode } = await caller.send('POST', `/api/cases/${caseId}/commands`, body);
  return { jumped: statusCode };
}
