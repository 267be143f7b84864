import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import { convertProcedure, objectToReferral, unpublishLetter } from './index.ts';

const { subject } = examples;
const taskId = 'intake#1.1';

describe('acts on a letter that need a reason', () => {
  it.each([objectToReferral, convertProcedure, unpublishLetter])('$type asks for it', (act) => {
    expect(act.problemsOf({ words: ' ' }, subject)).toEqual({
      words: { key: 'act.wordsMissing' },
    });
  });

  it('name their task where they have one', () => {
    const words = ' 不属于我局职权 ';
    const reason = '不属于我局职权';
    expectCommand(objectToReferral.toCommand({ words }, subject), {
      type: 'ObjectToReferral',
      taskId,
      reason,
    });
    expectCommand(convertProcedure.toCommand({ words }, subject), {
      type: 'ConvertProcedure',
      taskId,
      reason,
    });
    expectCommand(unpublishLetter.toCommand({ words }, subject), {
      type: 'UnpublishLetter',
      reason,
    });
  });
});
