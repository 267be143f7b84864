import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../index.ts';
import { counter, permit, reviewer, wang } from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import { acceptedCase, given, monday, received } from '../testing/specification.examples.ts';

const amend = (patch: CommandOf<'AmendForm'>['patch']): CommandOf<'AmendForm'> => ({
  type: 'AmendForm',
  taskId: 'intake#1.1',
  patch,
});

describe('AmendForm 表单修改', () => {
  const story = given(permit, received);
  ladder([
    { lacking: 'not staff', story, by: wang, command: amend({}), refused: ['not-your-task'] },
    {
      lacking: 'another post',
      story,
      by: reviewer,
      command: amend({}),
      refused: ['not-your-task'],
    },
    {
      lacking: 'the step may write nothing',
      story: acceptedCase(),
      by: reviewer,
      command: { ...amend({ area: 60 }), taskId: 'review#1.1' },
      refused: ['right-missing'],
    },
    {
      lacking: 'another field, and one that there is not',
      story,
      by: counter,
      command: amend({ name: 'Barn', constructor: 'x' }),
      refused: ['field-not-writable', 'field-not-writable', 'form-incomplete'],
    },
    {
      lacking: 'a value that may be',
      story,
      by: counter,
      command: amend({ area: -1 }),
      refused: ['form-incomplete'],
    },
    {
      lacking: 'a required answer, emptied',
      story,
      by: counter,
      command: amend({ area: null }),
      refused: ['form-incomplete'],
    },
  ]);

  test('what the step may write is written, with the step named', () => {
    const after = story
      .when(amend({ area: 60 }), counter, monday)
      .thenEvent({ type: 'FormAmended', patch: { area: 60 }, stepId: 'intake' });
    expect(after.state.form).toEqual({ name: 'Shed', area: 60 });
  });
});
