import { createPrivateKey, sign as signBytes } from 'node:crypto';

/**
 * What sealing needs to know of a key: nothing but its certificates and its signature.
 *
 * The built-in authority's keys, an outside authority's soft key and a hardware module (HSM) all
 * fit behind it, so that replacing the demo authority changes one constructor call.
 */
export interface SealSigner {
  /** DER certificates: the signer's own first, then those between it and the root, without it. */
  readonly certificateChain: readonly Uint8Array[];
  /**
   * Signs `bytes` with SHA-256. ECDSA signatures are DER (Ecdsa-Sig-Value), RSA ones PKCS#1 v1.5:
   * the forms that CMS stores.
   */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** A key and the certificate that names its owner. The caller encrypts and stores the key. */
export interface CertifiedKey {
  /** DER. */
  readonly certificate: Uint8Array;
  /** PKCS#8, DER, in clear. */
  readonly privateKeyPkcs8: Uint8Array;
}

/**
 * A signer over a key in memory (EC P-256 or RSA).
 *
 * Throws at once, not at the first document, when the key cannot be read.
 */
export function createKeySigner(
  key: CertifiedKey,
  intermediates: readonly Uint8Array[] = [],
): SealSigner {
  const privateKey = createPrivateKey({
    key: Buffer.from(key.privateKeyPkcs8),
    format: 'der',
    type: 'pkcs8',
  });
  return {
    certificateChain: [key.certificate, ...intermediates],
    sign: (bytes) => Promise.resolve(signBytes('sha256', bytes, privateKey)),
  };
}
