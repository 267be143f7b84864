/** What the case of a bad review says about it. Pure. */
import { hasEnded, type CaseState } from '@yichuang/kernel/case';
import { inOrder, openTasks, type TaskState } from '@yichuang/kernel/flow';
import type { Instant } from '@yichuang/kernel/time';
import type { Verdict, WorkFacts, WorkPhase } from './review-work.pg.ts';

/** Steps of the item by what they are for: a pack that draws its own keeps these ids. */
const STEPS = { contact: 'contact', mend: 'mend', verdict: 'verdict', callBack: 'call-back' };

const PHASES: readonly (readonly [stepId: string, phase: WorkPhase])[] = [
  [STEPS.contact, 'contact'],
  [STEPS.mend, 'mending'],
  [STEPS.verdict, 'appealed'],
  [STEPS.callBack, 'calling-back'],
];

export function workFacts(state: CaseState): WorkFacts {
  const contact = doneAt(state, STEPS.contact)[0];
  const mended = doneAt(state, STEPS.mend);
  const judged = doneAt(state, STEPS.verdict).at(-1);
  const called = doneAt(state, STEPS.callBack).at(-1);
  const isOver = hasEnded(state) || state.concludedAt !== undefined;
  // Returned from the appeal, it was mended after all; only the last word counts.
  const isUpheld = isOver && judged !== undefined && closed(judged) >= closed(mended.at(-1));
  const isCalled = called !== undefined && closed(called) >= closed(mended.at(-1));
  return {
    phase: isOver ? 'done' : phaseOf(state),
    contacted_at: contact?.closedAt ?? null,
    is_contact_late: contact === undefined ? null : isLate(state, contact),
    mended_at: mended[0]?.closedAt ?? null,
    is_mend_late: mended[0] === undefined ? null : isLate(state, mended[0]),
    called_back_at: isCalled ? (called.closedAt ?? null) : null,
    call_back: isCalled ? text(state, 'callBack') : null,
    verdict: isUpheld ? verdictOf(state) : null,
    verdict_reason: isUpheld ? (judged.opinion ?? '') : null,
    reply: mended.at(-1)?.opinion ?? null,
  };
}

function closed(task: TaskState | undefined): string {
  return task?.closedAt ?? '';
}

function isStep({ stepId }: TaskState, name: string): boolean {
  return stepId === name;
}

/** Approved tasks of such a step, the first first. */
function doneAt({ marking }: CaseState, name: string): TaskState[] {
  return inOrder(Object.values(marking.tasks))
    .filter((task) => isStep(task, name) && task.verdict === 'approved')
    .toSorted((a, b) => (closed(a) < closed(b) ? -1 : 1));
}

function phaseOf({ marking }: CaseState): WorkPhase {
  const [task] = openTasks(marking);
  const found = task && PHASES.find(([name]) => isStep(task, name));
  return found?.[1] ?? 'mending';
}

/** By the limit of its step and round. */
function isLate({ clocks }: CaseState, { stepId, round, closedAt }: TaskState): boolean {
  const overdueAt: Instant | undefined = clocks[`step:${stepId}#${round}`]?.result.overdueAt;
  return overdueAt !== undefined && closedAt !== undefined && closedAt >= overdueAt;
}

function verdictOf({ form }: CaseState): Verdict {
  return form['verdict'] === 'malicious' ? 'malicious' : 'mistaken';
}

function text({ form }: CaseState, field: string): string | null {
  const value = form[field];
  return typeof value === 'string' && value !== '' ? value : null;
}
