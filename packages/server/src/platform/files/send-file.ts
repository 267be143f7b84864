import type { AppReply } from '../http/app-types.ts';
import { securityHeaders } from '../http/security-headers.ts';
import type { FileStore, StoredFile } from './file-store.ts';

/** What a browser may show in place; everything else is only ever saved. */
const shownInPlace = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'application/pdf',
]);

/** RFC 6266: an ASCII name for old browsers, the real one in UTF-8. */
export function contentDisposition(manner: 'inline' | 'attachment', name: string): string {
  const safe = name.replace(/[\p{Cc}\p{Cf}"\\/:*?<>|;]/gu, '_').slice(0, 150) || 'file';
  const ascii = safe.replace(/[^\x20-\x7e]/g, '_');
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (char) => {
    return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return `${manner}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

export interface SendFileOptions {
  /** As people should see it; made safe here. */
  readonly name: string;
  readonly inline?: boolean;
}

/**
 * Sends a stored file so that nothing in it can act on the site: its type as found in the content
 * and not to be guessed again, in a sandbox. The browser's PDF viewer does not open in a sandbox,
 * so PDFs get a policy of their own.
 */
export function sendFile(
  reply: AppReply,
  store: FileStore,
  file: StoredFile,
  { name, inline = false }: SendFileOptions,
): AppReply {
  const manner = inline && shownInPlace.has(file.mediaType) ? 'inline' : 'attachment';
  return reply
    .headers(securityHeaders[file.mediaType === 'application/pdf' ? 'pdf' : 'file'])
    .header('content-disposition', contentDisposition(manner, name))
    .header('content-length', String(file.bytes))
    .header('cache-control', 'private, max-age=300')
    .type(file.mediaType)
    .send(store.get(file.sha256));
}
