import { describe, expect, test } from 'vitest';
import { leader, robot, staff, wang } from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import { acceptedCase, monday, tuesday } from '../testing/specification.examples.ts';

const office = staff('Office', [], ['hand-out']);
const handOut = {
  type: 'HandOutCase',
  itemCode: 'survey',
  orgId: 'czj',
  note: 'see to it',
} as const;
const record = { type: 'RecordUnitCase', handOutId: 'h1', caseId: 'c9', number: 'S-1' } as const;
const story = acceptedCase();
const handed = story.and([handOut, office, monday]);
const withdrawn = handed.and([{ type: 'WithdrawCase', reason: 'r' }, wang, monday]);

describe('HandOutCase 分发', () => {
  ladder([
    { lacking: 'the right', story, by: leader, command: handOut, refused: ['right-missing'] },
    {
      lacking: 'a case that lives',
      story: withdrawn,
      by: office,
      command: handOut,
      refused: ['case-has-ended'],
    },
    {
      lacking: 'a unit',
      story,
      by: office,
      command: { ...handOut, orgId: ' ' },
      refused: ['unit-required'],
    },
    {
      lacking: 'an item',
      story,
      by: office,
      command: { ...handOut, itemCode: '' },
      refused: ['unit-required'],
    },
  ]);

  test('it blocks nothing, and may be done more than once', () => {
    const twice = handed
      .when({ ...handOut, orgId: 'sgk' }, office, tuesday)
      .thenEvents('UnitCaseOrdered h2 survey in sgk');
    expect(twice.state.marking).toEqual(story.state.marking);
    expect(twice.state.handOuts?.['h1']).toEqual({
      handOutId: 'h1',
      itemCode: 'survey',
      orgId: 'czj',
      note: 'see to it',
      at: monday,
    });
  });
});

describe('RecordUnitCase', () => {
  ladder([
    {
      lacking: 'the system',
      story: handed,
      by: office,
      command: record,
      refused: ['right-missing'],
    },
    {
      lacking: 'anything handed out',
      story,
      by: robot,
      command: record,
      refused: ['hand-out-unknown'],
    },
    {
      lacking: 'a unit without its case',
      story: handed.and([record, robot, monday]),
      by: robot,
      command: record,
      refused: ['case-recorded-already'],
    },
  ]);

  test('also after the end of this case', () => {
    const after = withdrawn.when(record, robot, tuesday).thenEvents('job: UnitCaseRecorded h1 c9');
    expect(after.state.handOuts?.['h1']).toMatchObject({ caseId: 'c9', number: 'S-1' });
  });
});
