import { maskedDivision } from './place-words.messages.ts';

/** Stands where a division was named: a place often begins after it. */
export const divisionMark = '|';

/** Gives texts in one spelling, with the names of divisions replaced by a mark. */
export function divisionMarker(divisions: readonly string[]): (text: string) => string {
  const names = divisions
    .map((name) => escaped(name.normalize('NFKC').toLowerCase()))
    .sort((a, b) => b.length - a.length);
  const pattern = new RegExp([...names, maskedDivision].join('|'), 'gu');
  return (text) => text.normalize('NFKC').toLowerCase().replace(pattern, divisionMark);
}

/** Runs of letters and digits, as arrays of characters. */
export function runsOf(text: string): string[][] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((run) => [...run]);
}

function escaped(name: string): string {
  return name.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&');
}
