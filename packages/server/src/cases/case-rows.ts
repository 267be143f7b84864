/** What a command changes, as rows: the difference between two states. Pure. */
import { createHash } from 'node:crypto';
import {
  hasEnded,
  runningClocks,
  type CaseContext,
  type CaseState,
  type ClockState,
  type Recorded,
  isSuspended,
} from '@yichuang/kernel/case';
import { openTasks, stepOf, type TaskState } from '@yichuang/kernel/flow';
import { eventHash, type HashHex, type Sha256 } from '@yichuang/kernel/ledger';
import {
  addDays,
  civilDate,
  isWorkingDay,
  remainingWorkingDays,
  type Instant,
} from '@yichuang/kernel/time';

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
    state,
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

/** The running clock that falls due first; suspended ones have no end yet. */
export function firstDue(state: CaseState, context: CaseContext): ClockState | undefined {
  return runningClocks(state)
    .filter((clock) => !isSuspended(clock, context))
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

function wasLate(state: CaseState): boolean | null {
  const decided = state.decision?.decidedAt;
  if (decided === undefined) return null;
  return Object.values(state.clocks).some(
    (clock) =>
      (clock.kind === 'statutory' || clock.kind === 'committed') &&
      decided >= clock.result.overdueAt,
  );
}

/** Tasks that are no longer open, by id. */
export function closedTaskIds(before: CaseState | undefined, after: CaseState): string[] {
  if (before === undefined) return [];
  const open = new Set(openTasks(after.marking).map((task) => task.taskId));
  return openTasks(before.marking)
    .map((task) => task.taskId)
    .filter((taskId) => !open.has(taskId));
}

/** Rows of open tasks that are new, or all of them when the due instant has moved. */
export function openTaskRows(
  before: CaseState | undefined,
  after: CaseState,
  context: CaseContext,
): Record<string, unknown>[] {
  if (hasEnded(after)) return [];
  const flow = context.item.flow;
  if (flow === undefined) return [];
  const dueAt = firstDue(after, context)?.result.overdueAt ?? NO_DUE;
  const moved = before === undefined || dueAt !== dueBefore(before, context);
  const known = new Set(before === undefined ? [] : openTasks(before.marking).map((t) => t.taskId));
  return openTasks(after.marking)
    .filter((task) => moved || !known.has(task.taskId))
    .flatMap((task) => rowsOfTask(task, stepOf(flow, task.stepId), dueAt));
}

function dueBefore(before: CaseState, context: CaseContext): Instant {
  return firstDue(before, context)?.result.overdueAt ?? NO_DUE;
}

function rowsOfTask(
  task: TaskState,
  step: ReturnType<typeof stepOf>,
  dueAt: Instant,
): Record<string, unknown>[] {
  return task.posts.map((post) => ({
    post_id: post,
    task_id: task.taskId,
    step_id: task.stepId,
    step_name: step.name,
    duty: step.duty,
    opened_at: task.openedAt,
    due_at: dueAt,
  }));
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

/** Who may see the case from now on: its department, its posts so far, its parties. */
export function readers(before: CaseState | undefined, after: CaseState): string[] {
  const own =
    before === undefined
      ? [
          `org:${after.orgId}`,
          `person:${after.applicant.personId}`,
          `person:${after.contact.personId}`,
        ]
      : [];
  const posts = openTasks(after.marking)
    .filter((task) => before?.marking.tasks[task.taskId] === undefined)
    .flatMap((task) => task.posts.map((post) => `post:${post}`));
  return [...new Set([...own, ...posts])];
}

/** A member of staff did this: their list of what is done. */
export function doneRows(
  events: readonly Recorded[],
  stepName: string,
  act: string,
): Record<string, unknown>[] {
  const last = events.findLast(({ by }) => by.kind === 'staff');
  if (last === undefined) return [];
  const { seq, at, by } = last;
  return [{ person_id: by.personId, at, seq, act, step_name: stepName }];
}
