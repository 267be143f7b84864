/**
 * When a step of several is decided, as a FEEL condition over `votes`: one entry for each member
 * that has voted, with `verdict` ('approved' or 'rejected') and `weight`. The kernel's `tally` is
 * what counts; this says the same to engines that run the exported model.
 */
import type { Agreement } from '@yichuang/kernel/flow';

/** Undefined where everybody is heard whatever comes. */
export function completionCondition(
  agreement: Agreement,
  posts: readonly string[],
): string | undefined {
  switch (agreement.rule) {
    case 'one':
      return undefined;
    case 'any':
      return agreement.rejectCounts === 'at-once' ? 'count(votes) > 0' : some('approved');
    case 'all':
      return agreement.rejectCounts === 'at-once' ? some('rejected') : undefined;
    case 'in-turn':
      return some('rejected');
    case 'vote':
      return voteCondition(agreement, posts);
  }
}

function some(verdict: string): string {
  return `some vote in votes satisfies vote.verdict = "${verdict}"`;
}

/** 0.55 × 20 is 11.000000000000002 in binary; the kernel's tally allows for the same. */
const EPSILON = 1e-9;

/** Carried, or no longer to be carried by those who have not voted. */
function voteCondition(
  { share, isStrict, weights }: Extract<Agreement, { rule: 'vote' }>,
  posts: readonly string[],
): string {
  const total = posts.reduce((sum, post) => sum + (weights?.[post] ?? 1), 0);
  const needed = decimal(share * total + (isStrict ? EPSILON : -EPSILON));
  const most = decimal(total - share * total - (isStrict ? EPSILON : -EPSILON));
  const sign = isStrict ? ['>', '>='] : ['>=', '>'];
  return (
    `sum(votes[verdict = "approved"].weight) ${sign[0]} ${needed} or ` +
    `sum(votes[verdict = "rejected"].weight) ${sign[1]} ${most}`
  );
}

/** FEEL has no exponents. */
function decimal(value: number): string {
  return value.toFixed(12);
}
