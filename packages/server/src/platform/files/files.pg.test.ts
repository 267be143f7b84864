import multipart from '@fastify/multipart';
import Fastify from 'fastify';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createHash, randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../clock/index.ts';
import { createTestDatabase, type TestDatabase } from '../db/test-database.ts';
import { createSecrets } from '../secrets/index.ts';
import { createFileStore, type FileStore } from './file-store.ts';
import type { FileRule } from './file-rules.ts';
import { contentDisposition, sendFile } from './send-file.ts';

/** The upload rule of seeds/000: JPG, 640×480 to 1600×1200, at most 90 KB. */
const rule: FileRule = {
  accept: ['image/jpeg'],
  maxBytes: 90 * 1024,
  minPixels: [640, 480],
  maxPixels: [1600, 1200],
};
const anything: FileRule = {
  accept: ['image/jpeg', 'image/png', 'application/pdf'],
  maxBytes: 20 * 1024 * 1024,
};
const keys = [{ id: 'k1', bytes: Buffer.alloc(32, 1) }];

let test: TestDatabase;
let directory: string;
let store: FileStore;
beforeAll(async () => {
  test = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), 'yichuang-files-'));
  store = storeWith(keys);
});
afterAll(async () => {
  await test.drop();
  await rm(directory, { recursive: true, force: true });
});

function storeWith(these: typeof keys): FileStore {
  const secrets = createSecrets(these);
  return createFileStore({ directory, db: test.db, tenantId: 't1', secrets, clock: systemClock });
}

function jpeg(width: number, height: number): Promise<Buffer> {
  const background = { r: 200, g: 210, b: 220 };
  return sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

function put(content: Buffer | Readable, by: FileRule = rule) {
  const source = content instanceof Readable ? content : Readable.from([content]);
  return store.put(source, by, 'p1');
}

async function everyFile(): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
}

describe('a file that keeps the rule', () => {
  it('is stored under its hash, encrypted, and comes back byte for byte', async () => {
    const content = await jpeg(1600, 1200);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const file = { sha256, bytes: content.length, mediaType: 'image/jpeg' };
    expect(await put(content)).toEqual({ ok: true, file: { ...file, width: 1600, height: 1200 } });
    expect(await store.getBytes(sha256)).toEqual(content);
    expect(await store.find(sha256)).toEqual({ ...file, width: 1600, height: 1200 });
    const path = join(directory, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    const stored = await readFile(path);
    expect(stored.includes(content.subarray(0, 20))).toBe(false);
  });

  it('may lie on its side', async () => {
    expect(await put(await jpeg(1200, 1600))).toMatchObject({ ok: true });
    expect(await put(await jpeg(480, 640))).toMatchObject({ ok: true });
  });

  it('is one file when it is uploaded twice, also at the same moment', async () => {
    const content = await jpeg(700, 600);
    const before = (await everyFile()).length;
    const both = await Promise.all([put(content), put(content)]);
    expect(both[0]).toEqual(both[1]);
    expect(await everyFile()).toHaveLength(before + 1);
  });

  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 1_000_003])(
    'comes back when made by the program, %i bytes long',
    async (length) => {
      const content = randomBytes(length);
      const { sha256 } = await store.putBytes(content, 'application/octet-stream', 'system');
      expect(await store.getBytes(sha256)).toEqual(content);
    },
  );
});

describe('a file that breaks the rule', () => {
  const script = Buffer.from('<script>alert(1)</script>'.repeat(50));

  it('leaves nothing behind, whatever the reason', async () => {
    const before = await everyFile();
    await put(script);
    await put(await jpeg(600, 400));
    await put(Readable.from([Buffer.alloc(0)]));
    await put(randomBytes(200 * 1024));
    expect(await everyFile()).toEqual(before);
  });

  it.each([
    ['a script that says .jpg', () => script, 'file-type-mismatch'],
    ['a shell script', () => Buffer.from('#!/bin/sh\nrm -rf /\n'), 'file-type-mismatch'],
    [
      'an SVG',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'file-type-mismatch',
    ],
    ['nothing', () => Buffer.alloc(0), 'file-empty'],
    ['too few pixels', () => jpeg(639, 480), 'image-too-small'],
    ['too many pixels', () => jpeg(1601, 1200), 'image-too-large'],
    ['too many bytes', () => randomBytes(90 * 1024 + 1), 'file-too-large'],
    [
      'a JPEG that was cut off',
      async () => (await jpeg(800, 600)).subarray(0, 700),
      'file-not-readable',
    ],
    [
      'only the mark of a JPEG',
      () => Buffer.from('ffd8ffe000104a464946', 'hex'),
      'file-not-readable',
    ],
  ] as const)('%s', async (_, make, code) => {
    expect(await put(await make())).toMatchObject({ ok: false, refusal: { code } });
  });

  it('names the bounds of the pixels', async () => {
    expect(await put(await jpeg(600, 400))).toEqual({
      ok: false,
      refusal: {
        code: 'image-too-small',
        params: { width: 600, height: 400, boundLong: 640, boundShort: 480 },
      },
    });
  });

  it('a picture of 10,000 × 10,000 pixels, by its header, before it is decoded', async () => {
    const png = await sharp({
      create: { width: 64, height: 64, channels: 3, background: 'white' },
    })
      .png()
      .toBuffer();
    png.writeUInt32BE(10_000, 16);
    png.writeUInt32BE(10_000, 20);
    const { crc32 } = await import('node:zlib');
    png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
    const refusal = { code: 'image-bomb', params: { width: 10_000, height: 10_000 } };
    expect(await put(png, anything)).toEqual({ ok: false, refusal });
  });

  it('a PDF without an end', async () => {
    const cut = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n');
    expect(await put(cut, anything)).toMatchObject({ refusal: { code: 'file-not-readable' } });
    const whole = Buffer.concat([cut, Buffer.from('trailer\n<< >>\nstartxref\n0\n%%EOF\n')]);
    expect(await put(whole, anything)).toMatchObject({ ok: true });
  });

  it('an endless upload, cut off soon after the limit', async () => {
    let sent = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      const piece = Buffer.alloc(1024 * 1024);
      while (sent < 2048) {
        sent += 1;
        yield piece;
        await Promise.resolve();
      }
    }
    const done = await put(Readable.from(endless(), { objectMode: false }));
    expect(done).toEqual({ ok: false, refusal: { code: 'file-too-large', params: { maxKb: 90 } } });
    expect(sent).toBeLessThan(64);
  });

  it('an upload that breaks off is an error and leaves nothing', async () => {
    const before = await everyFile();
    async function* broken(): AsyncGenerator<Buffer> {
      yield await jpeg(800, 600);
      throw new Error('the phone lost its network');
    }
    await expect(put(Readable.from(broken()))).rejects.toThrow('lost its network');
    expect(await everyFile()).toEqual(before);
  });
});

describe('a stored file', () => {
  async function stored(): Promise<{ sha256: string; path: string }> {
    const { sha256 } = await store.putBytes(randomBytes(150_000), 'application/pdf', 'system');
    return { sha256, path: join(directory, sha256.slice(0, 2), sha256.slice(2, 4), sha256) };
  }

  it('of which one byte was changed does not open', async () => {
    const { sha256, path } = await stored();
    const bytes = await readFile(path);
    bytes[90_000] = (bytes[90_000] ?? 0) ^ 1;
    await writeFile(path, bytes);
    await expect(store.getBytes(sha256)).rejects.toThrow('changed or cut off');
  });

  it('that was cut off at the edge of a chunk does not open', async () => {
    const { sha256, path } = await stored();
    await truncate(path, 4 + 1 + 2 + 8 + 2 * (65_536 + 16));
    await expect(store.getBytes(sha256)).rejects.toThrow('changed or cut off');
  });

  it('opens after the key was rotated, and not without its key', async () => {
    const { sha256 } = await stored();
    const next = { id: 'k2', bytes: Buffer.alloc(32, 2) };
    await expect(storeWith([next, ...keys]).getBytes(sha256)).resolves.toHaveLength(150_000);
    await expect(storeWith([next]).getBytes(sha256)).rejects.toThrow('no key k1');
  });

  it('is asked for by its hash only', () => {
    expect(() => store.get('../../etc/passwd')).toThrow('named by its SHA-256');
  });
});

describe('a download', () => {
  it('goes out with its found type, a safe name and no power over the site', async () => {
    const { sha256 } = await store.putBytes(await jpeg(640, 480), 'image/jpeg', 'system');
    const app = Fastify();
    await app.register(multipart);
    app.get('/f', async (_, reply) => {
      const file = await store.find(sha256);
      if (file === undefined) throw new Error('gone');
      return sendFile(reply, store, file, { name: '照片"\r\n1.jpg', inline: true });
    });
    const answer = await app.inject('/f');
    expect(answer.rawPayload).toEqual(await store.getBytes(sha256));
    expect(answer.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/default-src 'none'.*sandbox/),
      'content-disposition':
        'inline; filename="_____1.jpg"; filename*=UTF-8\'\'%E7%85%A7%E7%89%87___1.jpg',
    });
    await app.close();
  });

  it.each([
    ['报告.pdf', 'attachment; filename="__.pdf"; filename*=UTF-8\'\'%E6%8A%A5%E5%91%8A.pdf'],
    ['../../x', 'attachment; filename=".._.._x"; filename*=UTF-8\'\'.._.._x'],
    ['', 'attachment; filename="file"; filename*=UTF-8\'\'file'],
  ])('names %j', (name, header) => {
    expect(contentDisposition('attachment', name)).toBe(header);
  });
});
