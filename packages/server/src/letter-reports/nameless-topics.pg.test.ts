import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HotTopicReport } from '@yichuang/contracts';
import { openLetterSite, type LetterSite } from '../assembly/testing-letters.ts';

let site: LetterSite;

/** Three matters that have nothing in common but the door that they are written from. */
const matters = [
  [
    'wz-complaint',
    '青石路路灯不亮',
    '青石路中段的路灯坏了半个月，晚上老人摔倒了。请尽快修好，并说明由谁负责、什么时候修好。',
  ],
  [
    'xf-petition',
    '征地补偿款没有发放',
    '我村2024年征地，至今补偿款没有发到户，多次找镇里没有答复。请求查明并尽快发放，给一个书面的说法。',
  ],
  ['wz-consult', '小区能不能加装电梯', '我们小区六层没有电梯，想问加装电梯要什么手续，补贴多少。'],
] as const;

beforeAll(async () => {
  site = await openLetterSite();
  for (const [itemCode, title, body] of matters) {
    await site.quick({ itemCode, form: { title, body, place: '青石路12号' } });
  }
});
afterAll(() => site[Symbol.asyncDispose]());

describe('letters that nothing names together', () => {
  it('are no hot topic, and the circular is written all the same', async () => {
    const leader = await site.staff('zhao.yunqi');
    const query = 'from=2026-01-01&until=2026-12-31';
    const answer = await leader.send('GET', `/api/letters/reports/hot-topics?${query}`);
    expect(answer.statusCode, answer.body).toBe(200);
    const { letters, topics }: HotTopicReport = answer.json();
    expect(letters).toBe(matters.length);
    expect(topics.filter(({ title }) => title === '')).toEqual([]);
    const circular = await leader.send('GET', '/api/letters/reports/circular.pdf?quarter=2026-Q4');
    expect(circular.statusCode, circular.body.slice(0, 500)).toBe(200);
  });
});
