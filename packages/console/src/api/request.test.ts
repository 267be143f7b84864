import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { queryString } from './cases.ts';
import { NO_CONNECTION, ProblemError } from './problem-error.ts';
import { newIdempotencyKey, requestJson } from './request.ts';
import { onGate, openGate } from './session-gate.ts';

interface Sent {
  readonly path: string;
  readonly key: string | null;
  readonly body: unknown;
}

/** A server of a few lines: answers in the order given, and remembers what it was sent. */
function answering(answers: readonly (() => Response)[]): Sent[] {
  const sent: Sent[] = [];
  globalThis.fetch = (path, init) => {
    const headers = new Headers(init?.headers);
    sent.push({
      path: typeof path === 'string' ? path : '',
      key: headers.get('idempotency-key'),
      body: init?.body,
    });
    const answer = answers[sent.length - 1];
    if (answer === undefined) return Promise.reject(new TypeError('nobody answers'));
    return Promise.resolve(answer());
  };
  return sent;
}

const ok = (body: unknown) => () => Response.json(body);
const problem = (status: number, code: string) => () =>
  Response.json({ type: 'about:blank', title: 't', status, detail: 'd', code }, { status });
const command = {
  path: '/api/cases/1/commands',
  method: 'POST' as const,
  body: { type: 'ArchiveCase' },
  idempotencyKey: 'key-1',
};

describe('a request', () => {
  const real = globalThis.fetch;
  let isClosed = false;
  let stop = () => undefined as void;
  beforeEach(() => {
    stop = onGate((closed) => {
      isClosed = closed;
    });
  });
  afterEach(() => {
    globalThis.fetch = real;
    stop();
  });

  it('waits for the log-in when the session has ended, then goes again as it was', async () => {
    const sent = answering([problem(401, 'login-required'), ok({ version: 2 })]);
    const answer = requestJson(command);
    await expect.poll(() => isClosed).toBe(true);
    expect(sent).toHaveLength(1);
    openGate();
    await expect(answer).resolves.toEqual({ version: 2 });
    expect(isClosed).toBe(false);
    expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-1']);
    expect(sent[1]).toEqual(sent[0]);
  });

  it('lets several waiting requests through one log-in', async () => {
    const sent = answering([
      problem(401, 'login-required'),
      problem(401, 'login-required'),
      ok(1),
      ok(2),
    ]);
    const answers = Promise.all([requestJson({ path: '/a' }), requestJson({ path: '/b' })]);
    await expect.poll(() => sent.length).toBe(2);
    await expect.poll(() => isClosed).toBe(true);
    openGate();
    await expect(answers).resolves.toEqual([1, 2]);
  });

  it('asks for no second log-in when an old refusal comes in after the first', async () => {
    let refuseLate = () => undefined as void;
    const late = new Promise<Response>((resolve) => {
      refuseLate = () => resolve(problem(401, 'login-required')());
    });
    const answers = [problem(401, 'login-required')(), late, ok('a')(), ok('b')()];
    globalThis.fetch = () => Promise.resolve(answers.shift() ?? ok('more')());
    const both = Promise.all([requestJson({ path: '/a' }), requestJson({ path: '/b' })]);
    await expect.poll(() => isClosed).toBe(true);
    openGate();
    refuseLate();
    await expect(both).resolves.toEqual(['a', 'b']);
    expect(isClosed).toBe(false);
  });

  it('does not wait where being logged out is an answer', async () => {
    answering([problem(401, 'wrong-password')]);
    const answer = requestJson({ path: '/api/auth/staff', onLoggedOut: 'throw' });
    await expect(answer).rejects.toMatchObject({ problem: { code: 'wrong-password' } });
  });

  it('says so when nobody answers', async () => {
    answering([]);
    await expect(requestJson({ path: '/a' })).rejects.toMatchObject({
      problem: { code: NO_CONNECTION },
    });
  });

  it('keeps every further refusal', async () => {
    const problems = [{ code: 'b', detail: 'second' }];
    answering([
      () =>
        Response.json(
          { type: '', title: '', status: 422, detail: 'first', code: 'a', problems },
          { status: 422 },
        ),
    ]);
    const error: unknown = await requestJson({ path: '/a' }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ProblemError);
    expect((error as ProblemError).problem.problems).toEqual(problems);
  });

  it('does not take a proxy’s page for an answer of ours', async () => {
    answering([() => new Response('<html>', { status: 502 })]);
    await expect(requestJson({ path: '/a' })).rejects.toMatchObject({
      problem: { code: 'unreadable-answer', status: 502 },
    });
  });
});

it('keys are 32 hexadecimal digits and never the same', () => {
  const keys = new Set(Array.from({ length: 50 }, newIdempotencyKey));
  expect(keys.size).toBe(50);
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
});

it('a query holds what is set, spelled for addresses', () => {
  expect(queryString({ list: 'todo', q: '青 石', light: undefined, phase: '', limit: 2 })).toBe(
    'list=todo&q=%E9%9D%92+%E7%9F%B3&limit=2',
  );
});
