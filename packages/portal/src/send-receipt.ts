import type { FastifyReply } from 'fastify';
import { sendFile } from './send-file.ts';

/** As it is kept: whoever opens the file can read it. */
export function receiptText(receipt: unknown): string {
  return `${JSON.stringify(receipt, null, 2)}\n`;
}

/** The receipt as a file to keep; its name says what it is. */
export function sendReceipt(reply: FastifyReply, receipt: unknown): FastifyReply {
  const bytes = Buffer.from(receiptText(receipt));
  const file = { mediaType: 'application/json', name: 'yichuang-receipt.json', bytes };
  return sendFile(reply, file, 'attachment');
}

/** Always to be saved: on the site itself, its policy of content would not let it run. */
export function sendChecker(reply: FastifyReply, page: string): FastifyReply {
  const bytes = Buffer.from(page);
  const file = { mediaType: 'text/html; charset=utf-8', name: 'yichuang-checker.html', bytes };
  return sendFile(reply, file, 'attachment');
}
