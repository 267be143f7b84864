// Every address of the public site of a trial county, asked as a browser would: whatever comes back
// as a page says what it is, in its title and above everything.
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { draft, exampleServices, exampleToken } from './examples/services.examples.ts';
import { problemRenderer, registerPortal } from './index.ts';

const cookie = `yc_session=${exampleToken}`;
const options = { cookieSecure: false, sessionCookie: 'yc_session' } as const;

async function openSite(isTrial: boolean) {
  const services = { ...exampleServices(), isTrial };
  const app = Fastify();
  const routes: { readonly method: 'GET' | 'POST'; readonly url: string }[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    const methods = [method].flat();
    for (const each of ['GET', 'POST'] as const) {
      if (methods.includes(each)) routes.push({ method: each, url });
    }
  });
  await app.register(formbody);
  await app.register(multipart);
  await registerPortal(app, { services, ...options });
  const render = problemRenderer({ services, ...options });
  app.setErrorHandler((error, request, reply) => {
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    const facts = { status, text: 'x', nextStep: 'y' };
    return reply.code(status).type('text/html').send(render(facts, request));
  });
  return { app, routes };
}

/** Every page that comes back, under the address that it came from. */
async function pagesOf(isTrial: boolean): Promise<ReadonlyMap<string, string>> {
  const { app, routes } = await openSite(isTrial);
  const pages = new Map<string, string>();
  for (const { method, url } of routes) {
    const path = url.replace(':draftId', draft.draftId).replaceAll(/:\w+/gu, 'x').replace('*', 'x');
    for (const headers of [{}, { cookie }]) {
      const form = { 'content-type': 'application/x-www-form-urlencoded' };
      const post = method === 'POST' ? { headers: { ...headers, ...form }, payload: 'a=1' } : {};
      const answer = await app.inject({ method, url: path, headers, ...post });
      const who = 'cookie' in headers ? 'resident' : 'stranger';
      // A part that a script puts into a marked page is no page.
      const isPage = answer.body.startsWith('<!doctype html>');
      if (isPage) pages.set(`${method} ${path} ${who}`, answer.body);
    }
  }
  return pages;
}

describe('the public site of a trial county', () => {
  it('is marked on every page that any address answers with', async () => {
    const pages = await pagesOf(true);
    expect(pages.size).toBeGreaterThan(60);
    for (const [address, page] of pages) {
      const title = /<title>([^<]*)/u.exec(page)?.[1] ?? '';
      const hasBand = page.includes('<aside class="trial-band"');
      expect([address, title.startsWith('【试运行】'), hasBand]).toEqual([address, true, true]);
    }
  });

  it('is marked there alone', async () => {
    for (const [address, page] of await pagesOf(false)) {
      expect([address, page.includes('<aside class="trial-band"')]).toEqual([address, false]);
    }
  });
});
