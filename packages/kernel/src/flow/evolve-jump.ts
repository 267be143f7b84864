import {
  straightBacksOf,
  type FlowEvent,
  type Marking,
  type NodeState,
  type NodeStatus,
} from './marking.ts';

/** The marking after a jump; the target itself is opened by its own event. */
export function evolveJump(
  marking: Marking,
  event: Extract<FlowEvent, { type: 'FlowJumped' }>,
): Marking {
  const nodes: Record<string, NodeState> = { ...marking.nodes };
  const mark = (id: string, status: NodeStatus): void => {
    nodes[id] = { ...(nodes[id] ?? { round: 0 }), status };
  };
  for (const id of event.resetNodes) mark(id, 'reset');
  for (const id of event.skippedNodes) mark(id, 'skipped');
  for (const { nodeId, round, branches } of event.openedNodes) {
    const open: NodeState = { round, status: 'open' };
    nodes[nodeId] = branches === undefined ? open : { ...open, branches };
  }
  const left = new Set([...event.resetNodes, ...event.skippedNodes, event.toStep]);
  const backs = straightBacksOf(marking).filter(({ after }) => !left.has(after));
  const { straightBacks: _before, ...rest } = marking;
  return { ...rest, nodes, ...(backs.length > 0 ? { straightBacks: backs } : {}) };
}
