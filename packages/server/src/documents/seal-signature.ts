import { createHash, X509Certificate } from 'node:crypto';
import * as pkijs from 'pkijs';
import { DER_TAG, encodeDer, encodeDerSetOf, encodeObjectIdentifier } from './der.ts';

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  rsaEncryption: '1.2.840.113549.1.1.1',
} as const;

const ALGORITHM = {
  sha256: sequence(encodeObjectIdentifier(OID.sha256)),
  ecdsaWithSha256: sequence(encodeObjectIdentifier(OID.ecdsaWithSha256)),
  rsaEncryption: sequence(encodeObjectIdentifier(OID.rsaEncryption), encodeDer(DER_TAG.null)),
} as const;

const VERSION_1 = encodeDer(DER_TAG.integer, Buffer.from([1]));

/**
 * The signed attributes of a PAdES baseline signature (ETSI EN 319 142-1, B-B), DER: content type,
 * digest of the document, and the hash of the signer's certificate (so that the certificate cannot
 * be swapped). The time of sealing stands in the PDF dictionary's /M, as the standard asks; it is
 * covered by the digest.
 */
export function encodeSignedAttributes(digest: Uint8Array, certificate: Uint8Array): Uint8Array {
  return signedAttributes(DER_TAG.set, digest, certificate);
}

/**
 * The detached CMS SignedData (RFC 5652), DER.
 *
 * @param signature over `encodeSignedAttributes(digest, chain[0])`
 */
export function encodeSealSignature(
  digest: Uint8Array,
  chain: readonly Uint8Array[],
  signature: Uint8Array,
): Uint8Array {
  const [own] = chain;
  if (own === undefined) throw new Error('a signer without a certificate cannot seal');
  const { issuerAndSerial, signatureAlgorithm } = identityOf(own);
  const signerInfo = sequence(
    VERSION_1,
    issuerAndSerial,
    ALGORITHM.sha256,
    signedAttributes(DER_TAG.context0, digest, own),
    signatureAlgorithm,
    encodeDer(DER_TAG.octetString, signature),
  );
  const signedData = sequence(
    VERSION_1,
    encodeDer(DER_TAG.set, ALGORITHM.sha256),
    sequence(encodeObjectIdentifier(OID.data)),
    encodeDer(DER_TAG.context0, ...chain),
    encodeDer(DER_TAG.set, signerInfo),
  );
  return sequence(encodeObjectIdentifier(OID.signedData), encodeDer(DER_TAG.context0, signedData));
}

/** What a verifier needs of a CMS SignedData with one signer. */
export interface DecodedSealSignature {
  /** DER, the signer's certificate first. */
  readonly chain: readonly Uint8Array[];
  readonly signature: Uint8Array;
}

/** Reads a DER SignedData; undefined when it is something else. */
export function decodeSealSignature(der: Uint8Array): DecodedSealSignature | undefined {
  try {
    const contentInfo = pkijs.ContentInfo.fromBER(der);
    const signedData = new pkijs.SignedData({ schema: contentInfo.content });
    const [signer, ...others] = signedData.signerInfos;
    if (signer === undefined || others.length > 0) return undefined;
    const chain = (signedData.certificates ?? []).map((one) => {
      if (!(one instanceof pkijs.Certificate)) throw new TypeError('not an X.509 certificate');
      return new Uint8Array(one.toSchema().toBER());
    });
    return { chain, signature: new Uint8Array(signer.signature.valueBlock.valueHexView) };
  } catch {
    // What a stranger uploads may be anything; "not a signature" is the whole answer.
    return undefined;
  }
}

function signedAttributes(tag: number, digest: Uint8Array, certificate: Uint8Array): Buffer {
  const certificateHash = createHash('sha256').update(certificate).digest();
  // hashAlgorithm is left out: its default is SHA-256 (RFC 5035), and DER forbids defaults.
  const certificateId = sequence(encodeDer(DER_TAG.octetString, certificateHash));
  return encodeDerSetOf(tag, [
    attribute(OID.contentType, encodeObjectIdentifier(OID.data)),
    attribute(OID.messageDigest, encodeDer(DER_TAG.octetString, digest)),
    attribute(OID.signingCertificateV2, sequence(sequence(certificateId))),
  ]);
}

function attribute(type: string, value: Uint8Array): Buffer {
  return sequence(encodeObjectIdentifier(type), encodeDer(DER_TAG.set, value));
}

function sequence(...parts: readonly Uint8Array[]): Buffer {
  return encodeDer(DER_TAG.sequence, ...parts);
}

interface SignerIdentity {
  readonly issuerAndSerial: Uint8Array;
  readonly signatureAlgorithm: Uint8Array;
}

/** Reading a certificate costs as much as ten signatures; a signer's is the same every time. */
const identities = new WeakMap<Uint8Array, SignerIdentity>();

function identityOf(certificate: Uint8Array): SignerIdentity {
  const known = identities.get(certificate);
  if (known !== undefined) return known;
  const { issuer, serialNumber } = pkijs.Certificate.fromBER(certificate);
  const identity: SignerIdentity = {
    issuerAndSerial: sequence(
      new Uint8Array(issuer.toSchema().toBER()),
      new Uint8Array(serialNumber.toBER()),
    ),
    signatureAlgorithm: signatureAlgorithmOf(certificate),
  };
  identities.set(certificate, identity);
  return identity;
}

function signatureAlgorithmOf(certificate: Uint8Array): Uint8Array {
  const kind = new X509Certificate(certificate).publicKey.asymmetricKeyType;
  if (kind === 'ec') return ALGORITHM.ecdsaWithSha256;
  if (kind === 'rsa') return ALGORITHM.rsaEncryption;
  throw new Error(`a seal needs an EC or RSA certificate, not ${String(kind)}`);
}
