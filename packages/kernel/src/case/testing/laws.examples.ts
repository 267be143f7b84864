/** The laws of the operations that hold after any sequence of acts, each as one check. */
import { expect } from 'vitest';
import { canonicalJson } from '../../ledger/index.ts';
import {
  childrenOf,
  indexFlow,
  openNodes,
  openTasks,
  statusesOf,
  tally,
  tasksOfRound,
} from '../../flow/index.ts';
import type { FlowDefinition, FlowNode, TaskState } from '../../flow/index.ts';
import { computeLimit } from '../../time/index.ts';
import {
  allowedActs,
  decide,
  evolve,
  hasEnded,
  limitInputOf,
  replay,
  runningClocks,
  runningProcedures,
  type CaseContext,
  type CaseState,
  type Command,
  type Recorded,
  type RefusalCode,
} from '../index.ts';
import { CASE_ACTS, isKnown, sensible, TASK_ACTS } from './random-acts.examples.ts';

export function checkLaws(past: readonly Recorded[], state: CaseState, context: CaseContext): void {
  const { flow } = context.item;
  if (flow === undefined) throw new Error('the laws are about flows');
  checkAliveOrEnded(flow, state);
  checkTreeIsSound(flow, state);
  checkTasks(flow, past, state);
  checkOncePerActivation(past);
  checkClocks(past, state, context);
}

/** Laws 1 and 2: something is awaited, or nothing is left. */
function checkAliveOrEnded(flow: FlowDefinition, state: CaseState): void {
  const open = Object.entries(state.marking.nodes)
    .filter(([, node]) => node.status === 'open')
    .map(([id]) => id);
  const live = Object.values(state.marking.tasks).filter(
    (task) => task.status === 'open' || task.status === 'waiting',
  );
  if (hasEnded(state)) {
    expect(live).toEqual([]);
    expect(open).toEqual([]);
    // Of a grant, what was promised in writing is still checked after the end.
    const running = runningClocks(state).filter(({ kind }) => kind !== 'debt');
    expect(running).toEqual([]);
    if (state.outcome !== 'granted') expect(runningClocks(state)).toEqual([]);
    expect(runningProcedures(state)).toEqual([]);
    return;
  }
  const awaited = open.filter((id) => isAwaiting(indexFlow(flow).get(id)?.node, state));
  expect(openTasks(state.marking).length + awaited.length).toBeGreaterThan(0);
}

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
function checkTreeIsSound(flow: FlowDefinition, state: CaseState): void {
  const { nodes } = state.marking;
  for (const { node, parent } of indexFlow(flow).values()) {
    const status = nodes[node.id]?.status;
    const children = childrenOf(node);
    const openChildren = children.filter((child) => nodes[child.id]?.status === 'open');
    if (children.length > 0) {
      expect([node.id, openChildren.length > 0]).toEqual([node.id, status === 'open']);
    }
    if (node.kind === 'sequence' || node.kind === 'choice') {
      expect(openChildren.length).toBeLessThanOrEqual(1);
    }
    if (status !== 'open' || parent === undefined) continue;
    expect([parent.id, nodes[parent.id]?.status]).toEqual([parent.id, 'open']);
    if (parent.kind === 'choice' || parent.kind === 'parallel') {
      const branch = parent.branches.find((b) => b.node === node);
      expect(nodes[parent.id]?.branches).toContain(branch?.id);
    }
  }
}

/**
 * Laws 3 and 5: one open task per step, round and person or post; only the current round is open,
 * and what waits in it is what the one function says.
 */
function checkTasks(flow: FlowDefinition, past: readonly Recorded[], state: CaseState): void {
  const held = new Set<string>();
  const moved = new Set(
    past.flatMap(({ event }) =>
      event.type === 'TaskTransferred' && 'post' in event.to ? [event.taskId] : [],
    ),
  );
  for (const task of Object.values(state.marking.tasks)) {
    const node = state.marking.nodes[task.stepId];
    if (task.status === 'closed') expect(task.cause).toBeDefined();
    if (task.status !== 'open' && task.status !== 'waiting') continue;
    expect([task.taskId, node?.status, node?.round]).toEqual([task.taskId, 'open', task.round]);
    // A post of the flow once for each member; a list to which policies move tasks takes more.
    const posts = moved.has(task.taskId) ? [] : task.posts;
    const holders = task.holder === undefined ? posts : [`person ${task.holder.personId}`];
    for (const holder of holders) {
      const key = `${task.stepId} ${task.round} ${holder}`;
      expect([key, held.has(key)]).toEqual([key, false]);
      held.add(key);
    }
  }
  for (const [id, node] of Object.entries(state.marking.nodes)) {
    const step = indexFlow(flow).get(id)?.node;
    if (step?.kind !== 'step' || node.status !== 'open') continue;
    const tasks = tasksOfRound(state.marking, id, node.round);
    expect(tally(step.agreement, tasks)).toBeUndefined();
    expect(tasks.some((task) => task.status === 'open')).toBe(true);
    const live = tasks.filter((task) => task.status === 'open' || task.status === 'waiting');
    expect(Object.fromEntries(live.map((task) => [task.taskId, task.status]))).toEqual(
      Object.fromEntries(statusesOf(step.agreement, tasks)),
    );
    checkOneVote(tasks);
  }
}

/** Nobody has signed twice in a round, in whatever capacity. */
function checkOneVote(tasks: readonly TaskState[]): void {
  const signed = tasks
    .filter(({ verdict, closedBy }) => verdict !== undefined && closedBy?.personId !== 'system')
    .flatMap(({ closedBy, onBehalfOf }) => [closedBy?.personId, onBehalfOf?.personId])
    .filter((id) => id !== undefined);
  expect(signed).toEqual([...new Set(signed)]);
}

/**
 * Law 4: a node completes once per round, a step is decided once per round, a case once. A recall
 * takes back what it names, and only that may happen once more.
 */
function checkOncePerActivation(past: readonly Recorded[]): void {
  const seen = new Set<string>();
  for (const { event } of past) {
    for (const undone of undoneBy(event)) seen.delete(undone);
    const key = activationOf(event);
    if (key === undefined) continue;
    expect([key, seen.has(key)]).toEqual([key, false]);
    seen.add(key);
  }
}

function undoneBy(event: Recorded['event']): string[] {
  if (event.type === 'TaskReturned') return event.tasks.map(({ taskId }) => `task ${taskId}`);
  if (event.type !== 'TaskRecalled') return [];
  const isOpenAgain = event.reopenedNodes.includes(event.stepId);
  return [
    ...event.tasks.map(({ taskId }) => `task ${taskId}`),
    ...(isOpenAgain ? [`step ${event.stepId}#${event.round}`] : []),
  ];
}

function activationOf(event: Recorded['event']): string | undefined {
  switch (event.type) {
    case 'NodeCompleted':
      return `node ${event.nodeId}#${event.round}`;
    case 'StepCompleted':
      return `step ${event.stepId}#${event.round}`;
    case 'StepOpened':
      return `open ${event.stepId}#${event.round}`;
    case 'TaskDecided':
    case 'TaskClosed':
    case 'OpinionGiven':
      return `task ${event.taskId}`;
    case 'DecisionMade':
    case 'CaseConcluded':
    case 'PaymentRecorded':
    case 'FlowEnded':
      return event.type;
    default:
      return undefined;
  }
}

/** Law 6: whoever is added, removed or asked, no vote that was cast becomes another one. */
export function checkVotesStay(before: CaseState, events: readonly Recorded[], after: CaseState) {
  const recalled = new Set(
    events.flatMap(({ event }) => {
      if (event.type === 'TaskRecalled') return [event.taskId];
      return event.type === 'TaskReturned' ? [event.toTask] : [];
    }),
  );
  for (const task of Object.values(before.marking.tasks)) {
    if (task.status !== 'done' || recalled.has(task.taskId)) continue;
    expect(after.marking.tasks[task.taskId]).toEqual(task);
  }
}

/**
 * A vote that is recalled at once leaves what was before it: the same tasks live, the same nodes
 * open, the same ways straight back. Law 11: what the vote did to the world cannot be recalled.
 */
export function checkRecall(state: CaseState, events: readonly Recorded[], context: CaseContext) {
  // What had lapsed by then came first, by the system; it is no part of the vote.
  const first = events.findIndex(
    ({ event, by }) => event.type === 'TaskDecided' && by.kind !== 'system',
  );
  const decided = events[first]?.event;
  if (decided?.type !== 'TaskDecided') return;
  const before = events.slice(0, first).reduce<CaseState>(evolve, state);
  const vote = events.slice(first);
  const voted = vote.reduce<CaseState>(evolve, before);
  const { taskId } = decided;
  const outcome = decide(voted, { type: 'RecallTask', taskId }, context);
  if (!outcome.ok) return;
  const effects: Recorded['event']['type'][] = [
    'DecisionMade',
    'FeeAssessed',
    'DocumentOrdered',
    'SubcasesOrdered',
    'CaseConcluded',
  ];
  expect(vote.filter(({ event }) => effects.includes(event.type))).toEqual([]);
  const live = ({ marking }: CaseState) =>
    Object.values(marking.tasks)
      .filter(({ status }) => status === 'open' || status === 'waiting')
      .map(({ taskId: id, status }) => `${id} ${status}`)
      .sort();
  const open = ({ marking }: CaseState) => openNodes(marking);
  const clocks = (of: CaseState) =>
    runningClocks(of).map(({ clockId, from, amount }) => [clockId, from, amount]);
  const { state: after } = outcome;
  expect(live(after)).toEqual(live(before));
  expect(open(after)).toEqual(open(before));
  if (first === 0) expect(clocks(after)).toEqual(clocks(before));
  // Where data changed the way, its entry lies idle: the corrected step is done, nothing is due.
  const ways = (before.marking.straightBacks ?? []).filter(
    ({ after: id }) => id !== decided.stepId && before.marking.nodes[id]?.status === 'open',
  );
  for (const way of ways) expect(after.marking.straightBacks).toContainEqual(way);
}

/** Law 9: what is stored is what its input gives; what a clock began with never changes. */
function checkClocks(past: readonly Recorded[], state: CaseState, context: CaseContext): void {
  for (const clock of runningClocks(state)) {
    const last = past.findLast(
      ({ event }) =>
        (event.type === 'ClockStarted' || event.type === 'ClockRevised') &&
        event.clockId === clock.clockId,
    );
    const at = last?.at ?? context.at;
    expect(computeLimit(limitInputOf(clock, { ...context, at }))).toEqual(clock.result);
    const first = past.find(
      ({ event }) => event.type === 'ClockStarted' && event.clockId === clock.clockId,
    );
    expect(first?.event).toMatchObject({ from: clock.from, amount: clock.amount });
  }
}

/**
 * Law 12, one act: the events as the database gives them back, folded on the state before, are the
 * state after. Over a whole run that makes {@link checkReplay}, which costs more.
 */
export function checkFold(before: CaseState, events: readonly Recorded[], after: CaseState): void {
  const stored = JSON.parse(JSON.stringify(events)) as Recorded[];
  expect(stored.reduce<CaseState>(evolve, before)).toStrictEqual(after);
}

/** Law 12: the fold of the events, from memory or from JSON, is the state. */
export function checkReplay(past: readonly Recorded[], state: CaseState): void {
  const stored = JSON.parse(JSON.stringify(past)) as Recorded[];
  expect(replay(stored)).toStrictEqual(state);
  expect(canonicalJson(replay(past))).toBe(canonicalJson(state));
  expect(past.map(({ seq }) => seq)).toEqual(past.map((_, i) => i + 1));
}

/** Refusals that concern what was entered, or work that is left to do before. */
const ABOUT_CONTENT: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'material-not-checked',
  'material-not-acceptable',
  'fee-quantity-missing',
  'extension-too-long',
  'debt-outstanding',
  'rebase-not-possible',
]);

/** Law 10: what is offered works, and what is not offered is refused. */
export function checkAllowed(state: CaseState, context: CaseContext): void {
  const offered = allowedActs(state, context).filter(isKnown);
  for (const act of offered) {
    const outcome = decide(state, sensible(act, state, 2), context);
    const codes = outcome.ok ? [] : outcome.refusals.map((refusal) => refusal.code);
    expect([act, codes.filter((code) => !ABOUT_CONTENT.has(code))]).toEqual([act, []]);
  }
  const taskIds = Object.keys(state.marking.tasks);
  const asked: { act: (typeof TASK_ACTS)[number] | (typeof CASE_ACTS)[number]; taskId?: string }[] =
    [
      ...CASE_ACTS.map((act) => ({ act })),
      ...taskIds.flatMap((taskId) => TASK_ACTS.map((act) => ({ act, taskId }))),
    ];
  for (const { act, taskId } of asked) {
    if (offered.some((o) => o.act === act && o.taskId === taskId)) continue;
    const command = sensible(taskId === undefined ? { act } : { act, taskId }, state, 0);
    expect([command, decide(state, command, context).ok]).toEqual([command, false]);
  }
}

/** A snapshot that went through the database has its keys sorted: nothing may depend on them. */
export function checkKeyOrder(state: CaseState, command: Command, context: CaseContext): void {
  const sorted = JSON.parse(canonicalJson(state)) as CaseState;
  expect(decide(sorted, command, context)).toEqual(decide(state, command, context));
}

export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
  return value;
}
