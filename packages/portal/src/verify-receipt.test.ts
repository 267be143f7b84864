// The browser's checker is written by hand beside the kernel's: here both judge the same receipts.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  canonicalJson as kernelJson,
  eventHash,
  fromHex,
  hashHex,
  merkleTree,
  proofOf,
  toHex,
  verifyReceipt as kernelVerify,
} from '@yichuang/kernel/ledger';
import { plainDate } from '@yichuang/kernel/time';

interface Checker {
  verifyReceipt(
    receipt: unknown,
    roots: Readonly<Record<string, string>>,
  ): Promise<{ verdict: string; day?: string }>;
  canonicalJson(value: unknown): string;
}
const address = new URL('../assets/verify-receipt.js', import.meta.url).href;
const checker = (await import(address)) as Checker;

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
const event = { type: 'CaseReceived', number: '云溪〔2026〕1号', form: { b: 1, a: '“x”\n' } };

function receiptIn(size: number, index: number) {
  const hash = eventHash(null, event, sha256);
  const leaves = Array.from({ length: size }, (_, i) =>
    i === index ? fromHex(hash) : sha256(Uint8Array.of(i)),
  );
  const tree = merkleTree(leaves, sha256);
  const inclusion = {
    day: plainDate('2026-11-21'),
    index,
    size,
    proof: proofOf(tree, index).map((bytes) => hashHex(toHex(bytes))),
    root: hashHex(toHex(tree.root)),
  };
  const format = 'yichuang-receipt-1' as const;
  return { format, tenantId: '420527', event, prevHash: null, hash, inclusion };
}

describe('the checker in the browser', () => {
  it('agrees with the kernel for every place in trees of 1 to 17 leaves', async () => {
    for (let size = 1; size <= 17; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const receipt = receiptIn(size, index);
        expect(kernelVerify(receipt, sha256)).toEqual({ ok: true, isAnchored: true });
        expect(await checker.verifyReceipt(receipt, {})).toMatchObject({ verdict: 'anchored' });
      }
    }
  });

  it('compares with the published root', async () => {
    const receipt = receiptIn(5, 2);
    const { day, root } = receipt.inclusion;
    const verdictWith = async (roots: Readonly<Record<string, string>>) =>
      (await checker.verifyReceipt(receipt, roots)).verdict;
    expect(await verdictWith({ [day]: root })).toBe('published');
    expect(await verdictWith({ [day]: root.replace(/^./, (c) => (c === '0' ? '1' : '0')) })).toBe(
      'root',
    );
  });

  it('finds one changed character, a false proof, and what is no receipt', async () => {
    const receipt = receiptIn(6, 3);
    const changed = { ...receipt, event: { ...event, number: '云溪〔2026〕2号' } };
    expect(await checker.verifyReceipt(changed, {})).toMatchObject({ verdict: 'hash' });
    const moved = { ...receipt, inclusion: { ...receipt.inclusion, index: 2 } };
    expect(await checker.verifyReceipt(moved, {})).toMatchObject({ verdict: 'inclusion' });
    for (const other of [undefined, null, 'x', [], {}, { ...receipt, hash: 'x' }]) {
      expect(await checker.verifyReceipt(other, {})).toEqual({ verdict: 'malformed' });
    }
  });

  it('says when the day is not closed yet', async () => {
    const { inclusion: _inclusion, ...open } = receiptIn(1, 0);
    expect(await checker.verifyReceipt(open, {})).toEqual({ verdict: 'not-yet' });
  });

  it('has a SHA-256 of its own for sites without https, equal to Node’s', async () => {
    const own = (await import(new URL('../assets/sha256.js', import.meta.url).href)) as {
      sha256ByHand(bytes: Uint8Array): Uint8Array;
    };
    for (let length = 0; length < 200; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 7 + length) % 256);
      expect(toHex(own.sha256ByHand(bytes))).toBe(toHex(sha256(bytes)));
    }
  });

  it('writes JSON as the kernel does', () => {
    const json = fc.jsonValue({ stringUnit: 'grapheme' });
    fc.assert(
      fc.property(json, (value) => checker.canonicalJson(value) === kernelJson(value)),
      { seed: 20261122, numRuns: 500 },
    );
  });
});
