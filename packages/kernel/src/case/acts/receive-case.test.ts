import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../index.ts';
import {
  assess,
  counter,
  filed,
  filing,
  flowAround,
  on,
  outsider,
  permit,
  robot,
  sequence,
  stranger,
  wang,
} from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import { given, monday, received, Story } from '../testing/specification.examples.ts';

const page = { sha256: 'x', name: 'x.jpg', mediaType: 'image/jpeg', bytes: 1 };
const withPlan = (...pages: readonly object[]): CommandOf<'ReceiveCase'> => ({
  ...filing,
  materials: [
    { materialId: 'plan', isOnPaper: false, pages: pages.map((p) => ({ ...page, ...p })) },
    filed('deed'),
  ],
});
const { form: _form, ...formless } = permit;

describe('ReceiveCase 收件', () => {
  ladder([
    {
      lacking: 'the case exists already',
      story: given(permit, received),
      by: wang,
      command: filing,
      refused: ['wrong-phase'],
    },
    {
      lacking: 'the item is shown as a guide only',
      story: given({ ...permit, isOnline: false }),
      by: wang,
      command: filing,
      refused: ['item-not-online'],
    },
    {
      lacking: 'the item has no form',
      story: given(formless),
      by: wang,
      command: filing,
      refused: ['item-not-online'],
    },
    {
      lacking: 'staff without the right to file for others',
      story: given(permit),
      by: outsider,
      command: filing,
      refused: ['right-missing'],
    },
    {
      lacking: 'somebody else is named as contact',
      story: given(permit),
      by: stranger,
      command: filing,
      refused: ['not-your-case'],
    },
    {
      lacking: 'a required answer, and both required materials',
      story: given(permit),
      by: wang,
      command: { ...filing, form: { name: 'Shed' }, materials: [] },
      refused: ['form-incomplete', 'material-missing', 'material-missing'],
    },
    {
      lacking: 'a material that only this answer asks for',
      story: given(permit),
      by: wang,
      command: { ...filing, form: { ...filing.form, isLarge: true } },
      refused: ['material-missing'],
    },
    {
      lacking: 'an item without the material',
      story: given(permit),
      by: wang,
      command: { ...filing, materials: [...filing.materials, filed('passport')] },
      refused: ['material-unknown'],
    },
    {
      lacking: 'too many pages',
      story: given(permit),
      by: wang,
      command: { ...filing, materials: [filed('plan', 3), filed('deed')] },
      refused: ['files-too-many'],
    },
    {
      lacking: 'each page that breaks the rule is named',
      story: given(permit),
      by: wang,
      command: withPlan(
        { mediaType: 'text/html', width: 800, height: 600 },
        { bytes: 90_001, width: 800, height: 600 },
      ),
      refused: ['file-not-acceptable', 'file-not-acceptable'],
    },
    {
      lacking: 'too few pixels',
      story: given(permit),
      by: wang,
      command: withPlan({ width: 640, height: 479 }),
      refused: ['file-not-acceptable'],
    },
    {
      lacking: 'an image whose size nobody could read',
      story: given(permit),
      by: wang,
      command: withPlan({}),
      refused: ['file-not-acceptable'],
    },
    {
      lacking: 'characters that can be stored',
      story: given(permit),
      by: wang,
      command: { ...filing, form: { ...filing.form, remark: 'a\u0000b' } },
      refused: ['text-not-well-formed'],
    },
  ]);

  test('an act on a case that does not exist is refused as on somebody else’s', () => {
    given(permit)
      .when({ type: 'WithdrawCase', reason: 'r' }, wang, monday)
      .thenRefused('not-your-case');
  });

  test('received: what was filed is kept, what else was sent along is not', () => {
    const command = { ...filing, phase: 'decided', decision: { outcome: 'granted' } };
    const story = given(permit).when(command, wang, monday).thenDone();
    expect(story.state).toMatchObject({ phase: 'received', receivedOn: '2026-03-02' });
    expect(story.state.decision).toBeUndefined();
    expect(story.past[0]?.event).not.toHaveProperty('decision');
    expect(story.past[0]?.by).toEqual({ kind: 'applicant', personId: 'wang', name: 'Wang' });
  });

  test('a plan lying on its side keeps the rule as well as one that stands', () => {
    given(permit)
      .when(withPlan({ width: 480, height: 640 }), wang, monday)
      .thenDone();
  });

  test('the counter files for a walk-in, on paper; the system files by interface', () => {
    const onPaper = filing.materials.map((m) => ({ ...m, pages: [], isOnPaper: true }));
    const command = { ...filing, channel: 'counter' as const, materials: onPaper };
    given(permit).when(command, counter, monday).thenDone();
    given(permit).when(filing, robot, monday).thenDone();
  });

  // laws.md C9, EX15 and EX16: Saturday 2025-10-04, 21:30, inside the holiday.
  test.each([
    ['A', '2025-10-04', '2025-10-14'],
    ['B', '2025-10-09', '2025-10-15'],
  ] as const)('filed on a day off, policy %s: day 0 is %s, asked by %s', (day, from, due) => {
    new Story({ ...permit, documents: {} }, [], day)
      .when(filing, wang, on('2025-10-04', '21:30'))
      .thenEvents(
        `CaseReceived on ${from}`,
        `ClockStarted correction#1 from ${from} due ${due}`,
        'NodeEntered main#1',
        'StepOpened intake#1.1',
      );
  });

  test('a quantity that no fee can be computed from refuses the filing that leads to it', () => {
    const flow = { main: sequence('all', assess, flowAround().main) };
    given({ ...permit, flow })
      .when({ ...filing, form: { name: 'Shed', area: 1e30 } }, wang, monday)
      .thenRefused('fee-quantity-missing');
  });
});
