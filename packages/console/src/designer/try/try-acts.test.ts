import type { TryLine } from '@yichuang/contracts';
import { describe, expect, it } from 'vitest';
import { step } from '../model/flow.examples.ts';
import { actsOf, tracesOf, verbsOf, type TryChoice } from './try-acts.ts';

const choice: TryChoice = {
  by: 'lu',
  taskId: 'head#1.1',
  verb: 'approve',
  opinion: '同意。',
  toStep: 'filing',
  after: '',
};

describe('acts while a flow is tried', () => {
  it('are those of the step: who serves does not approve, who files only sends again', () => {
    const verbs = (duty: ReturnType<typeof step>['duty'], hasEarlier = true) =>
      verbsOf({ ...step('s'), duty }, hasEarlier);
    expect(verbs('intake')).toEqual(['accept']);
    expect(verbs('delivery')).toEqual(['serve']);
    expect(verbs('filing')).toEqual(['resubmit']);
    expect(verbs('task')).toEqual(['approve', 'reject', 'return']);
    expect(verbs('decision', false)).toEqual(['approve', 'reject']);
  });

  it('check the materials before they are accepted, where there are any', () => {
    const accept: TryChoice = { ...choice, verb: 'accept', after: '1wd' };
    expect(actsOf(accept, true).map(({ act, after }) => [act, after])).toEqual([
      ['check-materials', '1wd'],
      ['accept', undefined],
    ]);
    expect(actsOf(accept, false).map(({ act }) => act)).toEqual(['accept']);
  });

  it('name where a return goes, and give its reason', () => {
    expect(actsOf({ ...choice, verb: 'return' }, true)).toEqual([
      { by: 'lu', act: 'return', task: 'head#1.1', toStep: 'filing', reason: '同意。' },
    ]);
  });
});

it('a node that the walk has not reached, or stands as no picture shows, is ahead', () => {
  const line: TryLine = {
    n: 1,
    by: 'lu',
    act: 'approve',
    ok: true,
    texts: [],
    open: [],
    nodes: { filing: 'done', head: 'open', odd: 'unheard-of' },
    clocks: [],
    phase: 'in-progress',
  };
  expect(tracesOf(line)).toEqual({ filing: 'done', head: 'open', odd: 'ahead' });
  expect(tracesOf(undefined)).toEqual({});
});
