import { createHash, X509Certificate } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';

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

/**
 * The signed attributes of a PAdES baseline signature (ETSI EN 319 142-1, B-B), DER: content type,
 * digest of the document, and the hash of the signer's certificate (so that the certificate cannot
 * be swapped). The time of sealing stands in the PDF dictionary's /M, as the standard asks; it is
 * covered by the digest.
 */
export function encodeSignedAttributes(digest: Uint8Array, certificate: Uint8Array): Uint8Array {
  const set = new asn1.Set({ value: signedAttributes(digest, certificate) });
  return new Uint8Array(set.toBER());
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
  const certificate = pkijs.Certificate.fromBER(own);
  const signerInfo = new asn1.Sequence({
    value: [
      new asn1.Integer({ value: 1 }),
      new asn1.Sequence({ value: [certificate.issuer.toSchema(), certificate.serialNumber] }),
      algorithm(OID.sha256),
      new asn1.Constructed({
        idBlock: { tagClass: 3, tagNumber: 0 },
        value: signedAttributes(digest, own),
      }),
      signatureAlgorithm(own),
      new asn1.OctetString({ valueHex: toBuffer(signature) }),
    ],
  });
  const signedData = new asn1.Sequence({
    value: [
      new asn1.Integer({ value: 1 }),
      new asn1.Set({ value: [algorithm(OID.sha256)] }),
      new asn1.Sequence({ value: [new asn1.ObjectIdentifier({ value: OID.data })] }),
      explicit(0, ...chain.map(parseDer)),
      new asn1.Set({ value: [signerInfo] }),
    ],
  });
  const contentInfo = new asn1.Sequence({
    value: [new asn1.ObjectIdentifier({ value: OID.signedData }), explicit(0, signedData)],
  });
  return new Uint8Array(contentInfo.toBER());
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

/** In the order DER asks of a SET OF: by their encodings. */
function signedAttributes(digest: Uint8Array, certificate: Uint8Array): asn1.Sequence[] {
  const certificateHash = createHash('sha256').update(certificate).digest();
  const certificateId = new asn1.Sequence({
    // hashAlgorithm is left out: its default is SHA-256 (RFC 5035), and DER forbids defaults
    value: [new asn1.OctetString({ valueHex: toBuffer(certificateHash) })],
  });
  const signingCertificate = new asn1.Sequence({
    value: [new asn1.Sequence({ value: [certificateId] })],
  });
  return [
    attribute(OID.contentType, new asn1.ObjectIdentifier({ value: OID.data })),
    attribute(OID.messageDigest, new asn1.OctetString({ valueHex: toBuffer(digest) })),
    attribute(OID.signingCertificateV2, signingCertificate),
  ].sort((one, other) => Buffer.compare(Buffer.from(one.toBER()), Buffer.from(other.toBER())));
}

function attribute(type: string, value: asn1.BaseBlock): asn1.Sequence {
  return new asn1.Sequence({
    value: [new asn1.ObjectIdentifier({ value: type }), new asn1.Set({ value: [value] })],
  });
}

function algorithm(oid: string, withNull = false): asn1.Sequence {
  const identifier = new asn1.ObjectIdentifier({ value: oid });
  return new asn1.Sequence({ value: withNull ? [identifier, new asn1.Null()] : [identifier] });
}

function signatureAlgorithm(certificate: Uint8Array): asn1.Sequence {
  const kind = new X509Certificate(certificate).publicKey.asymmetricKeyType;
  if (kind === 'ec') return algorithm(OID.ecdsaWithSha256);
  if (kind === 'rsa') return algorithm(OID.rsaEncryption, true);
  throw new Error(`a seal needs an EC or RSA certificate, not ${String(kind)}`);
}

function explicit(tagNumber: number, ...value: asn1.BaseBlock[]): asn1.Constructed {
  return new asn1.Constructed({ idBlock: { tagClass: 3, tagNumber }, value });
}

function parseDer(der: Uint8Array): asn1.BaseBlock {
  const parsed = asn1.fromBER(der);
  if (parsed.offset === -1) throw new Error('a certificate of the chain is not DER');
  return parsed.result;
}

function toBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
