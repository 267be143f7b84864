import { describe, expect, test } from 'vitest';
import type { WaitNode } from '../../flow/index.ts';
import {
  bare,
  flowAround,
  leader,
  on,
  robot,
  staff,
  step,
  wang,
} from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import { holder } from '../testing/moving.examples.ts';
import { acceptedCase, approve, monday, tuesday } from '../testing/specification.examples.ts';

const registry = staff('Registry', [], ['receive-messages']);
const message = { type: 'ReceiveMessage', nodeId: 'answer', message: 'no objection' } as const;
const wait = (id: string, more: Pick<WaitNode, 'until' | 'limit' | 'messageName'>): WaitNode => ({
  kind: 'wait',
  id,
  name: id,
  ...more,
});
const story = acceptedCase(
  bare(flowAround(wait('answer', { until: 'message', messageName: 'opinion' }))),
);

describe('ReceiveMessage', () => {
  ladder([
    { lacking: 'the right', story, by: leader, command: message, refused: ['right-missing'] },
    {
      lacking: 'a case that lives',
      story: story.and([{ type: 'WithdrawCase', reason: 'r' }, wang, monday]),
      by: robot,
      command: message,
      refused: ['case-has-ended'],
    },
    {
      lacking: 'a wait for one',
      story: acceptedCase(),
      by: robot,
      command: message,
      refused: ['message-not-awaited'],
    },
    {
      lacking: 'a wait for this one',
      story,
      by: robot,
      command: { ...message, nodeId: 'leader' },
      refused: ['message-not-awaited'],
    },
  ]);

  test('the flow goes on; another system or a person may bring it', () => {
    story
      .when(message, robot, tuesday)
      .thenEvents(
        'job: MessageReceived answer',
        'job: NodeCompleted answer#1',
        'job: StepOpened leader#1.1',
      );
    story.and([message, registry, tuesday]);
  });
});

describe('a wait for time', () => {
  const timed = wait('notice', { until: 'time', limit: { amount: 5, unit: 'CD' } });
  const first = step('first', 'review');
  const waiting = acceptedCase(bare(flowAround(first, timed))).and(
    approve('first#1.1', holder('first'), monday),
  );

  test('has a clock in its own unit, and the flow goes on by itself when it has run out', () => {
    expect(waiting.state.clocks['wait:notice#1']).toMatchObject({
      kind: 'wait',
      ruleId: 'HJ-DD',
      amount: 5,
      unit: 'CD',
      result: { dueOn: '2026-03-07' },
    });
    waiting.when({ type: 'ApplyLapses' }, robot, on('2026-03-07', '23:59')).thenEvents();
    waiting
      .when({ type: 'ApplyLapses' }, robot, on('2026-03-08', '00:00'))
      .thenEvents(
        'HJ-DD: NodeCompleted notice#1',
        'HJ-DD: StepOpened leader#1.1',
        'job: ClockStopped wait:notice#1',
      );
  });

  test('two waits one after the other both run their time', () => {
    const twice = acceptedCase(bare(flowAround(timed, { ...timed, id: 'again' })));
    const after = twice.and([{ type: 'ApplyLapses' }, robot, on('2026-03-10')]);
    expect(after.state.clocks['wait:again#1']).toMatchObject({ from: '2026-03-10' });
  });

  test('a withdrawal stops it', () => {
    const after = waiting.and([{ type: 'WithdrawCase', reason: 'r' }, wang, tuesday]);
    expect(after.state.clocks['wait:notice#1']).toHaveProperty('stoppedAt', tuesday);
  });
});
