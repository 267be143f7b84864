import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Clock } from '../clock/index.ts';
import type { Db } from '../db/pool.ts';
import type { Secrets } from '../secrets/index.ts';
import { decrypt, encrypt } from './file-crypto.ts';
import { findFileRow, insertFileRow, type FileRow } from './file-store.pg.ts';
import { refuseFile, type FileRefusal, type FileRule } from './file-rules.ts';
import { inspectContent, mediaTypeOf } from './inspect-file.ts';

/** A file's name is the SHA-256 of its content, 64 hexadecimal digits. */
export type StoredFile = FileRow;

export type PutResult =
  | { readonly ok: true; readonly file: StoredFile }
  | { readonly ok: false; readonly refusal: FileRefusal };

export interface FileStore {
  /**
   * Takes a stream to its end or to the rule's limit. What is refused leaves nothing behind.
   * @param createdBy who uploaded: a person's or account's id, or `system`
   * @throws what the stream throws (an upload that broke off); nothing is kept then either
   */
  put(source: Readable, rule: FileRule, createdBy: string): Promise<PutResult>;
  /** For what the program made itself (documents). */
  putBytes(bytes: Uint8Array, mediaType: string, createdBy: string): Promise<StoredFile>;
  find(sha256: string): Promise<StoredFile | undefined>;
  /** @throws FileDamaged in the stream; Error when there is no such file */
  get(sha256: string): Readable;
  getBytes(sha256: string): Promise<Buffer>;
  exists(sha256: string): boolean;
}

export interface FileStoreOptions {
  readonly directory: string;
  readonly db: Db;
  readonly tenantId: string;
  readonly secrets: Secrets;
  readonly clock: Clock;
}

const headBytes = 64 * 1024;
/** How much of an upload that is too large is still read, so that the answer can be heard. */
const drainBytes = 32 * 1024 * 1024;
const sha256Shape = /^[0-9a-f]{64}$/;

interface Received {
  readonly sha256: string;
  readonly bytes: number;
  readonly head: Buffer;
  readonly isTooLarge: boolean;
}

export function createFileStore(options: FileStoreOptions): FileStore {
  const { directory, db, tenantId, secrets, clock } = options;
  const pathOf = (sha256: string): string => {
    if (!sha256Shape.test(sha256)) throw new Error('a file is named by its SHA-256');
    return join(directory, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };
  const open = (path: string): Readable =>
    Readable.from(decrypt(createReadStream(path), secrets), { objectMode: false });
  const keep = async (unfinished: string, file: StoredFile, createdBy: string): Promise<void> => {
    const path = pathOf(file.sha256);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await rename(unfinished, path);
    await insertFileRow(db, tenantId, file, { at: clock.now(), by: createdBy });
  };
  return {
    async put(source, rule, createdBy) {
      const unfinished = join(directory, 'incoming', randomBytes(12).toString('hex'));
      await mkdir(dirname(unfinished), { recursive: true, mode: 0o700 });
      try {
        const received = await receive(source, unfinished, rule.maxBytes, secrets);
        const checked = await check(received, rule, () => read(open(unfinished)));
        if (checked.ok) await keep(unfinished, checked.file, createdBy);
        return checked;
      } finally {
        await rm(unfinished, { force: true });
      }
    },
    async putBytes(bytes, mediaType, createdBy) {
      const unfinished = join(directory, 'incoming', randomBytes(12).toString('hex'));
      await mkdir(dirname(unfinished), { recursive: true, mode: 0o700 });
      try {
        const source = Readable.from([Buffer.from(bytes)]);
        const { sha256 } = await receive(source, unfinished, bytes.length, secrets);
        const file = { sha256, bytes: bytes.length, mediaType };
        await keep(unfinished, file, createdBy);
        return file;
      } finally {
        await rm(unfinished, { force: true });
      }
    },
    find: (sha256) => findFileRow(db, tenantId, sha256),
    get: (sha256) => open(pathOf(sha256)),
    getBytes: (sha256) => read(open(pathOf(sha256))),
    exists: (sha256) => existsSync(pathOf(sha256)),
  };
}

/** Hash, head and length in passing; only ciphertext reaches the disk. */
async function receive(
  source: Readable,
  path: string,
  maxBytes: number,
  secrets: Secrets,
): Promise<Received> {
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let bytes = 0;
  let isTooLarge = false;
  async function* limited(): AsyncGenerator<Buffer> {
    for await (const piece of source as AsyncIterable<Buffer>) {
      const already = bytes;
      bytes += piece.length;
      if (bytes > maxBytes) isTooLarge = true;
      if (bytes > maxBytes + drainBytes) return; // leaving the loop destroys the source
      if (isTooLarge) continue;
      if (already < headBytes) head.push(piece);
      hash.update(piece);
      yield piece;
    }
  }
  await pipeline(encrypt(limited(), secrets), createWriteStream(path, { mode: 0o600 }));
  return { sha256: hash.digest('hex'), bytes, head: Buffer.concat(head), isTooLarge };
}

/** Precedence: too large, empty, type, then what the content says. */
async function check(
  { sha256, bytes, head, isTooLarge }: Received,
  rule: FileRule,
  content: () => Promise<Buffer>,
): Promise<PutResult> {
  if (isTooLarge) {
    const maxKb = Math.floor(rule.maxBytes / 1024);
    return { ok: false, refusal: refuseFile('file-too-large', { maxKb }) };
  }
  if (bytes === 0) return { ok: false, refusal: refuseFile('file-empty') };
  const mediaType = await mediaTypeOf(head);
  if (mediaType === undefined || !rule.accept.includes(mediaType)) {
    const params = { found: mediaType ?? 'unknown', accepted: rule.accept.join(', ') };
    return { ok: false, refusal: refuseFile('file-type-mismatch', params) };
  }
  const inspected = await inspectContent(await content(), mediaType, rule);
  if (!inspected.ok) return inspected;
  return { ok: true, file: { sha256, bytes, mediaType, ...inspected.size } };
}

async function read(stream: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces);
}
