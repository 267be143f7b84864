import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import { readCopy } from './index.ts';

const { circulation, copy } = examples;

describe('having read a copy', () => {
  it('takes no words; what goes round asks for them', () => {
    expect(readCopy.problemsOf({ opinion: '' }, copy)).toEqual({});
    expect(readCopy.problemsOf({ opinion: ' ' }, circulation)).toEqual({
      opinion: { key: 'act.wordsMissing' },
    });
    expect([readCopy.lead(copy), readCopy.lead(circulation)]).toEqual([
      'act.ReadCopy.lead',
      'act.ReadCopy.leadOpinion',
    ]);
  });

  it('answers the one that has waited longest', () => {
    expectCommand(readCopy.toCommand({ opinion: ' 同意 ' }, circulation), {
      type: 'ReadCopy',
      readingId: 'r1',
      opinion: '同意',
    });
  });
});
