import type { ApplicantCaseView, DesignVersions, DraftView } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import { addDays, civilDate, instantMs, startOfDay } from '@yichuang/kernel/time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, type TestCaller, type TestSite } from '../assembly/testing-site.ts';
import { bringIntoForce } from '../catalogue/index.ts';
import {
  beginDraft,
  drawnItem,
  openDraft,
  publish,
  saveDraft,
  tryToPublish,
} from './testing/designer-site.ts';
import { smallLicence } from './testing/small-licence.examples.ts';

let site: TestSite;
let designer: TestCaller;
let resident: TestCaller;
beforeAll(async () => {
  site = await openTestSite();
  designer = await site.staff('gao.ya');
  resident = await site.resident('19900000001');
  const profile = { kind: 'natural', name: '田淑兰', idNumber: '11010119000110001X' };
  expect((await resident.send('PUT', '/api/me/profile', profile)).statusCode).toBe(200);
});
afterAll(() => site[Symbol.asyncDispose]());

const today = () => civilDate(site.parts.clock.now());

/** To the first second of a day. */
async function moveTo(day: string): Promise<void> {
  const { movable } = site.parts;
  if (movable === undefined) throw new Error('the clock of a demo moves');
  await movable.moveForward(instantMs(startOfDay(day as never)) - instantMs(movable.now()) + 1000);
}

async function versionsOf(code: string): Promise<DesignVersions['versions']> {
  const answer = await designer.send('GET', `/api/designer/items/${code}/versions`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<DesignVersions>().versions;
}

const renamed = (name: string) => (item: ItemDefinition) => ({ ...item, name });

async function draftOfResident(code: string): Promise<string> {
  const made = await resident.send('POST', '/api/my/drafts', { itemCode: code });
  expect(made.statusCode, made.body).toBe(201);
  const { draftId } = made.json<DraftView>();
  const form = { applicantName: '田淑兰' };
  const changed = await resident.send('PATCH', `/api/my/drafts/${draftId}`, { form });
  expect(changed.json<DraftView>().problems).toEqual([]);
  return draftId;
}

const file = (draftId: string) => resident.send('POST', `/api/my/drafts/${draftId}/file`);

async function filedCase(code: string): Promise<ApplicantCaseView> {
  const filed = await file(await draftOfResident(code));
  expect(filed.statusCode, filed.body).toBe(201);
  const { caseId } = filed.json<{ caseId: string }>();
  return (await resident.send('GET', `/api/my/cases/${caseId}`)).json();
}

describe('publishing', () => {
  it('puts a new item into force at once, with who, when and why', async () => {
    const item = smallLicence('001');
    const draftId = await drawnItem(designer, item);
    expect(await publish(designer, draftId, today())).toEqual({
      code: item.code,
      version: 1,
      from: today(),
    });
    expect(await versionsOf(item.code)).toEqual([
      expect.objectContaining({
        version: 1,
        status: 'current',
        from: today(),
        publishedBy: '高雅',
        note: 'As the new rule says',
        runningCases: 0,
      }),
    ]);
    const found = await site.nobody.send('GET', `/api/items/${item.code}`);
    expect(found.json()).toEqual({ ...item, version: 1 });
    // The draft is used up.
    expect((await designer.send('GET', `/api/designer/drafts/${draftId}`)).statusCode).toBe(404);
  });

  it('is refused while anything is wrong, with the first problem in words', async () => {
    const draftId = await drawnItem(designer, smallLicence('002'));
    await saveDraft(designer, draftId, renamed(''));
    const answer = await tryToPublish(designer, draftId, { from: today() });
    expect(answer.json()).toMatchObject({ code: 'design-has-problems', params: { count: 1 } });
  });

  it('is refused for a day that has passed, and of what was changed meanwhile', async () => {
    const draftId = await drawnItem(designer, smallLicence('003'));
    const yesterday = addDays(today(), -1);
    const past = await tryToPublish(designer, draftId, { from: yesterday });
    expect(past.json()).toMatchObject({ code: 'design-day-past' });
    const stale = await tryToPublish(designer, draftId, { from: today(), revision: 1 });
    expect(stale.json()).toMatchObject({ code: 'design-draft-changed', params: { by: '高雅' } });
    const nonsense = await tryToPublish(designer, draftId, { from: '2026-02-30' });
    expect(nonsense.json()).toMatchObject({ code: 'request-invalid' });
  });

  it('of a code that another item has is refused', async () => {
    const draftId = await drawnItem(designer, smallLicence('001'));
    const answer = await tryToPublish(designer, draftId, { from: today() });
    expect(answer.json()).toMatchObject({ code: 'design-item-code-taken' });
    const forced = await tryToPublish(designer, draftId, { from: today(), replaces: 1 });
    expect(forced.json()).toMatchObject({ code: 'design-item-code-taken' });
  });

  it('over a newer version needs that this version was seen', async () => {
    const item = smallLicence('004');
    await publish(designer, await drawnItem(designer, item), today());
    const from = { itemCode: item.code };
    const [one, other] = [
      await beginDraft(designer, { from }),
      await beginDraft(designer, { from }),
    ];
    await saveDraft(designer, one, renamed('甲'));
    await saveDraft(designer, other, renamed('乙'));
    await publish(designer, one, today());
    const refused = await tryToPublish(designer, other, { from: today() });
    expect(refused.json()).toMatchObject({
      code: 'design-newer-version',
      params: { version: 2, by: '高雅' },
    });
    const meant = await tryToPublish(designer, other, { from: today(), replaces: 2 });
    expect(meant.json()).toMatchObject({ version: 3 });
    expect((await versionsOf(item.code)).map(({ status }) => status)).toEqual([
      'current',
      'past',
      'past',
    ]);
  });

  it('of one draft twice in the same instant gives one version', async () => {
    const item = smallLicence('005');
    const draftId = await drawnItem(designer, item);
    const answers = await Promise.all(
      [1, 2, 3].map(() => tryToPublish(designer, draftId, { from: today() })),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 404, 404]);
    expect(await versionsOf(item.code)).toHaveLength(1);
  });
});

describe('a version with a day to come', () => {
  it('is filed under from its day on; what runs keeps its own', async () => {
    const item = smallLicence('006');
    await publish(designer, await drawnItem(designer, item), today());
    const before = await filedCase(item.code);
    expect(before).toMatchObject({ itemVersion: 1, itemName: item.name });
    const waiting = await draftOfResident(item.code);

    const next = await beginDraft(designer, { from: { itemCode: item.code } });
    await saveDraft(designer, next, renamed('演示许可（新）'));
    const day = addDays(today(), 3);
    await publish(designer, next, day);
    expect((await versionsOf(item.code)).map(({ version, status }) => [version, status])).toEqual([
      [2, 'planned'],
      [1, 'current'],
    ]);
    expect(await filedCase(item.code)).toMatchObject({ itemVersion: 1 });

    await moveTo(addDays(day, -1));
    expect(await filedCase(item.code)).toMatchObject({ itemVersion: 1 });
    await moveTo(day);
    // No job has run: the look-up itself knows the day.
    expect(await filedCase(item.code)).toMatchObject({
      itemVersion: 2,
      itemName: '演示许可（新）',
    });
    const old = await resident.send('GET', `/api/my/cases/${before.caseId}`);
    expect(old.json()).toMatchObject({ itemVersion: 1, itemName: item.name });

    const once = await file(waiting);
    expect(once.json()).toMatchObject({ code: 'item-changed-meanwhile' });
    const filed = await file(waiting);
    expect(filed.statusCode, filed.body).toBe(201);
    const { caseId } = filed.json<{ caseId: string }>();
    const view = await resident.send('GET', `/api/my/cases/${caseId}`);
    expect(view.json()).toMatchObject({ itemVersion: 2 });

    const { db, tenantId } = site.parts.deps;
    await bringIntoForce(db, tenantId, site.parts.clock.now());
    await bringIntoForce(db, tenantId, site.parts.clock.now());
    expect(
      (await versionsOf(item.code)).map(({ status, runningCases }) => [status, runningCases]),
    ).toEqual([
      ['current', 2],
      ['past', 3],
    ]);
    const listed = await site.nobody.send('GET', '/api/items?q=演示许可（新）');
    expect(listed.json<{ rows: { code: string }[] }>().rows[0]?.code).toBe(item.code);
  });

  it('may be withdrawn before its day and not after; its number is not used again', async () => {
    const item = smallLicence('007');
    await publish(designer, await drawnItem(designer, item), today());
    const day = addDays(today(), 2);
    const plan = async () => {
      const next = await beginDraft(designer, { from: { itemCode: item.code } });
      await saveDraft(designer, next, renamed('改过'));
      return publish(designer, next, day);
    };
    expect(await plan()).toMatchObject({ version: 2 });
    const url = (version: number) => `/api/designer/items/${item.code}/versions/${version}`;
    expect((await designer.send('DELETE', url(2))).statusCode).toBe(204);
    expect((await designer.send('DELETE', url(2))).json()).toMatchObject({
      code: 'design-not-planned',
    });
    expect((await designer.send('DELETE', url(1))).json()).toMatchObject({
      code: 'design-not-planned',
    });
    expect(await plan()).toMatchObject({ version: 3 });
    await moveTo(day);
    expect((await designer.send('DELETE', url(3))).statusCode).toBe(409);
    expect((await versionsOf(item.code)).map(({ version, status }) => [version, status])).toEqual([
      [3, 'current'],
      [2, 'withdrawn'],
      [1, 'past'],
    ]);
    expect((await versionsOf(item.code))[1]).toMatchObject({ withdrawnBy: '高雅' });
  });

  it('is not undone by an earlier day of a later version', async () => {
    const item = smallLicence('008');
    await publish(designer, await drawnItem(designer, item), today());
    const next = await beginDraft(designer, { from: { itemCode: item.code } });
    await publish(designer, next, addDays(today(), 5));
    const later = await beginDraft(designer, { from: { itemCode: item.code, version: 2 } });
    const refused = await tryToPublish(designer, later, { from: addDays(today(), 5) });
    expect(refused.json()).toMatchObject({
      code: 'design-planned-later',
      params: { version: 2, from: addDays(today(), 5) },
    });
    expect(await publish(designer, later, addDays(today(), 6))).toMatchObject({ version: 3 });
  });
});

describe('the right to design', () => {
  it('reaches the organisations of the post and no others', async () => {
    const { people, deps } = site.parts;
    const posts = [
      {
        id: 'sj-designer',
        orgId: 'yunxi/scjgj',
        name: '事项管理岗',
        capabilities: ['design-items', 'designer'],
      },
    ];
    await people.organisation.put([], posts);
    await deps.db.query(
      `INSERT INTO post_holder (tenant_id, account_id, post_id, from_on)
       SELECT tenant_id, id, 'sj-designer', '2020-01-01' FROM account
       WHERE login_name = 'meng.siyuan'`,
    );
    const narrow = await site.staff('meng.siyuan');
    const own = site.parts.pack.items.find(({ orgId }) => orgId === 'yunxi/scjgj')?.code;
    const draftId = await beginDraft(narrow, { from: { itemCode: own } });
    const { organisations } = await openDraft(narrow, draftId);
    expect(organisations.map(({ id }) => id)).toEqual(['yunxi/scjgj', 'yunxi/scjgj/djk']);
    const others = site.parts.pack.items.find(({ orgId }) => orgId === 'yunxi/zjj');
    const foreign = await narrow.send('POST', '/api/designer/drafts', {
      from: { itemCode: others?.code },
    });
    expect(foreign.json()).toMatchObject({ code: 'design-outside-scope' });
    const { item, revision } = await openDraft(narrow, draftId);
    const moved = await narrow.send('PUT', `/api/designer/drafts/${draftId}`, {
      revision,
      item: { ...item, orgId: 'yunxi/zjj' },
    });
    expect(moved.json()).toMatchObject({ code: 'design-outside-scope' });
    const foreignDraft = await beginDraft(designer, { from: { itemCode: others?.code } });
    const hidden = await narrow.send('GET', `/api/designer/drafts/${foreignDraft}`);
    expect(hidden.statusCode).toBe(404);
  });
});
