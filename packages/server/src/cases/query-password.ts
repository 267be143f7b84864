import type { Secrets } from '../platform/secrets/index.ts';

/** Neither 0 and O nor 1, I and L: people copy it from paper. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;

/**
 * The password that goes with a case number (A11). Derived from the case's id under the county's
 * key, so that a repeated filing shows the same one and nothing readable is stored.
 */
export function queryPassword(
  secrets: Secrets,
  tenantId: string,
  caseId: string,
): { readonly plain: string; readonly hash: string } {
  const bytes = Buffer.from(
    secrets.blindIndex({ tenantId, column: 'case.query_password' }, caseId),
    'hex',
  );
  const plain = [...bytes.subarray(0, LENGTH)]
    .map((byte) => ALPHABET[byte % ALPHABET.length] ?? '')
    .join('');
  return { plain, hash: queryPasswordHash(secrets, tenantId, plain) };
}

/** What is stored of a password; upper and lower case are the same. */
export function queryPasswordHash(secrets: Secrets, tenantId: string, password: string): string {
  const place = { tenantId, column: 'cases.password_hash' };
  return secrets.blindIndex(place, password.trim().toUpperCase());
}
