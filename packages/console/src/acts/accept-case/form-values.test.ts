import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { setAllComplete } from '../../materials/check-values.ts';
import { examples } from './examples.ts';
import { deferrable, problemsOf, toCommand, toForm, withDays } from './form-values.ts';

describe('accepting a case', () => {
  it('waits for every required material to be marked complete, not for the optional one', () => {
    expect(problemsOf(toForm(), examples.unchecked)['checks']?.params).toEqual({ n: 3 });
    expect(problemsOf(toForm(), examples.complete)).toEqual({});
    const { ['wall-materials']: optional, ...required } = examples.complete.checks;
    expect(optional).toBeDefined();
    expect(problemsOf(toForm(), { ...examples.complete, checks: required })).toEqual({});
  });

  it('sends the task and the opinion without its edges', () => {
    const command = toCommand({ ...toForm(), opinion: ' 材料齐全 ' }, examples.complete);
    expectCommand(command, { type: 'AcceptCase', taskId: 'intake#1.1', opinion: '材料齐全' });
  });

  it('takes later what the item lets come later, in so many working days', () => {
    const { deferrable: subject, complete } = examples;
    expect(deferrable(subject).map(({ id }) => id)).toEqual(['safety-plan']);
    expect(deferrable(complete)).toEqual([]);
    const deferred = withDays(toForm(), 'safety-plan', 5);
    expectCommand(toCommand({ ...toForm(), deferred }, subject), {
      type: 'AcceptCase',
      taskId: 'intake#1.1',
      opinion: '',
      deferred: [{ materialId: 'safety-plan', days: 5 }],
    });
    const none = withDays({ ...toForm(), deferred }, 'safety-plan', undefined);
    expect(toCommand({ ...toForm(), deferred: none }, subject)).not.toHaveProperty('deferred');
  });

  it('does not take later what has come after all', () => {
    const { deferrable: subject } = examples;
    const checks = setAllComplete(subject.checks);
    const values = { ...toForm(), deferred: { 'safety-plan': 5 } };
    expect(toCommand(values, { ...subject, checks })).not.toHaveProperty('deferred');
  });
});

describe('accepting a letter', () => {
  const { unreferred, withUnit, review } = examples;
  const unit = { orgId: 'yunxi/zjj', name: '云溪县住房和城乡建设局' };

  it('asks which unit answers while none has it', () => {
    expect(Object.keys(problemsOf(toForm(), unreferred))).toEqual(['unit']);
    expect(problemsOf({ ...toForm(), goesTo: 'office' }, unreferred)).toEqual({});
    expect(problemsOf(toForm(), withUnit)).toEqual({});
    expect(problemsOf(toForm(), review)).toEqual({});
  });

  it('refers it in the same act, or not where the office or a unit has it', () => {
    const values = { ...toForm(), referral: { ...toForm().referral, unit, note: ' 请办理 ' } };
    expectCommand(toCommand(values, unreferred), {
      type: 'AcceptCase',
      taskId: 'intake#1.1',
      opinion: '',
      referral: { toOrg: 'yunxi/zjj', manner: 'transfer', note: '请办理' },
    });
    const own = toCommand({ ...values, goesTo: 'office' }, unreferred);
    expect(own).not.toHaveProperty('referral');
    expect(toCommand(values, withUnit)).not.toHaveProperty('referral');
  });
});
