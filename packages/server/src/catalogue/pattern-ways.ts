/**
 * How many ways a pattern of a form field could be tried on one text. The engine tries them one
 * after the other, on the one thread that serves everybody: `^(a+)+$` takes years for some thirty
 * letters.
 */

/** About as many letters as a text may have. */
const LONGEST = 2_000;
/** A fraction of a second. */
const MOST_WAYS = 10_000_000;

export function isQuickPattern(pattern: string): boolean {
  const from = pattern.startsWith('^') ? 1 : LONGEST;
  return from * waysOf(pattern) <= MOST_WAYS;
}

interface Part {
  ways: number;
  branches: number;
}

/** Infinity for what is not counted at all: what looks back, ahead or behind. */
function waysOf(pattern: string): number {
  const open: Part[] = [{ ways: 1, branches: 1 }];
  let last: Part = { ways: 1, branches: 1 };
  const tokens = pattern.match(TOKEN) ?? [];
  for (const token of tokens) {
    const part = open.at(-1);
    if (part === undefined || UNCOUNTED.test(token)) return Infinity;
    const times = repeated(token);
    if (times !== undefined) {
      // What can match in several ways, several times over, multiplies with each letter.
      const isMany = last.ways * last.branches > 1 && times.most > 1;
      part.ways *= isMany ? Infinity : times.most - times.least + 1;
    } else if (token.startsWith('(')) {
      open.push({ ways: 1, branches: 1 });
    } else if (token === ')') {
      last = open.pop() ?? last;
      const around = open.at(-1);
      if (around !== undefined) around.ways *= last.ways * last.branches;
    } else if (token === '|') {
      part.branches += 1;
    } else {
      last = { ways: 1, branches: 1 };
    }
  }
  const [whole] = open;
  return whole === undefined ? Infinity : whole.ways * whole.branches;
}

const TOKEN =
  /\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:<?[=!]|:|<\w+>))?|[*+?]\??|\{\d+(?:,\d*)?\}\??|./gsu;
const UNCOUNTED = /^(?:\\[1-9k]|\(\?<?[=!])/u;

function repeated(token: string): { readonly least: number; readonly most: number } | undefined {
  if (/^[*+]\??$/u.test(token)) return { least: 1, most: LONGEST };
  if (/^\?\??$/u.test(token)) return { least: 0, most: 1 };
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}\??$/u.exec(token) ?? [];
  if (least === undefined) return undefined;
  const end = comma === '' ? Number(least) : most === '' ? LONGEST : Number(most);
  return { least: Number(least), most: end };
}
