/** A program that uses the HTTP interface as a browser would: logs in, uploads, acts. */
import { CommandError } from './command-error.ts';

class HttpError extends CommandError {
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

export interface Client {
  get<T>(path: string): Promise<T>;
  send<T>(method: 'POST' | 'PATCH' | 'PUT', path: string, body?: unknown): Promise<T>;
  upload<T>(path: string, name: string, bytes: Uint8Array): Promise<T>;
}

/**
 * Logs in the first of these people whose phone may be sent a code now: a phone gets one a minute,
 * so a second walk right after the first is somebody else's.
 */
export async function residentClient<P extends { readonly phone: string }>(
  url: string,
  people: readonly P[],
): Promise<{ readonly person: P; readonly client: Client }> {
  const anonymous = client(url, '');
  for (const person of people) {
    const { phone } = person;
    const isSent = await anonymous.send('POST', '/api/auth/code', { phone }).then(
      () => true,
      (error: unknown) => {
        if (error instanceof HttpError && error.status === 429) return false;
        throw error;
      },
    );
    if (!isSent) continue;
    const code = await codeFor(anonymous, phone);
    return { person, client: await loggedIn(url, '/api/auth/resident', { phone, code }) };
  }
  throw new CommandError('every demo resident was sent a code just now: try again in a minute');
}

export function staffClient(url: string, loginName: string, password: string): Promise<Client> {
  return loggedIn(url, '/api/auth/staff', { loginName, password });
}

async function loggedIn(url: string, path: string, body: unknown): Promise<Client> {
  const response = await reach(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await answerOf(response, path);
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  return client(url, cookies.join('; '));
}

/** The demo's gateway shows what would have been sent; a job delivers it within a second or so. */
async function codeFor(anonymous: Client, phone: string): Promise<string> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const { messages } = await anonymous.get<{
      messages: readonly { readonly address: string; readonly body: string }[];
    }>('/api/demo/messages');
    const latest = messages.find((message) => message.address.endsWith(phone.slice(-4)));
    const code = /\b\d{6}\b/u.exec(latest?.body ?? '')?.[0];
    if (code !== undefined) return code;
    await pause(100);
  }
  throw new CommandError(`no code arrived for ${phone}: does the server run with --demo?`);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function client(url: string, cookie: string): Client {
  const request = async <T>(path: string, init: RequestInit): Promise<T> => {
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    headers.set('idempotency-key', crypto.randomUUID());
    const response = await reach(`${url}${path}`, { ...init, headers });
    return (await answerOf(response, path)) as T;
  };
  return {
    get: (path) => request(path, { method: 'GET' }),
    send: (method, path, body) =>
      request(path, {
        method,
        ...(body === undefined
          ? {}
          : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      }),
    upload(path, name, bytes) {
      const form = new FormData();
      form.append('file', new Blob([Buffer.from(bytes)]), name);
      return request(path, { method: 'POST', body: form });
    },
  };
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    throw new CommandError(`nothing answers at ${address}: is the server running?`, {
      cause: error,
    });
  }
}

async function answerOf(response: Response, path: string): Promise<unknown> {
  const text = await response.text();
  if (!response.ok) {
    throw new HttpError(`${path}: ${response.status} ${text.slice(0, 600)}`, response.status);
  }
  return text === '' ? undefined : JSON.parse(text);
}
