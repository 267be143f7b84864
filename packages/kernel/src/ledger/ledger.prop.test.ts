import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canonicalJson,
  encodeUtf8,
  eventHash,
  inclusionProof,
  merkleAccumulator,
  merkleRoot,
  merkleTree,
  proofOf,
  verifyInclusion,
} from './index.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

/** The tree as RFC 9162 defines it, by recursion: the other way to the same root. */
function recursiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array(0));
  if (leaves.length === 1)
    return sha256(Buffer.concat([Buffer.from([0]), leaves[0] ?? Buffer.of()]));
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const left = recursiveRoot(leaves.slice(0, split));
  const right = recursiveRoot(leaves.slice(split));
  return sha256(Buffer.concat([Buffer.from([1]), left, right]));
}

const leavesOf = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 70 });
const treeAndIndex = leavesOf.chain((leaves) =>
  fc.tuple(fc.constant(leaves), fc.nat({ max: leaves.length - 1 })),
);

describe('day tree', () => {
  test('its root is the same when its leaves come one by one', () => {
    fc.assert(
      fc.property(leavesOf, (leaves) => {
        const grown = merkleAccumulator(sha256);
        for (const leaf of leaves) grown.add(leaf);
        expect(grown.size()).toBe(leaves.length);
        expect(grown.root()).toEqual(merkleRoot(leaves, sha256));
      }),
    );
    expect(merkleAccumulator(sha256).root()).toEqual(merkleRoot([], sha256));
  });

  test('the root by levels is the root by recursion', () => {
    fc.assert(
      fc.property(leavesOf, (leaves) => {
        expect(merkleRoot(leaves, sha256)).toEqual(recursiveRoot(leaves));
      }),
    );
  });

  test('every leaf has a proof that verifies, and only at its index and size', () => {
    fc.assert(
      fc.property(treeAndIndex, fc.nat({ max: 80 }), ([leaves, index], other) => {
        const leaf = leaves[index] ?? new Uint8Array(0);
        const tree = merkleTree(leaves, sha256);
        const proof = proofOf(tree, index);
        const size = leaves.length;
        expect(inclusionProof(leaves, index, sha256)).toEqual(proof);
        expect(verifyInclusion(leaf, index, size, proof, tree.root, sha256)).toBe(true);
        const isSameLeaf = Buffer.compare(leaf, leaves[other] ?? new Uint8Array(41)) === 0;
        if (other === index || isSameLeaf) return;
        expect(verifyInclusion(leaf, other, size, proof, tree.root, sha256)).toBe(false);
      }),
    );
  });

  test('one flipped bit of leaf, proof or root is found', () => {
    fc.assert(
      fc.property(treeAndIndex, fc.nat(), fc.nat({ max: 7 }), ([leaves, index], at, bit) => {
        const leaf = leaves[index] ?? new Uint8Array(0);
        const tree = merkleTree(leaves, sha256);
        const parts = [leaf, ...proofOf(tree, index), tree.root].map((part) => Buffer.from(part));
        const target = parts.filter((part) => part.length > 0)[
          at % (proofOf(tree, index).length + 1)
        ];
        const byte = at % (target?.length ?? 1);
        target?.writeUInt8((target[byte] ?? 0) ^ (1 << bit), byte);
        const [changed, root] = [parts[0], parts.at(-1)] as [Buffer, Buffer];
        const path = parts.slice(1, -1);
        expect(verifyInclusion(changed, index, leaves.length, path, root, sha256)).toBe(false);
      }),
    );
  });
});

describe('canonical JSON', () => {
  const values = fc.jsonValue({ stringUnit: 'grapheme' });

  test('it reads back as the same value', () => {
    fc.assert(
      fc.property(values, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('the order in which properties were set does not matter', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), values), (record) => {
        const reversed = Object.fromEntries(Object.entries(record).toReversed());
        expect(canonicalJson(reversed)).toBe(canonicalJson(record));
        expect(eventHash(null, reversed, sha256)).toBe(eventHash(null, record, sha256));
      }),
    );
  });

  test('UTF-8 is what the platform encodes, for any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(encodeUtf8(text)).toEqual(new TextEncoder().encode(text));
      }),
    );
  });
});
