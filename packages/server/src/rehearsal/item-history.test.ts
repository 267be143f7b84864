import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseEvent } from '@yichuang/kernel/case';
import { instant, type Calendar, type Instant } from '@yichuang/kernel/time';
import { loadStatutes } from '../statutes/index.ts';
import { readHistory, type HistoryEvent } from './item-history.ts';

let calendar: Calendar;
beforeAll(async () => {
  ({ calendar } = await loadStatutes());
});

function at(time: string, day = '2026-03-02'): Instant {
  return instant(new Date(`${day}T${time}:00+08:00`).toISOString());
}

function event(time: Instant, what: CaseEvent, more: Partial<HistoryEvent> = {}): HistoryEvent {
  const by = { kind: 'staff', personId: 'p', name: 'P' } as const;
  return { caseId: 'c1', seq: 1, at: time, by, event: what, ...more };
}

const opened = (taskId: string, waits = false): CaseEvent => ({
  type: 'StepOpened',
  stepId: 'review',
  round: 1,
  tasks: [{ taskId, posts: ['a'], weight: 1, waits }],
});
const decided = (taskId: string, isBatch?: true): CaseEvent => ({
  type: 'TaskDecided',
  taskId,
  stepId: 'review',
  round: 1,
  verdict: 'approved',
  opinion: '',
  ...(isBatch === undefined ? {} : { isBatch }),
});

describe('the history of an item', () => {
  it('measures a task from when its person could begin: opened, read, done with the last', () => {
    const { steps, cases } = readHistory(
      [
        event(at('09:00'), opened('t1')),
        event(at('09:40'), decided('t1')),
        event(at('09:00'), opened('t2'), { caseId: 'c2' }),
        event(at('10:00'), { type: 'TaskRead', taskId: 't2' }, { caseId: 'c2' }),
        event(at('10:10'), decided('t2'), { caseId: 'c2' }),
        event(at('09:00'), opened('t3'), { caseId: 'c3' }),
        event(at('11:00'), decided('t3'), { caseId: 'c3', previousAct: at('10:55') }),
      ],
      calendar,
    );
    expect(steps['review']?.minutes).toEqual([5, 10, 40]);
    expect(cases).toBe(3);
  });

  it('leaves out what was decided in a batch, and what waited for its turn until it opened', () => {
    const { steps } = readHistory(
      [
        event(at('09:00'), opened('t1')),
        event(at('09:01'), decided('t1', true)),
        event(at('09:00'), opened('t2', true)),
        event(at('11:00'), { type: 'TaskOpened', taskId: 't2' }),
        event(at('11:30'), decided('t2')),
      ],
      calendar,
    );
    expect(steps['review']?.minutes).toEqual([30]);
  });

  it('counts returns, branches, waits and corrections', () => {
    const entered = (nodeId: string, branches?: string[]): CaseEvent => ({
      type: 'NodeEntered',
      nodeId,
      round: 1,
      ...(branches === undefined ? {} : { branches }),
    });
    const found = readHistory(
      [
        event(at('09:00'), opened('t1')),
        event(at('09:10'), decided('t1')),
        event(at('09:10'), {
          type: 'StepReturned',
          fromStep: 'review',
          toStep: 'x',
          then: 'walk-again',
          reason: 'r',
          resetNodes: [],
          reopenedNodes: [],
        }),
        event(at('09:10'), entered('size', ['a'])),
        event(at('09:20'), entered('size', ['b'])),
        event(at('09:20'), entered('fee')),
        event(at('10:20'), { type: 'NodeCompleted', nodeId: 'fee', round: 1 }),
        event(at('14:00'), { type: 'CorrectionRequested', round: 1, items: [] }),
        event(at('10:00', '2026-03-03'), {
          type: 'CorrectionReceived',
          receivedOn: '2026-03-03' as never,
          materials: [],
          form: {},
        }),
      ],
      calendar,
    );
    expect(found.steps['review']?.returned).toBe(1);
    expect(found.branches).toEqual({ size: { a: 1, b: 1 } });
    expect(found.splits).toEqual({ size: 2 });
    expect(found.waits).toEqual({ fee: [60] });
    expect(found.corrections).toEqual([300]);
  });
});
