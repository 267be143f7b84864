import { checkForm } from '../../form/index.ts';
import { civilDate } from '../../time/index.ts';
import { holdTask, isRefusal } from '../permissions.ts';
import { refuse } from '../refusals.ts';
import type { Act } from './act.ts';

/** Fills in or corrects the fields that the step may write; everything else is read-only. */
export const amendForm: Act<'AmendForm'> = {
  type: 'AmendForm',
  isForTask: true,
  permit(state, context, taskId) {
    const held = holdTask(state, context, taskId);
    if (isRefusal(held)) return held;
    return (held.step.form?.write ?? []).length === 0
      ? refuse('right-missing', { right: 'amend-form' })
      : undefined;
  },
  check(state, command, context) {
    const held = holdTask(state, context, command.taskId);
    const form = context.item.form;
    if (isRefusal(held) || form === undefined) return [refuse('task-unknown')];
    const writable = new Set(held.step.form?.write ?? []);
    const refused = Object.keys(command.patch).filter((field) => !writable.has(field));
    const problems = checkForm(form, command.patch, {
      today: civilDate(context.at),
      isPartial: true,
    });
    return [
      ...refused.map((field) => refuse('field-not-writable', { field })),
      ...problems.map((p) => refuse('form-incomplete', { field: p.field, problem: p.code })),
    ];
  },
  perform(p, command) {
    const stepId = p.state().marking.tasks[command.taskId]?.stepId ?? '';
    p.emit({ type: 'FormAmended', patch: command.patch, stepId });
  },
};
