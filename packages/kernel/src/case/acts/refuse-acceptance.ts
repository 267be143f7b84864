import { endFlow } from '../../flow/index.ts';
import { civilDate } from '../../time/index.ts';
import type { CaseContext } from '../commands.ts';
import { orderDocumentFor } from '../order-document.ts';
import { holdTaskFor, isRefusal } from '../permissions.ts';
import { refuse } from '../refusals.ts';
import type { CaseState } from '../state.ts';
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
    if (state.phase === 'received' || isCorrectionOverdue(state, context)) return undefined;
    return refuse('wrong-phase', { phase: state.phase });
  },
  check(state, command) {
    // While corrections are awaited there is one ground: that they did not come in time.
    if (state.phase === 'correction-pending' && command.ground !== 'not-corrected') {
      return [refuse('wrong-phase', { phase: state.phase })];
    }
    if (command.reason.trim() === '') return [refuse('reason-required')];
    return command.basis.law.trim() === '' || command.basis.article.trim() === ''
      ? [refuse('legal-basis-required')]
      : [];
  },
  perform(p, command) {
    const { ground, reason, basis, goTo } = command;
    endFlow(walkOf(p), 'rejected');
    p.emit({
      type: 'AcceptanceRefused',
      ground,
      reason,
      basis,
      ...(goTo === undefined ? {} : { goTo }),
    });
    orderDocumentFor(p, 'acceptance-refused');
  },
};

/** The applicant was given a day and let it pass: otherwise such a case could never end. */
function isCorrectionOverdue(state: CaseState, context: CaseContext): boolean {
  const dueOn = state.corrections.at(-1)?.dueOn;
  return (
    state.phase === 'correction-pending' && dueOn !== undefined && civilDate(context.at) > dueOn
  );
}
