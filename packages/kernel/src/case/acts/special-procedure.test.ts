import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../index.ts';
import { isSuspended, runningClocks } from '../index.ts';
import {
  contextOf,
  flowAround,
  leader,
  on,
  outsider,
  permit,
  reviewer,
  robot,
  staff,
  step,
  wang,
} from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import {
  accepted,
  acceptedCase,
  approve,
  checked,
  given,
  monday,
  received,
  tuesday,
} from '../testing/specification.examples.ts';

const start = (kind: string, expectedDays = 20): CommandOf<'StartSpecialProcedure'> => ({
  type: 'StartSpecialProcedure',
  kind,
  expectedDays,
  reason: 'large interests of others',
});
const end = (procedureId: string): CommandOf<'EndSpecialProcedure'> => ({
  type: 'EndSpecialProcedure',
  procedureId,
  result: 'held',
});

describe('StartSpecialProcedure 特别程序', () => {
  const story = acceptedCase();
  const both = story.and(
    [start('hearing'), reviewer, monday],
    [start('inspection'), reviewer, monday],
  );
  ladder([
    {
      lacking: 'the case is not accepted',
      story: given(permit, received),
      by: reviewer,
      command: start('hearing'),
      refused: ['wrong-phase'],
    },
    {
      lacking: 'not staff',
      story,
      by: wang,
      command: start('hearing'),
      refused: ['not-your-task'],
    },
    {
      lacking: 'no task',
      story,
      by: outsider,
      command: start('hearing'),
      refused: ['not-your-task'],
    },
    {
      lacking: 'the item has none',
      story: acceptedCase({ ...permit, specialProcedures: [] }),
      by: reviewer,
      command: start('hearing'),
      refused: ['special-procedure-unknown'],
    },
    {
      lacking: 'all of them run',
      story: both,
      by: reviewer,
      command: start('hearing'),
      refused: ['special-procedure-running'],
    },
    {
      lacking: 'no such kind',
      story,
      by: reviewer,
      command: start('constructor'),
      refused: ['special-procedure-unknown'],
    },
    {
      lacking: 'this one runs',
      story: story.and([start('hearing'), reviewer, monday]),
      by: reviewer,
      command: start('hearing'),
      refused: ['special-procedure-running'],
    },
    {
      lacking: 'how long it takes, which the applicant must be told',
      story,
      by: reviewer,
      command: start('hearing', 0),
      refused: ['days-required'],
    },
    {
      lacking: 'a reason',
      story,
      by: reviewer,
      command: { ...start('hearing'), reason: '' },
      refused: ['reason-required'],
    },
  ]);
});

describe('EndSpecialProcedure', () => {
  const story = acceptedCase().and([start('hearing'), reviewer, monday]);
  ladder([
    { lacking: 'not staff', story, by: wang, command: end('p1'), refused: ['not-your-task'] },
    { lacking: 'no task', story, by: outsider, command: end('p1'), refused: ['not-your-task'] },
    {
      lacking: 'none runs',
      story: acceptedCase(),
      by: reviewer,
      command: end('p1'),
      refused: ['special-procedure-not-running'],
    },
    {
      lacking: 'not this one',
      story,
      by: reviewer,
      command: end('__proto__'),
      refused: ['special-procedure-not-running'],
    },
    {
      lacking: 'its result',
      story,
      by: reviewer,
      command: { ...end('p1'), result: ' ' },
      refused: ['reason-required'],
    },
  ]);

  test('where the flow waits for nothing else, the post in which it began may end it', () => {
    const waits = { kind: 'wait', id: 'w', name: 'w', until: 'special-procedure-ended' } as const;
    const flow = flowAround(step('review', 'review'), waits);
    const waiting = acceptedCase({ ...permit, flow }).and(
      [start('hearing'), reviewer, monday],
      approve('review#1.1', reviewer),
    );
    expect(waiting.state.marking.nodes['w']?.status).toBe('open');
    waiting.when(end('p1'), leader, tuesday).thenRefused('not-your-task');
    const successor = staff('Successor', ['review']);
    waiting
      .when(end('p1'), successor, tuesday)
      .thenEvents(
        'SpecialProcedureEnded p1 on 2026-03-03',
        'ClockRevised committed resumed due 2026-03-10',
        'ClockRevised statutory resumed due 2026-03-31',
        'NodeCompleted w#1',
        'StepOpened leader#1.1',
      );
  });

  test('a wait goes on while another procedure runs', () => {
    const waits = { kind: 'wait', id: 'w', name: 'w', until: 'special-procedure-ended' } as const;
    const waiting = acceptedCase({
      ...permit,
      flow: flowAround(step('review', 'review'), waits),
    }).and(
      [start('hearing'), reviewer, monday],
      [start('inspection'), reviewer, monday],
      approve('review#1.1', reviewer),
      [end('p1'), reviewer, tuesday],
    );
    expect(waiting.state.marking.nodes['w']?.status).toBe('open');
    expect(waiting.and([end('p2'), reviewer, tuesday]).state.marking.nodes['w']?.status).toBe(
      'done',
    );
  });

  test('a clock that was set back ends nothing before it began', () => {
    const after = story.when(end('p1'), reviewer, on('2026-02-27')).thenDone();
    expect(after.state.specialProcedures[0]).toMatchObject({ endedOn: '2026-03-02' });
  });
});

describe('what a procedure does to the clocks', () => {
  const { committedLimit: _c, ...rest } = permit;
  const item = { ...rest, documents: {}, flow: flowAround(step('review', 'review')) };
  const at = on('2025-04-14');
  const begun = given(
    item,
    [received[0], wang, at],
    [checked[0], checked[1], at],
    [accepted[0], accepted[1], at],
  );

  // laws.md EX08
  test('EX08: a hearing from 21 April to 12 May moves the limit from 14 May to 3 June', () => {
    expect(begun.state.clocks['statutory']?.result.dueOn).toBe('2025-05-14');
    const held = begun
      .when(start('hearing'), reviewer, on('2025-04-21'))
      .thenEvents(
        'SpecialProcedureStarted p1 hearing on 2025-04-21',
        'ClockRevised statutory suspended due 2025-05-14',
      );
    const [clock] = runningClocks(held.state);
    expect(clock && isSuspended(clock, contextOf(item, robot, on('2025-05-01')))).toBe(true);
    held
      .when(end('p1'), reviewer, on('2025-05-12'))
      .thenEvents(
        'SpecialProcedureEnded p1 on 2025-05-12',
        'ClockRevised statutory resumed due 2025-06-03',
      );
  });

  test('overlapping procedures of two kinds: no day is left out twice', () => {
    const overlapped = begun.and(
      [start('hearing'), reviewer, on('2025-04-21')],
      [start('inspection'), reviewer, on('2025-04-28')],
      [end('p1'), reviewer, on('2025-05-08')],
    );
    overlapped
      .when(end('p2'), reviewer, on('2025-05-12'))
      .thenEvents(
        'SpecialProcedureEnded p2 on 2025-05-12',
        'ClockRevised statutory resumed due 2025-06-03',
      );
  });

  test('withdrawn in the middle: the procedure ends with the case, every clock stops', () => {
    begun
      .and([start('hearing'), reviewer, on('2025-04-21')])
      .when({ type: 'WithdrawCase', reason: 'r' }, wang, on('2025-04-28'))
      .thenEvents(
        'SpecialProcedureEnded p1 on 2025-04-28',
        // 22 to 25, 27 (a Sunday worked in exchange) and 28 April are left out.
        'ClockRevised statutory resumed due 2025-05-22',
        'TaskClosed review#1.1 case-ended',
        'FlowEnded rejected cancels main,review',
        'CaseWithdrawn',
        'ClockStopped statutory',
      );
  });
});
