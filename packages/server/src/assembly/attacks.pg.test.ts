/** What somebody with bad intentions would send; each is a way in that was once open. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DraftView, FilingReceipt } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import { produceDocument } from '../issuing/index.ts';
import { constructionForm } from '../issuing/testing-county.ts';
import { createTimekeeper } from '../timekeeping/index.ts';
import { openTestSite, type TestCaller, type TestSite } from './testing-site.ts';

let site: TestSite;
let item: ItemDefinition;
let applicant: TestCaller;

beforeAll(async () => {
  site = await openTestSite();
  const found = site.parts.pack.items.find((each) => each.name === '建筑工程施工许可');
  if (found === undefined) throw new Error('the pack has no construction permit');
  item = found;
  applicant = await site.resident('19900000001');
  await identified(applicant, '田淑兰', '11010119000110001X');
});
afterAll(() => site[Symbol.asyncDispose]());

async function identified(caller: TestCaller, name: string, idNumber: string): Promise<void> {
  const body = { kind: 'natural', name, idNumber };
  const answer = await caller.send('PUT', '/api/me/profile', body);
  expect(answer.statusCode, answer.body).toBe(200);
}

async function draftOf(caller: TestCaller, change: object = {}): Promise<DraftView> {
  const made = await caller.send('POST', '/api/my/drafts', { itemCode: item.code });
  expect(made.statusCode, made.body).toBe(201);
  const { draftId } = made.json<DraftView>();
  const materials = item.materials
    .filter(({ necessity }) => necessity === 'required')
    .map(({ id }) => ({ materialId: id, isOnPaper: true, pages: [] }));
  const body = { form: constructionForm, materials, ...change };
  const changed = await caller.send('PATCH', `/api/my/drafts/${draftId}`, body);
  expect(changed.statusCode, changed.body).toBe(200);
  return changed.json();
}

async function filed(caller: TestCaller, change: object = {}): Promise<FilingReceipt> {
  const { draftId } = await draftOf(caller, change);
  const answer = await caller.send('POST', `/api/my/drafts/${draftId}/file`);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}

async function cookieOf(caller: TestCaller): Promise<string> {
  const login = { kind: 'resident', personId: caller.personId } as const;
  const origin = { ip: '127.0.0.1', userAgent: 'test' };
  return `yichuang-resident=${await site.parts.people.sessions.start(login, origin)}`;
}

describe('a personal number', () => {
  it('in another person’s receipt cannot be read by filing its ciphertext', async () => {
    const { caseId } = await filed(applicant);
    const receipt = await applicant.send('GET', `/api/cases/${caseId}/receipt`);
    const sealed = /"(sealed:[^"]+)"/u.exec(receipt.body)?.[1];
    expect(sealed).toBeDefined();
    const thief = await site.resident('19900000002');
    const shown = JSON.stringify(
      await draftOf(thief, {
        form: { ...constructionForm, contactMobile: sealed, projectName: sealed },
        applicant: { kind: 'legal', name: '盗', phone: sealed?.slice(0, 30) },
      }),
    );
    expect(shown).not.toContain(String(constructionForm['contactMobile']));
    expect(shown).not.toContain('11010119000110001X');
  });
});

describe('a resident who files for somebody else', () => {
  it('does not write a name over the account that belongs to the phone', async () => {
    const victim = await site.resident('19900000004');
    await filed(applicant, {
      applicant: {
        kind: 'legal',
        name: '云溪县青石置业有限公司',
        code: '91370881YYYY001510',
        phone: '19900000004',
      },
    });
    const profile = await site.parts.people.persons.profile(victim.personId);
    expect(profile).toMatchObject({ kind: 'natural', isComplete: false });
    expect(profile.name).toBeUndefined();
    const cases = await victim.send('GET', '/api/my/cases');
    expect(cases.json()).toEqual([]);
  });
});

describe('an idempotency key', () => {
  it('that filed one draft does not swallow another', async () => {
    const cookie = await cookieOf(applicant);
    const file = async (draftId: string) =>
      site.app.inject({
        method: 'POST',
        url: `/api/my/drafts/${draftId}/file`,
        headers: { cookie, 'idempotency-key': 'the-same-for-both' },
      });
    const first = await draftOf(applicant);
    const second = await draftOf(applicant);
    const answers = [await file(first.draftId), await file(second.draftId)];
    expect(answers.map((answer) => answer.statusCode)).toEqual([201, 201]);
    const ids = answers.map((answer) => answer.json<FilingReceipt>().caseId);
    expect(ids).toEqual([first.draftId, second.draftId]);
  });

  it('of one case is refused at another, and nothing is done there', async () => {
    const cookie = await cookieOf(applicant);
    const cases = [await filed(applicant), await filed(applicant)];
    const answers = [];
    for (const { caseId } of cases) {
      answers.push(
        await site.app.inject({
          method: 'POST',
          url: `/api/my/cases/${caseId}/commands`,
          headers: { cookie, 'idempotency-key': 'one-key-two-cases' },
          payload: { type: 'WithdrawCase', reason: '不办了' },
        }),
      );
    }
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 409]);
    const untouched = await site.parts.cases.find(cases[1]?.caseId ?? '');
    expect(untouched?.state.phase).toBe('received');
  });
});

describe('a case’s query password', () => {
  it('cannot be guessed from many addresses, and no address is kept', async () => {
    const { number } = await filed(applicant);
    const answers: number[] = [];
    for (let n = 0; n < 70; n += 1) {
      const answer = await site.app.inject({
        method: 'POST',
        url: '/api/track',
        remoteAddress: `192.0.2.${n}`,
        payload: { number, password: 'AAAAAAAA' },
      });
      answers.push(answer.statusCode);
    }
    expect(answers.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => 404));
    expect(answers.at(-1)).toBe(429);
    const keys = await site.database.db.query('SELECT key FROM rate_window');
    expect(JSON.stringify(keys)).not.toContain('192.0.2.');
  });
});

describe('a post that reads no cases', () => {
  it('sees none, even at the head of the county', async () => {
    const { caseId } = await filed(applicant);
    const state = (await site.parts.cases.find(caseId))?.state;
    const orgIds = new Set([state?.orgId ?? '']);
    const sessionWith = (capabilities: readonly string[]) => ({
      id: 's',
      tenantId: site.parts.deps.tenantId,
      kind: 'staff' as const,
      personId: applicant.personId,
      posts: [{ postId: 'x', postName: 'x', orgId: state?.orgId ?? '', capabilities, orgIds }],
      mustChangePassword: false,
    });
    const { desk } = site.parts;
    const administrator = sessionWith(['administer', 'administrator']);
    expect(await desk.readable(administrator, caseId)).toBeUndefined();
    const list = { list: 'all', limit: 50 } as const;
    expect((await desk.tasks(administrator, list, 'zh-CN')).rows).toEqual([]);
    expect(await desk.readable(sessionWith(['reviewer']), caseId)).toBeDefined();
  });
});

describe('a resident who fills the disk', () => {
  it('has at most a hundred drafts, and room again when one is deleted', async () => {
    const hoarder = await site.resident('19900000005');
    await identified(hoarder, '囤积者', '11010119000110001X');
    const begin = () => hoarder.send('POST', '/api/my/drafts', { itemCode: item.code });
    const made = await Promise.all(Array.from({ length: 100 }, begin));
    expect(new Set(made.map((answer) => answer.statusCode))).toEqual(new Set([201]));
    const refused = await begin();
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({ code: 'drafts-too-many', params: { most: 100 } });
    const { draftId } = made[0]?.json<DraftView>() ?? { draftId: '' };
    await hoarder.send('DELETE', `/api/my/drafts/${draftId}`);
    expect((await begin()).statusCode).toBe(201);
  });
});

describe('a case that cannot be carried on', () => {
  it('does not keep the law’s answer from the others', async () => {
    const broken = await filed(applicant);
    const whole = await filed(applicant);
    await breakState(broken.caseId);
    const told: unknown[] = [];
    const { movable } = site.parts;
    if (movable === undefined) throw new Error('a demo has a clock that moves');
    const timekeeper = createTimekeeper({
      ...site.parts.deps,
      cases: site.parts.cases,
      notices: site.parts.notices,
      publicUrl: site.parts.config.publicUrl,
      onError: (error) => told.push(error),
    });
    await movable.moveForward(10 * 24 * 3_600_000);
    await timekeeper.look();
    expect(told).toHaveLength(1);
    const found = await site.parts.cases.find(whole.caseId);
    expect(found?.state).toMatchObject({ phase: 'accepted', isDeemedAccepted: true });
  });
});

/** As after a pack from which somebody removed the item: it is not found any more. */
async function breakState(caseId: string): Promise<void> {
  await site.database.db.query(
    `UPDATE cases SET state = (state::jsonb || '{"itemCode":"gone"}')::json WHERE id = $1`,
    [caseId],
  );
}

describe('what a client makes up', () => {
  it('as the place in a list begins the list again', async () => {
    const clerk = await site.staff('lu.qinghe');
    const id = '00000000-0000-4000-8000-000000000000';
    for (const at of ['1', 'Nov 5', '2026-11-22T00:00:00.000Z; --', '+275760-09-13']) {
      const cursor = Buffer.from(JSON.stringify([at, id, ''])).toString('base64url');
      const answer = await clerk.send('GET', `/api/tasks?list=all&cursor=${cursor}`);
      expect(answer.statusCode, at).toBe(200);
    }
  });

  it('as a version of an item is refused, not looked up', async () => {
    const answer = await site.nobody.send('GET', `/api/items/${item.code}?version=99999999999`);
    expect(answer.statusCode).toBe(400);
  });

  it('as a signature is refused when the clerk did not take it', async () => {
    const { caseId } = await filed(applicant);
    const clerk = await site.staff('lu.qinghe');
    const answer = await clerk.send('POST', `/api/cases/${caseId}/commands`, {
      type: 'ServeResult',
      taskId: 'x',
      method: 'counter',
      recipient: '田淑兰',
      signatureSha256: 'a'.repeat(64),
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code: 'upload-not-yours' });
  });
});

describe('a document', () => {
  it('opens in the browser: the sandbox of uploads would keep a PDF shut', async () => {
    const { caseId } = await filed(applicant);
    const events = await site.parts.cases.events(caseId);
    const ordered = events.find(({ event }) => event.type === 'DocumentOrdered')?.event;
    if (ordered?.type !== 'DocumentOrdered') throw new Error('no receipt was ordered');
    const { documentId } = ordered;
    await produceDocument(site.parts.issuing, caseId, documentId);
    const path = `/my/cases/${caseId}/documents/${encodeURIComponent(documentId)}`;
    const answer = await applicant.send('GET', path);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('sandbox');
    const stranger = await site.resident('19900000006');
    expect((await stranger.send('GET', path)).statusCode).toBe(404);
  });
});

describe('a case of somebody else', () => {
  it('is not given away by what is wrong with a correction of it', async () => {
    const { caseId } = await filed(applicant);
    const form = { contactMobile: '123' };
    for (const [caller, path, body] of [
      [
        await site.resident('19900000007'),
        '/api/my/cases',
        { type: 'SubmitCorrection', materials: [], form },
      ],
      [
        await site.staff('ye.xiaotong'),
        '/api/cases',
        { type: 'AmendForm', taskId: 'x', patch: form },
      ],
    ] as const) {
      const answer = await caller.send('POST', `${path}/${caseId}/commands`, body);
      expect(answer.statusCode, path).toBe(404);
      expect(answer.json()).toMatchObject({ code: 'not-your-case' });
    }
  });
});
