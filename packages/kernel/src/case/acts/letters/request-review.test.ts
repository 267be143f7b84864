import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../../index.ts';
import { on, robot, stranger, wang } from '../../testing/case.examples.ts';
import { ladder } from '../../testing/ladder.examples.ts';
import {
  answered,
  day,
  decidedLetter,
  housing,
  office,
  question,
} from '../../testing/letter.examples.ts';

const request = (reason = 'nobody came', orgId = 'county'): CommandOf<'RequestReview'> => ({
  type: 'RequestReview',
  reason,
  orgId,
});
const record = (requestId = 'v1'): CommandOf<'RecordReview'> => ({
  type: 'RecordReview',
  requestId,
  caseId: 'c2',
  number: 'R-1',
});

/** Served on 9 March: until 8 April. */
const story = answered();
const at = on('2026-04-08', '23:59');
const asked = story.and([request(), wang, at]);

describe('RequestReview 请求复查', () => {
  ladder([
    {
      lacking: 'not the sender',
      story,
      by: stranger,
      command: request(),
      at,
      refused: ['not-your-case'],
    },
    {
      lacking: 'the handler',
      story,
      by: housing,
      command: request(),
      at,
      refused: ['not-your-case'],
    },
    {
      lacking: 'the item knows no review',
      story: answered(question),
      by: wang,
      command: request(),
      at,
      refused: ['no-further-review'],
    },
    {
      lacking: 'asked for already',
      story: asked,
      by: wang,
      command: request(),
      at,
      refused: ['review-requested-already'],
    },
    {
      lacking: 'the answer is not served yet',
      story: decidedLetter(),
      by: wang,
      command: request(),
      at: day(7),
      refused: ['not-answered-yet'],
    },
    {
      lacking: 'thirty days from the service are over',
      story,
      by: wang,
      command: request(),
      at: on('2026-04-09', '00:00'),
      refused: ['review-too-late'],
    },
    {
      lacking: 'without a reason',
      story,
      by: wang,
      command: request(' '),
      at,
      refused: ['reason-required'],
    },
    {
      lacking: 'no body above',
      story,
      by: wang,
      command: request('nobody came', ''),
      at,
      refused: ['no-further-review'],
    },
  ]);

  test('on the thirtieth day it can be asked for, and the limit stops', () => {
    story
      .when(request(), wang, at)
      .thenEvents('ReviewRequested v1 review by county', 'ClockStopped review');
    expect(asked.state.phase).toBe('concluded');
  });

  test('unused, the right lapses by the system, and nothing is late', () => {
    story
      .when({ type: 'ApplyLapses' }, robot, on('2026-04-09', '00:00'))
      .thenEvents('XF-FCSQ-30: ClockStopped review');
  });

  test('a letter that was voided is not reviewed, and its clock stops', () => {
    const voider = { ...office, capabilities: ['void-cases'] } as typeof office;
    const voided = story.and([{ type: 'VoidCase', reason: 'twice' }, voider, day(10)]);
    expect(voided.state.clocks['review']?.stoppedAt).toBeDefined();
    voided.when(request(), wang, day(10)).thenRefused('case-has-ended');
  });
});

describe('RecordReview', () => {
  ladder([
    {
      lacking: 'not the system',
      story: asked,
      by: office,
      command: record(),
      at,
      refused: ['right-missing'],
    },
    {
      lacking: 'another request',
      story: asked,
      by: robot,
      command: record('v9'),
      at,
      refused: ['not-a-letter'],
    },
    {
      lacking: 'recorded already',
      story: asked.and([record(), robot, at]),
      by: robot,
      command: record(),
      at,
      refused: ['case-recorded-already'],
    },
  ]);

  test('names the case in which the next level reviews', () => {
    const recorded = asked.and([record(), robot, at]);
    expect(recorded.state.letter?.review).toMatchObject({ caseId: 'c2', number: 'R-1' });
  });
});
