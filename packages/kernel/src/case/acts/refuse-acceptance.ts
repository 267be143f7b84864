import { endFlow } from '../../flow/index.ts';
import { orderDocumentFor } from '../order-document.ts';
import { holdTaskFor, isRefusal } from '../permissions.ts';
import { refuse } from '../refusals.ts';
import { walkOf } from '../walk.ts';
import type { Act } from './act.ts';

/**
 * 不予受理: in writing, sealed and dated, with the reason and where to go instead.
 * @basis 中华人民共和国行政许可法 第三十二条: 行政机关受理或者不予受理行政许可申请，应当出具加盖本行政机关专用印章
 * 和注明日期的书面凭证。
 */
export const refuseAcceptance: Act<'RefuseAcceptance'> = {
  type: 'RefuseAcceptance',
  isForTask: true,
  permit(state, context, taskId) {
    const held = holdTaskFor(state, context, taskId, ['intake']);
    if (isRefusal(held)) return held;
    return state.phase === 'received' ? undefined : refuse('wrong-phase', { phase: state.phase });
  },
  check(_state, command) {
    if (command.reason.trim() === '') return [refuse('reason-required')];
    return command.basis.law.trim() === '' || command.basis.article.trim() === ''
      ? [refuse('legal-basis-required')]
      : [];
  },
  perform(p, command) {
    const { ground, reason, basis } = command;
    endFlow(walkOf(p), 'rejected');
    p.emit({ type: 'AcceptanceRefused', ground, reason, basis });
    orderDocumentFor(p, 'acceptance-refused');
  },
};
