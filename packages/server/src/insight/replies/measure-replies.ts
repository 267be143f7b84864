import { createHash } from 'node:crypto';
import { checkReply } from './check-reply.ts';

export interface JudgedReply {
  readonly id: string;
  readonly letter: string;
  readonly reply: string;
  /** What a person said: it explains something about the matter. */
  readonly hasExplained: boolean;
}

/** How the check finds the replies that explain nothing. */
export interface ReplyQuality {
  readonly replies: number;
  readonly unexplained: number;
  /** Replies that the check calls empty. */
  readonly flagged: number;
  /** Of those, the share that explains nothing. */
  readonly precision: number;
  /** Of those that explain nothing, the share that is flagged. */
  readonly recall: number;
  readonly f1: number;
}

/** `tuned`: the half on which phrases and thresholds were chosen; `held`: the other. */
export function measureReplies(
  replies: readonly JudgedReply[],
): Readonly<Record<'tuned' | 'held', ReplyQuality>> {
  return {
    tuned: qualityOf(replies.filter(({ id }) => isTuned(id))),
    held: qualityOf(replies.filter(({ id }) => !isTuned(id))),
  };
}

/** By a hash of the letter's id, so that the halves do not depend on any order. */
function isTuned(id: string): boolean {
  return (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 0;
}

function qualityOf(replies: readonly JudgedReply[]): ReplyQuality {
  const flagged = replies.filter(({ letter, reply }) => checkReply({ letter, reply }).isEmpty);
  const unexplained = replies.filter(({ hasExplained }) => !hasExplained).length;
  const right = flagged.filter(({ hasExplained }) => !hasExplained).length;
  return {
    replies: replies.length,
    unexplained,
    flagged: flagged.length,
    precision: right / Math.max(1, flagged.length),
    recall: right / Math.max(1, unexplained),
    f1: (2 * right) / Math.max(1, flagged.length + unexplained),
  };
}
