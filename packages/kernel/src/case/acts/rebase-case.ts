import { rebaseProblem } from '../../flow/index.ts';
import type { CaseContext } from '../commands.ts';
import { refuse, type Refusal } from '../refusals.ts';
import { isUnderWay, type CaseState } from '../state.ts';
import { flowOf } from '../walk.ts';
import type { Act } from './act.ts';
import { permitAdministrator } from './freeze-case.ts';

/** A running case moves to a newer version of its flow, standing at the same place in it. */
export const rebaseCase: Act<'RebaseCase'> = {
  type: 'RebaseCase',
  isForTask: false,
  permit(state, context) {
    const refusal = permitAdministrator(state, context);
    if (refusal !== undefined) return refusal;
    if (!isUnderWay(state) && state.phase !== 'decided' && state.phase !== 'received') {
      return refuse('wrong-phase', { phase: state.phase });
    }
    return isOtherVersion(state, context)
      ? undefined
      : refuse('version-unknown', { version: context.nextItem?.version ?? 0 });
  },
  check(state, { toVersion }, context) {
    if (context.nextItem?.version !== toVersion) {
      return [refuse('version-unknown', { version: toVersion })];
    }
    return notPossible(state, context);
  },
  perform(p, { toVersion }) {
    p.emit({ type: 'CaseRebased', fromVersion: p.state().itemVersion, toVersion });
  },
};

/** Of the same item and kind, with a flow to stand in. */
function isOtherVersion(state: CaseState, { nextItem, item }: CaseContext): boolean {
  return (
    nextItem?.flow !== undefined &&
    nextItem.version !== state.itemVersion &&
    nextItem.code === item.code &&
    nextItem.lifecycle === item.lifecycle
  );
}

function notPossible(state: CaseState, context: CaseContext): Refusal[] {
  const next = context.nextItem?.flow;
  if (next === undefined) return [];
  const problem = rebaseProblem(flowOf({ context }), next, state.marking);
  return problem === undefined
    ? []
    : [refuse('rebase-not-possible', { node: problem.nodeId, problem: problem.code })];
}
