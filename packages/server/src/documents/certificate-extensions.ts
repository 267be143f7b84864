import { webcrypto } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';

const EXTENSION = {
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  subjectKeyIdentifier: '2.5.29.14',
  authorityKeyIdentifier: '2.5.29.35',
} as const;

/** Bits of KeyUsage (RFC 5280, 4.2.1.3), in the first octet, with the number of unused bits. */
const KEY_USAGE = {
  sealing: { octet: 0b1100_0000, unused: 6 }, // digitalSignature, nonRepudiation
  issuing: { octet: 0b0000_0110, unused: 1 }, // keyCertSign, cRLSign
} as const;

/** Whether the key may sign certificates; one authority below it at most. */
export function constraintsExtension(isAuthority: boolean): pkijs.Extension {
  const constraints = isAuthority
    ? new pkijs.BasicConstraints({ cA: true, pathLenConstraint: 1 })
    : new pkijs.BasicConstraints({ cA: false });
  return new pkijs.Extension({
    extnID: EXTENSION.basicConstraints,
    critical: true,
    extnValue: constraints.toSchema().toBER(),
  });
}

/** What the key may sign. */
export function keyUsageExtension(use: keyof typeof KEY_USAGE): pkijs.Extension {
  const { octet, unused } = KEY_USAGE[use];
  const bits = new asn1.BitString({
    valueHex: new Uint8Array([octet]).buffer,
    unusedBits: unused,
  });
  return new pkijs.Extension({
    extnID: EXTENSION.keyUsage,
    critical: true,
    extnValue: bits.toBER(),
  });
}

/** The name of the key: the first 160 bits of the SHA-256 of its SPKI (RFC 7093, method 1). */
export async function subjectKeyExtension(
  publicKey: webcrypto.CryptoKey,
): Promise<pkijs.Extension> {
  const spki = await webcrypto.subtle.exportKey('spki', publicKey);
  const identifier = await webcrypto.subtle.digest('SHA-256', spki);
  const value = new asn1.OctetString({ valueHex: identifier.slice(0, 20) });
  return new pkijs.Extension({ extnID: EXTENSION.subjectKeyIdentifier, extnValue: value.toBER() });
}

/** Which of the issuer's keys signed. Throws when the issuer does not name its key. */
export function authorityKeyExtension(issuer: pkijs.Certificate): pkijs.Extension {
  const own = issuer.extensions?.find((one) => one.extnID === EXTENSION.subjectKeyIdentifier);
  if (!(own?.parsedValue instanceof asn1.OctetString)) {
    throw new Error('the authority certificate has no subject key identifier');
  }
  const value = new pkijs.AuthorityKeyIdentifier({
    keyIdentifier: new asn1.OctetString({ valueHex: own.parsedValue.valueBlock.valueHexView }),
  });
  return new pkijs.Extension({
    extnID: EXTENSION.authorityKeyIdentifier,
    extnValue: value.toSchema().toBER(),
  });
}
