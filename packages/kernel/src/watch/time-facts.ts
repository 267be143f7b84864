/** What moved a limit: excluded procedures 特别程序 and extensions 延期. */
import { civilDate, daysBetween, remainingWorkingDays } from '../time/index.ts';
import type { Calendar, PlainDate } from '../time/index.ts';
import { peopleOf, type Course } from './course.ts';
import type { Subject } from './subject.ts';

/**
 * Each excluded procedure: the days that it took against those that the applicant was told of, and
 * how near the end of the limit it began.
 * @basis 行政许可法 第四十五条: 行政机关应当将所需时间书面告知申请人。
 */
export function suspensionSubjects(course: Course): Subject[] {
  const ends = course.all('SpecialProcedureEnded');
  return course.all('SpecialProcedureStarted').map((started) => {
    const { procedureId, kind, name, startedOn, expectedDays, reason } = started.event;
    const end = ends.find(({ event }) => event.procedureId === procedureId);
    const until = end?.event.endedOn ?? civilDate(course.at);
    const days = workingDaysAfter(course.calendar, startedOn, until);
    return {
      key: `suspension:${procedureId}`,
      evidence: [started.seq, ...(end === undefined ? [] : [end.seq])],
      at: end?.at ?? course.at,
      people: peopleOf(started),
      facts: {
        id: procedureId,
        kind,
        name,
        startedOn,
        expectedDays,
        days,
        daysOver: Math.max(0, days - expectedDays),
        isRunning: end === undefined,
        isStated: course.item.specialProcedures.some((defined) => defined.kind === kind),
        daysLeftThen: daysLeftThen(course, started.seq, startedOn),
        reason,
        reasonLength: [...reason.trim()].length,
      },
    };
  });
}

/** Each extension: how long, the how-manieth, how late in the limit, and with which reason. */
export function extensionSubjects(course: Course): Subject[] {
  return course.all('LimitExtended').map((extended, i) => {
    const { clockId, days, reason } = extended.event;
    const on = civilDate(extended.at);
    return {
      key: `extension:${extended.seq}`,
      evidence: [extended.seq],
      at: extended.at,
      people: peopleOf(extended),
      facts: {
        clock: clockId,
        days,
        count: i + 1,
        reason,
        reasonLength: [...reason.trim()].length,
        daysLeftThen: daysLeftThen(course, extended.seq, on),
        person: extended.by.name,
      },
    };
  });
}

/** Working days left of the statutory limit as it stood before the event; null without one. */
function daysLeftThen(course: Course, seq: number, on: PlainDate): number | null {
  let dueOn: PlainDate | undefined;
  for (const { seq: n, event } of course.events) {
    if (n >= seq) break;
    if (event.type === 'ClockStarted' && event.kind === 'statutory') dueOn = event.result.dueOn;
    if (event.type === 'ClockRevised' && event.clockId === 'statutory') dueOn = event.result.dueOn;
  }
  if (dueOn === undefined) return null;
  return remainingWorkingDays(course.calendar, on, dueOn);
}

function workingDaysAfter(calendar: Calendar, from: PlainDate, until: PlainDate): number {
  if (daysBetween(from, until) <= 0) return 0;
  return remainingWorkingDays(calendar, from, until);
}
