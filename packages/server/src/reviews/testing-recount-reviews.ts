/**
 * What the indicators count of reviews, once more and otherwise: from reviews as they were given
 * and the bare events of the cases in which bad ones are mended, without the fold of the kernel,
 * without `review_work` and its SQL. Days are counted one by one; shared is only which ones work.
 */
import type { CaseEvent } from '@yichuang/kernel/case';
import { addDays, isWorkingDay, type Calendar, type PlainDate } from '@yichuang/kernel/time';

export interface GivenReview {
  readonly orgId: string;
  readonly level: number;
  readonly round: number;
  readonly day: PlainDate;
  /** Of its case, in order; none for a good one. */
  readonly events: readonly { readonly at: string; readonly event: CaseEvent }[];
}

interface ReviewQuestion {
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly calendar: Calendar;
}

/** @returns by office, under the names of the indicators */
export function recountReviews(
  reviews: readonly GivenReview[],
  question: ReviewQuestion,
): Map<string, Record<string, number>> {
  const offices = new Map<string, Record<string, number>>();
  for (const review of reviews) {
    const { round, day, level, orgId } = review;
    if (round !== 1 || day < question.from || day > question.until) continue;
    const counts = offices.get(orgId) ?? nothing();
    offices.set(orgId, counts);
    const work = readWork(review.events, question);
    if (work.isUpheld) continue;
    const add = (name: string, holds: boolean): void => {
      if (holds) counts[name] = (counts[name] ?? 0) + 1;
    };
    add('reviewsValid', true);
    add('reviewsGood', level < 4);
    add('reviewsToMend', level > 3 && (work.doneOn !== undefined || work.isOverdue));
    add('reviewsMended', level > 3 && work.doneOn !== undefined && !work.isLate);
  }
  return offices;
}

function nothing(): Record<string, number> {
  return { reviewsGood: 0, reviewsValid: 0, reviewsToMend: 0, reviewsMended: 0 };
}

function readWork(events: GivenReview['events'], { until, calendar }: ReviewQuestion) {
  let lastDay: PlainDate | undefined;
  let doneOn: PlainDate | undefined;
  let isLate = false;
  // Whether it was mended or appealed last: in the order of the events.
  let lastWord = '';
  let isOver = false;
  for (const { at, event } of events) {
    if (event.type === 'ClockStarted' && event.clockId.startsWith('step:mend#')) {
      lastDay = afterDays(event.from, event.amount, event.unit, calendar);
    }
    if (event.type === 'TaskDecided' && event.verdict === 'approved') {
      if (event.stepId === 'mend' && doneOn === undefined) {
        doneOn = dayOf(at);
        isLate = lastDay !== undefined && doneOn > lastDay;
      }
      if (event.stepId === 'mend' || event.stepId === 'verdict') lastWord = event.stepId;
    }
    if (event.type === 'CaseConcluded') isOver = true;
  }
  const isOverdue = !isOver && lastDay !== undefined && lastDay <= until;
  return { doneOn, isLate, isOverdue, isUpheld: isOver && lastWord === 'verdict' };
}

/** The day after is the first; on a limit in calendar days none is left out but the last. */
function afterDays(from: PlainDate, amount: number, unit: 'WD' | 'CD', calendar: Calendar) {
  let day = from;
  for (let left = amount; left > 0;) {
    day = addDays(day, 1);
    if (unit === 'CD' || isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

function dayOf(at: string): PlainDate {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10) as PlainDate;
}
