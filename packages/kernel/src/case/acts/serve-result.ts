import { completeNode, settleStep } from '../../flow/index.ts';
import { civilDate } from '../../time/index.ts';
import { startClock } from '../clocks.ts';
import { orderDocumentFor } from '../order-document.ts';
import { holdTaskFor, isRefusal } from '../permissions.ts';
import type { Proceeding } from '../proceeding.ts';
import { refuse } from '../refusals.ts';
import { walkOf } from '../walk.ts';
import type { Act } from './act.ts';

/**
 * 送达: the decision and the certificate reach the applicant, signed for.
 * @basis 中华人民共和国行政许可法 第四十四条: 应当自作出决定之日起十日内向申请人颁发、送达行政许可证件。
 */
export const serveResult: Act<'ServeResult'> = {
  type: 'ServeResult',
  isForTask: true,
  permit(state, context, taskId) {
    const held = holdTaskFor(state, context, taskId, ['delivery']);
    if (isRefusal(held)) return held;
    if (state.phase !== 'decided') return refuse('wrong-phase', { phase: state.phase });
    const pending = Object.values(state.documents).some(
      (document) => document.issuedAt === undefined && document.moment !== 'served',
    );
    return pending ? refuse('result-not-ready') : undefined;
  },
  check: (_state, command) =>
    command.recipient.trim() === '' ? [refuse('recipient-required')] : [],
  perform(p, command) {
    const held = holdTaskFor(p.state(), p.context, command.taskId, ['delivery']);
    if (isRefusal(held)) throw new Error('permit and perform disagree');
    const { taskId, method, recipient, trackingNumber, signatureSha256 } = command;
    p.emit({
      type: 'ResultServed',
      method,
      recipient,
      ...(trackingNumber === undefined ? {} : { trackingNumber }),
      ...(signatureSha256 === undefined ? {} : { signatureSha256 }),
      servedOn: civilDate(p.context.at),
    });
    orderDocumentFor(p, 'served');
    startReviewClock(p);
    p.emit({
      type: 'TaskDecided',
      taskId,
      stepId: held.step.id,
      round: held.task.round,
      verdict: 'approved',
      opinion: '',
    });
    const walk = walkOf(p);
    if (settleStep(walk, held.step) !== undefined) completeNode(walk, held.step);
  },
};

/** Of a petition: from now on the sender may ask for a review, until the limit ends. */
function startReviewClock(p: Proceeding): void {
  const review = p.context.item.letter?.review;
  if (review === undefined) return;
  const from = civilDate(p.context.at);
  startClock(p, { clockId: 'review', kind: 'review', ruleId: review.ruleId, from });
}
