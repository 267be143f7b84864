/** What somebody with bad intentions would send to what staff do; each was once a way in. */
import { Value } from '@sinclair/typebox/value';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  ApplicantCommand,
  StaffCommand,
  type OfficeReceipt,
  type ProxyView,
  type TaskPage,
} from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import { addMs } from '@yichuang/kernel/time';
import { beginDraft, openDraft, saveDraft } from '../designer/testing/designer-site.ts';
import { constructionForm } from '../issuing/testing-county.ts';
import { openTestSite, type TestCaller, type TestSite } from './testing-site.ts';

const NOBODY = '00000000-0000-4000-8000-000000000000';

let site: TestSite;
/** Li Qinghe, whose head is Qiao Mingyuan. */
let clerk: TestCaller;
let head: TestCaller;
/** Ning Bo, head of the next section. */
let neighbour: TestCaller;
/** Gao Ya, who draws items. */
let designer: TestCaller;

beforeAll(async () => {
  site = await openTestSite();
  clerk = await site.staff('li.qinghe');
  head = await site.staff('qiao.mingyuan');
  neighbour = await site.staff('ning.bo');
  designer = await site.staff('gao.ya');
});
afterAll(() => site[Symbol.asyncDispose]());

/** A test that fails must not leave its deputies to the next. */
afterEach(async () => {
  await site.database.db.query('UPDATE proxy SET ended_at = from_at WHERE ended_at IS NULL');
  site.parts.proxiesDeps.book.forget();
});

async function leaveFiled(by = clerk): Promise<string> {
  const answer = await by.send('POST', '/api/office/cases', {
    itemCode: 'office-leave',
    form: {
      kind: 'sick',
      fromOn: '2026-11-23',
      toOn: '2026-11-23',
      fromHalf: 'am',
      toHalf: 'pm',
      reason: '就医',
    },
  });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<OfficeReceipt>().caseId;
}

async function setProxy(by: TestCaller, body: object) {
  const from = site.parts.clock.now();
  const week = { from, until: addMs(from, 7 * 86_400_000) };
  return by.send('POST', '/api/proxies', {
    includesCurrent: true,
    reason: '出差',
    ...week,
    ...body,
  });
}

async function rows(by: TestCaller, list: string): Promise<string[]> {
  const page = (await by.send('GET', `/api/tasks?list=${list}`)).json<TaskPage>();
  return page.rows.map((row) => row.caseId);
}

const seen = async (by: TestCaller, caseId: string) =>
  (await by.send('GET', `/api/cases/${caseId}`)).statusCode;

async function cookieOf({ personId }: TestCaller): Promise<string> {
  const [row] = await site.database.db.query<{ id: string }>(
    'SELECT id FROM account WHERE person_id = $1',
    [personId],
  );
  const login = { kind: 'staff', personId, accountId: row?.id ?? '' } as const;
  const origin = { ip: '127.0.0.1', userAgent: 'test' };
  return `yichuang-staff=${await site.parts.people.sessions.start(login, origin)}`;
}

describe('a deputy', () => {
  it('does not read the sick leave of the one for whom they work', async () => {
    const own = await leaveFiled(head);
    const others = await leaveFiled();
    expect((await setProxy(head, { deputyId: neighbour.personId })).statusCode).toBe(201);
    expect(await seen(neighbour, others)).toBe(200);
    expect(await seen(neighbour, own)).toBe(404);
  });

  it('does not find it on the list when it came back to be corrected', async () => {
    const own = await leaveFiled();
    const view = (await head.send('GET', `/api/cases/${own}`)).json();
    const { taskId } = view.tasks[0];
    const toStep = view.allowed.find((one: { act: string }) => one.act === 'ReturnTask').targets[0];
    const back = { taskId, toStep: toStep.stepId, then: 'walk-again', reason: '请补充' };
    const returned = await head.send('POST', `/api/cases/${own}/commands`, {
      type: 'ReturnTask',
      ...back,
    });
    expect(returned.statusCode, returned.body).toBe(200);
    expect(await rows(clerk, 'todo')).toContain(own);
    expect((await setProxy(clerk, { deputyId: neighbour.personId })).statusCode).toBe(201);
    expect(await rows(neighbour, 'todo')).not.toContain(own);
  });

  it('of new tasks only reads nothing that was done before', async () => {
    const before = await leaveFiled();
    const proxy = await setProxy(head, { deputyId: neighbour.personId, includesCurrent: false });
    expect(proxy.statusCode).toBe(201);
    const after = await leaveFiled();
    expect(await seen(neighbour, before)).toBe(404);
    expect(await seen(neighbour, after)).toBe(200);
  });

  it('is not made by oneself over others: an administrator would read every case', async () => {
    for (const login of ['admin', 'xu.jinglan']) {
      const by = await site.staff(login);
      const answer = await setProxy(by, { principalId: head.personId, deputyId: by.personId });
      expect([answer.statusCode, answer.json().code], login).toEqual([422, 'proxy-is-yourself']);
    }
    const own = await setProxy(head, { deputyId: neighbour.personId });
    expect(own.json<ProxyView>().setBy.personId).toBe(head.personId);
  });
});

describe('handing over', () => {
  const handOver = (by: TestCaller, personId: string, toPersonId: string) =>
    by.send('POST', `/api/staff/${personId}/hand-over`, {
      toPersonId,
      reason: '调离',
      postIds: [],
    });

  it('gives nothing to whoever does it', async () => {
    const admin = await site.staff('admin');
    const answer = await handOver(admin, head.personId, admin.personId);
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'hand-over-to-self']);
  });

  it('is nothing that keeping the archive brings with it', async () => {
    const archivist = await site.staff('hou.wenjing');
    const counter = await site.staff('lu.qinghe');
    const answer = await archivist.send('GET', `/api/staff/${counter.personId}/holdings`);
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'right-not-held']);
  });

  it('of one office takes nothing from another, nor from who is in none', async () => {
    await site.database.db.query(
      `UPDATE post SET capabilities = capabilities || '{manager}' WHERE id = 'wj-office'`,
    );
    await site.database.db.query(
      `INSERT INTO post_holder (tenant_id, account_id, post_id, from_on)
       SELECT tenant_id, id, 'wj-inspector-1', '2026-01-01' FROM account
       WHERE login_name = 'zhou.muye'`,
    );
    await site.database.db.query(
      `UPDATE post_holder h SET from_on = '2026-01-01', to_on = '2026-11-01' FROM account a
       WHERE a.tenant_id = h.tenant_id AND a.id = h.account_id AND a.login_name = 'fu.gang'`,
    );
    site.parts.people.sessions.forgetAll();
    site.parts.deps.directory.forget();
    const manager = await site.staff('cao.wen');
    const held = async (login: string) => {
      const { personId } = await site.staff(login);
      return (await manager.send('GET', `/api/staff/${personId}/holdings`)).statusCode;
    };
    expect(await held('xiang.nan')).toBe(200);
    expect(await held('zhou.muye')).toBe(422);
    expect(await held('fu.gang')).toBe(422);
  });
});

/** The schema with a day to make up where it asks for one: a pattern alone makes none. */
function dated<S>(schema: S): S {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return schema;
  if ('pattern' in schema) return { ...schema, default: '2027-01-04' };
  const inner = Object.entries(schema).map(([key, value]) => [key, dated<unknown>(value)]);
  return { ...schema, ...Object.fromEntries(inner) };
}

describe('a case of somebody else', () => {
  const bodies = (union: typeof StaffCommand | typeof ApplicantCommand) =>
    union.anyOf.map((schema) => Value.Create(dated(schema)) as { readonly type: string });

  it('answers to every act of a stranger as one that does not exist', async () => {
    const caseId = await leaveFiled();
    const outside = await site.staff('ye.xiaotong');
    const resident = await site.resident('19900000011');
    for (const [caller, path, commands] of [
      [outside, '/api/cases', bodies(StaffCommand)],
      [resident, '/api/my/cases', bodies(ApplicantCommand)],
    ] as const) {
      for (const command of commands) {
        const of = async (id: string) => {
          const answer = await caller.send('POST', `${path}/${id}/commands`, command);
          return [answer.statusCode, answer.json().code];
        };
        expect(await of(caseId), `${path} ${command.type}`).toEqual([404, 'not-your-case']);
        expect(await of(NOBODY), command.type).toEqual([404, 'not-your-case']);
      }
    }
    const command = { type: 'ApproveTask', taskId: 'x', opinion: '' };
    for (const [method, url] of [
      ['GET', 'follow'],
      ['PUT', 'follow'],
      ['DELETE', 'follow'],
      ['POST', 'preview'],
    ] as const) {
      const body = method === 'POST' ? command : undefined;
      const answer = await outside.send(method, `/api/cases/${caseId}/${url}`, body);
      expect(answer.statusCode, url).toBe(404);
    }
    const batch = await outside.send('POST', '/api/cases/batch', { acts: [{ caseId, command }] });
    expect(batch.json().results[0]).toMatchObject({
      ok: false,
      refusals: [{ code: 'not-your-case' }],
    });
  });
});

describe('the public', () => {
  it('is told what the office did, never which person did it', async () => {
    const item = site.parts.pack.items.find((each) => each.name === '建筑工程施工许可');
    const resident = await site.resident('19900000013');
    const profile = { kind: 'natural', name: '田淑兰', idNumber: '11010119000110001X' };
    await resident.send('PUT', '/api/me/profile', profile);
    const begun = await resident.send('POST', '/api/my/drafts', { itemCode: item?.code });
    const { draftId } = begun.json<{ draftId: string }>();
    const materials = item?.materials
      .filter(({ necessity }) => necessity === 'required')
      .map(({ id }) => ({ materialId: id, isOnPaper: true, pages: [] }));
    const url = `/api/my/drafts/${draftId}`;
    await resident.send('PATCH', url, { form: constructionForm, materials });
    const filed = await resident.send('POST', `${url}/file`);
    expect(filed.statusCode, filed.body).toBe(201);
    const manager = await site.staff('qin.yue');
    const frozen = { type: 'FreezeCase', reason: '核查' };
    const done = await manager.send('POST', `/api/cases/${draftId}/commands`, frozen);
    expect(done.statusCode, done.body).toBe(200);
    const view = (await resident.send('GET', `/api/my/cases/${draftId}`)).json();
    const told = view.timeline.find((entry: { type: string }) => entry.type === 'CaseFrozen');
    expect(told).toMatchObject({ by: '云溪县住房和城乡建设局' });
    expect(JSON.stringify(view)).not.toContain('秦悦');
  });
});

describe('an approval within the offices', () => {
  it('is nothing that a resident sees, begins or finds', async () => {
    const resident = await site.resident('19900000012');
    const begun = await resident.send('POST', '/api/my/drafts', { itemCode: 'office-leave' });
    expect(begun.statusCode).not.toBe(201);
    for (const url of [
      '/api/items/office-leave',
      '/api/items/office-leave?version=1',
      '/api/items/office-leave/flow.bpmn',
      '/items/office-leave',
    ]) {
      expect((await resident.send('GET', url)).statusCode, url).toBe(404);
    }
    const found = await resident.send('GET', `/api/items?q=${encodeURIComponent('请假')}`);
    expect(found.body).not.toContain('office-leave');
  });

  it('as a draft is its writer’s alone', async () => {
    const draftId = crypto.randomUUID();
    const url = `/api/office/drafts/${draftId}`;
    const body = { itemCode: 'office-leave', form: { reason: '就医' } };
    expect((await clerk.send('PUT', url, body)).statusCode).toBe(200);
    expect((await head.send('GET', url)).statusCode).toBe(404);
    expect((await head.send('PUT', url, { ...body, form: {} })).statusCode).not.toBe(200);
    await head.send('DELETE', url);
    expect((await clerk.send('GET', url)).json()).toMatchObject({ form: { reason: '就医' } });
  });
});

describe('a designer', () => {
  const LOOP = 'some i in 1..1000000000 satisfies false';

  async function drawn(change: (text: string) => string): Promise<string> {
    const draftId = await beginDraft(designer, { from: { itemCode: 'office-leave' } });
    await saveDraft(designer, draftId, (item) => {
      const text = JSON.stringify(item);
      expect(change(text)).not.toBe(text);
      return JSON.parse(change(text)) as ItemDefinition;
    });
    return draftId;
  }

  const tried = (draftId: string, body: object = {}) =>
    designer.send('POST', `/api/designer/drafts/${draftId}/try`, { acts: [], ...body });

  it('cannot stop the office with a condition that loops for a year', async () => {
    const draftId = await drawn((text) => text.replaceAll(/"when":"[^"]*"/gu, `"when":"${LOOP}"`));
    const { problems } = await openDraft(designer, draftId);
    expect(problems.map(({ code }) => code)).toContain('flow-bad-condition');
    const answer = await tried(draftId, { walksOn: true });
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'design-not-playable']);
  });

  it('nor with a pattern that tries every way', async () => {
    const pattern = '"title":"事由","pattern":"^(a+)+$",';
    const draftId = await drawn((text) => text.replace('"title":"事由",', pattern));
    const { problems } = await openDraft(designer, draftId);
    expect(problems.map(({ code }) => code)).toContain('bad-pattern');
    const answer = await tried(draftId, { form: { reason: `${'a'.repeat(60)}!` } });
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'design-not-playable']);
  });

  it('nor with ten thousand cases a day, or sub-processes without end', async () => {
    const url = '/api/items/office-leave/rehearsal';
    const rehearsed = await designer.send('POST', url, { perDay: 2000 });
    expect(rehearsed.statusCode, rehearsed.body).toBe(200);
    expect(rehearsed.json().cases).toBeLessThanOrEqual(10_000);
    const deep = `${'<subProcess>'.repeat(1_900)}<startEvent/>${'</subProcess>'.repeat(1_900)}`;
    const answer = await designer.send('POST', '/api/designer/drafts', {
      bpmn: {
        name: '深',
        orgId: 'yunxi',
        xml:
          '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" ' +
          `targetNamespace="x"><process id="p">${deep}</process></definitions>`,
      },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'bpmn-too-large']);
  }, 120_000);
});

describe('a client', () => {
  it('may write an instant in any way that is one', async () => {
    const period = { from: '2026-12-01T08:00:00+08:00', until: '2026-12-02T00:00:00Z' };
    const answer = await setProxy(head, { deputyId: neighbour.personId, ...period });
    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.json()).toMatchObject({ from: '2026-12-01T00:00:00.000Z' });
    const leap = { until: '2026-12-31T23:59:60Z' };
    const none = await setProxy(head, { deputyId: neighbour.personId, ...leap });
    expect([none.statusCode, none.json().code]).toEqual([422, 'proxy-period-wrong']);
  });

  it('has no key so long that two acts of a batch would share it', async () => {
    const acts = [{ caseId: NOBODY, command: { type: 'ApproveTask', taskId: 'x', opinion: '' } }];
    const cookie = await cookieOf(head);
    const answer = await site.app.inject({
      method: 'POST',
      url: '/api/cases/batch',
      headers: { cookie, 'idempotency-key': 'k'.repeat(100) },
      payload: { acts },
    });
    expect(answer.statusCode).toBe(400);
  });
});
