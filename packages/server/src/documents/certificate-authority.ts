import { randomBytes, webcrypto } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import {
  authorityKeyExtension,
  constraintsExtension,
  keyUsageExtension,
  subjectKeyExtension,
} from './certificate-extensions.ts';
import type { CertifiedKey } from './seal-signer.ts';

/** Who a certificate names. */
export interface CertificateName {
  /** Legal name in full, as on the seal: 云溪县住房和城乡建设局. */
  readonly organisation: string;
  /** Unified social credit code, 18 characters; written as organizationIdentifier. */
  readonly organisationCode?: string;
  /** What the certificate is for; the organisation's name when absent. */
  readonly commonName?: string;
}

const OID = {
  country: '2.5.4.6',
  organisation: '2.5.4.10',
  commonName: '2.5.4.3',
  organisationIdentifier: '2.5.4.97',
} as const;

const EC_P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/**
 * Founds the small built-in authority: a self-signed root on EC P-256.
 *
 * Meant for demonstration and for a county without an outside authority. Real seals of state organs
 * must come from the national seal system.
 * @basis 国务院关于在线政务服务的若干规定（国务院令第716号）第九条
 *   “国家建立权威、规范、可信的统一电子印章系统。”
 */
export async function createRootAuthority(options: {
  readonly name: CertificateName;
  readonly now: Date;
  /** Calendar years; 30 when absent. */
  readonly validYears?: number;
}): Promise<CertifiedKey> {
  const keys = await generateKeys();
  const notAfter = yearsAfter(options.now, options.validYears ?? 30);
  const name = toRelativeNames(options.name);
  const certificate = await newCertificate(keys.publicKey, name, name, options.now, notAfter);
  certificate.extensions = [
    constraintsExtension(true),
    keyUsageExtension('issuing'),
    await subjectKeyExtension(keys.publicKey),
  ];
  await certificate.sign(keys.privateKey, 'SHA-256');
  return exportKey(certificate, keys.privateKey);
}

/**
 * Issues an organisation's sealing certificate; it never outlives the authority's own.
 *
 * Throws RangeError when the authority's certificate is not valid at `now`.
 */
export async function issueSealCertificate(options: {
  readonly authority: CertifiedKey;
  readonly subject: CertificateName;
  readonly now: Date;
  /** Calendar years; 5 when absent. */
  readonly validYears?: number;
}): Promise<CertifiedKey> {
  const issuer = pkijs.Certificate.fromBER(options.authority.certificate);
  const issuerEnd = issuer.notAfter.value;
  if (options.now < issuer.notBefore.value || options.now >= issuerEnd) {
    throw new RangeError('the authority is not valid at the time of issue');
  }
  const keys = await generateKeys();
  const wantedEnd = yearsAfter(options.now, options.validYears ?? 5);
  const certificate = await newCertificate(
    keys.publicKey,
    toRelativeNames(options.subject),
    issuer.subject,
    options.now,
    wantedEnd < issuerEnd ? wantedEnd : issuerEnd,
  );
  certificate.extensions = [
    constraintsExtension(false),
    keyUsageExtension('sealing'),
    await subjectKeyExtension(keys.publicKey),
    authorityKeyExtension(issuer),
  ];
  await certificate.sign(await importKey(options.authority.privateKeyPkcs8), 'SHA-256');
  return exportKey(certificate, keys.privateKey);
}

function generateKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(EC_P256, true, ['sign', 'verify']);
}

function importKey(pkcs8: Uint8Array): Promise<webcrypto.CryptoKey> {
  return webcrypto.subtle.importKey('pkcs8', Buffer.from(pkcs8), EC_P256, false, ['sign']);
}

async function exportKey(
  certificate: pkijs.Certificate,
  privateKey: webcrypto.CryptoKey,
): Promise<CertifiedKey> {
  return {
    certificate: new Uint8Array(certificate.toSchema(true).toBER()),
    privateKeyPkcs8: new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', privateKey)),
  };
}

async function newCertificate(
  publicKey: webcrypto.CryptoKey,
  subject: pkijs.RelativeDistinguishedNames,
  issuer: pkijs.RelativeDistinguishedNames,
  notBefore: Date,
  notAfter: Date,
): Promise<pkijs.Certificate> {
  const certificate = new pkijs.Certificate();
  certificate.version = 2; // counted from zero: this is X.509 version 3
  certificate.serialNumber = new asn1.Integer({ valueHex: randomSerial() });
  certificate.subject = subject;
  certificate.issuer = issuer;
  certificate.notBefore = toTime(notBefore);
  certificate.notAfter = toTime(notAfter);
  await certificate.subjectPublicKeyInfo.importKey(publicKey);
  return certificate;
}

/** A positive, minimal 16-octet serial (RFC 5280, 4.1.2.2): the top bits are 01. */
function randomSerial(): ArrayBuffer {
  const octets = new Uint8Array(randomBytes(16));
  octets[0] = ((octets[0] ?? 0) & 0x3f) | 0x40;
  return octets.buffer;
}

function toRelativeNames(name: CertificateName): pkijs.RelativeDistinguishedNames {
  const parts: [string, asn1.PrintableString | asn1.Utf8String][] = [
    [OID.country, new asn1.PrintableString({ value: 'CN' })],
    [OID.organisation, new asn1.Utf8String({ value: name.organisation })],
    [OID.commonName, new asn1.Utf8String({ value: name.commonName ?? name.organisation })],
  ];
  if (name.organisationCode !== undefined) {
    parts.push([OID.organisationIdentifier, new asn1.Utf8String({ value: name.organisationCode })]);
  }
  return new pkijs.RelativeDistinguishedNames({
    typesAndValues: parts.map(([type, value]) => new pkijs.AttributeTypeAndValue({ type, value })),
  });
}

/** RFC 5280, 4.1.2.5: UTCTime through 2049, GeneralizedTime after; whole seconds. */
function toTime(at: Date): pkijs.Time {
  const value = new Date(Math.floor(at.getTime() / 1000) * 1000);
  return new pkijs.Time({ type: value.getUTCFullYear() < 2050 ? 0 : 1, value });
}

function yearsAfter(start: Date, years: number): Date {
  const end = new Date(start);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  return end;
}
