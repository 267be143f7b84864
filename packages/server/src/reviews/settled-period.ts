/**
 * What the reviewed and the public see is of weeks that are over. Figures as of this minute would
 * tell a window how the person who has just left has rated it.
 */
import { addDays, weekday, type PlainDate } from '@yichuang/kernel/time';

export interface Period {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** The Sunday before this week's Monday. */
export function settledUntil(today: PlainDate): PlainDate {
  return addDays(today, -weekday(today));
}

/** The year as far as it is settled. */
export function settled({ from, until }: Period, today: PlainDate): Period {
  const last = settledUntil(today);
  return { from, until: until < last ? until : last };
}

/** Whole weeks around a period: from two that differ by a day that day could be read off. */
export function settledWeeks({ from, until }: Period, today: PlainDate): Period {
  const monday = addDays(from, 1 - weekday(from));
  const sunday = addDays(until, 7 - weekday(until));
  return settled({ from: monday, until: sunday }, today);
}
