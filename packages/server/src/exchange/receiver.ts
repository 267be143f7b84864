/** The level above over HTTP (docs/upload.md): asked in JSON, and its answers looked at twice. */
import { Value } from '@sinclair/typebox/value';
import type { Static, TSchema } from '@sinclair/typebox';
import {
  UploadAnswers,
  UploadDayCount,
  UploadDayList,
  UploadRootAnswers,
  type UploadAnswer,
  type UploadBatch,
  type UploadFault,
  type UploadRoots,
} from '@yichuang/contracts';
import { OperatingError } from '../platform/operating-error.ts';

/** No answer, or none that can be used. What happened over there is unknown. */
export class ReceiverFault extends OperatingError {
  override readonly name = 'ReceiverFault';
  readonly fault: UploadFault;

  constructor(fault: UploadFault, options?: ErrorOptions) {
    super(`the receiver: ${fault.kind} ${fault.status ?? ''}`.trim(), options);
    this.fault = fault;
  }
}

/** All throw ReceiverFault. */
export interface Receiver {
  send(batch: UploadBatch): Promise<readonly UploadAnswer[]>;
  sendRoots(roots: UploadRoots): Promise<Static<typeof UploadRootAnswers>['answers']>;
  countDay(day: string): Promise<UploadDayCount>;
  listDay(day: string, table: string): Promise<UploadDayList>;
}

export interface ReceiverOptions {
  /** Without a trailing slash. */
  readonly url: string;
  readonly token: string;
  readonly tenantId: string;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 30_000;
/** A day's list of a large county; what is longer is no list. */
const MOST_BYTES = 64 * 1024 * 1024;

export function createReceiver({ url, token, tenantId, ...options }: ReceiverOptions): Receiver {
  const { timeoutMs = TIMEOUT_MS } = options;
  const ask = async <S extends TSchema>(
    path: string,
    schema: S,
    body?: object,
  ): Promise<Static<S>> => {
    const text = await answerOf(`${url}${path}`, token, timeoutMs, body);
    const value = parsed(text);
    if (!Value.Check(schema, value)) throw new ReceiverFault({ kind: 'not-understood' });
    return value;
  };
  const day = (of: string): string => `/senders/${encodeURIComponent(tenantId)}/days/${of}`;
  return {
    send: async (batch) => (await ask('/messages', UploadAnswers, batch)).answers,
    sendRoots: async (roots) => (await ask('/roots', UploadRootAnswers, roots)).answers,
    countDay: (of) => ask(day(of), UploadDayCount),
    listDay: (of, table) => ask(`${day(of)}/${encodeURIComponent(table)}`, UploadDayList),
  };
}

async function answerOf(
  url: string,
  token: string,
  timeoutMs: number,
  body: object | undefined,
): Promise<string> {
  try {
    const answer = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    });
    if (answer.status !== 200) {
      await answer.body?.cancel();
      throw new ReceiverFault({ kind: 'status', status: answer.status });
    }
    return await bounded(answer);
  } catch (error) {
    if (error instanceof ReceiverFault) throw error;
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    throw new ReceiverFault({ kind: isLate ? 'timeout' : 'unreachable' }, { cause: error });
  }
}

async function bounded({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += part.byteLength;
    if (bytes > MOST_BYTES) throw new ReceiverFault({ kind: 'not-understood' });
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ReceiverFault({ kind: 'not-understood' }, { cause: error });
  }
}

/** Not about what was sent: any other message would have fared the same. */
export function isOfReceiver({ kind, status }: UploadFault): boolean {
  return kind === 'unreachable' || (status !== undefined && OF_RECEIVER.has(status));
}

const OF_RECEIVER: ReadonlySet<number> = new Set([401, 403, 404, 429, 502, 503, 504]);
