import { createHash, verify as verifySignature, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import * as pkijs from 'pkijs';
import {
  decodeSealSignature,
  encodeSealSignature,
  encodeSignedAttributes,
} from './seal-signature.ts';

/** Why a document is not a valid sealed one. One reason: the first met, in this order. */
export type SealProblem =
  | 'not-a-pdf'
  | 'not-sealed'
  | 'changed-after-sealing'
  | 'broken-signature'
  | 'wrong-signature'
  | 'untrusted-certificate'
  | 'certificate-not-valid-then';

/** What a sealed document proves. */
export interface SealVerdict {
  /** True only if nothing at all is wrong. */
  readonly valid: boolean;
  readonly problem: SealProblem | undefined;
  /** Organisation named by the certificate; known as soon as a certificate was read. */
  readonly signer: string | undefined;
  /** The time of sealing as the sealer states it (there is no outside time stamp). */
  readonly at: Date | undefined;
  /** The signature speaks for every byte of the file. */
  readonly coversWholeFile: boolean;
}

const MAX_CHAIN = 4;
const ORGANISATION_NAME = '2.5.4.10';

/**
 * Checks a document sealed by `sealPdf`.
 *
 * Strict on purpose: the signature must cover the file from its first to its last byte, and its
 * container must be exactly the one that we would write for these certificates, so that no single
 * byte can change unnoticed, padding included. Files sealed by other software are refused.
 *
 * @param trustAnchors DER root certificates; a chain that ends elsewhere is untrusted
 */
export function verifySealedPdf(
  pdf: Uint8Array,
  trustAnchors: readonly Uint8Array[],
): Promise<SealVerdict> {
  return Promise.resolve(judge(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length), trustAnchors));
}

function judge(file: Buffer, trustAnchors: readonly Uint8Array[]): SealVerdict {
  const text = file.toString('latin1');
  if (!text.startsWith('%PDF-')) return refused('not-a-pdf');
  const seal = findSeal(text);
  if (seal === undefined) return refused('not-sealed');
  const known = { at: seal.at, coversWholeFile: seal.coversWholeFile };
  const container = Buffer.from(seal.contents, 'hex');
  const cms = decodeSealSignature(withoutPadding(container));
  const [own, ...intermediates] = cms?.chain ?? [];
  if (cms === undefined || own === undefined) {
    return refused(seal.coversWholeFile ? 'broken-signature' : 'changed-after-sealing', known);
  }
  const certificate = readCertificate(own);
  if (certificate === undefined) return refused('broken-signature', known);
  const named = { ...known, signer: certificate.organisation };
  if (!seal.coversWholeFile) return refused('changed-after-sealing', named);
  const digest = createHash('sha256')
    .update(file.subarray(0, seal.gapStart))
    .update(file.subarray(seal.gapEnd))
    .digest();
  const signed = encodeSignedAttributes(digest, own);
  if (!verifySignature('sha256', signed, certificate.publicKey, cms.signature)) {
    return refused('wrong-signature', named);
  }
  const canonical = Buffer.from(encodeSealSignature(digest, cms.chain, cms.signature));
  if (canonical.toString('hex').padEnd(seal.contents.length, '0') !== seal.contents) {
    return refused('broken-signature', named);
  }
  const path = [certificate, ...intermediates.map(readCertificate)];
  const problem = judgeChain(path, trustAnchors, seal.at);
  return problem === undefined ? { valid: true, problem, ...named } : refused(problem, named);
}

function refused(problem: SealProblem, known: Partial<SealVerdict> = {}): SealVerdict {
  return {
    signer: undefined,
    at: undefined,
    coversWholeFile: false,
    ...known,
    valid: false,
    problem,
  };
}

interface FoundSeal {
  readonly contents: string;
  readonly gapStart: number;
  readonly gapEnd: number;
  readonly at: Date;
  readonly coversWholeFile: boolean;
}

/**
 * The last seal in the file. A text search is enough: if the signature covers the whole file, then
 * the text found is itself signed; if it does not, the document is refused anyway.
 */
function findSeal(text: string): FoundSeal | undefined {
  const start = text.lastIndexOf('/ByteRange [');
  if (start < 0) return undefined;
  const head = /^\/ByteRange \[(\d{10}) (\d{10}) (\d{10}) (\d{10})\]\n\/Contents </.exec(
    text.slice(start, start + 128),
  );
  if (head === null) return undefined;
  const [from, gapStart, gapEnd, rest] = head.slice(1).map(Number);
  if (gapStart === undefined || gapEnd === undefined || rest === undefined) return undefined;
  const contents = text.slice(gapStart + 1, gapEnd - 1);
  const at = readPdfDate(text.slice(gapEnd));
  if (at === undefined) return undefined;
  const isGapTheContents =
    gapStart === start + head[0].length - 1 &&
    text[gapEnd - 1] === '>' &&
    /^[0-9a-f]+$/.test(contents);
  const coversWholeFile = from === 0 && isGapTheContents && gapEnd + rest === text.length;
  return { contents, gapStart, gapEnd, at, coversWholeFile };
}

function readPdfDate(text: string): Date | undefined {
  const found = /\/M \(D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z\)/.exec(text);
  if (found === null) return undefined;
  const [year, month, day, hour, minute, second] = found.slice(1);
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/** DER says its own length; what follows is padding. */
function withoutPadding(container: Buffer): Uint8Array {
  const lengthOctet = container[1] ?? 0;
  if (lengthOctet < 0x80) return container.subarray(0, 2 + lengthOctet);
  const octets = Math.min(lengthOctet & 0x7f, 4);
  if (octets === 0 || container.length < 2 + octets) return container;
  return container.subarray(0, 2 + octets + container.readUIntBE(2, octets));
}

interface ReadCertificate {
  readonly x509: X509Certificate;
  readonly publicKey: KeyObject;
  readonly organisation: string | undefined;
}

/** Everything that can fail on a stranger's bytes fails here; undefined is then the answer. */
function readCertificate(der: Uint8Array): ReadCertificate | undefined {
  try {
    const x509 = new X509Certificate(der);
    const { publicKey } = x509;
    const isUsable = ['ec', 'rsa'].includes(publicKey.asymmetricKeyType ?? '');
    return isUsable ? { x509, publicKey, organisation: organisationOf(der) } : undefined;
  } catch {
    return undefined;
  }
}

function organisationOf(der: Uint8Array): string | undefined {
  const names = pkijs.Certificate.fromBER(der).subject.typesAndValues;
  const value: unknown = names.find((one) => one.type === ORGANISATION_NAME)?.value.valueBlock
    .value;
  return typeof value === 'string' ? value : undefined;
}

function judgeChain(
  chain: readonly (ReadCertificate | undefined)[],
  trustAnchors: readonly Uint8Array[],
  at: Date,
): SealProblem | undefined {
  const anchors = trustAnchors.map((der) => new X509Certificate(der));
  const path = chain.flatMap((one) => (one === undefined ? [] : [one.x509]));
  if (path.length !== chain.length || path.length > MAX_CHAIN) return 'untrusted-certificate';
  for (const [index, certificate] of path.entries()) {
    if (index > 0 && !certificate.ca) return 'untrusted-certificate';
    if (!isValidAt(certificate, at)) return 'certificate-not-valid-then';
    const anchor = anchors.find((one) => isIssuedBy(certificate, one));
    // Certificates beyond the one that an anchor signed would be unchecked bytes: none may follow.
    if (anchor !== undefined && index === path.length - 1) {
      return isValidAt(anchor, at) ? undefined : 'certificate-not-valid-then';
    }
    const issuer = path[index + 1];
    if (issuer === undefined || !isIssuedBy(certificate, issuer)) return 'untrusted-certificate';
  }
  return 'untrusted-certificate';
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

function isValidAt(certificate: X509Certificate, at: Date): boolean {
  return certificate.validFromDate <= at && at <= certificate.validToDate;
}
