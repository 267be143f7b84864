import type { DesignDraftSaved, DesignerHome } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, type TestCaller, type TestSite } from '../assembly/testing-site.ts';
import { beginDraft, openDraft, saveDraft } from './testing/designer-site.ts';

let site: TestSite;
let designer: TestCaller;
beforeAll(async () => {
  site = await openTestSite();
  designer = await site.staff('gao.ya');
});
afterAll(() => site[Symbol.asyncDispose]());

const licence = '11999921YYYY00047C4000131001001';

describe('a draft', () => {
  it('of a published item begins without a problem and with all that it may name', async () => {
    const draftId = await beginDraft(designer, { from: { itemCode: licence } });
    const view = await openDraft(designer, draftId);
    expect(view.item.code).toBe(licence);
    expect(view.base).toEqual(view.item);
    expect(view).toMatchObject({ revision: 1, problems: [], changedBy: '高雅', newestVersion: 1 });
    expect(view.posts).toContainEqual(
      expect.objectContaining({ id: 'sj-registrar', holders: ['孟思源'] }),
    );
    expect(view.templates.map(({ id }) => id)).toContain('business-licence');
    const home = (await designer.send('GET', '/api/designer')).json<DesignerHome>();
    expect(home.drafts).toContainEqual(
      expect.objectContaining({ draftId, baseVersion: 1, problemCount: 0, changedBy: '高雅' }),
    );
    expect(home.items.map(({ code }) => code)).toContain(licence);
  });

  it.each(['internal', 'licensing'] as const)(
    'that begins from nothing (%s) says what is missing, where, and what to do',
    async (lifecycle) => {
      const blank = { name: '会议室使用审批', orgId: 'yunxi/zfb', lifecycle };
      const { problems } = await openDraft(designer, await beginDraft(designer, { blank }));
      const nodeId = lifecycle === 'internal' ? 'approval' : 'intake';
      const post = problems.find(
        (each) => each.code === 'flow-step-without-post' && each.nodeId === nodeId,
      );
      expect(post?.text).toContain(lifecycle === 'internal' ? '审批' : '受理');
      expect(post?.remedy).toBe('请为这个环节选一个岗位。');
      expect(problems.some(({ code }) => code === 'wrong-type')).toBe(false);
    },
  );

  it('may be saved with problems, and says so in the language of the request', async () => {
    const draftId = await beginDraft(designer, { from: { itemCode: licence } });
    const { item, revision } = await openDraft(designer, draftId);
    const broken = { ...item, name: '', summary: '' };
    const url = `/api/designer/drafts/${draftId}`;
    const answer = await designer.send('PUT', `${url}`, { revision, item: broken });
    expect(answer.json<DesignDraftSaved>()).toMatchObject({ revision: 2 });
    expect(answer.json<DesignDraftSaved>().problems.map(({ path }) => path)).toEqual([
      '/name',
      '/summary',
    ]);
  });

  it('is not saved over what somebody else saved meanwhile', async () => {
    const admin = await site.staff('admin');
    const draftId = await beginDraft(designer, { from: { itemCode: licence } });
    const url = `/api/designer/drafts/${draftId}`;
    const { item, revision } = await openDraft(designer, draftId);
    const saves = await Promise.all([
      designer.send('PUT', url, { revision, item: { ...item, summary: '高雅的说法。' } }),
      admin.send('PUT', url, { revision, item: { ...item, summary: '管理员的说法。' } }),
    ]);
    expect(saves.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const loser = saves
      .find(({ statusCode }) => statusCode === 409)
      ?.json<{
        code: string;
        params: { by: string; at: string };
      }>();
    expect(loser?.code).toBe('design-draft-changed');
    const now = await openDraft(designer, draftId);
    expect(loser?.params).toMatchObject({ by: now.changedBy, at: now.changedAt });
    expect(now.revision).toBe(2);
  });

  it('that is no item at all is refused, with the place', async () => {
    const draftId = await beginDraft(designer, { from: { itemCode: licence } });
    const { item, revision } = await openDraft(designer, draftId);
    const url = `/api/designer/drafts/${draftId}`;
    for (const wrong of [
      { ...item, flow: { main: { kind: 'teleport', id: 'x', name: 'x' } } },
      { ...item, materials: 'none' },
      { ...item, surprise: 1 },
      {},
    ]) {
      const answer = await designer.send('PUT', url, { revision, item: wrong });
      expect(answer.statusCode).toBe(422);
      expect(answer.json()).toMatchObject({ code: 'design-draft-broken' });
    }
    expect((await openDraft(designer, draftId)).revision).toBe(1);
  });

  it('asks of its parts that they can be filed: they are items of their own', async () => {
    const draftId = await beginDraft(designer, { from: { itemCode: licence } });
    const joint = {
      kind: 'subcases',
      id: 'parts',
      name: '联合审查',
      parts: [{ id: 'fire', name: '消防', itemCode: 'NO-SUCH-ITEM' }],
    } as const;
    const { problems } = await saveDraft(designer, draftId, (item) => {
      const { flow } = item;
      if (flow?.main.kind !== 'sequence') throw new Error('the licence is a sequence');
      const [first, ...rest] = flow.main.children;
      if (first === undefined) throw new Error('the licence has steps');
      return {
        ...item,
        flow: { ...flow, main: { ...flow.main, children: [first, joint, ...rest] } },
      };
    });
    expect(problems.map(({ code }) => code)).toEqual(['unknown-item', 'part-without-filing']);
  });

  it('once deleted is gone for everybody', async () => {
    const draftId = await beginDraft(designer, { from: { itemCode: licence } });
    const url = `/api/designer/drafts/${draftId}`;
    expect((await designer.send('DELETE', url)).statusCode).toBe(204);
    expect((await designer.send('GET', url)).statusCode).toBe(404);
    expect((await designer.send('DELETE', url)).statusCode).toBe(404);
  });

  it('begins from a flow that was drawn elsewhere, or is refused with the element', async () => {
    const own = await site.nobody.send('GET', `/api/items/${licence}/flow.bpmn`);
    const place = { name: '照搬的流程', orgId: 'yunxi/scjgj' };
    const bpmn = { xml: own.body, ...place, lifecycle: 'licensing' };
    const view = await openDraft(designer, await beginDraft(designer, { bpmn }));
    const published = site.parts.pack.items.find(({ code }) => code === licence);
    expect(view.item.flow).toEqual(published?.flow);
    expect(view.item).toMatchObject(place);
    const broken = { bpmn: { ...bpmn, xml: '<definitions>' } };
    const refused = await designer.send('POST', '/api/designer/drafts', broken);
    expect(refused.statusCode).toBe(422);
    expect(refused.json<{ code: string }>().code).toMatch(/^bpmn-/u);
  });

  it('needs exactly one beginning, and one that exists', async () => {
    const both = { from: { itemCode: licence }, blank: { name: 'x', orgId: 'yunxi' } };
    for (const [wish, code] of [
      [{}, 'request-invalid'],
      [both, 'request-invalid'],
      [{ from: { itemCode: 'nothing' } }, 'design-item-unknown'],
      [{ from: { itemCode: licence, version: 99 } }, 'design-version-unknown'],
    ] as const) {
      const answer = await designer.send('POST', '/api/designer/drafts', wish);
      expect(answer.json()).toMatchObject({ code });
    }
  });
});
