/** The part of the server's multipart parser that the portal uses, in the portal's own words. */
import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';

type Part =
  | { readonly type: 'field'; readonly fieldname: string; readonly value: unknown }
  | {
      readonly type: 'file';
      readonly fieldname: string;
      readonly filename: string;
      readonly file: Readable;
    };

interface MultipartRequest {
  isMultipart(): boolean;
  parts(): AsyncIterable<Part>;
}

export interface PostedFile {
  readonly field: string;
  readonly name: string;
  readonly stream: AsyncIterable<Uint8Array>;
}

/**
 * Reads a form with files. Each file is handed on as it arrives and is never kept here. What
 * `onFile` leaves unread is read and thrown away: a browser that is still sending shows a broken
 * connection instead of our sentence.
 */
export async function readMultipart(
  request: FastifyRequest,
  on: {
    readonly file: (file: PostedFile) => Promise<void>;
    readonly field?: (name: string, value: string) => void;
  },
): Promise<void> {
  const multipart = request as FastifyRequest & Partial<MultipartRequest>;
  if (multipart.parts === undefined || multipart.isMultipart?.() !== true) return;
  for await (const part of multipart.parts()) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') on.field?.(part.fieldname, part.value);
      continue;
    }
    const { file, fieldname, filename } = part;
    // An empty file input sends a part without a name.
    if (filename !== '') await on.file({ field: fieldname, name: filename, stream: file });
    file.resume();
  }
}
