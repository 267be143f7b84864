/** What went back: returns 退回 and recalls 取回. */
import { peopleOf, type Course } from './course.ts';
import { secondsBetween } from './shanghai-time.ts';
import type { Subject } from './subject.ts';
import { stepIn } from './task-facts.ts';

/** Each return, with the how-manieth it is in the case and between these two steps. */
export function returnSubjects(course: Course): Subject[] {
  const times = new Map<string, number>();
  return course.all('StepReturned').map((returned, i) => {
    const { fromStep, toStep, reason } = returned.event;
    const way = `${fromStep}>${toStep}`;
    const n = (times.get(way) ?? 0) + 1;
    times.set(way, n);
    return {
      key: `return:${returned.seq}`,
      evidence: [returned.seq],
      at: returned.at,
      people: peopleOf(returned),
      facts: {
        from: fromStep,
        to: toStep,
        fromName: stepIn(course, fromStep)?.name ?? fromStep,
        toName: stepIn(course, toStep)?.name ?? toStep,
        count: i + 1,
        sameWay: n,
        reason,
        reasonLength: [...reason.trim()].length,
        person: returned.by.name,
      },
    };
  });
}

/**
 * Each recall. `wasRead`: somebody had looked at what followed in between, so that it was no longer
 * between the sender and nobody.
 */
export function recallSubjects(course: Course): Subject[] {
  const reads = course.all('TaskRead');
  return course.all('TaskRecalled').map((recalled) => {
    const { taskId, stepId, undone } = recalled.event;
    const before = course.events.findLast(
      ({ seq, event }) =>
        seq < recalled.seq &&
        (event.type === 'TaskDecided' || event.type === 'TaskTransferred') &&
        event.taskId === taskId,
    );
    const since = before?.seq ?? recalled.seq;
    const read = reads.find(
      ({ seq, by }) => seq > since && seq < recalled.seq && by.personId !== recalled.by.personId,
    );
    return {
      key: `recall:${recalled.seq}`,
      evidence: [before?.seq, read?.seq, recalled.seq].filter((n) => n !== undefined),
      at: recalled.at,
      people: peopleOf(recalled),
      facts: {
        step: stepId,
        stepName: stepIn(course, stepId)?.name ?? stepId,
        undone,
        wasRead: read !== undefined,
        readBy: read?.by.name ?? null,
        seconds: before === undefined ? null : secondsBetween(before.at, recalled.at),
        person: recalled.by.name,
      },
    };
  });
}
