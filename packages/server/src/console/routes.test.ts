import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp, platformRefusals, type App } from '../platform/http/index.ts';
import { consoleRoutes } from './routes.ts';

// Of the console as it was built by `npm ci`.
let app: App;

beforeAll(async () => {
  app = await buildApp({
    config: { publicUrl: 'http://county.test', trustProxy: false, logLevel: 'silent' },
    guard: { findSession: () => Promise.resolve(undefined), permits: () => false },
    refusals: platformRefusals,
    readiness: {},
  });
  await app.register(consoleRoutes);
});

afterAll(() => app.close());

const page = async () => (await app.inject({ url: '/console/board' })).body;
const loadedFirst = (html: string) =>
  [...html.matchAll(/(?:src|href)="(\/console\/assets\/[^"]+\.(?:js|css))"/gu)].map(
    ([, url]) => url ?? '',
  );

describe('the console’s files', () => {
  it('are few before the first screen: a browser asks for six at once', async () => {
    const urls = new Set(loadedFirst(await page()));
    expect(urls.size).toBeGreaterThan(0);
    expect(urls.size).toBeLessThanOrEqual(6);
  });

  it.each(['br', 'gzip'])('go out compressed as the browser can read: %s', async (encoding) => {
    for (const url of loadedFirst(await page())) {
      const whole = await app.inject({ url, headers: { 'accept-encoding': 'identity' } });
      const answer = await app.inject({ url, headers: { 'accept-encoding': encoding } });
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(answer.headers['content-type']).toBe(whole.headers['content-type']);
      expect(answer.headers.vary).toMatch(/accept-encoding/iu);
      expect(answer.rawPayload.length).toBeLessThan(whole.rawPayload.length);
    }
  });

  it('are kept for a year; the page that names them is asked for anew', async () => {
    const [url = ''] = loadedFirst(await page());
    expect((await app.inject({ url })).headers['cache-control']).toContain('immutable');
    const { headers } = await app.inject({ url: '/console/board' });
    expect(headers['cache-control']).toContain('max-age=0');
  });
});
