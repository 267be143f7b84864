import { plainDate, instant } from '@yichuang/kernel/time';
import { describe, expect, it } from 'vitest';
import { usualAlarms } from './alarm-rules.ts';
import type { TurnedClock } from './clock-sweep.pg.ts';
import { MOST_SINGLE, planAlarms, type AlarmPeople } from './plan-alarms.ts';

const since = instant('2026-11-23T01:00:00.000Z');

function turned(caseId: string, change: Partial<TurnedClock> = {}): TurnedClock {
  return {
    caseId,
    clockId: 'statutory',
    kind: 'statutory',
    ruleId: 'PERMIT-DECIDE',
    light: 'red',
    turnedAt: instant('2026-11-23T16:00:00.000Z'),
    dueOn: plainDate('2026-11-23'),
    ...change,
  };
}

function people(caseIds: readonly string[], change: Partial<AlarmPeople> = {}): AlarmPeople {
  const facts = { number: 'N1', itemName: '许可', orgId: 'housing', isWithheld: false };
  return {
    facts: new Map(caseIds.map((caseId) => [caseId, facts])),
    holders: caseIds.map((caseId) => ({ caseId, personId: 'clerk', stepName: '审查' })),
    headsOf: () => ['head'],
    orgName: () => '住建局',
    supervisors: ['supervisor'],
    ...change,
  };
}

const told = (...args: Parameters<typeof planAlarms>) =>
  planAlarms(...args).map(({ personId, template }) => `${personId} ${template}`);

describe('of a limit that turned', () => {
  it('yellow the handler alone is told', () => {
    const soon = [turned('a', { light: 'yellow' })];
    expect(told(soon, people(['a']), usualAlarms, since)).toEqual(['clerk staff-due-soon']);
  });

  it('red the handler is told, then the head, then supervision as the rules say', () => {
    expect(told([turned('a')], people(['a']), usualAlarms, since)).toEqual([
      'clerk staff-overdue',
      'head board-overdue',
      'supervisor board-overdue',
    ]);
    const step = [turned('a', { kind: 'step', clockId: 'step:review#1' })];
    expect(told(step, people(['a']), usualAlarms, since)).toEqual([
      'clerk staff-overdue',
      'head board-overdue',
    ]);
    const nobody = { head: [], supervision: { atOnce: [], daily: [] } };
    expect(told(step, people(['a']), nobody, since)).toEqual(['clerk staff-overdue']);
  });

  it('a head who holds the case is told once, as who has to act', () => {
    const own = people(['a'], { headsOf: () => ['clerk'], supervisors: [] });
    expect(told([turned('a')], own, usualAlarms, since)).toEqual(['clerk staff-overdue']);
  });

  it('and is withheld, only its handlers are told', () => {
    const facts = { number: 'N1', itemName: '来信', orgId: 'housing', isWithheld: true };
    const hidden = people(['a'], { facts: new Map([['a', facts]]) });
    expect(told([turned('a')], hidden, usualAlarms, since)).toEqual(['clerk staff-overdue']);
  });

  it('nobody is told of what makes no office late', () => {
    const right = [turned('a', { kind: 'debt' })];
    const nobody = people(['a'], { holders: [] });
    expect(told(right, nobody, usualAlarms, since)).toEqual([]);
  });
});

describe('many at once', () => {
  const caseIds = Array.from({ length: MOST_SINGLE + 1 }, (_, n) => `case-${n}`);
  const all = caseIds.map((caseId) => turned(caseId));

  it('become one notice for each person, with their number', () => {
    const planned = planAlarms(all, people(caseIds), usualAlarms, since);
    expect(planned.map(({ personId, template }) => `${personId} ${template}`)).toEqual([
      'clerk staff-many-turned',
      'head board-many-overdue',
      'supervisor board-many-overdue',
    ]);
    expect(planned[0]?.params).toEqual({ red: caseIds.length, yellow: 0 });
    expect(new Set(planned.map(({ dedupeKey }) => dedupeKey)).size).toBe(3);
  });

  it('are one by one up to the number that is still read', () => {
    const few = all.slice(0, MOST_SINGLE);
    const planned = planAlarms(few, people(caseIds), usualAlarms, since);
    expect(planned).toHaveLength(3 * MOST_SINGLE);
    expect(new Set(planned.map(({ dedupeKey }) => dedupeKey)).size).toBe(3 * MOST_SINGLE);
  });
});
