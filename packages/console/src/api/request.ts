import { noConnection, readProblem } from './problem-error.ts';
import { renewalCount, waitForLogIn } from './session-gate.ts';

export interface ApiRequest {
  readonly path: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON, or as a form when it is FormData. */
  readonly body?: unknown;
  /** One key per intention: a repetition with the same key is answered, not done again. */
  readonly idempotencyKey?: string;
  /** `throw` where being logged out is an answer and no accident (log-in, first look). */
  readonly onLoggedOut?: 'wait' | 'throw';
  readonly signal?: AbortSignal | undefined;
}

/** @throws ProblemError for every answer that is not a success. */
export async function requestJson<T>(request: ApiRequest): Promise<T> {
  const response = await answered(request);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** The body as a file, or undefined when the server has none (204). */
export async function requestFile(request: ApiRequest): Promise<Blob | undefined> {
  const response = await answered(request);
  return response.status === 204 ? undefined : response.blob();
}

/** Random enough to be nobody else's; also where the page is not a secure context. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function answered(request: ApiRequest): Promise<Response> {
  let sentAt = renewalCount();
  let response = await send(request);
  while (response.status === 401 && request.onLoggedOut !== 'throw') {
    // Sent with the old session and answered after the log-in: asking once more is all it needs.
    if (sentAt === renewalCount()) await waitForLogIn();
    sentAt = renewalCount();
    response = await send(request);
  }
  if (!response.ok) throw await readProblem(response);
  return response;
}

async function send(request: ApiRequest): Promise<Response> {
  const { path, method = 'GET', body, idempotencyKey, signal } = request;
  const isForm = body instanceof FormData;
  const headers: Record<string, string> = {
    accept: 'application/json, application/problem+json;q=0.9, */*;q=0.5',
  };
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json';
  if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
  try {
    return await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    // fetch throws TypeError when nothing answered; an abort is the caller's own doing.
    if (error instanceof TypeError) throw noConnection();
    throw error;
  }
}
