import type { TrialLoad } from '@yichuang/contracts';
import { draw } from '@yichuang/kernel/rehearsal';
import {
  addMs,
  civilDate,
  instantMs,
  isWorkingDay,
  startOfDay,
  type Calendar,
  type Instant,
} from '@yichuang/kernel/time';

export interface PlannedFiling {
  /** From 0, in the order of time. */
  readonly index: number;
  readonly at: Instant;
  readonly kind: 'case' | 'letter';
  /** Number of the invented person; some come several times. */
  readonly who: number;
  /** 0 to 1: which item. */
  readonly which: number;
}

/** A moment at which somebody does something. */
export interface Round {
  readonly at: Instant;
  /** Offices are open: staff take their turn. */
  readonly isOffice: boolean;
}

const DAY_MS = 24 * 3_600_000;
export const WEEK_MS = 7 * DAY_MS;
/** Of an office day, minutes after midnight in Shanghai; then the evening, when people write in. */
const OFFICE_MINUTES = [9 * 60 + 20, 10 * 60 + 50, 14 * 60 + 30, 16 * 60 + 20];
const EVENING_MINUTE = 20 * 60;
/** Letters among all that comes in; what comes in the evening or at a weekend. */
const LETTER_SHARE = 0.3;
const EVENING_SHARE = 0.15;
/** One person for so many filings: some are known by their second application. */
const FILINGS_A_PERSON = 2.5;

/** How much is filed altogether. */
export type LoadCounts = Readonly<Record<TrialLoad['size'], number>>;

export const loadCounts: LoadCounts = {
  small: 200,
  medium: 2_000,
};

/** When anybody does anything between two instants. */
export function roundsBetween(from: Instant, until: Instant, calendar: Calendar): Round[] {
  const rounds: Round[] = [];
  for (let at = startOfDay(civilDate(from)); at < until; at = addMs(at, DAY_MS)) {
    const minutes = isWorkingDay(calendar, civilDate(at)) ? OFFICE_MINUTES : [];
    for (const minute of minutes) rounds.push({ at: addMs(at, minute * 60_000), isOffice: true });
    rounds.push({ at: addMs(at, EVENING_MINUTE * 60_000), isOffice: false });
  }
  return rounds.filter(({ at }) => at > from && at < until);
}

/** The same for the same seed: who comes when, with what. */
export function planFilings(
  seed: number,
  count: number,
  rounds: readonly Round[],
): PlannedFiling[] {
  const office = rounds.filter(({ isOffice }) => isOffice);
  const evening = rounds.filter(({ isOffice }) => !isOffice);
  const people = Math.max(1, Math.round(count / FILINGS_A_PERSON));
  const unsorted = Array.from({ length: count }, (_, n) => {
    const isEvening = office.length === 0 || draw(seed, n, 1) < EVENING_SHARE;
    const times = isEvening && evening.length > 0 ? evening : office;
    const round = times[Math.floor(draw(seed, n, 2) * times.length)];
    if (round === undefined) throw new RangeError('no time to file in');
    return {
      n,
      at: round.at,
      kind: draw(seed, n, 3) < LETTER_SHARE ? ('letter' as const) : ('case' as const),
      who: Math.floor(draw(seed, n, 4) * people),
      which: draw(seed, n, 5),
    };
  });
  return unsorted
    .toSorted((a, b) => instantMs(a.at) - instantMs(b.at) || a.n - b.n)
    .map(({ at, kind, who, which }, index) => ({ index, at, kind, who, which }));
}
