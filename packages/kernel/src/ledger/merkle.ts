import type { Sha256 } from './bytes.ts';

/**
 * The tree over a day's events (RFC 9162, section 2.1; the same as RFC 6962). Leaves and nodes are
 * hashed with different prefixes, so that no node can be passed off as a leaf.
 */
export interface MerkleTree {
  readonly size: number;
  readonly root: Uint8Array;
  /** Leaf hashes first, the root's level last; an odd last node moves up as it is. */
  readonly levels: readonly (readonly Uint8Array[])[];
}

const LEAF = 0x00;
const NODE = 0x01;

/** @param leaves the entries themselves, not their hashes */
export function merkleTree(leaves: readonly Uint8Array[], sha256: Sha256): MerkleTree {
  let level = leaves.map((leaf) => leafHash(leaf, sha256));
  const levels = [level];
  while (level.length > 1) {
    const above: Uint8Array[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const [left, right] = [level[i], level[i + 1]];
      if (left === undefined) continue;
      above.push(right === undefined ? left : nodeHash(left, right, sha256));
    }
    level = above;
    levels.push(level);
  }
  return { size: leaves.length, root: level[0] ?? sha256(new Uint8Array(0)), levels };
}

/** The root of leaves that come one by one, in memory that grows with their logarithm. */
export interface MerkleAccumulator {
  add(leaf: Uint8Array): void;
  size(): number;
  root(): Uint8Array;
}

export function merkleAccumulator(sha256: Sha256): MerkleAccumulator {
  // Roots of full subtrees, largest first; their sizes are the powers of two that make up `count`.
  const peaks: Uint8Array[] = [];
  let count = 0;
  return {
    add(leaf) {
      let hash = leafHash(leaf, sha256);
      for (let full = count; full % 2 === 1; full = Math.floor(full / 2)) {
        const left = peaks.pop();
        if (left === undefined) throw new Error('a subtree is missing');
        hash = nodeHash(left, hash, sha256);
      }
      peaks.push(hash);
      count += 1;
    },
    size: () => count,
    root() {
      const [last, ...larger] = peaks.toReversed();
      if (last === undefined) return sha256(new Uint8Array(0));
      return larger.reduce((right, left) => nodeHash(left, right, sha256), last);
    },
  };
}

/** The root over `leaves`; of no leaves, the hash of nothing. */
export function merkleRoot(leaves: readonly Uint8Array[], sha256: Sha256): Uint8Array {
  return merkleTree(leaves, sha256).root;
}

/** The path of one leaf; for many proofs of one day, build the tree once and use `proofOf`. */
export function inclusionProof(
  leaves: readonly Uint8Array[],
  index: number,
  sha256: Sha256,
): readonly Uint8Array[] {
  return proofOf(merkleTree(leaves, sha256), index);
}

/**
 * The sister hashes from the leaf to the root.
 *
 * @throws RangeError when the tree has no such leaf.
 */
export function proofOf(tree: MerkleTree, index: number): readonly Uint8Array[] {
  if (!Number.isInteger(index) || index < 0 || index >= tree.size) {
    throw new RangeError(`no leaf ${index} in a tree of ${tree.size}`);
  }
  const path: Uint8Array[] = [];
  let position = index;
  for (const level of tree.levels) {
    const sister = level[position % 2 === 0 ? position + 1 : position - 1];
    if (sister !== undefined) path.push(sister);
    position = Math.floor(position / 2);
  }
  return path;
}

/** Whether `leaf` stands at `index` in the tree of `size` leaves with that root (2.1.3.2). */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
  sha256: Sha256,
): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size)) return false;
  if (index < 0 || index >= size) return false;
  let position = index;
  let last = size - 1;
  let hash = leafHash(leaf, sha256);
  for (const sister of proof) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      hash = nodeHash(sister, hash, sha256);
      // A node that moved up alone had no sister on those levels.
      while (position % 2 === 0 && position !== 0) {
        position = position / 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = nodeHash(hash, sister, sha256);
    }
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && areEqual(hash, root);
}

export function leafHash(leaf: Uint8Array, sha256: Sha256): Uint8Array {
  const bytes = new Uint8Array(1 + leaf.length);
  bytes[0] = LEAF;
  bytes.set(leaf, 1);
  return sha256(bytes);
}

export function nodeHash(left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array {
  const bytes = new Uint8Array(1 + left.length + right.length);
  bytes[0] = NODE;
  bytes.set(left, 1);
  bytes.set(right, 1 + left.length);
  return sha256(bytes);
}

/** Not in constant time: every value here is public. */
export function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
