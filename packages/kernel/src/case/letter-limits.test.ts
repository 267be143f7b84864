import { describe, expect, test } from 'vitest';
import { plainDate, type PlainDate } from '../time/index.ts';
import type { CommandOf, ItemDefinition } from './index.ts';
import { on, robot } from './testing/case.examples.ts';
import {
  accept,
  answered,
  day,
  housing,
  housingHead,
  office,
  petition,
  refer,
  referred,
  taken,
  writing,
  written,
} from './testing/letter.examples.ts';
import { Story } from './testing/specification.examples.ts';

const extend = (days: number): CommandOf<'ExtendLimit'> => ({
  type: 'ExtendLimit',
  days,
  reason: 'a survey is needed',
});

describe('sixty days to answer a petition (第三十四条)', () => {
  const story = taken();

  test('the head of the unit adds up to thirty, once, and the sender is told', () => {
    const longer = story.and([extend(30), housingHead, day(30)]);
    expect(longer.state.clocks['statutory']?.result.dueOn).toBe('2026-06-02');
    expect(Object.values(longer.state.documents).at(-1)?.moment).toBe('extended');
    longer.when(extend(1), housingHead, day(31)).thenRefused('extension-used-up');
    story.when(extend(31), housingHead, day(30)).thenRefused('extension-too-long');
    story.when(extend(30), housing, day(30)).thenRefused('extension-needs-leader');
  });

  test('what was passed on to another unit after acceptance has no more time for it', () => {
    const returned = story.and(
      [
        {
          type: 'ReturnTask',
          taskId: 'answer#1.1',
          toStep: 'reception',
          then: 'walk-again',
          reason: 'a matter of the station',
        },
        housing,
        day(9),
      ],
      [refer('reception#2.1', { toOrg: 'slj', manner: 'transfer', note: '' }), housing, day(9)],
    );
    expect(returned.state.clocks['statutory']?.from).toBe('2026-03-04');
  });
});

const { letter } = petition;
if (letter === undefined) throw new Error('a petition is a letter');
const {
  review: _review,
  registration: _registration,
  simple: _simple,
  objection: _objection,
  ...counted
} = letter;

/** 复核 counts from receipt, and its hearing does not count; 复查 knows no such exception. */
const recheck: ItemDefinition = {
  ...petition,
  code: 'recheck',
  statutoryLimit: { ruleId: 'XF-FH-30', amount: 30 },
  specialProcedures: [
    {
      kind: 'hearing',
      name: 'Hearing',
      expectedDays: 15,
      basis: { law: '信访工作条例', article: '第三十六条第二款' },
    },
  ],
  letter: { ...counted, kind: 'recheck', resultFrom: 'receipt' },
};
const review: ItemDefinition = {
  ...recheck,
  code: 'review',
  statutoryLimit: { ruleId: 'XF-FC-30', amount: 30 },
};

describe('thirty days to review, and thirty to review for the last time', () => {
  const hear = (item: ItemDefinition) =>
    referred(item).and(
      [accept('reception#1.1'), housing, day(4)],
      [
        { type: 'StartSpecialProcedure', kind: 'hearing', expectedDays: 15, reason: 'disputed' },
        housing,
        day(10),
      ],
      [{ type: 'EndSpecialProcedure', procedureId: 'p1', result: 'heard' }, housing, day(20)],
    );

  test('both count from the receipt of the request, not from the acceptance', () => {
    const { statutory } = referred(review).state.clocks;
    expect([statutory?.from, statutory?.result.dueOn]).toEqual(['2026-03-02', '2026-04-01']);
  });

  test('the days of a hearing do not count in the last review, and do in the first', () => {
    expect(hear(recheck).state.clocks['statutory']?.result.dueOn).toBe('2026-04-11');
    expect(hear(review).state.clocks['statutory']?.result.dueOn).toBe('2026-04-01');
  });
});

describe('a letter on paper', () => {
  const filed = (receivedOn: PlainDate, by = office) =>
    [{ ...writing(), channel: 'post' as const, receivedOn }, by, day(16)] as const;
  const story = new Story(petition, []);

  test('counts from the day on which the office had it', () => {
    const entered = story.and([...filed(plainDate('2026-03-11'))]);
    expect(entered.state.clocks['registration']?.from).toBe('2026-03-11');
  });

  test.each([
    ['tomorrow', '2026-03-17'],
    ['more than fifteen days ago', '2026-02-28'],
  ])('is not entered as of %s', (_when, receivedOn) => {
    story.when(...filed(plainDate(receivedOn))).thenRefused('received-day-not-possible');
  });

  test('is entered by those who may enter letters', () => {
    story.when(...filed(plainDate('2026-03-11'), housing)).thenRefused('right-missing');
  });

  test('has five representatives at most (第二十条)', () => {
    const speakers = Array.from({ length: 6 }, (_, i) => ({ name: `R${i}` }));
    story
      .when(writing({}, { representatives: speakers }), office, day(16))
      .thenRefused('representatives-too-many');
  });
});

describe('every clock of a letter stops', () => {
  const running = (story: Story): string[] =>
    Object.values(story.state.clocks)
      .filter(({ stoppedAt }) => stoppedAt === undefined)
      .map(({ clockId }) => clockId);

  test('with its answer, but for the right to a review, which lapses', () => {
    expect(running(answered())).toEqual(['review']);
    const late = on('2026-04-09', '00:00');
    expect(running(answered().and([{ type: 'ApplyLapses' }, robot, late]))).toEqual([]);
  });

  test('with a refusal, whoever refuses it, and says where to turn instead', () => {
    const refused = written().and([
      {
        type: 'RefuseAcceptance',
        taskId: 'register#1.1',
        ground: 'other-procedure',
        reason: 'before the court',
        basis: { law: '信访工作条例', article: '第三十一条' },
        goTo: 'the county court',
      },
      office,
      day(3),
    ]);
    expect(running(refused)).toEqual([]);
    const kept = refused.past.find(({ event }) => event.type === 'AcceptanceRefused')?.event;
    expect(kept).toMatchObject({ goTo: 'the county court' });
  });
});
