import type { CaseView, DesignVersions, DraftView, RebaseReport } from '@yichuang/contracts';
import { replay, type ItemDefinition } from '@yichuang/kernel/case';
import type { FlowNode } from '@yichuang/kernel/flow';
import { canonicalJson } from '@yichuang/kernel/ledger';
import { civilDate } from '@yichuang/kernel/time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, type TestCaller, type TestSite } from '../assembly/testing-site.ts';
import { beginDraft, drawnItem, publish, saveDraft } from './testing/designer-site.ts';
import { smallLicence } from './testing/small-licence.examples.ts';

let site: TestSite;
let designer: TestCaller;
let manager: TestCaller;
let resident: TestCaller;
beforeAll(async () => {
  site = await openTestSite();
  designer = await site.staff('gao.ya');
  manager = await site.staff('qin.yue');
  resident = await site.resident('19900000001');
  const profile = { kind: 'natural', name: '田淑兰', idNumber: '11010119000110001X' };
  expect((await resident.send('PUT', '/api/me/profile', profile)).statusCode).toBe(200);
});
afterAll(() => site[Symbol.asyncDispose]());

const today = () => civilDate(site.parts.clock.now());

async function filedCase(code: string): Promise<string> {
  const made = await resident.send('POST', '/api/my/drafts', { itemCode: code });
  const { draftId } = made.json<DraftView>();
  const form = { applicantName: '田淑兰' };
  await resident.send('PATCH', `/api/my/drafts/${draftId}`, { form });
  const filed = await resident.send('POST', `/api/my/drafts/${draftId}/file`);
  expect(filed.statusCode, filed.body).toBe(201);
  return filed.json<{ caseId: string }>().caseId;
}

async function act(account: string, caseId: string, type: string): Promise<void> {
  const caller = await site.staff(account);
  const view = (await caller.send('GET', `/api/cases/${caseId}`)).json<CaseView>();
  const taskId = view.allowed.find((each) => each.act === type)?.taskId;
  const body = { type, taskId, opinion: '同意' };
  const answer = await caller.send('POST', `/api/cases/${caseId}/commands`, body);
  expect(answer.statusCode, answer.body).toBe(200);
}

async function publishChanged(
  code: string,
  change: (children: readonly FlowNode[]) => readonly FlowNode[],
): Promise<void> {
  const draftId = await beginDraft(designer, { from: { itemCode: code } });
  await saveDraft(designer, draftId, (item): ItemDefinition => {
    const { flow } = item;
    if (flow?.main.kind !== 'sequence') throw new Error('the example is a sequence');
    const main = { ...flow.main, children: change(flow.main.children) };
    return { ...item, flow: { ...flow, main } };
  });
  await publish(designer, draftId, today());
}

const check: FlowNode = {
  kind: 'step',
  id: 'check',
  name: '复核',
  duty: 'review',
  posts: ['sj-registrar'],
  agreement: { rule: 'one' },
};

async function rebase(code: string, body: object): Promise<RebaseReport> {
  const answer = await manager.send('POST', `/api/designer/items/${code}/rebase`, body);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

describe('running cases', () => {
  it('move to a newer version after a dry run that changes nothing', async () => {
    const { code } = smallLicence('401');
    await publish(designer, await drawnItem(designer, smallLicence('401')), today());
    const received = await filedCase(code);
    const accepted = await filedCase(code);
    await act('ye.xiaotong', accepted, 'AcceptCase');
    await publishChanged(code, ([intake, review, ...rest]) =>
      [intake, review, check, ...rest].filter((node) => node !== undefined),
    );

    const dry = await rebase(code, { toVersion: 2, isDryRun: true });
    expect(dry.results.map(({ caseId, fromVersion, ok }) => [caseId, fromVersion, ok])).toEqual([
      [received, 1, true],
      [accepted, 1, true],
    ]);
    const before = await manager.send('GET', `/api/cases/${accepted}`);
    expect(before.json<CaseView>().itemVersion).toBe(1);

    const one = await rebase(code, { toVersion: 2, isDryRun: false, caseIds: [accepted] });
    expect(one.results).toMatchObject([{ caseId: accepted, ok: true }]);
    const after = (await manager.send('GET', `/api/cases/${accepted}`)).json<CaseView>();
    expect(after.itemVersion).toBe(2);
    expect(after.timeline.at(-1)).toMatchObject({ type: 'CaseRebased', by: '秦悦' });
    await act('meng.siyuan', accepted, 'ApproveTask');
    // The step that the old version did not have.
    await act('meng.siyuan', accepted, 'ApproveTask');
    await act('dai.guoliang', accepted, 'ApproveTask');

    const stored = await site.parts.cases.find(accepted);
    const events = await site.parts.cases.events(accepted);
    expect(canonicalJson(replay(events))).toBe(canonicalJson(stored?.state));
    const answer = await designer.send('GET', `/api/designer/items/${code}/versions`);
    expect(answer.json<DesignVersions>().versions.map((v) => [v.version, v.runningCases])).toEqual([
      [2, 1],
      [1, 1],
    ]);
    const rest = await rebase(code, { toVersion: 2, isDryRun: false });
    expect(rest).toMatchObject({ results: [{ caseId: received, ok: true }], hasMore: false });
    expect((await rebase(code, { toVersion: 2, isDryRun: false })).results).toEqual([]);
  });

  it('that stand where the new flow has nothing stay, and are named with the reason', async () => {
    const { code } = smallLicence('402');
    await publish(designer, await drawnItem(designer, smallLicence('402')), today());
    const received = await filedCase(code);
    const accepted = await filedCase(code);
    await act('ye.xiaotong', accepted, 'AcceptCase');
    await publishChanged(code, (children) => children.filter(({ id }) => id !== 'review'));
    for (const isDryRun of [true, false]) {
      const { results } = await rebase(code, { toVersion: 2, isDryRun });
      expect(results).toMatchObject([
        { caseId: received, ok: true },
        { caseId: accepted, ok: false, refusals: [{ code: 'rebase-not-possible' }] },
      ]);
      expect(results[1]?.refusals?.[0]?.text).toContain('审查');
    }
    const stays = await manager.send('GET', `/api/cases/${accepted}`);
    expect(stays.json<CaseView>().itemVersion).toBe(1);
  });

  it('are moved by who administers cases, not by designers; to versions that exist', async () => {
    const { code } = smallLicence('402');
    const url = `/api/designer/items/${code}/rebase`;
    const order = { toVersion: 2, isDryRun: true };
    expect((await designer.send('POST', url, order)).statusCode).toBe(403);
    const admin = await site.staff('admin');
    expect((await admin.send('POST', url, order)).statusCode).toBe(403);
    const none = await manager.send('POST', url, { ...order, toVersion: 9 });
    expect(none.json()).toMatchObject({ code: 'design-version-unknown' });
  });
});
