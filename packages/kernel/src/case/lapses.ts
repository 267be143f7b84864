/**
 * What the law attaches to a limit that has run out is an act of the system, with its basis. It is
 * applied before every command and by the sweep, so that no job is the only thing keeping it.
 */
import { closeTasks, completeNode, openNodes, placeOf } from '../flow/index.ts';
import { recordAcceptance } from './acts/accept-case.ts';
import type { Proceeding } from './proceeding.ts';
import { runningClocks } from './state.ts';
import { walkOf } from './walk.ts';

export function applyLapses(p: Proceeding): void {
  const state = p.state();
  if (state.phase !== 'received') return;
  const lapsed = runningClocks(state).find(
    (clock) => clock.kind === 'correction' && clock.result.overdueAt <= p.context.at,
  );
  if (lapsed !== undefined) p.emitBySystem(lapsed.ruleId, () => deemAccepted(p));
}

/**
 * Not asked for corrections in time: accepted as of the day on which the materials were received.
 * @basis 中华人民共和国行政许可法 第三十二条第一款第四项: 逾期不告知的，自收到申请材料之日起即为受理。
 */
function deemAccepted(p: Proceeding): void {
  const walk = walkOf(p);
  recordAcceptance(p, p.state().filedOn, true);
  const intake = openNodes(p.state().marking)
    .map((id) => placeOf(walk.flow, id).node)
    .find((node) => node.kind === 'step' && node.duty === 'intake');
  if (intake === undefined) return;
  closeTasks(walk, (task) => task.stepId === intake.id, 'skipped-by-rule');
  const round = p.state().marking.nodes[intake.id]?.round ?? 1;
  p.emit({ type: 'StepCompleted', stepId: intake.id, round, outcome: 'approved' });
  completeNode(walk, intake);
}
