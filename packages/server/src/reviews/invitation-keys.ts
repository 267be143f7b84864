import type { Secrets } from '../platform/secrets/index.ts';

/** Neither 0 and O nor 1, I and L: people copy it from paper. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** 31^10: at sixty tries in ten minutes from an address nobody finds one. */
const CODE_LENGTH = 10;
const TOKEN_LENGTH = 40;

interface Place {
  readonly secrets: Secrets;
  readonly tenantId: string;
}

export interface InvitationKeys {
  /** In links and QR codes. */
  readonly token: string;
  /** On paper, typed in at /review. */
  readonly code: string;
}

/**
 * Both follow from the invitation's id under the county's key, so that a message sent twice and a
 * page opened again show the same link, and nothing readable is stored.
 */
export function invitationKeys({ secrets, tenantId }: Place, id: string): InvitationKeys {
  const made = (column: string): string => secrets.blindIndex({ tenantId, column }, id);
  const code = [...Buffer.from(made('review_invitation.code'), 'hex').subarray(0, CODE_LENGTH)]
    .map((byte) => ALPHABET[byte % ALPHABET.length] ?? '')
    .join('');
  return { token: made('review_invitation.token').slice(0, TOKEN_LENGTH), code };
}

/** As it is printed and shown: in two halves. */
export function shownCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

export function tokenHash({ secrets, tenantId }: Place, token: string): string {
  return secrets.blindIndex({ tenantId, column: 'review_invitation.token_hash' }, token);
}

/** However it was typed: small letters, spaces and dashes are the same code. */
export function codeHash({ secrets, tenantId }: Place, typed: string): string {
  const code = typed.replace(/[\s-]+/gu, '').toUpperCase();
  return secrets.blindIndex({ tenantId, column: 'review_invitation.code_hash' }, code);
}
