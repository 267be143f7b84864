import {
  checkForm,
  type FieldProblem,
  type FormData,
  type FormDefinition,
} from '../../form/index.ts';
import { civilDate, type PlainDate } from '../../time/index.ts';
import { holdTask, isRefusal } from '../permissions.ts';
import { refuse } from '../refusals.ts';
import type { Act } from './act.ts';

/**
 * What the patch makes wrong with the form as a whole: a required answer emptied, another one that
 * is asked only now. What was wrong before is not the officer's to answer for.
 */
function newProblems(
  form: FormDefinition,
  before: FormData,
  patch: FormData,
  today: PlainDate,
): FieldProblem[] {
  const known = new Set(checkForm(form, before, { today }).map((p) => `${p.field} ${p.code}`));
  return checkForm(form, { ...before, ...patch }, { today }).filter(
    (p) => Object.hasOwn(patch, p.field) || !known.has(`${p.field} ${p.code}`),
  );
}

/** Fills in or corrects the fields that the step may write; everything else is read-only. */
export const amendForm: Act<'AmendForm'> = {
  type: 'AmendForm',
  isForTask: true,
  permit(state, context, taskId) {
    const held = holdTask(state, context, taskId);
    if (isRefusal(held)) return held;
    return context.item.form === undefined || (held.step.form?.write ?? []).length === 0
      ? refuse('right-missing', { right: 'amend-form' })
      : undefined;
  },
  check(state, command, context) {
    const held = holdTask(state, context, command.taskId);
    const form = context.item.form;
    if (isRefusal(held) || form === undefined) return [refuse('task-unknown')];
    const writable = new Set(held.step.form?.write ?? []);
    const refused = Object.keys(command.patch).filter((field) => !writable.has(field));
    return [
      ...refused.map((field) => refuse('field-not-writable', { field })),
      ...newProblems(form, state.form, command.patch, civilDate(context.at)).map((p) =>
        refuse('form-incomplete', { field: p.field, problem: p.code }),
      ),
    ];
  },
  perform(p, command) {
    const stepId = p.state().marking.tasks[command.taskId]?.stepId ?? '';
    p.emit({ type: 'FormAmended', patch: command.patch, stepId });
  },
};
