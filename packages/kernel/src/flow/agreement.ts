import type { Agreement } from './definition.ts';
import type { TaskState, Verdict } from './marking.ts';

/**
 * Whether a round of a step is decided, from the tasks of that round alone: votes of earlier rounds
 * never count. `undefined` while it is open. The order of votes does not matter, save for `in-turn`
 * where the first reject decides.
 */
export function tally(agreement: Agreement, tasks: readonly TaskState[]): Verdict | undefined {
  const approvals = tasks.filter((task) => task.verdict === 'approved');
  const rejects = tasks.filter((task) => task.verdict === 'rejected');
  const isComplete = approvals.length + rejects.length === tasks.length;
  switch (agreement.rule) {
    case 'one':
    case 'any':
      if (approvals.length > 0) return 'approved';
      if (rejects.length === 0) return undefined;
      if (agreement.rule === 'one' || agreement.rejectCounts === 'at-once') return 'rejected';
      return isComplete ? 'rejected' : undefined;
    case 'all':
      if (rejects.length > 0 && (agreement.rejectCounts === 'at-once' || isComplete)) {
        return 'rejected';
      }
      return isComplete ? 'approved' : undefined;
    case 'in-turn':
      if (rejects.length > 0) return 'rejected';
      return isComplete ? 'approved' : undefined;
    case 'vote':
      return tallyVote(agreement, tasks);
  }
}

/** 0.55 × 20 is 11.000000000000002 in binary, but eleven votes of twenty are 55 percent. */
const EPSILON = 1e-9;

/** A vote ends as soon as the threshold is reached or can no longer be reached. */
function tallyVote(
  agreement: Extract<Agreement, { rule: 'vote' }>,
  tasks: readonly TaskState[],
): Verdict | undefined {
  const total = weightOf(tasks);
  const inFavour = weightOf(tasks.filter((task) => task.verdict === 'approved'));
  const undecided = weightOf(tasks.filter((task) => task.verdict === undefined));
  const needed = agreement.share * total;
  const carries = (weight: number): boolean =>
    agreement.isStrict ? weight > needed + EPSILON : weight >= needed - EPSILON;
  if (carries(inFavour)) return 'approved';
  return carries(inFavour + undecided) ? undefined : 'rejected';
}

function weightOf(tasks: readonly TaskState[]): number {
  return tasks.reduce((sum, task) => sum + task.weight, 0);
}
