import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../../index.ts';
import { stranger, wang } from '../../testing/case.examples.ts';
import { ladder } from '../../testing/ladder.examples.ts';
import {
  answered,
  answering,
  consent,
  day,
  decidedLetter,
  housing,
  housingHead,
  reply,
  serve,
  taken,
  withDocuments,
} from '../../testing/letter.examples.ts';
import type { Story } from '../../testing/specification.examples.ts';

const ask = (text = 'And the other lift?'): CommandOf<'AskFollowUp'> => ({
  type: 'AskFollowUp',
  text,
});

/** One more round: answered, checked and served on this day. */
function answeredAgain(story: Story, round: number, n: number): Story {
  const written = story.and(
    [answering(`answer#${round}.1`), housing, day(n)],
    [consent(`check#${round}.1`), housingHead, day(n)],
  );
  return withDocuments(written, day(n)).and([serve(`delivery#${round}.1`), housing, day(n)]);
}

describe('AskFollowUp 追问', () => {
  const story = answered();
  const at = day(10);
  const asked = story.and([ask(), wang, at]);
  const twice = answeredAgain(asked, 2, 11).and([ask(), wang, day(12)]);
  ladder([
    {
      lacking: 'not the sender',
      story,
      by: stranger,
      command: ask(),
      at,
      refused: ['not-your-case'],
    },
    { lacking: 'the handler', story, by: housing, command: ask(), at, refused: ['not-your-case'] },
    {
      lacking: 'no answer yet',
      story: taken(),
      by: wang,
      command: ask(),
      at,
      refused: ['not-answered-yet'],
    },
    {
      lacking: 'answered, and not yet served',
      story: decidedLetter(),
      by: wang,
      command: ask(),
      at,
      refused: ['not-answered-yet'],
    },
    {
      lacking: 'asked a moment ago',
      story: asked,
      by: wang,
      command: ask(),
      at,
      refused: ['not-answered-yet'],
    },
    {
      lacking: 'the next level reviews it',
      story: story.and([{ type: 'RequestReview', reason: 'no', orgId: 'county' }, wang, at]),
      by: wang,
      command: ask(),
      at,
      refused: ['review-requested-already'],
    },
    {
      lacking: 'asked as often as the item allows',
      story: answeredAgain(twice, 3, 13),
      by: wang,
      command: ask(),
      at: day(16),
      refused: ['follow-ups-used-up'],
    },
    {
      lacking: 'no question',
      story,
      by: wang,
      command: ask('  '),
      at,
      refused: ['question-required'],
    },
  ]);

  test('one more round, where answers are written, with a limit of its own', () => {
    story
      .when(ask(), wang, at)
      .thenEvents(
        'LetterReopened round 2 follow-up',
        'ClockStarted follow-up#2 from 2026-03-10 due 2026-03-19',
        'letter:follow-up: FlowJumped → answer resets check,delivery within main#2',
        'letter:follow-up: StepOpened answer#2.1',
      );
    expect(asked.state).toMatchObject({ phase: 'accepted', letter: { round: 2 } });
    expect(asked.state.outcome).toBeUndefined();
  });

  test('the first answer does not pass for the second', () => {
    asked.when(consent('answer#2.1'), housing, day(11)).thenRefused('answer-required');
  });

  test('every answer is kept, and its limit stops with it', () => {
    const again = answeredAgain(asked, 2, 11);
    expect(again.state.letter?.answers.map(({ round }) => round)).toEqual([1, 2]);
    expect(again.state.letter?.answers[0]?.result).toBe(reply.result);
    expect(again.state.clocks['follow-up#2']?.stoppedAt).toBeDefined();
    expect(again.state.phase).toBe('concluded');
  });

  test('a letter that was answered is not withdrawn: it is settled, or asked about', () => {
    asked
      .when({ type: 'WithdrawCase', reason: 'never mind' }, wang, day(11))
      .thenRefused('decided-already');
  });
});
