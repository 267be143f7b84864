import { completeNode, settleStep } from '../../flow/index.ts';
import { checkForm } from '../../form/index.ts';
import { civilDate } from '../../time/index.ts';
import { requiredMaterials } from '../materials.ts';
import { holdTaskFor, isRefusal } from '../permissions.ts';
import { refuse } from '../refusals.ts';
import { walkOf } from '../walk.ts';
import type { Act } from './act.ts';
import { checkMaterialFiles, isHandedIn } from './receive-case.ts';

/** 重新提交: the applicant of an internal approval changes what was asked and sends it off again. */
export const resubmitCase: Act<'ResubmitCase'> = {
  type: 'ResubmitCase',
  isForTask: true,
  permit(state, context, taskId) {
    const held = holdTaskFor(state, context, taskId, ['filing']);
    if (isRefusal(held)) return held;
    return state.phase === 'in-progress'
      ? undefined
      : refuse('wrong-phase', { phase: state.phase });
  },
  check(state, { form, materials }, { item, at }) {
    const answers = { ...state.form, ...form };
    const problems =
      item.form === undefined ? [] : checkForm(item.form, answers, { today: civilDate(at) });
    const missing = requiredMaterials(item, answers).filter(
      ({ id }) =>
        !isHandedIn(materials.findLast((m) => m.materialId === id) ?? state.materials[id]),
    );
    return [
      ...problems.map((p) => refuse('form-incomplete', { field: p.field, problem: p.code })),
      ...missing.map(({ name }) => refuse('material-missing', { material: name })),
      ...checkMaterialFiles(materials, item),
    ];
  },
  perform(p, { taskId, form, materials, opinion }) {
    const held = holdTaskFor(p.state(), p.context, taskId, ['filing']);
    if (isRefusal(held)) throw new Error('permit and perform disagree');
    const { step, task } = held;
    if (Object.keys(form).length > 0) {
      p.emit({ type: 'FormAmended', patch: form, stepId: step.id });
    }
    if (materials.length > 0) {
      const suppliedOn = civilDate(p.context.at);
      p.emit({ type: 'MaterialsSupplied', suppliedOn, materials, debtIds: [] });
    }
    const { id: stepId } = step;
    const { round } = task;
    p.emit({ type: 'TaskDecided', taskId, stepId, round, verdict: 'approved', opinion });
    const walk = walkOf(p);
    if (settleStep(walk, step) !== undefined) completeNode(walk, step);
  },
};
