// The programming interface, for what a journey has to set up or look up behind the screens.

import type { Resident } from './county.ts';
import { accountOf, demoPassword } from './county.ts';
import type { TestServer } from './server.ts';
import { eventually } from './eventually.ts';

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** What a refusal looks like (RFC 9457). */
export interface Refused {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly nextStep?: string;
}

/** One person's connection: cookies of a log-in, a fresh idempotency key for each request. */
export class Connection {
  readonly url: string;
  readonly cookie: string;

  constructor(url: string, cookie = '') {
    this.url = url;
    this.cookie = cookie;
  }

  /** @throws Error with the server's answer when it is not 2xx */
  async get<T>(path: string): Promise<T> {
    return wanted(path, await this.ask<T>('GET', path));
  }

  /** @throws Error with the server's answer when it is not 2xx */
  async send<T>(method: 'POST' | 'PUT' | 'PATCH', path: string, body?: unknown): Promise<T> {
    return wanted(path, await this.ask<T>(method, path, body));
  }

  /** Whatever the answer is: for journeys about refusals. */
  async ask<T>(
    method: string,
    path: string,
    body?: unknown,
    idempotencyKey: string = crypto.randomUUID(),
  ): Promise<Answer<T>> {
    const isForm = body instanceof FormData;
    const response = await fetch(`${this.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        cookie: this.cookie,
        'accept-language': 'zh-CN',
        'idempotency-key': idempotencyKey,
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, body: (isJson ? JSON.parse(text) : text) as T };
  }

  async upload<T>(path: string, name: string, bytes: Uint8Array): Promise<Answer<T>> {
    const form = new FormData();
    form.append('file', new Blob([Buffer.from(bytes)]), name);
    return this.ask<T>('POST', path, form);
  }

  /** The same server, with other cookies. */
  withCookie(cookie: string): Connection {
    return new Connection(this.url, cookie);
  }

  async file(path: string): Promise<Buffer> {
    const response = await fetch(`${this.url}${path}`, { headers: { cookie: this.cookie } });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  }
}

export function stranger(server: TestServer): Connection {
  return new Connection(server.url);
}

/** Logged in as the first holder of a post, or as a person with an account of the pack. */
export async function staff(server: TestServer, post: string): Promise<Connection> {
  return staffAccount(server, accountOf(post));
}

export function staffAccount(server: TestServer, loginName: string): Promise<Connection> {
  const password = demoPassword(server.dataFolder);
  return loggedIn(server, '/api/auth/staff', { loginName, password });
}

/** Logged in by a code from the demo's gateway, and identified. */
export async function applicant(server: TestServer, person: Resident): Promise<Connection> {
  const { phone, name, citizenId } = person;
  await stranger(server).send('POST', '/api/auth/code', { phone });
  const code = await sentCode(server, phone);
  const connection = await loggedIn(server, '/api/auth/resident', { phone, code });
  await connection.send('PUT', '/api/me/profile', { kind: 'natural', name, idNumber: citizenId });
  return connection;
}

interface Messages {
  readonly messages: readonly { readonly address: string; readonly body: string }[];
}

/** The latest code that was sent to the phone. */
export function sentCode(server: TestServer, phone: string): Promise<string> {
  return eventually(`a code for ${phone}`, async () => {
    const { messages } = await stranger(server).get<Messages>('/api/demo/messages');
    const toThem = messages.filter(({ address }) => address.endsWith(phone.slice(-4)));
    return toThem.map(({ body }) => /(?<!\d)\d{6}(?!\d)/.exec(body)?.[0]).find(Boolean);
  });
}

async function loggedIn(server: TestServer, path: string, body: unknown): Promise<Connection> {
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  await response.arrayBuffer();
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  return new Connection(server.url, cookies.join('; '));
}

function wanted<T>(path: string, { status, body }: Answer<T>): T {
  if (status >= 200 && status < 300) return body;
  throw new Error(`${path}: ${status} ${JSON.stringify(body).slice(0, 800)}`);
}
