/**
 * The few lines of DER (ITU-T X.690) that a signature container is made of. Written out because
 * building the same by an ASN.1 library's objects takes longer than everything else in sealing.
 */

/** Tags, class and "constructed" bit included. */
export const DER_TAG = {
  integer: 0x02,
  octetString: 0x04,
  null: 0x05,
  objectIdentifier: 0x06,
  sequence: 0x30,
  set: 0x31,
  /** [0], explicit or implicit and constructed. */
  context0: 0xa0,
} as const;

/** One element: tag, definite length, the parts one after another. */
export function encodeDer(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Buffer.from([tag, ...encodeLength(length)]), ...parts]);
}

/** A SET OF: its elements in the order of their encodings, as DER asks. */
export function encodeDerSetOf(tag: number, elements: readonly Uint8Array[]): Buffer {
  return encodeDer(tag, ...elements.toSorted((one, other) => Buffer.compare(one, other)));
}

/** An object identifier from its dotted form: 1.2.840.113549.1.7.1. */
export function encodeObjectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...others] = dotted.split('.').map(Number);
  const octets = [first * 40 + second, ...others].flatMap(toBase128);
  return encodeDer(DER_TAG.objectIdentifier, Buffer.from(octets));
}

function encodeLength(length: number): number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return [0x80 + octets.length, ...octets];
}

function toBase128(value: number): number[] {
  const octets = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) {
    octets.unshift(0x80 + (rest % 128));
  }
  return octets;
}
