import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView, DraftView, FilingReceipt } from '@yichuang/contracts';
import type { FilePage, ItemDefinition } from '@yichuang/kernel/case';
import { replay } from '@yichuang/kernel/case';
import { canonicalJson } from '@yichuang/kernel/ledger';
import { verifyLedger } from '../ledger/index.ts';
import { constructionForm } from '../issuing/testing-county.ts';
import { openTestSite, type TestCaller, type TestSite } from './testing-site.ts';

let site: TestSite;
let item: ItemDefinition;
let page: Buffer;
let applicant: TestCaller;

beforeAll(async () => {
  site = await openTestSite();
  const found = site.parts.pack.items.find((each) => each.name === '建筑工程施工许可');
  if (found === undefined) throw new Error('the pack has no construction permit');
  item = found;
  const background = { r: 250, g: 250, b: 240 };
  page = await sharp({ create: { width: 800, height: 1130, channels: 3, background } })
    .jpeg({ quality: 50 })
    .toBuffer();
  applicant = await site.resident('19900000001');
  await identified(applicant);
});
afterAll(() => site[Symbol.asyncDispose]());

async function identified(caller: TestCaller): Promise<void> {
  const answer = await caller.send('PUT', '/api/me/profile', {
    kind: 'natural',
    name: '田淑兰',
    idNumber: '11010119000110001X',
  });
  expect(answer.statusCode).toBe(200);
}

async function upload(caller: TestCaller, materialId: string, bytes = page): Promise<FilePage> {
  const boundary = 'form-boundary';
  const head =
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="1.jpg"\r\n` +
    'Content-Type: image/jpeg\r\n\r\n';
  const query = new URLSearchParams({ itemCode: item.code, materialId });
  const answer = await site.app.inject({
    method: 'POST',
    url: `/api/my/uploads?${query.toString()}`,
    headers: {
      cookie: await cookieOf(caller),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}

async function cookieOf(caller: TestCaller): Promise<string> {
  const origin = { ip: '127.0.0.1', userAgent: 'test' };
  const login = { kind: 'resident', personId: caller.personId } as const;
  return `yichuang-resident=${await site.parts.people.sessions.start(login, origin)}`;
}

async function readyDraft(caller: TestCaller, form: object = constructionForm): Promise<DraftView> {
  const made = await caller.send('POST', '/api/my/drafts', { itemCode: item.code });
  expect(made.statusCode, made.body).toBe(201);
  const { draftId } = made.json<DraftView>();
  const materials = await Promise.all(
    item.materials
      .filter(({ necessity }) => necessity === 'required')
      .map(async ({ id, carrier }) => {
        const isOnPaper = carrier === 'paper';
        const stored = isOnPaper ? undefined : await upload(caller, id);
        return {
          materialId: id,
          isOnPaper,
          pages: stored === undefined ? [] : [{ sha256: stored.sha256, name: stored.name }],
        };
      }),
  );
  const changed = await caller.send('PATCH', `/api/my/drafts/${draftId}`, { form, materials });
  expect(changed.statusCode, changed.body).toBe(200);
  return changed.json();
}

async function filedCase(caller: TestCaller, form?: object): Promise<FilingReceipt> {
  const draft = await readyDraft(caller, form);
  expect(draft.problems).toEqual([]);
  const filed = await caller.send('POST', `/api/my/drafts/${draft.draftId}/file`);
  expect(filed.statusCode, filed.body).toBe(201);
  return filed.json();
}

async function viewFor(caller: TestCaller, caseId: string): Promise<CaseView> {
  const answer = await caller.send('GET', `/api/cases/${caseId}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

async function act(caller: TestCaller, caseId: string, type: string, rest: object): Promise<void> {
  const { allowed } = await viewFor(caller, caseId);
  const taskId = allowed.find((each) => each.act === type)?.taskId;
  const answer = await caller.send('POST', `/api/cases/${caseId}/commands`, {
    type,
    ...(taskId === undefined ? {} : { taskId }),
    ...rest,
  });
  expect(answer.statusCode, answer.body).toBe(200);
}

async function accepted(caseId: string): Promise<TestCaller> {
  const clerk = await site.staff('lu.qinghe');
  const checks = item.materials.map(({ id }) => ({ materialId: id, verdict: 'complete' }));
  await act(clerk, caseId, 'CheckMaterials', { checks, paperReceived: [] });
  await act(clerk, caseId, 'AcceptCase', { opinion: '材料齐全' });
  return clerk;
}

describe('filing', () => {
  it('makes one case of one draft, however often and with whichever key it is sent', async () => {
    const draft = await readyDraft(applicant);
    const path = `/api/my/drafts/${draft.draftId}/file`;
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => applicant.send('POST', path)),
    );
    const receipts = answers.map((answer) => answer.json<FilingReceipt>());
    expect(new Set(receipts.map((receipt) => receipt.number)).size).toBe(1);
    expect(new Set(receipts.map((receipt) => receipt.queryPassword)).size).toBe(1);
    const rows = await site.database.db.query('SELECT 1 FROM cases WHERE id = $1', [
      receipts[0]?.caseId,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('keeps what is typed as text, whatever it looks like', async () => {
    const projectName = `'); DROP TABLE cases; -- <script>alert(1)</script>`;
    const receipt = await filedCase(applicant, { ...constructionForm, projectName });
    const clerk = await site.staff('lu.qinghe');
    const view = await viewFor(clerk, receipt.caseId);
    expect(view.form['projectName']).toBe(projectName);
  });

  it('stores personal numbers only sealed', async () => {
    const receipt = await filedCase(applicant);
    const rows = await site.database.db.query<{ data: unknown; state: unknown }>(
      `SELECT e.data, c.state FROM event e JOIN cases c ON c.id = e.case_id
       WHERE e.case_id = $1`,
      [receipt.caseId],
    );
    const stored = JSON.stringify(rows);
    expect(stored).not.toContain(String(constructionForm['contactMobile']));
    expect(stored).not.toContain('11010119000110001X');
    expect(stored).toContain('sealed:');
  });

  it('refuses a personal number that is wrong, also one that pretends to be sealed', async () => {
    for (const contactMobile of ['123', 'sealed:k1.AAAA']) {
      const draft = await readyDraft(applicant, { ...constructionForm, contactMobile });
      expect(draft.problems).toMatchObject([{ subject: 'contactMobile' }]);
      const filed = await applicant.send('POST', `/api/my/drafts/${draft.draftId}/file`);
      expect(filed.statusCode).toBe(422);
      expect(filed.json()).toMatchObject({ code: 'form-incomplete' });
    }
  });

  it('refuses a file that somebody else uploaded', async () => {
    const other = await site.resident('19900000003');
    const stored = await upload(applicant, 'application', await noise(7));
    const made = await other.send('POST', '/api/my/drafts', { itemCode: item.code });
    const { draftId } = made.json<DraftView>();
    const pages = [{ sha256: stored.sha256, name: 'x' }];
    const materials = [{ materialId: 'application', isOnPaper: false, pages }];
    const answer = await other.send('PATCH', `/api/my/drafts/${draftId}`, { materials });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code: 'upload-not-yours' });
  });
});

function noise(seed: number): Promise<Buffer> {
  const background = { r: seed, g: 200, b: 240 };
  return sharp({ create: { width: 800, height: 1130, channels: 3, background } })
    .jpeg({ quality: 50 })
    .toBuffer();
}

describe('a case', () => {
  it('of somebody else is not found, like one that does not exist', async () => {
    const { caseId } = await filedCase(applicant);
    const stranger = await site.resident('19900000002');
    const otherOffice = await site.staff('ye.xiaotong');
    const unknown = randomUUID();
    for (const [caller, base] of [
      [stranger, '/api/my/cases'],
      [otherOffice, '/api/cases'],
    ] as const) {
      const [own, none] = await Promise.all([
        caller.send('GET', `${base}/${caseId}`),
        caller.send('GET', `${base}/${unknown}`),
      ]);
      expect(own.statusCode).toBe(404);
      expect(own.body).toBe(none.body);
    }
  });

  it('gives a repeated command its first answer and changes nothing', async () => {
    const { caseId } = await filedCase(applicant);
    const clerk = await site.staff('lu.qinghe');
    const [task] = (await viewFor(clerk, caseId)).tasks;
    const body = { type: 'CheckMaterials', taskId: task?.taskId, checks: [], paperReceived: [] };
    const checks = [{ materialId: 'application', verdict: 'complete' }];
    const send = () =>
      site.app.inject({
        method: 'POST',
        url: `/api/cases/${caseId}/commands`,
        headers: { cookie: cookieFor, 'idempotency-key': 'one-and-the-same' },
        payload: { ...body, checks },
      });
    const cookieFor = await staffCookie('lu.qinghe');
    const first = await send();
    const again = await Promise.all([send(), send()]);
    expect(first.statusCode, first.body).toBe(200);
    for (const answer of again) expect(answer.json()).toEqual(first.json());
    const events = await site.parts.cases.events(caseId);
    expect(events.filter(({ event }) => event.type === 'MaterialsChecked')).toHaveLength(1);
  });

  it('lets one of two clerks win, fifty times, and tells the other who was first', async () => {
    const [lu, su] = await Promise.all([site.staff('lu.qinghe'), site.staff('su.wan')]);
    for (let round = 0; round < 50; round += 1) {
      const caseId = await directCase();
      const taskId = (await viewFor(lu, caseId)).tasks[0]?.taskId;
      const body = { type: 'RefuseAcceptance', taskId, ground: 'other', ...refusalBody };
      const answers = await Promise.all(
        [lu, su].map((clerk) => clerk.send('POST', `/api/cases/${caseId}/commands`, body)),
      );
      const codes = answers.map((answer) => answer.statusCode).sort();
      expect(codes, answers.map((answer) => answer.body).join('\n')).toEqual([200, 409]);
      const loser = answers.find((answer) => answer.statusCode === 409);
      expect(['陆清和', '苏婉'].some((name) => loser?.body.includes(name))).toBe(true);
    }
  });

  it('is walked to the decision by the posts of its flow, each seeing it in the list', async () => {
    const { caseId, number } = await filedCase(applicant);
    await accepted(caseId);
    const path = ['qiao.mingyuan', 'ning.bo', 'tan.yaqin', 'jiang.hua', 'he.zhengyang'];
    for (const name of [...path, 'fang.jingxian']) {
      const who = await site.staff(name);
      const list = await who.send('GET', `/api/tasks?q=${number}`);
      const { others } = list.json<{ rows: { others: string[] }[] }>().rows[0] ?? {};
      if (name === 'qiao.mingyuan') {
        expect(others).toEqual(
          expect.arrayContaining(['安全监督站负责人', '质量监督站负责人', '散墙办负责人']),
        );
      }
      expect(list.json<{ rows: { caseId: string }[] }>().rows.map((row) => row.caseId)).toEqual([
        caseId,
      ]);
      await act(who, caseId, 'ApproveTask', { opinion: '同意' });
      const after = await who.send('GET', `/api/tasks?q=${number}`);
      expect(after.json<{ rows: unknown[] }>().rows).toEqual([]);
      const done = await who.send('GET', `/api/tasks?list=done&q=${number}`);
      expect(done.json<{ rows: unknown[] }>().rows).toHaveLength(1);
    }
    const leader = await site.staff('fang.jingxian');
    expect(await viewFor(leader, caseId)).toMatchObject({
      phase: 'decided',
      decision: { outcome: 'granted' },
    });
  });

  it('that nobody looked at is accepted by the system as of its receipt', async () => {
    const { caseId, receivedOn } = await filedCase(applicant);
    const { movable, timekeeper } = site.parts;
    if (movable === undefined) throw new Error('a demo has a clock that moves');
    await movable.moveForward(10 * 24 * 3_600_000);
    await timekeeper.look();
    const clerk = await site.staff('lu.qinghe');
    const view = await viewFor(clerk, caseId);
    expect(view).toMatchObject({
      phase: 'accepted',
      isDeemedAccepted: true,
      acceptedOn: receivedOn,
    });
    const told = view.timeline.find(({ type }) => type === 'CaseAccepted');
    expect(told).toMatchObject({ by: '系统' });
    const statutory = view.clocks.find(({ kind }) => kind === 'statutory');
    expect(statutory?.from).toBe(receivedOn);
  });
});

const refusalBody = {
  reason: '不属于本机关职权范围',
  basis: { law: '中华人民共和国行政许可法', article: '第三十二条第一款第二项' },
};

async function staffCookie(loginName: string): Promise<string> {
  const [row] = await site.database.db.query<{ id: string; person_id: string }>(
    'SELECT id, person_id FROM account WHERE login_name = $1',
    [loginName],
  );
  if (row === undefined) throw new Error(`no account ${loginName}`);
  const login = { kind: 'staff', personId: row.person_id, accountId: row.id } as const;
  const origin = { ip: '127.0.0.1', userAgent: 'test' };
  return `yichuang-staff=${await site.parts.people.sessions.start(login, origin)}`;
}

/** Filed from one draft's content, without uploading the pages again. */
async function directCase(): Promise<string> {
  template ??= await readyDraft(applicant);
  const made = await applicant.send('POST', '/api/my/drafts', { itemCode: item.code });
  const { draftId } = made.json<DraftView>();
  const materials = template.materials.map(({ materialId, isOnPaper, pages }) => ({
    materialId,
    isOnPaper,
    pages: pages.map(({ sha256, name }) => ({ sha256, name })),
  }));
  const change = { form: template.form, materials };
  await applicant.send('PATCH', `/api/my/drafts/${draftId}`, change);
  const filed = await applicant.send('POST', `/api/my/drafts/${draftId}/file`);
  expect(filed.statusCode, filed.body).toBe(201);
  return filed.json<FilingReceipt>().caseId;
}
let template: DraftView | undefined;

describe('an application from the data of another', () => {
  it('is refused while that one runs, and is nobody else’s', async () => {
    const { caseId } = await filedCase(applicant);
    const stranger = await site.resident('19900000077');
    const foreign = await stranger.send('POST', `/api/my/cases/${caseId}/again`);
    expect([foreign.statusCode, foreign.json().code]).toEqual([404, 'not-your-case']);
    const running = await applicant.send('POST', `/api/my/cases/${caseId}/again`);
    expect([running.statusCode, running.json().code]).toEqual([409, 'not-to-be-filed-again']);
  });

  it('has everything that was filled in and uploaded, and can be filed at once', async () => {
    const { caseId } = await filedCase(applicant);
    const body = { type: 'WithdrawCase', reason: '改期开工' };
    await applicant.send('POST', `/api/my/cases/${caseId}/commands`, body);
    const made = await applicant.send('POST', `/api/my/cases/${caseId}/again`);
    expect(made.statusCode, made.body).toBe(201);
    const draft = made.json<DraftView>();
    expect(draft.problems).toEqual([]);
    expect(draft.form).toMatchObject(constructionForm);
    const filed = await applicant.send('POST', `/api/my/drafts/${draft.draftId}/file`);
    expect(filed.statusCode, filed.body).toBe(201);
    expect(filed.json<FilingReceipt>().caseId).not.toBe(caseId);
  });
});

describe('afterwards', () => {
  it('replaying every event gives every snapshot, byte for byte', async () => {
    const rows = await site.database.db.query<{ id: string; state: unknown }>(
      'SELECT id, state FROM cases',
    );
    expect(rows.length).toBeGreaterThan(50);
    for (const { id, state } of rows) {
      const events = await site.parts.cases.events(id);
      const recorded = events.map(({ prevHash: _prev, hash: _hash, ...event }) => event);
      expect(JSON.stringify(replay(recorded))).toBe(JSON.stringify(state));
      expect(canonicalJson(replay(recorded))).toBe(canonicalJson(state));
    }
  });

  it('the ledger has nothing to find', async () => {
    const { db } = site.database;
    const report = await verifyLedger({ tenantId: site.parts.deps.tenantId, db });
    expect(report.findings).toEqual([]);
  });
});
