/**
 * A receiver as the level above would have it, with a store of its own that outlives its restarts,
 * and with all that goes wrong between two machines, from a seed.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Value } from '@sinclair/typebox/value';
import {
  UploadBatch,
  UploadRoots,
  type UploadAnswer,
  type UploadMessage,
  type UploadRow,
} from '@yichuang/contracts';
import { digestOf, digestOfDay, type ListedMessage } from './digest.ts';

/**
 * `refused-connection` closes at once; `late` stores and never answers; `lost` stores and closes;
 * `half` stores the first half of a batch and answers for that half only.
 */
export type FaultKind =
  'none' | 'refused-connection' | 'late' | 'lost' | 'error-500' | 'error-503' | 'garbage' | 'half';

export interface StoredMessage {
  readonly message: UploadMessage;
  /** In which it came to be there. */
  readonly order: number;
}

export interface TestReceiver extends AsyncDisposable {
  readonly url: string;
  readonly token: string;
  /** By `caseId/seq/table`. */
  readonly messages: Map<string, StoredMessage>;
  /** By table and `row_guid`: what a person over there would see. */
  readonly rows: Map<string, { readonly row: UploadRow; readonly seq: number }>;
  readonly roots: Map<string, string>;
  /** How often each message was stored anew: once, however often it came. */
  readonly stores: Map<string, number>;
  readonly violations: string[];
  requests: number;
  /** What the next request meets with. */
  faultOf: () => FaultKind;
  /** Why a message is refused; undefined: it is not. */
  refusalOf: (message: UploadMessage) => string | undefined;
  stop(): Promise<void>;
  start(): Promise<void>;
}

export async function openTestReceiver(token = 'a-token-of-the-test'): Promise<TestReceiver> {
  let server: Server | undefined;
  let port = 0;
  const start = async (): Promise<void> => {
    const opened = createServer((request, reply) => void serve(receiver, request, reply));
    await new Promise<void>((resolve) => opened.listen(port, '127.0.0.1', resolve));
    port = (opened.address() as AddressInfo).port;
    server = opened;
  };
  const stop = async (): Promise<void> => {
    const closing = server;
    server = undefined;
    closing?.closeAllConnections();
    await new Promise<void>((resolve) => {
      if (closing === undefined) resolve();
      else closing.close(() => resolve());
    });
  };
  const receiver: TestReceiver = {
    get url() {
      return `http://127.0.0.1:${port}/up`;
    },
    token,
    messages: new Map(),
    rows: new Map(),
    roots: new Map(),
    stores: new Map(),
    violations: [],
    requests: 0,
    faultOf: () => 'none',
    refusalOf: () => undefined,
    start,
    stop,
    [Symbol.asyncDispose]: stop,
  };
  await start();
  return receiver;
}

async function serve(
  receiver: TestReceiver,
  request: IncomingMessage,
  reply: ServerResponse,
): Promise<void> {
  receiver.requests += 1;
  const body = await textOf(request);
  if (request.headers.authorization !== `Bearer ${receiver.token}`) return answer(reply, 401, {});
  const fault = receiver.faultOf();
  if (fault === 'refused-connection') return void request.socket.destroy();
  if (fault === 'error-500') return answer(reply, 500, { error: 'x' });
  if (fault === 'error-503') return answer(reply, 503, {});
  if (fault === 'garbage') return void reply.writeHead(200).end('<html>ok</html>');
  const path = request.url ?? '';
  const result = path.endsWith('/messages')
    ? takeMessages(receiver, JSON.parse(body), fault)
    : path.endsWith('/roots')
      ? takeRoots(receiver, JSON.parse(body))
      : dayOf(receiver, path);
  if (fault === 'late') return; // the sender's patience ends first
  if (fault === 'lost') return void request.socket.destroy();
  if (result === undefined) return answer(reply, 400, {});
  answer(reply, 200, result);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function answer(reply: ServerResponse, status: number, body: object): void {
  reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function takeMessages(receiver: TestReceiver, body: unknown, fault: FaultKind) {
  if (!Value.Check(UploadBatch, body)) {
    receiver.violations.push('a batch is not as agreed');
    return undefined;
  }
  const { messages } = body;
  const read = fault === 'half' ? messages.slice(0, Math.ceil(messages.length / 2)) : messages;
  return { answers: read.map((message) => take(receiver, message)) };
}

const placeOf = (caseId: string, { seq, table }: { seq: number; table: string }): string =>
  `${caseId}/${seq}/${table}`;

function take(receiver: TestReceiver, message: UploadMessage): UploadAnswer {
  const { id, caseId, after, digest, rows } = message;
  if (digestOf(rows, receiver.token) !== digest) {
    receiver.violations.push(`${id}: the digest is not that of the rows`);
  }
  if (after !== null && !receiver.messages.has(placeOf(caseId, after))) {
    return { id, status: 'early' };
  }
  const reason = receiver.refusalOf(message);
  if (reason !== undefined) return { id, status: 'refused', reason };
  const place = placeOf(caseId, message);
  const known = receiver.messages.get(place)?.message;
  if (known?.digest === digest && known.id === id) return { id, status: 'known' };
  receiver.messages.set(place, { message, order: receiver.messages.size });
  receiver.stores.set(place, (receiver.stores.get(place) ?? 0) + 1);
  for (const row of rows) keepRow(receiver, message, row);
  return { id, status: 'stored' };
}

/** A row is replaced by one of the same or a later event, never by an earlier one. */
function keepRow({ rows }: TestReceiver, { seq, table }: UploadMessage, row: UploadRow): void {
  const key = `${table} ${row['row_guid'] ?? ''}`;
  if ((rows.get(key)?.seq ?? 0) <= seq) rows.set(key, { row, seq });
}

function takeRoots({ roots }: TestReceiver, body: unknown) {
  if (!Value.Check(UploadRoots, body)) return undefined;
  const answers = body.roots.map(({ day, root, log }) => {
    const said = log === undefined ? root : `${root} ${log.root}`;
    const known = roots.get(day);
    if (known === undefined) roots.set(day, said);
    const status = known === undefined ? 'stored' : known === said ? 'known' : 'contradicts';
    return { day, status };
  });
  return { answers };
}

function dayOf({ messages }: TestReceiver, path: string) {
  const [, day = '', table] = /\/days\/([\d-]+)(?:\/(.+))?$/u.exec(path) ?? [];
  const byTable = new Map<string, ListedMessage[]>();
  const found = [...messages.values()].map(({ message }) => message);
  for (const message of found.filter((each) => each.day === day)) {
    byTable.set(message.table, [...(byTable.get(message.table) ?? []), message]);
  }
  const listed = (name: string): ListedMessage[] =>
    (byTable.get(name) ?? [])
      .map(({ caseId, seq, digest }) => ({ caseId, seq, digest }))
      .sort((a, b) => (a.caseId < b.caseId ? -1 : a.caseId > b.caseId ? 1 : a.seq - b.seq));
  if (table !== undefined) return { messages: listed(decodeURIComponent(table)) };
  const tables = [...byTable.keys()].map((name) => {
    const list = listed(name);
    return [name, { count: list.length, digest: digestOfDay(list) }] as const;
  });
  return { tables: Object.fromEntries(tables) };
}
