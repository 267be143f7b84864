import type { FeatureCounts } from './letter-features.ts';
import type { SparseRows } from './linear-svm.ts';
import { createNumberTable, type NumberTable } from './number-table.ts';

/** The features that count, and how much their rarity is worth. */
export interface Vocabulary {
  /** Hash of a feature to its place. */
  readonly places: NumberTable;
  readonly hashes: Uint32Array;
  readonly rarities: Float32Array;
}

/** What stands in fewer letters is a name or a slip, and would be learned by heart. */
const fewestLetters = 3;

/**
 * At most `most` features: with many letters, the number of letters that a feature must stand in
 * rises until they fit, so that memory and the stored model stay bounded.
 */
export function vocabularyOf(letters: readonly FeatureCounts[], most: number): Vocabulary {
  const spread = createNumberTable(letters.length * 20);
  for (const { hashes } of letters) for (const hash of hashes) spread.add(hash, 1);
  const needed = neededSpread(spread, most, letters.length);
  const kept: [number, number][] = [];
  spread.each((hash, count) => count >= needed && kept.push([hash, count]));
  kept.sort(([one], [other]) => one - other);
  return vocabularyFrom(
    Uint32Array.from(kept, ([hash]) => hash),
    Float32Array.from(kept, ([, count]) => rarityOf(count, letters.length)),
  );
}

export function vocabularyFrom(hashes: Uint32Array, rarities: Float32Array): Vocabulary {
  const places = createNumberTable(hashes.length);
  hashes.forEach((hash, place) => places.set(hash, place));
  return { places, hashes, rarities };
}

function neededSpread(spread: NumberTable, most: number, letters: number): number {
  // Of a handful of letters every feature counts: nothing could stand in three of four.
  const least = letters < 50 ? 1 : fewestLetters;
  const withSpread = new Uint32Array(1025);
  spread.each((_, count) => {
    const at = Math.min(count, 1024);
    withSpread[at] = (withSpread[at] ?? 0) + 1;
  });
  let kept = 0;
  for (let needed = 1024; needed >= least; needed -= 1) {
    kept += withSpread[needed] ?? 0;
    if (kept > most) return needed + 1;
  }
  return least;
}

/** Inverse document frequency, a little steeper than usual: 1.3 was the better of three powers. */
function rarityOf(letters: number, of: number): number {
  return (Math.log((1 + of) / (1 + letters)) + 1) ** 1.3;
}

/** Damped counts times rarity, each row scaled to length 1. */
export function rowsOf(letters: readonly FeatureCounts[], vocabulary: Vocabulary): SparseRows {
  const starts = new Uint32Array(letters.length + 1);
  const most = letters.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const indexes = new Uint32Array(most);
  const values = new Float32Array(most);
  let end = 0;
  letters.forEach(({ hashes, counts }, row) => {
    const start = end;
    let square = 0;
    hashes.forEach((hash, at) => {
      const place = vocabulary.places.get(hash);
      if (place === undefined) return;
      const value = (1 + Math.log(counts[at] ?? 1)) * (vocabulary.rarities[place] ?? 0);
      indexes[end] = place;
      values[end] = value;
      square += value * value;
      end += 1;
    });
    const length = Math.sqrt(square) || 1;
    for (let at = start; at < end; at += 1) values[at] = (values[at] ?? 0) / length;
    starts[row + 1] = end;
  });
  return {
    count: letters.length,
    features: vocabulary.hashes.length,
    starts,
    indexes: indexes.slice(0, end),
    values: values.slice(0, end),
  };
}
