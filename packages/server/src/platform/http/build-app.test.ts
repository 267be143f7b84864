import { Type } from '@sinclair/typebox';
import { Writable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { Conflict, ConstraintViolation, Timeout, Unavailable } from '../operating-error.ts';
import { buildApp, type AppOptions } from './build-app.ts';
import { platformRefusals } from './refusals.ts';
import type { App } from './app-types.ts';
import type { Session } from './session.ts';

const resident: Session = {
  id: 's1',
  tenantId: 't1',
  kind: 'resident',
  personId: 'p1',
  posts: [],
  mustChangePassword: false,
};
const clerk: Session = { ...resident, id: 's2', kind: 'staff', accountId: 'a1' };
const fresh: Session = { ...clerk, id: 's3', mustChangePassword: true };
const sessions: Record<string, Session> = { resident, clerk, fresh };

let app: App | undefined;
afterEach(() => app?.close());

async function build(options: Partial<AppOptions> = {}): Promise<App> {
  app = await buildApp({
    config: { publicUrl: 'http://county.test', trustProxy: false, logLevel: 'silent' },
    guard: {
      findSession: (token) => Promise.resolve(sessions[token]),
      permits: (session, action) => session.id === 's2' && action === 'case:read',
    },
    refusals: platformRefusals,
    readiness: {},
    ...options,
  });
  return app;
}

function bearer(token: string): { authorization: string } {
  return { authorization: `Bearer ${token}` };
}

describe('rights of routes', () => {
  it('refuses at the start a route that declares none', async () => {
    const server = await build();
    expect(() => server.get('/open', () => 'x')).toThrow('GET /open declares no config.right');
  });

  it('lists every route with its right, the platform’s own included', async () => {
    const server = await build();
    server.get('/mine', { config: { right: 'resident' } }, () => 'x');
    expect(server.listedRoutes).toEqual(
      expect.arrayContaining([
        { method: 'GET', url: '/mine', right: 'resident' },
        { method: 'GET', url: '/healthz', right: 'public' },
        { method: 'GET', url: '/api/openapi.json', right: 'public' },
      ]),
    );
  });

  it('takes a scope’s default right where a plugin cannot name one', async () => {
    const server = await build();
    await server.register((scope, _, done) => {
      scope.decorate('defaultRight', 'public');
      scope.get('/static', () => 'x');
      done();
    });
    expect((await server.inject('/static')).statusCode).toBe(200);
  });

  it.each([
    ['public', undefined, 200],
    ['resident', undefined, 401],
    ['resident', 'resident', 200],
    ['resident', 'clerk', 401],
    ['resident', 'unknown', 401],
    ['staff', 'resident', 401],
    ['staff', 'clerk', 200],
    ['staff', 'fresh', 403],
    ['account', 'fresh', 200],
    [{ action: 'case:read' }, 'clerk', 200],
    [{ action: 'case:act' }, 'clerk', 403],
    [{ action: 'case:read' }, undefined, 401],
  ] as const)('right %j asked by %s answers %i', async (right, token, status) => {
    const server = await build();
    server.get('/it', { config: { right } }, () => 'ok');
    const headers = token === undefined ? {} : bearer(token);
    expect((await server.inject({ url: '/it', headers })).statusCode).toBe(status);
  });

  it('keeps residents and staff apart by cookie', async () => {
    const server = await build();
    server.get('/both', { config: { right: 'public' } }, (request) => ({
      resident: request.resident?.id,
      staff: request.staff?.id,
    }));
    const cookies = { 'yichuang-resident': 'resident', 'yichuang-staff': 'resident' };
    const answer = await server.inject({ url: '/both', cookies });
    expect(answer.json()).toEqual({ resident: 's1' });
  });
});

describe('requests that change something', () => {
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ 'sec-fetch-site': 'cross-site', origin: 'http://county.test' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'http://county.test' }, 200],
    [{ origin: 'http://evil.test' }, 403],
    [{ origin: 'null' }, 403],
    [{ referer: 'http://evil.test/x' }, 403],
    [{}, 200],
  ])('with %j answer %i', async (headers, status) => {
    const server = await build();
    server.post('/act', { config: { right: 'public' } }, () => 'done');
    const answer = await server.inject({ method: 'POST', url: '/act', headers });
    expect(answer.statusCode).toBe(status);
  });
});

describe('problems', () => {
  async function problemOfThrow(error: unknown, headers = {}) {
    const server = await build();
    server.get('/throws', { config: { right: 'public' } }, () => {
      throw error;
    });
    return server.inject({ url: '/throws', headers });
  }

  it.each([
    [new Unavailable('x'), 503, 'service-unavailable'],
    [new Conflict('x'), 409, 'changed-meanwhile'],
    [new Timeout('x'), 504, 'too-slow'],
    [new ConstraintViolation('unique', 'k'), 500, 'internal-fault'],
    [new Error('assertion with 13800138000'), 500, 'internal-fault'],
  ])('of %s is %i %s, in the one shape', async (error, status, code) => {
    const answer = await problemOfThrow(error);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ status, code, type: `/problems/${code}` });
    expect(answer.body).not.toContain('13800138000');
    expect(answer.json().nextStep).toMatch(/。$/);
  });

  it('of an assertion carries the incident id that the log has', async () => {
    const answer = await problemOfThrow(new Error('x'));
    const { incidentId, detail } = answer.json();
    expect(incidentId).toBe(answer.headers['x-request-id']);
    expect(detail).toContain(incidentId);
  });

  it('speaks English to a browser that prefers it', async () => {
    const answer = await problemOfThrow(new Conflict('x'), { 'accept-language': 'en,zh;q=0.5' });
    expect(answer.json().detail).toContain('Somebody changed this');
  });

  it('says when to come back while the database is away', async () => {
    expect((await problemOfThrow(new Unavailable('x'))).headers['retry-after']).toBe('5');
  });

  it('names the fields of an invalid request, never their values', async () => {
    const server = await build();
    const body = Type.Object({ phone: Type.String({ maxLength: 5 }), age: Type.Integer() });
    server.post('/form', { config: { right: 'public' }, schema: { body } }, () => 'x');
    const send = (payload: object) => server.inject({ method: 'POST', url: '/form', payload });
    const long = await send({ phone: '13800138000', age: 3 });
    expect(long.statusCode).toBe(400);
    expect(long.json()).toMatchObject({ code: 'request-invalid', params: { fields: 'phone' } });
    expect(long.body).not.toContain('13800138000');
    expect((await send({ phone: '1' })).json().params.fields).toBe('age');
  });

  it('answers broken JSON and an unknown address in the same shape', async () => {
    const server = await build();
    server.post('/json', { config: { right: 'public' } }, () => 'x');
    const headers = { 'content-type': 'application/json' };
    const broken = await server.inject({ method: 'POST', url: '/json', headers, payload: '{"a' });
    expect(broken.json()).toMatchObject({ status: 400, code: 'request-invalid' });
    expect((await server.inject('/none')).json()).toMatchObject({ code: 'page-not-found' });
  });

  it('shows a page to people where the program renders one', async () => {
    const server = await build({ renderProblem: (problem) => `<p>${problem.code}</p>` });
    server.get('/mine', { config: { right: 'resident' } }, () => 'x');
    const answer = await server.inject({ url: '/mine', headers: { accept: 'text/html' } });
    expect([answer.statusCode, answer.body]).toEqual([401, '<p>login-required</p>']);
    const api = await server.inject({ url: '/api/none', headers: { accept: 'text/html' } });
    expect(api.json().code).toBe('page-not-found');
  });

  it('lets a login page take over where there is no session', async () => {
    const server = await build({
      renderProblem: (_, __, reply) => {
        void reply.redirect('/login', 303);
        return undefined;
      },
    });
    server.get('/mine', { config: { right: 'resident' } }, () => 'x');
    const answer = await server.inject({ url: '/mine', headers: { accept: 'text/html' } });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/login']);
  });
});

describe('answers', () => {
  it('carry a policy without inline scripts, and are not cached', async () => {
    const answer = await (await build()).inject('/healthz');
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
    });
  });

  it('sandbox what people uploaded', async () => {
    const server = await build();
    server.get('/file', { config: { right: 'public', page: 'file' } }, () => 'x');
    const { headers } = await server.inject('/file');
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox$/);
  });

  it('demand https for good where the site has it', async () => {
    const server = await build({
      config: { publicUrl: 'https://county.test', trustProxy: 1, logLevel: 'silent' },
    });
    expect((await server.inject('/healthz')).headers).toHaveProperty('strict-transport-security');
  });
});

describe('health', () => {
  it('is ready when every part is, and names the one that is not', async () => {
    const readiness = { database: () => true, queue: () => Promise.reject(new Error('down')) };
    const answer = await (await build({ readiness })).inject('/readyz');
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toEqual({
      status: 'not-ready',
      parts: { database: true, queue: false },
    });
    await app?.close();
    expect((await (await build()).inject('/readyz')).json()).toEqual({
      status: 'ready',
      parts: {},
    });
  });

  it('shows metrics to this machine only, not to whom a proxy on it hands on', async () => {
    const server = await build();
    expect((await server.inject('/metrics')).body).toContain('http_request_duration_seconds');
    const headers = { 'x-forwarded-for': '1.2.3.4' };
    expect((await server.inject({ url: '/metrics', headers })).statusCode).toBe(404);
    const remoteAddress = '10.0.0.9';
    expect((await server.inject({ url: '/metrics', remoteAddress })).statusCode).toBe(404);
  });

  it('asks for the token once there is one', async () => {
    const config = { publicUrl: 'http://x.test', trustProxy: false, logLevel: 'silent' } as const;
    const server = await build({ config: { ...config, metricsToken: 'T' } });
    expect((await server.inject('/metrics')).statusCode).toBe(404);
    const allowed = await server.inject({ url: '/metrics', headers: bearer('T') });
    expect(allowed.statusCode).toBe(200);
  });
});

describe('the interface description', () => {
  it('is OpenAPI 3.1 and has the routes of the program', async () => {
    const server = await build();
    const schema = { response: { 200: Type.Object({ n: Type.Integer() }) } };
    server.get('/api/n', { config: { right: 'public' }, schema }, () => ({ n: 1 }));
    const answer = await server.inject('/api/openapi.json');
    expect(answer.json()).toMatchObject({ openapi: '3.1.0', paths: { '/api/n': { get: {} } } });
    expect(answer.json().paths).not.toHaveProperty('/healthz');
  });
});

describe('logs', () => {
  it('hold no phone, no query string, no body, no address', async () => {
    const lines: string[] = [];
    const logTo = new Writable({
      write(chunk, _, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const config = { publicUrl: 'http://x.test', trustProxy: false, logLevel: 'info' } as const;
    const server = await build({ config, logTo });
    server.post('/cases/:number', { config: { right: 'public' } }, () => {
      throw new Error('assertion');
    });
    await server.inject({
      method: 'POST',
      url: '/cases/13800138000?phone=13800138000',
      payload: { phone: '13800138000' },
      remoteAddress: '10.9.8.7',
    });
    const text = lines.join('');
    expect(text).toContain('"route":"/cases/:number"');
    expect(text).toContain('"status":500');
    expect(text).not.toMatch(/13800138000|10\.9\.8\.7/);
  });
});
