// An upload larger than anybody would wait for, sent as a bad program would send it.

import { request } from 'node:http';
import type { Connection } from './http.ts';

export interface CutOff {
  readonly status: number | undefined;
  readonly body: string;
  readonly sentBytes: number;
}

const chunk = Buffer.alloc(256 * 1024);

/**
 * Sends a multipart form whose one file is `bytes` zeros and stops as soon as the server answers
 * or hangs up. `isAnnounced: false` leaves the length out, as a program that hides it does.
 */
export function sendZeros(
  connection: Connection,
  path: string,
  options: { readonly bytes: number; readonly isAnnounced: boolean },
): Promise<CutOff> {
  const boundary = 'yichuang-zeros';
  const head = Buffer.from(
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="big.jpg"\r\n` +
      'content-type: image/jpeg\r\n\r\n',
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  const { url, cookie } = connection;
  const sending = request(`${url}${path}`, {
    method: 'POST',
    headers: {
      cookie,
      accept: 'text/html, application/json',
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...(options.isAnnounced
        ? { 'content-length': head.length + options.bytes + tail.length }
        : { 'transfer-encoding': 'chunked' }),
    },
  });
  return new Promise((resolve) => {
    let sentBytes = 0;
    let isOver = false;
    const end = (status: number | undefined, body: string) => {
      isOver = true;
      sending.destroy();
      resolve({ status, body, sentBytes });
    };
    sending.on('response', (response) => {
      isOver = true;
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => end(response.statusCode, Buffer.concat(pieces).toString()));
    });
    sending.on('error', () => end(undefined, ''));
    const more = () => {
      while (!isOver && sentBytes < options.bytes) {
        sentBytes += chunk.length;
        if (!sending.write(chunk)) {
          sending.once('drain', more);
          return;
        }
      }
      if (!isOver) sending.end(tail);
    };
    sending.write(head);
    more();
  });
}
