/**
 * A seat is one place at the table: a member's task with whoever signs before and after it. The
 * step's rule counts seats, so an added signature never weighs more than the member it stands by;
 * who signs `with` a member has a seat of their own.
 *
 * Invariants: removing or adding a signer changes no vote; a seat that one of its tasks rejects is
 * rejected whatever the others would say; tasks asked for an opinion belong to no seat.
 */
import type { Agreement } from './definition.ts';
import { inOrder, isLive, type TaskState, type Vote } from './task.ts';

export interface Seat {
  readonly root: TaskState;
  /** The root and who was added before and after it, at any depth. */
  readonly tasks: readonly TaskState[];
  readonly weight: number;
  readonly verdict: Vote | undefined;
}

/** The seats of one round of one step, in the order in which they sign; removed ones are none. */
export function seatsOf(tasks: readonly TaskState[]): Seat[] {
  const byId = new Map(tasks.map((task) => [task.taskId, task]));
  const members = new Map<string, TaskState[]>();
  for (const task of inOrder(tasks).filter(counts)) {
    const root = rootOf(byId, task).taskId;
    members.set(root, [...(members.get(root) ?? []), task]);
  }
  const roots = inOrder(tasks).filter((task) => isRoot(task) && counts(task));
  return roots.map((root): Seat => {
    const found = members.get(root.taskId) ?? [];
    return { root, tasks: found, weight: root.weight, verdict: verdictOf(root, found) };
  });
}

export function seatOf(tasks: readonly TaskState[], taskId: string): Seat | undefined {
  return seatsOf(tasks).find((seat) => seat.tasks.some((task) => task.taskId === taskId));
}

function counts(task: TaskState): boolean {
  return task.kind !== 'opinion' && task.cause !== 'removed';
}

function isRoot({ kind }: TaskState): boolean {
  return kind === undefined || kind === 'with';
}

/** Up to the task whose seat this is, whether or not one on the way was removed. */
function rootOf(byId: ReadonlyMap<string, TaskState>, task: TaskState): TaskState {
  if (isRoot(task) || task.addedBy === undefined) return task;
  const adder = byId.get(task.addedBy.taskId);
  if (adder === undefined) throw new Error(`task ${task.taskId} was added by nobody`);
  return rootOf(byId, adder);
}

function verdictOf(root: TaskState, tasks: readonly TaskState[]): Vote | undefined {
  if (tasks.some(({ verdict }) => verdict === 'rejected')) return 'rejected';
  if (root.verdict === 'abstained') return 'abstained';
  return tasks.every(({ verdict }) => verdict === 'approved') ? 'approved' : undefined;
}

/**
 * Whether each live task of a round can be acted on or waits: for an opinion that it asked for, for
 * who signs before it, for whom it comes after, for its turn. The only place that knows; voting,
 * adding, removing and recalling all ask it.
 */
export function statusesOf(
  agreement: Agreement,
  tasks: readonly TaskState[],
): ReadonlyMap<string, 'open' | 'waiting'> {
  const seats = seatsOf(tasks);
  const turn =
    agreement.rule === 'in-turn' ? seats.find((seat) => seat.verdict === undefined) : undefined;
  const waits = (task: TaskState): boolean => {
    if (task.kind === 'opinion') return false;
    if (isWaitingForOthers(task, tasks)) return true;
    return turn !== undefined && !turn.tasks.some((other) => other.taskId === task.taskId);
  };
  return new Map(
    inOrder(tasks.filter(isLive)).map((task) => [task.taskId, waits(task) ? 'waiting' : 'open']),
  );
}

function isWaitingForOthers(task: TaskState, tasks: readonly TaskState[]): boolean {
  const adder = tasks.find((other) => other.taskId === task.addedBy?.taskId);
  if (task.kind === 'after' && adder?.verdict !== 'approved') return true;
  const added = tasks.filter((other) => other.addedBy?.taskId === task.taskId);
  if (added.some((other) => other.kind === 'opinion' && isLive(other))) return true;
  return added
    .filter((other) => other.kind === 'before')
    .some((before) => [before, ...besides(tasks, before.taskId)].some(isLive));
}

/** Who was added before and after a task, and before and after those. */
function besides(tasks: readonly TaskState[], taskId: string): TaskState[] {
  const direct = tasks.filter(
    ({ kind, addedBy }) => addedBy?.taskId === taskId && (kind === 'before' || kind === 'after'),
  );
  return direct.flatMap((task) => [task, ...besides(tasks, task.taskId)]);
}

/** The task with all that hangs on it alone: its seat's part below it, and opinions asked for. */
export function partOf(tasks: readonly TaskState[], taskId: string): TaskState[] {
  const own = tasks.filter((task) => task.taskId === taskId);
  const signers = [...own, ...besides(tasks, taskId)];
  const ids = new Set(signers.map((task) => task.taskId));
  const asked = tasks.filter(
    ({ kind, addedBy }) => kind === 'opinion' && addedBy !== undefined && ids.has(addedBy.taskId),
  );
  return [...signers, ...asked];
}

/** How many adders stand between a task and a member by the flow. */
export function depthOf(tasks: readonly TaskState[], taskId: string): number {
  const task = tasks.find((other) => other.taskId === taskId);
  if (task?.addedBy === undefined) return 0;
  return 1 + depthOf(tasks, task.addedBy.taskId);
}
