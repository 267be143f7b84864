import { describe, expect, test } from 'vitest';
import type { CommandOf, Satisfaction } from '../../index.ts';
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
  office,
  serve,
  taken,
  withDocuments,
} from '../../testing/letter.examples.ts';

const rate = (
  unit: Satisfaction,
  handler: Satisfaction,
  comment = '',
): CommandOf<'RateAnswer'> => ({ type: 'RateAnswer', office: unit, handler, comment });
const call = (isSatisfied: boolean, note = 'It stands again.'): CommandOf<'RecordCallBack'> => ({
  type: 'RecordCallBack',
  manner: 'phone',
  isSatisfied,
  note,
});

const story = answered();
const at = day(10);
const bad = story.and([rate('dissatisfied', 'mostly', 'It stands again.'), wang, at]);
const mendedDraft = bad.and(
  [answering('answer#2.1'), housing, day(11)],
  [consent('check#2.1'), housingHead, day(11)],
);
const mended = withDocuments(mendedDraft, day(11)).and([serve('delivery#2.1'), housing, day(11)]);

describe('RateAnswer 满意度评价', () => {
  const good = rate('satisfied', 'satisfied');
  ladder([
    {
      lacking: 'not the sender',
      story,
      by: stranger,
      command: good,
      at,
      refused: ['not-your-case'],
    },
    { lacking: 'the office', story, by: office, command: good, at, refused: ['not-your-case'] },
    {
      lacking: 'no answer yet',
      story: taken(),
      by: wang,
      command: good,
      at,
      refused: ['not-answered-yet'],
    },
    {
      lacking: 'answered, and not yet served',
      story: decidedLetter(),
      by: wang,
      command: good,
      at,
      refused: ['not-answered-yet'],
    },
    {
      lacking: 'rated already',
      story: story.and([good, wang, at]),
      by: wang,
      command: rate('dissatisfied', 'dissatisfied', 'no'),
      at,
      refused: ['rated-already'],
    },
    {
      lacking: 'dissatisfied without words',
      story,
      by: wang,
      command: rate('satisfied', 'dissatisfied'),
      at,
      refused: ['rating-needs-reason'],
    },
  ]);

  test('a good one is kept with the answer, of the office and of the handler apart', () => {
    const rated = story.and([rate('mostly', 'satisfied', 'slow'), wang, at]);
    expect(rated.state.letter?.answers[0]?.rating).toEqual({
      office: 'mostly',
      handler: 'satisfied',
      comment: 'slow',
      at,
    });
    expect(rated.state.phase).toBe('concluded');
  });

  test('a bad one begins a rectification, with its limit', () => {
    story
      .when(rate('dissatisfied', 'mostly', 'It stands again.'), wang, at)
      .thenEvents(
        'AnswerRated round 1 dissatisfied mostly',
        'LetterReopened round 2 bad-rating',
        'ClockStarted rectification#2 from 2026-03-10 due 2026-03-31',
        'letter:bad-rating: FlowJumped → answer resets check,delivery within main#2',
        'letter:bad-rating: StepOpened answer#2.1',
      );
  });

  test('once: the answer that mended is rated too, and nothing begins again', () => {
    mended
      .when(rate('dissatisfied', 'dissatisfied', 'Still.'), wang, day(12))
      .thenEvents('AnswerRated round 2 dissatisfied dissatisfied');
  });

  test('while it is asked about, the answer before can still be rated', () => {
    const asked = story.and([{ type: 'AskFollowUp', text: 'when?' }, wang, at]);
    asked
      .when(rate('dissatisfied', 'mostly', 'late'), wang, at)
      .thenEvents('AnswerRated round 1 dissatisfied mostly');
  });
});

describe('RecordCallBack 回访', () => {
  ladder([
    {
      lacking: 'not the office',
      story,
      by: housing,
      command: call(true),
      at,
      refused: ['right-missing'],
    },
    {
      lacking: 'no answer yet',
      story: taken(),
      by: office,
      command: call(true),
      at,
      refused: ['not-answered-yet'],
    },
    {
      lacking: 'nothing written down',
      story,
      by: office,
      command: call(true, ''),
      at,
      refused: ['text-required'],
    },
  ]);

  test('a sender who is content ends it; one who is not has it mended, once', () => {
    story.when(call(true), office, at).thenEvents('CallBackMade c1 satisfied');
    const called = story.and([call(false), office, at]);
    expect(called.state.letter).toMatchObject({ round: 2, reopenings: [{ cause: 'call-back' }] });
    expect(called.state.clocks['rectification#2']?.stoppedAt).toBeUndefined();
    mended.when(call(false), office, day(12)).thenEvents('CallBackMade c1 not satisfied');
  });
});
