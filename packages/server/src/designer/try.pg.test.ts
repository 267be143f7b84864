import type { TryResult } from '@yichuang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, type TestCaller, type TestSite } from '../assembly/testing-site.ts';
import { beginDraft, drawnItem, openDraft, saveDraft } from './testing/designer-site.ts';
import { smallLicence } from './testing/small-licence.examples.ts';

let site: TestSite;
let designer: TestCaller;
beforeAll(async () => {
  site = await openTestSite();
  designer = await site.staff('gao.ya');
});
afterAll(() => site[Symbol.asyncDispose]());

async function tried(draftId: string, body: object): Promise<TryResult> {
  const answer = await designer.send('POST', `/api/designer/drafts/${draftId}/try`, body);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

describe('trying a draft', () => {
  it('begins with invented people and a filled form, at the first step', async () => {
    const draftId = await drawnItem(designer, smallLicence('201'));
    const { people, form, lines } = await tried(draftId, { acts: [] });
    expect(people.map(({ posts }) => posts[0] ?? 'nobody’s')).toEqual([
      'nobody’s',
      'sj-counter',
      'sj-counter',
      'sj-registrar',
      'sj-leader',
    ]);
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
    expect(form).toEqual({ applicantName: '试填内容' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      n: 0,
      by: 'applicant',
      ok: true,
      phase: 'received',
      open: [{ step: 'intake', who: ['sj-counter-1', 'sj-counter-2'] }],
      nodes: { intake: 'open' },
    });
  });

  it('plays acts of these people, and says in words what happened or why not', async () => {
    const draftId = await drawnItem(designer, smallLicence('202'));
    const acts = [
      { by: 'sj-leader', act: 'accept', step: 'intake' },
      { by: 'sj-counter-1', act: 'accept' },
    ];
    const { lines } = await tried(draftId, { acts });
    const [, refused, accepted] = lines;
    expect(refused).toMatchObject({ n: 1, ok: false, open: [{ step: 'intake' }] });
    expect(refused?.texts[0]).toContain('岗位');
    expect(accepted).toMatchObject({ n: 2, ok: true, phase: 'accepted' });
    expect(accepted?.nodes).toMatchObject({ intake: 'done', review: 'open' });
    expect(accepted?.texts.some((text) => text.includes('受理'))).toBe(true);
    expect(accepted?.clocks.some(({ clockId }) => clockId.startsWith('statutory'))).toBe(true);
  });

  it('walks on to the end when asked, by acts that can be sent again', async () => {
    const draftId = await drawnItem(designer, smallLicence('203'));
    const walked = await tried(draftId, { acts: [], walksOn: true });
    expect(walked.acts.map(({ act }) => act)).toEqual(['accept', 'approve', 'approve', 'serve']);
    expect(walked.lines.at(-1)).toMatchObject({ phase: 'concluded', open: [] });
    const { people, form, acts } = walked;
    expect((await tried(draftId, { people, form, acts })).lines).toEqual(walked.lines);
    // A document is ordered in one line and issued in another: it keeps its name.
    const told = walked.lines.flatMap(({ texts }) => texts);
    expect(told.filter((text) => text.includes('《》'))).toEqual([]);
  });

  it.each(['建筑工程施工许可', '公共场所卫生许可', '个体工商户设立登记', '请假申请', '采购申请'])(
    'walks %s through, whatever its flow asks for',
    async (name) => {
      const item = site.parts.pack.items.find((each) => each.name.startsWith(name.slice(0, 4)));
      if (item === undefined) throw new Error(`no item ${name}`);
      const draftId = await beginDraft(designer, { from: { itemCode: item.code } });
      const { lines } = await tried(draftId, { acts: [], walksOn: true });
      expect(lines.filter(({ ok }) => !ok)).toEqual([]);
      expect(['concluded', 'decided']).toContain(lines.at(-1)?.phase);
      expect(lines.at(-1)?.open).toEqual([]);
    },
  );

  it('is refused while the flow is broken, or of a script that makes no sense', async () => {
    const draftId = await drawnItem(designer, smallLicence('204'));
    const url = `/api/designer/drafts/${draftId}/try`;
    const stranger = await designer.send('POST', url, { acts: [{ by: 'x', act: 'accept' }] });
    expect(stranger.json()).toMatchObject({ code: 'design-not-playable' });
    await saveDraft(designer, draftId, (item) => {
      const { flow, ...rest } = item;
      if (flow?.main.kind !== 'sequence') throw new Error('the example is a sequence');
      return { ...rest, flow: { ...flow, main: { ...flow.main, children: [] } } };
    });
    const broken = await designer.send('POST', url, { acts: [] });
    expect(broken.json()).toMatchObject({ code: 'design-not-playable' });
    expect((await openDraft(designer, draftId)).problems.length).toBeGreaterThan(0);
  });
});
