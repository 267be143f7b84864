import { civilDate, extensionProblem } from '../../time/index.ts';
import { extendClock, limitInputOf, ruleFor } from '../clocks.ts';
import type { CaseContext } from '../commands.ts';
import { orderDocumentFor } from '../order-document.ts';
import { hasCapability } from '../permissions.ts';
import { refuse, type RefusalCode } from '../refusals.ts';
import type { CaseState } from '../state.ts';
import type { Act } from './act.ts';

const problemCodes = {
  'not-extendable': 'extension-not-possible',
  'too-long': 'extension-too-long',
  'too-often': 'extension-used-up',
  'too-late': 'extension-too-late',
} as const satisfies Record<string, RefusalCode>;

/**
 * The head of the agency; of a joint case the head of the government.
 * @basis 中华人民共和国行政许可法 第四十二条第二款: 四十五日内不能办结的，经本级人民政府负责人批准，可以延长十五日
 */
function rankFor(state: CaseState, context: CaseContext): string {
  const clock = state.clocks['statutory'];
  const approver =
    clock === undefined ? undefined : ruleFor(context, clock.ruleId).extension?.approver;
  return approver === 'government-head' ? 'extend-joint-limit' : 'extend-limit';
}

/**
 * 延期: once, by the head of the agency, the reason told to the applicant, before the limit ends.
 * @basis 中华人民共和国行政许可法 第四十二条: 二十日内不能作出决定的，经本行政机关负责人批准，可以延长十日，
 * 并应当将延长期限的理由告知申请人。
 */
export const extendLimit: Act<'ExtendLimit'> = {
  type: 'ExtendLimit',
  isForTask: false,
  permit(state, context) {
    if (!hasCapability(context, rankFor(state, context))) return refuse('extension-needs-leader');
    if (state.phase !== 'accepted') return refuse('wrong-phase', { phase: state.phase });
    const clock = state.clocks['statutory'];
    if (clock === undefined) return refuse('extension-not-possible');
    const problem = extensionProblem(limitInputOf(clock, context), 1, civilDate(context.at));
    return problem === undefined ? undefined : refuse(problemCodes[problem]);
  },
  check(state, command, context) {
    const clock = state.clocks['statutory'];
    if (clock === undefined) return [refuse('extension-not-possible')];
    if (!Number.isInteger(command.days) || command.days < 1) return [refuse('days-required')];
    if (command.reason.trim() === '') return [refuse('reason-required')];
    const input = limitInputOf(clock, context);
    // Where the instrument names no number, an extension may at most double the limit.
    const max = ruleFor(context, clock.ruleId).extension?.max ?? clock.amount;
    if (command.days > max) return [refuse('extension-too-long', { max })];
    const problem = extensionProblem(input, command.days, civilDate(context.at));
    return problem === undefined ? [] : [refuse(problemCodes[problem], { max })];
  },
  perform(p, command) {
    const clock = p.state().clocks['statutory'];
    if (clock === undefined) throw new Error('check and perform disagree');
    const { days, reason } = command;
    const documentId = orderDocumentFor(p, 'extended');
    p.emit({ type: 'LimitExtended', clockId: clock.clockId, days, reason, documentId });
    extendClock(p, clock, days, reason);
  },
};
