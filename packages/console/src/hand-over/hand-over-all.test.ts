import type { HandOverReport } from '@yichuang/contracts';
import { expect, it } from 'vitest';
import { handOverAll } from './hand-over-all.ts';

const person = { personId: 'p', name: '乔明远' };
const nothing = { person, tasks: [], posts: [], copies: 0, drafts: 0, proxies: [], canClose: true };

it('sends an order until nothing is left, and says how far it is', async () => {
  const failed = [{ caseId: 'c', number: '1', why: '已办结' }];
  const answers: HandOverReport[] = [
    { handedOver: 200, left: 150, failed, holdings: nothing },
    { handedOver: 149, left: 0, failed, holdings: nothing },
  ];
  const heard: [number, number][] = [];
  const report = await handOverAll(
    () => Promise.resolve(answers.shift() ?? Promise.reject(new Error('asked once too often'))),
    ({ handedOver, left }) => void heard.push([handedOver, left]),
  );
  expect(heard).toEqual([
    [200, 150],
    [349, 0],
  ]);
  expect(report).toMatchObject({ handedOver: 349, failed });
});
