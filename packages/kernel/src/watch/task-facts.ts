import { stepOf, indexFlow, type StepNode } from '../flow/index.ts';
import { civilDate, isWorkingDay, type Instant } from '../time/index.ts';
import { peopleOf, type Course, type Of } from './course.ts';
import { hourOf, secondsBetween } from './shanghai-time.ts';
import type { Subject } from './subject.ts';

/**
 * Each decision of a task: who, how fast, with which words, at what hour. `seconds` is from when
 * the task was open to this person; `readSeconds` from when it was looked at, null if it never was.
 */
export function taskSubjects(course: Course): Subject[] {
  const { calendar } = course;
  const opened = openings(course);
  const read = readings(course);
  const acceptors = new Set(course.all('CaseAccepted').map(({ by }) => by.personId));
  const earlier = new Map<string, string>();
  return course.all('TaskDecided').map((decided) => {
    const { event, at, by, seq } = decided;
    const { taskId, stepId, round, verdict } = event;
    const opening = opened.get(taskId);
    const looked = read.get(taskId);
    const day = civilDate(at);
    const step = stepIn(course, stepId);
    const opinion = event.opinion.trim();
    const before = earlier.get(by.personId);
    earlier.set(by.personId, stepId);
    return {
      key: `task:${taskId}@${seq}`,
      evidence: [opening?.seq, looked?.seq, seq].filter((n) => n !== undefined),
      at,
      people: peopleOf(decided),
      facts: {
        id: taskId,
        step: stepId,
        stepName: step?.name ?? stepId,
        duty: step?.duty ?? '',
        round,
        verdict,
        person: by.name,
        personId: by.personId,
        isStaff: by.kind === 'staff',
        isDeputy: by.onBehalfOf !== undefined,
        opinion,
        opinionLength: [...opinion].length,
        hasBasis: (event.basis ?? []).length > 0,
        isBatch: event.isBatch === true,
        seconds: opening === undefined ? null : secondsBetween(opening.at, at),
        readSeconds: looked === undefined ? null : secondsBetween(looked.at, at),
        hour: hourOf(at),
        isWorkingDay: isWorkingDay(calendar, day),
        day,
        isByAcceptor: acceptors.has(by.personId) && step?.duty !== 'intake',
        alsoDecided: before !== undefined && before !== stepId ? before : null,
      },
    };
  });
}

interface Moment {
  readonly seq: number;
  readonly at: Instant;
}

/** When each task was last open to somebody before it was decided. */
function openings(course: Course): ReadonlyMap<string, Moment> {
  const opened = new Map<string, Moment>();
  const take = (taskId: string, { seq, at }: Moment): void => {
    const known = opened.get(taskId);
    if (known === undefined || known.seq < seq) opened.set(taskId, { seq, at });
  };
  for (const recorded of course.all('StepOpened')) {
    for (const task of recorded.event.tasks) if (!task.waits) take(task.taskId, recorded);
  }
  for (const recorded of course.all('TaskOpened')) take(recorded.event.taskId, recorded);
  for (const recorded of course.all('TaskTransferred')) take(recorded.event.taskId, recorded);
  return opened;
}

function readings(course: Course): ReadonlyMap<string, Of<'TaskRead'>> {
  return new Map(course.all('TaskRead').map((recorded) => [recorded.event.taskId, recorded]));
}

/** Undefined for a step of a flow that the case has been moved away from. */
export function stepIn({ item }: Course, stepId: string): StepNode | undefined {
  if (item.flow === undefined || !indexFlow(item.flow).has(stepId)) return undefined;
  return stepOf(item.flow, stepId);
}
