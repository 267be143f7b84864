/**
 * Whether an MP4 file is whole: it is a row of boxes, each with its length, that ends where the
 * file ends, and holds the film (`mdat`) and what says how to play it (`moov`). A film whose upload
 * broke off, or something else behind the first bytes of one, is not (ISO/IEC 14496-12, 4.2).
 */
const headBytes = 8;
const longHeadBytes = 16;
/** More boxes side by side than this no camera writes. */
const mostBoxes = 100_000;

export function isWholeMp4(content: Buffer): boolean {
  const found = new Set<string>();
  let at = 0;
  for (let box = 0; at < content.length; box += 1) {
    if (box > mostBoxes || at + headBytes > content.length) return false;
    const length = lengthOf(content, at);
    if (length === undefined || at + length > content.length) return false;
    found.add(content.toString('latin1', at + 4, at + headBytes));
    at += length;
  }
  return found.has('moov') && found.has('mdat');
}

/** Bytes of the box with its head; 1 says that a long length follows, 0 that it is the last. */
function lengthOf(content: Buffer, at: number): number | undefined {
  const length = content.readUInt32BE(at);
  if (length === 0) return content.length - at;
  if (length !== 1) return length < headBytes ? undefined : length;
  if (at + longHeadBytes > content.length) return undefined;
  const long = content.readBigUInt64BE(at + headBytes);
  const isPossible = long >= BigInt(longHeadBytes) && long <= BigInt(content.length);
  return isPossible ? Number(long) : undefined;
}
