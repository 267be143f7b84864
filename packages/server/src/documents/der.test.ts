import * as asn1 from 'asn1js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DER_TAG, encodeDer, encodeDerSetOf, encodeObjectIdentifier } from './der.ts';

describe('DER', () => {
  it('lengths and contents are read back by an independent library, short and long', () => {
    for (const length of [0, 1, 127, 128, 255, 256, 65_535, 65_536]) {
      const content = Buffer.alloc(length, 7);
      const read = asn1.fromBER(encodeDer(DER_TAG.octetString, content));
      expect(read.offset).toBeGreaterThan(0);
      if (!(read.result instanceof asn1.OctetString)) throw new Error('not an octet string');
      expect(Buffer.from(read.result.valueBlock.valueHexView).equals(content)).toBe(true);
    }
  });

  it('object identifiers equal those of an independent library', () => {
    const arcs = fc.array(fc.integer({ min: 0, max: 2 ** 30 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 39 }), arcs, (second, others) => {
        const dotted = [1, second, ...others].join('.');
        const theirs = Buffer.from(new asn1.ObjectIdentifier({ value: dotted }).toBER());
        expect(encodeObjectIdentifier(dotted).equals(theirs)).toBe(true);
      }),
      { seed: 20261122 },
    );
  });

  it('a set is in the order of its encodings, whatever order it was given in', () => {
    const elements = [3, 1, 2].map((one) => encodeDer(DER_TAG.integer, Buffer.from([one])));
    expect(encodeDerSetOf(DER_TAG.set, elements).toString('hex')).toBe('3109020101020102020103');
  });
});
