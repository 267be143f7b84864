import { hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface MasterKey {
  readonly id: string;
  readonly bytes: Buffer;
}

/** The key file is missing, open to others, or not in its form. For the operator, as it is. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';
}

const lineShape = /^([a-z0-9-]{1,32})\s+([A-Za-z0-9_-]{43})$/;

/**
 * One key a line: `id key`, the key being 32 bytes in base64url; lines beginning with # are notes.
 * The first line seals; every line opens. To rotate: put a new line on top and keep the others.
 * The last line, the oldest key, also makes the blind indexes, which rotation must not change.
 *
 * @throws KeyFileError
 */
export function readKeyFile(path: string): readonly MasterKey[] {
  if (!existsSync(path)) {
    throw new KeyFileError(
      `The key file ${path} (SECRET_KEY_FILE) does not exist. Without the key that sealed it, ` +
        'personal data in the database cannot be read: restore the file from its backup, or, for ' +
        'a new database, make one with: yichuang key new > FILE',
    );
  }
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new KeyFileError(`The key file ${path} can be read by others. Run: chmod 600 ${path}`);
  }
  const keys = readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '' || line.startsWith('#')) return [];
      const [, id, key] = lineShape.exec(line.trim()) ?? [];
      if (id === undefined || key === undefined) {
        throw new KeyFileError(`${path}, line ${index + 1}: expected an id and a key of 32 bytes`);
      }
      return [{ id, bytes: Buffer.from(key, 'base64url') }];
    });
  if (keys.length === 0) throw new KeyFileError(`The key file ${path} holds no key.`);
  if (new Set(keys.map((each) => each.id)).size < keys.length) {
    throw new KeyFileError(`The key file ${path} has two keys of one id.`);
  }
  return keys;
}

/**
 * Keys of their own for a trial county, from the same file and under the same ids: what its program
 * seals the real county's cannot open, and the reverse, even where a tenant's id were mistaken.
 */
export function trialKeys(keys: readonly MasterKey[], trialId: string): readonly MasterKey[] {
  return keys.map(({ id, bytes }) => ({
    id,
    bytes: Buffer.from(hkdfSync('sha256', bytes, 'yichuang', `trial ${trialId}`, 32)),
  }));
}

/** A line for the key file. */
export function newKeyLine(): string {
  return `k${randomBytes(4).toString('hex')} ${randomBytes(32).toString('base64url')}\n`;
}

/** Makes the file, readable by this user only, when it is absent. Never overwrites one. */
export function ensureKeyFile(path: string): void {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true, mode: 0o711 });
  writeFileSync(path, newKeyLine(), { mode: 0o600, flag: 'wx' });
  chmodSync(path, 0o600);
}
