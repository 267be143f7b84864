export interface Passage {
  readonly from: number;
  readonly to: number;
}

/** Shorter runs are names and turns of phrase that any two texts on a matter share. */
const shortestCopy = 12;

/** Where the text repeats the source, character by character; passages do not overlap. */
export function copiedPassages(text: string, source: string): Passage[] {
  const known = new Set<string>();
  for (let at = 0; at + shortestCopy <= source.length; at += 1) {
    known.add(source.slice(at, at + shortestCopy));
  }
  const passages: Passage[] = [];
  for (let at = 0; at + shortestCopy <= text.length; at += 1) {
    if (!known.has(text.slice(at, at + shortestCopy))) continue;
    const last = passages.at(-1);
    if (last !== undefined && at <= last.to) {
      passages[passages.length - 1] = { from: last.from, to: at + shortestCopy };
    } else passages.push({ from: at, to: at + shortestCopy });
  }
  return passages;
}
