import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { instant } from '@yichuang/kernel/time';
import { loadPack } from '../catalogue/index.ts';
import { loadStatutes } from '../statutes/index.ts';
import { noHistory, type ItemHistory } from './item-history.ts';
import { modelOfPlan } from './model-of-plan.ts';
import { hasFlow, planOf, rehearseItem, type RehearsalScene } from './rehearse-item.ts';

let scene: RehearsalScene;
beforeAll(async () => {
  const pack = await loadPack(join(import.meta.dirname, '../../../../packs/demo-county'));
  const item = pack.items.find(({ nameEn }) => nameEn === 'Building construction permit');
  if (item === undefined || !hasFlow(item)) throw new Error('the demo county has no permit');
  scene = {
    item,
    history: noHistory,
    statutes: await loadStatutes(),
    now: instant('2026-03-02T02:00:00.000Z'),
    people: (post) => (post === 'zj-counter' ? 2 : 0),
    postName: (post) => post.toUpperCase(),
  };
});

/** So many finished tasks of so many minutes each at the leader's step. */
function leaderTook(minutes: number, tasks: number): ItemHistory {
  const each = Array.from({ length: tasks }, () => minutes);
  return { ...noHistory, cases: tasks, steps: { leader: { minutes: each, returned: 5 } } };
}

describe('the plan of a rehearsal', () => {
  it('marks as guesses what nobody entered and no history tells', () => {
    const plan = planOf(scene, {}, 'en');
    expect(plan).toMatchObject({ perDay: 1, perDaySource: 'guess', seed: 1, hoursPerDay: 7 });
    expect(plan.posts[0]).toEqual({
      post: 'zj-counter',
      name: 'ZJ-COUNTER',
      people: 2,
      share: 0.5,
      source: 'guess',
    });
    // A post that nobody holds: somebody will have to.
    expect(plan.posts.find(({ post }) => post === 'zj-leader')?.people).toBe(1);
    expect(plan.steps.every(({ source }) => source === 'guess')).toBe(true);
    expect(plan.waits.map(({ nodeId, days }) => [nodeId, days])).toEqual([
      ['payment', 1],
      ['correction', 3],
    ]);
    expect(plan.limits).toEqual([
      { name: 'committed', days: 5 },
      { name: 'statutory', days: 7 },
    ]);
  });

  it('believes history from twenty finished tasks on', () => {
    const stepOf = (history: ItemHistory) =>
      planOf({ ...scene, history }, {}, 'en').steps.find(({ stepId }) => stepId === 'leader');
    expect(stepOf(leaderTook(42, 19))).toMatchObject({ source: 'guess', tasks: 19 });
    expect(stepOf(leaderTook(42, 20))).toMatchObject({
      source: 'history',
      minutes: 42,
      returnShare: 0.2,
    });
  });

  it('prefers what was entered', () => {
    const wish = {
      perDay: 3,
      posts: { 'zj-leader': { people: 4, share: 0.25 } },
      steps: { leader: { minutes: 7, returnShare: 0 } },
      waits: { payment: 2 },
    };
    const plan = planOf({ ...scene, history: leaderTook(42, 30), perDay: 9 }, wish, 'en');
    expect([plan.perDay, plan.perDaySource]).toEqual([3, 'entered']);
    expect(plan.posts.find(({ post }) => post === 'zj-leader')).toMatchObject({
      people: 4,
      share: 0.25,
      source: 'entered',
    });
    const entered = { minutes: 7, source: 'entered' };
    expect(plan.steps.find(({ stepId }) => stepId === 'leader')).toMatchObject(entered);
    expect(plan.waits[0]).toMatchObject({ days: 2, source: 'entered' });
    const model = modelOfPlan(plan, scene.item.flow, noHistory);
    expect(model.steps['leader']?.handling).toEqual({ kind: 'skewed', median: 7, tail: 2.5 });
    expect(model.waits['payment']).toMatchObject({ median: 840 });
  });

  it('takes the whole distribution of what was measured', () => {
    const history: ItemHistory = {
      ...noHistory,
      steps: { leader: { minutes: Array.from({ length: 41 }, (_, i) => i), returned: 0 } },
    };
    const plan = planOf({ ...scene, history }, {}, 'en');
    const { handling } = modelOfPlan(plan, scene.item.flow, history).steps['leader'] ?? {};
    expect(handling).toMatchObject({ kind: 'quantiles' });
    expect(handling?.kind === 'quantiles' && handling.values.slice(0, 3)).toEqual([0, 2, 4]);
  });
});

describe('a rehearsed item', { timeout: 60_000 }, () => {
  it('is told in sentences of the reader’s language, another for another seed', async () => {
    const wish = { perDay: 5, posts: { 'zj-leader': { people: 1, share: 0.2 } } };
    const told = await rehearseItem(scene, wish, 'zh-CN');
    expect(told.sentences.join('\n')).toMatch(/个工作日办完/u);
    expect(told.sentences.join('\n')).toMatch(/瓶颈是〔/u);
    expect(told.cases).toBeGreaterThan(1000);
    expect(told.medianOn > '2026-03-02').toBe(true);
    expect(told.p90On >= told.medianOn).toBe(true);
    const other = await rehearseItem(scene, { ...wish, seed: 2 }, 'en');
    expect(other.days).not.toEqual(told.days);
    expect(other.sentences.join('\n')).toMatch(/The bottleneck is/u);
  });
});
