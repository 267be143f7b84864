/** What a command changes, as rows: the difference between two states. Pure. */
import { createHash } from 'node:crypto';
import {
  hasEnded,
  isRight,
  isWithheld,
  LETTERS_OFFICE,
  runningClocks,
  SPECIAL_LETTERS,
  type CaseContext,
  type CaseState,
  type ClockState,
  type ItemDefinition,
  type Recorded,
  isSuspended,
  type Addressee,
  type PersonRef,
  type ReadingState,
} from '@yichuang/kernel/case';
import { openNodes, openTasks, placeOf, stepOf } from '@yichuang/kernel/flow';
import { eventHash, type HashHex, type Sha256 } from '@yichuang/kernel/ledger';
import {
  addDays,
  civilDate,
  isWorkingDay,
  remainingWorkingDays,
  type Instant,
} from '@yichuang/kernel/time';
import { textsOf } from './case-texts.ts';

export const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest();

/** Sorts after every real instant; open tasks without a running clock come last. */
const NO_DUE: Instant = '9999-12-31T00:00:00.000Z' as Instant;

/** Row types of `write_case`; names are the columns'. */
export interface EventRow {
  readonly seq: number;
  readonly day: string;
  readonly at: string;
  readonly type: string;
  readonly actor: unknown;
  readonly data: unknown;
  readonly prev_hash: string | null;
  readonly hash: string;
}

/** What is hashed: the event with its case, so that it cannot be moved to another one. */
export function hashedEvent(tenantId: string, caseId: string, recorded: Recorded): unknown {
  return { tenantId, caseId, ...recorded };
}

export function eventRows(
  tenantId: string,
  caseId: string,
  events: readonly Recorded[],
  head: HashHex | null,
): EventRow[] {
  let prev = head;
  return events.map((recorded) => {
    const hash = eventHash(prev, hashedEvent(tenantId, caseId, recorded), sha256);
    const { type, ...data } = recorded.event;
    const row: EventRow = {
      seq: recorded.seq,
      day: civilDate(recorded.at),
      at: recorded.at,
      type,
      actor: recorded.by,
      data,
      prev_hash: prev,
      hash,
    };
    prev = hash;
    return row;
  });
}

export function caseRow(
  state: CaseState,
  context: CaseContext,
  facts: { readonly headHash: string; readonly passwordHash: string },
): Record<string, unknown> {
  const first = firstDue(state, context);
  const suspended = runningClocks(state).some((clock) => isSuspended(clock, context));
  return {
    number: state.number,
    version: state.version,
    head_hash: facts.headHash,
    item_code: state.itemCode,
    item_version: state.itemVersion,
    item_name: state.itemName,
    org_id: state.orgId,
    applicant_id: state.applicant.personId,
    contact_id: state.contact.personId,
    applicant_name: state.applicant.name,
    phase: state.phase,
    received_at: state.receivedAt,
    changed_at: context.at,
    due_on: first?.result.dueOn ?? null,
    warn_at: first?.result.warnAt ?? null,
    overdue_at: first?.result.overdueAt ?? null,
    is_suspended: suspended,
    outcome: state.outcome ?? null,
    concluded_on: state.concludedOn ?? null,
    working_days: workingDaysTaken(state, context),
    was_late: wasLate(state),
    password_hash: facts.passwordHash,
  };
}

/**
 * The running clock that falls due first; suspended ones have no end yet, and what is somebody's
 * right is nobody's duty.
 */
export function firstDue(state: CaseState, context: CaseContext): ClockState | undefined {
  return runningClocks(state)
    .filter((clock) => !isRight(clock.kind) && !isSuspended(clock, context))
    .toSorted((a, b) => (a.result.overdueAt < b.result.overdueAt ? -1 : 1))[0];
}

/** Working days from acceptance to decision without those of special procedures. */
export function workingDaysTaken(state: CaseState, context: CaseContext): number | null {
  const { acceptedOn, decision } = state;
  if (acceptedOn === undefined || decision === undefined) return null;
  const all = remainingWorkingDays(context.calendar, acceptedOn, decision.decidedOn);
  const suspended = new Set<string>();
  for (const procedure of state.specialProcedures) {
    let day = procedure.startedOn;
    const end = procedure.endedOn ?? decision.decidedOn;
    while (day < end && day < decision.decidedOn) {
      day = addDays(day, 1);
      if (isWorkingDay(context.calendar, day)) suspended.add(day);
    }
  }
  return Math.max(0, all - suspended.size);
}

/** A letter keeps the verdict on its first answer: a further round has a limit of its own. */
function wasLate(state: CaseState): boolean | null {
  const decided = state.letter?.answers[0]?.answeredAt ?? state.decision?.decidedAt;
  if (decided === undefined) return null;
  return Object.values(state.clocks).some(
    (clock) =>
      (clock.kind === 'statutory' || clock.kind === 'committed') &&
      decided >= clock.result.overdueAt,
  );
}

/** A row of somebody's to-do list: a task of the flow, or a duty that no step stands for. */
interface ListedTask {
  readonly taskId: string;
  /** On whose lists: posts, or `person:<id>` of who alone may act. */
  readonly keys: readonly string[];
  readonly isRead: boolean;
  readonly stepId: string;
  readonly stepName: string;
  readonly duty: string;
  readonly openedAt: Instant;
}

/**
 * Open tasks of the flow, and two duties outside it: a fee that waits to be collected by whoever is
 * a cashier, and a concluded case that waits for the archive.
 */
function listedTasks(state: CaseState, { flow }: ItemDefinition): ListedTask[] {
  if (flow === undefined) return [];
  if (state.phase === 'concluded') {
    // An approval within the offices is filed with the offices' papers, not with licences; a
    // letter may be opened again by its sender.
    if (state.lifecycle !== undefined) return [];
    return [dutyOf('archive', 'archive', textsOf['zh-CN'].timeline.CaseArchived, state)];
  }
  // While the applicant corrects, the office has nothing to do.
  if (hasEnded(state) || state.phase === 'correction-pending') return [];
  const tasks = openTasks(state.marking).map((task): ListedTask => {
    const { name, duty } = stepOf(flow, task.stepId);
    const { taskId, stepId, openedAt } = task;
    const keys = task.holder === undefined ? task.posts : [personKey(task.holder)];
    const isRead = task.readAt !== undefined;
    return { taskId, keys, isRead, stepId, stepName: name, duty, openedAt };
  });
  const isOwed = state.fee !== undefined && state.fee.amountFen > 0;
  if (!isOwed || state.fee.paidAt !== undefined) return tasks;
  const wait = openNodes(state.marking)
    .map((id) => placeOf(flow, id).node)
    .find((node) => node.kind === 'wait' && node.until === 'payment');
  if (wait === undefined) return tasks;
  return [...tasks, dutyOf('payment', 'cashier', wait.name, state)];
}

function dutyOf(
  taskId: string,
  capability: string,
  stepName: string,
  state: CaseState,
): ListedTask {
  const openedAt = state.concludedAt ?? state.fee?.assessedAt ?? state.receivedAt;
  const keys = [capabilityPost(capability)];
  return { taskId, keys, isRead: true, stepId: taskId, stepName, duty: taskId, openedAt };
}

/** In lists, whoever has a capability is like the holder of a post of this name. */
export function capabilityPost(capability: string): string {
  return `capability:${capability}`;
}

export function personKey({ personId }: Pick<PersonRef, 'personId'>): string {
  return `person:${personId}`;
}

/** On other lists than before, or on none: the rows of these tasks are removed. */
export function closedTaskIds(
  before: CaseState | undefined,
  after: CaseState,
  { item }: CaseContext,
): string[] {
  if (before === undefined) return [];
  const now = new Map(listedTasks(after, item).map((task) => [task.taskId, keysOf(task)]));
  return listedTasks(before, item)
    .filter((task) => now.get(task.taskId) !== keysOf(task))
    .map((task) => task.taskId);
}

function keysOf({ keys }: ListedTask): string {
  return keys.join(' ');
}

/** Rows of open tasks that are new, or all of them when the due instant has moved. */
export function openTaskRows(
  before: CaseState | undefined,
  after: CaseState,
  context: CaseContext,
): Record<string, unknown>[] {
  const dueAt = dueInstant(after, context);
  const hasMoved = before === undefined || dueAt !== dueInstant(before, context);
  const known = new Set(before === undefined ? [] : listedTasks(before, context.item).map(lookOf));
  return listedTasks(after, context.item)
    .filter((task) => hasMoved || !known.has(lookOf(task)))
    .flatMap((task) =>
      task.keys.map((key) => ({
        post_id: key,
        task_id: task.taskId,
        step_id: task.stepId,
        step_name: task.stepName,
        duty: task.duty,
        opened_at: task.openedAt,
        due_at: dueAt,
        is_read: task.isRead,
      })),
    );
}

/** What a row shows of a task; another look is another row. */
function lookOf(task: ListedTask): string {
  return `${task.taskId} ${task.isRead} ${keysOf(task)}`;
}

function dueInstant(state: CaseState, context: CaseContext): Instant {
  return firstDue(state, context)?.result.overdueAt ?? NO_DUE;
}

export function clockRows(
  before: CaseState | undefined,
  after: CaseState,
  context: CaseContext,
): Record<string, unknown>[] {
  return Object.values(after.clocks)
    .filter((clock) => before?.clocks[clock.clockId] !== clock)
    .map((clock) => ({
      clock_id: clock.clockId,
      kind: clock.kind,
      rule_id: clock.ruleId,
      due_on: clock.result.dueOn,
      warn_at: clock.result.warnAt,
      overdue_at: clock.result.overdueAt,
      is_suspended: isSuspended(clock, context),
      is_provisional: clock.result.provisional,
      stopped_at: clock.stoppedAt ?? null,
    }));
}

/**
 * Who may see the case from now on: its department and its posts so far. An approval within the
 * offices is the applicant's and those' who have it: colleagues read nobody's sick leave. Parties
 * outside see their case as applicants, never as those who work on it.
 */
export function readers(
  before: CaseState | undefined,
  after: CaseState,
  context: CaseContext,
): string[] {
  const { item } = context;
  const parties = [after.applicant, after.contact].map(({ personId }) => `applicant:${personId}`);
  const home = homeReaders(after, context);
  const homeBefore = before === undefined ? [] : homeReaders(before, context);
  const moved = home.filter((key) => !homeBefore.includes(key));
  const own = before === undefined ? [...home, ...parties] : moved;
  const back = before !== undefined && opensAgain(before, after, item) ? handledBy(after) : [];
  const known = new Set(before === undefined ? [] : listedTasks(before, item).map(lookOf));
  const handlers = listedTasks(after, item)
    .filter((task) => !known.has(lookOf(task)))
    .flatMap((task) => task.keys.map(readerKey));
  const copied = newReadings(before, after).map(({ to }) => addresseeKey(to));
  return [...new Set([...own, ...back, ...handlers, ...copied])];
}

/**
 * Who has lost the sight of the case by this command: of a letter that becomes sensitive the office
 * at large, of one that no longer is so those appointed for such letters. See also `keptReaders`.
 */
export function droppedReaders(
  before: CaseState | undefined,
  after: CaseState,
  context: HomeContext,
): string[] {
  if (before === undefined) return [];
  const home = homeReaders(after, context);
  const handlers = new Set(
    listedTasks(after, context.item).flatMap((task) => task.keys.map(readerKey)),
  );
  return homeReaders(before, context).filter((key) => !home.includes(key) && !handlers.has(key));
}

/** Whether those who were kept from the letter may read it again: it is withheld no longer. */
function opensAgain(before: CaseState, after: CaseState, item: ItemDefinition): boolean {
  if (after.letter === undefined) return false;
  return isWithheld(before, item) && !isWithheld(after, item);
}

/** Posts and persons who have, or had, a task of it. */
function handledBy({ marking }: CaseState): string[] {
  return Object.values(marking.tasks).flatMap(({ posts, holder }) =>
    [...posts, ...(holder === undefined ? [] : [personKey(holder)])].map(readerKey),
  );
}

/** Of leaders, whose reports lead from each figure to its letters. */
const LETTER_REPORTS = 'letter-reports';

/**
 * Who extends its limit has to see it before it is theirs to sign.
 * @basis 信访工作条例 第三十四条: 情况复杂的，经本机关、单位负责人批准，可以适当延长办理期限
 */
const HEAD_OF_UNIT = 'leader';

type HomeContext = Pick<CaseContext, 'item' | 'postOf'>;

/**
 * A letter is never open to a whole department: its own office reads it, the leaders who judge by
 * the reports, and the head of the unit that has it; what is withheld only the few appointed.
 */
function homeReaders(state: CaseState, { item, postOf }: HomeContext): string[] {
  switch (state.lifecycle) {
    case 'internal': {
      // Orders are their office's, not the writer's own: whoever may write one reads all of them.
      const { startCapability: right } = item;
      const colleagues = right === undefined ? [] : [readerKey(capabilityPost(right))];
      return [personKey(state.applicant), ...colleagues];
    }
    case 'letter': {
      if (isWithheld(state, item)) return [readerKey(capabilityPost(SPECIAL_LETTERS))];
      const rights = [LETTERS_OFFICE, LETTER_REPORTS].map(capabilityPost);
      const unit = state.letter?.unit;
      const head = unit === undefined ? undefined : postOf?.(HEAD_OF_UNIT, unit);
      return [...rights, ...(head === undefined ? [] : [head])].map(readerKey);
    }
    default:
      return [`org:${state.orgId}`];
  }
}

/** Of a list's key: persons keep their prefix, everything else is a post. */
export function readerKey(key: string): string {
  return key.startsWith('person:') ? key : `post:${key}`;
}

function addresseeKey(to: Addressee): string {
  return 'post' in to ? `post:${to.post}` : personKey(to);
}

/**
 * Who goes on reading a withheld letter when it is marked or goes to another unit: those appointed,
 * its sender, and who has it now or worked on its answer. Undefined where nobody's sight ends so.
 */
export function keptReaders(
  before: CaseState | undefined,
  after: CaseState,
  context: HomeContext,
): string[] | undefined {
  const { item } = context;
  if (before?.letter === undefined || !isWithheld(after, item)) return undefined;
  const hasMoved = before.letter.unit !== after.letter?.unit;
  if (!hasMoved && isWithheld(before, item)) return undefined;
  const parties = [after.applicant, after.contact].map(({ personId }) => `applicant:${personId}`);
  const listed = listedTasks(after, item).flatMap(({ keys }) => keys.map(readerKey));
  // Units that take part (协办) were given it with the referral.
  const since = after.letter?.referrals.at(-1)?.at ?? after.receivedAt;
  const copied = Object.values(after.readings ?? {}).filter(({ at }) => at >= since);
  return [
    ...homeReaders(after, context),
    ...parties,
    ...listed,
    ...workers(after, item),
    ...copied.map(({ to }) => addresseeKey(to)),
  ];
}

/** Who registered or received it has passed it on; who wrote or checked its answer has not. */
function workers({ marking }: CaseState, { flow }: ItemDefinition): string[] {
  if (flow === undefined) return [];
  return Object.values(marking.tasks)
    .filter(({ stepId, round }) => {
      const isLatest = round === marking.nodes[stepId]?.round;
      return isLatest && stepOf(flow, stepId).duty !== 'intake';
    })
    .flatMap(({ posts, holder }) => (holder === undefined ? posts : [personKey(holder)]))
    .map(readerKey);
}

function newReadings(before: CaseState | undefined, after: CaseState): ReadingState[] {
  return Object.values(after.readings ?? {}).filter(
    (reading) => before?.readings?.[reading.readingId] !== reading,
  );
}

export function readingRows(
  before: CaseState | undefined,
  after: CaseState,
): Record<string, unknown>[] {
  return newReadings(before, after).map((reading) => ({
    reading_id: reading.readingId,
    reader: addresseeKey(reading.to),
    kind: reading.kind,
    from_name: reading.from.name,
    note: reading.note,
    at: reading.at,
    read_at: reading.readAt ?? null,
    read_by: reading.readBy?.personId ?? null,
  }));
}

/** Looking at a task or taking it up is not doing it. */
const NOT_DONE: ReadonlySet<string> = new Set([
  'ReadTask',
  'ClaimTask',
  'ReleaseTask',
  'ReadCopy',
  'UrgeCase',
]);

/** A member of staff did this: their list of what is done. */
export function doneRows(
  events: readonly Recorded[],
  stepName: string,
  act: string,
): Record<string, unknown>[] {
  const last = events.findLast(({ by }) => by.kind === 'staff');
  if (last === undefined || NOT_DONE.has(act)) return [];
  const { seq, at, by } = last;
  // What a deputy did is done for the principal too, who wants to see it when back.
  const people = [by.personId, ...(by.onBehalfOf === undefined ? [] : [by.onBehalfOf.personId])];
  return people.map((personId) => ({ person_id: personId, at, seq, act, step_name: stepName }));
}
