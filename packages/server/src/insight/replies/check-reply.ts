import { copiedPassages, type Passage } from './copied-passages.ts';
import { clausesOf, sizeOf, type ReplyClause } from './reply-clauses.ts';
import { dateMark } from './reply-phrases.messages.ts';

/** Why a reply looks empty; texts in reply-findings.messages.ts. */
export type ReplyFindingCode =
  | 'only-courtesy'
  | 'forwarded-without-result'
  | 'referred-elsewhere'
  | 'promise-without-result'
  | 'promise-without-date'
  | 'copies-letter'
  | 'copies-earlier-reply'
  | 'too-short';

export interface ReplyFinding {
  readonly code: ReplyFindingCode;
  /** The words of the reply, which stand in it from `from` up to `to`. */
  readonly quote: string;
  readonly from: number;
  readonly to: number;
}

export interface ReplyCheck {
  /** It says too little about the matter: the final check (终审) should look at it. */
  readonly isEmpty: boolean;
  /** Letters and digits that say something: no courtesy, referral, promise, nothing copied. */
  readonly substance: number;
  /** In the order of the text. Also without `isEmpty` there may be some, as a hint. */
  readonly findings: readonly ReplyFinding[];
}

export interface ReplyToCheck {
  /** What was written in, title and body. */
  readonly letter?: string;
  readonly reply: string;
  /** Replies given on this letter before. */
  readonly earlierReplies?: readonly string[];
}

/**
 * A reply is empty when nothing in it speaks of the matter, or little does and the whole is short.
 * Letters and digits; chosen on one half of real replies (docs/insight.md).
 */
export const emptyReply = { substanceBelow: 25, sizeBelow: 60 } as const;

/** Suggests; a person decides whether the reply goes back. */
export function checkReply({ letter = '', reply, earlierReplies = [] }: ReplyToCheck): ReplyCheck {
  const clauses = clausesOf(reply);
  const fromLetter = copiedPassages(reply, letter);
  const fromReplies = earlierReplies.flatMap((earlier) => copiedPassages(reply, earlier));
  const copied = [...fromLetter, ...fromReplies];
  const substance = clauses
    .filter(({ kind }) => kind === 'substance')
    .reduce((sum, clause) => sum + sizeLeft(reply, clause, copied), 0);
  const size = sizeLeft(reply, { from: 0, to: reply.length }, copied);
  const isEmpty =
    substance === 0 || (substance < emptyReply.substanceBelow && size < emptyReply.sizeBelow);
  const findings = [
    ...copies(reply, fromLetter, 'copies-letter'),
    ...copies(reply, fromReplies, 'copies-earlier-reply'),
    ...openPromises(reply, clauses),
    ...(isEmpty ? reasons(reply, clauses, substance) : []),
  ];
  return { isEmpty, substance, findings: findings.sort((one, other) => one.from - other.from) };
}

/** What of a clause is not copied. */
function sizeLeft(reply: string, { from, to }: Passage, copied: readonly Passage[]): number {
  const characters = [...Array(to - from).keys()].map((at) => at + from);
  const left = characters.filter((at) => !copied.some((each) => each.from <= at && at < each.to));
  return sizeOf(left.map((at) => reply[at] ?? '').join(''));
}

/** To name the letter is no copy; half of the reply is. */
function copies(
  reply: string,
  passages: readonly Passage[],
  code: 'copies-letter' | 'copies-earlier-reply',
): ReplyFinding[] {
  const size = passages.reduce((sum, { from, to }) => sum + sizeOf(reply.slice(from, to)), 0);
  if (size * 2 < sizeOf(reply)) return [];
  return passages.map((passage) => finding(code, reply, passage));
}

function openPromises(reply: string, clauses: readonly ReplyClause[]): ReplyFinding[] {
  return clauses
    .filter(({ kind, from, to }) => kind === 'promise' && !dateMark.test(reply.slice(from, to)))
    .map((clause) => finding('promise-without-date', reply, clause));
}

const codeOf = {
  courtesy: 'only-courtesy',
  forwarded: 'forwarded-without-result',
  referral: 'referred-elsewhere',
  promise: 'promise-without-result',
} as const;

/**
 * What the reply consists of instead of a result. "Only" must be true: where something is said,
 * the reason is that it is too little. Courtesy is a reason where there is nothing else.
 */
function reasons(
  reply: string,
  clauses: readonly ReplyClause[],
  substance: number,
): ReplyFinding[] {
  if (substance > 0) {
    const said = clauses.filter(({ kind }) => kind === 'substance');
    return said.map((clause) => finding('too-short', reply, clause));
  }
  const told = clauses.filter(({ kind }) => kind !== 'courtesy' && kind !== 'substance');
  const shown = told.length > 0 ? told : clauses.filter(({ kind }) => kind === 'courtesy');
  const found = shown.flatMap((clause) =>
    clause.kind === 'substance' ? [] : [finding(codeOf[clause.kind], reply, clause)],
  );
  if (found.length > 0) return found;
  return [finding('too-short', reply, { from: 0, to: reply.length })];
}

function finding(code: ReplyFindingCode, reply: string, { from, to }: Passage): ReplyFinding {
  return { code, quote: reply.slice(from, to), from, to };
}
