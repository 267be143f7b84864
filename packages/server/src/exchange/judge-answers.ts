/** What the receiver's answers mean for a case. Pure. */
import type { UploadAnswer, UploadMessage, UploadProblem } from '@yichuang/contracts';
import type { PreparedCase } from './prepare-case.ts';

/**
 * `done`: all that was made is there; `held`: a person has to look; `restart`: the receiver lacks
 * what it had, so the case is told from its first event; `unanswered`: said nothing about it.
 */
export interface Judgement {
  readonly state: 'done' | 'held' | 'restart' | 'unanswered';
  /** Up to this event all messages are there. */
  readonly sentSeq: number;
  readonly answered: readonly UploadMessage[];
  readonly problem?: UploadProblem;
}

export function judgeAnswers(
  prepared: PreparedCase,
  answers: ReadonlyMap<string, UploadAnswer>,
): Judgement {
  const { messages, claimed } = prepared;
  const answered: UploadMessage[] = [];
  for (const message of messages) {
    const answer = answers.get(message.id);
    if (answer?.status === 'stored' || answer?.status === 'known') {
      answered.push(message);
      continue;
    }
    const sentSeq = Math.max(claimed.sentSeq, message.seq - 1);
    const base = { sentSeq, answered };
    if (answer === undefined) return { state: 'unanswered', ...base };
    const isBegun = claimed.sentSeq > 0 && claimed.restartedAt === null;
    if (answer.status === 'early' && isBegun) return { state: 'restart', sentSeq: 0, answered };
    const problem: UploadProblem = {
      kind: answer.status === 'early' ? 'out-of-order' : 'refused',
      seq: message.seq,
      table: message.table,
      ...(answer.reason !== undefined && { reason: maskNumbers(answer.reason) }),
    };
    return { state: 'held', ...base, problem };
  }
  const { problem, endSeq } = prepared;
  if (problem === undefined) return { state: 'done', sentSeq: endSeq, answered };
  return { state: 'held', sentSeq: endSeq, answered, problem };
}

const MOST_REASON = 300;

/** Identity numbers, old and new, cards; mobile phones. A case number is shorter or longer. */
const NUMBERS = /\d{15,}[Xx]?|(?<!\d)1[3-9]\d{9}(?!\d)/gu;

/** A receiver that quotes what it refuses would put identity and phone numbers into our tables. */
export function maskNumbers(text: string): string {
  const masked = text.replaceAll(NUMBERS, (found) => `${found.slice(0, 3)}…${found.slice(-2)}`);
  return masked.slice(0, MOST_REASON);
}
