/** What differs between two records, key by key; the words come later. */
import { canonicalJson } from '@yichuang/kernel/ledger';

type Rec = Readonly<Record<string, unknown>>;

export interface Difference {
  readonly key: string;
  /** Absent: was not set. */
  readonly before?: unknown;
  /** Absent: is not set any more. */
  readonly after?: unknown;
}

/** Keys in the order of the two records; what is set to undefined counts as absent. */
export function differencesOf(
  before: object,
  after: object,
  apart: ReadonlySet<string>,
): Difference[] {
  const [a, b] = [before as Rec, after as Rec];
  const keys = [...new Set([...Object.keys(b), ...Object.keys(a)])];
  return keys
    .filter((key) => !apart.has(key) && !isSame(a[key], b[key]))
    .map((key) => ({
      key,
      ...(a[key] !== undefined && { before: a[key] }),
      ...(b[key] !== undefined && { after: b[key] }),
    }));
}

export function isSame(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(a) === canonicalJson(b);
}

export interface ListDifference<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly kept: readonly { readonly before: T; readonly after: T }[];
  /** Of those kept, which stand in another order among themselves; as few as explain it. */
  readonly moved: readonly T[];
}

/** Two lists of things with a key; a key that is there twice counts once, its first. */
export function listDifference<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (each: T) => string,
): ListDifference<T> {
  const known = firstByKey(before, keyOf);
  const now = firstByKey(after, keyOf);
  const kept = [...now].flatMap(([key, each]) => {
    const old = known.get(key);
    return old === undefined ? [] : [{ before: old, after: each }];
  });
  const places = new Map([...known.keys()].map((key, i) => [key, i]));
  const order = kept.map((pair) => places.get(keyOf(pair.after)) ?? 0);
  const staying = longestRising(order);
  return {
    added: [...now].filter(([key]) => !known.has(key)).map(([, each]) => each),
    removed: [...known].filter(([key]) => !now.has(key)).map(([, each]) => each),
    kept,
    moved: kept.filter((_, i) => !staying.has(i)).map((pair) => pair.after),
  };
}

function firstByKey<T>(list: readonly T[], keyOf: (each: T) => string): Map<string, T> {
  const found = new Map<string, T>();
  for (const each of list) if (!found.has(keyOf(each))) found.set(keyOf(each), each);
  return found;
}

/** Places of a longest rising subsequence: what need not have been moved. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const lengths = numbers.map(() => 1);
  const previous = numbers.map(() => -1);
  for (const [i, value] of numbers.entries()) {
    for (let j = 0; j < i; j += 1) {
      const length = (lengths[j] ?? 0) + 1;
      if ((numbers[j] ?? 0) < value && length > (lengths[i] ?? 0)) {
        lengths[i] = length;
        previous[i] = j;
      }
    }
  }
  const found = new Set<number>();
  let at = lengths.indexOf(Math.max(0, ...lengths));
  for (; at >= 0; at = previous[at] ?? -1) found.add(at);
  return found;
}
