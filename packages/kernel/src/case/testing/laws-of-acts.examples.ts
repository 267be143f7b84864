/** Laws 6 to 12: what an act may do to votes, people, clocks, the world and the record. */
import { isDeepStrictEqual } from 'node:util';
import { canonicalJson } from '../../ledger/index.ts';
import { isLive, openNodes, type TaskState } from '../../flow/index.ts';
import { computeLimit } from '../../time/index.ts';
import {
  allowedActs,
  decide,
  evolve,
  limitInputOf,
  replay,
  runningClocks,
  type AllowedAct,
  type CaseContext,
  type CaseEvent,
  type CaseState,
  type Command,
  type Recorded,
  type RefusalCode,
} from '../index.ts';
import type { Law, Observed } from './law.examples.ts';
import { CASE_ACTS, isKnown, sensible, TASK_ACTS } from './random-acts.examples.ts';

/** Whoever is added, removed or asked, no vote that was cast becomes another one. */
export const votesStay: Law = ({ before, events, after }) => {
  const recalled = new Set(
    events.flatMap(({ event }) => {
      if (event.type === 'TaskRecalled') return [event.taskId];
      return event.type === 'TaskReturned' ? [event.toTask] : [];
    }),
  );
  return Object.values(before.marking.tasks)
    .filter(({ status, taskId }) => status === 'done' && !recalled.has(taskId))
    .filter((task) => !isSame(task, after.marking.tasks[task.taskId]))
    .map(({ taskId }) => `the vote of ${taskId} became another one`);
};

function isSame(a: unknown, b: unknown): boolean {
  return a === b || isDeepStrictEqual(a, b);
}

/** Whoever loses a task is told why: by an event about that task, with its cause. */
export const losersAreTold: Law = ({ before, events, after }) => {
  const told = new Set(events.flatMap(({ event }) => reasonFor(event)));
  return Object.values(before.marking.tasks)
    .filter(isLive)
    .filter((task) => isLost(task, after.marking.tasks[task.taskId]) && !told.has(task.taskId))
    .map(({ taskId }) => `nobody was told why ${taskId} was lost`);
};

function isLost(task: TaskState, now: TaskState | undefined): boolean {
  if (now === undefined || !isLive(now)) return true;
  return task.holder !== undefined && now.holder?.personId !== task.holder.personId;
}

/** Tasks of which the event tells why their holder has them no longer. */
function reasonFor(event: CaseEvent): readonly string[] {
  switch (event.type) {
    case 'TaskDecided':
    case 'OpinionGiven':
    case 'TaskReleased':
      return [event.taskId];
    case 'TaskClosed':
      return event.cause.length > 0 ? [event.taskId] : [];
    case 'TaskTransferred':
      return event.reason.trim() === '' && event.cause === 'transferred' ? [] : [event.taskId];
    case 'TaskRecalled':
      return [event.taskId, ...event.tasks.map(({ taskId }) => taskId)];
    default:
      return [];
  }
}

/** Refusals that tell the second of two people what the first one did. */
const TOO_LATE: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'task-already-closed',
  'claimed-by-other',
  'case-has-ended',
]);

/** What of two acts on one task only one person can do. */
const VERDICTS: ReadonlySet<Command['type']> = new Set<Command['type']>([
  'ApproveTask',
  'RejectTask',
  'ReturnTask',
]);

/**
 * Of two contradicting acts one wins, the other gets a clear refusal: who has just acted on the
 * task finds it closed, and is told by whom.
 */
export function oneOfTwoWins(command: Command, { after, context }: Observed): readonly string[] {
  if (!VERDICTS.has(command.type) || !('taskId' in command)) return [];
  const task = after.marking.tasks[command.taskId];
  // A return in turn goes to the member before and leaves the task waiting: nothing is closed.
  if (task === undefined || (command.type === 'ReturnTask' && isLive(task))) return [];
  const second = decide(after, { ...command, type: 'ApproveTask', opinion: 'too' }, context);
  if (second.ok) return [`${command.taskId} was decided twice`];
  const [{ code, params }] = second.refusals;
  const isClear = code !== 'task-already-closed' || params?.['by'] !== undefined;
  return TOO_LATE.has(code) && isClear ? [] : [`the second act was refused as ${code}`];
}

/** What is stored is what its input gives; what a clock began with never changes. */
export const budgetsAreKept: Law = ({ before, events, after, context, journal }) => {
  const touched = new Set(
    events.flatMap(({ event }) =>
      event.type === 'ClockStarted' ||
      event.type === 'ClockRevised' ||
      event.type === 'ClockStopped'
        ? [event.clockId]
        : [],
    ),
  );
  const recounted = new Set(
    events.flatMap(({ event }) =>
      event.type === 'ClockRevised' && event.cause === 'calendar-changed' ? [event.clockId] : [],
    ),
  );
  return Object.values(after.clocks).flatMap((clock) => {
    const { clockId, ruleId, from, amount, unit } = clock;
    const was = before.clocks[clockId];
    if (!touched.has(clockId)) {
      return isSame(was, clock) ? [] : [`${clockId} changed and no event says so`];
    }
    const began = journal.clocks.get(clockId) === `${ruleId} ${from} ${amount} ${unit}`;
    const isEarlier =
      was?.stoppedAt === undefined &&
      was?.from === from &&
      clock.result.dueOn < was.result.dueOn &&
      !recounted.has(clockId);
    const isRight =
      clock.stoppedAt !== undefined ||
      isSame(computeLimit(limitInputOf(clock, context)), clock.result);
    return [
      ...(began ? [] : [`${clockId} is not what it began with`]),
      ...(isEarlier ? [`${clockId} is due earlier than before`] : []),
      ...(isRight ? [] : [`${clockId} is not due when its input says`]),
    ];
  });
};

/** Refusals that concern what was entered, or work that is left to do before. */
const ABOUT_CONTENT: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'material-not-checked',
  'material-not-acceptable',
  'fee-quantity-missing',
  'extension-too-long',
  'debt-outstanding',
  'rebase-not-possible',
]);

/** What is offered to a person works, and what is not offered is refused. */
export function offersAreKept(
  state: CaseState,
  context: CaseContext,
  offers: readonly AllowedAct[] = allowedActs(state, context),
): readonly string[] {
  const offered = offers.filter(isKnown);
  const empty = offered.flatMap((act) => {
    const outcome = decide(state, sensible(act, state, 2), context);
    const codes = outcome.ok ? [] : outcome.refusals.map((refusal) => refusal.code);
    return codes
      .filter((code) => !ABOUT_CONTENT.has(code))
      .map((code) => `${act.act} ${act.taskId ?? ''} is offered and refused: ${code}`);
  });
  const taskIds = Object.keys(state.marking.tasks);
  const asked: readonly Pick<AllowedAct, 'act' | 'taskId'>[] = [
    ...CASE_ACTS.map((act) => ({ act })),
    ...taskIds.flatMap((taskId) => TASK_ACTS.map((act) => ({ act, taskId }))),
  ];
  const hidden = asked
    .filter((a) => !offered.some((o) => o.act === a.act && o.taskId === a.taskId))
    .filter((a) => decide(state, sensible(a, state, 0), context).ok)
    .map((a) => `${a.act} ${a.taskId ?? ''} is not offered and works`);
  return [...empty, ...hidden];
}

const EFFECTS: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>([
  'DecisionMade',
  'FeeAssessed',
  'DocumentOrdered',
  'SubcasesOrdered',
  'CaseConcluded',
]);

/** What went out into the world is not taken back by a withdrawal. */
export const effectsStand: Law = ({ before, events }) => {
  if (!events.some(({ event }) => event.type === 'CaseWithdrawn')) return [];
  const issued = Object.values(before.documents).some(
    ({ moment, issuedAt }) =>
      issuedAt !== undefined && (moment === 'other' || moment === 'certificate'),
  );
  const parts = Object.values(before.subcases).flatMap((split) => Object.values(split.parts));
  return [
    ...(issued ? ['withdrawn after a document had gone out'] : []),
    ...(before.fee?.paidAt === undefined ? [] : ['withdrawn after money had come in']),
    ...(before.decision === undefined ? [] : ['withdrawn after the decision']),
    ...(parts.some(({ status }) => status === 'granted') ? ['withdrawn after a part'] : []),
  ];
};

/**
 * A vote that is recalled at once leaves what was before it: the same tasks live, the same nodes
 * open, the same ways straight back. What the vote did to the world cannot be recalled.
 */
export const recallsUndo: Law = ({ before, events, context }) => {
  // What had lapsed by then came first, by the system; it is no part of the vote.
  const first = events.findIndex(
    ({ event, by }) => event.type === 'TaskDecided' && by.kind !== 'system',
  );
  const decided = events[first]?.event;
  if (decided?.type !== 'TaskDecided') return [];
  const at = events.slice(0, first).reduce<CaseState>(evolve, before);
  const vote = events.slice(first);
  const voted = vote.reduce<CaseState>(evolve, at);
  const outcome = decide(voted, { type: 'RecallTask', taskId: decided.taskId }, context);
  if (!outcome.ok) return [];
  const effect = vote.find(({ event }) => EFFECTS.has(event.type))?.event.type;
  const effects = effect === undefined ? [] : [`${effect} was recalled`];
  // What a policy has signed with the vote stays signed, and what follows from that.
  const isAlone = ![...vote, ...outcome.events].some(
    ({ event, by }) => event.type === 'TaskDecided' && by.kind === 'system',
  );
  const clocks = first > 0 || isSame(clocksIn(outcome.state), clocksIn(at));
  return [
    ...effects,
    ...(isAlone ? leftovers(at, outcome.state, decided.stepId) : []),
    ...(isAlone && !clocks ? ['other clocks run after a recall'] : []),
  ];
};

function leftovers(at: CaseState, now: CaseState, stepId: string): readonly string[] {
  const ways = (at.marking.straightBacks ?? []).filter(
    ({ after: id }) => id !== stepId && at.marking.nodes[id]?.status === 'open',
  );
  const kept = now.marking.straightBacks ?? [];
  return [
    ...(isSame(liveIn(now), liveIn(at))
      ? []
      : [`live after a recall: ${liveIn(now).join()}, not ${liveIn(at).join()}`]),
    ...(isSame(openNodes(now.marking), openNodes(at.marking)) ? [] : ['other nodes are open']),
    ...ways
      .filter((way) => !kept.some((found) => isSame(found, way)))
      .map((way) => `the way back to ${way.to} is lost`),
  ];
}

function liveIn({ marking }: CaseState): readonly string[] {
  return Object.values(marking.tasks)
    .filter(isLive)
    .map(({ taskId, status }) => `${taskId} ${status}`)
    .sort();
}

function clocksIn(state: CaseState): readonly string[] {
  return runningClocks(state).map(({ clockId, from, amount }) => `${clockId} ${from} ${amount}`);
}

/** The events of an act survive the database: nothing in them that JSON does not keep. */
export const eventsAreData: Law = ({ before, events, after }) => {
  const stored = JSON.parse(JSON.stringify(events)) as Recorded[];
  const next = before.version + events.length === after.version;
  return [
    ...(isDeepStrictEqual(stored, events) ? [] : ['an event changes on its way through JSON']),
    ...(next ? [] : [`version ${after.version} after ${before.version} and ${events.length}`]),
  ];
};

/** Replaying the events of a case gives its state byte for byte. */
export function replayIsState(past: readonly Recorded[], state: CaseState): readonly string[] {
  const stored = JSON.parse(JSON.stringify(past)) as Recorded[];
  const isNumbered = past.every(({ seq }, i) => seq === i + 1);
  return [
    ...(canonicalJson(replay(stored)) === canonicalJson(state) ? [] : ['replay is not the state']),
    ...(isNumbered ? [] : ['events are not numbered in their order']),
  ];
}

/** A snapshot that went through the database has its keys sorted: nothing may depend on them. */
export function keysDoNotMatter(
  state: CaseState,
  command: Command,
  context: CaseContext,
): readonly string[] {
  const sorted = JSON.parse(canonicalJson(state)) as CaseState;
  return isSame(decide(sorted, command, context), decide(state, command, context))
    ? []
    : [`${command.type} depends on the order of keys`];
}

export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
  return value;
}
