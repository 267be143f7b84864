// One matter across offices on a real database: filed as one, opened in parts, joined again.
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BundleResult, CaseView, DraftView, FilingReceipt } from '@yichuang/contracts';
import { replay, type CaseState, type FilePage } from '@yichuang/kernel/case';
import { canonicalJson } from '@yichuang/kernel/ledger';
import { queryPassword } from '../cases/index.ts';
import { produceDocument } from '../issuing/index.ts';
import { followJoint, type JointDeps } from '../joint-cases/index.ts';
import { openTestSite, type TestCaller, type TestSite } from './testing-site.ts';

let site: TestSite;
let resident: TestCaller;
let page: Buffer;

beforeAll(async () => {
  site = await openTestSite();
  const background = { r: 250, g: 250, b: 240 };
  page = await sharp({ create: { width: 800, height: 1130, channels: 3, background } })
    .jpeg({ quality: 50 })
    .toBuffer();
  resident = await site.resident('19900000001');
  const profile = { kind: 'natural', name: '田淑兰', idNumber: '99992119010315102X' };
  expect((await resident.send('PUT', '/api/me/profile', profile)).statusCode).toBe(200);
});
afterAll(() => site[Symbol.asyncDispose]());

const answers = {
  hasLicence: 'false',
  foodKind: 'hot',
  area: '８０',
  hasShow: 'false',
  sign: 'fascia',
};
const form = {
  tradeName: '云溪县柳浦镇小满面馆',
  premises: '云溪县柳浦镇正街8号',
  floors: '1层',
  employees: 3,
  composition: 'person',
  capital: 5,
  scope: '餐饮服务',
  safetyOfficer: '田淑兰',
  fireOfficer: '田淑兰',
  signText: '小满面馆',
  signSize: '6米×1.2米×0.2米',
};
/** What may come later is left out: the counter accepts without it. */
const handedIn = ['premises-proof', 'floor-plan', 'food-rules', 'sign-design'];
/** Promised in writing in place of a test report (消防法第十五条). */
const promised = 'fire-standards';
const fireLater = ['fire-facilities', 'fire-rules'];

async function upload(itemCode: string, materialId: string): Promise<FilePage> {
  const boundary = 'form-boundary';
  const head =
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="1.jpg"\r\n` +
    'Content-Type: image/jpeg\r\n\r\n';
  const origin = { ip: '127.0.0.1', userAgent: 'test' };
  const login = { kind: 'resident', personId: resident.personId } as const;
  const token = await site.parts.people.sessions.start(login, origin);
  const answer = await site.app.inject({
    method: 'POST',
    url: `/api/my/uploads?${new URLSearchParams({ itemCode, materialId }).toString()}`,
    headers: {
      cookie: `yichuang-resident=${token}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat([Buffer.from(head), page, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}

async function bundleDraft(given: object = {}): Promise<DraftView> {
  const body = { answers: { ...answers, ...given } };
  const made = await resident.send('POST', '/api/my/bundles/restaurant/drafts', body);
  expect(made.statusCode, made.body).toBe(201);
  return made.json();
}

async function filedWhole(): Promise<string> {
  const { draftId, itemCode } = await bundleDraft();
  const materials = await Promise.all(
    handedIn.map(async (materialId) => {
      const { sha256, name } = await upload(itemCode, materialId);
      return { materialId, pages: [{ sha256, name }], isOnPaper: false };
    }),
  );
  const promise = { materialId: promised, pages: [], isOnPaper: false, isCommitted: true };
  const path = `/api/my/drafts/${draftId}`;
  const body = { form, materials: [...materials, promise] };
  const changed = await resident.send('PATCH', path, body);
  expect(changed.json<DraftView>().problems).toEqual([]);
  const filed = await resident.send('POST', `${path}/file`);
  expect(filed.statusCode, filed.body).toBe(201);
  return filed.json<FilingReceipt>().caseId;
}

async function act(login: string, caseId: string, type: string, rest: object): Promise<void> {
  const caller = await site.staff(login);
  const view = (await caller.send('GET', `/api/cases/${caseId}`)).json<CaseView>();
  const taskId = view.allowed.find((each) => each.act === type)?.taskId;
  const body = { type, ...(taskId === undefined ? {} : { taskId }), ...rest };
  const answer = await caller.send('POST', `/api/cases/${caseId}/commands`, body);
  expect(answer.statusCode, answer.body).toBe(200);
}

async function acceptedWhole(): Promise<string> {
  const wholeId = await filedWhole();
  const checks = [...handedIn, promised].map((materialId) => ({ materialId, verdict: 'complete' }));
  await act('duan.ruoxi', wholeId, 'CheckMaterials', { checks, paperReceived: [] });
  const deferred = fireLater.map((materialId) => ({ materialId, days: 5 }));
  await act('duan.ruoxi', wholeId, 'AcceptCase', { opinion: '齐全', deferred });
  return wholeId;
}

async function stateOf(caseId: string): Promise<CaseState> {
  const found = await site.parts.cases.find(caseId);
  if (found === undefined) throw new Error(`no case ${caseId}`);
  return found.state;
}

/** As the job does after each command, here for everything that has happened so far. */
async function follow(caseId: string, deps: JointDeps = site.parts.joint): Promise<void> {
  const history = await site.parts.cases.events(caseId);
  await followJoint(deps, caseId, history, { fromSeq: 1, toSeq: history.length });
}

async function partOf(wholeId: string, partId: string): Promise<CaseState> {
  const whole = await stateOf(wholeId);
  const caseId = whole.subcases['parts']?.parts[partId]?.caseId;
  if (caseId === undefined) throw new Error(`part ${partId} has no case`);
  return stateOf(caseId);
}

async function partStates(wholeId: string): Promise<Record<string, string>> {
  const { subcases } = await stateOf(wholeId);
  const parts = Object.entries(subcases['parts']?.parts ?? {});
  return Object.fromEntries(parts.map(([id, { status }]) => [id, status]));
}

async function childRows(wholeId: string): Promise<number> {
  const rows = await site.database.db.query(
    `SELECT 1 FROM cases WHERE state -> 'parent' ->> 'caseId' = $1`,
    [wholeId],
  );
  return rows.length;
}

describe('the questionnaire', () => {
  it('says what applies, why, and what filing it together saves', async () => {
    const path = '/api/bundles/restaurant/result';
    const result = (await site.nobody.send('POST', path, { answers })).json<BundleResult>();
    expect(result.parts.map(({ partId }) => partId)).toEqual([
      'registration',
      'food',
      'fire',
      'sign',
    ]);
    expect(result.parts[1]).toMatchObject({
      office: '云溪县市场监督管理局',
      after: ['营业执照'],
      because: ['因为您选择了“主要卖什么：现炒现做的热菜、面点、火锅”'],
    });
    // Registered in one day, then seven for the food licence: the longest way.
    expect(result.together.days).toBe(8);
    expect(result.apart.days).toBe(1 + 7 + 5 + 3);
    expect(result.together.materials).toBe(7);
    expect(result.apart.materials).toBe(9);
    expect(result.together.fields).toBeLessThan(result.apart.fields);
  });

  it('asks on where an answer is missing or is none', async () => {
    const ask = async (given: object) =>
      (
        await site.nobody.send('POST', '/api/bundles/restaurant/interview', { answers: given })
      ).json();
    expect((await ask({})).next.id).toBe('hasLicence');
    expect((await ask({ hasLicence: 'true', foodKind: 'soup' })).next.id).toBe('foodKind');
    expect((await ask({ ...answers, area: 'large' })).next.id).toBe('area');
    expect(await ask(answers)).not.toHaveProperty('next');
    // Packaged food: whether there is karaoke is not asked.
    const packaged = await ask({ ...answers, foodKind: 'packaged' });
    expect(packaged.answered).toHaveLength(4);
  });

  it('refuses what cannot be filed', async () => {
    const open = (given: object) =>
      resident.send('POST', '/api/my/bundles/restaurant/drafts', { answers: given });
    expect((await open({})).json().code).toBe('bundle-answers-missing');
    const nothing = { ...answers, hasLicence: true, foodKind: 'packaged', sign: 'none' };
    expect((await open(nothing)).json().code).toBe('bundle-nothing-to-file');
    const other = await resident.send('POST', '/api/my/bundles/zoo/drafts', { answers });
    expect(other.json().code).toBe('bundle-unknown');
    const bare = await resident.send('POST', '/api/my/drafts', {
      itemCode: (await bundleDraft()).itemCode,
    });
    const { problems } = bare.json<DraftView>();
    expect(problems.map(({ subject }) => subject)).toContain('foodKind');
  });

  it('opens a draft at the counter for whoever walks in', async () => {
    const clerk = await site.staff('duan.ruoxi');
    const applicant = { kind: 'natural', name: '罗建国', code: '999921190207201132' };
    const path = '/api/counter/bundles/restaurant/drafts';
    const made = await clerk.send('POST', path, { answers, applicant });
    expect(made.statusCode, made.body).toBe(201);
    const draft = made.json<DraftView>();
    expect(draft).toMatchObject({ applicant: { name: '罗建国' }, form: { partFire: true } });
    const change = { answers: { ...answers, area: 30 }, draftId: draft.draftId };
    expect((await clerk.send('POST', path, change)).json<DraftView>().form.partFire).toBe(false);
    // A resident has no counter, and a draft made there is not a resident's own.
    expect((await resident.send('POST', path, { answers, applicant })).statusCode).toBe(401);
    const taken = await resident.send('POST', '/api/my/bundles/restaurant/drafts', change);
    expect(taken.statusCode).toBe(404);
  });

  it('keeps what follows from the answers out of reach of whoever types', async () => {
    const { draftId } = await bundleDraft();
    const path = `/api/my/drafts/${draftId}`;
    const change = { form: { partFire: false, area: 10, tradeName: form.tradeName } };
    const changed = (await resident.send('PATCH', path, change)).json<DraftView>();
    expect(changed.form).toMatchObject({ partFire: true, area: 80, tradeName: form.tradeName });
    const again = await resident.send('POST', '/api/my/bundles/restaurant/drafts', {
      answers: { ...answers, area: 30 },
      draftId,
    });
    expect(again.json<DraftView>().form).toMatchObject({
      partFire: false,
      area: 30,
      tradeName: form.tradeName,
    });
  });
});

describe('the parts of an accepted whole', () => {
  let wholeId: string;
  beforeEach(async () => {
    wholeId = await acceptedWhole();
  });

  it('are opened once each, however often and by however many the order is followed', async () => {
    await Promise.all([follow(wholeId), follow(wholeId), follow(wholeId)]);
    await follow(wholeId);
    expect(await partStates(wholeId)).toEqual({
      registration: 'open',
      food: 'waiting',
      fire: 'open',
      sign: 'open',
    });
    expect(await childRows(wholeId)).toBe(3);
    const recorded = (await site.parts.cases.events(wholeId)).filter(
      ({ event }) => event.type === 'SubcaseRecorded',
    );
    expect(recorded).toHaveLength(3);
  });

  it('are accepted with the whole, each with its own clock and the one upload', async () => {
    await follow(wholeId);
    const whole = await stateOf(wholeId);
    const sign = await partOf(wholeId, 'sign');
    expect(sign).toMatchObject({
      phase: 'accepted',
      acceptedOn: whole.acceptedOn,
      parent: { caseId: wholeId, nodeId: 'parts', partId: 'sign', number: whole.number },
      form: { shopName: form.tradeName, signKind: 'fascia', signText: form.signText },
    });
    expect(sign.clocks['statutory']?.amount).toBe(20);
    expect(whole.clocks['statutory']).toMatchObject({ ruleId: 'XK-LB-45', amount: 45 });
    const registration = await partOf(wholeId, 'registration');
    expect(registration.materials['premises-proof']?.pages[0]?.sha256).toBe(
      sign.materials['premises-proof']?.pages[0]?.sha256,
    );
    expect(replay(await site.parts.cases.events(sign.caseId))).toEqual(sign);
  });

  it('are found again after a crash between opening and recording', async () => {
    let crashes = 1;
    const deps: JointDeps = {
      ...site.parts.joint,
      cases: {
        ...site.parts.cases,
        async write(change) {
          const written = await site.parts.cases.write(change);
          if (change.act !== 'ReceiveCase' || crashes === 0) return written;
          crashes -= 1;
          throw new Error('the process died here');
        },
      },
    };
    await expect(follow(wholeId, deps)).rejects.toThrow('died here');
    expect(await childRows(wholeId)).toBe(1);
    expect(Object.values(await partStates(wholeId))).toContain('open');
    await follow(wholeId);
    expect(await childRows(wholeId)).toBe(3);
    const { subcases } = await stateOf(wholeId);
    const numbers = Object.values(subcases['parts']?.parts ?? {}).flatMap((p) => p.number ?? []);
    expect(new Set(numbers).size).toBe(3);
  });

  it('stand under their whole on the list of the person’s own cases', async () => {
    await follow(wholeId);
    const answer = await resident.send('GET', '/api/my/cases');
    const ids = answer.json<{ caseId: string }[]>().map(({ caseId }) => caseId);
    expect(ids).toContain(wholeId);
    expect(ids).not.toContain((await partOf(wholeId, 'sign')).caseId);
    const view = (await resident.send('GET', `/api/my/cases/${wholeId}`)).json<CaseView>();
    expect(view.parts?.map(({ partId, status, canOpen }) => [partId, status, canOpen])).toEqual([
      ['registration', 'open', true],
      ['food', 'waiting', false],
      ['fire', 'open', true],
      ['sign', 'open', true],
    ]);
    expect(view.parts?.[1]).toMatchObject({ name: '食品经营许可', after: ['营业执照'] });
    // Who has number and password sees where each office stands, and may open none of it.
    const password = queryPassword(site.parts.deps.secrets, 'yunxi', wholeId).plain;
    const { number } = await stateOf(wholeId);
    const tracked = await site.nobody.send('POST', '/api/track', { number, password });
    const told = tracked.json<{ parts: NonNullable<CaseView['parts']> }>().parts;
    expect(told.map(({ canOpen, documents }) => [canOpen, documents.length])).toEqual(
      Array(4).fill([false, 0]),
    );
    const { caseId } = await partOf(wholeId, 'fire');
    const part = (await resident.send('GET', `/api/my/cases/${caseId}`)).json<CaseView>();
    expect(part.parent).toMatchObject({ caseId: wholeId, itemName: '开一家餐饮店' });
  });

  it('end with the whole: withdrawn by the applicant, ended by the system', async () => {
    await follow(wholeId);
    const command = { type: 'WithdrawCase', reason: '不开了' };
    const done = await resident.send('POST', `/api/my/cases/${wholeId}/commands`, command);
    expect(done.statusCode, done.body).toBe(200);
    await follow(wholeId);
    await follow(wholeId);
    for (const partId of ['registration', 'fire', 'sign']) {
      expect((await partOf(wholeId, partId)).phase, partId).toBe('terminated');
    }
    expect((await partStates(wholeId))['food']).toBe('cancelled');
  });

  it('that were cancelled before they were opened are not opened any more', async () => {
    const command = { type: 'WithdrawCase', reason: '不开了' };
    await resident.send('POST', `/api/my/cases/${wholeId}/commands`, command);
    await follow(wholeId);
    expect(await childRows(wholeId)).toBe(0);
  });
});

describe('a part that is decided', () => {
  async function registered(wholeId: string, verdict: 'approve' | 'reject'): Promise<void> {
    const { caseId } = await partOf(wholeId, 'registration');
    if (verdict === 'reject') {
      const basis = [{ law: '中华人民共和国市场主体登记管理条例', article: '第十九条' }];
      await act('meng.siyuan', caseId, 'RejectTask', { opinion: '场所不能经营', basis });
    } else {
      await act('meng.siyuan', caseId, 'ApproveTask', { opinion: '准予登记' });
    }
    for (const { documentId } of Object.values((await stateOf(caseId)).documents)) {
      await produceDocument(site.parts.issuing, caseId, documentId);
    }
    const served = { method: 'electronic', recipient: '田淑兰' };
    await act('ye.xiaotong', caseId, 'ServeResult', served);
    await follow(caseId);
    await follow(caseId);
  }

  it('frees the part that builds on it, which takes over its number', async () => {
    const wholeId = await acceptedWhole();
    await follow(wholeId);
    await registered(wholeId, 'approve');
    expect(await partStates(wholeId)).toMatchObject({ registration: 'granted', food: 'open' });
    await follow(wholeId);
    const registration = await partOf(wholeId, 'registration');
    const licence = Object.values(registration.documents).find(
      ({ moment }) => moment === 'certificate',
    );
    const food = await partOf(wholeId, 'food');
    expect(food.form).toMatchObject({
      creditCode: licence?.number,
      businessName: form.tradeName,
      area: 80,
    });
    expect(food.materials['layout']?.pages).toHaveLength(1);
    const whole = await stateOf(wholeId);
    expect(canonicalJson(replay(await site.parts.cases.events(wholeId)))).toBe(
      canonicalJson(whole),
    );
  });

  it('negatively takes back what would have built on it; the others go on', async () => {
    const wholeId = await acceptedWhole();
    await follow(wholeId);
    await registered(wholeId, 'reject');
    expect(await partStates(wholeId)).toEqual({
      registration: 'denied',
      food: 'cancelled',
      fire: 'open',
      sign: 'open',
    });
  });
});

describe('what may come later', () => {
  it('is handed in once, reaches the part that waits for it, and its finding counts', async () => {
    const wholeId = await acceptedWhole();
    await follow(wholeId);
    const fire = await partOf(wholeId, 'fire');
    const { b1, b2, ...others } = fire.debts ?? {};
    expect([b1, b2].map((debt) => [debt?.kind, debt?.materialId, debt?.days])).toEqual([
      ['commitment', 'standards', 20],
      ['deferred-material', 'facilities', 5],
    ]);
    expect(Object.keys(others)).toEqual(['b3']);
    // What is promised is checked by the office that decides on it, and there alone.
    const own = Object.values((await stateOf(wholeId)).debts ?? {});
    expect(own.map(({ kind }) => kind)).toEqual(['deferred-material', 'deferred-material']);
    const whole = await stateOf(wholeId);
    const materials = await Promise.all(
      fireLater.map(async (materialId) => {
        const { sha256, name } = await upload(whole.itemCode, materialId);
        return { materialId, pages: [{ sha256, name }], isOnPaper: false };
      }),
    );
    const command = { type: 'SupplyMaterials', materials };
    const done = await resident.send('POST', `/api/my/cases/${wholeId}/commands`, command);
    expect(done.statusCode, done.body).toBe(200);
    await follow(wholeId);
    await follow(wholeId);
    const supplied = await partOf(wholeId, 'fire');
    expect(supplied.materials['rules']?.pages).toHaveLength(1);
    const later = ['b2', 'b3'].map((id) => supplied.debts?.[id]);
    expect(later.map((debt) => debt?.status)).toEqual(['supplied', 'supplied']);
    for (const debtId of ['b2', 'b3']) {
      await act('yu.huo', supplied.caseId, 'SettleDebt', { debtId, verdict: 'kept', note: '' });
    }
    await follow(supplied.caseId);
    const settled = await stateOf(wholeId);
    expect(Object.values(settled.debts ?? {}).map(({ status }) => status)).toEqual([
      'kept',
      'kept',
    ]);
  });

  it('is asked for before it is due, and lapses when it does not come', async () => {
    const wholeId = await acceptedWhole();
    await follow(wholeId);
    const { movable } = site.parts;
    if (movable === undefined) throw new Error('a demo has a clock that moves');
    await site.parts.timekeeper.look();
    const told = async (): Promise<string[]> => {
      const rows = await site.database.db.query<{ template: string; channel: string }>(
        `SELECT template, channel FROM notice
         WHERE case_id = $1 AND template LIKE 'debt-%' ORDER BY template, channel`,
        [wholeId],
      );
      return rows.map(({ template, channel }) => `${template} ${channel}`);
    };
    expect(await told()).toEqual([]);
    const clock = Object.values((await stateOf(wholeId)).clocks).find(
      ({ kind }) => kind === 'debt',
    );
    if (clock === undefined) throw new Error('a debt has a clock');
    const msUntil = (instant: string): number =>
      Date.parse(instant) - Date.parse(site.parts.clock.now());
    await movable.moveForward(msUntil(clock.result.warnAt) + 1000);
    await site.parts.timekeeper.look();
    await site.parts.timekeeper.look();
    expect(await told()).toEqual([
      'debt-due-soon inbox',
      'debt-due-soon inbox',
      'debt-due-soon sms',
      'debt-due-soon sms',
    ]);
    await movable.moveForward(msUntil(clock.result.overdueAt) + 1000);
    await site.parts.timekeeper.look();
    const lapsed = await stateOf(wholeId);
    expect(lapsed.debts?.['b1']?.lapsedAt).toBeDefined();
    expect(lapsed.hits.map(({ subject }) => subject)).toEqual(['b1', 'b2']);
    const events = await site.parts.cases.events(wholeId);
    expect(events.filter(({ event }) => event.type === 'DebtLapsed')).toHaveLength(2);
  });
});
