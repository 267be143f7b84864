import type { Agreement } from './definition.ts';
import { seatsOf, type Seat } from './seats.ts';
import type { TaskState, Verdict } from './task.ts';

/**
 * Whether a round of a step is decided, from the seats of that round alone: votes of earlier rounds
 * never count. `undefined` while it is open. The order of votes does not matter, save for `in-turn`
 * where the first reject decides.
 */
export function tally(agreement: Agreement, tasks: readonly TaskState[]): Verdict | undefined {
  const seats = seatsOf(tasks);
  const rejects = count(seats, 'rejected');
  const isComplete = seats.every((seat) => seat.verdict !== undefined);
  switch (agreement.rule) {
    case 'any':
      if (count(seats, 'approved') > 0) return 'approved';
      if (rejects > 0 && (agreement.rejectCounts === 'at-once' || isComplete)) return 'rejected';
      return undefined;
    case 'all':
      if (rejects > 0 && (agreement.rejectCounts === 'at-once' || isComplete)) return 'rejected';
      return isComplete ? 'approved' : undefined;
    // One seat by the flow; whoever signs with its holder has to agree as well.
    case 'one':
    case 'in-turn':
      if (rejects > 0) return 'rejected';
      return isComplete ? 'approved' : undefined;
    case 'vote':
      return tallyVote(agreement, seats);
  }
}

function count(seats: readonly Seat[], verdict: Verdict): number {
  return seats.filter((seat) => seat.verdict === verdict).length;
}

/** 0.55 × 20 is 11.000000000000002 in binary, but eleven votes of twenty are 55 percent. */
const EPSILON = 1e-9;

/**
 * A vote ends as soon as the threshold is reached or can no longer be reached. An abstention is no
 * weight in favour and leaves the denominator as it is.
 */
function tallyVote(
  agreement: Extract<Agreement, { rule: 'vote' }>,
  seats: readonly Seat[],
): Verdict | undefined {
  const total = weightOf(seats);
  const inFavour = weightOf(seats.filter((seat) => seat.verdict === 'approved'));
  const undecided = weightOf(seats.filter((seat) => seat.verdict === undefined));
  const needed = agreement.share * total;
  const carries = (weight: number): boolean =>
    agreement.isStrict ? weight > needed + EPSILON : weight >= needed - EPSILON;
  if (carries(inFavour)) return 'approved';
  return carries(inFavour + undecided) ? undefined : 'rejected';
}

function weightOf(seats: readonly Seat[]): number {
  return seats.reduce((sum, seat) => sum + seat.weight, 0);
}
