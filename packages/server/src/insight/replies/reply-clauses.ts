import { factMarks, replyPhrases, type EmptyKind } from './reply-phrases.messages.ts';

export interface ReplyClause {
  readonly from: number;
  readonly to: number;
  /** What it is instead of saying something. */
  readonly kind: EmptyKind | 'substance';
  /** Characters that are letters or digits. */
  readonly size: number;
}

/** What stands between two marks is judged by itself: a reply mixes courtesy and result. */
export function clausesOf(reply: string): ReplyClause[] {
  return [...reply.matchAll(/[^，。！？；：,!?;:\n\r\u3000]+/gu)].flatMap(({ 0: text, index }) => {
    const size = sizeOf(text);
    if (size === 0) return [];
    return [{ from: index, to: index + text.length, kind: kindOf(text.trim()), size }];
  });
}

export function sizeOf(text: string): number {
  return text.replace(/[^\p{L}\p{N}]/gu, '').length;
}

function kindOf(text: string): ReplyClause['kind'] {
  if (factMarks.some((mark) => mark.test(text))) return 'substance';
  return replyPhrases.find(({ pattern }) => pattern.test(text))?.kind ?? 'substance';
}
