import { civilDate } from '../../../time/index.ts';
import { knownLetter, letterOf } from '../../letters.ts';
import { orderDocumentFor } from '../../order-document.ts';
import { holdTaskFor, isRefusal } from '../../permissions.ts';
import { refuse, type Refusal } from '../../refusals.ts';
import type { CaseContext } from '../../commands.ts';
import type { CaseState } from '../../state.ts';
import type { Act } from '../act.ts';

/**
 * 调查记录: what was asked and found, by who handles the letter.
 * @basis 信访工作条例 第三十一条第六项: 应当听取信访人陈述事实和理由，并调查核实
 */
export const recordInvestigation: Act<'RecordInvestigation'> = {
  type: 'RecordInvestigation',
  isForTask: true,
  permit: permitHandler,
  check: (_state, { heldOn, text }, context) => checkRecord({ heldOn, text }, context),
  perform(p, { heldOn, place, people, text }) {
    const recordId = `i${knownLetter(p).letter.investigations.length + 1}`;
    p.emit({ type: 'InvestigationRecorded', recordId, heldOn, place, people, text });
  },
};

/**
 * 调解, 和解: what was agreed is written down as an agreement.
 * @basis 信访工作条例 第三十三条: 经调解、和解达成一致意见的，应当制作调解协议书或者和解协议书。
 */
export const recordMediation: Act<'RecordMediation'> = {
  type: 'RecordMediation',
  isForTask: true,
  permit: permitHandler,
  check: (_state, { heldOn, text }, context) => checkRecord({ heldOn, text }, context),
  perform(p, { kind, heldOn, text }) {
    const mediationId = `a${knownLetter(p).letter.mediations.length + 1}`;
    p.emit({ type: 'MediationRecorded', mediationId, kind, heldOn, text });
    orderDocumentFor(p, 'mediated');
  },
};

function permitHandler(
  state: CaseState,
  context: CaseContext,
  taskId: string,
): Refusal | undefined {
  const found = letterOf(state, context);
  if (isRefusal(found)) return found;
  const held = holdTaskFor(state, context, taskId, ['task', 'review', 'decision']);
  if (isRefusal(held)) return held;
  return state.phase === 'accepted' ? undefined : refuse('wrong-phase', { phase: state.phase });
}

/** It happened after the letter came, and not in the future. */
function checkRecord(
  { heldOn, text }: { readonly heldOn: string; readonly text: string },
  { at }: CaseContext,
): Refusal[] {
  if (text.trim() === '') return [refuse('text-required')];
  return heldOn > civilDate(at) ? [refuse('day-in-future')] : [];
}
