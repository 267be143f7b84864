import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import { problemsOf, toCommand, toForm } from './form-values.ts';

const unit = { orgId: 'yunxi/zjj', name: '云溪县住房和城乡建设局' };

describe('referring a letter', () => {
  it('needs a unit, and the day of the report where it is assigned', () => {
    expect(Object.keys(problemsOf(toForm()))).toEqual(['unit']);
    const assigned = { ...toForm(), unit, manner: 'assign' as const };
    expect(Object.keys(problemsOf(assigned))).toEqual(['reportBy']);
    expect(problemsOf({ ...assigned, reportBy: '2026-12-10' })).toEqual({});
  });

  it('names lead unit, others and procedure as far as they were chosen', () => {
    expectCommand(toCommand({ ...toForm(), unit }, examples.subject), {
      type: 'ReferCase',
      taskId: 'intake#1.1',
      toOrg: 'yunxi/zjj',
      manner: 'transfer',
      note: '',
    });
    const values = {
      unit,
      manner: 'assign' as const,
      reportBy: '2026-12-10',
      coUnits: [{ orgId: 'yunxi/zfj', name: '执法局' }],
      isSimple: true,
      note: ' 请尽快 ',
    };
    expectCommand(toCommand(values, examples.subject), {
      type: 'ReferCase',
      taskId: 'intake#1.1',
      toOrg: 'yunxi/zjj',
      manner: 'assign',
      note: '请尽快',
      coUnits: ['yunxi/zfj'],
      reportBy: '2026-12-10',
      procedure: 'simple',
    });
  });

  it('sends no report day with a transfer, though one was chosen before', () => {
    const values = { ...toForm(), unit, reportBy: '2026-12-10' };
    expect(toCommand(values, examples.subject)).not.toHaveProperty('reportBy');
  });
});
