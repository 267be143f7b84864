import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RehearsalPlan, RehearsalResult } from '@yichuang/contracts';
import { openTestSite, type TestSite } from '../assembly/testing-site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site[Symbol.asyncDispose]());

function urlOf(nameEn: string): string {
  const item = site.parts.pack.items.find((each) => each.nameEn === nameEn);
  if (item === undefined) throw new Error(`the pack has no ${nameEn}`);
  return `/api/items/${item.code}/rehearsal`;
}

const PERMIT = 'Building construction permit';

describe('rehearsing over HTTP', () => {
  it('says what it would be run with: who holds the posts, what is guessed', async () => {
    const designer = await site.staff('gao.ya');
    const answer = await designer.send('GET', urlOf(PERMIT));
    expect(answer.statusCode).toBe(200);
    const plan = answer.json<RehearsalPlan>();
    expect(plan.posts.find(({ post }) => post === 'zj-counter')).toMatchObject({
      people: 2,
      source: 'guess',
    });
    expect(plan.historyCases).toBe(0);
  });

  it('runs with what is entered, the same each time', async () => {
    const designer = await site.staff('gao.ya');
    const wish = { seed: 3, perDay: 2, posts: { 'zj-leader': { people: 1, share: 0.2 } } };
    const run = async () =>
      (await designer.send('POST', urlOf(PERMIT), wish)).json<RehearsalResult>();
    const result = await run();
    expect(result.plan).toMatchObject({ seed: 3, perDay: 2 });
    expect(result.sentences.length).toBeGreaterThan(2);
    expect(await run()).toEqual(result);
  });

  it('refuses what is no staffing, and an item that is not there', async () => {
    const designer = await site.staff('gao.ya');
    const wish = { posts: { 'zj-leader': { people: 0, share: 2 } } };
    expect((await designer.send('POST', urlOf(PERMIT), wish)).statusCode).toBe(400);
    const answer = await designer.send('GET', '/api/items/none/rehearsal');
    expect(answer.statusCode).toBe(404);
  });
});
