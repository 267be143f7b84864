import { describe, expect, test } from 'vitest';
import {
  bare,
  counter,
  flowAround,
  leader,
  on,
  outsider,
  permit,
  reviewer,
  split,
  step,
  stranger,
  wang,
} from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import { administrator, supervisor } from '../testing/moving.examples.ts';
import {
  acceptedCase,
  approve,
  given,
  monday,
  received,
  tuesday,
  wednesday,
} from '../testing/specification.examples.ts';

const urge = { type: 'UrgeCase', message: 'please' } as const;
const story = acceptedCase();
const urged = story.and([urge, wang, monday]);

describe('UrgeCase 催办', () => {
  ladder([
    { lacking: 'the case', story, by: stranger, command: urge, refused: ['not-your-case'] },
    { lacking: 'any part in it', story, by: outsider, command: urge, refused: ['not-your-case'] },
    {
      lacking: 'a case that lives',
      story: story.and([{ type: 'WithdrawCase', reason: 'r' }, wang, monday]),
      by: wang,
      command: urge,
      refused: ['case-has-ended'],
    },
    {
      lacking: 'an office that has it: the applicant corrects',
      story: given(permit, received, [
        {
          type: 'RequestCorrection',
          taskId: 'intake#1.1',
          items: [{ materialId: 'plan', verdict: 'wrong', problem: 'unreadable' }],
        },
        counter,
        monday,
      ]),
      by: wang,
      command: urge,
      refused: ['nobody-to-urge'],
    },
    {
      lacking: 'running time: a hearing is under way',
      story: story.and([
        { type: 'StartSpecialProcedure', kind: 'hearing', expectedDays: 20, reason: 'r' },
        reviewer,
        monday,
      ]),
      by: wang,
      command: urge,
      refused: ['special-procedure-running'],
    },
    {
      lacking: 'anybody but the urger',
      story,
      by: reviewer,
      command: urge,
      refused: ['nobody-to-urge'],
    },
    {
      lacking: 'the interval',
      story: urged,
      by: wang,
      at: on('2026-03-03', '09:59'),
      command: urge,
      refused: ['urged-recently'],
    },
    {
      lacking: 'a case that is not frozen',
      story: story.and([{ type: 'FreezeCase', reason: 'r' }, administrator, monday]),
      by: wang,
      command: urge,
      refused: ['case-frozen'],
    },
  ]);

  test('everybody who has a task now is told, and it is counted', () => {
    const both = acceptedCase(
      bare(flowAround(split('parallel', 'p', step('review', 'review'), step('site', 'review')))),
    );
    const after = both.when(urge, wang, monday).thenEvents('CaseUrged review#1.1,site#1.1');
    expect(after.state.urges).toEqual([
      {
        at: monday,
        by: { personId: 'wang', name: 'Wang' },
        taskIds: ['review#1.1', 'site#1.1'],
        message: 'please',
      },
    ]);
    // Whoever has one of the tasks urges the others.
    both.when(urge, reviewer, monday).thenEvents('CaseUrged site#1.1');
  });

  test('again after the interval; another person at any time', () => {
    const thrice = urged.and([urge, supervisor, monday], [urge, wang, tuesday]);
    expect(thrice.state.urges?.map(({ by }) => by.name)).toEqual(['Wang', 'Supervisor', 'Wang']);
  });

  test('the interval is the tenant’s', () => {
    urged
      .within({ policies: { filingDay: 'A', urgeHours: 48 } })
      .when(urge, wang, tuesday)
      .thenRefused('urged-recently');
  });

  test('staff whose business it is: who had a task before, the counter, supervision', () => {
    const on2 = story.and(approve('review#1.1', reviewer));
    on2.and([urge, reviewer, wednesday], [urge, counter, wednesday], [urge, supervisor, wednesday]);
    on2.when(urge, leader, wednesday).thenRefused('nobody-to-urge');
  });
});
