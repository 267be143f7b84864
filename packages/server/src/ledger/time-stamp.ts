/**
 * Time stamps by an outside authority (RFC 3161): that some bytes existed by a moment of a clock
 * that is not ours. Requests and answers only; trust in the authority is the reader's, so its chain
 * is not judged here and the token is kept as it came.
 */
import { createHash, randomBytes } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import { instantFromMs, type Instant } from '@yichuang/kernel/time';

const SHA256 = '2.16.840.1.101.3.4.2.1';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const NONCE_BYTES = 16;

export interface TimeStampRequest {
  /** TimeStampReq, DER, as it is posted. */
  readonly der: Uint8Array;
  readonly bytes: Uint8Array;
  readonly nonce: Uint8Array;
}

export interface TimeStamp {
  /** TimeStampToken, DER, as it came. */
  readonly token: Uint8Array;
  /** The authority's clock, whole milliseconds. */
  readonly stampedAt: Instant;
}

/** The authority answered with something that is no stamp of what was asked. */
export class TimeStampRefused extends Error {
  override readonly name = 'TimeStampRefused';
}

/** Asks for a stamp of the SHA-256 of `bytes`, with the authority's certificate in it. */
export function timeStampRequest(bytes: Uint8Array): TimeStampRequest {
  const nonce = Uint8Array.from(randomBytes(NONCE_BYTES));
  // A positive, minimal integer: the top bits are 01.
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
  const request = new pkijs.TimeStampReq({
    version: 1,
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: SHA256 }),
      hashedMessage: new asn1.OctetString({ valueHex: bufferOf(sha256(bytes)) }),
    }),
    nonce: new asn1.Integer({ valueHex: bufferOf(nonce) }),
    certReq: true,
  });
  return { der: new Uint8Array(request.toSchema().toBER()), bytes, nonce };
}

/**
 * Reads the authority's TimeStampResp and believes it when the imprint and the nonce are ours, the
 * signature is sound, and the certificate that made it is for time stamping.
 *
 * @throws TimeStampRefused for everything else, saying what it is
 */
export async function readTimeStamp(
  answer: Uint8Array,
  { bytes, nonce }: TimeStampRequest,
): Promise<TimeStamp> {
  const { status, timeStampToken } = parsed('no answer by RFC 3161', () =>
    pkijs.TimeStampResp.fromBER(answer),
  );
  if (status.status > 1 || timeStampToken === undefined) {
    throw new TimeStampRefused(`the authority refused with status ${status.status}`);
  }
  const { signed, info } = parsed('no token by RFC 3161', () => contentOf(timeStampToken));
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  const isOurs =
    hashAlgorithm.algorithmId === SHA256 &&
    sameBytes(hashedMessage.valueBlock.valueHexView, sha256(bytes));
  if (!isOurs) throw new TimeStampRefused('the stamp is for other bytes');
  if (info.nonce === undefined || !sameBytes(info.nonce.valueBlock.valueHexView, nonce)) {
    throw new TimeStampRefused('the stamp answers another request');
  }
  await checkSignature(signed, bytes);
  return {
    token: new Uint8Array(timeStampToken.toSchema().toBER()),
    stampedAt: instantFromMs(info.genTime.getTime()),
  };
}

function contentOf(token: pkijs.ContentInfo): {
  readonly signed: pkijs.SignedData;
  readonly info: pkijs.TSTInfo;
} {
  const signed = new pkijs.SignedData({ schema: token.content as unknown });
  const { eContentType, eContent } = signed.encapContentInfo;
  if (eContentType !== TST_INFO || eContent === undefined) throw new TypeError('no TSTInfo');
  return { signed, info: pkijs.TSTInfo.fromBER(eContent.getValue()) };
}

async function checkSignature(signed: pkijs.SignedData, bytes: Uint8Array): Promise<void> {
  const verdict = await signed
    .verify({ signer: 0, data: bufferOf(bytes), checkChain: false, extendedMode: true })
    // The library rejects with its verdict where the signature cannot even be read.
    .catch(() => undefined);
  const signer = verdict?.signerCertificate;
  if (verdict?.signatureVerified !== true || !signer) {
    throw new TimeStampRefused('the signature of the stamp is not sound');
  }
  const usage = signer.extensions?.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE);
  const purposes = usage?.parsedValue as pkijs.ExtKeyUsage | undefined;
  if (purposes?.keyPurposes.includes(TIME_STAMPING) !== true) {
    throw new TimeStampRefused('the certificate of the stamp is not for time stamping');
  }
}

function parsed<T>(problem: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new TimeStampRefused(problem, { cause });
  }
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
