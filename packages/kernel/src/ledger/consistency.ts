import type { Sha256 } from './bytes.ts';
import { areEqual, merkleRoot, nodeHash } from './merkle.ts';

/**
 * The hashes that show that a tree of `first` leaves is the beginning of the tree over `leaves`:
 * nothing of the earlier one was changed, moved or taken out (RFC 9162, 2.1.4.1).
 *
 * @param leaves the entries themselves, not their hashes
 * @throws RangeError when `first` is no size of a beginning, from 1 on.
 */
export function consistencyProof(
  leaves: readonly Uint8Array[],
  first: number,
  sha256: Sha256,
): readonly Uint8Array[] {
  if (!Number.isInteger(first) || first < 1 || first > leaves.length) {
    throw new RangeError(`no beginning of ${first} leaves in a tree of ${leaves.length}`);
  }
  return subproof(leaves, first, true, sha256);
}

/** SUBPROOF of the RFC; `isWhole` while what is left is the earlier tree as its owner knows it. */
function subproof(
  leaves: readonly Uint8Array[],
  first: number,
  isWhole: boolean,
  sha256: Sha256,
): Uint8Array[] {
  if (first === leaves.length) return isWhole ? [] : [merkleRoot(leaves, sha256)];
  const split = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  if (first <= split) {
    return [...subproof(left, first, isWhole, sha256), merkleRoot(right, sha256)];
  }
  return [...subproof(right, first - split, false, sha256), merkleRoot(left, sha256)];
}

function largestPowerBelow(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** Of one tree: how many leaves, and the root over them. */
export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/** Whether the tree of `first` is the beginning of the tree of `second` (RFC 9162, 2.1.4.2). */
export function verifyConsistency(
  first: TreeHead,
  second: TreeHead,
  proof: readonly Uint8Array[],
  sha256: Sha256,
): boolean {
  if (!isSize(first.size) || !isSize(second.size) || first.size > second.size) return false;
  if (first.size === second.size) return proof.length === 0 && areEqual(first.root, second.root);
  const path = isPowerOfTwo(first.size) ? [first.root, ...proof] : [...proof];
  const [start, ...rest] = path;
  if (start === undefined) return false;
  let [older, newer] = [start, start];
  let [position, last] = withoutTrailingOnes(first.size - 1, second.size - 1);
  for (const sister of rest) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      older = nodeHash(sister, older, sha256);
      newer = nodeHash(sister, newer, sha256);
      // A node that moved up alone had no sister on those levels.
      while (position % 2 === 0 && position !== 0) {
        position /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      newer = nodeHash(newer, sister, sha256);
    }
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && areEqual(older, first.root) && areEqual(newer, second.root);
}

/** Up to the full subtree that ends the earlier tree: both walks begin there. */
function withoutTrailingOnes(first: number, second: number): [number, number] {
  let [position, last] = [first, second];
  while (position % 2 === 1) {
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  return [position, last];
}

function isSize(size: number): boolean {
  return Number.isSafeInteger(size) && size >= 1;
}

function isPowerOfTwo(size: number): boolean {
  let rest = size;
  while (rest % 2 === 0) rest /= 2;
  return rest === 1;
}
