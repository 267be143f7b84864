import { describe, expect, it } from 'vitest';
import { mediaTypeOf } from './inspect-file.ts';
import { isWholeMp4 } from './inspect-mp4.ts';

function box(type: string, content: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content]);
}

const ftyp = box('ftyp', Buffer.from('isom\0\0\x02\0isomiso2avc1mp41', 'latin1'));
const film = box('mdat', Buffer.alloc(5000, 7));
const moov = box('moov', box('mvhd', Buffer.alloc(100)));
const whole = Buffer.concat([ftyp, film, moov]);

describe('a film', () => {
  it('is known by its first bytes', async () => {
    expect(await mediaTypeOf(whole)).toBe('video/mp4');
  });

  it.each([
    ['with what plays it behind the film', whole],
    ['with it before the film', Buffer.concat([ftyp, moov, box('free'), film])],
    ['with a long length', Buffer.concat([ftyp, moov, longBox('mdat', 600)])],
    ['whose last box goes to the end', Buffer.concat([ftyp, moov, openBox('mdat', 600)])],
  ])('is whole %s', (_, content) => {
    expect(isWholeMp4(content)).toBe(true);
  });

  it.each([
    ['that was cut off in the film', whole.subarray(0, 2000)],
    ['that was cut off in a head', Buffer.concat([whole, Buffer.from([0, 0, 0])])],
    ['without what plays it', Buffer.concat([ftyp, film])],
    ['that is a script behind its first bytes', Buffer.concat([ftyp, Buffer.from('<script>')])],
    ['with a length that is none', Buffer.concat([ftyp, Buffer.from('00000003', 'hex'), film])],
  ])('is not whole %s', (_, content) => {
    expect(isWholeMp4(content)).toBe(false);
  });
});

function longBox(type: string, bytes: number): Buffer {
  const head = Buffer.alloc(16);
  head.writeUInt32BE(1);
  head.write(type, 4, 'latin1');
  head.writeBigUInt64BE(BigInt(16 + bytes), 8);
  return Buffer.concat([head, Buffer.alloc(bytes)]);
}

function openBox(type: string, bytes: number): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, Buffer.alloc(bytes)]);
}
