import { describe, expect, test } from 'vitest';
import {
  calendar,
  counter,
  leader,
  on,
  permit,
  reviewer,
  rules,
  wang,
} from '../case/testing/case.examples.ts';
import {
  acceptedCase,
  approve,
  type Act,
  type Story,
} from '../case/testing/specification.examples.ts';
import { figureOf, type CaseFigure } from './index.ts';

const figure = (story: Story): CaseFigure =>
  figureOf(story.past, { item: permit, calendar, rules });

/** Accepted on Monday 2026-03-02: promised by 03-09, by law 03-30. */
const decidedOn = (day: string): Story =>
  acceptedCase().and(
    approve('review#1.1', reviewer, on(day, '09:00')),
    approve('leader#1.1', leader, on(day)),
  );

const start = (day: string): Act => [
  { type: 'StartSpecialProcedure', kind: 'hearing', expectedDays: 20, reason: 'asked for' },
  reviewer,
  on(day),
];
const withdrawn = (day: string): Act => [{ type: 'WithdrawCase', reason: 'no' }, wang, on(day)];

describe('a figure', () => {
  test('holds days used against the promise; the day of acceptance is not counted', () => {
    expect(figure(decidedOn('2026-03-09'))).toMatchObject({
      doneOn: '2026-03-09',
      outcome: 'granted',
      promised: { days: 5, unit: 'WD', dueOn: '2026-03-09' },
      statutory: { days: 20, dueOn: '2026-03-30' },
      usedDays: 5,
      workingDays: 5,
    });
  });

  test('does not count the days of an excluded procedure, its first day excepted', () => {
    const story = acceptedCase().and(start('2026-03-05'));
    const [procedure] = story.state.specialProcedures;
    const procedureId = procedure?.procedureId ?? '';
    const ended = story.and(
      [{ type: 'EndSpecialProcedure', procedureId, result: 'held' }, reviewer, on('2026-03-12')],
      approve('review#1.1', reviewer, on('2026-03-13', '09:00')),
      approve('leader#1.1', leader, on('2026-03-13')),
    );
    expect(figure(ended)).toMatchObject({
      usedDays: 4,
      specialDays: 5,
      promised: { dueOn: '2026-03-16' },
    });
  });

  test('of a case that stands still has no due day, unless it was missed before', () => {
    const still = figure(acceptedCase().and(start('2026-03-06')));
    expect(still.promised).toEqual({ days: 5, extendedDays: 0, unit: 'WD' });
    const missed = figure(acceptedCase().and(start('2026-03-10')));
    expect(missed.promised?.dueOn).toBe('2026-03-09');
  });

  test('keeps the day of a withdrawal after the limit, and no days used', () => {
    const found = figure(acceptedCase().and(withdrawn('2026-03-20')));
    expect(found).toMatchObject({ doneOn: '2026-03-20', outcome: 'withdrawn' });
    expect(found.promised?.dueOn).toBe('2026-03-09');
    expect(found).not.toHaveProperty('usedDays');
  });

  test('says that a step went past its own limit', () => {
    const decided = decidedOn('2026-03-20');
    expect(figure(decided)).toMatchObject({ lateSteps: 1, outcome: 'granted' });
    expect(figure(decidedOn('2026-03-04')).lateSteps).toBe(0);
  });

  test('counts a day on which the applicant came once, and none for who filed online', () => {
    const online = acceptedCase().past;
    expect(figureOf(online, { item: permit, calendar, rules }).visits).toBe(0);
    const paper = (seq: number, at: string) =>
      ({
        seq,
        at: on(at),
        by: { kind: 'staff', personId: 'counter', name: counter.kind },
        event: { type: 'PaperReceived', materialIds: ['plan'] },
      }) as const;
    const version = online.length;
    const brought = [
      ...online,
      paper(version + 1, '2026-03-04'),
      paper(version + 2, '2026-03-04'),
      paper(version + 3, '2026-03-05'),
    ];
    expect(figureOf(brought, { item: permit, calendar, rules }).visits).toBe(2);
  });

  test('says of each task who decided it, how long it lay, and whether its step was late', () => {
    const { persons } = figure(decidedOn('2026-03-20'));
    expect(
      persons.map(({ stepId, personId, isLate, workingDays }) => ({
        stepId,
        personId,
        isLate,
        workingDays,
      })),
    ).toEqual([
      { stepId: 'intake', personId: 'counter', isLate: undefined, workingDays: 0 },
      { stepId: 'leader', personId: 'leader', isLate: undefined, workingDays: 0 },
      { stepId: 'review', personId: 'reviewer', isLate: true, workingDays: 14 },
    ]);
  });
});
