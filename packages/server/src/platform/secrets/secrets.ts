import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { MasterKey } from './key-file.ts';

/** Where a secret is kept. Bound into the ciphertext: a value moved elsewhere does not open. */
export interface SecretPlace {
  readonly tenantId: string;
  /** table.column, such as `person.phone_sealed` */
  readonly column: string;
}

/** A sealed value was changed, moved, or sealed with a key that the key file no longer has. */
export class SecretError extends Error {
  override readonly name = 'SecretError';
}

/**
 * Personal numbers at rest: AES-256-GCM under a sub-key for each column, and a blind index
 * (HMAC-SHA-256) to find a row by a number without being able to read it.
 */
export interface Secrets {
  /** @returns `keyId.base64url(nonce 12 · ciphertext · tag 16)` */
  seal(plain: string, place: SecretPlace): string;
  /** @throws SecretError */
  open(sealed: string, place: SecretPlace): string;
  /** 64 hexadecimal digits; `normalised` must already be in its one form (kernel/ids). */
  blindIndex(place: SecretPlace, normalised: string): string;
  /** A 32-byte key for another use (files); by key id, so that older ones still open. */
  subKey(purpose: string, keyId?: string): { id: string; key: Buffer };
}

const nonceBytes = 12;
const tagBytes = 16;

function derive(master: MasterKey, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master.bytes, 'yichuang', purpose, 32));
}

function boundTo(place: SecretPlace): Buffer {
  return Buffer.from(`${place.tenantId}\n${place.column}`, 'utf8');
}

export function createSecrets(keys: readonly MasterKey[]): Secrets {
  const current = keys[0];
  const oldest = keys.at(-1);
  if (current === undefined || oldest === undefined) throw new Error('no key was given');
  const derived = new Map<string, Buffer>();
  const keyOf = (master: MasterKey, purpose: string): Buffer => {
    const name = `${master.id} ${purpose}`;
    const known = derived.get(name);
    if (known !== undefined) return known;
    const key = derive(master, purpose);
    derived.set(name, key);
    return key;
  };
  const masterOf = (id: string): MasterKey => {
    const found = keys.find((each) => each.id === id);
    if (found === undefined) throw new SecretError(`the key file has no key ${id}`);
    return found;
  };
  return {
    seal(plain, place) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', keyOf(current, `seal ${place.column}`), nonce);
      cipher.setAAD(boundTo(place));
      const parts = [nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return `${current.id}.${Buffer.concat(parts).toString('base64url')}`;
    },
    open(sealed, place) {
      const dot = sealed.indexOf('.');
      const key = keyOf(masterOf(sealed.slice(0, dot)), `seal ${place.column}`);
      return openWith(key, Buffer.from(sealed.slice(dot + 1), 'base64url'), place);
    },
    blindIndex(place, normalised) {
      const key = keyOf(oldest, `index ${place.column}`);
      return createHmac('sha256', key)
        .update(boundTo(place))
        .update('\n')
        .update(normalised)
        .digest('hex');
    },
    subKey(purpose, keyId) {
      const master = keyId === undefined ? current : masterOf(keyId);
      return { id: master.id, key: keyOf(master, purpose) };
    },
  };
}

function openWith(key: Buffer, bytes: Buffer, place: SecretPlace): string {
  if (bytes.length < nonceBytes + tagBytes) throw new SecretError('a sealed value is too short');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(boundTo(place));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  try {
    const text = decipher.update(bytes.subarray(nonceBytes, -tagBytes));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch (error) {
    throw new SecretError(`a sealed value of ${place.column} is not genuine`, { cause: error });
  }
}
