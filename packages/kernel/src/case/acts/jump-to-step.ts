import { indexFlow, jumpProblem, jumpTargets, jumpToStep as jump } from '../../flow/index.ts';
import type { CaseContext, CommandOf } from '../commands.ts';
import { refuse, type Refusal } from '../refusals.ts';
import { isUnderWay, type CaseState } from '../state.ts';
import { flowOf, walkOf } from '../walk.ts';
import type { Act } from './act.ts';
import { permitAdministrator } from './freeze-case.ts';

/** 跳转: an administrator takes the case to a step, with a reason; acts of law are not skipped. */
export const jumpToStep: Act<'JumpToStep'> = {
  type: 'JumpToStep',
  isForTask: false,
  permit(state, context) {
    const refusal = permitAdministrator(state, context);
    if (refusal !== undefined) return refusal;
    if (!isUnderWay(state) && state.phase !== 'decided') {
      return refuse('wrong-phase', { phase: state.phase });
    }
    const targets = jumpTargets(flowOf({ context }), state.marking);
    return targets.length === 0 ? refuse('jump-target-unknown', { step: '' }) : undefined;
  },
  check(state, command, context) {
    if (command.reason.trim() === '') return [refuse('reason-required')];
    return checkTarget(state, command, context);
  },
  perform(p, { toStep, reason }) {
    const node = indexFlow(flowOf(p)).get(toStep)?.node;
    if (node?.kind !== 'step') throw new Error('check and perform disagree');
    jump(walkOf(p), node, reason);
  },
};

function checkTarget(
  { marking }: CaseState,
  { toStep }: CommandOf<'JumpToStep'>,
  context: CaseContext,
): Refusal[] {
  const flow = flowOf({ context });
  const node = indexFlow(flow).get(toStep)?.node;
  if (node?.kind !== 'step' || marking.nodes[toStep]?.status === 'open') {
    return [refuse('jump-target-unknown', { step: toStep })];
  }
  const over = jumpProblem(flow, marking, node);
  return over === undefined ? [] : [refuse('jump-over-act-of-law', { node: over.name })];
}
