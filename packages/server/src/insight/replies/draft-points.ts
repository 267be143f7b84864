import { sizeOf } from './reply-clauses.ts';
import {
  askMarks,
  formalAsks,
  namedThings,
  nameLeads,
  notInNames,
  plainWords,
  type NamedKind,
} from './letter-points.messages.ts';

/** What a reply should speak of (要点), with the words of the letter. */
export interface DraftPoint {
  readonly kind: 'ask' | NamedKind;
  readonly quote: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Asks in the order of the letter, then dates, amounts, units and places, each once. For whoever
 * drafts the reply: a list to go through, no judgement.
 */
export function draftPoints(letter: string): DraftPoint[] {
  const asks = sentencesOf(letter).filter(({ quote }) => {
    const bare = quote.replace(/[^\p{L}\p{N}]/gu, '');
    return askMarks.test(quote) && !formalAsks.test(bare) && sizeOf(quote) >= 6;
  });
  return onceEach([
    ...asks,
    ...namedThings.flatMap(({ kind, pattern }) => named(letter, kind, pattern)),
  ]);
}

/**
 * The points of the letter that the reply does not touch: a name, date or amount that is not in
 * it, an ask of which less than a quarter of its pairs of characters occur in it.
 */
export function unansweredPoints(letter: string, reply: string): DraftPoint[] {
  const replied = pairsOf(reply);
  const compact = reply.replace(/\s/gu, '');
  return draftPoints(letter).filter(({ kind, quote }) => {
    if (kind !== 'ask') return !compact.includes(quote.replace(/\s/gu, ''));
    const pairs = [...pairsOf(quote.replace(plainWords, ' '))];
    return pairs.filter((pair) => replied.has(pair)).length < pairs.length / 4;
  });
}

function sentencesOf(letter: string): DraftPoint[] {
  return [...letter.matchAll(/[^。！？!?；;\n]+[？?]?/gu)].map(({ 0: text, index }) => {
    const from = index + (text.length - text.trimStart().length);
    const quote = text.trim();
    return { kind: 'ask', quote, from, to: from + quote.length };
  });
}

function named(letter: string, kind: NamedKind, pattern: RegExp): DraftPoint[] {
  return [...letter.matchAll(pattern)].flatMap(({ 0: text, index }) => {
    const lead = nameLeads.exec(text)?.[0].length ?? 0;
    const quote = text.slice(lead);
    // What is left of "我们小区" names nothing.
    if (quote.length < 3) return [];
    const isName = kind === 'place' || kind === 'unit';
    if (isName && notInNames.test(quote)) return [];
    return [{ kind, quote, from: index + lead, to: index + text.length }];
  });
}

function onceEach(points: readonly DraftPoint[]): DraftPoint[] {
  const found = new Map<string, DraftPoint>();
  for (const point of points) {
    const key = `${point.kind} ${point.quote}`;
    if (!found.has(key)) found.set(key, point);
  }
  return [...found.values()];
}

function pairsOf(text: string): Set<string> {
  const runs = text.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return new Set(
    runs.flatMap((run) => [...run].slice(1).map((last, at) => `${run[at] ?? ''}${last}`)),
  );
}
