import { describe, expect, test } from 'vitest';
import { plainDate } from '../../time/index.ts';
import type { Actor, CommandOf, ImportedLetter } from '../index.ts';
import { day, office, petition, question, writing } from '../testing/letter.examples.ts';
import { Story } from '../testing/specification.examples.ts';

const importer: Actor = { kind: 'system', rule: 'import' };
const by = { personId: 'office', name: 'Office' };
const answer = {
  thanks: '',
  result: 'The lamp was mended.',
  officerName: 'Housing',
  officerPhone: '',
  answeredOn: plainDate('2019-03-09'),
};

/** A letter of 4 March 2019, as another system states it. */
function stated(imported: ImportedLetter): CommandOf<'ReceiveCase'> {
  return {
    ...writing({}, { sourceNumber: 'A1', imported }),
    receivedOn: plainDate('2019-03-04'),
  };
}

describe('a letter out of the records of another system', () => {
  const story = new Story(question, []);

  test('is brought over by the system alone', () => {
    story.when(stated({ by }), office, day(1)).thenRefused('right-missing');
  });

  test('may be years old; what an office enters may not', () => {
    const old = { ...writing(), receivedOn: plainDate('2019-03-04') };
    story.when(old, office, day(1)).thenRefused('received-day-not-possible');
    const { state } = story.and([stated({ by }), importer, day(1)]);
    expect([state.receivedOn, state.phase]).toEqual(['2019-03-04', 'received']);
    expect(state.letter?.imported?.by).toEqual(by);
    expect(state.clocks['registration']?.from).toBe('2019-03-04');
  });

  test('was not received on a day to come, nor answered before it was received', () => {
    const tomorrow = { ...stated({ by }), receivedOn: plainDate('2026-12-01') };
    story.when(tomorrow, importer, day(1)).thenRefused('received-day-not-possible');
    for (const answeredOn of ['2019-03-03', '2026-12-01']) {
      const wrong = stated({ by, answer: { ...answer, answeredOn: plainDate(answeredOn) } });
      story.when(wrong, importer, day(1)).thenRefused('received-day-not-possible');
    }
  });
});

describe('a letter that was answered there', () => {
  test.each([question, petition])('is over on the day stated, and nothing runs', (item) => {
    const { state } = new Story(item, []).and([stated({ by, answer }), importer, day(1)]);
    expect([state.phase, state.outcome, state.concludedOn]).toEqual([
      'concluded',
      'answered',
      '2019-03-09',
    ]);
    const { answeredOn, ...said } = answer;
    expect(state.letter?.answers).toMatchObject([{ ...said, round: 1, answeredOn, findings: [] }]);
    expect(state.letter?.imported).toEqual({ by });
    expect(Object.values(state.clocks).filter((clock) => clock.stoppedAt === undefined)).toEqual(
      [],
    );
    expect(Object.values(state.documents)).toEqual([]);
  });

  test('is taken up again like any other', () => {
    const over = new Story(question, []).and([stated({ by, answer }), importer, day(1)]);
    const call = {
      type: 'RecordCallBack',
      manner: 'phone',
      isSatisfied: false,
      note: 'dark',
    } as const;
    const { state } = over.and([call, office, day(2)]);
    expect([state.phase, state.letter?.round]).toEqual(['accepted', 2]);
    const open = Object.values(state.marking.tasks).filter(({ status }) => status === 'open');
    expect(open.map(({ stepId }) => stepId)).toEqual(['answer']);
  });
});
