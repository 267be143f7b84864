export interface TrialPeriod {
  readonly from: string;
  readonly until: string;
}

/** The quarter of the calendar before today's, and up to today: enough to judge by. */
export function lastQuarter(today: string): TrialPeriod {
  const now = new Date(`${today}T00:00:00Z`);
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const quarter = Math.floor(now.getUTCMonth() / 3);
  return {
    from: day(new Date(Date.UTC(now.getUTCFullYear(), (quarter - 1) * 3, 1))),
    until: day(now),
  };
}
