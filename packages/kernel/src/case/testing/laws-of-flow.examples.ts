/** Laws 1 to 5: what is open in a flow, and why. */
import {
  childrenOf,
  indexFlow,
  inOrder,
  isLive,
  statusesOf,
  tally,
  type FlowNode,
  type StepNode,
  type TaskState,
} from '../../flow/index.ts';
import { hasEnded, runningClocks, runningProcedures, type CaseState } from '../index.ts';
import type { Law, Observed } from './law.examples.ts';

/** An unfinished case has an open task, a running wait, or a suspension; its tree is sound. */
export const somethingIsAwaited: Law = ({ flow, after }) => {
  if (hasEnded(after)) return [];
  const index = indexFlow(flow);
  const isAwaited =
    Object.values(after.marking.tasks).some(({ status }) => status === 'open') ||
    Object.entries(after.marking.nodes).some(
      ([id, { status }]) => status === 'open' && isAwaiting(index.get(id)?.node, after),
    );
  return [...(isAwaited ? [] : ['nothing is awaited']), ...unsound({ flow, after })];
};

/** An open leaf that is no step waits for something that can still come. */
function isAwaiting(node: FlowNode | undefined, state: CaseState): boolean {
  if (node?.kind === 'automatic') {
    return Object.values(state.documents).some(
      (document) => document.nodeId === node.id && document.issuedAt === undefined,
    );
  }
  if (node?.kind === 'subcases') {
    const parts = Object.values(state.subcases[node.id]?.parts ?? {});
    return parts.some(({ status }) => status === 'open');
  }
  if (node?.kind !== 'wait') return false;
  if (node.until === 'payment') return state.fee !== undefined && state.fee.paidAt === undefined;
  return node.until !== 'special-procedure-ended' || runningProcedures(state).length > 0;
}

/** A composite is open exactly while something inside it is; open leaves hang on open branches. */
function unsound({ flow, after }: Pick<Observed, 'flow' | 'after'>): string[] {
  const { nodes } = after.marking;
  const isOpen = ({ id }: FlowNode) => nodes[id]?.status === 'open';
  const wrong: string[] = [];
  for (const { node, parent } of indexFlow(flow).values()) {
    const children = childrenOf(node);
    const open = children.length === 0 ? 0 : children.filter(isOpen).length;
    if (children.length > 0 && open > 0 !== isOpen(node)) wrong.push(`${node.id}: ${open} open`);
    if ((node.kind === 'sequence' || node.kind === 'choice') && open > 1) {
      wrong.push(`${node.id} is open at ${open} places`);
    }
    if (!isOpen(node) || parent === undefined) continue;
    if (parent.kind !== 'choice' && parent.kind !== 'parallel') continue;
    const branch = parent.branches.find((b) => b.node === node)?.id ?? '';
    if (nodes[parent.id]?.branches?.includes(branch) !== true) {
      wrong.push(`${node.id} is open on a branch that was not taken`);
    }
  }
  return wrong;
}

/** A finished case has no open task; copies lie on desks, and what was promised is checked. */
export const nothingIsLeft: Law = ({ after }) => {
  if (!hasEnded(after)) return [];
  const live = Object.values(after.marking.tasks).filter(isLive);
  const open = Object.entries(after.marking.nodes).filter(([, { status }]) => status === 'open');
  const clocks = runningClocks(after).filter(
    ({ kind }) => kind !== 'debt' || after.outcome !== 'granted',
  );
  return [
    ...live.map(({ taskId }) => `${taskId} is live after the end`),
    ...open.map(([id]) => `${id} is open after the end`),
    ...clocks.map(({ clockId }) => `${clockId} runs after the end`),
    ...runningProcedures(after).map(({ procedureId }) => `${procedureId} runs after the end`),
  ];
};

/** At most one open task, and one vote, per step, round and person or post. */
export const oneTaskEach: Law = ({ after, journal }) => {
  const held = new Set<string>();
  const voted = new Set<string>();
  const wrong: string[] = [];
  for (const task of Object.values(after.marking.tasks)) {
    const place = `${task.stepId}#${task.round}`;
    const posts = journal.moved.has(task.taskId) ? [] : task.posts;
    const holders = task.holder === undefined ? posts : [`person ${task.holder.personId}`];
    for (const holder of isLive(task) ? holders : []) {
      if (held.has(`${place} ${holder}`)) wrong.push(`${holder} has two tasks of ${place}`);
      held.add(`${place} ${holder}`);
    }
    for (const voter of votersOf(task)) {
      if (voted.has(`${place} ${voter}`)) wrong.push(`${voter} has voted twice in ${place}`);
      voted.add(`${place} ${voter}`);
    }
  }
  return wrong;
};

function votersOf({ verdict, closedBy, onBehalfOf }: TaskState): readonly string[] {
  if (verdict === undefined || closedBy === undefined || closedBy.personId === 'system') return [];
  return onBehalfOf === undefined || onBehalfOf.personId === closedBy.personId
    ? [closedBy.personId]
    : [closedBy.personId, onBehalfOf.personId];
}

/** A join fires once per activation, and not before its branches are done. */
export const joinsFireOnce: Law = ({ flow, after, events, journal }) => {
  const index = indexFlow(flow);
  const early = events.flatMap(({ event }) => {
    if (event.type !== 'NodeCompleted') return [];
    const node = index.get(event.nodeId)?.node;
    const children = node === undefined ? [] : childrenOf(node);
    const isOpen = children.some(({ id }) => after.marking.nodes[id]?.status === 'open');
    const isStill = after.marking.nodes[event.nodeId]?.round === event.round;
    return isOpen && isStill && after.marking.nodes[event.nodeId]?.status === 'done'
      ? [`${event.nodeId} is done before its branches`]
      : [];
  });
  return [...journal.repeated.map((key) => `${key} happened twice`), ...early];
};

/** Earlier rounds never count: only the current one is live, and it alone decides its step. */
export const roundsAreApart: Law = ({ flow, after }) => {
  const index = indexFlow(flow);
  const rounds = new Map<string, TaskState[]>();
  const wrong: string[] = [];
  for (const task of Object.values(after.marking.tasks)) {
    const node = after.marking.nodes[task.stepId];
    if (node?.round === task.round) {
      rounds.set(task.stepId, [...(rounds.get(task.stepId) ?? []), task]);
    }
    if (isLive(task) && (node?.status !== 'open' || node.round !== task.round)) {
      wrong.push(`${task.taskId} is live in a round that is over`);
    }
  }
  for (const [id, { status, round }] of Object.entries(after.marking.nodes)) {
    const step = index.get(id)?.node;
    if (status !== 'open' || step?.kind !== 'step') continue;
    wrong.push(...wrongRound(step, round, inOrder(rounds.get(id) ?? [])));
  }
  return wrong;
};

function wrongRound(step: StepNode, round: number, tasks: readonly TaskState[]): string[] {
  const name = `${step.id}#${round}`;
  if (tally(step.agreement, tasks) !== undefined) return [`${name} is decided and still open`];
  if (!tasks.some(({ status }) => status === 'open')) return [`${name} has nobody to act`];
  const said = statusesOf(step.agreement, tasks);
  const live = tasks.filter(isLive);
  return live.length === said.size && live.every((t) => said.get(t.taskId) === t.status)
    ? []
    : [`${name}: who acts and who waits is not what the rule says`];
}
