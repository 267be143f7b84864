// Requests that no page of ours makes. Each gets an answer in words, never a fault.
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance } from 'fastify';
import { beforeEach, describe, expect, it } from 'vitest';
import { exampleServices, exampleToken } from './examples/services.examples.ts';
import { registerPortal } from './index.ts';
import { keyIn } from './posted-form.ts';

let app: FastifyInstance;
let moved: unknown[];
beforeEach(async () => {
  moved = [];
  const services = {
    ...exampleServices(),
    moveClock: async (move: unknown) => void moved.push(move),
  };
  app = Fastify();
  await app.register(formbody);
  await app.register(multipart);
  await registerPortal(app, { services, cookieSecure: false, sessionCookie: 'yc_session' });
});

const cookie = `yc_session=${exampleToken}`;

describe('an address', () => {
  it.each(['/items?q=a&q=b', '/items?theme=a&theme=b&cursor=c&cursor=d', '/?q[]=1'])(
    '%s with a name twice is read as one without it',
    async (url) => {
      expect((await app.inject({ url, headers: { cookie } })).statusCode).toBe(200);
    },
  );

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/my\r\nset-cookie: a=b',
  ])('does not lead away to %s after the log-in or a switch', async (next) => {
    for (const url of ['/login?next=', '/preferences?back=', '/identify?next=']) {
      const answer = await app.inject({
        url: `${url}${encodeURIComponent(next)}`,
        headers: { cookie },
      });
      expect(answer.statusCode).toBeLessThan(400);
      const { location } = answer.headers;
      if (location !== undefined) expect(['/', '/my']).toContain(location);
      expect(answer.headers['set-cookie'] ?? '').not.toContain('a=b');
    }
  });

  it.each(['/项目', '/my?x=\u0001', '/%E0%A4%A'])('that is odd, %s, is no fault', async (next) => {
    const url = `/login?next=${encodeURIComponent(next)}`;
    expect((await app.inject({ url, headers: { cookie } })).statusCode).toBeLessThan(500);
  });
});

describe('a posted form', () => {
  it.each(['constructor', '__proto__', 'toString', 'days-1 '])(
    'moves no clock by %s unless it is a move',
    async (move) => {
      const answer = await app.inject({
        method: 'POST',
        url: '/demo/clock',
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ move }).toString(),
      });
      expect(answer.statusCode).toBeLessThan(500);
      expect(moved).toEqual(move.trim() === 'days-1' ? [{ workingDays: 1 }] : []);
    },
  );

  it('gives its key only where it could be one of ours', () => {
    const own = '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed';
    expect(keyIn(own)).toBe(own);
    for (const odd of ['', 'a'.repeat(101), 'a b', 'ключ', 'a\u0000']) {
      expect(keyIn(odd)).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});
