import { describe, expect, test } from 'vitest';
import { plainDate } from '../../../time/index.ts';
import type { CommandOf } from '../../index.ts';
import { wang } from '../../testing/case.examples.ts';
import { ladder } from '../../testing/ladder.examples.ts';
import {
  answered,
  day,
  housing,
  office,
  referred,
  supervisor,
  taken,
} from '../../testing/letter.examples.ts';

const order = (ground = 'two weeks without a visit', due = '2026-03-20') =>
  ({
    type: 'SuperviseCase',
    ground,
    demand: 'visit and report',
    dueOn: plainDate(due),
  }) satisfies CommandOf<'SuperviseCase'>;
const respond = (supervisionId = 's1', text = 'Visited today.') =>
  ({
    type: 'AnswerSupervision',
    supervisionId,
    text,
  }) satisfies CommandOf<'AnswerSupervision'>;

const at = day(18);
const story = taken();
const supervised = story.and([order(), supervisor, at]);

describe('SuperviseCase 督办', () => {
  ladder([
    {
      lacking: 'the unit itself',
      story,
      by: housing,
      command: order(),
      at,
      refused: ['right-missing'],
    },
    {
      lacking: 'taken back by its sender',
      story: story.and([{ type: 'WithdrawCase', reason: 'settled' }, wang, at]),
      by: supervisor,
      command: order(),
      at,
      refused: ['case-has-ended'],
    },
    {
      lacking: 'no ground',
      story,
      by: supervisor,
      command: order(''),
      at,
      refused: ['reason-required'],
    },
    {
      lacking: 'to be answered by a day that is past',
      story,
      by: supervisor,
      command: order('slow', '2026-03-17'),
      at,
      refused: ['day-in-past'],
    },
  ]);

  test('in writing, and the limit of the law runs on', () => {
    story
      .when(order(), supervisor, at)
      .thenEvents('CaseSupervised s1', 'DocumentOrdered d3 supervised');
    expect(supervised.state.clocks['statutory']?.stoppedAt).toBeUndefined();
  });

  test('also of a letter that was answered: what was promised may not be done', () => {
    answered().when(order(), office, at).thenDone();
  });
});

describe('AnswerSupervision 反馈', () => {
  ladder([
    {
      lacking: 'no order',
      story,
      by: housing,
      command: respond(),
      at,
      refused: ['no-supervision'],
    },
    {
      lacking: 'not who has the letter',
      story: supervised,
      by: office,
      command: respond(),
      at,
      refused: ['not-your-task'],
    },
    {
      lacking: 'nothing said',
      story: supervised,
      by: housing,
      command: respond('s1', ''),
      at,
      refused: ['text-required'],
    },
    {
      lacking: 'another order',
      story: supervised,
      by: housing,
      command: respond('s2'),
      at,
      refused: ['no-supervision'],
    },
    {
      lacking: 'answered already',
      story: supervised.and([respond(), housing, at]),
      by: housing,
      command: respond(),
      at,
      refused: ['no-supervision'],
    },
  ]);

  test('is kept beside the order', () => {
    const closed = supervised.and([respond(), housing, at]);
    expect(closed.state.letter?.supervisions[0]?.answer).toMatchObject({ by: 'Housing', at });
  });
});

describe('RecordInvestigation 调查记录, RecordMediation 调解', () => {
  const record = (heldOn = '2026-03-05', text = 'The motor was opened.') =>
    ({
      type: 'RecordInvestigation',
      taskId: 'answer#1.1',
      heldOn: plainDate(heldOn),
      place: 'the house',
      people: 'Wang',
      text,
    }) satisfies CommandOf<'RecordInvestigation'>;
  ladder([
    { lacking: 'the sender', story, by: wang, command: record(), at, refused: ['not-your-task'] },
    {
      lacking: 'not accepted yet',
      story: referred(),
      by: housing,
      command: { ...record(), taskId: 'reception#1.1' },
      at: day(5),
      refused: ['wrong-duty'],
    },
    {
      lacking: 'held tomorrow',
      story,
      by: housing,
      command: record('2026-03-19'),
      at,
      refused: ['day-in-future'],
    },
    {
      lacking: 'nothing found',
      story,
      by: housing,
      command: record('2026-03-05', ''),
      at,
      refused: ['text-required'],
    },
  ]);

  test('a record is kept inside; an agreement is written and sealed', () => {
    story.when(record(), housing, at).thenEvents('InvestigationRecorded i1');
    const agree: CommandOf<'RecordMediation'> = {
      type: 'RecordMediation',
      taskId: 'answer#1.1',
      kind: 'settlement',
      heldOn: plainDate('2026-03-18'),
      text: 'Repaired by Friday.',
    };
    story
      .when(agree, housing, at)
      .thenEvents('MediationRecorded a1 settlement', 'DocumentOrdered d3 mediated');
  });
});
