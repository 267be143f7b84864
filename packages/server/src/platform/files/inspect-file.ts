import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { refuseFile, refusalOfSize, type FileRefusal, type FileRule } from './file-rules.ts';
import type { ImageSize } from './file-rules.ts';
import { isWholeMp4 } from './inspect-mp4.ts';

/** Above this an image is refused by its header, before anything is decoded: 200 MB of memory. */
const bombPixels = 50_000_000;
const bombSide = 15_000;

const decodedAs: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/tiff': 'tiff',
  'image/avif': 'heif',
};

/** The type by the content's first bytes; names and what the browser says are not believed. */
export async function mediaTypeOf(head: Buffer): Promise<string | undefined> {
  return (await fileTypeFromBuffer(head))?.mime;
}

export type Inspected =
  | { readonly ok: true; readonly size?: ImageSize }
  | { readonly ok: false; readonly refusal: FileRefusal };

/**
 * Is the content really what its first bytes say, and within the rule's pixels? The order: type,
 * bomb, readable, size. Type and bytes were checked by the caller.
 */
export async function inspectContent(
  content: Buffer,
  mediaType: string,
  rule: FileRule,
): Promise<Inspected> {
  if (mediaType === 'application/pdf') return inspectPdf(content);
  if (mediaType === 'video/mp4') {
    return isWholeMp4(content) ? { ok: true } : refused(refuseFile('file-not-readable'));
  }
  const format = decodedAs[mediaType];
  return format === undefined ? { ok: true } : inspectImage(content, format, rule);
}

/** A PDF that was cut off has no end mark; a viewer would show an empty page. */
function inspectPdf(content: Buffer): Inspected {
  const end = content.subarray(-2048).toString('latin1');
  return end.includes('%%EOF') ? { ok: true } : refused(refuseFile('file-not-readable'));
}

async function inspectImage(content: Buffer, format: string, rule: FileRule): Promise<Inspected> {
  // The header only: nothing is decoded, whatever size it claims.
  const header = await sharp(content, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (header === undefined) return refused(refuseFile('file-not-readable'));
  if (header.format !== format) {
    return refused(refuseFile('file-type-mismatch', { found: header.format ?? 'unknown' }));
  }
  const { width, height } = header;
  if (width * height > bombPixels || Math.max(width, height) > bombSide) {
    return refused(refuseFile('image-bomb', { width, height }));
  }
  if (!(await decodes(content))) return refused(refuseFile('file-not-readable'));
  const size = { width, height };
  const refusal = refusalOfSize(rule, size);
  return refusal === undefined ? { ok: true, size } : refused(refusal);
}

/** Every byte goes through the decoder once, into a small picture. */
async function decodes(content: Buffer): Promise<boolean> {
  try {
    const picture = sharp(content, { limitInputPixels: bombPixels, failOn: 'truncated' });
    await picture.resize(32, 32, { fit: 'inside' }).raw().toBuffer();
    return true;
  } catch {
    return false; // the reason is the decoder's own; to people it is "cannot be opened"
  }
}

function refused(refusal: FileRefusal): Inspected {
  return { ok: false, refusal };
}
