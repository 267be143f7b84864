import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../index.ts';
import { leader, on, permit, reviewer, rules, staff, wang } from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import {
  acceptedCase,
  approve,
  given,
  received,
  tuesday,
} from '../testing/specification.examples.ts';

const extend = (days: number, reason = 'a second opinion'): CommandOf<'ExtendLimit'> => ({
  type: 'ExtendLimit',
  days,
  reason,
});

describe('ExtendLimit 延期', () => {
  const story = acceptedCase();
  const { statutoryLimit: _s, ...limitless } = permit;
  ladder([
    {
      lacking: 'the applicant',
      story,
      by: wang,
      command: extend(10),
      refused: ['extension-needs-leader'],
    },
    {
      lacking: 'the rank',
      story,
      by: reviewer,
      command: extend(10),
      refused: ['extension-needs-leader'],
    },
    {
      lacking: 'the case is not accepted',
      story: given(permit, received),
      by: leader,
      command: extend(10),
      refused: ['wrong-phase'],
    },
    {
      lacking: 'the item has no statutory limit',
      story: acceptedCase(limitless),
      by: leader,
      command: extend(10),
      refused: ['extension-not-possible'],
    },
    {
      lacking: 'the instrument allows none',
      story: acceptedCase({ ...permit, statutoryLimit: { ruleId: 'XK-CS-20', amount: 20 } }),
      by: leader,
      command: extend(10),
      refused: ['extension-not-possible'],
    },
    {
      lacking: 'once is all',
      story: story.and([extend(5), leader, tuesday]),
      by: leader,
      command: extend(5),
      refused: ['extension-used-up'],
    },
    {
      lacking: 'the limit has ended',
      story,
      by: leader,
      command: extend(10),
      at: on('2026-03-31', '00:00'),
      refused: ['extension-too-late'],
    },
    { lacking: 'whole days', story, by: leader, command: extend(1.5), refused: ['days-required'] },
    { lacking: 'any day', story, by: leader, command: extend(0), refused: ['days-required'] },
    {
      lacking: 'a reason',
      story,
      by: leader,
      command: extend(10, ' '),
      refused: ['reason-required'],
    },
    {
      lacking: 'more than ten days',
      story,
      by: leader,
      command: extend(11),
      refused: ['extension-too-long'],
    },
    {
      lacking: 'decided already',
      story: story.and(approve('review#1.1', reviewer), approve('leader#1.1', leader)),
      by: leader,
      command: extend(10),
      refused: ['wrong-phase'],
    },
  ]);

  test('on the last day it is in time; the applicant gets the reason in writing', () => {
    const after = story
      .when(extend(10), leader, on('2026-03-30', '23:59'))
      .thenEvents(
        'DocumentOrdered d3 extended',
        'LimitExtended',
        'ClockRevised statutory extended due 2026-04-14',
      );
    expect(after.state.clocks['statutory']?.extensions).toEqual([
      { amount: 10, reason: 'a second opinion' },
    ]);
  });

  test('where the instrument names no number, the limit may at most double', () => {
    const item = { ...permit, statutoryLimit: { ruleId: 'XK-CN', amount: 8 } };
    expect(rules.find((rule) => rule.id === 'XK-CN')?.extension?.max).toBeUndefined();
    acceptedCase(item).when(extend(9), leader, tuesday).thenRefused('extension-too-long');
    acceptedCase(item).when(extend(8), leader, tuesday).thenDone();
  });

  test('of a joint case, by the head of the government, for fifteen working days', () => {
    const together = { ...permit, statutoryLimit: { ruleId: 'XK-LB-45', amount: 45 } };
    const joint = acceptedCase(together);
    joint.when(extend(15), leader, tuesday).thenRefused('extension-needs-leader');
    const magistrate = staff('Magistrate', [], ['extend-joint-limit']);
    joint.when(extend(16), magistrate, tuesday).thenRefused('extension-too-long');
    joint.and([extend(15), magistrate, tuesday]);
    story.when(extend(10), magistrate, tuesday).thenRefused('extension-needs-leader');
  });
});
