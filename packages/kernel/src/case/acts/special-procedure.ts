import { completeNode, openNodes, placeOf } from '../../flow/index.ts';
import { civilDate } from '../../time/index.ts';
import { reviseClocks } from '../clocks.ts';
import type { CaseContext } from '../commands.ts';
import { orderDocumentFor } from '../order-document.ts';
import { heldTasks } from '../permissions.ts';
import type { Proceeding } from '../proceeding.ts';
import { refuse } from '../refusals.ts';
import { runningProcedures, type CaseState, type SpecialProcedureState } from '../state.ts';
import { flowOf, walkOf } from '../walk.ts';
import type { Act } from './act.ts';

/**
 * 特别程序: hearing, inspection, testing … whose time does not count, told to the applicant.
 * @basis 中华人民共和国行政许可法 第四十五条: 所需时间不计算在本节规定的期限内。行政机关应当将所需时间书面告知申请人。
 */
export const startSpecialProcedure: Act<'StartSpecialProcedure'> = {
  type: 'StartSpecialProcedure',
  isForTask: false,
  permit(state, context) {
    if (state.phase !== 'accepted') return refuse('wrong-phase', { phase: state.phase });
    if (heldTasks(state, context).length === 0) return refuse('not-your-task');
    const { specialProcedures } = context.item;
    const [first] = specialProcedures;
    if (first === undefined) return refuse('special-procedure-unknown');
    return specialProcedures.every(({ kind }) => isRunning(state, kind))
      ? refuse('special-procedure-running', { procedure: first.name })
      : undefined;
  },
  check(state, command, { item }) {
    const known = item.specialProcedures.some((procedure) => procedure.kind === command.kind);
    if (!known) return [refuse('special-procedure-unknown', { kind: command.kind })];
    const same = runningProcedures(state).find((procedure) => procedure.kind === command.kind);
    if (same !== undefined) {
      return [refuse('special-procedure-running', { procedure: same.name })];
    }
    if (!Number.isInteger(command.expectedDays) || command.expectedDays < 1) {
      return [refuse('days-required')];
    }
    return command.reason.trim() === '' ? [refuse('reason-required')] : [];
  },
  perform(p, command) {
    const definition = p.context.item.specialProcedures.find((d) => d.kind === command.kind);
    if (definition === undefined) throw new Error('check and perform disagree');
    const [held] = heldTasks(p.state(), p.context);
    if (held !== undefined) p.actAs(held.post);
    p.emit({
      type: 'SpecialProcedureStarted',
      procedureId: `p${p.state().specialProcedures.length + 1}`,
      kind: command.kind,
      name: definition.name,
      startedOn: civilDate(p.context.at),
      expectedDays: command.expectedDays,
      reason: command.reason,
      documentId: orderDocumentFor(p, 'special-procedure'),
    });
    reviseClocks(p, 'suspended');
  },
};

/** The clock runs again from the day after the procedure ended; the end cannot be back-dated. */
export const endSpecialProcedure: Act<'EndSpecialProcedure'> = {
  type: 'EndSpecialProcedure',
  isForTask: false,
  permit(state, context) {
    if (state.phase !== 'accepted') return refuse('wrong-phase', { phase: state.phase });
    if (endableProcedures(state, context).length > 0) return undefined;
    if (heldTasks(state, context).length === 0) return refuse('not-your-task');
    return refuse('special-procedure-not-running');
  },
  check(state, command, context) {
    const running = endableProcedures(state, context);
    if (!running.some((procedure) => procedure.procedureId === command.procedureId)) {
      return [refuse('special-procedure-not-running')];
    }
    return command.result.trim() === '' ? [refuse('reason-required')] : [];
  },
  perform(p, command) {
    endProcedure(p, command.procedureId, command.result);
    reviseClocks(p, 'resumed');
    endWaits(p, 'special-procedure-ended');
  },
};

/** Not before it began, should a clock have been set back: a span that ends first is no span. */
function endProcedure(p: Proceeding, procedureId: string, result: string): void {
  const started = p.state().specialProcedures.find((s) => s.procedureId === procedureId);
  const today = civilDate(p.context.at);
  const endedOn = started !== undefined && started.startedOn > today ? started.startedOn : today;
  p.emit({ type: 'SpecialProcedureEnded', procedureId, endedOn, result });
}

/** The case ends: what was inspected or heard for it ends with it. */
export function endRunningProcedures(p: Proceeding, result: string): void {
  const running = runningProcedures(p.state());
  for (const { procedureId } of running) endProcedure(p, procedureId, result);
  if (running.length > 0) reviseClocks(p, 'resumed');
}

function isRunning(state: CaseState, kind: string): boolean {
  return runningProcedures(state).some((procedure) => procedure.kind === kind);
}

/**
 * Those that the actor may end: whoever holds a task, and the post in which it began. The latter
 * because a flow may wait for nothing but its end, and then nobody holds a task.
 */
export function endableProcedures(
  state: CaseState,
  context: CaseContext,
): readonly SpecialProcedureState[] {
  const { actor } = context;
  const running = runningProcedures(state);
  if (actor.kind !== 'staff' || heldTasks(state, context).length > 0) {
    return actor.kind === 'staff' ? running : [];
  }
  return running.filter(
    ({ startedInPost }) => startedInPost !== undefined && actor.posts.includes(startedInPost),
  );
}

/** Completes every open wait for something that has now happened. */
export function endWaits(p: Proceeding, until: 'payment' | 'special-procedure-ended'): void {
  const flow = flowOf(p);
  if (until === 'special-procedure-ended' && runningProcedures(p.state()).length > 0) return;
  const waits = openNodes(p.state().marking)
    .map((id) => placeOf(flow, id).node)
    .filter((node) => node.kind === 'wait' && node.until === until);
  for (const node of waits) completeNode(walkOf(p), node);
}
