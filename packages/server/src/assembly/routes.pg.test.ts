import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestSite } from './testing-site.ts';
import { roles } from '../people/index.ts';
import { openTestSite } from './testing-site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site[Symbol.asyncDispose]());

/** A path with something in every place: rights are asked before anything is looked up. */
const filled = (url: string): string =>
  url.replaceAll(/:(\w+)/gu, (_, name: string) =>
    name === 'sha256' ? 'a'.repeat(64) : '00000000-0000-4000-8000-000000000000',
  );

const methods = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const);
type Method = typeof methods extends Set<infer M> ? M : never;

describe('every route of the interface', () => {
  it('stands in the OpenAPI document, and the document names no other', async () => {
    await site.app.ready();
    const document = site.app.swagger() as { paths: Record<string, Record<string, unknown>> };
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const served = site.app.listedRoutes
      .filter(({ method, url }) => methods.has(method as Method) && url.startsWith('/api/'))
      .map(({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/gu, '{$1}')}`)
      .filter((route) => route !== 'GET /api/openapi.json');
    const isOfInterface = (route: string): boolean => route.includes(' /api/');
    expect(described.filter(isOfInterface).sort()).toEqual([...new Set(served)].sort());
    expect(served.length).toBeGreaterThan(40);
  });

  it('asks strangers to log in, unless it is public', async () => {
    for (const { method, url, right } of site.app.listedRoutes) {
      if (right === 'public' || !methods.has(method as Method)) continue;
      const answer = await site.nobody.send(method as Method, filled(url));
      expect(answer.statusCode, `${method} ${url}`).toBe(401);
      expect(answer.json(), `${method} ${url}`).toMatchObject({ code: 'login-required' });
    }
  });

  it('of staff is closed to residents, and of residents to staff', async () => {
    const resident = await site.resident('19900000001');
    const clerk = await site.staff('lu.qinghe');
    for (const { method, url, right } of site.app.listedRoutes) {
      if (right === 'public' || !methods.has(method as Method)) continue;
      const wrong = right === 'resident' ? clerk : resident;
      const answer = await wrong.send(method as Method, filled(url));
      expect(answer.statusCode, `${method} ${url}`).toBe(401);
    }
  });

  it('that needs an action refuses staff whose posts do not have it', async () => {
    const reviewer = await site.staff('qiao.mingyuan');
    const own: readonly string[] = roles.reviewer;
    const guarded = site.app.listedRoutes.filter(
      ({ right }) => typeof right === 'object' && !own.includes(right.action),
    );
    expect(guarded.length).toBeGreaterThan(5);
    for (const { method, url } of guarded) {
      if (!methods.has(method as Method)) continue;
      const answer = await reviewer.send(method as Method, filled(url));
      expect(answer.statusCode, `${method} ${url}`).toBe(403);
      expect(answer.json()).toMatchObject({ code: 'right-not-held' });
    }
  });
});
