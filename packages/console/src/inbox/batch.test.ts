import type { TaskRow } from '@yichuang/contracts';
import { describe, expect, it } from 'vitest';
import { batchOf, failuresOf, MOST_AT_ONCE } from './batch.ts';

const row = (n: number): TaskRow => ({
  caseId: `c${n}`,
  taskId: 'head#1.1',
  number: `2026112200000${n}`,
  itemCode: 'office-leave',
  itemName: '请假申请',
  applicantName: '李青禾',
  phase: 'in-progress',
  duty: 'task',
  since: '2026-11-22T02:00:00.000Z',
  light: 'green',
  others: [],
});

describe('a batch', () => {
  it('is one approval for each row, with the same words', () => {
    expect(batchOf([row(1), row(2)], ' 同意。 ')).toEqual({
      acts: [1, 2].map((n) => ({
        caseId: `c${n}`,
        command: { type: 'ApproveTask', taskId: 'head#1.1', opinion: '同意。' },
      })),
    });
  });

  it('holds what the server takes at once, and no row without a task', () => {
    expect(
      batchOf(
        Array.from({ length: 60 }, (_, n) => row(n)),
        '',
      ).acts,
    ).toHaveLength(MOST_AT_ONCE);
    const { taskId: _t, ...untasked } = row(1);
    expect(batchOf([untasked], '').acts).toEqual([]);
  });

  it('names what failed by its title, with why and what to do', () => {
    const refusal = { code: 'task-already-closed', text: '已被办理', nextStep: '请刷新' };
    const result = {
      results: [
        { caseId: 'c1', taskId: 'head#1.1', ok: true },
        { caseId: 'c2', taskId: 'head#1.1', ok: false, refusals: [refusal] },
      ],
    };
    const rows = [row(1), { ...row(2), title: '周牧野的请假申请' }];
    expect(failuresOf(result, rows)).toEqual([
      { key: 'c2 head#1.1', title: '周牧野的请假申请', text: '已被办理', nextStep: '请刷新' },
    ]);
  });
});
