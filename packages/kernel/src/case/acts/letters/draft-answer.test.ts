import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../../index.ts';
import { wang } from '../../testing/case.examples.ts';
import { ladder } from '../../testing/ladder.examples.ts';
import {
  answering,
  consent,
  day,
  drafted,
  housing,
  housingHead,
  petition,
  question,
  referred,
  reply,
  taken,
} from '../../testing/letter.examples.ts';

const { facts: _facts, basis: _basis, outcome: _outcome, ...plain } = reply;
const empty = [{ code: 'ask-elsewhere', quote: '请咨询某某单位' }];

describe('DraftAnswer 拟答复', () => {
  const story = taken();
  const at = day(5);
  const incomplete = (answer: typeof reply) => answering('answer#1.1', answer);
  ladder([
    {
      lacking: 'the sender',
      story,
      by: wang,
      command: answering('answer#1.1'),
      at,
      refused: ['not-your-task'],
    },
    {
      lacking: 'a step that does not answer',
      story: referred(),
      by: housing,
      command: answering('reception#1.1'),
      at,
      refused: ['wrong-duty'],
    },
    {
      lacking: 'another step with the same duty',
      story: taken({
        ...petition,
        letter: { kind: 'petition', mostFollowUps: 0, answerStep: 'visit' },
      }),
      by: housing,
      command: answering('answer#1.1'),
      at,
      refused: ['not-where-answered'],
    },
    {
      lacking: 'result, name and telephone',
      story: taken(question),
      by: housing,
      command: incomplete({ ...plain, result: ' ', officerName: '', officerPhone: '' }),
      at,
      refused: ['answer-incomplete', 'answer-incomplete', 'answer-incomplete'],
    },
    {
      lacking: 'none of the results that the law knows',
      story,
      by: housing,
      command: incomplete(plain),
      at,
      refused: ['answer-incomplete'],
    },
    {
      lacking: 'a result without facts and without law (第三十二条)',
      story,
      by: housing,
      command: incomplete({ ...plain, outcome: 'not-supported' }),
      at,
      refused: ['answer-incomplete', 'answer-incomplete'],
    },
    {
      lacking: 'agreed, and no agreement is written (第三十三条)',
      story,
      by: housing,
      command: incomplete({ ...plain, outcome: 'mediated' }),
      at,
      refused: ['answer-incomplete'],
    },
  ]);

  test('the letter is not passed on without it', () => {
    story.when(consent('answer#1.1'), housing, at).thenRefused('answer-required');
  });

  test('says which part is missing', () => {
    taken(question)
      .when(incomplete({ ...plain, officerPhone: '' }), housing, at)
      .thenRefusedWith({
        code: 'answer-incomplete',
        params: { part: 'officerPhone' },
        basis: { law: '信访工作条例', article: '第三十二条', version: '2022-02-25' },
      });
  });

  test('it is kept, and goes to be checked', () => {
    story
      .when(answering('answer#1.1'), housing, at)
      .thenEvents(
        'AnswerDrafted round 1',
        'TaskDecided answer#1.1 approved',
        'StepCompleted answer#1 approved',
        'StepOpened check#1.1',
      );
    expect(drafted().state.letter?.draft).toMatchObject({ round: 1, by: 'Housing', at });
  });

  test('what was agreed is written as an agreement, and no opinion goes out beside it', () => {
    const agreed: CommandOf<'RecordMediation'> = {
      type: 'RecordMediation',
      taskId: 'answer#1.1',
      kind: 'mediation',
      heldOn: story.state.receivedOn,
      text: 'The lift is repaired by Friday.',
    };
    const done = story.and(
      [agreed, housing, at],
      [answering('answer#1.1', { ...plain, outcome: 'mediated' }), housing, at],
      [consent('check#1.1'), housingHead, day(6)],
    );
    const moments = Object.values(done.state.documents).map(({ moment }) => moment);
    expect(moments).toEqual(['referred', 'accepted', 'mediated']);
  });
});

describe('the final check 终审', () => {
  const flagged = taken().and([answering('answer#1.1', reply, empty), housing, day(5)]);

  test('an answer that was found to say nothing needs words to go out', () => {
    flagged
      .when(consent('check#1.1'), housingHead, day(6))
      .thenRefused('empty-answer-needs-reason');
    flagged
      .when(consent('check#1.1', 'The other office is named in full.'), housingHead, day(6))
      .thenDone();
  });

  test('or goes back to be written anew; the new one stands in its place', () => {
    const again = flagged.and(
      [
        {
          type: 'ReturnTask',
          taskId: 'check#1.1',
          toStep: 'answer',
          then: 'walk-again',
          reason: 'says nothing',
        },
        housingHead,
        day(6),
      ],
      [answering('answer#2.1'), housing, day(9)],
      [consent('check#2.1'), housingHead, day(9)],
    );
    expect(again.state.letter?.answers).toHaveLength(1);
    expect(again.state.letter?.draft).toBeUndefined();
  });

  test('nobody denies a letter: it is answered, or returned', () => {
    flagged
      .when(
        { type: 'RejectTask', taskId: 'check#1.1', opinion: 'no', basis: [] },
        housingHead,
        day(6),
      )
      .thenRefused('reject-not-possible');
  });

  test('passed, the answer is given, and the statutory limit stops', () => {
    drafted()
      .when(consent('check#1.1'), housingHead, day(6))
      .thenEvents(
        'TaskDecided check#1.1 approved',
        'StepCompleted check#1 approved',
        'AnswerGiven round 1 on 2026-03-06',
        'DecisionMade answered on 2026-03-06',
        'DocumentOrdered d3 answered',
        'StepOpened delivery#1.1',
        'ClockStopped statutory',
      );
  });
});
