import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainDate } from '../time/index.ts';
import {
  consistencyProof,
  type DayRoot,
  eventHash,
  fromHex,
  hashHex,
  headBytes,
  isLogHead,
  type LedgerReceipt,
  logLeaf,
  type LogHead,
  logRoot,
  merkleRoot,
  merkleTree,
  proofOf,
  toHex,
  verifyConsistency,
  verifyHeads,
  verifyReceipt,
} from './index.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

/** The eight entries of the certificate transparency test data (RFC 6962). */
const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(fromHex);

const headOf = (leaves: readonly Uint8Array[]) => ({
  size: leaves.length,
  root: merkleRoot(leaves, sha256),
});

describe('consistency (RFC 9162, RFC 6962 test data)', () => {
  test.each([
    [1, 1, []],
    [
      1,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      6,
      8,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [
      2,
      5,
      [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('the proof from %i to %i entries is as published', (first, second, proof) => {
    const leaves = entries.slice(0, second);
    expect(consistencyProof(leaves, first, sha256).map(toHex)).toEqual(proof);
    const earlier = headOf(entries.slice(0, first));
    expect(verifyConsistency(earlier, headOf(leaves), proof.map(fromHex), sha256)).toBe(true);
  });

  test('a beginning that a tree does not have is a programmer error', () => {
    for (const first of [0, 9, 1.5, -1]) {
      expect(() => consistencyProof(entries, first, sha256)).toThrow(RangeError);
    }
  });

  test('sizes that are none verify nothing', () => {
    const whole = headOf(entries);
    for (const size of [0, -1, 1.5, 9, Number.NaN]) {
      expect(verifyConsistency({ ...whole, size }, whole, [], sha256)).toBe(false);
    }
    expect(verifyConsistency(headOf(entries.slice(0, 3)), whole, [], sha256)).toBe(false);
  });
});

const leavesOf = fc.array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 40 });
const leavesAndFirst = leavesOf.chain((leaves) =>
  fc.tuple(fc.constant(leaves), fc.integer({ min: 1, max: leaves.length })),
);

describe('consistency of any two trees', () => {
  test('every beginning of a tree is shown to be one', () => {
    fc.assert(
      fc.property(leavesAndFirst, ([leaves, first]) => {
        const proof = consistencyProof(leaves, first, sha256);
        const earlier = headOf(leaves.slice(0, first));
        expect(verifyConsistency(earlier, headOf(leaves), proof, sha256)).toBe(true);
        expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(leaves.length)) + 1);
      }),
    );
  });

  test('a tree with one leaf of the beginning changed has no proof that holds', () => {
    fc.assert(
      fc.property(leavesAndFirst, fc.nat(), ([leaves, first], at) => {
        const forged = leaves.map((leaf, i) =>
          i === at % first ? Buffer.from('x9x9x9x9x') : leaf,
        );
        const earlier = headOf(leaves.slice(0, first));
        for (const source of [leaves, forged]) {
          const proof = consistencyProof(source, first, sha256);
          expect(verifyConsistency(earlier, headOf(forged), proof, sha256)).toBe(false);
        }
      }),
    );
  });

  test('one flipped bit of a root or of the proof is found', () => {
    fc.assert(
      fc.property(leavesAndFirst, fc.nat(), fc.nat(255), ([leaves, first], at, bit) => {
        const earlier = headOf(leaves.slice(0, first));
        const later = headOf(leaves);
        const parts = [earlier.root, later.root, ...consistencyProof(leaves, first, sha256)];
        const copies = parts.map((part) => Uint8Array.from(part));
        const target = copies[at % copies.length];
        if (target !== undefined) target[bit >> 3] = (target[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const [one, two, ...proof] = copies as [Uint8Array, Uint8Array, ...Uint8Array[]];
        const verdict = verifyConsistency(
          { ...earlier, root: one },
          { ...later, root: two },
          proof,
          sha256,
        );
        expect(verdict).toBe(false);
      }),
    );
  });
});

const days: readonly DayRoot[] = Array.from({ length: 7 }, (_, i) => ({
  day: `2026-11-0${i + 1}`,
  size: i + 1,
  root: toHex(sha256(Uint8Array.of(i))),
}));
const logHead = (size: number): LogHead => ({
  tenantId: 'yunxi',
  size,
  day: days[size - 1]?.day ?? '',
  root: logRoot(days.slice(0, size), sha256),
});

describe('the log of days', () => {
  test('a leaf is day, size and root of the day and nothing else of the row', () => {
    const [day] = days as [DayRoot];
    const row = { ...day, publishedAt: '2026-11-02T00:20:00.000Z' };
    expect(logLeaf(row)).toEqual(logLeaf(day));
    expect(Buffer.from(logLeaf(day)).toString()).toBe(
      `{"day":"2026-11-01","root":"${day.root}","size":1}`,
    );
  });

  test('what is stamped of a head names county, day, size and root', () => {
    const head = logHead(2);
    expect(Buffer.from(headBytes(head)).toString()).toBe(
      `{"day":"2026-11-02","root":"${head.root}","size":2,"tenantId":"yunxi"}`,
    );
  });

  const between = {
    first: logHead(3),
    second: logHead(7),
    proof: consistencyProof(days.map(logLeaf), 3, sha256).map((hash) => hashHex(toHex(hash))),
  };

  test('two heads and the proof between them verify offline, with the heads one kept', () => {
    const file: unknown = JSON.parse(JSON.stringify(between));
    expect(verifyHeads(file, sha256)).toEqual({ ok: true });
    expect(verifyHeads(file, sha256, [logHead(3), logHead(7)])).toEqual({ ok: true });
    const other = { ...logHead(3), root: logHead(4).root };
    expect(verifyHeads(file, sha256, [other])).toEqual({ ok: false, problem: 'kept' });
  });

  test.each([
    ['consistency', { first: { ...logHead(3), root: logHead(4).root } }],
    ['consistency', { proof: [] }],
    ['consistency', { first: between.second, second: between.first }],
    ['tenant', { second: { ...logHead(7), tenantId: 'elsewhere' } }],
    ['malformed', { proof: ['x'] }],
    ['malformed', { first: { size: 3 } }],
    ['malformed', { second: null }],
  ])('%s: %j is found', (problem, change) => {
    expect(verifyHeads({ ...between, ...change }, sha256)).toEqual({ ok: false, problem });
  });

  test('what is no head is none', () => {
    expect(isLogHead(logHead(1))).toBe(true);
    for (const value of [null, [], 'x', {}, { ...logHead(1), root: 'x' }]) {
      expect(isLogHead(value)).toBe(false);
    }
  });
});

describe('a receipt with its day in the log', () => {
  const event = { type: 'CaseReceived', at: '2026-11-03T01:00:00.000Z' };
  const hash = eventHash(null, event, sha256);
  const root = hashHex(toHex(merkleRoot([fromHex(hash)], sha256)));
  const own = { day: plainDate('2026-11-03'), size: 1, root };
  const log = days.map((each) => (each.day === own.day ? own : each));
  const tree = merkleTree(log.map(logLeaf), sha256);
  const receipt: LedgerReceipt = {
    format: 'yichuang-receipt-1',
    tenantId: 'yunxi',
    event,
    prevHash: null,
    hash,
    inclusion: {
      ...own,
      index: 0,
      proof: [],
      log: {
        index: 2,
        size: 7,
        proof: proofOf(tree, 2).map((each) => hashHex(toHex(each))),
        root: hashHex(toHex(tree.root)),
      },
    },
  };
  const sound = { ok: true, isAnchored: true };

  test('it leads to the head of any later day, whether listed or copied by hand', () => {
    const head = hashHex(toHex(tree.root));
    expect(verifyReceipt(receipt, sha256)).toEqual(sound);
    const published = { ...sound, published: 'head' };
    expect(verifyReceipt(receipt, sha256, { copied: head })).toEqual(published);
    expect(verifyReceipt(receipt, sha256, { heads: { 7: head } })).toEqual(published);
    expect(verifyReceipt(receipt, sha256, { heads: { 6: head } })).toEqual(sound);
  });

  test('a head that differs from the published one is found, also under a right day', () => {
    const other = logRoot(days, sha256);
    const known = { days: { '2026-11-03': root }, heads: { 7: other } };
    expect(verifyReceipt(receipt, sha256, known)).toEqual({ ok: false, problem: 'root' });
  });

  test('a day that is not in the log that it names is found', () => {
    const { inclusion } = receipt;
    const moved = { ...inclusion, log: { ...inclusion?.log, index: 3 } };
    const forged = { ...receipt, inclusion: moved };
    expect(verifyReceipt(forged, sha256)).toEqual({ ok: false, problem: 'log' });
  });
});
