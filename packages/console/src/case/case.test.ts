import type { TaskRow } from '@yichuang/contracts';
import { describe, expect, it } from 'vitest';
import { caseAt, receivedCase } from '../examples/case.examples.ts';
import { firstTab } from './case-tabs.ts';
import { holdersByStep } from './holders-by-step.ts';
import { nextCase } from './next-case.ts';

describe('who has a case', () => {
  const [task] = receivedCase.tasks;
  if (task === undefined) throw new Error('the example has a task');

  it('says each step once, with all who hold it, and me only as me', () => {
    const joint = [
      { ...task, taskId: 't1', isMine: true, holderNames: ['陆清和'] },
      { ...task, taskId: 't2', isMine: false, holderNames: ['苏婉', '宁波涛'] },
    ];
    expect(holdersByStep(joint, '陆清和')).toEqual([
      {
        stepId: 'intake',
        stepName: '窗口受理',
        isMine: true,
        isOrphan: false,
        names: ['苏婉', '宁波涛'],
      },
    ]);
  });

  it('says that nobody holds the post', () => {
    const orphan = [{ ...task, isMine: false, holderNames: [] }];
    expect(holdersByStep(orphan, '陆清和')[0]).toMatchObject({ isOrphan: true, names: [] });
  });
});

it('a case opens at the materials while they are to be checked, else at the form', () => {
  const allowed = [{ act: 'CheckMaterials', taskId: 't' }];
  expect(firstTab({ ...receivedCase, allowed })).toBe('materials');
  expect(firstTab(caseAt('review'))).toBe('form');
});

it('the next case is another one than the case just done', () => {
  const row = (caseId: string): TaskRow => ({
    caseId,
    number: caseId,
    itemCode: 'i',
    itemName: 'i',
    applicantName: 'a',
    phase: 'accepted',
    since: '2026-11-22T00:00:00.000Z',
    light: 'green',
    others: [],
  });
  expect(nextCase([row('a'), row('b')], 'a')?.caseId).toBe('b');
  expect(nextCase([row('a')], 'a')).toBeUndefined();
  const waiting = { ...row('b'), phase: 'correction-pending' };
  expect(nextCase([row('a'), waiting, row('c')], 'a')?.caseId).toBe('c');
});
