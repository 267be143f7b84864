import type { CaseState, ItemDefinition } from '@yichuang/kernel/case';
import type { FlowNode, NodeState, TaskState } from '@yichuang/kernel/flow';
import { instant } from '@yichuang/kernel/time';
import { describe, expect, test } from 'vitest';
import type { Directory } from './directory.ts';
import { flowView } from './flow-view.ts';

const step = (id: string): FlowNode => ({
  kind: 'step',
  id,
  name: id,
  duty: 'review',
  posts: ['p'],
  agreement: { rule: 'one' },
});
const flow = {
  main: {
    kind: 'sequence',
    id: 'main',
    name: 'main',
    children: [
      step('first'),
      {
        kind: 'choice',
        id: 'choice',
        name: 'choice',
        branches: [
          { id: 'big', when: 'area > 9', node: step('experts') },
          { id: 'small', node: step('clerk') },
        ],
      },
      step('last'),
    ],
  },
  denied: step('refusal'),
} as const;
const item = { flow } as unknown as ItemDefinition;
const directory = {
  posts: () => Promise.resolve(new Map([['p', { name: 'Post' }]])),
} as unknown as Directory;

const done: NodeState = { round: 1, status: 'done' };
const task = (stepId: string, openedAt: string, closedAt?: string): TaskState => ({
  taskId: `${stepId}#1.1`,
  stepId,
  round: 1,
  posts: ['p'],
  weight: 1,
  status: closedAt === undefined ? 'open' : 'done',
  openedAt: instant(openedAt),
  ...(closedAt === undefined ? {} : { closedAt: instant(closedAt) }),
});

async function standing(more: object): Promise<Record<string, string>> {
  const tasks = {
    'first#1.1': task('first', '2026-11-16T01:00:00.000Z', '2026-11-17T01:00:00.000Z'),
    'clerk#1.1': task('clerk', '2026-11-17T01:00:00.000Z'),
  };
  const nodes: Record<string, NodeState> = {
    main: { round: 1, status: 'open' },
    first: done,
    choice: { round: 1, status: 'open', branches: ['small'] },
    clerk: { round: 1, status: 'open' },
  };
  const state = { phase: 'accepted', marking: { nodes, tasks }, ...more } as unknown as CaseState;
  const rows = await flowView(item, state, directory, 'zh-CN');
  return Object.fromEntries(
    rows.map(({ nodeId, status, at }) => [nodeId, at === undefined ? status : `${status} ${at}`]),
  );
}

describe('where a case stands in its flow', () => {
  test('done and open with their time, ahead, and the branch that was not chosen', async () => {
    expect(await standing({})).toEqual({
      first: 'done 2026-11-17T01:00:00.000Z',
      choice: 'open',
      experts: 'not-taken',
      clerk: 'open 2026-11-17T01:00:00.000Z',
      last: 'ahead',
    });
  });

  test('of an ended case nothing lies ahead', async () => {
    expect(await standing({ phase: 'withdrawn' })).toMatchObject({ last: 'not-taken' });
  });

  test('of a denied one only what follows a refusal', async () => {
    const shown = await standing({ decision: { outcome: 'denied' } });
    expect(shown).toMatchObject({ last: 'not-taken', refusal: 'ahead' });
  });

  test('before there is a case everything lies ahead', async () => {
    const rows = await flowView(item, undefined, directory, 'zh-CN');
    expect(rows.map(({ status, depth }) => `${status} ${depth}`)).toEqual([
      'ahead 0',
      'ahead 0',
      'ahead 1',
      'ahead 1',
      'ahead 0',
    ]);
  });
});
