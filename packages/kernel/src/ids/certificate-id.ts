import { type IdResult, normaliseId, refuse } from './outcome.ts';

const ROOT = '1.2.156.3005.2';
const CHARSET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export interface CertificateIdParts {
  /** 证照类型代码, 21: credit code of the type's authority and three digits. */
  readonly typeCode: string;
  /** 颁发机构代码, usually a credit code; some issuers in use give a region code. */
  readonly issuerCode: string;
  /** 流水号, 1 to 32 letters and digits. */
  readonly serial: string;
  /** 版本号, three digits. */
  readonly version: string;
}

/**
 * 电子证照标识, '1.2.156.3005.2.type.issuer.serial.version.check'.
 *
 * @basis GB/T 36904-2018 电子证照 标识规范
 */
export function parseCertificateId(text: string): IdResult<CertificateIdParts> {
  const value = normaliseId(text);
  if (!value.startsWith(`${ROOT}.`)) return refuse(value, 'prefix');
  const parts = value.slice(ROOT.length + 1).split('.');
  const [typeCode, issuerCode, serial, version, check] = parts;
  if (parts.length !== 5 || !typeCode || !issuerCode || !serial || !version || !check) {
    return refuse(value, 'structure');
  }
  const named = { typeCode, issuerCode, serial, version };
  if (!hasLengths(named) || check.length !== 1) return refuse(value, 'length');
  if (!/^[0-9A-Z]+$/.test(parts.join('')) || !/^\d+$/.test(version)) {
    return refuse(value, 'charset');
  }
  if (certificateCheckDigit(named) !== check) return refuse(value, 'check-digit');
  return { ok: true, value, ...named };
}

/** @throws RangeError when a part has a wrong length or other than upper-case ASCII and digits. */
export function buildCertificateId(parts: CertificateIdParts): string {
  const { typeCode, issuerCode, serial, version } = parts;
  const id = [ROOT, typeCode, issuerCode, serial, version, certificateCheckDigit(parts)].join('.');
  const parsed = parseCertificateId(id);
  if (!parsed.ok || parsed.value !== id) throw new RangeError(`not a certificate id: ${id}`);
  return id;
}

/** ISO 7064 MOD 37,36 (hybrid) over the four parts without their dots. */
export function certificateCheckDigit(parts: CertificateIdParts): string {
  const text = parts.typeCode + parts.issuerCode + parts.serial + parts.version;
  let product = 36;
  for (const char of text) {
    const sum = (product + CHARSET.indexOf(char)) % 36;
    product = ((sum === 0 ? 36 : sum) * 2) % 37;
  }
  return CHARSET.charAt((37 - product) % 36);
}

function hasLengths({ typeCode, issuerCode, serial, version }: CertificateIdParts): boolean {
  const isIssuer = issuerCode.length >= 6 && issuerCode.length <= 18;
  return typeCode.length === 21 && isIssuer && serial.length <= 32 && version.length === 3;
}
