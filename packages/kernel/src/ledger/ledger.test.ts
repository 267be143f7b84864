import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { plainDate } from '../time/index.ts';
import {
  type ChainedEvent,
  eventHash,
  fromHex,
  hashHex,
  type HashHex,
  inclusionProof,
  type LedgerReceipt,
  merkleRoot,
  type PublishedRoots,
  toHex,
  verifyChain,
  verifyInclusion,
  verifyReceipt,
} from './index.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

function chainOf(events: readonly unknown[]): ChainedEvent[] {
  let prevHash: HashHex | null = null;
  return events.map((event) => {
    const link: ChainedEvent = { event, prevHash, hash: eventHash(prevHash, event, sha256) };
    prevHash = link.hash;
    return link;
  });
}

describe('hash chain of a case', () => {
  const chain = chainOf([
    { type: 'CaseReceived', seq: 1 },
    { type: 'CaseAccepted', seq: 2, by: '张三' },
    { type: 'CaseConcluded', seq: 3 },
  ]);
  const [first, second, third] = chain as [ChainedEvent, ChainedEvent, ChainedEvent];

  test('the hash covers a prefix, the hash before, and the canonical event', () => {
    const text = '{"seq":1,"type":"CaseReceived"}';
    const bytes = Buffer.concat([Buffer.from([2]), Buffer.alloc(32), Buffer.from(text)]);
    expect(first.hash).toBe(createHash('sha256').update(bytes).digest('hex'));
    const next = Buffer.concat([
      Buffer.from([2]),
      Buffer.from(first.hash, 'hex'),
      Buffer.from('{"by":"张三","seq":2,"type":"CaseAccepted"}'),
    ]);
    expect(second.hash).toBe(createHash('sha256').update(next).digest('hex'));
  });

  test('a sound chain gives its head, an empty one none', () => {
    expect(verifyChain(chain, sha256)).toEqual({ ok: true, head: third.hash });
    expect(verifyChain([], sha256)).toEqual({ ok: true, head: null });
  });

  test('a changed event is named', () => {
    const forged = [
      first,
      { ...second, event: { type: 'CaseAccepted', seq: 2, by: '李四' } },
      third,
    ];
    expect(verifyChain(forged, sha256)).toEqual({ ok: false, index: 1, problem: 'hash' });
  });

  test('a changed event with its own hash mended is found at the next one', () => {
    const event = { type: 'CaseAccepted', seq: 2, by: '李四' };
    const mended = { ...second, event, hash: eventHash(second.prevHash, event, sha256) };
    const verdict = verifyChain([first, mended, third], sha256);
    expect(verdict).toEqual({ ok: false, index: 2, problem: 'prev-hash' });
  });

  test('events left out, moved or put first are found', () => {
    const missing = verifyChain([first, third], sha256);
    expect(missing).toEqual({ ok: false, index: 1, problem: 'prev-hash' });
    const moved = verifyChain([second, first, third], sha256);
    expect(moved).toEqual({ ok: false, index: 0, problem: 'prev-hash' });
  });

  test('events cut off at the end are found by the known head only', () => {
    expect(verifyChain([first, second], sha256).ok).toBe(true);
    const verdict = verifyChain([first, second], sha256, third.hash);
    expect(verdict).toEqual({ ok: false, index: 2, problem: 'head' });
  });
});

/** The eight entries and nine roots of the certificate transparency test data (RFC 6962). */
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

const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('day tree (RFC 9162, RFC 6962 test data)', () => {
  test.each([...roots.entries()])('the root over %i entries is %s', (size, root) => {
    expect(toHex(merkleRoot(entries.slice(0, size), sha256))).toBe(root);
  });

  test.each([
    [0, 1, []],
    [
      0,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      5,
      8,
      [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
    [
      1,
      5,
      [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('the path of entry %i in a tree of %i is as published', (index, size, path) => {
    const proof = inclusionProof(entries.slice(0, size), index, sha256);
    expect(proof.map(toHex)).toEqual(path);
  });

  test('a leaf that the tree does not have is a programmer error', () => {
    expect(() => inclusionProof(entries, 8, sha256)).toThrow(RangeError);
    expect(() => inclusionProof([], 0, sha256)).toThrow(RangeError);
  });

  test('an index outside the tree verifies nothing', () => {
    const root = merkleRoot(entries, sha256);
    const leaf = new Uint8Array(0);
    expect(verifyInclusion(leaf, 8, 8, [], root, sha256)).toBe(false);
    expect(verifyInclusion(leaf, -1, 8, [], root, sha256)).toBe(false);
    expect(verifyInclusion(leaf, 0.5, 8, [], root, sha256)).toBe(false);
  });
});

describe('receipt', () => {
  const events = Array.from({ length: 5 }, (_, i) => ({ type: 'CaseReceived', caseId: `c${i}` }));
  const hashes = events.map((event) => eventHash(null, event, sha256));
  const leaves = hashes.map(fromHex);
  const root = hashHex(toHex(merkleRoot(leaves, sha256)));
  const receipt: LedgerReceipt = {
    format: 'yichuang-receipt-1',
    tenantId: '539999',
    event: events[3],
    prevHash: null,
    hash: hashes[3] as HashHex,
    inclusion: {
      day: plainDate('2026-11-22'),
      index: 3,
      size: 5,
      proof: inclusionProof(leaves, 3, sha256).map((hash) => hashHex(toHex(hash))),
      root,
    },
  };

  test('it verifies offline, also after a trip through a file', () => {
    const read: unknown = JSON.parse(JSON.stringify(receipt));
    expect(verifyReceipt(read, sha256)).toEqual({ ok: true, isAnchored: true });
    const published = { ok: true, isAnchored: true, published: 'day' };
    expect(verifyReceipt(read, sha256, { copied: root })).toEqual(published);
    expect(verifyReceipt(read, sha256, { days: { '2026-11-22': root } })).toEqual(published);
    const otherDay = verifyReceipt(read, sha256, { days: { '2026-11-21': root } });
    expect(otherDay).toEqual({ ok: true, isAnchored: true });
  });

  test('an event that says another day than the tree in which it stands was written later', () => {
    const sealed = (at: string) => {
      const event = { type: 'CaseReceived', at };
      const hash = eventHash(null, event, sha256);
      const day = plainDate('2026-11-22');
      const alone = hashHex(toHex(merkleRoot([fromHex(hash)], sha256)));
      const inclusion = { day, index: 0, size: 1, proof: [], root: alone };
      return { ...receipt, event, hash, inclusion };
    };
    const verdictOf = (at: string) => verifyReceipt(sealed(at), sha256);
    expect(verdictOf('2026-11-21T16:00:00.000Z')).toMatchObject({ ok: true });
    expect(verdictOf('2026-11-21T15:59:59.999Z')).toEqual({ ok: false, problem: 'day' });
    expect(verdictOf('yesterday')).toEqual({ ok: false, problem: 'day' });
  });

  test('before the day is closed it proves the event only', () => {
    const { inclusion: _inclusion, ...open } = receipt;
    expect(verifyReceipt(open, sha256)).toEqual({ ok: true, isAnchored: false });
  });

  test.each([
    ['hash', { event: { type: 'CaseReceived', caseId: 'c4' } }],
    ['hash', { event: '\ud800' }],
    ['hash', { prevHash: root }],
    ['inclusion', { inclusion: { ...receipt.inclusion, index: 2 } }],
    ['inclusion', { inclusion: { ...receipt.inclusion, proof: [] } }],
    ['malformed', { format: 'other' }],
    ['malformed', { hash: 'xyz' }],
    ['malformed', { inclusion: { ...receipt.inclusion, proof: ['xyz'] } }],
    ['malformed', { inclusion: null }],
  ])('%s: %j is found', (problem, change) => {
    expect(verifyReceipt({ ...receipt, ...change }, sha256)).toEqual({ ok: false, problem });
  });

  test('a root other than the published one is found', () => {
    const other = hashHex(toHex(merkleRoot(leaves.slice(0, 4), sha256)));
    const verdictWith = (known: PublishedRoots) => verifyReceipt(receipt, sha256, known);
    expect(verdictWith({ days: { '2026-11-22': other } })).toEqual({ ok: false, problem: 'root' });
    expect(verdictWith({ copied: other })).toEqual({ ok: false, problem: 'copied' });
  });

  test.each([[null], [[]], ['text'], [undefined]])('%j is no receipt', (value) => {
    expect(verifyReceipt(value, sha256)).toEqual({ ok: false, problem: 'malformed' });
  });
});
