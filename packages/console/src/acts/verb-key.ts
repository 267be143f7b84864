import type { AllowedActView, CaseView } from '@yichuang/contracts';
import { textKey, type TextKey } from '../texts/locale.ts';
import { isOrder } from '../orders/order-case.ts';
import type { ActType } from './act.ts';

type OfTask = Pick<AllowedActView, 'taskId' | 'missing'>;

/**
 * What an act is called on this case: sending an answer back is more than returning a task, and
 * filling in what a step has to write is no correction.
 */
export function verbKey(act: ActType, allowed: OfTask, view: CaseView): TextKey {
  if (act === 'AmendForm' && (allowed.missing ?? []).length > 0) return 'act.AmendForm.fill';
  const ofOrder = isOrder(view) ? orderVerb(act, allowed, view) : undefined;
  if (ofOrder !== undefined) return ofOrder;
  const own = isChecking(allowed, view) ? textKey('letterAct', act) : undefined;
  return own ?? textKey('act', act) ?? `act.${act}`;
}

/** At the steps of an order: nobody agrees to what has to be signed for or answered. */
function orderVerb(act: ActType, { taskId }: OfTask, { tasks }: CaseView): TextKey | undefined {
  const stepId = tasks.find((task) => task.taskId === taskId)?.stepId ?? '';
  if (act === 'ApproveTask') return textKey('orderAct', stepId);
  return act === 'RejectTask' ? textKey('orderReject', stepId) : undefined;
}

/** Whether the task is to look at the answer that somebody else has drafted. */
export function isChecking({ taskId }: OfTask, { letter, tasks }: CaseView): boolean {
  const duty = tasks.find((task) => task.taskId === taskId)?.duty;
  return letter?.draft !== undefined && (duty === 'review' || duty === 'decision');
}
