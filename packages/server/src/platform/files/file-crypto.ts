import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Secrets } from '../secrets/index.ts';

/**
 * Files at rest, in chunks, so that a large one streams and a changed or cut one is noticed before
 * a false byte leaves: AES-256-GCM for each 64 KiB, the nonce a random prefix and the chunk's
 * number, the number and "last chunk" bound in (the STREAM construction).
 *
 * Layout: "YF1\n" · length of the key id (1) · key id · nonce prefix (8) · chunks, each with its
 * 16-byte tag. Every file has a last chunk, perhaps empty.
 */
const magic = Buffer.from('YF1\n');
const chunkBytes = 64 * 1024;
const tagBytes = 16;
const prefixBytes = 8;
const purpose = 'files';

/** A stored file is not what was written. */
export class FileDamaged extends Error {
  override readonly name = 'FileDamaged';
}

function nonceOf(prefix: Buffer, number: number): Buffer {
  const nonce = Buffer.alloc(prefixBytes + 4);
  prefix.copy(nonce);
  nonce.writeUInt32BE(number, prefixBytes);
  return nonce;
}

function boundTo(number: number, isLast: boolean): Buffer {
  const bound = Buffer.alloc(5);
  bound.writeUInt32BE(number);
  bound[4] = isLast ? 1 : 0;
  return bound;
}

export async function* encrypt(
  plain: AsyncIterable<Buffer>,
  secrets: Secrets,
): AsyncGenerator<Buffer> {
  const { id, key } = secrets.subKey(purpose);
  const prefix = randomBytes(prefixBytes);
  yield Buffer.concat([magic, Buffer.from([id.length]), Buffer.from(id, 'latin1'), prefix]);
  const seal = (chunk: Buffer, number: number, isLast: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, number));
    cipher.setAAD(boundTo(number, isLast));
    return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
  };
  let number = 0;
  for await (const { chunk, isLast } of inChunks(plain, chunkBytes)) {
    yield seal(chunk, number, isLast);
    number += 1;
  }
}

/** @throws FileDamaged */
export async function* decrypt(
  stored: AsyncIterable<Buffer>,
  secrets: Secrets,
): AsyncGenerator<Buffer> {
  const bytes = stored[Symbol.asyncIterator]();
  const header = await readHeader(bytes);
  const { key } = secrets.subKey(purpose, header.keyId);
  let number = 0;
  for await (const { chunk, isLast } of inChunks(
    after(header.rest, bytes),
    chunkBytes + tagBytes,
  )) {
    yield unseal(chunk, key, header.prefix, number, isLast);
    number += 1;
  }
}

function unseal(
  chunk: Buffer,
  key: Buffer,
  prefix: Buffer,
  number: number,
  isLast: boolean,
): Buffer {
  if (chunk.length < tagBytes) throw new FileDamaged('a stored file was cut off');
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(prefix, number), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(boundTo(number, isLast));
  decipher.setAuthTag(chunk.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(chunk.subarray(0, -tagBytes)), decipher.final()]);
  } catch (error) {
    throw new FileDamaged('a stored file was changed or cut off', { cause: error });
  }
}

interface Header {
  readonly keyId: string;
  readonly prefix: Buffer;
  readonly rest: Buffer;
}

async function readHeader(bytes: AsyncIterator<Buffer>): Promise<Header> {
  let head: Buffer = Buffer.alloc(0);
  const enough = (): number => magic.length + 1 + (head[magic.length] ?? 0) + prefixBytes;
  while (head.length <= magic.length || head.length < enough()) {
    const next = await bytes.next();
    if (next.done === true) throw new FileDamaged('a stored file has no header');
    head = Buffer.concat([head, next.value]);
  }
  if (!head.subarray(0, magic.length).equals(magic)) {
    throw new FileDamaged('a stored file is in another format');
  }
  const start = magic.length + 1;
  const prefixAt = enough() - prefixBytes;
  return {
    keyId: head.toString('latin1', start, prefixAt),
    prefix: head.subarray(prefixAt, enough()),
    rest: head.subarray(enough()),
  };
}

async function* after(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    yield next.value;
  }
}

interface Chunk {
  readonly chunk: Buffer;
  readonly isLast: boolean;
}

/** Chunks of `size`; only the last, marked, may be shorter. There is always a last one. */
async function* inChunks(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<Chunk> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  for await (const piece of source) {
    held.push(piece);
    heldBytes += piece.length;
    if (heldBytes <= size) continue;
    let all: Buffer = Buffer.concat(held);
    while (all.length > size) {
      yield { chunk: all.subarray(0, size), isLast: false };
      all = all.subarray(size);
    }
    held = [all];
    heldBytes = all.length;
  }
  yield { chunk: Buffer.concat(held), isLast: true };
}
