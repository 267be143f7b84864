/** A time stamping authority (RFC 3161) on the loopback, which also answers wrongly if told to. */
import { createServer } from 'node:http';
import { webcrypto } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';

const OID = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  signedData: '1.2.840.113549.1.7.2',
  extendedKeyUsage: '2.5.29.37',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  serverAuth: '1.3.6.1.5.5.7.3.1',
} as const;

export type Manner =
  | 'well'
  | 'other bytes'
  | 'another request'
  | 'a broken signature'
  | 'a certificate for web servers'
  | 'a refusal'
  | 'nonsense'
  | 'an error page'
  | 'a redirect'
  | 'nothing at all'
  | 'no end';

export interface TestingAuthority extends AsyncDisposable {
  readonly url: string;
  /** How it answers from now on. */
  manner: Manner;
  /** Its clock. */
  now: Date;
  readonly asked: () => number;
}

export async function openTestingAuthority(): Promise<TestingAuthority> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const right = await certificateFor(keys, OID.timeStamping);
  const wrong = await certificateFor(keys, OID.serverAuth);
  let asked = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      asked += 1;
      const { manner } = authority;
      if (manner === 'nothing at all') return;
      if (manner === 'an error page') return void response.writeHead(503).end('<html>');
      if (manner === 'a redirect') return void response.writeHead(302, { location: '/' }).end();
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' });
      if (manner === 'nonsense') return void response.end('not DER');
      if (manner === 'no end') return void response.end(Buffer.alloc(1_200_000));
      const certificate = manner === 'a certificate for web servers' ? wrong : right;
      const asking = pkijs.TimeStampReq.fromBER(Buffer.concat(parts));
      void answerTo(asking, authority, { certificate, key: keys.privateKey }).then((der) =>
        response.end(der),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const authority: TestingAuthority = {
    url: `http://127.0.0.1:${port}/tsr`,
    manner: 'well',
    now: new Date('2026-11-24T16:26:03.000Z'),
    asked: () => asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return authority;
}

interface Signer {
  readonly certificate: pkijs.Certificate;
  readonly key: webcrypto.CryptoKey;
}

async function answerTo(
  { messageImprint, nonce }: pkijs.TimeStampReq,
  { manner, now }: TestingAuthority,
  signer: Signer,
): Promise<Buffer> {
  if (manner === 'a refusal') return encoded(new pkijs.TimeStampResp({ status: statusOf(2) }));
  if (manner === 'other bytes') {
    const other = new ArrayBuffer(32);
    messageImprint.hashedMessage = new asn1.OctetString({ valueHex: other });
  }
  const info = new pkijs.TSTInfo({
    version: 1,
    policy: '1.3.6.1.4.1.99999.1',
    messageImprint,
    serialNumber: new asn1.Integer({ value: 7 }),
    genTime: now,
    ...(nonce && { nonce: manner === 'another request' ? new asn1.Integer({ value: 5 }) : nonce }),
  });
  const signed = await signedInfo(info.toSchema().toBER(), signer);
  if (manner === 'a broken signature') {
    const [signature] = signed.signerInfos.map((each) => each.signature.valueBlock.valueHexView);
    if (signature !== undefined) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1;
  }
  const token = new pkijs.ContentInfo({
    contentType: OID.signedData,
    content: signed.toSchema(true),
  });
  return encoded(new pkijs.TimeStampResp({ status: statusOf(0), timeStampToken: token }));
}

async function signedInfo(
  info: ArrayBuffer,
  { certificate, key }: Signer,
): Promise<pkijs.SignedData> {
  const digest = await webcrypto.subtle.digest('SHA-256', info);
  const attribute = (type: string, value: unknown) =>
    new pkijs.Attribute({ type, values: [value] });
  const signed = new pkijs.SignedData({
    version: 3,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({
      eContentType: OID.tstInfo,
      eContent: new asn1.OctetString({ valueHex: info }),
    }),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            attribute(OID.contentType, new asn1.ObjectIdentifier({ value: OID.tstInfo })),
            attribute(OID.messageDigest, new asn1.OctetString({ valueHex: digest })),
          ],
        }),
      }),
    ],
    certificates: [certificate],
  });
  await signed.sign(key, 0, 'SHA-256');
  return signed;
}

function statusOf(status: number): pkijs.PKIStatusInfo {
  return new pkijs.PKIStatusInfo({ status });
}

function encoded(response: pkijs.TimeStampResp): Buffer {
  return Buffer.from(response.toSchema().toBER());
}

async function certificateFor(
  keys: webcrypto.CryptoKeyPair,
  purpose: string,
): Promise<pkijs.Certificate> {
  const certificate = new pkijs.Certificate();
  certificate.version = 2; // counted from zero: this is X.509 version 3
  certificate.serialNumber = new asn1.Integer({ value: 1 });
  const name = new pkijs.AttributeTypeAndValue({
    type: '2.5.4.3',
    value: new asn1.Utf8String({ value: 'Testing Time' }),
  });
  certificate.issuer.typesAndValues.push(name);
  certificate.subject.typesAndValues.push(name);
  certificate.notBefore.value = new Date('2026-01-01T00:00:00.000Z');
  certificate.notAfter.value = new Date('2036-01-01T00:00:00.000Z');
  const usage = new pkijs.ExtKeyUsage({ keyPurposes: [purpose] });
  certificate.extensions = [
    new pkijs.Extension({
      extnID: OID.extendedKeyUsage,
      critical: true,
      extnValue: usage.toSchema().toBER(),
      parsedValue: usage,
    }),
  ];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(keys.privateKey, 'SHA-256');
  return certificate;
}
