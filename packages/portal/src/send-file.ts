import type { FastifyReply } from 'fastify';
import type { DownloadableFile } from './services.ts';

/** Sends what someone uploaded or we issued; the name survives as UTF-8 (RFC 6266). */
export function sendFile(
  reply: FastifyReply,
  file: DownloadableFile,
  disposition: 'inline' | 'attachment',
): FastifyReply {
  const plain = file.name.replace(/[^\w.-]+/g, '_');
  const name = encodeURIComponent(file.name).replace(/['()*]/g, escapeAttributeChar);
  return reply
    .type(file.mediaType)
    .header('content-disposition', `${disposition}; filename="${plain}"; filename*=UTF-8''${name}`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(file.bytes));
}

function escapeAttributeChar(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}
