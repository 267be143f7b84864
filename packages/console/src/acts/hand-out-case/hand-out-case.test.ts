import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import { handOutCase } from './index.ts';

describe('handing out', () => {
  it('asks by which way, to which unit and what for', () => {
    const { subject } = examples;
    expect(handOutCase.problemsOf({ itemCode: '', orgId: '', note: ' ' }, subject)).toEqual({
      itemCode: { key: 'act.HandOutCase.itemMissing' },
      orgId: { key: 'act.HandOutCase.unitMissing' },
      note: { key: 'act.wordsMissing' },
    });
    const values = { itemCode: 'office-task', orgId: 'yunxi/wjj', note: ' 请办理 ' };
    expectCommand(handOutCase.toCommand(values, subject), {
      type: 'HandOutCase',
      itemCode: 'office-task',
      orgId: 'yunxi/wjj',
      note: '请办理',
    });
  });
});
