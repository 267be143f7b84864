import { divisionMark } from './marked-text.ts';
import { looseEndings, placeEndings, sentenceWords } from './place-words.messages.ts';

const ending = `(?:${placeEndings.join('|')})`;
const loose = `(?:${looseEndings.join('|')})`;
const namePattern = new RegExp(`^[\\p{Script=Han}\\da-z]{1,7}?${ending}${loose}?`, 'u');
const looseEnd = new RegExp(`(?<=..)${loose}$`, 'u');
const sentence = new RegExp(`[${sentenceWords}]`, 'u');
/** Road, estate and shop may follow each other; after that it is no address any more. */
const mostInARow = 3;
const leastLength = 3;
const mostLength = 9;

/** Names by their endings: what stands after a division up to such an ending. */
export function namesByEnding(marked: string): string[] {
  return afterMarks(marked).flatMap((part) => {
    const names: string[] = [];
    let rest = part;
    while (names.length < mostInARow) {
      const found = namePattern.exec(rest)?.[0];
      if (found === undefined) break;
      const name = found.replace(looseEnd, '');
      if (name.length < leastLength) break;
      names.push(name);
      rest = rest.slice(found.length);
    }
    return names;
  });
}

/**
 * Names without such an ending: what several titles write after a division before they go
 * different ways. Most estates and many firms are called without saying what they are.
 */
export function namesByBranching(titles: readonly string[]): BranchedNames {
  const follows = new Map<string, Map<string, number>>();
  titles.forEach((title, index) => {
    for (const part of afterMarks(title)) {
      const run = /^[\p{L}\p{N}]+/u.exec(part)?.[0] ?? '';
      for (let length = leastLength; length <= Math.min(mostLength, run.length); length++) {
        const prefix = run.slice(0, length);
        const next = follows.get(prefix) ?? new Map<string, number>();
        follows.set(prefix, next);
        // Each end of a run is a way of its own.
        const way = run[length] ?? `.${index}`;
        next.set(way, (next.get(way) ?? 0) + 1);
      }
    }
  });
  const counted = (prefix: string): number => sum(follows.get(prefix)?.values() ?? []);
  const names = [...follows].flatMap(([prefix, next]) => {
    const count = sum(next.values());
    const isBranching = count >= 3 && next.size >= count / 2;
    const goesOn = Math.max(...next.values()) > count * mostlyOneWay;
    return isBranching && !goesOn && !sentence.test(prefix) ? [prefix.replace(looseEnd, '')] : [];
  });
  return { names: names.filter((name) => name.length >= leastLength), counted };
}

interface BranchedNames {
  readonly names: readonly string[];
  /** Titles in which the text follows a division. */
  readonly counted: (prefix: string) => number;
}

/** A name that mostly goes on in one way is a part of the longer name. */
export const mostlyOneWay = 0.6;

function afterMarks(marked: string): string[] {
  return marked.split(divisionMark).slice(1);
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const each of numbers) total += each;
  return total;
}
