// Splits TypeScript into code, strings and comments well enough to ask "where does this word
// stand?". Not a parser: a quote inside a regular expression can mislead it, so the rules built
// on it look for words and characters, never for structure.

export interface Piece {
  readonly kind: 'code' | 'string' | 'comment';
  readonly text: string;
  /** Line of its first character, from 1. */
  readonly line: number;
}

const pattern =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`/g;

/** The pieces of `source` in order; together they are the whole of it. */
export function splitSource(source: string): Piece[] {
  const pieces: Piece[] = [];
  let line = 1;
  const add = (kind: Piece['kind'], text: string) => {
    if (text === '') return;
    pieces.push({ kind, text, line });
    line += text.split('\n').length - 1;
  };
  let end = 0;
  for (const match of source.matchAll(pattern)) {
    add('code', source.slice(end, match.index));
    add(/^\/[/*]/.test(match[0]) ? 'comment' : 'string', match[0]);
    end = match.index + match[0].length;
  }
  add('code', source.slice(end));
  return pieces;
}

/** Identifiers that stand in code, without those in strings and comments. */
export function identifiersIn(source: string): Set<string> {
  const found = new Set<string>();
  for (const piece of splitSource(source)) {
    if (piece.kind !== 'code') continue;
    for (const [word] of piece.text.matchAll(/[A-Za-z_$][\w$]*/g)) found.add(word);
  }
  return found;
}
