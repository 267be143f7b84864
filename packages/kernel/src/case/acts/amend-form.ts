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
import { checkMaterialFiles } from './receive-case.ts';

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
    const { write = [], attach = [] } = held.step.form ?? {};
    return context.item.form === undefined || write.length + attach.length === 0
      ? refuse('right-missing', { right: 'amend-form' })
      : undefined;
  },
  check(state, command, context) {
    const held = holdTask(state, context, command.taskId);
    const form = context.item.form;
    if (isRefusal(held) || form === undefined) return [refuse('task-unknown')];
    const writable = new Set(held.step.form?.write ?? []);
    const refused = Object.keys(command.patch).filter((field) => !writable.has(field));
    const attachable = held.step.form?.attach ?? [];
    const { materials = [] } = command;
    return [
      ...materials
        .filter(({ materialId }) => !attachable.includes(materialId))
        .map(({ materialId }) => refuse('material-unknown', { material: materialId })),
      ...checkMaterialFiles(materials, context.item),
      ...refused.map((field) => refuse('field-not-writable', { field })),
      ...newProblems(form, state.form, command.patch, civilDate(context.at)).map((p) =>
        refuse('form-incomplete', { field: p.field, problem: p.code }),
      ),
    ];
  },
  perform(p, command) {
    const stepId = p.state().marking.tasks[command.taskId]?.stepId ?? '';
    const { patch, materials = [] } = command;
    if (Object.keys(patch).length > 0) p.emit({ type: 'FormAmended', patch, stepId });
    if (materials.length > 0) {
      const suppliedOn = civilDate(p.context.at);
      p.emit({ type: 'MaterialsSupplied', suppliedOn, materials, debtIds: [] });
    }
  },
};
