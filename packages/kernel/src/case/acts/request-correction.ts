import { civilDate, computeLimit } from '../../time/index.ts';
import { ruleFor } from '../clocks.ts';
import type { CaseContext } from '../commands.ts';
import type { MaterialCheck } from '../events.ts';
import { orderDocumentFor } from '../order-document.ts';
import { holdTaskFor, isRefusal } from '../permissions.ts';
import { refuse } from '../refusals.ts';
import type { CaseState } from '../state.ts';
import type { Act } from './act.ts';
import { checkChecks } from './check-materials.ts';

/**
 * 补正材料通知: everything that has to be corrected, once, within the limit.
 * @basis 中华人民共和国行政许可法 第三十二条第一款第四项: 应当当场或者在五日内一次告知申请人需要补正的全部内容，
 * 逾期不告知的，自收到申请材料之日起即为受理。
 */
export const requestCorrection: Act<'RequestCorrection'> = {
  type: 'RequestCorrection',
  isForTask: true,
  permit(state, context, taskId) {
    const held = holdTaskFor(state, context, taskId, ['intake']);
    // The task that acceptance by law closed is named for what it is, to whoever held it.
    const isClosed = isRefusal(held) && held.code === 'task-already-closed';
    if (state.isDeemedAccepted === true && (isClosed || !isRefusal(held))) {
      return refuse('correction-notice-too-late');
    }
    if (isRefusal(held)) return held;
    return state.phase === 'received' ? undefined : refuse('wrong-phase', { phase: state.phase });
  },
  check(_state, command, { item }) {
    const wanted = command.items.filter((check) => check.verdict !== 'complete');
    if (wanted.length === 0) return [refuse('nothing-to-correct')];
    return checkChecks(command.items, item);
  },
  perform(p, command) {
    const state = p.state();
    const items = command.items.filter((check) => check.verdict !== 'complete');
    for (const late of askedTooLate(state, items)) {
      p.emit({ type: 'SupervisionHit', rule: 'JC-N2', subject: late.materialId });
    }
    const dueOn = correctionDueOn(p.context);
    p.emit({
      type: 'CorrectionRequested',
      round: state.corrections.length + 1,
      items,
      ...(dueOn === undefined ? {} : { dueOn }),
    });
    orderDocumentFor(p, 'correction');
  },
};

/**
 * "Once" means that a later notice may only concern what was not visible before: a material filed
 * anew since. Anything else was there to be seen at the first notice: a hit for supervision.
 * @basis 中华人民共和国行政许可法 第七十二条第四项: 未依法一次告知申请人必须补正的全部内容。
 */
function askedTooLate(state: CaseState, items: readonly MaterialCheck[]): MaterialCheck[] {
  if (state.corrections.length === 0) return [];
  return items.filter((item) => (state.materials[item.materialId]?.filings ?? 0) < 2);
}

/** The day until which the applicant is asked to correct; only where the item sets one. */
function correctionDueOn(context: CaseContext): ReturnType<typeof civilDate> | undefined {
  const { item, calendar, at } = context;
  if (item.correctionDays === undefined) return undefined;
  const rule = { ...ruleFor(context, item.correctionRule), suspendedBy: [] };
  const from = civilDate(at);
  return computeLimit({ rule, from, amount: item.correctionDays, calendar }).dueOn;
}
