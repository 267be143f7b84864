/**
 * Closed-loop load over HTTP: each client sends, waits for the answer, sends again. Written on bare
 * sockets because client and servers share the machine's cores: an HTTP library's own work would
 * weigh on every figure and pull all ratios towards one.
 */
import { connect, type Socket } from 'node:net';

export interface LoadRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Without Host, Content-Length and Content-Type. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  readonly latenciesMs: readonly number[];
}

export interface LoadOptions {
  readonly host: string;
  readonly port: number;
  readonly clients: number;
  readonly seconds: number;
  /** A client's requests in order; undefined ends the whole load. */
  readonly requestsOf: (client: number) => () => LoadRequest | undefined;
}

/** @throws Error with the answer when one is not 2xx: refused work must not count as work */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const { clients, seconds } = options;
  const lanes = await Promise.all(Array.from({ length: clients }, () => openLane(options)));
  const latenciesMs: number[] = [];
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  let isDry = false;
  const drive = async (lane: Lane, next: () => LoadRequest | undefined): Promise<void> => {
    for (let now = performance.now(); now < until && !isDry;) {
      const request = next();
      if (request === undefined) {
        isDry = true;
        return;
      }
      await lane.exchange(request);
      const after = performance.now();
      latenciesMs.push(after - now);
      now = after;
    }
  };
  try {
    await Promise.all(lanes.map((lane, client) => drive(lane, options.requestsOf(client))));
  } finally {
    for (const lane of lanes) lane.close();
  }
  const took = (performance.now() - startedAt) / 1000;
  return { requests: latenciesMs.length, seconds: took, latenciesMs };
}

interface Lane {
  exchange(request: LoadRequest): Promise<void>;
  close(): void;
}

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

async function openLane({ host, port }: LoadOptions): Promise<Lane> {
  const socket = await opened(host, port);
  let received = '';
  let waiting: Waiting | undefined;
  const settle = (error?: Error): void => {
    const { resolve, reject } = waiting ?? {};
    waiting = undefined;
    if (error === undefined) resolve?.();
    else reject?.(error);
  };
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    received += chunk;
    const end = endOfAnswer(received);
    if (end === undefined) return;
    const answer = received.slice(0, end);
    received = received.slice(end);
    settle(answer.startsWith('HTTP/1.1 2') ? undefined : new Error(`refused: ${answer}`));
  });
  socket.on('error', (error) => settle(error));
  socket.on('close', () => settle(new Error('the server closed the connection')));
  return {
    exchange: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(textOf(request, host, port));
      }),
    close: () => socket.destroy(),
  };
}

function opened(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host, () => {
      socket.off('error', reject);
      resolve(socket);
    });
    socket.setNoDelay(true);
    socket.once('error', reject);
  });
}

function textOf({ method, path, headers, body }: LoadRequest, host: string, port: number): string {
  let head = `${method} ${path} HTTP/1.1\r\nhost: ${host}:${port}\r\n`;
  for (const name in headers) head += `${name}: ${headers[name] ?? ''}\r\n`;
  if (method === 'GET') return `${head}\r\n`;
  const length = Buffer.byteLength(body);
  return `${head}content-type: application/json\r\ncontent-length: ${length}\r\n\r\n${body}`;
}

/** Where the first answer ends, once it is there whole. One byte is one character (latin1). */
function endOfAnswer(received: string): number | undefined {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd === -1) return undefined;
  const length = /\r\ncontent-length: *(\d+)/i.exec(received.slice(0, headEnd))?.[1];
  if (length === undefined) throw new Error(`an answer without a length: ${received}`);
  const end = headEnd + 4 + Number(length);
  return received.length < end ? undefined : end;
}
