import type { TaskRow } from '@yichuang/contracts';
import { describe, expect, it } from 'vitest';
import { isBatchable, isCard, isReturned, rowKey } from './row-target.ts';

const row: TaskRow = {
  caseId: 'c',
  taskId: 'head#1.1',
  number: '20261122000001',
  itemCode: 'office-leave',
  itemName: '请假申请',
  applicantName: '李青禾',
  phase: 'in-progress',
  duty: 'task',
  since: '2026-11-22T02:00:00.000Z',
  light: 'green',
  others: [],
  title: '李青禾的请假申请 1 天',
};

describe('a row', () => {
  it('may be ticked where a plain approval is all that is asked', () => {
    expect(isBatchable(row)).toBe(true);
    expect(isBatchable({ ...row, duty: 'decision' })).toBe(false);
    expect(isBatchable({ ...row, duty: 'intake' })).toBe(false);
    const { taskId: _t, ...untasked } = row;
    expect(isBatchable(untasked)).toBe(false);
  });

  it('of a letter is answered or checked on its page, never ticked or tapped through', () => {
    const letter = { ...row, phase: 'accepted' };
    expect([isBatchable(letter), isCard(letter)]).toEqual([false, false]);
  });

  it('has a card only within the offices', () => {
    const { title: _title, ...licence } = row;
    expect([isCard(row), isCard(licence)]).toEqual([true, false]);
  });

  it('that came back leads to the form', () => {
    expect(isReturned({ ...row, duty: 'filing' })).toBe(true);
    expect(isReturned(row)).toBe(false);
  });

  it('is told from another of the same case', () => {
    expect(rowKey({ ...row, readingId: 'r1' })).not.toBe(rowKey(row));
  });
});
