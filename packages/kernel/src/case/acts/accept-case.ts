import { closeTasks, completeNode, openNodes, placeOf, settleStep } from '../../flow/index.ts';
import { civilDate, type LegalBasis, type PlainDate } from '../../time/index.ts';
import { ruleFor, startClock } from '../clocks.ts';
import type { CaseContext, CommandOf } from '../commands.ts';
import { checkDeferrals, incurDebts } from '../debts.ts';
import { acceptanceLimit, resultLimit } from '../letters.ts';
import { requiredMaterials } from '../materials.ts';
import { orderDocumentFor } from '../order-document.ts';
import { holdTask, holdTaskFor, isRefusal } from '../permissions.ts';
import type { Proceeding } from '../proceeding.ts';
import { checkReferral, recordReferral } from '../refer.ts';
import { refuse, type Refusal } from '../refusals.ts';
import type { CaseState } from '../state.ts';
import { walkOf } from '../walk.ts';
import type { Act } from './act.ts';

/**
 * 受理: the material is complete and in the statutory form.
 * @basis 中华人民共和国行政许可法 第三十二条第一款第五项: 申请材料齐全、符合法定形式，应当受理行政许可申请。
 */
export const acceptCase: Act<'AcceptCase'> = {
  type: 'AcceptCase',
  isForTask: true,
  permit(state, context, taskId) {
    const held = holdTaskFor(state, context, taskId, ['intake']);
    if (isRefusal(held)) return held;
    if (state.phase !== 'received') return refuse('wrong-phase', { phase: state.phase });
    const isObjected = state.letter?.referrals.at(-1)?.status === 'objected';
    return isObjected ? refuse('objection-open') : undefined;
  },
  check: (state, command, context) => [
    ...checkLetter(state, command, context),
    ...unacceptable(state, context),
    ...checkDeferrals(state, command, context),
  ],
  perform(p, command) {
    const held = holdTask(p.state(), p.context, command.taskId);
    if (isRefusal(held)) throw new Error('permit and perform disagree');
    recordAcceptance(p, acceptanceDay(p.state(), p.context), 'by-officer', command.deferred);
    if (command.referral !== undefined) recordReferral(p, held, command.referral);
    p.emit({
      type: 'TaskDecided',
      taskId: command.taskId,
      stepId: held.step.id,
      round: held.task.round,
      verdict: 'approved',
      opinion: command.opinion,
    });
    const walk = walkOf(p);
    if (settleStep(walk, held.step) !== undefined) completeNode(walk, held.step);
    passReception(p);
  },
};

/** Accepted by the office itself: the unit has nothing left to say about acceptance. */
export function passReception(p: Proceeding): void {
  if (p.state().letter === undefined || p.state().phase !== 'accepted') return;
  p.emitBySystem('letter:accepted', () => passIntake(p));
}

function checkLetter(
  state: CaseState,
  { referral }: CommandOf<'AcceptCase'>,
  context: CaseContext,
): readonly Refusal[] {
  if (referral === undefined) return [];
  if (state.letter === undefined) return [refuse('not-a-letter')];
  return checkReferral(state, referral, context);
}

/** Every required material must have been looked at and found complete. */
function unacceptable(state: CaseState, { item }: CaseContext): Refusal[] {
  return requiredMaterials(item, state.form).flatMap((definition) => {
    const material = state.materials[definition.id];
    if (material?.verdict === undefined) {
      return [refuse('material-not-checked', { material: definition.name })];
    }
    if (material.verdict === 'complete') return [];
    return [refuse('material-not-acceptable', { material: definition.name })];
  });
}

/**
 * Day 0 of the decision limit. After corrections it is the day on which all of them were handed in,
 * so that the office's own reading time does not lengthen its limit (laws.md EX17).
 */
function acceptanceDay(state: CaseState, context: CaseContext): PlainDate {
  return state.corrections.length > 0 ? state.filedOn : civilDate(context.at);
}

/** How a case comes to be accepted, with the article by which it does. */
const manners = {
  'by-officer': '第三十二条第一款第五项',
  deemed: '第三十二条第一款第四项',
  joint: '第二十六条第二款',
} as const;

/** Records acceptance, by an officer or by law, and starts the clocks that it starts. */
export function recordAcceptance(
  p: Proceeding,
  acceptedOn: PlainDate,
  manner: keyof typeof manners,
  deferred: CommandOf<'AcceptCase'>['deferred'] = [],
): void {
  const { committedLimit } = p.context.item;
  p.emit({
    type: 'CaseAccepted',
    acceptedOn,
    isDeemed: manner === 'deemed',
    basis: acceptanceBasis(p, manner),
  });
  const statutoryLimit = resultLimit(p.context.item, p.state().letter?.procedure ?? 'ordinary');
  if (statutoryLimit !== undefined && p.state().clocks['statutory'] === undefined) {
    const { ruleId, amount } = statutoryLimit;
    startClock(p, { clockId: 'statutory', kind: 'statutory', from: acceptedOn, ruleId, amount });
  }
  if (committedLimit !== undefined) {
    const { ruleId, amount } = committedLimit;
    startClock(p, { clockId: 'committed', kind: 'committed', from: acceptedOn, ruleId, amount });
  }
  incurDebts(p, deferred);
  if (manner !== 'joint') orderDocumentFor(p, 'accepted');
}

/** Of a letter the rule that asks for the notice; of everything else the law on licences. */
function acceptanceBasis(p: Proceeding, manner: keyof typeof manners): LegalBasis {
  const { letter } = p.state();
  const { item } = p.context;
  if (letter === undefined || item.letter === undefined) {
    return { law: '中华人民共和国行政许可法', article: manners[manner], version: '2019-04-23' };
  }
  const limit = acceptanceLimit(item.letter, letter.procedure);
  const basis = limit === undefined ? undefined : ruleFor(p.context, limit.ruleId).basis;
  return basis ?? item.legalBasis[0] ?? { law: item.name, article: '' };
}

/** Closes the intake step without its officer: by law, or with the whole of a joint case. */
export function passIntake(p: Proceeding): void {
  const walk = walkOf(p);
  const intake = openNodes(p.state().marking)
    .map((id) => placeOf(walk.flow, id).node)
    .find((node) => node.kind === 'step' && node.duty === 'intake');
  if (intake === undefined) return;
  closeTasks(walk, (task) => task.stepId === intake.id, 'skipped-by-rule');
  const round = p.state().marking.nodes[intake.id]?.round ?? 1;
  p.emit({ type: 'StepCompleted', stepId: intake.id, round, outcome: 'approved' });
  completeNode(walk, intake);
}
