/** Lower-case hexadecimal of a SHA-256 hash, 64 characters. */
export type HashHex = string & { readonly __hashHex: true };

/** The hash function is handed in: the kernel imports nothing, and the browser's is another. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const REPLACEMENT = 0xfffd;

export function isHashHex(text: string): text is HashHex {
  return /^[0-9a-f]{64}$/.test(text);
}

/** @throws RangeError for anything but 64 lower-case hexadecimal characters. */
export function hashHex(text: string): HashHex {
  if (!isHashHex(text)) throw new RangeError(`not a SHA-256 hash: ${JSON.stringify(text)}`);
  return text;
}

export function toHex(bytes: Uint8Array): string {
  let hex = '';
  // By index: this runs for every event, and the iterator of a byte array is several times slower.
  for (let i = 0; i < bytes.length; i += 1) hex += HEX[bytes[i] ?? 0] ?? '';
  return hex;
}

/** @throws RangeError for an odd length or other characters; capitals are read too. */
export function fromHex(hex: string): Uint8Array {
  if (hex.length % 2 !== 0) throw new RangeError('not hexadecimal: odd length');
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i += 1) {
    bytes[i] = (nibble(hex.charCodeAt(i * 2)) << 4) | nibble(hex.charCodeAt(i * 2 + 1));
  }
  return bytes;
}

function nibble(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 0x20;
  if (letter >= 97 && letter <= 102) return letter - 87;
  throw new RangeError(`not hexadecimal: ${String.fromCharCode(code)}`);
}

/**
 * UTF-8 of a text, after `offset` free bytes (the hash chain puts its prefix there). Written here
 * because `TextEncoder` belongs to the platform and not to the language; like it, this turns half
 * a surrogate pair into U+FFFD.
 */
export function encodeUtf8(text: string, offset = 0): Uint8Array {
  const buffer = new Uint8Array(offset + text.length * 3);
  let end = offset;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      buffer[end] = unit;
      end += 1;
    } else if (unit < 0x800) {
      buffer[end] = 0xc0 | (unit >> 6);
      buffer[end + 1] = 0x80 | (unit & 0x3f);
      end += 2;
    } else {
      const point = (unit & 0xf800) === 0xd800 ? pairAt(text, i) : unit;
      end = writeWide(buffer, end, point);
      if (point > 0xffff) i += 1;
    }
  }
  return buffer.subarray(0, end);
}

function writeWide(buffer: Uint8Array, start: number, point: number): number {
  let end = start;
  if (point > 0xffff) {
    buffer[end] = 0xf0 | (point >> 18);
    buffer[end + 1] = 0x80 | ((point >> 12) & 0x3f);
    end += 2;
  } else {
    buffer[end] = 0xe0 | (point >> 12);
    end += 1;
  }
  buffer[end] = 0x80 | ((point >> 6) & 0x3f);
  buffer[end + 1] = 0x80 | (point & 0x3f);
  return end + 2;
}

function pairAt(text: string, i: number): number {
  const point = text.codePointAt(i) ?? REPLACEMENT;
  return point > 0xffff ? point : REPLACEMENT;
}
